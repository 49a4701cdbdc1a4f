"""One peer's search engine in a process of its own, in whatever Python has it installed: reads questions, one JSON
object a line, and answers each with how many articles it found and the processor time that it took.

    PYTHON peer_engine.py fts5|tantivy|xapian FOLDER

Every engine stems English, answers with the best twenty by its own ranking, and cuts a passage from each.  What an
engine cannot be asked is answered with null.  Needs nothing of this project.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BEST = 20
PASSAGE = 200


def articles(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Path, title and text of every article: the first line is the title."""
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        yield path.name, text.partition("\n")[0], text


class Fts5:
    """SQLite's full-text index with its own bm25() and snippet()."""

    def __init__(self, folder: Path) -> None:
        self._base = sqlite3.connect(":memory:")
        self._base.execute(
            "CREATE VIRTUAL TABLE articles USING fts5(path UNINDEXED, title, text, tokenize = 'porter unicode61')"
        )
        self._base.executemany("INSERT INTO articles VALUES (?, ?, ?)", articles(folder))

    def ask(self, kind: str, words: list[str]) -> int | None:
        """How many articles answer."""
        forms = {
            "term": words[0],
            "two terms": " OR ".join(words),
            "both terms": " AND ".join(words),
            "phrase": '"' + " ".join(words) + '"',
            "prefix": words[0] + "*",
            "field": f"title:{words[0]}",
        }
        if kind not in forms:
            return None
        ((found,),) = self._base.execute("SELECT count(*) FROM articles WHERE articles MATCH ?", (forms[kind],))
        self._base.execute(
            f"SELECT path, bm25(articles), snippet(articles, 2, '[', ']', '…', 30) FROM articles"
            f" WHERE articles MATCH ? ORDER BY rank LIMIT {BEST}",
            (forms[kind],),
        ).fetchall()
        return int(found)


class Tantivy:
    """tantivy (Rust), by its Python package."""

    def __init__(self, folder: Path) -> None:
        import tantivy

        self._tantivy: Any = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("path", stored=True, tokenizer_name="raw")
        for name in ("title", "text"):
            builder.add_text_field(name, stored=True, tokenizer_name="en_stem")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer()
        for path, title, text in articles(folder):
            writer.add_document(tantivy.Document(path=path, title=title, text=text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def ask(self, kind: str, words: list[str]) -> int | None:
        """How many articles answer."""
        fields = ["title", "text"]
        if kind == "prefix":
            query = self._tantivy.Query.regex_query(self._schema, "text", re.escape(words[0]) + ".*")
        elif kind == "fuzzy":
            query = self._tantivy.Query.fuzzy_term_query(self._schema, "text", words[0], 2)
        else:
            forms = {
                "term": words[0],
                "two terms": " ".join(words),
                "both terms": " AND ".join(words),
                "phrase": '"' + " ".join(words) + '"',
                "field": f"title:{words[0]}",
            }
            query = self._index.parse_query(forms[kind], fields)
        searcher = self._index.searcher()
        found = searcher.search(query, BEST, count=True)
        cutter = self._tantivy.SnippetGenerator.create(searcher, query, self._schema, "text")
        cutter.set_max_num_chars(PASSAGE)
        for _, address in found.hits:
            cutter.snippet_from_doc(searcher.doc(address)).to_html()
        return int(found.count)


class Xapian:
    """Xapian, by Debian's package `python3-xapian`."""

    def __init__(self, folder: Path) -> None:
        import xapian

        self._xapian: Any = xapian
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

    def ask(self, kind: str, words: list[str]) -> int | None:
        """How many articles answer."""
        forms = {
            "term": words[0],
            "two terms": " OR ".join(words),
            "both terms": " AND ".join(words),
            "phrase": '"' + " ".join(words) + '"',
            "prefix": words[0] + "*",
            "field": f"title:{words[0]}",
        }
        if kind not in forms:
            return None
        parser = self._xapian.QueryParser()
        parser.set_stemmer(self._stem)
        parser.set_stemming_strategy(parser.STEM_SOME)
        parser.set_database(self._base)
        parser.add_prefix("title", "S")
        flags = parser.FLAG_BOOLEAN | parser.FLAG_PHRASE | parser.FLAG_WILDCARD
        enquire = self._xapian.Enquire(self._base)
        enquire.set_query(parser.parse_query(forms[kind], flags))
        found = enquire.get_mset(0, BEST, self._base.get_doccount())
        for each in found:
            found.snippet(each.document.get_data().decode(), PASSAGE, self._stem)
        return int(found.get_matches_estimated())


def main() -> None:
    """Indexes the folder, says so, and answers until there are no more questions."""
    name, folder = sys.argv[1:]
    engine = {"fts5": Fts5, "tantivy": Tantivy, "xapian": Xapian}[name](Path(folder))
    print(json.dumps({"ready": name}), flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        start = time.process_time()
        found = engine.ask(question["kind"], question["words"])
        took = (time.process_time() - start) * 1000
        print(json.dumps({"found": found, "ms": took if found is not None else None}), flush=True)


if __name__ == "__main__":
    main()
