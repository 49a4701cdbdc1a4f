"""The query language: one linear pass over the symbols with a stack of its own, so that no query is too deep to be
answered.

Operators bind NOT before AND before OR before words side by side.  In a bag of words side by side, `+` and AND
require, `-` and NOT exclude; a path, a note or a range of dates narrows the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from index.errors import QueryError
from index.search.query.clauses import LIMITS, Builder
from index.search.query.lexer import Symbol, symbols
from index.search.query.syntax import (
    And,
    Bag,
    Clause,
    Dated,
    Inflected,
    InPath,
    Not,
    Noted,
    Notes,
    Or,
    Query,
    Word,
)

__all__ = ["Query", "parse"]


@dataclass(slots=True, eq=False, repr=False)
class _Item:
    """What stands between two neighbours of a bag: alternatives (OR) of clauses joined by AND."""

    occur: str
    alternatives: list[list[Clause]]


@dataclass(slots=True, eq=False, repr=False)
class _Group:
    """A bag being read; `name` is the field in front of its bracket."""

    start: int
    name: str = ""
    items: list[_Item] = field(default_factory=list)
    depth: int = 0
    # What stands before the next clause of this group.
    next_field: Symbol | None = None
    next_occur: Symbol | None = None
    next_negated: Symbol | None = None
    next_flips: bool = False
    next_joiner: Symbol | None = None


def parse(text: str, *, typing: bool = False, notes: Notes | None = None, inflected: Inflected | None = None) -> Query:
    """Reads a query.

    `typing` is for a query whose last word may be unfinished: that word also stands for all that begin with it, and
    what is not closed is closed.  `notes` is what `note:` is looked up in, `inflected` what words are; without them
    there are no notes, and a word stands for what has its stem alone.  Raises `QueryError`, whose message says what is
    wrong at which characters, and nothing else.
    """
    if len(text) > LIMITS.characters:
        raise QueryError(f"The query is longer than {LIMITS.characters:,} characters", LIMITS.characters, len(text))
    found = symbols(text, typing=typing)
    if typing:
        while found and found[-1].kind not in ("word", "phrase", "close"):
            found.pop()
    builder = Builder(len(text.rstrip()) if typing and text and not text[-1].isspace() else -1, notes, inflected)
    stack = [_Group(0)]
    for symbol in found:
        group = stack[-1]
        if symbol.kind == "open":
            stack.append(_Group(symbol.start, group.next_field.text if group.next_field else group.name))
        elif symbol.kind == "close":
            if len(stack) == 1:
                raise QueryError("The bracket ) has no ( before it", symbol.start, symbol.end)
            _close(stack, symbol.boost, symbol.end, builder)
        elif symbol.kind == "word" or symbol.kind == "phrase":
            name = group.next_field.text if group.next_field else group.name
            _add(group, builder.clauses(symbol, name))
        else:
            _prefix(group, symbol)
    if len(stack) > 1 and not typing:
        raise QueryError("The bracket ( is not closed", stack[-1].start, stack[-1].start + 1)
    while len(stack) > 1:
        _close(stack, 1.0, len(text), builder)
    _complete(stack[0])
    clause = _bag(stack[0])
    if clause is None:
        raise QueryError("There is no word to look for", 0, len(text))
    return Query(text, clause, notes, inflected)


def _prefix(group: _Group, symbol: Symbol) -> None:
    """Notes an operator or a field for the clause that follows it."""
    if symbol.kind in ("and", "or"):
        _complete(group)
        if not group.items:
            raise QueryError(f"A word is missing before {symbol.text}", symbol.start, symbol.end)
        if group.next_joiner:
            raise QueryError(
                f"A word is missing between {group.next_joiner.text} and {symbol.text}", symbol.start, symbol.end
            )
        group.next_joiner = symbol
    elif symbol.kind == "field":
        _complete(group, field_too=True)
        group.next_field = symbol
    elif symbol.kind == "plus":
        group.next_occur = symbol
    else:
        group.next_negated = symbol
        group.next_flips = not group.next_flips


def _complete(group: _Group, field_too: bool = False) -> None:
    """Raises `QueryError` where an operator or a field still waits for its clause."""
    waiting = group.next_field or (None if field_too else group.next_negated or group.next_occur)
    if waiting:
        name = waiting.text + ":" if waiting.kind == "field" else waiting.text
        raise QueryError(f"A word is missing after {name}", waiting.start, waiting.end)


def _add(group: _Group, clauses: list[Clause], depth: int = 1) -> None:
    """Puts clauses that were typed as one into the group, with what stands before them."""
    joiner, occur, flips = group.next_joiner, group.next_occur, group.next_flips
    group.next_field = group.next_occur = group.next_negated = group.next_joiner = None
    group.next_flips = False
    if not clauses:
        # "-" or "$": nothing to look for; an operator before it falls away with it.
        return
    group.depth = max(group.depth, depth)
    if len(clauses) > 1 and (joiner or occur or flips):
        clauses = [And(tuple(clauses))]
    if joiner:
        clause: Clause = Not(clauses[0]) if flips else clauses[0]
        item = group.items[-1]
        if joiner.kind == "or":
            item.alternatives.append([clause])
        else:
            item.alternatives[-1].append(clause)
        return
    mark = "-" if flips else "+" if occur else ""
    for clause in clauses:
        group.items.append(_Item(mark, [[clause]]))


def _close(stack: list[_Group], boost: float, end: int, builder: Builder) -> None:
    """Ends the innermost group and puts it into the one around it."""
    group = stack.pop()
    _complete(group)
    if group.next_joiner:
        raise QueryError(
            f"A word is missing after {group.next_joiner.text}", group.next_joiner.start, group.next_joiner.end
        )
    if not group.items:
        raise QueryError("There is nothing between the brackets", group.start, end)
    clause = _bag(group)
    assert clause is not None  # it has items
    only = group.items[0]
    single = len(group.items) == len(only.alternatives) == len(only.alternatives[0]) == 1 and only.occur != "-"
    depth = group.depth if single else group.depth + 1
    if depth > LIMITS.depth:
        raise QueryError(f"Brackets are nested more than {LIMITS.depth} deep", group.start, end)
    _add(stack[-1], [clause if boost == 1.0 else builder.boosted(clause, boost)], depth)


def _bag(group: _Group) -> Clause | None:
    """The clause that a whole group stands for; None where it has no clause."""
    if group.next_joiner:
        raise QueryError(
            f"A word is missing after {group.next_joiner.text}", group.next_joiner.start, group.next_joiner.end
        )
    may: list[Clause] = []
    must: list[Clause] = []
    never: list[Clause] = []
    within: list[Clause] = []
    for item in group.items:
        if len(item.alternatives) > 1:
            ways = dict.fromkeys(_both(clauses) for clauses in item.alternatives)
            clause: Clause = Or(tuple(ways)) if len(ways) > 1 else next(iter(ways))
            kept = within if _narrows(clause) else must if item.occur == "+" else may
            (never if item.occur == "-" else kept).append(clause)
            continue
        clauses = item.alternatives[0]
        if item.occur == "-":
            if len(clauses) == 1:
                never.append(clauses[0])
                continue
            # NOT a AND b: the NOT is a's alone.
            never.append(clauses[0])
            clauses = clauses[1:]
        if (
            len(clauses) == 1
            and not isinstance(clauses[0], Not)
            and item.occur == ""
            and item.alternatives[0] is clauses
            and not _narrows(clauses[0])
        ):
            may.append(clauses[0])
            continue
        for each in clauses:
            if isinstance(each, Not):
                never.append(each.clause)
            else:
                (within if _narrows(each) else must).append(each)
    may = _telling(may, bool(must))
    must, never, within = (list(dict.fromkeys(clauses)) for clauses in (must, never, within))
    if len(may) + len(must) + len(within) == 1 and not never:
        return (*may, *must, *within)[0]
    if not may and not must and not never and not within:
        return None
    return Bag(tuple(may), tuple(must), tuple(never), tuple(within))


def _narrows(clause: Clause) -> bool:
    """Whether a clause only says among which articles to look: it asks for no word."""
    if isinstance(clause, Not):
        return _narrows(clause.clause)
    if isinstance(clause, And | Or):
        return all(map(_narrows, clause.clauses))
    if isinstance(clause, Bag):
        return all(map(_narrows, (*clause.may, *clause.must, *clause.never, *clause.within)))
    return isinstance(clause, Dated | InPath | Noted)


def _both(clauses: list[Clause]) -> Clause:
    once = tuple(dict.fromkeys(clauses))
    return once[0] if len(once) == 1 else And(once)


def _telling(may: list[Clause], required: bool) -> list[Clause]:
    """Leaves out stop words where other words say what is looked for, and words that are asked for twice, adding their
    boosts.
    """
    kept = [clause for clause in may if not (isinstance(clause, Word) and clause.stop)]
    if not kept and not required:
        kept = may
    once: dict[tuple[str | tuple[str, ...], str], int] = {}
    others: set[Clause] = set()
    result: list[Clause] = []
    for clause in kept:
        if isinstance(clause, Word):
            key = (clause.key, clause.zone)
            if key in once:
                earlier = result[once[key]]
                assert isinstance(earlier, Word)
                result[once[key]] = replace(earlier, boost=earlier.boost + clause.boost)
                continue
            once[key] = len(result)
        elif clause in others:
            continue
        else:
            others.add(clause)
        result.append(clause)
    return result
