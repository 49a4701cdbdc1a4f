"""Who speaks: the words that articles give to each voice, in quotation marks and without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from index.across.seen import Cancel, Progress, Seen, each_seen
from index.documents.model import Span
from index.entities.model import Entity, Quote
from index.entities.quoting.pronouns import Speakers
from index.entities.quoting.speech import PRONOUNS


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words given to a voice in one article."""

    document: str
    quote: Quote
    words: int
    text: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks: an entity, or where none is known the words that name the voice ("officials").

    Words are counted as white space parts them; `direct` are those inside quotation marks alone, a mixed quotation
    counts as reported.
    """

    name: str
    entity: Entity | None
    spoken: tuple[Spoken, ...]
    words: int
    direct: int

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that let it speak, in order."""
        return tuple(dict.fromkeys(one.document for one in self.spoken))


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices, those with most words first; `unknown` words are given to nobody that is told, or to a pronoun that
    may be anybody, `words` are all that the articles have.
    """

    voices: tuple[Voice, ...]
    articles: int
    words: int
    unknown: int


@dataclass(slots=True)
class _Gathering:
    name: str
    entity: str
    spoken: list[Spoken] = field(default_factory=list)


def voices(
    paths: Sequence[str],
    seen: Seen,
    entity: Callable[[str], Entity | None],
    *,
    cancelled: Cancel | None = None,
    progress: Progress | None = None,
) -> Voices:
    """The voices of some articles.  Raises Cancelled."""
    gathered: dict[str, _Gathering] = {}
    articles = words = unknown = 0
    for document, named in each_seen(paths, seen, cancelled, progress):
        articles += 1
        words += len(document.text.split())
        speakers = Speakers(document.text, named.mentions, named.quotes)
        for quote in named.quotes:
            text = document.text[quote.start : quote.end]
            number = len(text.split())
            name, identity = _speaker(document.text, speakers, quote.speaker) if quote.speaker is not None else ("", "")
            if not identity and (not name or name.casefold() in PRONOUNS):
                unknown += number
                continue
            key = identity or f" {name.casefold()}"
            one = gathered.setdefault(key, _Gathering(name, identity))
            one.spoken.append(Spoken(document.path, quote, number, text))
    found = [_voice(one, entity(one.entity) if one.entity else None) for one in gathered.values()]
    found.sort(key=lambda one: (-one.words, one.name))
    return Voices(tuple(found), articles, words, unknown)


def _voice(one: _Gathering, entity: Entity | None) -> Voice:
    direct = sum(each.words for each in one.spoken if each.quote.kind == "direct")
    name = entity.name if entity is not None else one.name
    return Voice(name, entity, tuple(one.spoken), sum(each.words for each in one.spoken), direct)


def _speaker(text: str, speakers: Speakers, span: Span) -> tuple[str, str]:
    """The name of a voice as printed, without what explains it, and the id of the entity that it is, "" for none; "he"
    and "she" are whom they stand for.
    """
    best = speakers.of(span)
    if best is None:
        return " ".join(text[span.start : span.end].split()).partition(", ")[0].rstrip(","), ""
    return best.text, best.entity


def voices_payload(found: Voices) -> dict[str, object]:
    """What `voices --json` says."""
    return {
        "articles": found.articles,
        "words": found.words,
        "unknown": found.unknown,
        "voices": [
            {
                "name": voice.name,
                "entity": voice.entity.id if voice.entity is not None else None,
                "type": voice.entity.type if voice.entity is not None else None,
                "words": voice.words,
                "direct": voice.direct,
                "articles": len(voice.articles),
                "quotes": [
                    {
                        "document": one.document,
                        "start": one.quote.start,
                        "end": one.quote.end,
                        "kind": one.quote.kind,
                        "words": one.words,
                        "text": one.text,
                    }
                    for one in voice.spoken
                ],
            }
            for voice in found.voices
        ],
    }
