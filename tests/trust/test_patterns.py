"""No regular expression of the program takes more than linear time, whatever it is given.

Every pattern of every module is found, with the methods it is called by. Out of its own parts come the texts that
would hurt it: what may stand before a repetition, the repetition itself again and again, then something that fits
nothing. Also repetitions in turn, which is how two neighbours come to share the same text.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import index
import tui
from index.documents.patterns import _Late

ROOT = Path(index.__file__).parent.parent
SOURCES = {file: file.read_text(encoding="utf-8") for part in ("index", "tui") for file in (ROOT / part).rglob("*.py")}
METHODS = {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"}
LENGTHS = (125, 500, 2_000, 8_000)
SEEN = 0.02
"""Seconds of the processor that can be told from noise; a linear pattern needs a tenth of that for the longest text."""
STEEP = 10
"""A text of four times the length takes a linear pattern four times as long, and a quadratic one sixteen times."""
PROBES = (
    "a",
    "A",
    "é",
    "1",
    " ",
    "\n",
    "-",
    ".",
    "'",
    "’",
    "“",
    "”",
    '"',
    "_",
    "|",
    "*",
    "#",
    ">",
    "<",
    "%",
    "$",
    "\u4e00",
)


def patterns() -> dict[str, tuple[str | bytes, int, tuple[str, ...]]]:
    """Every pattern by where it is: its source, its flags, and what it is called for."""
    found: dict[str, tuple[str | bytes, int, tuple[str, ...]]] = {}
    for package in (index, tui):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if info.name.endswith("indexer_child"):
                continue
            module = importlib.import_module(info.name)
            file = Path(str(module.__file__))
            for name, value in vars(module).items():
                for place, pattern in enumerate(held(value)):
                    source, flags = compiled(pattern)
                    where = f"{info.name}.{name}" + (f"[{place}]" if value is not pattern else "")
                    found[where] = (source, flags, uses(file, name, alone=value is pattern))
            found |= written_in_place(info.name, file)
    return found


def held(value: object) -> Iterator[Any]:
    if isinstance(value, re.Pattern | _Late):
        yield value
    elif isinstance(value, tuple | list | frozenset | set):
        for one in value:
            yield from held(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from held(one)
    elif isinstance(value, type) and value.__module__.partition(".")[0] in ("index", "tui"):
        for one in vars(value).values():
            yield from held(one)


def compiled(pattern: Any) -> tuple[str | bytes, int]:
    if isinstance(pattern, _Late):
        return pattern._source, pattern._flags
    return pattern.pattern, pattern.flags


def uses(file: Path, name: str, *, alone: bool) -> tuple[str, ...]:
    """The methods that a pattern of a module is called by: its own name's, or in a table of patterns those of any name
    there; where none is seen, all.
    """
    if alone:
        called = (calls(file) if name.startswith("_") else calls_anywhere()).get(name, set())
    else:
        called = set().union(*(of for caller, of in calls(file).items() if re.fullmatch("[a-z_]+", caller)))
    return tuple(sorted(METHODS & called or METHODS))


@cache
def calls(file: Path) -> dict[str, set[str]]:
    """What is called of each name in a file."""
    called: dict[str, set[str]] = {}
    for name, method in re.findall(r"(\w+)\.(\w+)\(", SOURCES[file]):
        called.setdefault(name, set()).add(method)
    return called


@cache
def calls_anywhere() -> dict[str, set[str]]:
    called: dict[str, set[str]] = {}
    for name, methods in chain.from_iterable(calls(file).items() for file in SOURCES):
        called.setdefault(name, set()).update(methods)
    return called


def written_in_place(module: str, file: Path) -> dict[str, tuple[str | bytes, int, tuple[str, ...]]]:
    """The patterns of `re.sub("...", ...)` and its like."""
    found: dict[str, tuple[str | bytes, int, tuple[str, ...]]] = {}
    source = SOURCES[file]
    for node in ast.walk(ast.parse(source)) if "re." in source else ():
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=method),
                args=[ast.Constant(value=str() | bytes() as pattern), *_],
            ) if method in METHODS:
                found[f"{module}:{node.lineno}"] = (pattern, 0, (method,))
    return found


def fitting(node: Any) -> str:
    """A shortest text that one part of a parsed pattern takes."""
    operator, argument = node
    match str(operator):
        case "LITERAL":
            return chr(argument)
        case "NOT_LITERAL":
            return "a" if argument != ord("a") else "b"
        case "ANY":
            return "a"
        case "IN":
            return member(argument)
        case "CATEGORY":
            return member([node])
        case "BRANCH":
            return fitting_all(argument[1][0])
        case "SUBPATTERN":
            return fitting_all(argument[-1])
        case "ATOMIC_GROUP":
            return fitting_all(argument)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return fitting_all(argument[2]) * max(argument[0], 1 if argument[1] else 0)
    return ""


def fitting_all(nodes: Any) -> str:
    return "".join(map(fitting, nodes))


def member(choices: Any) -> str:
    """A character that a set has, of an everyday kind where there is one."""
    for probe in (*PROBES, *map(chr, range(0x20, 0x250)), *map(chr, range(0x2000, 0x2070))):
        if within(choices, ord(probe)):
            return probe
    first = next((one for one in choices if str(one[0]) in ("LITERAL", "RANGE")), None)
    return "" if first is None else chr(first[1] if str(first[0]) == "LITERAL" else first[1][0])


def within(choices: Any, code: int) -> bool:
    negated = any(str(one[0]) == "NEGATE" for one in choices)
    inside = False
    for operator, argument in choices:
        match str(operator):
            case "LITERAL":
                inside |= code == argument
            case "RANGE":
                inside |= argument[0] <= code <= argument[1]
            case "CATEGORY":
                letter = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}[str(argument).rpartition("_")[2]]
                inside |= bool(re.match(letter, chr(code))) != ("NOT" in str(argument))
    return inside != negated


def repetitions(nodes: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Every repetition without an end in a parsed pattern: what stands before it, and what it repeats."""
    for node in nodes:
        operator, argument = node
        match str(operator):
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                if argument[1] == sre.MAXREPEAT or argument[1] >= 100:
                    for unit in units(argument[2]):
                        yield before, unit
                yield from repetitions(argument[2], before)
            case "BRANCH":
                for branch in argument[1]:
                    yield from repetitions(branch, before)
            case "SUBPATTERN":
                yield from repetitions(argument[-1], before)
            case "ATOMIC_GROUP":
                yield from repetitions(argument, before)
            case "ASSERT" | "ASSERT_NOT":
                yield from repetitions(argument[1], before)
        before += fitting(node)


def units(nodes: Any) -> Iterator[str]:
    """What one turn of a repetition may be: each way of its branches, and each of many characters of a set."""
    if len(nodes) == 1:
        operator, argument = nodes[0]
        if str(operator) == "BRANCH":
            for branch in argument[1]:
                yield fitting_all(branch)
            return
        if str(operator) == "SUBPATTERN":
            yield from units(argument[-1])
            return
        if str(operator) == "IN":
            yield from [probe for probe in PROBES if within(argument, ord(probe))][:6] or [member(argument)]
            return
    yield fitting_all(nodes)


def shapes(source: str | bytes, flags: int) -> list[tuple[str, str, str]]:
    """What a careless pattern takes too long for: what stands before, and one or two parts to be repeated."""
    parsed = _parser.parse(source.decode("latin-1") if isinstance(source, bytes) else source, flags)
    parts = [(before, unit) for before, unit in dict.fromkeys(repetitions(parsed)) if unit]
    found = [(before, unit, "") for before, unit in parts]
    found += [("", before + unit, "") for before, unit in parts]
    found += [(one[0], one[1], other[1]) for one, other in pairwise(parts) if one[1] != other[1]]
    found.append(("", fitting_all(parsed), ""))
    return [shape for shape in dict.fromkeys(found) if shape[1]]


def attack(shape: tuple[str, str, str], length: int) -> str:
    """A text of about `length` characters that ends in one that fits nothing."""
    before, one, other = shape
    share = length // 2 if other else length
    return before + one * (share // len(one)) + other * (share // max(1, len(other)) if other else 0) + "\x01"


def seconds(pattern: re.Pattern[Any], method: str, text: str) -> float:
    given: Any = text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text
    began = time.process_time()
    if method == "finditer":
        for _ in pattern.finditer(given):
            pass
    elif method in ("sub", "subn"):
        pattern.sub(given[:0], given)
    else:
        getattr(pattern, method)(given)
    return time.process_time() - began


def grows(source: str | bytes, flags: int, methods: tuple[str, ...]) -> str:
    """The first text whose time grows much faster than its length, and by which call; "" where there is none."""
    pattern = re.compile(source, flags)
    for shape in shapes(source, flags):
        for method in methods:
            # Three tries: a busy machine may slow one, a bad pattern is slow in all.
            if all(too_much := steep(pattern, method, shape) for _ in range(3)):
                return f"{method} of {shape!r}: {too_much}"
    return ""


def steep(pattern: re.Pattern[Any], method: str, shape: tuple[str, str, str]) -> str:
    before = 0.0
    for length in LENGTHS:
        taken = seconds(pattern, method, attack(shape, length))
        if taken > SEEN and taken > STEEP * before:
            return f"{length} characters take {taken:.3f} s, a quarter of them took {before:.4f} s"
        before = taken
    return ""


FOUND = patterns()


def test_a_pattern_that_grows_is_caught() -> None:
    assert grows(r"\s+$", 0, ("search",))
    assert not grows(r"\s++$", 0, ("match",))


def test_patterns_are_found() -> None:
    assert len(FOUND) > 100
    assert "index.documents.cleaning._ESCAPE" in FOUND


@pytest.mark.parametrize("where", FOUND)
def test_the_pattern_is_linear(where: str) -> None:
    assert grows(*FOUND[where]) == ""
