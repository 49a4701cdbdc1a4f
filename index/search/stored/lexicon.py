"""The folded forms of the words of all segments, each once, for what goes through them: wildcards, words some letters
away, and what begins with what is being typed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

_BETWEEN = b"\n"
_AFTER_ALL = "\U0010ffff"


def packed(forms: Iterable[bytes]) -> bytes:
    """The forms of a segment in one piece, which takes an eighth of the memory."""
    return _BETWEEN.join(forms)


def beginning(forms: bytes, letters: bytes) -> list[bytes]:
    """Those of `packed` forms, which are in order, that begin with some letters."""
    low, high = 0, len(forms)
    while low < high:
        middle = (low + high) // 2
        begin = forms.rfind(_BETWEEN, low, middle) + 1 or low
        end = forms.find(_BETWEEN, middle)
        end = end if end >= 0 else len(forms)
        if forms[begin:end] < letters:
            low = end + 1
        else:
            high = begin
    found: list[bytes] = []
    while low < len(forms) and forms.startswith(letters, low):
        end = forms.find(_BETWEEN, low)
        end = end if end >= 0 else len(forms)
        found.append(forms[low:end])
        low = end + 1
    return found


class Lexicon:
    """The forms of some segments, in order."""

    __slots__ = ("forms",)

    def __init__(self, segments: Iterable[bytes]) -> None:
        """`segments` are the `packed` forms of each."""
        known: set[bytes] = set()
        ordered: list[bytes] = []
        for each in segments:
            fresh = [form for form in each.split(_BETWEEN) if form and form not in known]
            known.update(fresh)
            ordered += fresh
        # Several rows in order, which takes little more than going over them; UTF-8 is in the order of its characters.
        ordered.sort()
        together = _BETWEEN.join(ordered).decode("utf-8", "surrogatepass")
        self.forms: list[str] = together.split(_BETWEEN.decode()) if together else []

    def beginning(self, prefix: str) -> list[str]:
        """The forms that begin with a prefix, in order."""
        if not prefix:
            return self.forms
        low = bisect_left(self.forms, prefix)
        return self.forms[low : bisect_left(self.forms, prefix + _AFTER_ALL, low)]
