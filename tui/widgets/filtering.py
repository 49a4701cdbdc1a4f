"""Filter as you type: what is kept holds every typed word somewhere, whatever case and accents."""

from __future__ import annotations

import unicodedata

from index.wording import counted

NOTHING_KEPT = "Nothing here has all these words; Esc clears them."
"""What stands in the place of the rows where a filter keeps none."""


def folded(text: str) -> str:
    """The text without case, accents and the curl of quotation marks, so that what is typed plainly finds it."""
    if text.isascii():
        return text.casefold()
    bare = "".join(
        character for character in unicodedata.normalize("NFKD", text) if not unicodedata.combining(character)
    )
    return bare.casefold().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def words_of(typed: str) -> tuple[str, ...]:
    """The words of a filter as `kept` takes them."""
    return tuple(folded(typed).split())


def kept(words: tuple[str, ...], hay: str) -> bool:
    """Whether `hay`, folded already, holds every word."""
    return all(word in hay for word in words)


def share(shown: int, everything: int, noun: str) -> str:
    """How many of them a filter keeps: "3 of 87 statements"; all of them without it: "87 statements"."""
    of_all = counted(everything, noun)
    return of_all if shown == everything else f"{shown:,} of {of_all}"
