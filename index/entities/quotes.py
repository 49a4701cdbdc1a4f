"""Who said what: quotations with their speaker and cue."""

from __future__ import annotations

from index.documents.model import Document
from index.entities.model import Mention, Quote


def quotations(document: Document, mentions: tuple[Mention, ...]) -> tuple[Quote, ...]:
    """The quotations of a document, in order."""
    return ()
