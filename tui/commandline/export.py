"""`export`: everything that the user made, as one JSON object, or the notes of a corpus as Markdown."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from index.documents.cleaning import clean_line
from index.errors import CorpusError, StateError
from index.homes import from_home
from index.user.made import made, notes_markdown
from tui.commandline.opening import STANDARD_INPUT, opened, refreshed, settings_of
from tui.commandline.output import json_text, say
from tui.commandline.status import DONE, NOTHING_FOUND, UsageError
from tui.new_files import write_new


def run(options: Namespace) -> int:
    """Writes what was made of one corpus, or, where none is named, of all; with --notes the notes of one."""
    corpus = options.corpus
    if corpus == STANDARD_INPUT:
        raise UsageError("nothing is kept of standard input; name a folder")
    if not options.notes:
        data_dir = settings_of(options).data_dir
        named = _named(corpus) if corpus else None
        value = made(data_dir, named)
        if named and not value["corpora"] and not Path(named).exists():
            raise CorpusError(f"{clean_line(named)} is not there, and nothing is kept of it")
        _write(json_text(value), options.output)
        return DONE
    with opened(options, corpus) as library:
        notes = library.state.notes() if library.remembers else ()
        if not notes:
            say("there are no notes")
            return NOTHING_FOUND
        refreshed(library)  # the titles are in the index
        titles = {listed.path: listed.title for listed in library.listing()}
        _write(notes_markdown(str(library.root), notes, titles), options.output)
    return DONE


def _named(corpus: str) -> str:
    """The corpus as its things are kept under; its folder may be gone by now."""
    from index.library.corpus import locate
    from index.settings import Settings

    try:
        return str(locate(corpus, Settings()))
    except CorpusError:
        return str(from_home(corpus).absolute())


def _write(text: str, output: str | None) -> None:
    text = text.rstrip("\n") + "\n"
    if output is None or output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
        return
    try:
        write_new(Path(output), text)
    except StateError as problem:
        raise UsageError(str(problem)) from problem
