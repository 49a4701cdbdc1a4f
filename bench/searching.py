"""How long a search takes, snippets included, against SQLite's FTS5 with its own bm25() and snippet()."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path

from bench.figure import Figure, figure
from index.library import Library

_QUERIES = (
    # ours, FTS5's
    ("ceasefire", "ceasefire"),
    ("istanbul", "istanbul"),
    ('"peace talks"', '"peace talks"'),
    ("ceasefire AND london", "ceasefire AND london"),
    ("security guarantees ukraine", "security OR guarantees OR ukraine"),
    ("sanct*", "sanct*"),
)
_LIMIT = 20


def measure(library: Library, paths: Sequence[Path], runs: int) -> list[Figure]:
    """Milliseconds of each query, twenty answers with passages, both engines in turn; and of all together."""
    peer = _fts5(paths)
    figures = []
    all_ours: list[float] = []
    all_peer: list[float] = []
    for ours_query, peer_query in _QUERIES:
        ours_ms, peer_ms = [], []
        for run in range(runs + 1):
            start = time.perf_counter()
            library.search(ours_query, limit=_LIMIT)
            middle = time.perf_counter()
            _ask(peer, peer_query)
            end = time.perf_counter()
            if run:
                ours_ms.append((middle - start) * 1000)
                peer_ms.append((end - middle) * 1000)
        figures.append(figure(f"search {ours_query}", "ms", ours_ms, peer_ms, "SQLite FTS5"))
        all_ours += ours_ms
        all_peer += peer_ms
    figures.append(figure("search, all queries", "ms", all_ours, all_peer, "SQLite FTS5"))
    peer.close()
    return figures


def _fts5(paths: Sequence[Path]) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE articles USING fts5(path UNINDEXED, text, tokenize = 'porter unicode61')")
    rows = ((path.name, path.read_text(encoding="utf-8")) for path in paths)
    base.executemany("INSERT INTO articles VALUES (?, ?)", rows)
    return base


def _ask(base: sqlite3.Connection, query: str) -> None:
    base.execute("SELECT count(*) FROM articles WHERE articles MATCH ?", (query,)).fetchall()
    base.execute(
        "SELECT path, bm25(articles), snippet(articles, 1, '[', ']', '…', 30) FROM articles"
        f" WHERE articles MATCH ? ORDER BY rank LIMIT {_LIMIT}",
        (query,),
    ).fetchall()
