"""Xapian, by Debian's package `python3-xapian`."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xapian

from bench.engines.asked import BEST, PASSAGE, articles, form


class Xapian:
    """Xapian on the disk, with its English stemmer."""

    def __init__(self, folder: Path) -> None:
        self._stem = xapian.Stem("en")
        self._folder = tempfile.TemporaryDirectory(prefix="ceasefire-reader-bench-xapian-")
        self._base = xapian.WritableDatabase(self._folder.name, xapian.DB_CREATE_OR_OVERWRITE)
        maker = xapian.TermGenerator()
        maker.set_stemmer(self._stem)
        for path, title, text in articles(folder):
            document = xapian.Document()
            maker.set_document(document)
            maker.index_text(title, 1, "S")
            maker.index_text(text)
            document.set_data(text)
            document.add_value(0, path)
            self._base.add_document(document)
        self._base.commit()

    def ask(self, kind: str, words: Sequence[str]) -> int | None:
        """See `Engine`."""
        query = form(kind, words)
        if query is None:
            return None
        found = self._found(query, BEST)
        for each in found:
            found.snippet(each.document.get_data().decode(), PASSAGE, self._stem)
        return int(found.get_matches_estimated())

    def ranked(self, words: Sequence[str], best: int) -> list[str]:
        """See `Engine`."""
        return [each.document.get_value(0).decode() for each in self._found(" OR ".join(words), best)]

    def _found(self, query: str, best: int) -> Any:
        parser = xapian.QueryParser()
        parser.set_stemmer(self._stem)
        parser.set_stemming_strategy(parser.STEM_SOME)
        parser.set_database(self._base)
        parser.add_prefix("title", "S")
        flags = parser.FLAG_BOOLEAN | parser.FLAG_PHRASE | parser.FLAG_WILDCARD
        enquire = xapian.Enquire(self._base)
        enquire.set_query(parser.parse_query(query, flags))
        return enquire.get_mset(0, best, self._base.get_doccount())
