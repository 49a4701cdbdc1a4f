"""What the commands that go over many articles have in common: which articles, and telling how far they are."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tui.commandline.opening import documents_of, opened, readable, refreshed
from tui.commandline.output import Paper, Progress, say
from tui.commandline.status import UsageError
from tui.commandline.waiting import patiently

if TYPE_CHECKING:
    from index.across.timeline import Statement
    from index.library import Library


@contextmanager
def articles(options: Namespace) -> Iterator[tuple[Library, tuple[str, ...], Progress]]:
    """The library, the articles that the options ask for (named ones, those that answer a query, else all), and where
    to tell progress."""
    if options.documents and options.query is not None:
        raise UsageError("name documents or give --query, not both")
    with opened(options, options.corpus) as library:
        paths = documents_of(library, options.documents)
        refreshed(library)
        if options.documents:
            readable(library, *paths)
        else:
            every = len(paths)
            paths = patiently(partial(library.answering, options.query or ""), options.within)
            if options.query is None and (out := every - len(paths)):
                left = "1 article is left out, since it" if out == 1 else f"{out:,} articles are left out, since they"
                say(f"{left} cannot be read; `index` tells why")
        progress = Progress("Reading")
        try:
            yield library, paths, progress
        finally:
            progress.end()


def dated_line(paper: Paper, one: Statement) -> None:
    """A dated statement for people: the date, "?" behind it where it is worked out, the sentence and its place."""
    date = f"{one.date}0s" if len(one.date) == 3 else one.date
    also = f"  (and {len(one.also):,} more)" if one.also else ""
    paper.styled_line(
        ("strong", f"{date}{' ?' if one.assumed else ''}".ljust(12)),
        "  ",
        " ".join(one.text.split()),
        ("quiet", f"  {one.document}:{one.start}{also}"),
    )
