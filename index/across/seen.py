"""Going over many articles, each with what it names: what all questions across articles share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from index.documents.model import Document, Span
from index.documents.sentences import sentences
from index.entities.model import Annotations, Mention
from index.errors import Cancelled, CorpusError, FormatError

Seen = Callable[[str], tuple[Document, Annotations]]
"""Gives an article by its path, with its mentions under the entities of the corpus."""
Cancel = Callable[[], bool]
Progress = Callable[[int, int], None]
"""Hears articles done, and articles to do."""


def each_seen(
    paths: Sequence[str], seen: Seen, cancelled: Cancel | None = None, progress: Progress | None = None
) -> Iterator[tuple[Document, Annotations]]:
    """The articles in order; one that cannot be read any more is left out.  Raises Cancelled."""
    for number, path in enumerate(paths):
        if cancelled is not None and cancelled():
            raise Cancelled("the articles were not all looked at")
        if progress is not None:
            progress(number, len(paths))
        try:
            article = seen(path)
        except (CorpusError, FormatError):
            continue
        yield article


def sentence_spans(document: Document) -> list[Span]:
    """The sentences of a document, in order."""
    return [Span(sentence.start, sentence.end) for sentence in sentences(document)]


def by_sentence(spans: Sequence[Span], mentions: Sequence[Mention]) -> list[tuple[Span, list[Mention]]]:
    """Those of a document's sentences that name anything, each with what it names, in order."""
    starts = [span.start for span in spans]
    found: list[tuple[Span, list[Mention]]] = []
    for mention in mentions:
        span = spans[max(0, bisect_right(starts, mention.start) - 1)]
        if not found or found[-1][0] != span:
            found.append((span, []))
        found[-1][1].append(mention)
    return found
