"""Pipe tables as people write them, with and without outer pipes: recognising their rows and cutting them into cells.

Used by plain text and by Markdown alike.  A table is told by its delimiter row ("---|---"), which must hold a pipe.
"""

from __future__ import annotations

from typing import Final

from index.documents.patterns import late

_DELIMITER_CHARACTERS: Final = frozenset("-:| ")
_PIPE: Final = late(r"(?<!\\)\|")
COLUMNS_AT_MOST: Final = 200
"""What stands behind the two-hundredth pipe of a row stays together in one cell."""


def is_delimiter(line: str) -> bool:
    """Whether a line is the rule under a table's header, such as `---|:--:|` or `|---|`."""
    return "|" in line and "-" in line and _DELIMITER_CHARACTERS.issuperset(line)


def cells(line: str) -> list[str]:
    """The cells of a row, stripped, without the outer pipes; `\\|` is a pipe inside a cell."""
    line = line.strip()
    if line.startswith("|"):
        line = line[1:]
    parts = _PIPE.split(line, COLUMNS_AT_MOST)
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return [part.strip().replace("\\|", "|") for part in parts]


def aligned(delimiter: str) -> str:
    """How the rule under a table's header sets its columns: a letter or a blank for each, as `Block.aligned` says."""
    sides = ((cell.startswith(":"), cell.endswith(":")) for cell in cells(delimiter))
    return "".join("c" if left and right else "l" if left else "r" if right else " " for left, right in sides).rstrip()


def is_row(line: str) -> bool:
    """Whether a line can be a row of a table that stands above it."""
    return "|" in line


def is_framed(line: str) -> bool:
    """Whether a line begins and ends with a pipe, as rows of a table without a delimiter row do."""
    return len(line) > 3 and line[0] == "|" and line[-1] == "|" and line.count("|") > 2
