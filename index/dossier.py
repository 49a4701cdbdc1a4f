"""The dossier of an entity: its names, every mention in context over the corpus, and who it is named with."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.across.naming_matrix import printed
from index.across.network import likelihood, named_once
from index.across.seen import by_sentence, each_seen, sentence_spans
from index.across.timeline import Statement, dated_statements, ordered, statement_payload
from index.documents.model import Document, Span
from index.documents.sentences import segments
from index.entities.model import Annotations, Entity, Mention, Quote
from index.entities.quoting.pronouns import Speakers
from index.errors import CorpusError

if TYPE_CHECKING:
    from index.library.named import NamedCorpus
    from index.search.model import Cancel

_CONTEXT = 120
"""Characters of context kept on either side of a mention."""


@dataclass(frozen=True, slots=True)
class DossierArticle:
    """How one article names the entity: each surface form, with title as printed, and how often."""

    path: str
    title: str
    mentions: int
    forms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Context:
    """One mention as a line of a concordance; `left` and `right` stay inside the mention's own passage."""

    document: str
    start: int
    end: int
    left: str
    surface: str
    right: str


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity, the number of sentences of the corpus that name both, and G² (see `index.across.network`) over
    the sentences of the articles that name the dossier's: how far beyond chance they are named together there.
    """

    entity: Entity
    sentences: int
    likelihood: float


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that an article gives to the entity."""

    document: str
    quote: Quote
    text: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the corpus says of one entity; articles, contexts and sayings are in order of path and place."""

    entity: Entity
    articles: tuple[DossierArticle, ...]
    contexts: tuple[Context, ...]
    company: tuple[Companion, ...]
    sayings: tuple[Saying, ...]
    dated: tuple[Statement, ...]
    """The sentences that name it and a date, in the order of the dates they speak of."""


def dossier(
    library: NamedCorpus,
    entity_id: str,
    cancelled: Cancel | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Dossier:
    """Gathers the dossier from every article that names the entity; `progress` hears articles read and to read: first
    of those that hold added words, then of those that name it.

    Raises CorpusError, Cancelled.
    """
    entity = library.entity(entity_id, cancelled, progress)
    if entity is None:
        raise CorpusError(f"nothing in {library.name} is known as {entity_id!r}")
    articles: list[DossierArticle] = []
    contexts: list[Context] = []
    sayings: list[Saying] = []
    dated: list[Statement] = []
    company: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    total = 0
    for document, seen in each_seen(sorted(library.documents_naming(entity_id)), library.seen, cancelled, progress):
        own = [mention for mention in seen.mentions if mention.entity == entity_id]
        forms = Counter(map(printed, own))
        articles.append(DossierArticle(document.path, document.title, len(own), tuple(forms.most_common())))
        contexts += _contexts(document, own)
        spans = sentence_spans(document)
        total += len(spans)
        for _, mentions in by_sentence(spans, seen.mentions):
            named = named_once(mentions)
            alone.update(named)
            if entity_id in named:
                company.update(named - {entity_id})
        dated += dated_statements(document, seen, {entity_id}, spans)[0]
        sayings += _sayings(document, seen, entity_id)
    companions = [(library.known(other), number) for other, number in company.most_common()]
    return Dossier(
        entity,
        tuple(articles),
        tuple(contexts),
        tuple(
            Companion(other, number, likelihood(number, alone[entity_id], alone[other.id], total))
            for other, number in companions
            if other is not None
        ),
        tuple(sayings),
        ordered(dated),
    )


def _contexts(document: Document, mentions: Iterable[Mention]) -> Iterator[Context]:
    """Each mention with what stands around it."""
    bounds = [Span(segment.start, segment.end) for segment in segments(document)]
    for mention in mentions:
        around = _containing(bounds, mention.start) or Span(mention.start, mention.end)
        left = document.text[max(around.start, mention.start - _CONTEXT) : mention.start]
        right = document.text[mention.end : min(around.end, mention.end + _CONTEXT)]
        yield Context(document.path, mention.start, mention.end, left, mention.text, right)


def _sayings(document: Document, seen: Annotations, entity_id: str) -> Iterator[Saying]:
    """What an article quotes of the entity."""
    speakers = Speakers(document.text, seen.mentions, seen.quotes)
    for quote in seen.quotes:
        speaker = speakers.of(quote.speaker) if quote.speaker is not None else None
        if speaker is not None and speaker.entity == entity_id:
            yield Saying(document.path, quote, document.text[quote.start : quote.end])


def _index(bounds: list[Span], offset: int) -> int:
    return bisect_right(bounds, offset, key=lambda span: span.start) - 1


def _containing(bounds: list[Span], offset: int) -> Span | None:
    number = _index(bounds, offset)
    return bounds[number] if number >= 0 and offset < bounds[number].end else None


def dossier_payload(found: Dossier) -> dict[str, object]:
    """What `dossier --json` says."""
    return {
        "entity": _entity(found.entity) | {"aliases": list(found.entity.aliases), "mentions": found.entity.mentions},
        "articles": [
            {
                "path": one.path,
                "title": one.title,
                "mentions": one.mentions,
                "forms": [{"text": text, "count": count} for text, count in one.forms],
            }
            for one in found.articles
        ],
        "mentions": [
            {
                "document": one.document,
                "start": one.start,
                "end": one.end,
                "left": one.left,
                "text": one.surface,
                "right": one.right,
            }
            for one in found.contexts
        ],
        "named_with": [
            {**_entity(one.entity), "sentences": one.sentences, "likelihood": round(one.likelihood, 3)}
            for one in found.company
        ],
        "quotes": [
            {
                "document": one.document,
                "start": one.quote.start,
                "end": one.quote.end,
                "kind": one.quote.kind,
                "text": one.text,
            }
            for one in found.sayings
        ],
        "statements": [statement_payload(one) for one in found.dated],
    }


def _entity(entity: Entity) -> dict[str, object]:
    return {"entity": entity.id, "name": entity.name, "type": entity.type}
