"""Changes on the way into a Whoosh index (see `engine` for what a batch does)."""

from __future__ import annotations

from collections.abc import Iterable

from whoosh.index import FileIndex
from whoosh.writing import LockError

from index.errors import EngineError
from index.search.model import Article
from index.search.stored.entry import Entry, entry_of
from index.search.stored.folder import Guarded
from index.search.stored.making import MadeSegment
from index.search.stored.segments import Segment
from index.search.stored.snapshots import Snapshots
from index.search.stored.writing import ArticleWriter


class WhooshBatch:
    """Changes on the way into the index."""

    def __init__(self, index: FileIndex, snapshots: Snapshots, *, anew: bool) -> None:
        """With `anew`, what was there before is gone with the first commit."""
        self._index = index
        self._anew = anew
        self._snapshots = snapshots
        self._writer: ArticleWriter | None = None
        self._segments: tuple[Segment, ...] = ()
        self._deleted: set[str] = set()

    def put(self, article: Article) -> None:
        """Adds an article, in place of the one that had its path."""
        self.put_entry(entry_of(article))

    def put_entry(self, entry: Entry) -> None:
        """Adds the article of an entry."""
        with Guarded("written"):
            writer = self._begun()
            self._delete(writer, entry.path)
            writer.put_entry(entry)

    def put_made(self, made: object, paths: Iterable[str]) -> None:
        """Adds the articles of a segment that a `SegmentMaker` made."""
        if not isinstance(made, MadeSegment):
            raise TypeError(f"{type(made).__name__} is no segment")
        with Guarded("written"):
            writer = self._begun()
            for path in paths:
                self._delete(writer, path)
            writer.adopt(*made)

    def remove(self, path: str) -> None:
        """Takes an article out; it is no error if there is none."""
        with Guarded("written"):
            writer = self._begun()
            self._delete(writer, path)
            writer.forget(path)

    def commit(self) -> None:
        """Makes what was done so far visible and lasting."""
        if self._anew:
            with Guarded("written"):
                self._begun()
        writer, self._writer = self._writer, None
        if writer is None:
            return
        try:
            with Guarded("written"):
                writer.finish()
            self._anew = False
        except EngineError:
            self._drop(writer)
            raise

    def cancel(self) -> None:
        """Drops what was not committed."""
        writer, self._writer = self._writer, None
        if writer is not None:
            self._drop(writer)

    def _begun(self) -> ArticleWriter:
        if self._writer is None:
            try:
                self._writer = ArticleWriter(self._index, anew=self._anew)
            except LockError as problem:
                raise EngineError("another window is writing the search index") from problem
            # Nobody else commits from here on, so these are the segments that the writer numbers its documents by.
            self._segments = () if self._anew else self._snapshots.for_writing().segments
            self._deleted = set()
        return self._writer

    def _delete(self, writer: ArticleWriter, path: str) -> None:
        if path in self._deleted:
            return
        base = 0
        for segment in self._segments:
            number = segment.number_of(path)
            if number is not None:
                writer.delete_document(base + number)
                writer.changed = True
                self._deleted.add(path)
            base += segment.size

    @staticmethod
    def _drop(writer: ArticleWriter) -> None:
        with Guarded("written"):
            if not writer.is_closed:
                writer.cancel()
            writer.clean()
