"""What a query is: a small tree of clauses, made by `query.parse`, that every engine and the matcher of one article
read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from index.documents.model import Span
from index.entities.model import EntityType

Zone = Literal["any", "title", "text"]


@dataclass(frozen=True, slots=True)
class Word:
    """Every form of one word: those of its stem, and `inflected`, which have other stems.

    `start` and `end` are characters of the query; `stop` says that it is a stop word.
    """

    form: str
    stem: str
    zone: Zone
    boost: float
    # Where it was typed makes no other word of it.
    start: int = field(compare=False)
    end: int = field(compare=False)
    stop: bool = False
    inflected: tuple[str, ...] = ()

    @property
    def key(self) -> str | tuple[str, ...]:
        """What is the same of two words that stand for the same forms."""
        return (self.stem, *self.inflected) if self.inflected else self.stem


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words by their letters: `text` is a folded form with `*` (any letters) and `?` (one letter).

    `typed` marks the last word of a query that is still being typed: it stands for the word and for all that begin
    like it.
    """

    text: str
    zone: Zone
    boost: float
    typed: bool = False

    @property
    def beginning(self) -> str:
        """The letters with which all of the words begin, where nothing else is asked of them, or ""."""
        letters = self.text[:-1]
        return letters if self.text.endswith("*") and "*" not in letters and "?" not in letters else ""


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words at most `distance` edits (1 or 2) away from a form, with the same first letter."""

    form: str
    distance: int
    zone: Zone
    boost: float


Slot = Word | Pattern | Fuzzy


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words beside each other in order, or, with a `slop`, with at most that many others among them: in any order,
    or `ordered`.
    """

    slots: tuple[Slot, ...]
    slop: int | None
    zone: Zone
    boost: float
    ordered: bool = False

    def keys(self) -> tuple[Slot | str | tuple[str, ...], ...]:
        """The slots, words by their keys: equal ones are the same word asked for several times."""
        return tuple(slot.key if isinstance(slot, Word) else slot for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Named:
    """Something named, under all its names; a `*` at the end of `name` asks for the beginning of a name as printed.

    `value` is the beginning of a normalised date, for `date:2025-04`, else "".
    """

    types: tuple[EntityType, ...]
    name: str
    value: str
    boost: float


@dataclass(frozen=True, slots=True)
class Dated:
    """Articles dated, or naming a date, from `low` to `high`: ISO 8601 dates, as coarse as typed; "" leaves an end
    open.
    """

    low: str
    high: str


@dataclass(frozen=True, slots=True)
class InPath:
    """Articles whose path in the corpus holds this text, case folded."""

    text: str


Places = tuple[tuple[str, Span], ...]
"""Passages: the path of an article, and characters of its text."""


@dataclass(frozen=True, slots=True)
class Noted:
    """Articles with a note that answers what was typed; `places` are the passages that these notes are on."""

    text: str
    places: Places


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that the clause does not find."""

    clause: Clause


@dataclass(frozen=True, slots=True)
class And:
    """Articles that every clause finds."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that any clause finds; the clauses are ways to say one thing, so that one is as good as all."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Bag:
    """Clauses side by side: all of `must`, none of `never`, and any of `may` (at least one where there is no `must`);
    of these articles, the ones that all of `within` find.

    Articles with all of `may` rank before those with some.
    """

    may: tuple[Clause, ...]
    must: tuple[Clause, ...]
    never: tuple[Clause, ...]
    within: tuple[Clause, ...] = ()


Clause = Word | Pattern | Fuzzy | Phrase | Named | Dated | InPath | Noted | Not | And | Or | Bag

Notes = Callable[[Clause | None], Places]
"""The passages whose notes answer a clause; None asks for all notes."""

Inflected = Callable[[str], tuple[str, ...]]
"""Further forms of the word that a folded form is of, as articles have them in languages whose words have endings."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, and what it asks for; `notes` is what `note:` was looked up in, `inflected` the words."""

    text: str
    clause: Clause
    notes: Notes | None = field(default=None, compare=False, repr=False)
    inflected: Inflected | None = field(default=None, compare=False, repr=False)


def leaves(clause: Clause) -> Iterator[Clause]:
    """The clauses of a query that have no clauses in them, in order, those under a NOT included."""
    if isinstance(clause, And | Or):
        inner: tuple[Clause, ...] = clause.clauses
    elif isinstance(clause, Bag):
        inner = (*clause.may, *clause.must, *clause.never, *clause.within)
    elif isinstance(clause, Not):
        inner = (clause.clause,)
    else:
        yield clause
        return
    for each in inner:
        yield from leaves(each)
