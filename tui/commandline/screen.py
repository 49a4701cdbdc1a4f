"""Opening the screen: the one way from the command line into Textual."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from tui.commandline.opening import STANDARD_INPUT, document_named, opened
from tui.commandline.output import say
from tui.commandline.status import UsageError
from tui.garbage import collect_seldom

if TYPE_CHECKING:
    from index.library import Library
    from tui.app import ReaderApp


def run(options: Namespace) -> int:
    """Opens the reader at the place that the options name, and gives its exit status."""
    corpus = options.corpus
    with ExitStack() as stack:
        with _without_collecting():
            library = stack.enter_context(opened(options, corpus))
            if corpus == STANDARD_INPUT:
                _keyboard_from_the_terminal()
            _need_terminal()
            app = _app(library, options)
            app.collect_at_rest()
            from tui import ending
        status = ending.run(app)
        if app.crashed:
            say(app.crashed)
        ending.leave(library.close, status)
        return status


@contextmanager
def _without_collecting() -> Iterator[None]:
    """What is imported stays: to look for garbage among it takes a tenth of the time that importing takes."""
    gc.disable()
    try:
        yield
        collect_seldom()
    finally:
        gc.enable()


def _app(library: Library, options: Namespace) -> ReaderApp:
    """The app at the place that the options name.  Raises CorpusError and UsageError before the screen is opened."""
    if library.first() is None:
        raise library.without_articles()
    compare = None
    if options.compare is not None:
        a, b = (document_named(library, name) for name in options.compare)
        compare = (a, b)
    document = document_named(library, options.document) if options.document is not None else None

    from tui.lean import import_lean

    import_lean()
    from tui.app import ReaderApp

    return ReaderApp(library, query=options.query, open_document=document, compare=compare, real_terminal=True)


def _keyboard_from_the_terminal() -> None:
    """After the article has come through standard input, the keys are read from the terminal itself."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as problem:
        raise UsageError(
            "the screen needs a terminal; `ceasefire-reader show -` prints an article without one"
        ) from problem
    os.dup2(terminal, 0)
    os.close(terminal)


def _need_terminal() -> None:
    """The screen reads keys from standard input and draws on standard error, as Textual does."""
    if os.environ.get("TEXTUAL_DRIVER"):  # served to a browser, or another driver that needs no terminal
        return
    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output"), (sys.stderr, "error")):
        try:
            terminal = stream is not None and os.isatty(stream.fileno())
        except (OSError, ValueError):
            terminal = False
        if not terminal:
            raise UsageError(f"the screen needs a terminal, and standard {name} is none; see `ceasefire-reader --help`")
