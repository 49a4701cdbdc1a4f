"""A passage as it is copied: its words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable

from index.documents.cleaning import clean, clean_line
from index.documents.model import Document, Span

OMITTED = "[…]"
"""Stands in a copy for what was folded, and for what was too long to be copied."""
PASSAGE_AT_MOST = 500_000
"""Characters of a passage that are copied: the longer what a terminal is sent to copy, the likelier it drops it."""


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


def copied(span: Span) -> Span:
    """What is copied of a passage: of a very long one its beginning."""
    return Span(span.start, min(span.end, span.start + PASSAGE_AT_MOST))


def cited(document: Document, span: Span, folded: Iterable[Span] = ()) -> str:
    """The passage, then title, date, document and offsets (characters of its text, end exclusive) on a line below.

    The stretches that are `folded`, in order, are left out of it.  Of a very long passage it is what is `copied`.
    """
    rest = OMITTED if copied(span) != span else ""
    span = copied(span)
    passage = clean(passage_shown(document, span, folded)).strip() + rest
    date = f", {document.date}" if document.date else ""
    place = f"{clean_line(document.path)}, characters {span.start}–{span.end}"
    return f"“{passage}”\n— {clean_line(document.title)}{date} ({place})"
