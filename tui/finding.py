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

MOST = 10_000
"""More matches than this are not collected."""

PATIENCE = 2.0
"""Seconds that a regular expression may take."""

_SAME = {"'": "['‘’‛]", '"': '["“”„]', "-": "[-‐‑–—]"}

_CHILD = """
import itertools, json, re, sys
wanted, flags, most, text = json.load(sys.stdin)
found = (match.span() for match in re.finditer(wanted, text, flags) if match.end() > match.start())
json.dump(list(itertools.islice(found, most)), sys.stdout)
"""


def find(wanted: str, text: str, *, regex: bool = False) -> tuple[Span, ...]:
    """Every match of what is typed, in order, at most `MOST`; empty matches are left out.

    Raises QueryError where a regular expression is wrong or takes longer than `PATIENCE`.
    """
    if not wanted.strip():
        return ()
    flags = re.NOFLAG if any(character.isupper() for character in wanted) else re.IGNORECASE
    if regex:
        return _find_pattern(wanted, text, flags | re.MULTILINE)
    words = wanted.split()
    pattern = re.compile(r"\s+".join("".join(map(_literal, word)) for word in words), flags)
    found = []
    for match in pattern.finditer(text):
        found.append(Span(match.start(), match.end()))
        if len(found) >= MOST:
            break
    return tuple(found)


def _literal(character: str) -> str:
    return _SAME.get(character) or re.escape(character)


def _find_pattern(wanted: str, text: str, flags: re.RegexFlag) -> tuple[Span, ...]:
    try:
        re.compile(wanted, flags)
    except (re.error, RecursionError, OverflowError) as problem:
        raise QueryError(f"Not a regular expression: {str(problem).split(', ')[-1]}") from problem
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-c", _CHILD],
            input=json.dumps([wanted, int(flags), MOST, text]),
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.TimeoutExpired as problem:
        raise QueryError("This pattern takes too long") from problem
    except (subprocess.CalledProcessError, OSError) as problem:
        raise QueryError("This pattern cannot be used") from problem
    return tuple(Span(start, end) for start, end in json.loads(child.stdout))
