"""Sentences of many articles that tell one fact: groups grown from aligned pairs, best pair first.

Two groups become one only when their sentences resemble each other on average (average linkage), not through one
link: a sentence that tells two facts would otherwise chain both.  What it tells of the second fact is found afterwards,
since a sentence may stand in several rows of the matrix.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from index.comparison.aligning.alignment import similarity
from index.comparison.aligning.passages import Passage
from index.errors import Cancelled

Place = tuple[int, int]
"""Number of the article, number of the passage in it."""

FOUNDED = 0.32
"""Likeness from which two sentences are a row: more than for a pair, since many articles are less alike."""
JOINED = 0.28
"""Likeness on average from which groups that have found each other's fact become one."""
MOST_PER_ARTICLE = 3
"""Sentences that one article may spend on one fact."""
_APART = 0.8  # of the similarity of two sentences that are not aligned, since familiar words count in it in full
_LARGEST = 120  # sentences of a group; larger ones take no more in, which bounds the work on text that repeats itself


@dataclass(slots=True)
class Likeness:
    """Likeness of sentences by their places, each counted once; `known` holds that of aligned ones."""

    passages: list[tuple[Passage, ...]]
    known: dict[tuple[Place, Place], float] = field(default_factory=dict)

    def __call__(self, one: Place, other: Place) -> float:
        """From 0 to 1."""
        key = (one, other) if one < other else (other, one)
        value = self.known.get(key)
        if value is None:
            value = _APART * similarity(self.passages[one[0]][one[1]], self.passages[other[0]][other[1]])
            self.known[key] = value
        return value


def clusters(
    links: Iterable[tuple[float, Place, Place]],
    likeness: Likeness,
    cancelled: Callable[[], bool] | None = None,
) -> list[list[Place]]:
    """The groups of two or more sentences, each in order.  Raises Cancelled when `cancelled` says so."""
    group: dict[Place, int] = {}
    members: dict[int, list[Place]] = {}
    for step, (_, one, other) in enumerate(sorted(links, key=lambda link: (-link[0], link[1], link[2]))):
        if step % 256 == 0 and cancelled is not None and cancelled():
            raise Cancelled("The comparison was stopped.")
        for place in (one, other):
            if place not in group:
                group[place] = len(group)
                members[group[place]] = [place]
        left, right = group[one], group[other]
        if left != right and _belong(members[left], members[right], likeness):
            if len(members[left]) < len(members[right]):
                left, right = right, left
            for place in members[right]:
                group[place] = left
            members[left] += members.pop(right)
    return sorted(sorted(m) for m in members.values() if len(m) > 1)


def _belong(left: list[Place], right: list[Place], likeness: Likeness) -> bool:
    if len(left) + len(right) > _LARGEST:
        return False
    spent: dict[int, int] = {}
    for article, _ in (*left, *right):
        spent[article] = spent.get(article, 0) + 1
    if max(spent.values()) > MOST_PER_ARTICLE:
        return False
    scores = [likeness(x, y) for x in left for y in right if x[0] != y[0]]
    needed = FOUNDED if len(left) == len(right) == 1 else JOINED
    return bool(scores) and sum(scores) >= needed * len(scores)


def central(members: list[Place], likeness: Likeness) -> Place:
    """The sentence that resembles the others most; of equals the first."""
    return max(members, key=lambda one: (sum(likeness(one, x) for x in members if x != one), [-n for n in one]))
