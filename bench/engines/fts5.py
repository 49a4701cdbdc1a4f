"""SQLite's full-text index with its own bm25() and snippet()."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from bench.engines.asked import BEST, articles, form


class Fts5:
    """FTS5 in memory, with the Porter stemmer."""

    def __init__(self, folder: Path) -> None:
        self._base = sqlite3.connect(":memory:")
        self._base.execute(
            "CREATE VIRTUAL TABLE articles USING fts5(path UNINDEXED, title, text, tokenize = 'porter unicode61')"
        )
        self._base.executemany("INSERT INTO articles VALUES (?, ?, ?)", articles(folder))

    def ask(self, kind: str, words: Sequence[str]) -> int | None:
        """See `Engine`."""
        query = form(kind, words)
        if query is None:
            return None
        ((found,),) = self._base.execute("SELECT count(*) FROM articles WHERE articles MATCH ?", (query,))
        self._base.execute(
            f"SELECT path, bm25(articles), snippet(articles, 2, '[', ']', '…', 30) FROM articles"
            f" WHERE articles MATCH ? ORDER BY rank LIMIT {BEST}",
            (query,),
        ).fetchall()
        return int(found)

    def ranked(self, words: Sequence[str], best: int) -> list[str]:
        """See `Engine`."""
        query = " OR ".join(f'"{word}"' for word in words)
        rows = self._base.execute(
            "SELECT path FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT ?", (query, best)
        )
        return [str(path) for (path,) in rows]
