"""From the options to an open library whose index is up to date."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.documents.cleaning import clean_line
from index.errors import CorpusError, EngineError, FormatError
from index.homes import from_home
from index.settings import Settings, load_settings
from tui.commandline.output import Progress, say
from tui.commandline.status import UsageError

if TYPE_CHECKING:
    from index.library import Library, Status

STANDARD_INPUT = "-"
_PROBLEMS_SAID = 10


def settings_of(options: Namespace) -> Settings:
    """The user's settings with the flags of this call over them."""
    settings = load_settings()
    if options.cache_dir is not None:
        settings = replace(settings, cache_dir=from_home(options.cache_dir))
    if getattr(options, "fresh", False):
        settings = replace(settings, restore=False)
    return settings


@contextmanager
def opened(options: Namespace, corpus: str | None) -> Iterator[Library]:
    """The library of `corpus` ("-": one document from standard input), closed afterwards.  Raises CorpusError."""
    from index.library import Library

    settings = settings_of(options)
    if corpus == STANDARD_INPUT:
        library = Library.open_bytes(standard_input(), settings=settings)
    else:
        library = Library.open(corpus, settings=settings)
    try:
        yield library
    finally:
        library.close()


def standard_input() -> bytes:
    """All of standard input; UsageError where that is a keyboard, nothing, or more than any article may be."""
    from index.documents.scan import FILE_AT_MOST

    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("- reads an article from standard input, which is a terminal here; pipe one in")
    data = sys.stdin.buffer.read(FILE_AT_MOST + 1)  # it may have no end
    if len(data) > FILE_AT_MOST:
        raise UsageError(f"standard input is larger than {FILE_AT_MOST >> 20} MB")
    if not data.strip():
        raise UsageError("standard input is empty")
    return data


def refreshed(
    library: Library, *, rebuild: bool = False, old_will_do: bool = True, names: bool = True, words: bool = True
) -> Status:
    """Brings the index up to date, telling progress and, where another window is at it, that.

    Without `names`, what many new articles name is not looked for; without `words`, nothing is going to be searched.
    Where it cannot be written (a full disk), what was indexed before is used if `old_will_do`, which asks for one
    article at least.  Raises EngineError, and CorpusError where none can be read.
    """
    progress = Progress("Indexing")
    try:
        status = library.refresh(progress, rebuild=rebuild, names=False, few_names=names, words=words)
        if names and status.named < status.articles and not status.busy:
            progress.end()
            progress = Progress("Finding names")
            found = library.refresh(progress, words=words)
            status = found._replace(changed=found.changed | status.changed)
    except EngineError as problem:
        status = library.status()
        if not old_will_do or not status.articles:
            raise
        say(f"{problem}; what was indexed before is used")
    finally:
        progress.end()
    if library.notice:
        say(library.notice)
    if old_will_do and not status.articles and not status.busy:
        raise library.without_articles()
    if status.busy:
        say("another window is writing the index of this corpus; what is in it so far is used")
    if names and status.named < status.articles:
        say(f"names are found in {status.named:,} of {status.articles:,} articles so far")
    say_corrections(library)
    return status


def say_corrections(library: Library) -> None:
    """Says what is wrong in the file of corrections, with the lines; the rest of it applies."""
    if not library.corrections_file.exists():
        return
    problems = library.corrections().problems
    for problem in problems[:_PROBLEMS_SAID]:
        say(f"{library.corrections_file}: {problem}")
    if len(problems) > _PROBLEMS_SAID:
        say(f"{library.corrections_file}: and {len(problems) - _PROBLEMS_SAID} more")


def document_named(library: Library, name: str) -> str:
    """The path of the article that `name` stands for: a path in the corpus, the beginning of one, or a file's path.

    Raises UsageError where it is none or several, CorpusError where there is no article at all.
    """
    try:
        return library.name_document(name)
    except CorpusError as problem:
        if not library.files() and not any(one.path == name for one in library.skipped()):
            raise library.without_articles() from problem
        places = {_place(Path(name)), _place(library.root / name)}
        for file in library.files():
            if file.location in places:
                return file.path
        raise UsageError(_skipped(library, places) or str(problem)) from problem


def _skipped(library: Library, places: Collection[str | None]) -> str | None:
    """Why a file of the corpus that lies at one of these places is no article; None where none lies there."""
    root = f"{_place(library.root)}{os.sep}"
    for place in places:
        if place is not None and place.startswith(root):
            try:
                library.name_document(place.removeprefix(root).replace(os.sep, "/"))
            except CorpusError as problem:
                return str(problem)
    return None


def _place(path: Path) -> str | None:
    """Where a file lies, by the name that the system has for it, which may be another than the one it is shown by."""
    try:
        return str(path.resolve(strict=True))
    except (OSError, ValueError, RuntimeError):
        return None


def readable(library: Library, *paths: str) -> None:
    """Raises FormatError with the reason where an article could not be read when it was indexed, as one that took too
    long: it would take as long again.
    """
    for one in library.skipped():
        if one.path in paths:
            raise FormatError(f"{one.path}: {one.reason}")


def documents_of(library: Library, names: Sequence[str]) -> tuple[str, ...]:
    """The paths that `names` stand for; of all articles where there are none."""
    if names:
        return tuple(document_named(library, name) for name in names)
    files = library.files()
    if not files:
        raise library.without_articles()
    return tuple(file.path for file in files)


def batch_lines(source: str) -> Iterator[str]:
    """The lines of a file or, for "-", of standard input, each as soon as it is there, without its end."""
    if source == STANDARD_INPUT:
        for line in sys.stdin.buffer:
            yield line.decode("utf-8", "replace").rstrip("\r\n")
        return
    try:
        with open(source, "rb") as file:
            for line in file:
                yield line.decode("utf-8", "replace").rstrip("\r\n")
    except OSError as problem:
        raise UsageError(f"cannot read {clean_line(source)}: {problem.strerror}") from problem
