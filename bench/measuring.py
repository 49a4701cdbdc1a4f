"""`make bench`: every figure as a table for people, then as one line of JSON."""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import sqlite3
import sys
import tempfile
from pathlib import Path

from bench import (
    comparing,
    corpus,
    corrected,
    edited,
    first_paint,
    frames,
    hard,
    indexing,
    names,
    pane,
    planted,
    ranking,
    searching,
    timing,
    typed,
)
from bench.figure import Figure, table, worse
from bench.peers import ENGINES, Ripgrep, missing
from index.library import Library
from index.settings import Settings
from index.starter import starter_corpus
from tui.version import VERSION

_KINDS = (
    "paint",
    "pane",
    "index",
    "names",
    "search",
    "hard",
    "typing",
    "correct",
    "frames",
    "compare",
    "planted",
    "ranking",
)


def main() -> int:
    """Measures what was asked for and prints it."""
    if sys.argv[1:2] and sys.argv[1] in edited.KINDS:
        return edited.main(sys.argv[1:])
    options = _options()
    kinds = options.kinds
    _compile()
    figures, timings = _measured(kinds, options)
    if "pane" in kinds:
        with tempfile.TemporaryDirectory(prefix="ceasefire-reader-bench-") as folder:
            timings += pane.measure(Path(folder), options.runs)
    if "compare" in kinds:
        timings += comparing.measure(options.runs)
    scores = _planted(options) if "planted" in kinds else {}
    ranked = ranking.measure(options.collections, options.pythons) if "ranking" in kinds else []
    if ranked:
        print(ranking.table(ranked))
    elif "ranking" in kinds:
        print(f"{options.collections} holds no judged collection, so ranking is not measured", file=sys.stderr)
    if figures:
        print(table(figures))
    if timings:
        print(timing.table(timings))
    told = {
        "machine": _machine(),
        "version": VERSION,
        "articles": options.articles,
        "figures": [f.payload() for f in figures],
        "timings": [t.payload() for t in timings],
        "ranking": [r.payload() for r in ranked],
        "planted": {told: score.payload() for told, score in scores.items()},
    }
    print(json.dumps(told))
    if options.save:
        options.save.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    if options.against:
        before = json.loads(options.against.read_text(encoding="utf-8"))
        if lines := worse(figures, before):
            print("Worse by a fifth or more:", *lines, sep="\n  ", file=sys.stderr)
            return 1
    return 0


def _compile() -> None:
    """Byte code as `make` leaves it, for the processes that are started to be timed: where Python may write none
    (PYTHONDONTWRITEBYTECODE), each of them would compile what was edited since, and take half as long again.
    """
    for package in ("index", "tui"):
        compileall.compile_dir(Path(__file__).parents[1] / package, quiet=2)


def _options() -> argparse.Namespace:
    """What is to be measured, and how; `pythons` are those of the peers that have one of their own."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    add = parser.add_argument
    add("kinds", nargs="*", metavar="KIND", help=f"what to measure: {', '.join(_KINDS)} (all)")
    add("--articles", type=int, default=1000, help="articles to index and search (1000)")
    add(
        "--folder",
        type=Path,
        help="a folder of .txt files to index, search and plant in, instead of articles that are made",
    )
    add("--work", type=Path, help="a folder in which the index stays for the next time")
    add("--seed", type=int, default=1, help="which articles and edits disagreements are planted with (1)")
    add("--show", action="store_true", help="also print the planted disagreements that were missed, and false ones")
    add("--runs", type=int, default=5, help="runs of each measurement (5)")
    add("--no-names", dest="names", action="store_false", help="find no names: indexing takes a third of the time")
    add(
        "--peers",
        nargs="+",
        default=[*ENGINES, Ripgrep.name],
        metavar="NAME",
        help="what to search with beside ours (all that is installed; ripgrep takes long on many articles)",
    )
    add("--tantivy", metavar="PYTHON", help="a Python that has tantivy, to search with it too")
    add("--xapian", metavar="PYTHON", help="a Python that has Xapian, to search with it too")
    add(
        "--collections",
        metavar="FOLDER",
        type=Path,
        default=Path("../shared/data"),
        help="holds the judged collections for ranking, in cranfield/, cisi/ and reuters21578/ (../shared/data)",
    )
    add("--apps", metavar="FOLDER", type=Path, help="a folder with hike, frogmouth or harlequin, to start them too")
    add("--save", metavar="FILE", type=Path, help="also write the JSON there")
    add(
        "--against",
        metavar="FILE",
        type=Path,
        help="the JSON of an earlier run: tells which ratios got worse by a fifth",
    )
    options = parser.parse_args()
    options.kinds = options.kinds or list(_KINDS)
    if unknown := sorted(set(options.kinds) - set(_KINDS)):
        parser.error(f"there is no measurement called {unknown[0]}")
    options.pythons = {name: python for name in ENGINES[1:] if (python := getattr(options, name))}
    absent = [name for name in missing(options.pythons) if name in options.peers]
    if {"search", "ranking"} & set(options.kinds) and absent:
        print(f"Not installed, so not measured: {', '.join(absent)}", file=sys.stderr)
    return options


def _planted(options: argparse.Namespace) -> dict[str, planted.Score]:
    """The recall of planted disagreements in copies told near and far, printed by kind."""
    scores = {}
    for told in ("near", "far"):
        folder = options.folder or starter_corpus()
        score = planted.measure(folder, options.seed, planted.ARTICLES, planted.EDITS, far=told == "far")
        print(planted.table(score, told), *(score.shown if options.show else ()), sep="\n")
        scores[told] = score
    return scores


def _machine() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "sqlite": sqlite3.sqlite_version,
    }


def _measured(kinds: list[str], options: argparse.Namespace) -> tuple[list[Figure], list[timing.Timing]]:
    figures: list[Figure] = []
    timings: list[timing.Timing] = []
    runs = options.runs
    with tempfile.TemporaryDirectory(prefix="ceasefire-reader-bench-") as folder:
        work = Path(folder)
        if options.folder:
            articles, paths = options.folder.resolve(), sorted(options.folder.resolve().rglob("*.txt"))
            options.articles = len(paths)
        else:
            articles = work / "articles"
            articles.mkdir()
            paths = corpus.write(articles, options.articles)
        count = len(paths)
        if "paint" in kinds:
            figures += first_paint.measure(starter_corpus(), "untangle", runs, "first paint, 5 articles")
            figures += first_paint.measure(articles, "Account 0", runs, f"first paint, {count:,} articles")
            if options.apps:
                figures += first_paint.measure_others(options.apps, runs)
        if "index" in kinds:
            figures += indexing.measure(articles, paths, work, max(1, runs // 2), names=options.names)
        if "names" in kinds:
            rates, taken = names.measure(paths, work, runs)
            figures += rates
            timings += taken
        if "frames" in kinds:
            timings += frames.measure(articles, count, work)
        if {"search", "hard", "typing", "correct"} & set(kinds):
            place = options.work or work
            settings = Settings(cache_dir=place / "cache", data_dir=place / "data", restore=False)
            library = Library.open(articles, settings=settings)
            library.refresh(names=options.names)
            if "search" in kinds:
                figures += searching.measure(library, articles, paths, runs, options.pythons, options.peers)
            if "hard" in kinds:
                print(hard.table(hard.measure(library, paths)))
            library.close()
            if "typing" in kinds:
                timings += typed.measure(articles, paths, settings, max(2, runs * 2))
            if "correct" in kinds:
                timings += corrected.measure(articles, settings, count, runs)
    return figures, timings
