"""How long two articles take to be compared: normal ones, each pair the first of its process, and 2,000 sentences each.

Times are processor time of the comparison alone: reading the articles and finding their names is done before.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from itertools import combinations
from pathlib import Path

from bench.timing import Timing, timing
from index.comparison.compare import compare
from index.comparison.model import Side
from index.documents.load import load_bytes
from index.entities.model import Annotations
from index.entities.recognise import recognise
from index.entities.resolving.resolve import Resolver
from index.starter import starter_corpus

_PAIR, _LARGE = 100.0, 3000.0  # milliseconds that are aimed at
_SENTENCES = 2000
_WHO = ("The council", "A delegation", "The ministry", "Every union", "The harbour board", "An envoy", "No witness")
_DID = ("rejected", "welcomed", "published", "delayed", "described", "examined", "doubted", "repeated", "ignored")
_WHAT = (
    "treaty",
    "report",
    "budget",
    "ferry",
    "school",
    "strike",
    "market",
    "bridge",
    "election",
    "vaccine",
    "railway",
)
_WHERE = ("in the capital", "on the coast", "at the border", "near the river", "in the hills", "at the port", "abroad")
_WHY = ("after a long debate", "because of the cost", "before the vote", "despite a protest", "with little notice")


def measure(runs: int) -> list[Timing]:
    """Every pair of the starter corpus `runs` times, the large pair `runs` times."""
    names = sorted(path.name for path in starter_corpus().glob("*.txt"))
    pairs = [_apart(one, other) for one, other in combinations(names, 2) for _ in range(runs)]
    large = [_apart() for _ in range(runs)]
    return [
        timing("compare two articles, first of the process", "ms", pairs, _PAIR),
        timing(f"compare {_SENTENCES:,} with {_SENTENCES:,} sentences", "ms", large, _LARGE),
    ]


def _apart(*names: str) -> float:
    """Milliseconds that a new process takes for the pair."""
    command = [sys.executable, "-m", "bench.comparing", *names]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    return float(done.stdout)


def _sides(names: list[str]) -> list[Side]:
    if not names:
        documents = [load_bytes(_made(seed).encode(), f"{seed}.txt") for seed in (1, 2)]
        return [Side(document, Annotations(document.path, (), (), ())) for document in documents]
    documents = [load_bytes((starter_corpus() / name).read_bytes(), name) for name in names]
    resolver = Resolver()
    for document in documents:
        resolver.add(document.path, recognise(document))
    return [Side(document, resolver.annotations(document.path)) for document in documents]


def _made(seed: int) -> str:
    """An article of invented sentences, the same each time."""
    chance = random.Random(seed)
    parts = (_WHO, _DID, ("the",), _WHAT, _WHERE, _WHY)
    told = (
        f"{' '.join(chance.choice(part) for part in parts)}, {chance.randrange(2, 900)} people said."
        for _ in range(_SENTENCES)
    )
    return "A long year\n\n" + "\n\n".join(told) + "\n"


def _timed(names: list[str]) -> float:
    a, b = _sides(names)
    before = time.process_time()
    compare(a, b)
    return 1000 * (time.process_time() - before)


if __name__ == "__main__":
    print(_timed(sys.argv[1:]))
