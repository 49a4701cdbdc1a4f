"""Folding and stemming of single words, remembered, since an article says few words many times."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from index.stemmers import Stemmers

_STEMMERS = Stemmers()
_LONGEST = 40  # longer "words" are noise, and the stemmer's work grows with length


def word_list(text: str) -> tuple[str, ...]:
    """The words of a list that is written as running text."""
    return tuple(text.split())


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Casefolded, accents dropped, curly apostrophes straight: what two spellings of one word share."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in parted if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """The Snowball English stem of a folded word; words of other scripts and very long ones stay as they are."""
    if len(folded) > _LONGEST or not folded.isascii():
        return folded
    return _STEMMERS.english(folded)
