"""What aligned sentences say of others that retell them.

An article often tells a thing several times: in its lead, where it goes into it, in a list of key points.  Where one
of these sentences is aligned, the others have a claim to the same partner, though they share fewer words with it.
Only aligned sentences speak for a pair, so that a sentence which aligns with nothing has no say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.comparison.aligning.familiar import Familiar
from index.comparison.aligning.passages import Passage, shared_words

_RETELLS = 0.2
"""Likeness beside what is familiar from which a sentence retells another of its article."""
_CLAIM = 0.4
"""What a retelling is worth to a pair, of its likeness to the sentence that is aligned and of that pair's likeness."""
_HEARD = 2  # aligned sentences that speak for a pair, the likest


class Retold:
    """The aligned pairs of two articles and what they say for pairs that are not."""

    def __init__(
        self, a: Sequence[Passage], b: Sequence[Passage], familiar: Familiar, twins: Iterable[tuple[int, int]]
    ) -> None:
        """`twins` are pairs of sentences that read the same."""
        self._a, self._b = a, b
        self._familiar = familiar
        self._partners_a: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._partners_b: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self._alike: dict[tuple[int, int], float] = {}
        for i, j in twins:
            self.add(i, j, 1.0)

    def add(self, i: int, j: int, likeness: float) -> None:
        """Sentence `i` of the first article and `j` of the second are aligned."""
        self._partners_a[i].append((j, likeness))
        self._partners_b[j].append((i, likeness))

    def support(self, i: int, j: int) -> float:
        """What is to be added to the likeness of the pair; nothing where the first people named are two."""
        people_a, people_b = self._a[i].people, self._b[j].people
        if people_a and people_b and people_a[0] != people_b[0]:
            return 0.0
        claims = [
            *self._claims(self._a, i, self._partners_b.get(j, ())),
            *self._claims(self._b, j, self._partners_a.get(i, ())),
        ]
        return _CLAIM * sum(sorted(claims, reverse=True)[:_HEARD])

    def _claims(self, passages: Sequence[Passage], place: int, aligned: Iterable[tuple[int, float]]) -> Iterable[float]:
        """What each of the `aligned` sentences of its article, by its likeness to its partner, says for a sentence."""
        for other, likeness in aligned:
            alike = self._likeness(passages[place], passages[other])
            if alike >= _RETELLS:
                yield alike * likeness

    def _likeness(self, one: Passage, other: Passage) -> float:
        key = (id(one), id(other)) if id(one) < id(other) else (id(other), id(one))
        found = self._alike.get(key)
        if found is None:
            found = self._alike[key] = self._familiar.likeness(one, other, shared_words(one, other))
        return found
