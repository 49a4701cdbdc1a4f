"""`dossier`: all that the articles say of one person, organisation, place, group or event."""

from __future__ import annotations

import re
from argparse import Namespace
from itertools import groupby
from typing import TYPE_CHECKING

from index.wording import counted
from tui.commandline.across import dated_line
from tui.commandline.opening import documents_of, opened, refreshed
from tui.commandline.output import Paper, Progress, json_line, say
from tui.commandline.status import DONE, NOTHING_FOUND, UsageError

if TYPE_CHECKING:
    from index.dossier import Dossier
    from index.entities.model import Entity

_SPACE = re.compile(r"\s+")
_CANDIDATES = 8
"""Entities told where a name fits several."""
_CONTEXT = 48
"""Characters shown on either side of a mention, where the terminal has room."""
_OFFSET = 10
"""Characters that its place takes."""
_COMPANY = 20
"""Others shown that it is named with; JSON has all."""


def run(options: Namespace) -> int:
    """Prints the dossier of the entity that the words name."""
    from index.dossier import dossier_payload
    from index.entities.called import called

    name = " ".join(options.name)
    with opened(options, options.corpus) as library:
        documents_of(library, [])
        refreshed(library, words=False)
        found = called(library.entities(), name)
        if not found:
            say(f"nobody and nothing is called {name!r}")
            return NOTHING_FOUND
        if len(found) > 1:
            raise UsageError(_several(name, found))
        progress = Progress("Reading")
        try:
            made = library.dossier(found[0].id, None, progress)
        finally:
            progress.end()
    if options.json:
        json_line(dossier_payload(made))
    else:
        _print(made)
    return DONE


def _several(name: str, found: tuple[Entity, ...]) -> str:
    told = ", ".join(f"{one.id} ({one.name}, {one.mentions:,})" for one in found[:_CANDIDATES])
    more = f" and {len(found) - _CANDIDATES:,} more" if len(found) > _CANDIDATES else ""
    return f"{name!r} may be {told}{more}; name one of them by the word before the bracket"


def _print(made: Dossier) -> None:
    paper = Paper()
    entity = made.entity
    paper.styled_line(("strong", entity.name), ("quiet", f"  {entity.type}  {entity.id}"))
    if entity.aliases:
        paper.line(f"also {', '.join(entity.aliases)}")
    _heading(paper, "Names", f"{counted(entity.mentions, 'mention')} in {counted(len(made.articles), 'article')}")
    for article in made.articles:
        paper.styled_line(("strong", article.title), ("quiet", f"  {article.path}"))
        paper.styled_line("    ", ", ".join(f"{form} {count:,}" for form, count in article.forms))
    if made.company:
        _heading(paper, "Named with", "sentences, and G², how far beyond chance")
    for one in made.company[:_COMPANY]:
        paper.styled_line(
            f"{one.sentences:>6,} {one.likelihood:>9.1f}  ",
            ("strong", one.entity.name),
            ("quiet", f"  {one.entity.type}"),
        )
    _print_places(paper, made)


def _print_places(paper: Paper, made: Dossier) -> None:
    _heading(paper, "Mentions", f"{len(made.contexts):,}")
    before = _CONTEXT if paper.columns is None else min(_CONTEXT, max(0, paper.columns - _OFFSET) * 2 // 5)
    for path, contexts in groupby(made.contexts, key=lambda one: one.document):
        paper.styled_line(("strong", path))
        for one in contexts:
            left, right = _SPACE.sub(" ", one.left), _SPACE.sub(" ", one.right)
            surface = _SPACE.sub(" ", one.surface)
            after = _CONTEXT if paper.columns is None else paper.columns - _OFFSET - before - len(surface)
            paper.styled_line(
                ("quiet", f"{one.start:>8}  "),
                f"{left[len(left) - min(before, len(left)) :]:>{before}}",
                ("match", surface),
                right[: max(0, min(_CONTEXT, after))].rstrip(),
            )
    if made.sayings:
        _heading(paper, "Said", f"{len(made.sayings):,}")
    for saying in made.sayings:
        words = " ".join(saying.text.split())
        paper.styled_line(
            f"“{words}”" if saying.quote.kind == "direct" else words,
            ("quiet", f"  {saying.document}:{saying.quote.start}"),
        )
    if made.dated:
        _heading(paper, "Dates spoken of", f"{len(made.dated):,}")
    for dated in made.dated:
        dated_line(paper, dated)


def _heading(paper: Paper, what: str, how_many: str) -> None:
    paper.line()
    paper.styled_line(("strong", what), ("quiet", f"  {how_many}"))
