"""Two texts as a rule of conflicts gets them; kept, for mutants of the rules do not change them, but without what the
rules keep of them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from index.comparison.aligning.passages import Told, told
from tests.index.comparison.articles import make_sides


def both_told(a: str, b: str) -> tuple[Told, Told]:
    """The two texts, each under the same title, cut into passages."""
    left, right = _both_cut(a, b)
    return replace(left), replace(right)


def one_told(text: str) -> Told:
    """A text without a title, cut into passages."""
    return replace(_cut(text))


@cache
def _both_cut(a: str, b: str) -> tuple[Told, Told]:
    left, right = make_sides(*(f"Harbour news\n\n{text}\n" for text in (a, b)))
    return told(left), told(right)


@cache
def _cut(text: str) -> Told:
    return told(make_sides(text)[0])
