"""Lists of words and phrases, written as running text in the modules that use them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, by white space."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text, parted by semicolons."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";") if phrase.strip())
