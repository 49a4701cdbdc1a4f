"""How many articles are indexed a second, and how large the index is, against Whoosh as it comes and SQLite FTS5.

Ours reads the files, finds structure, and writes words with positions and the articles themselves; after that it finds
names and quotations, which is measured apart.  The peers only read the files, index their words with positions and
store the text.
"""

from __future__ import annotations

import resource
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from whoosh import fields, index
from whoosh.analysis import StemmingAnalyzer

from bench.figure import Figure, figure
from index.cache import size_of
from index.library import Library
from index.settings import Settings

_WORDS_ALONE = "stock Whoosh, words alone"


def measure(corpus: Path, paths: Sequence[Path], work: Path, runs: int, *, names: bool = True) -> list[Figure]:
    """Articles a second from nothing, elapsed and of processor time, and bytes of the index for each byte of text;
    without names, where they are not to be found.
    """
    text = sum(path.stat().st_size for path in paths)
    speed: dict[str, list[float]] = {name: [] for name in ("words", "names", "stock", "fts5")}
    work_done: dict[str, list[float]] = {name: [] for name in speed}
    size: dict[str, list[float]] = {name: [] for name in speed}

    def timed(name: str, folder: Path, make: Callable[..., object], *given: object) -> None:
        """Takes down what `make` takes, called with what is given."""
        start, processor = time.perf_counter(), _processor()
        make(*given)
        speed[name].append(len(paths) / (time.perf_counter() - start))
        work_done[name].append(len(paths) / (_processor() - processor))
        size[name].append(size_of(folder) / text)

    for run in range(runs):
        folder = work / f"ours-{run}"
        library = Library.open(corpus, settings=Settings(cache_dir=folder, data_dir=work / "data"))
        timed("words", folder, partial(library.refresh, names=False))
        if names:
            timed("names", folder, _finished, library)
        library.close()
        folder = work / f"stock-{run}"
        folder.mkdir()
        timed("stock", folder, stock, paths, folder)
        folder = work / f"fts5-{run}"
        folder.mkdir()
        timed("fts5", folder, fts5, paths, folder / "fts5.sqlite")
    figures = []
    for what, rates in (("", speed), (", processor", work_done)):
        figures += [
            figure(f"indexing words{what}", "articles/s", rates["words"], rates["stock"], "stock Whoosh"),
            figure(f"indexing words{what}", "articles/s", rates["words"], rates["fts5"], "SQLite FTS5"),
        ]
        if names:
            both = [1 / (1 / words + 1 / later) for words, later in zip(rates["words"], rates["names"], strict=True)]
            name = f"indexing words and names{what}"
            figures.append(figure(name, "articles/s", both, rates["stock"], _WORDS_ALONE))
    figures += [
        figure("index to text, words", "times", size["words"], size["stock"], "stock Whoosh"),
        figure("index to text, words", "times", size["words"], size["fts5"], "SQLite FTS5"),
    ]
    if names:
        figures.append(figure("index to text, words and names", "times", size["names"], size["stock"], _WORDS_ALONE))
    return figures


def _finished(library: Library) -> None:
    """The names found too, and all of it written."""
    library.refresh()
    library.close()


def _processor() -> float:
    """Seconds of processor time of this process and of its children that ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def stock(paths: Sequence[Path], folder: Path) -> None:
    """An index of the files' words, made with Whoosh's own stemming analyzer."""
    schema = fields.Schema(path=fields.ID(stored=True), text=fields.TEXT(stored=True, analyzer=StemmingAnalyzer()))
    writer = index.create_in(folder, schema).writer()
    for path in paths:
        writer.add_document(path=path.name, text=path.read_text(encoding="utf-8"))
    writer.commit()


def fts5(paths: Sequence[Path], file: Path) -> None:
    """An index of the files' words in SQLite, with its own Porter stemmer."""
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE VIRTUAL TABLE article USING fts5 (path UNINDEXED, text, tokenize='porter unicode61')")
        rows = ((path.name, path.read_text(encoding="utf-8")) for path in paths)
        database.executemany("INSERT INTO article VALUES (?, ?)", rows)
