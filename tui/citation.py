"""A passage as it is copied: its words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from index.documents.cleaning import clean, clean_line
from index.documents.model import Document, Span

OMITTED = "[…]"
"""Stands in a copy for what was folded."""


def passage_shown(document: Document, span: Span, folded: Iterable[Span] = ()) -> str:
    """The words of a passage, as one sees them: a sign stands for what is folded, unless no more than that is meant."""
    text, shown, place = document.text, "", span.start
    for fold in folded:
        if fold.start <= span.start and span.end <= fold.end:
            return text[span.start : span.end]
        if fold.start < span.end and place < fold.end:
            shown += text[place : max(place, fold.start)] + OMITTED
            place = fold.end
    return shown + text[place : span.end]


def cited(document: Document, span: Span, folded: Iterable[Span] = ()) -> str:
    """The passage, then title, date, document and offsets (characters of its text, end exclusive) on a line below.

    The stretches that are `folded`, in order, are left out of it.
    """
    passage = clean(passage_shown(document, span, folded)).strip()
    date = f", {document.date}" if document.date else ""
    place = f"{clean_line(document.path)}, characters {span.start}–{span.end}"
    return f"“{passage}”\n— {clean_line(document.title)}{date} ({place})"
