"""How the kinds of names look outside of an article: as in it, by colour and by bold, italic and underline."""

from __future__ import annotations

from index.entities.model import ENTITY_TYPES

NAME_LOOKS = frozenset(f"name--{kind.lower()}" for kind in ENTITY_TYPES)

NAME_CSS = """
    & > .name--person { color: $entity-person; text-style: bold; }
    & > .name--org { color: $entity-org; text-style: underline; }
    & > .name--place { color: $entity-place; text-style: italic; }
    & > .name--group { color: $entity-group; text-style: bold italic; }
    & > .name--date { color: $entity-date; text-style: italic underline; }
    & > .name--number { color: $entity-number; text-style: bold underline; }
    & > .name--event { color: $entity-event; text-style: bold italic underline; }
"""
