"""Names that a person added: the index has no mentions of them, so that a query for one asks for its words too."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from index.errors import QueryError
from index.search.query.parsing import parse
from index.search.query.syntax import And, Bag, Clause, Dated, Named, Not, Or, Query, leaves


def asks_for_names(clause: Clause) -> bool:
    """Does it ask anywhere for something named?"""
    return any(isinstance(leaf, Named) for leaf in leaves(clause))


def depends_on_names(clause: Clause) -> bool:
    """Does it ask anywhere for something named, or for dates, which articles name too?"""
    return any(isinstance(leaf, Named | Dated) for leaf in leaves(clause))


def with_added(query: Query, added: Callable[[Named], Iterable[str]]) -> Query:
    """The query with the words of added names, which `added` tells, beside what asks for these names."""
    return replace(query, clause=_widened(query.clause, added))


def _widened(clause: Clause, added: Callable[[Named], Iterable[str]]) -> Clause:
    if isinstance(clause, Not):
        return Not(_widened(clause.clause, added))
    if isinstance(clause, And | Or):
        return replace(clause, clauses=tuple(_widened(each, added) for each in clause.clauses))
    if isinstance(clause, Bag):
        kinds = (clause.may, clause.must, clause.never, clause.within)
        return Bag(*(tuple(_widened(each, added) for each in some) for some in kinds))
    if isinstance(clause, Named):
        words = [found for each in added(clause) if (found := _phrase(each)) is not None]
        return Or((clause, *words)) if words else clause
    return clause


def _phrase(words: str) -> Clause | None:
    """The words beside each other; None where nothing in them can be looked for."""
    plain = words.replace('"', " ")
    try:
        return parse(f'"{plain}"').clause
    except QueryError:
        return None
