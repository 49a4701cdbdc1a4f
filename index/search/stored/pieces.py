"""A text cut at its spaces and line ends.  Most pieces, words with the marks beside them, come again and again, so that
each is looked into once and not once an article.

No word of `folding` goes beyond a space or a line end, or looks there: the words of a text are those of its pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from index.search.folding import LONGEST, parted, parts_of
from index.search.stored.postings import SHIFT

_KEPT = 1 << 17
"""Pieces that a process remembers; some 40 MB."""

_Part = tuple[str, str, int, bool]


class Piece(NamedTuple):
    """What is in a piece: `width` is the number of its positions, written as a position code; `begins` tells for each
    the character of the piece where its word begins; `parts` are the tokens: form, stem, position, also as a code, and
    whether it covers two.
    """

    width: int
    begins: tuple[int, ...]
    parts: tuple[_Part, ...]


class Cut(NamedTuple):
    """A text as pieces in small letters, the characters from each to the next, and the width of each."""

    pieces: Sequence[str]
    spans: Sequence[int]
    widths: Sequence[int]
    begins: Sequence[tuple[int, ...]]

    def gaps(self) -> list[int]:
        """Where the words begin: for each position the characters since the word of the position before."""
        found: list[int] = []
        add = found.append
        at = last = 0
        for span, begins in zip(self.spans, self.begins, strict=True):
            for begin in begins:
                add(at + begin - last)
                last = at + begin
            at += span
        return found


_EMPTY = Cut((), (), (), ())


class _Pieces(dict[str, Piece]):
    """The pieces that were seen, each looked into when it is asked for."""

    def __missing__(self, text: str) -> Piece:
        found = _looked_into(text)
        if len(text) <= LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[text] = found
        return found


_known = _Pieces()
piece = _known.__getitem__
"""What is in a piece; `text` is in small letters."""


def cut(text: str) -> Cut:
    """The pieces of a text."""
    if not text:
        return _EMPTY
    small = text.lower()
    if len(small) != len(text):  # İ has no small letter of its own
        small = text
    pieces = small.replace("\n", " ").split(" ")
    spans = [length + 1 for length in map(len, pieces)]
    if max(spans) > LONGEST:
        pieces, spans = _short(pieces)
    widths, begins, _ = zip(*map(piece, pieces), strict=True)
    return Cut(pieces, spans, widths, begins)


def _short(pieces: list[str]) -> tuple[list[str], list[int]]:
    """The pieces with their spans, long ones as their words one by one: writing without spaces, or an address."""
    found: list[str] = []
    spans: list[int] = []
    for each in pieces:
        if len(each) < LONGEST:
            found.append(each)
            spans.append(len(each) + 1)
        else:
            parts = parted(each)
            found.append("")
            found += parts[1::2]
            spans.append(len(parts[0]))
            spans += map(len, map("".join, zip(parts[1::2], parts[2::2], strict=True)))
            spans[-1] += 1
    return found, spans


def _looked_into(text: str) -> Piece:
    if text.isascii() and text.isalnum():  # one word, as most are
        ((form, stem, *_),) = parts_of(text)
        return Piece(1 << SHIFT, (0,), ((form, stem, 0, False),))
    between = parted(text)
    begins: list[int] = []
    parts: list[_Part] = []
    at = 0
    for before, word in zip(between[::2], between[1::2], strict=False):
        at += len(before)
        first = len(begins) << SHIFT
        found = parts_of(word)
        parts += [(part.form, part.stem, first + (part.position << SHIFT), part.width == 2) for part in found]
        begins += [at] * (found[-1].position + 1 if found else 1)
        at += len(word)
    return Piece(len(begins) << SHIFT, tuple(begins), tuple(parts))
