"""Finding words in one article: the one matcher that both highlights and steps.

It works on the unwrapped text.  All small letters match capitals too (smart case); a space matches any white space, so
that a match across a line end is found; curly and straight quotes match each other.  A regular expression may run for
ever, so it runs in a process of its own that is ended after a while.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys

from index.documents.model import Span
from index.errors import QueryError
from tui import nearest

MOST = 10_000
"""More matches than this are not collected: those around a place are."""

PATIENCE = 2.0
"""Seconds that a regular expression may take."""

_SAME = {"'": "['‘’‛]", '"': '["“”„]', "-": "[-‐‑–—]"}


def find(wanted: str, text: str, *, regex: bool = False, near: int = 0) -> tuple[Span, ...]:
    """Every match of what is typed, in order, at most `MOST`, around the offset `near`; empty matches are left out.

    Raises QueryError where a regular expression is wrong or takes longer than `PATIENCE`.
    """
    if not wanted.strip():
        return ()
    flags = re.NOFLAG if any(character.isupper() for character in wanted) else re.IGNORECASE
    if regex:
        return _find_pattern(wanted, text, flags | re.MULTILINE, near)
    words = wanted.split()
    pattern = re.compile(r"\s+".join("".join(map(_literal, word)) for word in words), flags)
    return _spans(nearest.nearest((match.span() for match in pattern.finditer(text)), MOST, near))


def _spans(found: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in found)


def _literal(character: str) -> str:
    return _SAME.get(character) or re.escape(character)


def _find_pattern(wanted: str, text: str, flags: re.RegexFlag, near: int) -> tuple[Span, ...]:
    try:
        re.compile(wanted, flags)
    except (re.error, RecursionError, OverflowError) as problem:
        raise QueryError(f"Not a regular expression: {str(problem).split(', ')[-1]}") from problem
    try:
        child = subprocess.run(
            [sys.executable, "-I", nearest.__file__],
            input=json.dumps([wanted, int(flags), MOST, near, text]),
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired as problem:
        raise QueryError("This pattern takes too long") from problem
    except (subprocess.CalledProcessError, OSError) as problem:
        raise QueryError("This pattern cannot be used") from problem
    return _spans(json.loads(child.stdout))
