"""The library: one opened corpus, and the only door through which the screen and the commands reach all of `index`.

Opening is cheap: nothing is scanned, no index opened and no names table loaded before it is asked for.  All methods may
be called from any thread.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from index.documents.binary.formats import suffix_of
from index.library.corpus import locate
from index.library.gathered import GatheredCorpus
from index.library.indexed import Status
from index.settings import Settings, load_settings

__all__ = ["Library", "Status"]


class Library(GatheredCorpus):
    """One corpus, with the ways into it."""

    @classmethod
    def open(cls, corpus: str | Path | None = None, *, settings: Settings | None = None) -> Library:
        """Opens a folder or a file; without one, what the settings name, else `./seeds`, else the starter corpus.

        Raises CorpusError where it is missing or cannot be read.
        """
        settings = settings or load_settings()
        return cls(locate(corpus, settings), settings)

    @classmethod
    def open_bytes(cls, data: bytes, *, settings: Settings | None = None) -> Library:
        """A library of one document that is in no file (standard input); its index goes with the library."""
        temporary = tempfile.TemporaryDirectory(prefix="ceasefire-reader-", ignore_cleanup_errors=True)
        folder = Path(temporary.name)
        beginning = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        html = beginning.startswith((b"<!doctype html", b"<html"))
        name = "standard-input" + (suffix_of(data) or (".html" if html else ".txt"))
        (folder / "corpus").mkdir()
        (folder / "corpus" / name).write_bytes(data)
        settings = replace(settings or load_settings(), cache_dir=folder / "cache")
        return cls(folder / "corpus" / name, settings, temporary=temporary)
