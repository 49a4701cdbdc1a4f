"""Each rule of conflicts by itself, one file a rule: pairs of texts with all that it finds between them, or nothing.

A block holds what it shows, the text of one article, that of the other, and a line for each finding.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.comparison.rules.rules import RULES, found

FOLDER = Path(__file__).parent


def blocks(rule: str) -> list[list[str]]:
    text = (FOLDER / f"{rule}.txt").read_text(encoding="utf-8")
    return [block.strip().splitlines() for block in text.split("\n\n")]


@pytest.mark.parametrize(
    ("rule", "a", "b", "expected"),
    [
        pytest.param(file.stem, a, b, expected, id=f"{file.stem}: {what}")
        for file in sorted(FOLDER.glob("*.txt"))
        for what, a, b, *expected in blocks(file.stem)
    ],
)
def test_what_a_rule_finds(rule: str, a: str, b: str, expected: list[str]) -> None:
    assert rule in RULES
    assert found(rule, a, b) == expected
