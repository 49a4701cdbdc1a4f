"""Word-level marks inside a pair of aligned passages: the words that one has and the other has not.

Words are matched by the longest matching blocks (Ratcliff and Obershelp 1988, as in difflib), without regard to case.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from index.documents.model import Span

_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_LONGEST = 300
"""Words looked at in a passage: matching takes quadratic time, and nobody compares longer ones word by word."""


def differing(a: str, b: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of `a` that `b` lacks, and those of `b` that `a` lacks; neighbours are one span, offsets are of each
    text."""
    a_words = [Span(*match.span()) for match, _ in zip(_WORD.finditer(a), range(_LONGEST), strict=False)]
    b_words = [Span(*match.span()) for match, _ in zip(_WORD.finditer(b), range(_LONGEST), strict=False)]
    matcher = SequenceMatcher(
        None,
        [_folded(a[start:end]) for start, end in a_words],
        [_folded(b[start:end]) for start, end in b_words],
        autojunk=False,
    )
    a_found: list[Span] = []
    b_found: list[Span] = []
    for kind, a_first, a_last, b_first, b_last in matcher.get_opcodes():
        if kind == "equal":
            continue
        if a_first < a_last:
            a_found.append(Span(a_words[a_first].start, a_words[a_last - 1].end))
        if b_first < b_last:
            b_found.append(Span(b_words[b_first].start, b_words[b_last - 1].end))
    return tuple(a_found), tuple(b_found)


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")
