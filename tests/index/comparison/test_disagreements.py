"""Pairs of sentences that disagree, of every kind, and pairs that only look like it.

The sentences were written before they were tried, in two rounds.  Each file holds blocks of lines: what differs, the
sentence of one article, that of the other, and where it is written down, each conflict with its kind and strength as
it is explained.  The pairs that are not found are kept, so that it shows when one is.
"""

from __future__ import annotations

from pathlib import Path

import pytest

LEAD_A = "Greta Falk of the Morning Post reported from the valley."
LEAD_B = "From the valley, Greta Falk wrote for the Morning Post."


def pairs(name: str) -> list:
    """The blocks of a file beside this one, as parameters named by what differs."""
    blocks = (Path(__file__).parent / name).read_text(encoding="utf-8").split("\n\n")
    return [pytest.param(a, b, told, id=what) for what, a, b, *told in (block.strip().split("\n") for block in blocks)]


def conflicts(compared, a: str, b: str) -> list[tuple[str, str, str]]:
    return compared(f"{LEAD_A} {a}", f"{LEAD_B} {b}").conflicts


@pytest.mark.parametrize(("a", "b", "told"), pairs("pairs_that_disagree.txt"))
def test_what_disagrees_is_a_conflict(compared, a: str, b: str, told: list[str]) -> None:
    found = compared(f"{LEAD_A} {a}", f"{LEAD_B} {b}").result.conflicts
    assert found
    assert not told or [f"{c.kind}, {c.strength}: {c.explanation}" for c in found] == told


@pytest.mark.parametrize(("a", "b", "told"), pairs("pairs_that_agree.txt"))
def test_what_only_looks_so_is_none(compared, a: str, b: str, told: list[str]) -> None:
    assert not told
    assert not conflicts(compared, a, b)


@pytest.mark.parametrize(("a", "b", "told"), pairs("pairs_not_found.txt"))
def test_what_is_not_found_is_known(compared, a: str, b: str, told: list[str]) -> None:
    assert not told
    assert not conflicts(compared, a, b)
