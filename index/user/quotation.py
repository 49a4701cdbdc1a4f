"""The words that a note is on, as they were when it was made: whole, or of a long passage its two ends and a digest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from index.digests import blake2b
from index.documents.model import Span

LONGEST: Final = 4_000
"""Characters of a passage that are kept whole."""
OMITTED: Final = " […] "
"""What stands for the words between the two ends, where a quotation is shown."""
_END: Final = LONGEST // 2
_BEGUN: Final = 1_000
_ENDED: Final = 20
"""Places on either side at which the beginning of a long passage stands, and both its ends, that are looked at."""


class Quotation(NamedTuple):
    """The words of a passage, or the `beginning` and `ending` of a long one and the digest of the whole."""

    beginning: str
    ending: str = ""
    digest: str = ""

    @property
    def shown(self) -> str:
        """The words, or what is kept of them."""
        return f"{self.beginning}{OMITTED}{self.ending}" if self.digest else self.beginning

    def nearest(self, text: str, place: int, length: int) -> Span | None:
        """Where all the words, `length` characters, stand in a text, nearest to a place; None where they do not.

        Of two places as near as each other it is the earlier one.
        """
        length = length if self.digest else len(self.beginning)
        if not self.beginning:
            return None
        before = next(self._standing(text, _backwards(text, self.beginning, place), length), None)
        after = next(self._standing(text, _forwards(text, self.beginning, place), length), None)
        found = [start for start in (before, after) if start is not None]
        if not found:
            return None
        start = min(found, key=lambda start: abs(start - place))
        return Span(start, start + length)

    def _standing(self, text: str, starts: Iterator[int], length: int) -> Iterator[int]:
        """Those of the places of the beginning at which the rest stands too."""
        if not self.digest:
            return starts
        ending = len(self.ending)
        begun = islice(starts, _BEGUN)
        ended = (start for start in begun if text.startswith(self.ending, start + length - ending))
        return (start for start in islice(ended, _ENDED) if _digest(text[start : start + length]) == self.digest)


def quotation(words: str) -> Quotation:
    """What is kept of the words of a passage."""
    if len(words) <= LONGEST:
        return Quotation(words)
    return Quotation(words[:_END], words[-_END:], _digest(words))


def _digest(words: str) -> str:
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _forwards(text: str, words: str, place: int) -> Iterator[int]:
    """Where words stand from a place on, the nearest first."""
    start = text.find(words, place)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _backwards(text: str, words: str, place: int) -> Iterator[int]:
    """Where words stand that begin at a place or before it, the nearest first."""
    start = text.rfind(words, 0, place + len(words))
    while start >= 0:
        yield start
        start = text.rfind(words, 0, start + len(words) - 1)
