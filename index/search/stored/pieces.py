"""A text cut at its spaces and line ends.  Most pieces, words with the marks beside them, come again and again, so that
each is looked into once and not once an article.

No word of `folding` goes beyond a space or a line end, or looks there: the words of a text are those of its pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter, sub
from typing import NamedTuple

from index.search.folding import LONGEST, parted, parts_of
from index.search.stored.postings import SHIFT

_KEPT = 1 << 17
"""Pieces that a process remembers; some 40 MB."""
_BESIDE = '.,;:!?()[]"“”‘’'
"""Marks beside a word that are no part of it, whatever the word is made of."""
_ONE_WORD = 1 << SHIFT
_MORE = 255
_MARK = bytes((_MORE,))
"""Before a number of characters that is added to the step before it; no step of a piece has as many."""

_Part = tuple[str, int, bool]


class Piece:
    """What is in a piece: `width` is the number of its positions, written as a position code; `begins` tells for each
    the character of the piece where its word begins.  Most have one token, of which the `form` is kept; of others
    `several` are the tokens: form, position, also as a code, and whether it covers two.

    `steps` are the characters from each of these words to the next, and from the last one to the end of the piece and
    the space after it.  Characters before the first word, or those of a piece without words, belong to the step before
    them: they come first, after `_MORE`.
    """

    __slots__ = ("begins", "form", "several", "steps", "text", "width")

    def __init__(
        self,
        text: str,
        width: int,
        begins: tuple[int, ...],
        steps: bytes,
        form: str | None,
        several: tuple[_Part, ...] = (),
    ) -> None:
        self.text = text
        self.width = width
        self.steps = steps
        self.begins = begins
        self.form = form
        self.several = several

    @property
    def parts(self) -> tuple[_Part, ...]:
        """The tokens, one or several."""
        return self.several if self.form is None else ((self.form, 0, False),)


_ONE_STEP = [bytes((span,)) for span in range(LONGEST + 1)]


def _steps(begins: Sequence[int], span: int) -> bytes:
    if span > LONGEST:
        return b""  # such a piece is not counted by steps
    steps = bytes(map(sub, [*begins[1:], span], begins))
    first = begins[0] if begins else span
    return bytes((_MORE, first)) + steps if first else steps


_steps_of = attrgetter("steps")


class Cut(NamedTuple):
    """A text as pieces in small letters, how many words it has between its spaces, and the characters from each piece
    to the next, where these are not those of the piece and a space.
    """

    pieces: Sequence[Piece]
    words: int
    spans: Sequence[int] | None = None

    def gaps(self) -> Sequence[int]:
        """Where the words begin: for each position the characters since the word of the position before."""
        if self.spans is None:
            first, *others = b"".join([b"\0", *map(_steps_of, self.pieces)]).split(_MARK)
            found = bytearray(first)
            for other in others:
                gap = found[-1] + other[0]
                if gap > 255:
                    return _gaps_between(self.pieces, [len(piece.text) + 1 for piece in self.pieces])
                found[-1] = gap
                found += other[1:]
            return bytes(found[:-1])  # without what comes after the last word
        return _gaps_between(self.pieces, self.spans)


def _gaps_between(pieces: Sequence[Piece], spans: Sequence[int]) -> list[int]:
    found = [
        at + begin for at, piece in zip(accumulate(spans, initial=0), pieces, strict=False) for begin in piece.begins
    ]
    return [*found[:1], *map(sub, found[1:], found)]


_EMPTY = Cut((), 0)
_AT_ONCE = (0,)


class _LongError(Exception):
    """A piece is longer than any that is kept."""


class _Pieces(dict[str, Piece]):
    """The pieces that were seen, each looked into when it is asked for.  Raises _LongError for a long one, so that
    nobody has to look at the length of each.
    """

    def __missing__(self, text: str) -> Piece:
        if len(text) >= LONGEST:
            raise _LongError
        if len(self) >= _KEPT:
            self.clear()
        if text.isascii() and text.isalnum():  # nothing but a word
            small = text.lower()
            form = text if small == text else small  # mostly the same, which is not kept twice
            found = Piece(text, _ONE_WORD, _AT_ONCE, _ONE_STEP[len(text) + 1], form)
        else:
            found = _looked_into(text)
        self[text] = found
        return found


_known = _Pieces()
_piece_of = _known.__getitem__
"""What is in a piece; its text is in small letters."""


def cut(text: str) -> Cut:
    """The pieces of a text."""
    if not text:
        return _EMPTY
    small = text.lower()
    if len(small) != len(text):  # İ has no small letter of its own
        small = text
    small = small.replace("\n", " ")
    pieces = small.split(" ")
    spaced = "   " in small or small[0] == " " or small[-1] == " "
    words = len(small.split()) if spaced else len(pieces) - small.count("  ")
    try:
        return Cut(list(map(_piece_of, pieces)), words)
    except _LongError:
        pieces, spans = _short(pieces)
        found = [_piece_of(each) if len(each) < LONGEST else _looked_into(each) for each in pieces]
        return Cut(found, words, spans)


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
    word = text.strip(_BESIDE)
    span = len(text) + 1
    if word.isascii() and word.isalnum():  # one word, as most are
        form = word.lower()[:LONGEST]
        before = text.index(word) if len(word) < len(text) else 0
        if before or span > LONGEST:
            return Piece(text, _ONE_WORD, (before,), _steps((before,), span), form)
        return Piece(text, _ONE_WORD, _AT_ONCE, _ONE_STEP[span], form)
    between = parted(text)
    begins: list[int] = []
    several: list[_Part] = []
    at = 0
    for before_it, word in zip(between[::2], between[1::2], strict=False):
        at += len(before_it)
        first = len(begins) << SHIFT
        found = parts_of(word)
        several += [(part.form, first + (part.position << SHIFT), part.width == 2) for part in found]
        begins += [at] * (found[-1].position + 1 if found else 1)
        at += len(word)
    alone = several[0][0] if len(several) == 1 and several[0][1:] == (0, False) else None
    further = tuple(several) if alone is None else ()
    return Piece(text, len(begins) << SHIFT, tuple(begins), _steps(begins, span), alone, further)
