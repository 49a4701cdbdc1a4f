"""`search`: ranked hits with snippets, for one query or a batch of them."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from index.documents.cleaning import clean_line
from index.errors import QueryError
from tui.commandline.opening import batch_lines, opened, refreshed
from tui.commandline.output import Paper, json_line
from tui.commandline.status import DONE, NOTHING_FOUND, UsageError

if TYPE_CHECKING:
    from index.library import Library
    from index.search.model import SearchResult


def run(options: Namespace) -> int:
    """Answers the query, or each line of the batch."""
    query = " ".join(options.query)
    if bool(options.query) == (options.batch is not None):
        raise UsageError("search needs a query, or --batch FILE with one query a line")
    with opened(options, options.corpus) as library:
        refreshed(library)
        if options.batch is not None:
            return _batch(library, options.batch, options.limit)
        result = library.search(query, limit=options.limit)
        if options.json:
            from index.search.payload import search_payload

            json_line(search_payload(result))
        else:
            _print(result)
        return DONE if result.total else NOTHING_FOUND


def _batch(library: Library, source: str, limit: int) -> int:
    from index.search.payload import search_payload

    for line in batch_lines(source):
        query = clean_line(line).strip()
        try:
            if not query:
                raise QueryError("the query is empty")
            answer = search_payload(library.search(query, limit=limit))
        except QueryError as problem:
            answer = {"query": query, "error": str(problem)}
        json_line(answer)
    return DONE


def _print(result: SearchResult) -> None:
    paper = Paper()
    if result.corrected:
        paper.line(f"Searched for {result.corrected} instead.")
    if not result.total:
        paper.line("Nothing found.")
    for number, hit in enumerate(result.hits, 1):
        paper.styled_line(f"{number}. ", ("strong", hit.title), "  ", ("quiet", f"{hit.document}  {hit.score:.2f}"))
        for snippet in hit.snippets:
            paper.passage(snippet.text, snippet.start, snippet.matches)
    if result.total > len(result.hits):
        paper.line(f"The best {len(result.hits)} of {result.total}; --limit shows more.")
