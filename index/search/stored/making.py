"""Segments that are made apart from their index, in any process and several at once, and then taken into it."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from index.search.lean import import_lean

import_lean()  # a process that makes segments gets to Whoosh by way of this module

from whoosh.index import FileIndex  # noqa: E402

from index.search.stored import schema  # noqa: E402
from index.search.stored.entry import Entry  # noqa: E402
from index.search.stored.folder import MAKING, NAME, Guarded, PrivateStorage  # noqa: E402
from index.search.stored.writing import ArticleWriter  # noqa: E402


class MadeSegment(NamedTuple):
    """A segment whose files lie in a folder of their own."""

    folder: str
    segment: Any


class SegmentMaker:
    """Makes segments in folders beside the files of an index; may be sent to another process before its first use.

    Who begins to make takes away what others left unfinished, and so must be the only one who writes the index.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writer: ArticleWriter | None = None
        self.discard()

    def put_entry(self, entry: Entry) -> None:
        """Adds the article of an entry to the segment; raises EngineError."""
        with Guarded("written"):
            if self._writer is None:
                place = tempfile.mkdtemp(prefix=MAKING, dir=self._folder)
                self._writer = ArticleWriter(FileIndex.create(PrivateStorage(Path(place)), schema.schema(), NAME))
            self._writer.put_entry(entry)

    def made(self) -> MadeSegment | None:
        """The segment of what was put since the last; None where that is nothing.  Raises EngineError."""
        writer, self._writer = self._writer, None
        if writer is None:
            return None
        with Guarded("written"):
            segment = writer.apart()
        return MadeSegment(writer.storage.folder, segment)

    def discard(self) -> None:
        """Deletes every segment that was made and not taken into the index."""
        for entry in os.scandir(self._folder):
            if entry.name.startswith(MAKING):
                shutil.rmtree(entry.path, ignore_errors=True)
