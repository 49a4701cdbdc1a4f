"""From the best articles to what is shown of them: passages, and how often and where first the query matches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from index.documents.model import Span
from index.errors import DamageError
from index.search.answering.finding import Best, Found, Shelf
from index.search.answering.marking import Mark
from index.search.answering.matching import Matcher
from index.search.answering.snippets import snippets
from index.search.model import Hit, Kept, Pages, Told

_PAGES = 64
"""Articles whose pages are asked for at once."""


def hits(found: Found, skip: int, pages: Pages | None, shelf: Shelf) -> Iterator[Hit]:
    """The best articles but for the first `skip`, with their passages.  Raises Cancelled."""
    for start in range(skip, len(found.best), _PAGES):
        some = found.best[start : start + _PAGES]
        kept = _unpacked(pages([each.path for each in some]), found) if pages is not None else {}
        for each in some:
            found.retrieval.check()
            yield _hit(each, found.matcher, kept.get(each.path), shelf)


def _unpacked(pages: Mapping[str, Kept], found: Found) -> Mapping[str, Kept]:
    """Pages whose texts are at hand; all at once, since unpacking drives all else out of the processor's memory."""
    for page in pages.values():
        found.retrieval.check()
        try:
            _ = page.text
        except DamageError:
            continue  # told when it is its turn
    return pages


def _hit(each: Best, matcher: Matcher, page: Kept | None, shelf: Shelf) -> Hit:
    """A hit with its passages; one whose article cannot be read any more is listed without."""
    if page is not None:
        # Between two commits, and where something is damaged, the article is looked at itself.
        with suppress(ValueError, DamageError):
            return _shown(each, page, matcher.marks_at(page, each.codes) or ())
    article = shelf.article(each.path)
    if article is None:
        return Hit(each.path, each.title, each.score, ())
    return _shown(each, article.document, matcher.marks(article) or ())


def _shown(each: Best, document: Told, marks: tuple[Mark, ...]) -> Hit:
    first_mark = Span(marks[0].start, marks[0].end) if marks else None
    return Hit(each.path, each.title, each.score, snippets(document, marks), len(marks), first_mark)
