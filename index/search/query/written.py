"""A part of a query in the words of the query language, as it would be typed."""

from __future__ import annotations

from index.search.query.syntax import Clause, Dated, Fuzzy, InPath, Named, Noted, Pattern, Phrase, Word, Zone

_FIELDS = {
    "PERSON": "person",
    "ORG": "org",
    "PLACE": "place",
    "GROUP": "group",
    "DATE": "date",
    "EVENT": "event",
    "NUMBER": "number",
}


def written(leaf: Clause) -> str:
    """The text of a clause that has no clauses in it; boosts are left out."""
    if isinstance(leaf, Word):
        return _zoned(leaf.zone, leaf.form)
    if isinstance(leaf, Pattern):
        return _zoned(leaf.zone, leaf.text)
    if isinstance(leaf, Fuzzy):
        return _zoned(leaf.zone, f"{leaf.form}~{leaf.distance}")
    if isinstance(leaf, Phrase):
        words = " ".join(slot.text if isinstance(slot, Pattern) else slot.form for slot in leaf.slots)
        near = "" if leaf.slop is None else f"~>{leaf.slop}" if leaf.ordered else f"~{leaf.slop}"
        return _zoned(leaf.zone, f'"{words}"{near}')
    if isinstance(leaf, Named):
        return f"{_FIELDS[leaf.types[0]]}:{_quoted(leaf.value or leaf.name)}"
    if isinstance(leaf, Dated):
        return f"date:{leaf.low}..{leaf.high}"
    if isinstance(leaf, InPath):
        return f"path:{_quoted(leaf.text)}"
    if isinstance(leaf, Noted):
        return f"note:{_quoted(leaf.text)}"
    raise TypeError(f"{type(leaf).__name__} has clauses in it")


def _zoned(zone: Zone, text: str) -> str:
    return text if zone == "any" else f"{zone}:{text}"


def _quoted(text: str) -> str:
    plain = text.replace('"', " ")
    return plain if plain and all(letter.isalnum() or letter in "*-_./" for letter in plain) else f'"{plain}"'
