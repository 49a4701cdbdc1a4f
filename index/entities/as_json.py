"""A recognition as compact JSON for the cache, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from index.documents.model import Span
from index.entities.model import Entity, Mention, Quote, Recognition
from index.entities.resolving.profile import profiled

if TYPE_CHECKING:
    from index.entities.resolving.profile import Named

VERSION = 1
"""Goes up when what is written changes."""


def dump(recognition: Recognition) -> str:
    """One line of JSON; `load` gives an equal recognition back."""
    values = {
        "v": VERSION,
        "m": [[m.start, m.end, m.text, m.type, m.entity, m.value, m.title] for m in recognition.mentions],
        "e": [[e.id, e.name, e.type, list(e.aliases), e.mentions] for e in recognition.entities],
        "q": [[q.start, q.end, q.speaker, q.cue, q.kind] for q in recognition.quotes],
    }
    if recognition.lacking:
        values["l"] = recognition.lacking
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def load_named(text: str) -> Named:
    """What `resolve.named` says of the recognition that `dump` wrote, without building that.  Raises ValueError."""
    try:
        data: dict[str, Any] = json.loads(text)
        if data["v"] != VERSION:
            raise ValueError(f"version {data['v']} of a recognition, not {VERSION}")
        values = {m[4]: m[5] for m in data["m"] if m[5]}
        counts = {row[0]: dict.fromkeys((row[1], *row[3]), 0) for row in data["e"]}
        for _, _, text, _, identity, *_ in data["m"]:
            counts[identity][text] += 1
        return tuple(profiled(row[2], row[0], values.get(row[0], ""), counts[row[0]]) for row in data["e"])
    except (KeyError, TypeError, IndexError) as problem:
        raise ValueError(f"not a recognition: {problem!r}") from problem


def load(text: str) -> Recognition:
    """The recognition that `dump` wrote.  Raises ValueError for anything else."""
    try:
        data: dict[str, Any] = json.loads(text)
        if data["v"] != VERSION:
            raise ValueError(f"version {data['v']} of a recognition, not {VERSION}")
        return Recognition(
            tuple(Mention(*row) for row in data["m"]),
            tuple(Entity(row[0], row[1], row[2], tuple(row[3]), row[4]) for row in data["e"]),
            tuple(
                Quote(row[0], row[1], Span(*row[2]) if row[2] else None, Span(*row[3]) if row[3] else None, row[4])
                for row in data["q"]
            ),
            data.get("l", ""),
        )
    except (KeyError, TypeError, IndexError) as cause:
        raise ValueError("not a recognition") from cause
