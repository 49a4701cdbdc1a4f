"""How many articles are indexed a second, against Whoosh as it comes.

Ours reads the files, finds structure, names and quotations, and writes an index with stored positions; the peer only
reads the files and indexes their words with positions, as Whoosh's documentation shows it.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from whoosh import fields, index
from whoosh.analysis import StemmingAnalyzer

from bench.figure import Figure, figure
from index.library import Library
from index.settings import Settings


def measure(corpus: Path, paths: Sequence[Path], work: Path, runs: int) -> Figure:
    """Articles a second of `Library.refresh` from nothing, and of a stock Whoosh writer."""
    ours, peer = [], []
    for run in range(runs):
        start = time.perf_counter()
        settings = Settings(cache_dir=work / f"ours-{run}", data_dir=work / "data")
        library = Library.open(corpus, settings=settings)
        library.refresh()
        library.close()
        ours.append(len(paths) / (time.perf_counter() - start))
        start = time.perf_counter()
        stock(paths, work / f"stock-{run}")
        peer.append(len(paths) / (time.perf_counter() - start))
    return figure("indexing", "articles/s", ours, peer, "stock Whoosh, words alone")


def stock(paths: Sequence[Path], folder: Path) -> None:
    """An index of the files' words, made with Whoosh's own stemming analyzer."""
    folder.mkdir()
    schema = fields.Schema(path=fields.ID(stored=True), text=fields.TEXT(stored=True, analyzer=StemmingAnalyzer()))
    writer = index.create_in(folder, schema).writer()
    for path in paths:
        writer.add_document(path=path.name, text=path.read_text(encoding="utf-8"))
    writer.commit()
