"""`show`: the articles, as they are read."""

from __future__ import annotations

from argparse import Namespace

from index.errors import FormatError
from tui.commandline.opening import STANDARD_INPUT, document_named, opened
from tui.commandline.output import Paper, json_line, say
from tui.commandline.status import BAD_INPUT, DONE, UsageError


def run(options: Namespace) -> int:
    """Prints each document; one that cannot be read gets its line on standard error, and the rest goes on."""
    from index.documents.payload import document_payload

    names: list[str] = options.documents
    if STANDARD_INPUT in names and len(names) > 1:
        raise UsageError("- stands for standard input and cannot be shown together with other documents")
    corpus = STANDARD_INPUT if names == [STANDARD_INPUT] else options.corpus
    paper = Paper()
    status = DONE
    with opened(options, corpus) as library:
        if corpus == STANDARD_INPUT:
            names = [file.path for file in library.files()]
        paths = [document_named(library, name) for name in names]
        for number, path in enumerate(paths):
            try:
                document = library.read(path)
            except FormatError as problem:
                say(f"{path}: {problem}")
                status = BAD_INPUT
                continue
            if options.json:
                json_line(document_payload(document))
                continue
            if len(paths) > 1:
                if number:
                    paper.line()
                paper.styled_line(("quiet", f"--- {path}"))
            if document.text.lstrip()[: len(document.title)] != document.title:
                paper.styled_line(("strong", document.title))
                paper.line()
            paper.lines(document.text)
    return status
