"""`list`: the articles of a corpus, a line each, and those that cannot be read with the reason."""

from __future__ import annotations

from argparse import Namespace
from functools import partial
from typing import TYPE_CHECKING

from index.wording import counted
from tui.commandline.opening import STANDARD_INPUT, opened, refreshed
from tui.commandline.output import Paper, json_line
from tui.commandline.status import DONE, NOTHING_FOUND, UsageError
from tui.commandline.waiting import patiently

if TYPE_CHECKING:
    from index.building.rows import Described
    from index.documents.model import Skipped
    from index.library import Library


def run(options: Namespace) -> int:
    """Lists all articles, or those that answer the query, the best first."""
    if options.corpus == STANDARD_INPUT:
        raise UsageError("standard input is one article, which `show -` prints; name a folder")
    query = options.query
    with opened(options, options.corpus) as library:
        names = query is not None and library.asks_for_names(query)
        refreshed(library, names=names, words=query is not None)
        paths = patiently(partial(library.answering, query or ""), options.within)
        # What cannot be read answers no query.
        unreadable = library.unreadable() if query is None else ()
        _tell(library, paths, unreadable, as_json=options.json)
    return DONE if paths or unreadable else NOTHING_FOUND


def _tell(library: Library, paths: tuple[str, ...], unreadable: tuple[Skipped, ...], *, as_json: bool) -> None:
    paper = Paper()
    if not (paths or unreadable or as_json):
        paper.line("Nothing found.")
    for one in library.described(paths):
        if as_json:
            json_line(_payload(one.path, one, None))
        else:
            paper.styled_line(
                f"{one.date or '-':<10}  {one.language or '-':<3}  {counted(one.words, 'word'):>13}  ",
                ("strong", one.title),
                "  ",
                ("quiet", one.path),
            )
    for each in unreadable:
        if as_json:
            json_line(_payload(each.path, None, each.reason))
        else:
            paper.line(f"skipped: {each.path} ({each.reason})")


def _payload(path: str, one: Described | None, reason: str | None) -> dict[str, object]:
    return {
        "document": path,
        "title": one and one.title,
        "date": one and one.date,
        "language": one and one.language,
        "words": one and one.words,
        "characters": one and one.characters,
        "reason": reason,
    }
