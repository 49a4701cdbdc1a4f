"""Which entities a name that a person types may stand for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from index.entities.model import Entity


def called(entities: Iterable[Entity], name: str) -> tuple[Entity, ...]:
    """The entities that `name` stands for, most mentioned first: the one with this id; else all that have it as a name;
    else all of whose names one holds every word of it.  Case, accents and the space around do not matter.
    """
    every = tuple(entities)
    exact = tuple(one for one in every if one.id == name.strip())
    wanted = _folded(name)
    if exact or not wanted:
        return exact
    names = {one.id: [_folded(form) for form in (one.name, *one.aliases)] for one in every}
    whole = [one for one in every if wanted in names[one.id]]
    words = set(wanted.split())
    found = whole or [one for one in every if any(words <= set(form.split()) for form in names[one.id])]
    return tuple(sorted(found, key=lambda one: (-one.mentions, one.id)))


def _folded(text: str) -> str:
    parted = unicodedata.normalize("NFKD", text)
    bare = "".join(mark for mark in parted if not unicodedata.combining(mark))
    return " ".join(bare.replace("’", "'").casefold().split())
