"""A passage as it is copied: its words, and where they stand."""

from __future__ import annotations

from index.documents.cleaning import clean, clean_line
from index.documents.model import Document, Span


def cited(document: Document, span: Span) -> str:
    """The passage, then title, date, document and offsets (characters of its text, end exclusive) on a line below."""
    passage = clean(document.text[span.start : span.end]).strip()
    date = f", {document.date}" if document.date else ""
    place = f"{clean_line(document.path)}, characters {span.start}–{span.end}"
    return f"“{passage}”\n— {clean_line(document.title)}{date} ({place})"
