"""A recognition as compact JSON for the index, and back.

What the text of its document tells is left out: a form is the characters of its span, an entity the mentions that are
its own.  The JSON is an array of columns: the version; of the mentions the characters since the end of the one before,
the lengths, and the entities (0 for one that was not mentioned before, else how many came since it did, and 1); of the
entities the types, what tells ids and values (`_told`), and of those with several forms the order of these; titles and
values other than the entity's, each after the number of its mention; quotations; what is lacking.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from index.documents.model import Span
from index.entities.model import ENTITY_TYPES, Entity, EntityType, Mention, Quote, QuoteKind, Recognition
from index.entities.resolving.profile import profiled

if TYPE_CHECKING:
    from index.entities.resolving.profile import Named

VERSION = 2
"""Goes up when what is written changes."""
_NUMBER_OF = {kind: number for number, kind in enumerate(ENTITY_TYPES)}
_KINDS: tuple[QuoteKind, ...] = ("direct", "indirect", "mixed")
_A_QUOTE = 7
_WRONG = (KeyError, TypeError, IndexError, AttributeError)
"""What comes of JSON that is no recognition's."""


def dump(recognition: Recognition) -> str:
    """One line of JSON; `load` gives an equal recognition back."""
    mentions, entities = recognition.mentions, recognition.entities
    places = {entity.id: place for place, entity in enumerate(entities)}
    forms: list[dict[str, int]] = [{} for _ in entities]
    values = [""] * len(entities)
    gaps, lengths, owners = [], [], []
    titles: list[int | str] = []
    others: list[int | str] = []
    end = known = 0
    for number, mention in enumerate(mentions):
        gaps.append(mention.start - end)
        lengths.append(mention.end - mention.start)
        end = mention.end
        place = places[mention.entity]
        owners.append(known - place)
        if place == known:
            known += 1
            values[place] = mention.value
        elif mention.value != values[place]:
            others += (number, mention.value)
        forms[place].setdefault(mention.text, len(forms[place]))
        if mention.title:
            titles += (number, mention.title)
    columns = [
        VERSION,
        gaps,
        lengths,
        owners,
        [_NUMBER_OF[entity.type] for entity in entities],
        [_told(*each) for each in zip(entities, values, forms, strict=True)],
        [
            [printed[form] for form in (entity.name, *entity.aliases)]
            for entity, printed in zip(entities, forms, strict=True)
            if len(printed) > 1
        ],
        titles,
        others,
        _quotes(recognition.quotes),
        recognition.lacking,
    ]
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _told(entity: Entity, value: str, forms: Sequence[str] | dict[str, int]) -> str | int | list[str]:
    """What tells the id and the value of an entity: the value of a date or a number, which its id is made of; the
    number of a form that is the rest of the id, case folded; the rest of the id; both.
    """
    kind, _, rest = entity.id.partition(":")
    valued = entity.type in ("DATE", "NUMBER")
    if kind == entity.type and (rest == value if valued else not value):
        if valued:
            return value
        for number, form in enumerate(forms):
            if form.casefold() == rest:
                return number
        return rest
    return [entity.id, value]


def _quotes(quotes: Sequence[Quote]) -> list[int]:
    """Of each quotation the characters since the one before and its own, where speaker and cue begin after it does,
    with their lengths (0 where there is none), and the number of its kind.
    """
    told: list[int] = []
    end = 0
    for quote in quotes:
        told += (quote.start - end, quote.end - quote.start)
        for span in (quote.speaker, quote.cue):
            told += (span.start - quote.start, span.end - span.start) if span else (0, 0)
        told.append(_KINDS.index(quote.kind))
        end = quote.end
    return told


class _Read:
    """The columns of a recognition of a text, and what they say of its entities."""

    def __init__(self, data: str, text: str) -> None:
        columns: list[Any] = json.loads(data)
        if columns[0] != VERSION:
            raise ValueError(f"version {columns[0]} of a recognition, not {VERSION}")
        _, gaps, lengths, owners, types, told, self._orders, self.titles, self.others, self.quotes, self.lacking = (
            columns
        )
        self.types: list[EntityType] = [ENTITY_TYPES[number] for number in types]
        self.counts: list[dict[str, int]] = [{} for _ in types]
        self.spans: list[tuple[int, int, str, int]] = []
        end = known = 0
        for gap, length, back in zip(gaps, lengths, owners, strict=True):
            start = end + gap
            end = start + length
            place = known - back
            if not back:
                known += 1
            form = text[start:end]
            counts = self.counts[place]
            counts[form] = counts.get(form, 0) + 1
            self.spans.append((start, end, form, place))
        if not known == len(types) == len(told) or end > len(text):
            raise ValueError("a recognition of another text")
        self.ids: list[str] = []
        self.values: list[str] = []
        for kind, counts, each in zip(self.types, self.counts, told, strict=True):
            identity, value = _identity(kind, [*counts], each)
            self.ids.append(identity)
            self.values.append(value)

    def entities(self) -> Iterator[Entity]:
        """The entities, in order."""
        orders = iter(self._orders)
        for identity, kind, counts in zip(self.ids, self.types, self.counts, strict=True):
            forms = [*counts]
            if len(forms) > 1:
                name, *aliases = (forms[place] for place in next(orders))
                yield Entity(identity, name, kind, tuple(aliases), sum(counts.values()))
            else:
                yield Entity(identity, forms[0], kind, (), counts[forms[0]])


def _identity(kind: EntityType, forms: Sequence[str], told: str | int | list[str]) -> tuple[str, str]:
    """The id and the value of an entity, from what `_told` told of them."""
    if isinstance(told, list):
        identity, value = told
        return identity, value
    if isinstance(told, int):
        return f"{kind}:{forms[told].casefold()}", ""
    return f"{kind}:{told}", told if kind in ("DATE", "NUMBER") else ""


def load_spans(data: str) -> list[Span]:
    """Where the mentions of the recognition that `dump` wrote stand, without building that.  Raises ValueError."""
    try:
        version, gaps, lengths, *_ = json.loads(data)
        if version != VERSION:
            raise ValueError(f"version {version} of a recognition, not {VERSION}")
        found = []
        end = 0
        for gap, length in zip(gaps, lengths, strict=True):
            start = end + gap
            end = start + length
            found.append(Span(start, end))
        return found
    except _WRONG as problem:
        raise ValueError(f"not a recognition: {problem!r}") from problem


def load_named(data: str, text: str) -> Named:
    """What `resolve.named` says of the recognition of a text that `dump` wrote, without building that.  Raises
    ValueError.
    """
    try:
        read = _Read(data, text)
        values = [*read.values]
        if others := dict(_pairs(read.others)):
            for number, (*_, place) in enumerate(read.spans):
                values[place] = others.get(number, read.values[place]) or values[place]
        return tuple(map(profiled, read.types, read.ids, values, read.counts))
    except _WRONG as problem:
        raise ValueError(f"not a recognition: {problem!r}") from problem


def load(data: str, text: str) -> Recognition:
    """The recognition of a text that `dump` wrote.  Raises ValueError for anything else."""
    try:
        read = _Read(data, text)
        titles, others = dict(_pairs(read.titles)), dict(_pairs(read.others))
        ids, types, values = read.ids, read.types, read.values
        return Recognition(
            tuple(
                Mention(
                    start,
                    end,
                    form,
                    types[place],
                    ids[place],
                    others.get(number, values[place]),
                    titles.get(number, ""),
                )
                for number, (start, end, form, place) in enumerate(read.spans)
            ),
            tuple(read.entities()),
            tuple(_each_quote(read.quotes)),
            read.lacking,
        )
    except _WRONG as cause:
        raise ValueError("not a recognition") from cause


def _pairs(column: Sequence[Any]) -> Iterator[tuple[int, str]]:
    return zip(column[::2], column[1::2], strict=True)


def _each_quote(column: Sequence[int]) -> Iterator[Quote]:
    end = 0
    for at in range(0, len(column), _A_QUOTE):
        gap, length, speaker, of_speaker, cue, of_cue, kind = column[at : at + _A_QUOTE]
        start = end + gap
        end = start + length
        yield Quote(start, end, _span(start + speaker, of_speaker), _span(start + cue, of_cue), _KINDS[kind])


def _span(start: int, length: int) -> Span | None:
    return Span(start, start + length) if length else None
