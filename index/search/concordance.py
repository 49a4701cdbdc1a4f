"""Key word in context (Luhn, 1960): every occurrence of a query over the articles that answer it, in the order of the
search, and where in each article the occurrences stand.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.documents.model import Document, Span
from index.errors import Cancelled, CorpusError, FormatError
from index.search.answering.matching import Matcher
from index.search.answering.snippets import passage_bounds
from index.search.model import Cancel, Names, Ranking, Read

MOST = 10_000
"""Occurrences that are collected; who wants more narrows the query."""
_CONTEXT = 120
"""Characters kept on either side of an occurrence."""
_TELL_EVERY = 0.2
"""Seconds between two tellings of what is there so far."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence: characters `start` to `end` of the document's text, with what stands before and after it in its
    own paragraph or table row.
    """

    document: str
    start: int
    end: int
    left: str
    surface: str
    right: str


@dataclass(frozen=True, slots=True)
class Plot:
    """One article's occurrences as places in its text, whose length is `length` characters."""

    document: str
    title: str
    length: int
    spans: tuple[Span, ...]

    def strip(self, width: int) -> tuple[int, ...]:
        """How many occurrences begin in each of `width` equal parts of the text."""
        counts = [0] * max(0, width)
        if counts and self.length:
            for start, _ in self.spans:
                counts[min(start * width // self.length, width - 1)] += 1
        return tuple(counts)


@dataclass(frozen=True, slots=True)
class Concordance:
    """The occurrences in order of rank and place.

    `query` is the query that was run; of `total` articles that answer, `looked` were looked at.  `cut` says that there
    are more than `MOST` occurrences.
    """

    query: str
    total: int
    looked: int
    occurrences: tuple[Occurrence, ...]
    plots: tuple[Plot, ...]
    cut: bool = False

    @property
    def complete(self) -> bool:
        """Whether every article that answers was looked at to its end."""
        return self.looked == self.total and not self.cut


Told = Callable[[Concordance], None]


def concordance(
    ranking: Ranking, read: Read, names: Names, *, told: Told | None = None, cancelled: Cancel | None = None
) -> Concordance:
    """The concordance of all that a query finds; `told` hears now and then what is there so far.

    An article that cannot be read any more has no occurrences.  Raises Cancelled.
    """
    matcher = Matcher(ranking.query.clause, names)
    occurrences: list[Occurrence] = []
    plots: list[Plot] = []
    tell_at = time.monotonic() + _TELL_EVERY

    def so_far(looked: int, cut: bool = False) -> Concordance:
        return Concordance(ranking.query.text, len(ranking.articles), looked, tuple(occurrences), tuple(plots), cut)

    for looked, (path, _) in enumerate(ranking.articles):
        if cancelled is not None and cancelled():
            raise Cancelled("the concordance was stopped")
        if told is not None and time.monotonic() >= tell_at:
            told(so_far(looked))
            tell_at = time.monotonic() + _TELL_EVERY
        try:
            article = read(path)
        except (CorpusError, FormatError):
            continue
        marks = matcher.marks(article) or ()
        document = article.document
        spans = tuple(Span(mark.start, mark.end) for mark in marks)
        if spans:
            plots.append(Plot(path, document.title, len(document.text), spans))
        room = MOST - len(occurrences)
        occurrences += in_context(document, spans[:room])
        if len(spans) > room:
            return so_far(looked + 1, cut=True)
    return so_far(len(ranking.articles))


def in_context(document: Document, spans: Sequence[Span]) -> list[Occurrence]:
    """The spans, each with its context; no context goes beyond the paragraph, table row or line of its occurrence."""
    text = document.text
    made: list[Occurrence] = []
    for start, end in spans:
        low, high = passage_bounds(document, start)
        left = text[max(low, start - _CONTEXT) : start]
        made.append(Occurrence(document.path, start, end, left, text[start:end], text[end : min(high, end + _CONTEXT)]))
    return made
