"""`verify`: re-reads the corpus and checks every citation of an exported report."""

from __future__ import annotations

import os
from argparse import Namespace
from dataclasses import asdict

from index.documents.cleaning import clean_line
from index.wording import counted
from tui.commandline.opening import STANDARD_INPUT, opened, standard_input
from tui.commandline.output import Paper, json_line, say
from tui.commandline.status import DONE, NOTHING_FOUND, UsageError

_MOST = 64_000_000
"""Bytes of a report that are read at most; one that cites every sentence of two long articles is far smaller."""


def run(options: Namespace) -> int:
    """Prints what no longer stands as it is cited; status 1 where something drifted, the report was changed,
    or nothing is cited."""
    from index.comparison.reports.verify import NOT_THERE, verify

    report = _read(options.report)
    with opened(options, options.corpus) as library:
        outcome, name = verify(report, library.read), library.name
    if options.json:
        json_line(asdict(outcome))
    elif not outcome.checked:
        Paper().line("The report cites nothing.")
    else:
        paper = Paper()
        for drift in outcome.drifts:
            place = f"line {drift.line}, {drift.where}" if drift.where else f"line {drift.line}"
            paper.line(f"{place}: {drift.document} {drift.start}-{drift.end}: {drift.reason}")
        if outcome.unchanged is False:
            paper.line("The report was changed after it was written.")
        stand = outcome.checked - len(outcome.drifts)
        paper.line(f"{stand:,} of {counted(outcome.checked, 'citation')} {'stands' if stand == 1 else 'stand'}.")
    if (
        outcome.checked
        and len(outcome.drifts) == outcome.checked
        and {one.reason for one in outcome.drifts} == {NOT_THERE}
    ):
        say(f"no article that the report cites is in {name}; name their folder with --corpus")
    return DONE if outcome.stands else NOTHING_FOUND


def _read(name: str) -> str:
    if name == STANDARD_INPUT:
        return standard_input().decode("utf-8", "replace")
    try:
        if os.path.getsize(name) > _MOST:
            raise UsageError(f"{clean_line(name)} is too large for a report")
        with open(name, "rb") as file:
            return file.read(_MOST).decode("utf-8", "replace")
    except OSError as problem:
        raise UsageError(f"cannot read {clean_line(name)}: {problem.strerror}") from problem
