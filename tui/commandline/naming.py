"""`naming`: what each article calls the same people, organisations, places, groups and events."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from tui.commandline.across import articles
from tui.commandline.output import Paper, json_line
from tui.commandline.status import DONE, NOTHING_FOUND

if TYPE_CHECKING:
    from index.across.naming_matrix import NamingMatrix


def run(options: Namespace) -> int:
    """Prints the naming matrix."""
    from index.across.naming_matrix import naming, naming_payload

    with articles(options) as (library, paths, progress):
        found = naming(paths, library.seen, library.known, progress=progress)
    if options.json:
        json_line(naming_payload(found))
    else:
        _print(found)
    return DONE if found.rows else NOTHING_FOUND


def _print(found: NamingMatrix) -> None:
    paper = Paper()
    if not found.columns:
        paper.line("Nothing found.")
        return
    for number, column in enumerate(found.columns, start=1):
        paper.styled_line(f"{number}  ", ("strong", column.title), "  ", ("quiet", column.path))
    for row in found.rows:
        paper.line()
        note = "  differs" if row.differs else ""
        paper.styled_line(("strong", row.entity.name), ("quiet", f"  {row.entity.type}{note}"))
        for number, cell in enumerate(row.cells, start=1):
            if cell:
                paper.styled_line(f"  {number}  " + ", ".join(f"{form.text} {form.count}" for form in cell))
