"""How long a search takes, twenty passages included, against other engines on the same articles in the same run.

Times are processor time, which says the same on a machine that is busy with other things; the engines are asked in
turn.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from bench.figure import Figure, figure
from bench.peers import opened
from bench.questions import KINDS, Question, questions
from index.library import Library
from tui.garbage import collect_seldom

_LIMIT = 20
_SHORTEST = 2


def measure(
    library: Library, corpus: Path, paths: Sequence[Path], runs: int, pythons: dict[str, str], chosen: Collection[str]
) -> list[Figure]:
    """Milliseconds of each kind of question, p50 and p95 over the questions, beside each peer; and typing by itself."""
    peers = opened(corpus, pythons, chosen)
    collect_seldom()  # as the program does
    asked = questions(paths, max(4, runs * 4))
    mine: dict[Question, list[float]] = {question: [] for question in asked}
    others: dict[str, dict[Question, list[float]]] = {peer.name: {question: [] for question in asked} for peer in peers}
    # All questions in turn, and again: none is answered from what was just looked at.
    for run in range(runs + 1):
        for question in mine:
            start = time.process_time()
            if question.kind == "facets":
                library.facets(question.ours())
            else:
                library.search(question.ours(), limit=_LIMIT)
            took = (time.process_time() - start) * 1000
            answers = [(peer.name, peer.ask(question.kind, question.words)) for peer in peers]
            if run:
                mine[question].append(took)
                for name, other in answers:
                    if other is not None:
                        others[name][question].append(other)
    ours = {question: statistics.median(taken) for question, taken in mine.items()}
    theirs = {
        name: {question: statistics.median(taken) for question, taken in each.items() if taken}
        for name, each in others.items()
    }
    for peer in peers:
        peer.close()
    found = []
    for kind in KINDS:
        if not any(each.kind == kind for answered in theirs.values() for each in answered):
            alone = [took for each, took in ours.items() if each.kind == kind]
            found += [
                figure(f"search, {kind} p{percent}", "ms", [percentile(alone, percent)], [], "", runs=len(alone))
                for percent in (50, 95)
            ]
        for peer in peers:
            both = [each for each in ours if each.kind == kind and each in theirs[peer.name]]
            if both:
                mine, other = [ours[each] for each in both], [theirs[peer.name][each] for each in both]
                found += list(_percentiles(f"search, {kind}", mine, other, peer.name))
    return found + _typing(library, asked)


def _percentiles(name: str, ours: Sequence[float], peer: Sequence[float], peer_name: str) -> Iterator[Figure]:
    for percent in (50, 95):
        one, other = percentile(ours, percent), percentile(peer, percent)
        ratios = sorted(a / b for a, b in zip(ours, peer, strict=True) if b)
        yield figure(f"{name} p{percent}", "ms", [one], [other], peer_name, ratios, len(ours))


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many of a hundred do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def _typing(library: Library, asked: Sequence[Question]) -> list[Figure]:
    """Milliseconds from a key to its results with passages, for every letter of the questions; nothing is painted."""
    taken: list[float] = []
    for question in asked:
        if question.kind in ("term", "two terms"):
            text = " ".join(question.words)
            for end in range(_SHORTEST, len(text) + 1):
                start = time.process_time()
                library.search(text[:end], limit=_LIMIT, typing=True)
                taken.append((time.process_time() - start) * 1000)
    return [
        figure(f"typing, a key to its results p{percent}", "ms", [percentile(taken, percent)], [], "", runs=len(taken))
        for percent in (50, 95, 99)
    ]
