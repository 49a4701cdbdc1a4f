"""What a finding is about, in a few words of the article, for people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word

_AFTER = 4
"""Words after a figure that may tell what it counts."""
TO_A_POINT = frozenset({"ago", "later", "earlier", "before"})
"""Words after a stretch of time that leads to a point in it."""


def what_counts(words: Sequence[Word], at: int) -> str:
    """What a number counts: the words after it up to a function word, else those before it."""
    tail = list(takewhile(lambda w: w.folded not in FUNCTION, words[at + 1 : at + 4]))
    if any(w.kind == "word" and w.key != "percent" for w in tail):
        return f"“{' '.join(w.text for w in tail)}”"
    return f"“{' '.join(w.text for w in words[max(0, at - 4) : at] if w.kind != 'sign')} …”"


def what_is_measured(words: Sequence[Word], first: int, end: int) -> str:
    """What a figure, the words from `first` to `end`, is of: the words after it up to a mark, else those before it."""
    if end < len(words) and words[end].folded in TO_A_POINT:
        return about_time(words, first, end + 1)
    last = end
    while last < min(end + _AFTER, len(words)) and words[last].start <= words[last - 1].end + 1:  # no comma, no bracket
        last += 1
    while last > end and words[last - 1].folded in FUNCTION:
        last -= 1
    # A name at the end is told whole, and "of" before the rest says nothing: "airtime in Fort Myers".
    while end < last < len(words) and words[last - 1].capital and words[last].capital and _follows(words, last):
        last += 1
    end += end < last - 1 and words[end].folded == "of"
    return f"“{' '.join(w.text for w in words[end:last])}”" if last > end else about_time(words, first, end)


def _follows(words: Sequence[Word], at: int) -> bool:
    """Whether a word stands right behind the one before it, with no mark between them."""
    return words[at].start == words[at - 1].end + 1


def about_time(words: Sequence[Word], first: int, end: int) -> str:
    """What happened then: the words before the time, those after it where these are empty ("At 9:40 …")."""
    head = words[max(0, first - 5) : first]
    tail = words[end : end + 5]
    if tail and all(w.kind == "sign" or w.folded in FUNCTION for w in head):
        return f"“… {' '.join(w.text for w in tail)}”"
    return f"“{' '.join(w.text for w in head)} …”"
