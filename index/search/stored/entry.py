"""What the index takes of an article.  Making it is most of the work of indexing, and can be done in any process."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from index.documents.model import Document
from index.entities.model import Recognition
from index.search.inflection import LANGUAGES, stem_in
from index.search.model import Article, Told
from index.search.stored.pieces import Cut, cut

SEPARATOR = "\x1f"
"""Between the type and the surface form in a term of names, and between the parts of an inflected form."""
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Entry(NamedTuple):
    """An article as the index takes it.

    `text` and `heading` are the pieces of the text and of the title; `names`, `dates` and `inflected` are terms, the
    names with their counts.
    """

    path: str
    title: str
    text: Cut
    heading: Cut
    names: tuple[tuple[bytes, int], ...]
    dates: tuple[bytes, ...]
    inflected: tuple[bytes, ...]


def entry_of(article: Article) -> Entry:
    """The entry of an article."""
    return entry(article.document, article.recognition, cut(article.document.text))


def entry(document: Document, recognition: Recognition | None, text: Cut) -> Entry:
    """The entry of a document and of what it names, where that is known; `text` is its text, cut."""
    heading = cut(document.title)
    language = document.language or ""
    return Entry(
        document.path,
        document.title,
        text,
        heading,
        tuple(_names(recognition).items()) if recognition else (),
        tuple(sorted(_dates(document, recognition))),
        _inflected(language, text, heading) if language in LANGUAGES else (),
    )


def _inflected(language: str, text: Cut, heading: Cut) -> tuple[bytes, ...]:
    """The terms of all words of an article, by which one form leads to the others."""
    pieces = {piece for cut in (text, heading) for piece in cut.pieces}
    forms = {form for piece in pieces for form, *_ in piece.parts}
    return tuple([_inflected_term(language, form) for form in sorted(forms) if form.isalpha()])


@lru_cache(maxsize=1 << 17)
def _inflected_term(language: str, form: str) -> bytes:
    return inflected_begin(language, form) + form.encode()


def inflected_begin(language: str, form: str) -> bytes:
    """How the terms of all forms begin that have the stem of this one in a language."""
    return f"{language}{SEPARATOR}{stem_in(language, form)}{SEPARATOR}".encode("utf-8", "surrogatepass")


def _names(recognition: Recognition) -> dict[bytes, int]:
    """How often the article names something of a type by a surface form."""
    counts: dict[bytes, int] = {}
    for mention in recognition.mentions:
        term = name_term(mention.type, mention.text)
        counts[term] = counts.get(term, 0) + 1
    return counts


def name_term(kind: str, surface: str) -> bytes:
    """The term of the field of names for a type and a surface form, in any case."""
    return f"{kind}{SEPARATOR}{surface.casefold()}".encode("utf-8", "surrogatepass")[:500]


def _dates(document: Document, recognition: Recognition | None) -> set[bytes]:
    """The article's own date and the absolute dates it names."""
    mentions = recognition.mentions if recognition else ()
    found = {f"m{mention.value}".encode() for mention in mentions if dated(mention.type, mention.value)}
    if own := own_date(document):
        found.add(f"d{own}".encode())
    return found


def own_date(document: Told) -> str:
    """The article's date as coarse as it is given, without the time of day, or ""."""
    match = _ISO.match(document.date or "")
    return match[0] if match else ""


def dated(kind: str, value: str) -> bool:
    """Whether a mention's value is an absolute date, or an interval of two (2020-07/2020-09)."""
    return kind == "DATE" and all(_ISO.fullmatch(end) for end in value.split("/"))
