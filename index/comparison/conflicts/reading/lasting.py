"""What was so only until something came: "was peaceful until the police came" tells what followed as well."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.aligning.stems import word_list
from index.comparison.aligning.tokens import Word

_UNTIL = frozenset({"until", "till"})
_REACH = 10  # words from what was so to "until"
_BEFORE = 3  # words before it in which its verb stands
_WAS = frozenset(word_list("was were did had stayed remained kept held went passed ran continued"))


def was_until(text: str, words: Sequence[Word], first: int, end: int) -> bool:
    """Were words `first` to `end` true until something came?  What is or will be so until then is so.

    "Until" stands after them, or begins the sentence.
    """
    if not any(w.folded in _WAS for w in words[max(0, first - _BEFORE) : end]):
        return False
    if words[0].folded in _UNTIL:
        return True
    for at in range(first + 1, min(len(words), end + _REACH)):
        if text[words[at - 1].end : words[at].start].strip(" -’'“”\""):
            return False
        if words[at].folded in _UNTIL:
            return True
    return False
