"""What one article says of a thing that it names, without the places: what resolution works on."""

from __future__ import annotations

from collections.abc import Mapping

from index.entities.model import EntityType

Profile = tuple[EntityType, str, tuple[str, ...]]
"""Type, value or "" and the different forms, sorted."""
Named = tuple[tuple[Profile, tuple[int, ...]], ...]
"""What one article names, in the order of its recognition's entities: a profile, and the mentions of each form."""


def profiled(kind: EntityType, value: str, counts: Mapping[str, int]) -> tuple[Profile, tuple[int, ...]]:
    """The profile of a thing that one article mentions so often by each form, and the mentions in its order."""
    forms = tuple(sorted(counts))
    return (kind, value if kind in ("DATE", "NUMBER") else "", forms), tuple(counts[form] for form in forms)
