"""`search`: ranked hits with snippets, for one query or a batch of them."""

from __future__ import annotations

from argparse import Namespace
from functools import partial
from typing import TYPE_CHECKING

from index.documents.cleaning import clean_line
from index.errors import QueryError
from tui.commandline.opening import batch_lines, opened, refreshed
from tui.commandline.output import Paper, json_line
from tui.commandline.status import DONE, NOTHING_FOUND, UsageError
from tui.commandline.waiting import patiently

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.library import Library
    from index.search.answering.explain import Explanation
    from index.search.keyness import KeyWords
    from index.search.model import SearchResult


def run(options: Namespace) -> int:
    """Answers the query, or each line of the batch."""
    query = " ".join(options.query)
    if bool(options.query) == (options.batch is not None):
        raise UsageError("search needs a query, or --batch FILE with one query a line")
    with opened(options, options.corpus) as library:
        library.look_ahead()
        refreshed(library, names=options.batch is None and library.asks_for_names(query))
        if options.batch is not None:
            return _batch(library, options)
        result = patiently(partial(library.search, query, options.limit), options.within)
        why = _why(library, query, result) if options.explain else {}
        if options.json:
            from index.search.payload import search_payload

            words = library.key_words(query) if options.words else None
            json_line(search_payload(result, _versions(library, result), why, words))
        else:
            _print(result, _versions(library, result), why)
            if options.words:
                _print_words(library.key_words(query))
        return DONE if result.total else NOTHING_FOUND


def _why(library: Library, query: str, result: SearchResult) -> Mapping[str, Explanation]:
    return library.explain(query, [hit.document for hit in result.hits])


def _versions(library: Library, result: SearchResult) -> Mapping[str, str]:
    return library.versions([hit.document for hit in result.hits])


def _batch(library: Library, options: Namespace) -> int:
    from index.search.payload import search_payload

    all_named = False
    for line in batch_lines(options.batch):
        query = clean_line(line).strip()
        try:
            if not query:
                raise QueryError("the query is empty")
            if not all_named and library.asks_for_names(query):
                refreshed(library)
                all_named = True
            result = patiently(partial(library.search, query, options.limit), options.within)
            why = _why(library, query, result) if options.explain else {}
            words = library.key_words(query) if options.words else None
            answer = search_payload(result, _versions(library, result), why, words)
        except QueryError as problem:
            answer = {"query": query, "error": str(problem)}
        json_line(answer)
    return DONE


def _print(result: SearchResult, versions: Mapping[str, str], why: Mapping[str, Explanation]) -> None:
    paper = Paper()
    if result.corrected:
        paper.line(f"Searched for {result.corrected} instead.")
    if result.left_out:
        paper.line(f"The query is long: found without {result.left_out:,} of its words, the commonest.")
    if not result.total:
        paper.line("Nothing found.")
    places: dict[str, int] = {}
    for number, hit in enumerate(result.hits, 1):
        places[hit.document] = number
        paper.styled_line(f"{number}. ", ("strong", hit.title), "  ", ("quiet", f"{hit.document}  {hit.score:.2f}"))
        if hit.document in versions:
            paper.styled_line(("quiet", f"    a version of {places[versions[hit.document]]}"))
        for snippet in hit.snippets:
            paper.passage(snippet.text, snippet.start, snippet.matches, cut=snippet.cut)
        for part in why[hit.document].parts if hit.document in why else ():
            forms = ", ".join(f"{form} {count:,}" for form, count in part.forms)
            asked = f"{part.asked}: " if part.asked else ""
            title = ", in the title" if part.titled else ""
            paper.styled_line(f"   {part.score:8.3f}  ", asked, ("quiet", f"{part.how}{title}"), f"  {forms}".rstrip())
    if result.total > len(result.hits):
        least = "at least " if result.left_out else ""
        paper.line(f"The best {len(result.hits):,} of {least}{result.total:,}; --limit shows more.")


def _print_words(found: KeyWords) -> None:
    from index.search.payload import MOST_KEY_WORDS

    paper = Paper()
    paper.line()
    paper.styled_line(("quiet", "  keyness      here  elsewhere    log2  word"))
    for word in found.words[:MOST_KEY_WORDS]:
        paper.styled_line(f"{word.likelihood:9.2f} {word.inside:9,} {word.outside:10,} {word.ratio:+7.2f}  {word.form}")
