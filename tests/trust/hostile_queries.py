"""Queries made to hang, crash or deceive a search; each is to be answered or explained, and soon."""

from __future__ import annotations

import random
import string

_CHANCE = random.Random(7)
_LETTERS = string.ascii_lowercase

FIXED: tuple[str, ...] = (
    "",
    " ",
    "a" * 10_000,
    "a " * 5_000,
    "a" * 1_000_000,
    "(" * 3_000 + "truce" + ")" * 3_000,
    "(" * 3_000,
    ")" * 3_000,
    " AND ".join(["truce"] * 2_000),
    " OR ".join(f"word{n}" for n in range(500)),
    "NOT " * 500 + "truce",
    "a~99",
    "truce~99",
    " ".join(f"{word}~2" for word in ("ceasefire", "agreement", "president", "government", "minister") * 4),
    "[a TO zzz]",
    "{a TO zzz}",
    "date:[0 TO 9999]",
    "date:9999999999-99-99",
    "(a+)+$",
    "/(a+)+$/",
    "p*",
    "*",
    "**",
    "?",
    "*a*",
    "pr*",
    "pre*",
    " ".join(f"{first}{second}*" for first in "abcde" for second in "aeioulnrst"),
    " ".join(f"{first}{second}e*" for first in "abcde" for second in "aeioulnrst"),
    '"' + "the of and " * 300 + '"',
    '"the of and to a in"~100',
    '"the and"~2147483648',
    '"the of and to a in"~>100',
    '"the of and to a in the of and to a in"~>100',
    '"the and"~>>>',
    "note:*",
    "note:(" + "a " * 200 + ")",
    'note:"' + "the " * 90 + '"~50',
    "date:last-999-years date:next-0-days",
    "path:a " * 900,
    '"' * 500,
    "title:" * 300,
    "person:" + "x" * 500,
    "person:*",
    "person:(" + "a " * 200 + ")",
    "nosuchfield:truce",
    "truce^99999999999999999999",
    "truce^-1",
    "truce^nan",
    "+ - + -",
    "AND OR NOT",
    "\x00\x01\x1b[31m\x9b31m\x07",
    "\u202etruce\u2066\u200b\U000e0041",
    "\ud800",
    "e\u0301" * 1_000,
    "e" + "\u0301" * 3_000,
    "\u0130" * 300,
    "ﬁ" * 500,
    "truce\n\r\t\x0b talks",
    "../../etc/passwd path:../../",
    "path:" + "*/" * 200,
    "__import__('os').system('true')",
    "%s%n{0.__class__}",
)


def scrambled(number: int) -> list[str]:
    """Queries put together at random from the pieces of the language."""
    pieces = ["truce", "talks", "the", "a", "AND", "OR", "NOT", "(", ")", '"', "~", "*", "+", "-", ":", "^", "[", "]"]
    pieces += [
        "title:",
        "person:",
        "date:",
        "path:",
        "2025-04",
        "TO",
        "~2",
        "*",
        "?",
        "\u202e",
        "é",
        "Київ",
        "\x1b",
        "\\",
    ]
    made = []
    for _ in range(number):
        length = _CHANCE.choice((1, 3, 8, 30, 200))
        joiner = _CHANCE.choice(("", " ", " "))
        made.append(joiner.join(_CHANCE.choice(pieces) for _ in range(length)))
    return made
