"""Ranking on judged collections, where they are at hand, beside SQLite's full-text search on the same texts."""

from __future__ import annotations

import importlib.util
import re
import sqlite3
import sys
from pathlib import Path
from types import ModuleType

import pytest
from search_articles import filled, nobody

from index.documents.load import load_bytes
from index.entities.model import Recognition
from index.search.model import Article
from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine

SHARED = Path(__file__).resolve().parents[4] / "shared"
NOTHING_NAMED = Recognition((), (), ())


def _tool() -> ModuleType:
    file = SHARED / "tools" / "score_search.py"
    if not file.exists():
        pytest.skip("the judged collections are not beside this checkout (../shared)")
    sys.path.insert(0, str(file.parent))
    spec = importlib.util.spec_from_file_location("score_search", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("folder", "kind", "floor"), [("cranfield", "cran", 0.53), ("cisi", "cisi", 0.40)])
def test_better_than_plain_bm25_and_sqlite(engine: WhooshEngine, folder: str, kind: str, floor: float) -> None:
    tool = _tool()
    documents, queries, judgments = tool.load(SHARED / "data" / folder, kind)
    articles = {
        f"{number}.txt": Article(load_bytes(f"{text}\n".encode(), f"{number}.txt"), NOTHING_NAMED)
        for number, text in documents
    }
    filled(engine, articles.values())
    ours = {}
    for number, text in queries:
        result = engine.search(parse(text), limit=10, read=articles.__getitem__, names=nobody)
        ours[number] = [hit.document.removesuffix(".txt") for hit in result.hits]
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table texts using fts5(id unindexed, body, tokenize='porter unicode61')")
    database.executemany("insert into texts values (?, ?)", documents)
    theirs = {}
    for number, text in queries:
        asked = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
        rows = database.execute("select id from texts where texts match ? order by rank limit 10", (asked,))
        theirs[number] = [row[0] for row in rows]
    measured = tool.measure(ours, judgments)
    assert measured["empty"] == 0
    assert measured["ndcg10"] >= floor
    assert measured["ndcg10"] > tool.measure(theirs, judgments)["ndcg10"]
