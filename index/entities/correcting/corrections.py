"""Corrections of entities as text: what a person may put right, and how it stands in a TOML file.

A file is a list of entries, `[[merge]]`, `[[split]]`, `[[rename]]`, `[[retype]]`, `[[ignore]]` and `[[add]]`, applied
from the first to the last.  Entries speak of names and types as they stand in the articles, never of ids, so that they
hold as articles come and go.  Each entry is read by itself: one that is wrong is reported with its line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from index.documents.cleaning import clean_line
from index.entities.model import ENTITY_TYPES, EntityType
from index.toml import parsed_toml

CorrectionKind = Literal["merge", "split", "rename", "retype", "ignore", "add"]
_KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
_HEADER = re.compile(r"[ \t]*\[\[")
_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_LONGEST_NAME = 200
_KEYS: dict[CorrectionKind, tuple[frozenset[str], frozenset[str]]] = {
    "merge": (frozenset({"names"}), frozenset({"type"})),
    "split": (frozenset({"name"}), frozenset({"type"})),
    "rename": (frozenset({"name", "to"}), frozenset({"type"})),
    "retype": (frozenset({"name", "to"}), frozenset({"from"})),
    "ignore": (frozenset({"name"}), frozenset({"type"})),
    "add": (frozenset({"name", "type"}), frozenset()),
}
"""Keys that an entry must have, and keys that it may have."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change.

    `names` are forms as printed: of a merge two or more, the first of which it goes by; else one.  `type` is the type
    they have now (None: any), of an addition the type to give.  `to` is the new name of a rename, the new type of a
    retype, else "".
    """

    kind: CorrectionKind
    names: tuple[str, ...]
    type: EntityType | None = None
    to: str = ""

    def new_type(self) -> EntityType:
        """The type that a retype gives."""
        return ENTITY_TYPES[ENTITY_TYPES.index(self.to)]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with an entry, and the line of the file, counted from 1."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A correction in a file: the lines it takes, numbered from 0, end exclusive, comments after it left out."""

    correction: Correction
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a file says: its sound entries in order, and what is wrong with the others."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections, in the order in which they apply."""
        return tuple(entry.correction for entry in self.entries)


def parse(text: str) -> Corrections:
    """Reads a file of corrections; never raises."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _HEADER.match(line)]
    entries: list[Entry] = []
    problems: list[Problem] = []
    if lead := _tables("\n".join(lines[: starts[0] if starts else len(lines)]), 0, problems):
        problems.append(Problem(1, f"{clean_line(next(iter(lead)))!r} stands in no entry"))
    for first, end in pairwise([*starts, len(lines)]):
        while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
            end -= 1
        data = _tables("\n".join(lines[first:end]), first, problems)
        if data is not None:
            found = _correction(data)
            if isinstance(found, str):
                problems.append(Problem(first + 1, found))
            else:
                entries.append(Entry(found, first, end))
    return Corrections(tuple(entries), tuple(problems))


def _tables(text: str, first: int, problems: list[Problem]) -> dict[str, object] | None:
    """The TOML of a part of the file that begins on line `first`; None, with a problem told, where it is none."""
    try:
        text.encode()
        return parsed_toml(text.replace("\r\n", "\n") + "\n")
    except UnicodeEncodeError:
        problems.append(Problem(first + 1, "not UTF-8"))
    except ValueError as problem:
        found = _LINE.search(str(problem))
        line = first + (int(found[1]) if found else text.count("\n") + 1)
        problems.append(Problem(line, f"not TOML: {clean_line(_LINE.sub('', str(problem))).strip()}"))
    return None


def _correction(data: dict[str, object]) -> Correction | str:
    """The correction of one entry, or what is wrong with it."""
    kind = next((known for known in _KINDS if known in data), None)
    rows = data.get(kind) if kind is not None else None
    if kind is None or len(data) != 1 or not isinstance(rows, list) or len(rows) != 1 or not isinstance(rows[0], dict):
        return f"an entry must be one of {', '.join(_KINDS)}"
    values = rows[0]
    must, may = _KEYS[kind]
    if missing := sorted(must - values.keys()):
        return f"{kind} needs {missing[0]!r}"
    if unknown := sorted(values.keys() - must - may):
        return f"{kind} has no {clean_line(unknown[0])!r}; it has {', '.join(sorted(must | may))}"
    names = _names(values["names"] if kind == "merge" else [values["name"]], at_least=2 if kind == "merge" else 1)
    if names is None:
        return "names must be two texts or more" if kind == "merge" else "name must be a text"
    to = values.get("to", "")
    wanted = values.get("from") if kind == "retype" else values.get("type")
    for given in (wanted, to if kind == "retype" else None):
        if given is not None and given not in ENTITY_TYPES:
            return f"{clean_line(str(given))[:40]!r} is no type; types are {', '.join(ENTITY_TYPES)}"
    if kind == "rename":
        (to,) = _names([to], at_least=1) or ("",)
        if not to:
            return "to must be a text"
    return Correction(kind, names, wanted, to)


def _names(values: object, *, at_least: int) -> tuple[str, ...] | None:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        return None
    names = tuple(name for value in values if (name := clean_line(value).strip()) and len(name) <= _LONGEST_NAME)
    return names if len(names) >= at_least and len(names) == len(values) else None


def written(correction: Correction) -> str:
    """The entry of a correction, as `parse` reads it; ends with a line end."""
    lines = [f"[[{correction.kind}]]"]
    if correction.kind == "merge":
        lines.append(f"names = [{', '.join(map(_quoted, correction.names))}]")
    else:
        lines.append(f"name = {_quoted(correction.names[0])}")
    if correction.type is not None:
        lines.append(f"{'from' if correction.kind == 'retype' else 'type'} = {_quoted(correction.type)}")
    if correction.to:
        lines.append(f"to = {_quoted(correction.to)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in text) + '"'
