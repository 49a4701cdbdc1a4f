"""What the commands that go over many articles have in common: which articles, and telling how far they are."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.commandline.opening import documents_of, opened, refreshed
from tui.commandline.output import Progress
from tui.commandline.status import UsageError

if TYPE_CHECKING:
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
        if options.query is not None:
            paths = library.answering(options.query)
        progress = Progress("Reading")
        try:
            yield library, paths, progress
        finally:
            progress.end()
