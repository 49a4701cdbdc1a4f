"""Two nearly equal sentences whose words stand in each other's places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.naming import Naming
from index.comparison.aligning.quantities import Quantity
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding
from index.comparison.model import ConflictKind, Strength
from index.documents.model import Span

COPY = 0.80
"""From this share on the two are taken for copies, and a name replaced by a name of another type is a conflict too."""

OTHER_NAME = 0.95
"""Below this share figures that differ together with a name are another's."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The pair at hand: who is who, its figures, and the share of the words that stand in both."""

    pair: Pair
    names_a: Naming
    names_b: Naming
    figures_a: Sequence[Quantity]
    figures_b: Sequence[Quantity]
    share: float

    @property
    def a(self) -> Sequence[Word]:
        return self.pair.a.words

    @property
    def b(self) -> Sequence[Word]:
        return self.pair.b.words

    def finding(self, kind: ConflictKind, strength: Strength, a: Span, b: Span, about: str) -> Finding:
        return Finding(kind, strength, a, b, self.pair.a.span, self.pair.b.span, about, self.pair.score)


def what_counts(words: Sequence[Word], at: int) -> str:
    """What a number counts, for people: the words after it up to a function word, else those before it."""
    tail = list(takewhile(lambda w: w.folded not in FUNCTION, words[at + 1 : at + 4]))
    if any(w.kind == "word" and w.key != "percent" for w in tail):
        return f"“{' '.join(w.text for w in tail)}”"
    return f"“{' '.join(w.text for w in words[max(0, at - 4) : at])} …”"
