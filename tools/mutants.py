"""Mutants: the same module with one small fault put in, each of which some test should notice.

The faults are those that hands make: a comparison that takes the edge or leaves it, a condition the wrong way round, a
number one off, `start` for `end`, the other end of a slice, a statement forgotten. Lists of words, messages of errors,
annotations and docstrings are left alone: they hold data, not rules.
"""

from __future__ import annotations
import __future__

import ast
import copy
import importlib
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType
from typing import Final

from remaking import own_code, remade_for, remake

_COMPARED: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_COUNTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_PAIRS: Final = (
    ("min", "max"),
    ("any", "all"),
    ("start", "end"),
    ("find", "rfind"),
    ("startswith", "endswith"),
    ("lstrip", "rstrip"),
    ("bisect_left", "bisect_right"),
    ("partition", "rpartition"),
    ("union", "intersection"),
)
_NAMED: Final = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_WRAPPED: Final = ("fget", "__func__", "func", "__wrapped__")
_SCOPES: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_SHOWN: Final = 110


@dataclass(frozen=True)
class Mutant:
    """One fault: where it is (a line from 1 on, the line's text, the function) and what it is."""

    module: str
    function: str
    line: int
    last_line: int
    source: str
    fault: str
    in_place: bool
    """Whether it can be put into the running module: it is inside a function or at the top, not in a class."""
    _whole: ast.Module
    _outermost: ast.stmt | None
    _place: ast.AST
    _changed: ast.AST

    @property
    def name(self) -> str:
        """How it is told and written down: without line numbers, which every change moves."""
        return f"{self.module}:{self.function}: {self.fault} in `{self.source}`"

    def code(self) -> CodeType:
        """The code of the whole module with the fault in it."""
        return compile(self.tree(), self.module, "exec")

    def put_in(self) -> None:
        """Puts the fault into the module that is imported: everybody who holds its function, or a table that is made
        while it is imported, has the fault then.
        """
        module = importlib.import_module(self.module)
        if not self.function:
            remake(module, self.code())
            return
        found: object = module
        for name in self.function.split("."):
            inner = vars(found)[name]
            if isinstance(inner, _lru_cache_wrapper):
                inner.cache_clear()
            found = _unwrapped(inner)
            if isinstance(found, FunctionType):
                break
        assert isinstance(found, FunctionType), self.name
        code = _code_of(self._code_of_outermost(), self.function)
        assert code is not None, self.name
        concerned = remade_for(self.module).get(found.__qualname__, set())
        found.__code__ = code
        for name in sorted(concerned):
            remake(sys.modules[name], self.code() if name == self.module else own_code(sys.modules[name]))

    def _code_of_outermost(self) -> CodeType:
        """The code of the statement of the module that the fault is in, which is made faster than all of it."""
        assert self._outermost is not None
        faulty = copy.deepcopy(self._outermost, {id(self._place): self._changed})
        tree = ast.fix_missing_locations(ast.Module([faulty], []))
        return compile(tree, self.module, "exec", flags=__future__.annotations.compiler_flag)

    def tree(self) -> ast.Module:
        """The module with the fault in it."""
        return ast.fix_missing_locations(copy.deepcopy(self._whole, {id(self._place): self._changed}))


def mutants(path: Path, module: str) -> list[Mutant]:
    """All mutants of one module, in the order of its lines; those of one name are counted through."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    tree = ast.parse(text)
    found: list[Mutant] = []
    names: dict[tuple[str, str, str], int] = {}
    for place, function, in_place, outermost in _places(tree):
        for fault, changed in _faults(place, function):
            first, last = _lines(place)
            source = lines[first - 1].strip()[:_SHOWN]
            key = (function, fault, source)
            names[key] = seen = names.get(key, 0) + 1
            told = fault if seen == 1 else f"{fault} ({seen})"
            found.append(
                Mutant(
                    module,
                    function,
                    first,
                    last,
                    source,
                    told,
                    in_place or not function,
                    tree,
                    outermost,
                    place,
                    changed,
                )
            )
    return sorted(found, key=lambda mutant: mutant.line)


def _lines(place: ast.AST) -> tuple[int, int]:
    """The first and the last line of a node; a part of a comprehension is where its variable is."""
    node = place.target if isinstance(place, ast.comprehension) else place
    line = getattr(node, "lineno", 1)
    return line, getattr(node, "end_lineno", None) or line


def _code_of(code: CodeType, function: str) -> CodeType | None:
    """The code of the outermost function on the way to `function`, None where there are only classes."""
    for name in function.split("."):
        inner = next((c for c in code.co_consts if isinstance(c, CodeType) and c.co_name == name), None)
        if inner is None:
            return None
        if inner.co_flags & inspect.CO_OPTIMIZED:
            return inner
        code = inner
    return None


def _unwrapped(found: object) -> object:
    """The function that a property, a class method, or what keeps results was made of."""
    while not isinstance(found, type):
        inner = next((kept for name in _WRAPPED if (kept := getattr(found, name, None)) is not None), None)
        if inner is None:
            return found
        found = inner
    return found


def _places(tree: ast.Module) -> Iterator[tuple[ast.AST, str, bool, ast.stmt | None]]:
    """Every node that is a rule, with the function it is in ("" at the top of the module), whether that is more than a
    class, and the statement of the module.
    """

    def walk(
        node: ast.AST, function: str, in_place: bool, outermost: ast.stmt
    ) -> Iterator[tuple[ast.AST, str, bool, ast.stmt | None]]:
        yield node, function, in_place, outermost
        scope = isinstance(node, _SCOPES)
        inner = f"{function}.{node.name}".lstrip(".") if isinstance(node, _SCOPES) else function
        is_function = scope and not isinstance(node, ast.ClassDef)
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "decorator_list", "type_params"):
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not _is_data(child, function):
                    # What a parameter is without an argument is decided where the function is made.
                    if field == "body":
                        yield from walk(child, inner, in_place or is_function, outermost)
                    else:
                        yield from walk(child, function, in_place, outermost)

    for statement in tree.body:
        if not _is_data(statement, ""):
            yield from walk(statement, "", False, statement)


def _is_data(node: ast.AST, function: str) -> bool:
    if isinstance(node, ast.Raise | ast.Import | ast.ImportFrom | ast.JoinedStr):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True  # a docstring
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return True
    if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("TypeVar", "NewType", "dataclass"):
        return True
    # A table at the top of a module that is made of texts.
    return not function and isinstance(node, ast.Constant) and isinstance(node.value, str)


def _faults(node: ast.AST, function: str) -> Iterator[tuple[str, ast.AST]]:
    """What can be put in the place of one node."""
    match node:
        case ast.Compare():
            for at, operator in enumerate(node.ops):
                for other in _COMPARED[type(operator)]:
                    ops = [*node.ops[:at], other(), *node.ops[at + 1 :]]
                    yield f"{type(operator).__name__} -> {other.__name__}", _like(node, ops=ops)
        case ast.BoolOp():
            other_op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield f"{type(node.op).__name__} -> {type(other_op).__name__}", _like(node, op=other_op)
        case ast.UnaryOp(op=ast.Not()):
            yield "not dropped", node.operand
        case ast.BinOp() if type(node.op) in _COUNTED:
            other_operator = _COUNTED[type(node.op)]
            yield f"{type(node.op).__name__} -> {other_operator.__name__}", _like(node, op=other_operator())
        case ast.AugAssign() if type(node.op) in _COUNTED:
            other_operator = _COUNTED[type(node.op)]
            yield f"{type(node.op).__name__}= -> {other_operator.__name__}=", _like(node, op=other_operator())
            yield "statement dropped", ast.copy_location(ast.Pass(), node)
        case ast.Constant(value=bool()):
            yield f"{node.value} -> {not node.value}", _like(node, value=not node.value)
        case ast.Constant(value=int() | float()):
            yield f"{node.value!r} -> {node.value + 1!r}", _like(node, value=node.value + 1)
            if function:
                yield f"{node.value!r} -> {node.value - 1!r}", _like(node, value=node.value - 1)
        case ast.Constant(value=str()) if function:
            yield (
                f"{node.value[:20]!r} -> {'' if node.value else 'XX'!r}",
                _like(node, value="" if node.value else "XX"),
            )
        case ast.Return(value=ast.expr() as value) if not (
            isinstance(value, ast.Constant) and value.value in (None, False)
        ):
            yield "return None", _like(node, value=ast.copy_location(ast.Constant(None), value))
        case ast.Expr(value=ast.Call()) | ast.Continue() | ast.Break():
            yield "statement dropped", ast.copy_location(ast.Pass(), node)
        case ast.If() | ast.IfExp() | ast.While() if not isinstance(
            node.test, ast.Compare | ast.UnaryOp | ast.Constant
        ):
            test = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
            if not isinstance(node, ast.While):
                yield "condition the wrong way round", _like(node, test=test)
        case ast.comprehension(ifs=[_, *_]):
            yield "filter dropped", _like(node, ifs=[])
        case ast.Slice():
            if node.lower is not None:
                yield "slice from the beginning", _like(node, lower=None)
            if node.upper is not None:
                yield "slice to the end", _like(node, upper=None)
        case ast.Attribute(ctx=ast.Load()) if node.attr in _NAMED:
            yield f".{node.attr} -> .{_NAMED[node.attr]}", _like(node, attr=_NAMED[node.attr])
        case ast.Name(ctx=ast.Load()) if node.id in ("min", "max", "any", "all", "bisect_left", "bisect_right"):
            yield f"{node.id} -> {_NAMED[node.id]}", _like(node, id=_NAMED[node.id])


def _like(node: ast.AST, **changes: object) -> ast.AST:
    fields = {name: getattr(node, name, None) for name in node._fields} | changes
    return ast.copy_location(type(node)(**fields), node)
