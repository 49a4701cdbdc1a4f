"""tantivy (Rust), by its Python package."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tantivy

from bench.engines.asked import BEST, PASSAGE, articles, form

_FIELDS = ["title", "text"]


class Tantivy:
    """tantivy in memory, with its English stemmer."""

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("path", stored=True, tokenizer_name="raw")
        for name in _FIELDS:
            builder.add_text_field(name, stored=True, tokenizer_name="en_stem")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer()
        for path, title, text in articles(folder):
            writer.add_document(tantivy.Document(path=path, title=title, text=text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def ask(self, kind: str, words: Sequence[str]) -> int | None:
        """See `Engine`."""
        query: Any
        if kind == "prefix":
            query = tantivy.Query.regex_query(self._schema, "text", re.escape(words[0]) + ".*")
        elif kind == "fuzzy":
            query = tantivy.Query.fuzzy_term_query(self._schema, "text", words[0], 2)
        else:
            text = form(kind, words, either=" ")
            if text is None:
                return None
            query = self._index.parse_query(text, _FIELDS)
        searcher = self._index.searcher()
        found = searcher.search(query, BEST, count=True)
        cutter = tantivy.SnippetGenerator.create(searcher, query, self._schema, "text")
        cutter.set_max_num_chars(PASSAGE)
        for _, address in found.hits:
            cutter.snippet_from_doc(searcher.doc(address)).to_html()
        return int(found.count)

    def ranked(self, words: Sequence[str], best: int) -> list[str]:
        """See `Engine`."""
        searcher = self._index.searcher()
        found = searcher.search(self._index.parse_query(" ".join(words), _FIELDS), best)
        return [str(searcher.doc(address)["path"][0]) for _, address in found.hits]
