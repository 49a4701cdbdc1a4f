"""Lists of words and phrases, written as running text in the modules that use them."""

from __future__ import annotations

BEGINNING = 3
"""Characters by which phrases are told that a line may begin with; a shorter one is told by its first."""


def words(text: str) -> frozenset[str]:
    """The words of a text, by white space."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text, parted by semicolons."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(";") if phrase.strip())


def beginnings(text: str) -> dict[str, tuple[str, ...]]:
    """The phrases of a text by how they begin: a line that begins with none of the keys begins with none of them."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases(text):
        key = phrase[:BEGINNING] if len(phrase) >= BEGINNING else phrase[0]
        found[key] = (*found.get(key, ()), phrase)
    return found
