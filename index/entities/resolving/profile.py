"""What one article says of a thing that it names, without the places: what resolution works on."""

from __future__ import annotations

from collections.abc import Mapping

from index.entities.model import EntityType

MAN, WOMAN, UNDECIDED = "m", "f", "?"
"""What is told of somebody of whom one word is printed alone: a man, a woman; or nothing by which to choose between
those whom the article names in full.
"""
_ALONE = "PERSON?"
Profile = tuple[EntityType, str, tuple[str, ...]]
"""Type; the value of a date or a number, what is told of a person who is named by one word, or ""; and the different
forms, sorted.
"""
Named = tuple[tuple[Profile, tuple[int, ...]], ...]
"""What one article names, in the order of its recognition's entities: a profile, and the mentions of each form."""


def alone(told: str, word: str) -> str:
    """The id in one article of somebody named by one word, of whom `MAN`, `WOMAN`, `UNDECIDED` or nothing is told."""
    return f"{_ALONE}{told} {word}" if told else f"PERSON:{word}"


def profiled(kind: EntityType, identity: str, value: str, counts: Mapping[str, int]) -> tuple[Profile, tuple[int, ...]]:
    """The profile of a thing that one article, under an id of its own, mentions so often by each form, and the mentions
    in its order.
    """
    forms = tuple(sorted(counts))
    told = identity.removeprefix(_ALONE).partition(" ")[0] if identity.startswith(_ALONE) else ""
    return (kind, value if kind in ("DATE", "NUMBER") else told, forms), tuple(counts[form] for form in forms)
