"""The JSON of `entities`."""

from __future__ import annotations

from typing import Any

from index.entities.model import Annotations, Quote
from index.entities.quoting.pronouns import Speakers


def annotations_payload(annotations: Annotations, text: str) -> dict[str, Any]:
    """One object a document: mentions, entities, quotations with the entity that speaks, also where a pronoun stands
    for it; offsets are characters of the document's text, `text`.
    """
    mentions: list[dict[str, Any]] = []
    speakers = Speakers(text, annotations.mentions, annotations.quotes)
    for m in annotations.mentions:
        row: dict[str, Any] = {"start": m.start, "end": m.end, "text": m.text, "type": m.type, "entity": m.entity}
        if m.value:
            row["value"] = m.value
        if m.title:
            row["title"] = m.title
        mentions.append(row)
    return {
        "document": annotations.document,
        "mentions": mentions,
        "entities": [
            {"id": e.id, "name": e.name, "type": e.type, "aliases": list(e.aliases), "mentions": e.mentions}
            for e in annotations.entities
        ],
        "quotes": [
            {
                "start": q.start,
                "end": q.end,
                "speaker": list(q.speaker) if q.speaker else None,
                "cue": list(q.cue) if q.cue else None,
                "kind": q.kind,
                "entity": _speaker(speakers, q),
            }
            for q in annotations.quotes
        ],
        "lacking": annotations.lacking or None,
    }


def _speaker(speakers: Speakers, quote: Quote) -> str | None:
    mention = speakers.of(quote.speaker) if quote.speaker is not None else None
    return mention.entity if mention is not None else None
