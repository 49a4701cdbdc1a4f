"""Filter as you type: what is kept holds every typed word somewhere, whatever case and accents."""

from __future__ import annotations

import unicodedata


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
