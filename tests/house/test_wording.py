"""Numbers are said one way on the screen, by the commands and in reports: their nouns and shares come from one home."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOME = "index/wording.py"
VALUES = "index/entities/recognising/numbers.py"
"""Makes values, whose unit stands after a space as every unit does ("12 %", "600 km")."""
SOURCES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("index", "tui")
    for path in (ROOT / folder).rglob("*.py")
    if path.relative_to(ROOT).as_posix() not in (HOME, VALUES)
)


def _made_by_hand(source: str) -> list[int]:
    """The lines where a string makes a plural by a condition, or puts a space between a number and its percent sign."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.IfExp) and _said(node.orelse) in ("s", "es") and (_said(node.body) or "").strip() == "":
            lines.append(node.lineno)
        elif isinstance(node, ast.JoinedStr):
            pairs = zip(node.values, node.values[1:], strict=False)
            spaced = (isinstance(a, ast.FormattedValue) and (_said(b) or "").startswith(" %") for a, b in pairs)
            lines += [node.lineno] * any(spaced)
    return lines


def _said(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('f"{n} article{"" if n == 1 else "s"}"', [1]),
        ('f"{n} article" + (" " if n == 1 else "s")', [1]),
        ('f"{n:>3} % of it"', [1]),
        ('f"{n:>3}% of it"', []),
        ("counted(n, 'article')", []),
    ],
)
def test_what_is_made_by_hand_is_told(source: str, lines: list[int]) -> None:
    assert _made_by_hand(source.replace('{"" if n == 1 else "s"}', "{'' if n == 1 else 's'}")) == lines


def test_no_number_has_its_noun_or_percent_sign_made_by_hand() -> None:
    found = {path: _made_by_hand((ROOT / path).read_text("utf-8")) for path in SOURCES}
    assert len(found) > 100
    assert {path: lines for path, lines in found.items() if lines} == {}
