"""Articles made of plain text, compared as the library compares them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from index.comparison.compare import compare
from index.comparison.model import Comparison, Side
from tests.index.comparison.articles import make_sides


@dataclass(frozen=True)
class Compared:
    """A comparison with its two sides, and its findings as texts."""

    a: Side
    b: Side
    result: Comparison

    @property
    def conflicts(self) -> list[tuple[str, str, str]]:
        """Kind, words of A, words of B."""
        return [(c.kind, self.in_a(c.a), self.in_b(c.b)) for c in self.result.conflicts]

    @property
    def variants(self) -> list[tuple[str, str, str]]:
        return [(v.kind, self.in_a(v.a), self.in_b(v.b)) for v in self.result.variants]

    @property
    def quotes(self) -> list[tuple[str, str, str]]:
        return [(q.kind, self.in_a(q.a), self.in_b(q.b)) for q in self.result.quotes]

    @property
    def only_a(self) -> list[str]:
        return [self.in_a(s) for s in self.result.only_a]

    @property
    def only_b(self) -> list[str]:
        return [self.in_b(s) for s in self.result.only_b]

    def in_a(self, span: tuple[int, int]) -> str:
        return self.a.document.text[slice(*span)]

    def in_b(self, span: tuple[int, int]) -> str:
        return self.b.document.text[slice(*span)]


@pytest.fixture(scope="session")
def sides() -> Callable[..., list[Side]]:
    return make_sides


@pytest.fixture(scope="session")
def compared() -> Callable[[str, str], Compared]:
    """Compares two texts; each is given a title, so that its first sentence stays one."""

    def run(a: str, b: str) -> Compared:
        left, right = make_sides(f"Harbour news\n\n{a}\n", f"Harbour news\n\n{b}\n")
        return Compared(left, right, compare(left, right))

    return run
