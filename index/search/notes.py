"""Notes as something to search by: `note:word` asks what a person wrote, by the analysis and operators of any text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from index.documents.model import Document, Span
from index.entities.model import EntityType, Recognition
from index.search.answering.matching import Matcher
from index.search.model import Article
from index.search.query.syntax import Clause, Places


class NoteText(Protocol):
    """A note: what was written on the characters `start` to `end` of a document."""

    @property
    def document(self) -> str:
        """The document's path."""

    @property
    def start(self) -> int:
        """Where the noted passage begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def text(self) -> str:
        """What was written."""


def noted(notes: Iterable[NoteText], clause: Clause | None) -> Places:
    """The passages whose notes answer a clause, by path and place; those of all notes where there is none."""
    matcher = Matcher(clause, _nobody) if clause is not None else None
    return tuple(
        sorted(
            {
                (note.document, Span(note.start, note.end))
                for note in notes
                if matcher is None or matcher.marks(_as_article(note.text)) is not None
            }
        )
    )


def _as_article(text: str) -> Article:
    return Article(Document("", "", text, ()), Recognition((), (), ()))


def _nobody(name: str, types: tuple[EntityType, ...]) -> frozenset[tuple[EntityType, str]]:
    return frozenset()
