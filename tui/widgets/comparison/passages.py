"""The passages of two compared articles: which sentence is told on both sides, and which stands beside which.

A passage is a sentence with its mark: a letter that says what the other article makes of it.  A passage and the one of
the other side that tells most of it carry the same number, so that the eye can join them without colour.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from index.comparison.model import Comparison
from index.documents.model import Span

SideName = Literal["a", "b"]
Mark = Literal["conflict", "differs", "only", "partial", "same"]

LETTERS: dict[Mark, str] = {"conflict": "!", "differs": "?", "only": "+", "partial": "~", "same": "="}
"""Strongest first: where several passages share a line, the strongest is the one the gutter shows."""
STROKE = "│"
"""What says that a passage goes on."""
_RANK: dict[Mark, int] = {mark: rank for rank, mark in enumerate(LETTERS)}

MEANINGS: dict[Mark, str] = {
    "conflict": "conflict",
    "differs": "may differ",
    "only": "only here",
    "partial": "partly told",
    "same": "told by both",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence; `number` joins it with its best partner on the other side, 0 where it has none."""

    start: int
    end: int
    mark: Mark
    number: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A passage of one side and the passage of the other that stands beside it."""

    here: Span
    there: Span
    score: float


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of one side in order, none overlapping, and the best link of each that has one."""

    passages: tuple[Passage, ...]
    links: tuple[Link, ...]

    def at(self, offset: int) -> Passage | None:
        """The passage that holds the character `offset`."""
        index = bisect_right(self.passages, offset, key=lambda passage: passage.start) - 1
        return self.passages[index] if index >= 0 and offset < self.passages[index].end else None

    def link(self, offset: int) -> Link | None:
        """The link of the passage that holds the character `offset`."""
        index = bisect_right(self.links, offset, key=lambda link: link.here.start) - 1
        return self.links[index] if index >= 0 and offset < self.links[index].here.end else None

    def within(self, start: int, end: int) -> tuple[Passage, ...]:
        """The passages that have a character in [start, end)."""
        first = bisect_right(self.passages, start, key=lambda passage: passage.end)
        last = bisect_right(self.passages, end - 1, key=lambda passage: passage.start)
        return self.passages[first:last]

    def gutter(self, start: int, end: int) -> tuple[str, Passage | None]:
        """What stands in the gutter of a line that shows the characters [start, end), and of which passage it speaks.

        Letter and number where a passage begins on the line, a stroke where one only goes on, nothing beside other
        text.
        """
        shown = self.within(start, end)
        if not shown:
            return "", None
        beginning = [passage for passage in shown if passage.start >= start]
        if not beginning:
            return STROKE, shown[0]
        strongest = min(beginning, key=lambda passage: _RANK[passage.mark])
        return f"{LETTERS[strongest.mark]}{strongest.number or ''}", strongest


def pair(comparison: Comparison) -> dict[SideName, Passages]:
    """The passages of both sides of a comparison."""
    marks: dict[tuple[SideName, Span], Mark] = {}
    joined = _Groups()
    links: list[tuple[Span, Span, float]] = []

    def mark(side: SideName, span: Span, found: Mark) -> None:
        known = marks.get((side, span))
        # A conflict outweighs all; a sentence that is told fully by one partner is told, whatever others tell of it;
        # and one that has a partner is told in part, however little that is (`index.comparison.in_part`).
        rank = {"conflict": 0, "differs": 1, "same": 2, "partial": 3, "only": 4}
        if known is None or rank[found] < rank[known]:
            marks[side, span] = found

    for alignment in comparison.alignments:
        mark("a", alignment.a, alignment.kind)
        mark("b", alignment.b, alignment.kind)
        links.append((alignment.a, alignment.b, alignment.score))
    for conflict in comparison.conflicts:
        mark("a", conflict.a_sentence, conflict.strength)
        mark("b", conflict.b_sentence, conflict.strength)
        # What is in conflict is what the reader wants to see side by side, so it goes before mere likeness.
        links.append((conflict.a_sentence, conflict.b_sentence, 2.0 if conflict.strength == "conflict" else 1.0))
    for span in comparison.only_a:
        mark("a", span, "only")
    for span in comparison.only_b:
        mark("b", span, "only")

    best: dict[SideName, tuple[Link, ...]] = {
        "a": _best(links),
        "b": _best((there, here, score) for here, there, score in links),
    }
    # Joined by every likeness, half of an article would carry one number: a passage has that of its best partner.
    for link in best["a"]:
        joined.join(("a", link.here), ("b", link.there))
    for link in best["b"]:
        joined.join(("a", link.there), ("b", link.here))
    numbers = joined.numbers()
    found: dict[SideName, Passages] = {}
    for side in ("a", "b"):
        name: SideName = side
        own = sorted((span, found_mark) for (where, span), found_mark in marks.items() if where == name)
        found[name] = Passages(
            tuple(_apart(Passage(span.start, span.end, which, numbers.get((name, span), 0)) for span, which in own)),
            best[name],
        )
    return found


def _apart(passages: Iterable[Passage]) -> Iterable[Passage]:
    end = 0
    for passage in passages:
        start = max(passage.start, end)
        if start < passage.end:
            yield Passage(start, passage.end, passage.mark, passage.number)
            end = passage.end


def _best(links: Iterable[tuple[Span, Span, float]]) -> tuple[Link, ...]:
    """Of each passage its best link: the highest score, then the earliest partner."""
    best: dict[Span, Link] = {}
    for here, there, score in links:
        known = best.get(here)
        if known is None or (-score, there) < (-known.score, known.there):
            best[here] = Link(here, there, score)
    return tuple(best[here] for here in sorted(best))


class _Groups:
    """Union-find (Galler and Fischer, 1964) over the passages of both sides."""

    def __init__(self) -> None:
        self._parent: dict[tuple[SideName, Span], tuple[SideName, Span]] = {}

    def _root(self, one: tuple[SideName, Span]) -> tuple[SideName, Span]:
        self._parent.setdefault(one, one)
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, one: tuple[SideName, Span], other: tuple[SideName, Span]) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        # The earliest passage of A stays the root, so that numbers follow the order of A.
        self._parent[second] = first

    def numbers(self) -> dict[tuple[SideName, Span], int]:
        """A number from 1 for each group, in the order in which A tells them."""
        roots = {one: self._root(one) for one in self._parent}
        order = {root: number for number, root in enumerate(sorted(set(roots.values())), start=1)}
        return {one: order[root] for one, root in roots.items()}
