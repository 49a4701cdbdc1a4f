"""How well answers are ordered, on collections with judgements and on newswire, against other engines on the same
files: MAP over the first hundred answers, and nDCG of the first ten.

Each query is asked as it stands, a headline, a sentence or more; the engines are asked for any of its words.
"""

from __future__ import annotations

import random
import re
import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.judged import NAMES, Judged, average_precision, gain, read
from bench.newswire import NAME as NEWSWIRE
from bench.newswire import collections
from bench.peers import ENGINES, Engine, installed
from index.library import Library
from index.settings import Settings

_DEPTH = 100
_DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Ranked:
    """The mean measures of an engine on a collection; `worse` is the share of samples of queries, drawn with
    replacement, in which ours is worse than it by MAP (paired bootstrap, Efron and Tibshirani 1993).
    """

    collection: str
    engine: str
    queries: int
    map: float
    ndcg: float
    worse: float | None = None

    def payload(self) -> dict[str, object]:
        """The figures as a JSON object."""
        return {
            "collection": self.collection,
            "engine": self.engine,
            "queries": self.queries,
            "map": round(self.map, 4),
            "ndcg10": round(self.ndcg, 4),
            "ours_worse": self.worse,
        }


def measure(folder: Path, pythons: dict[str, str]) -> list[Ranked]:
    """Every engine that is installed on every collection that is in the folder."""
    measured: list[Ranked] = []
    for name in NAMES:
        if (folder / name).is_dir():
            measured += _collection(read(name, folder / name), pythons)
    if (folder / NEWSWIRE).is_dir():
        for judged in collections(folder / NEWSWIRE):
            measured += _collection(judged, pythons)
    return measured


def _collection(judged: Judged, pythons: dict[str, str]) -> list[Ranked]:
    with tempfile.TemporaryDirectory(prefix="ceasefire-reader-bench-") as work:
        articles = Path(work, "articles")
        articles.mkdir()
        judged.write(articles)
        settings = Settings(cache_dir=Path(work, "cache"), data_dir=Path(work, "data"))
        library = Library.open(articles, settings=settings)
        library.refresh(names=False)
        ours = _asked(judged, lambda query: [path for path, _ in library.ranking(query).articles])
        library.close()
        measured = [_ranked(judged, "ceasefire-reader", ours, None)]
        for name in ENGINES:
            if installed(name, pythons):
                engine = Engine(name, pythons.get(name), articles)
                theirs = _asked(judged, partial(_words_asked, engine))
                engine.close()
                measured.append(_ranked(judged, name, theirs, ours))
    return measured


def _words_asked(engine: Engine, query: str) -> Sequence[str]:
    return engine.ranked(re.findall(r"\w+", query), _DEPTH)


def _asked(judged: Judged, ask: Callable[[str], Sequence[str]]) -> list[tuple[float, float]]:
    """Average precision and nDCG@10 of each query."""
    values = []
    for number, query in judged.queries.items():
        found = [Path(path).stem for path in ask(query)[:_DEPTH]]
        answers = judged.answers[number]
        values.append((average_precision(found, answers), gain(found, answers)))
    return values


def _ranked(
    judged: Judged, name: str, values: Sequence[tuple[float, float]], ours: Sequence[tuple[float, float]] | None
) -> Ranked:
    precision, gains = (statistics.fmean(column) for column in zip(*values, strict=True))
    worse = None
    if ours is not None:
        differences = [mine[0] - theirs[0] for mine, theirs in zip(ours, values, strict=True)]
        dice = random.Random(19690720)
        draws = (sum(dice.choices(differences, k=len(differences))) for _ in range(_DRAWS))
        worse = sum(drawn <= 0 for drawn in draws) / _DRAWS
    return Ranked(judged.name, name, len(values), precision, gains, worse)


def table(measured: Sequence[Ranked]) -> str:
    """The figures as a table for people."""
    lines = [f"{'collection':12}{'engine':18}{'queries':>8}{'MAP':>8}{'nDCG@10':>9}{'ours worse':>12}"]
    for each in measured:
        worse = "" if each.worse is None else f"{each.worse:.2%}"
        lines.append(
            f"{each.collection:12}{each.engine:18}{each.queries:>8}{each.map:>8.3f}{each.ndcg:>9.3f}{worse:>12}".rstrip()
        )
    return "\n".join(lines)
