"""The tables of what two articles may tell otherwise: `tables/*.txt`, one question a record.

A record begins with what is asked; behind bars stand what it is asked of and how.  Each line after it that begins with
"- " holds the phrases of one point, parted by ";"; an indented line goes on with the one above.  "#" begins a remark.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLES = Path(__file__).parents[1] / "tables"
_POINT, _MORE, _REMARK = "- ", "  ", "#"

Phrase = tuple[str, ...]


class Question(NamedTuple):
    """One record: `of` stands behind the first bar, `how` are the words behind the second, `told` are its points as
    they are written.
    """

    about: str
    of: str
    how: frozenset[str]
    told: tuple[str, ...]

    @property
    def points(self) -> tuple[tuple[Phrase, ...], ...]:
        """The phrases of each point, a phrase being its words; read when they are asked for, as those of few are."""
        return tuple(tuple(map(tuple, map(str.split, point.split(";")))) for point in self.told)

    @property
    def decided(self) -> bool:
        """Is it a matter of will, so that what somebody will do counts as done?"""
        return "decided" in self.how


@cache
def table(name: str) -> tuple[Question, ...]:
    """The questions of `tables/<name>.txt`, in its order."""
    return read((_TABLES / f"{name}.txt").read_text(encoding="utf-8"))


def read(text: str) -> tuple[Question, ...]:
    """The questions of a table's text."""
    records: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith(_POINT):
            records[-1].append(line.removeprefix(_POINT))
        elif line.startswith(_MORE):
            records[-1][-1] += f" {line.strip()}"
        elif line and not line.startswith(_REMARK):
            records.append([line])
    return tuple(_question(*record) for record in records)


def _question(head: str, *points: str) -> Question:
    about, of, how, *_ = (part.strip() for part in f"{head}||".split("|"))
    return Question(about, of, frozenset(how.split()), points)
