"""`make bench`: every figure as a table for people, then as one line of JSON."""

from __future__ import annotations

import argparse
import json
import platform
import tempfile
from pathlib import Path

from bench import corpus, first_paint, indexing, searching
from bench.figure import Figure, table
from index.library import Library
from index.settings import Settings
from index.starter import starter_corpus

_KINDS = ("paint", "index", "search")


def main() -> None:
    """Measures what was asked for and prints it."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="what to measure: paint, index, search (all)")
    parser.add_argument("--articles", type=int, default=1000, help="articles to index and search (1000)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each measurement (5)")
    options = parser.parse_args()
    kinds = options.kinds or list(_KINDS)
    if unknown := sorted(set(kinds) - set(_KINDS)):
        parser.error(f"there is no measurement called {unknown[0]}")
    figures = _measured(kinds, options.articles, options.runs)
    print(table(figures))
    machine = {"python": platform.python_version(), "system": platform.system(), "machine": platform.machine()}
    print(json.dumps({"machine": machine, "articles": options.articles, "figures": [f.payload() for f in figures]}))


def _measured(kinds: list[str], count: int, runs: int) -> list[Figure]:
    figures = []
    with tempfile.TemporaryDirectory(prefix="ceasefire-reader-bench-") as folder:
        work = Path(folder)
        articles = work / "articles"
        articles.mkdir()
        paths = corpus.write(articles, count)
        if "paint" in kinds:
            figures += first_paint.measure(starter_corpus(), "untangle", runs, "first paint, 5 articles")
            figures += first_paint.measure(articles, "Account 0", runs, f"first paint, {count:,} articles")
        if "index" in kinds:
            figures.append(indexing.measure(articles, paths, work, max(1, runs // 2)))
        if "search" in kinds:
            settings = Settings(cache_dir=work / "cache", data_dir=work / "data")
            library = Library.open(articles, settings=settings)
            library.refresh()
            figures += searching.measure(library, paths, runs)
            library.close()
    return figures


if __name__ == "__main__":
    main()
