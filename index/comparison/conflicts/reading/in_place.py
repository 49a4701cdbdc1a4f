"""Two nearly equal sentences whose words stand in each other's places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.naming import Naming
from index.comparison.aligning.quantities import Quantity
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.aligning.words import WordAlignment
from index.comparison.conflicts.findings import Finding
from index.comparison.model import ConflictKind, Strength
from index.documents.model import Span

COPY = 0.80
"""From this share on the two are taken for copies, and a name replaced by a name of another type is a conflict too."""

OTHER_NAME = 0.95
"""Below this share figures that differ together with a name are another's."""


class Sides(NamedTuple):
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


_CONTENT = 5  # content words in both, of which a shorter telling is known as one
_HELD = 0.7  # of the shorter sentence's content words that must stand in the longer
_ASIDE = 0.97  # of its share that a sentence keeps which lacks words of the other


def share_in_place(a: Sequence[Word], b: Sequence[Word], aligned: WordAlignment) -> float:
    """The share of the longer sentence's words that stand in both; asides that one of the two leaves out do not count
    where it holds nearly all that the shorter says.  Of sentences with more and with fewer figures nobody knows which
    figures answer which.
    """
    share = aligned.share(a, b)
    figures = [sum(w.kind == "number" for w in words) for words in (a, b)]
    if min(figures) and figures[0] != figures[1]:
        return share
    held = sum(a[i].folded not in FUNCTION for i, _ in aligned.matched)
    fewer = min(sum(w.folded not in FUNCTION for w in words) for words in (a, b))
    if held < _CONTENT or held < _HELD * fewer:
        return share
    replaced = sum(max(r.a1 - r.a0, r.b1 - r.b0) for r in aligned.runs if r.a1 > r.a0 and r.b1 > r.b0)
    return max(share, _ASIDE * len(aligned.matched) / (len(aligned.matched) + replaced))
