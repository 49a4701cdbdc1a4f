"""`entities`: who and what is named, and who said what."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from index.errors import FormatError
from tui.commandline.opening import STANDARD_INPUT, documents_of, opened, refreshed
from tui.commandline.output import Paper, json_line, say
from tui.commandline.status import BAD_INPUT, DONE, NOTHING_FOUND, UsageError

if TYPE_CHECKING:
    from index.entities.model import Annotations, Entity
    from index.library import Library

_ALIASES_SHOWN = 6


def run(options: Namespace) -> int:
    """Prints the annotations of each document, or for people without DOC the entities of the whole corpus."""
    names: list[str] = options.documents
    if STANDARD_INPUT in names and len(names) > 1:
        raise UsageError("- stands for standard input and cannot be read together with other documents")
    corpus = STANDARD_INPUT if names == [STANDARD_INPUT] else options.corpus
    if corpus == STANDARD_INPUT:
        names = []
    with opened(options, corpus) as library:
        if not options.json and not names:
            refreshed(library, words=False)
            return _print_entities(Paper(), library.entities())
        paths = documents_of(library, names)
        refreshed(library, words=False)
        return _each(library, paths, as_json=options.json, unreadable=BAD_INPUT if names else DONE)


def _each(library: Library, paths: tuple[str, ...], *, as_json: bool, unreadable: int) -> int:
    """`unreadable` is the status where an article cannot be read: of a whole corpus, some file may well be none."""
    from index.entities.payload import annotations_payload

    paper = Paper()
    status = DONE
    unreadable_for = {one.path: one.reason for one in library.skipped()}
    for path in paths:
        try:
            if (reason := unreadable_for.get(path)) is not None:  # it would take as long again
                raise FormatError(reason)
            document, annotations = library.seen(path)
        except FormatError as problem:
            say(f"{path}: {problem}")
            status = unreadable
            continue
        if as_json:
            json_line(annotations_payload(annotations, document.text))
        else:
            _print_document(paper, annotations)
    return status


def _print_document(paper: Paper, annotations: Annotations) -> None:
    paper.styled_line(("quiet", f"--- {annotations.document}"))
    _print_entities(paper, annotations.entities)


def _print_entities(paper: Paper, entities: tuple[Entity, ...]) -> int:
    for entity in entities:
        aliases = ", ".join(entity.aliases[:_ALIASES_SHOWN]) + (", …" if len(entity.aliases) > _ALIASES_SHOWN else "")
        paper.styled_line(
            f"{entity.mentions:>5}  {entity.type:<6}  ", ("strong", entity.name), f"  ({aliases})" if aliases else ""
        )
    if not entities:
        paper.line("Nobody and nothing is named.")
    return DONE if entities else NOTHING_FOUND
