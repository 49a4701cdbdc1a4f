"""Who imports what of the program's own modules, and making a module's tables anew once a fault is in it.

A table at the top of a module is made when the module is imported: a fault put into the function that made it, or into
the table, is nowhere until the table is made again and given to everyone who imported it, whose own tables are then
made anew as well.
"""

from __future__ import annotations

import ast
import dataclasses
import sys
from enum import Enum
from functools import _lru_cache_wrapper, cache
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

_OURS = ("index.", "tui.", "tests.")


def ours() -> dict[str, ModuleType]:
    """The modules of the program and of its tests that are imported, by name."""
    return {name: module for name, module in list(sys.modules.items()) if name.startswith(_OURS)}


@cache
def _imports(name: str) -> tuple[tuple[str, str, str], ...]:
    """What a module imports anywhere in it: from which module, what, and as what."""
    file = getattr(sys.modules[name], "__file__", None)
    if file is None or not file.endswith(".py"):
        return ()
    found: list[tuple[str, str, str]] = []
    for node in ast.walk(ast.parse(Path(file).read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module=str() as source):
                found += [(source, alias.name, alias.asname or alias.name) for alias in node.names]
            case ast.Import():
                found += [(alias.name, "", alias.asname or alias.name) for alias in node.names]
    return tuple(found)


@cache
def importers(name: str) -> tuple[str, ...]:
    """The modules of the program that import a module."""
    return tuple(
        sorted(other for other in ours() if other.startswith("index.") and name in {of for of, *_ in _imports(other)})
    )


@cache
def dependents(name: str) -> set[str]:
    """The module, and all that import it or one that does: only what these keep can come from it."""
    by_module: dict[str, set[str]] = {}
    for other in ours():
        for source, taken, _ in _imports(other):
            by_module.setdefault(source, set()).add(other)
            by_module.setdefault(f"{source}.{taken}", set()).add(other)
    found, new = {name}, [name]
    while new:
        added = by_module.get(new.pop(), set()) - found
        found |= added
        new += added
    return found


@cache
def remade_for(name: str) -> dict[str, set[str]]:
    """The functions of a module that run while it or one that imports it is imported, each with which those are."""
    module = sys.modules[name]
    found: dict[str, set[str]] = {}
    for other in sorted({name} | {by for by in ours() if name in {source for source, _, _ in _imports(by)}}):
        if other.startswith("tests."):
            continue
        for function in _run_while_imported(sys.modules[other], str(module.__file__)):
            found.setdefault(function, set()).add(other)
    return found


def _run_while_imported(module: ModuleType, file: str) -> set[str]:
    """The functions of a file that run while a module is imported; what it imports is imported already."""
    names: set[str] = set()

    def seen(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename == file:
            names.add(frame.f_code.co_qualname)

    code = own_code(module)
    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        exec(code, {"__name__": module.__name__, "__file__": module.__file__})
    finally:
        sys.setprofile(before)
    return names


def own_code(module: ModuleType) -> CodeType:
    """A module's code, as its file has it."""
    file = str(module.__file__)
    return compile(Path(file).read_bytes(), file, "exec")


def remake(module: ModuleType, code: CodeType) -> None:
    """Runs a module's code, and puts what comes out otherwise in the place of what it and others have."""
    made: dict[str, Any] = {"__name__": module.__name__, "__file__": module.__file__}
    exec(code, made)
    concerned: set[str] = set()
    for name, value in made.items():
        before = vars(module).get(name)
        if isinstance(value, FunctionType):
            if isinstance(before, FunctionType) and before.__module__ == module.__name__:
                before.__defaults__, before.__kwdefaults__ = value.__defaults__, value.__kwdefaults__
        elif not (name.startswith("__") or isinstance(value, type | ModuleType | _lru_cache_wrapper)):
            if same(value, before):
                continue
            setattr(module, name, value)
            for other, importer in ours().items():
                for source, taken, known_as in _imports(other):
                    if (source, taken) == (module.__name__, name) and hasattr(importer, known_as):
                        setattr(importer, known_as, value)
                        concerned.add(other)
    for other in concerned:
        if not other.startswith("tests."):
            remake(sys.modules[other], own_code(sys.modules[other]))


def same(one: object, other: object) -> bool:
    """Whether two tables hold the same, though their classes and functions were made twice."""
    if type(one).__qualname__ != type(other).__qualname__:
        return False
    if isinstance(one, Enum) and isinstance(other, Enum):
        return one.name == other.name and same(one.value, other.value)
    if isinstance(one, dict) and isinstance(other, dict):
        return same(list(one.items()), list(other.items()))
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if dataclasses.is_dataclass(one) and dataclasses.is_dataclass(other) and not isinstance(one, type):
        return all(same(getattr(one, f.name), getattr(other, f.name)) for f in dataclasses.fields(one))
    if isinstance(one, FunctionType) and isinstance(other, FunctionType):
        return one.__code__ == other.__code__
    return one == other
