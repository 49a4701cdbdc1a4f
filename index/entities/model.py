"""Who and what is named: mentions in a text, the entities they stand for, and who said what."""

from __future__ import annotations

from typing import Literal, NamedTuple

from index.documents.model import Span

EntityType = Literal["PERSON", "ORG", "PLACE", "GROUP", "DATE", "NUMBER", "EVENT"]
ENTITY_TYPES: tuple[EntityType, ...] = ("PERSON", "ORG", "PLACE", "GROUP", "DATE", "NUMBER", "EVENT")
QuoteKind = Literal["direct", "indirect", "mixed"]


class Mention(NamedTuple):
    """A minimal span that names something: no title or office, no article, no possessive 's.

    `entity` is an entity id: one of the document's own in a `Recognition`, one of the corpus in `Annotations`.  `value`
    is the normalised value of a DATE (ISO 8601, as coarse as the text is: "2022-02", "P30D", "2025-04-21") or a NUMBER
    ("30", "12 %", "40000000 USD"), else "".  `title` is the office or title before the name as printed
    ("former President"), else "".
    """

    start: int
    end: int
    text: str
    type: EntityType
    entity: str
    value: str = ""
    title: str = ""


class Entity(NamedTuple):
    """One thing under all its names: `name` is the fullest usual one, `aliases` the others, most frequent first."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...]
    mentions: int


class Quote(NamedTuple):
    """Words given to a voice.  The span leaves quotation marks out; an interrupted quotation is one `Quote` a part."""

    start: int
    end: int
    speaker: Span | None
    cue: Span | None
    kind: QuoteKind


class Recognition(NamedTuple):
    """What one document says by itself: mentions whose `entity` ids are local to it, its entities, its quotes.

    `lacking` tells people what was not looked for, and why; "" where the whole document was.
    """

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    lacking: str = ""


def unknown(reason: str) -> Recognition:
    """What is known of an article whose names could not be found."""
    return Recognition((), (), (), f"its names could not be found: {reason}")


class Annotations(NamedTuple):
    """A `Recognition` seen from the corpus: ids and names are the same in every document, counts this document's."""

    document: str
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    lacking: str = ""
