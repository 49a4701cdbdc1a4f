"""`timeline`: dated statements in the order of the dates they speak of."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from index.wording import counted
from tui.commandline.across import articles, dated_line
from tui.commandline.output import Paper, json_line
from tui.commandline.status import DONE, NOTHING_FOUND

if TYPE_CHECKING:
    from index.across.timeline import Timeline


def run(options: Namespace) -> int:
    """Prints the timeline."""
    from index.across.timeline import timeline, timeline_payload

    with articles(options) as (library, paths, progress):
        found = timeline(paths, library.seen, progress=progress)
    if options.json:
        json_line(timeline_payload(found))
    else:
        _print(found)
    return DONE if found.statements else NOTHING_FOUND


def _print(found: Timeline) -> None:
    paper = Paper()
    if not found.articles:
        paper.line("Nothing found.")
        return
    for one in found.statements:
        dated_line(paper, one)
    paper.line(
        f"{counted(len(found.statements), 'statement')} of {counted(found.articles, 'article')}; "
        f"{found.undated:,} more dates that are named have no place in time."
    )
