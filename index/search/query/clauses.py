"""One word or phrase of a query becomes clauses: by the analysis of the texts, its wildcards, its `~` and the field in
front.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

from index.entities.model import EntityType
from index.errors import QueryError
from index.search.folding import LONGEST, STOP_WORDS, Part, analyse, fold, stem, words
from index.search.query.lexer import ENTITY_FIELDS, Symbol
from index.search.query.syntax import (
    And,
    Bag,
    Clause,
    Dated,
    Fuzzy,
    Inflected,
    InPath,
    Named,
    Noted,
    Notes,
    Or,
    Pattern,
    Phrase,
    Slot,
    Word,
    Zone,
)
from index.search.query.times import relative


class _Limits(NamedTuple):
    """What a query may be at most; each keeps the answer within half a second."""

    characters: int = 10_000
    depth: int = 50
    leaves: int = 2_000
    patterns: int = 20
    fuzzy: int = 10
    phrase: int = 100
    slop: int = 100
    ordered: int = 10
    stars: int = 3


LIMITS = _Limits()

_TYPES: dict[str, EntityType] = {
    "person": "PERSON", "org": "ORG", "place": "PLACE", "group": "GROUP", "date": "DATE", "event": "EVENT", "number":
    "NUMBER",
}  # fmt: skip
_WILD = re.compile(r"[*?]")
_ISO = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
_DATE = re.compile(_ISO)
_RANGE = re.compile(rf"({_ISO})?\.\.({_ISO})?")
_HALF = re.compile(rf"({_ISO})\.\.[\d-]{{0,9}}")
_APART = re.compile(r"[\s,;/|\\]")
_ODD = re.compile(r"[^\w]|_")


class Builder:
    """Makes clauses and counts them; `typed_end` is where an unfinished last word ends in the query, or -1, `notes`
    what `note:` is looked up in, and `inflected` what words are.
    """

    def __init__(self, typed_end: int, notes: Notes | None = None, inflected: Inflected | None = None) -> None:
        self._typed_end = typed_end
        self._notes = notes
        self._inflected = inflected
        self._leaves = 0
        self._patterns = 0
        self._fuzzy = 0

    def clauses(self, symbol: Symbol, name: str) -> list[Clause]:
        """What a word or phrase stands for under a field ("" for none); none where it holds no letter or digit.

        Raises `QueryError` where it cannot be looked for.
        """
        if name == "path":
            text = symbol.text.casefold().strip("*")
            self._count(symbol)
            return [InPath(text)] if text else []
        if name == "note":
            return self._noted(symbol)
        if name in ENTITY_FIELDS:
            return self._named(symbol, name)
        zone: Zone = "title" if name == "title" else "text" if name == "text" else "any"
        if symbol.kind == "phrase":
            return self._phrase(symbol, zone)
        return self._word(symbol, zone)

    def boosted(self, clause: Clause, factor: float) -> Clause:
        """The clause with all boosts in it multiplied; no deeper than the parser lets brackets be."""
        if isinstance(clause, Word | Pattern | Fuzzy | Phrase | Named):
            return replace(clause, boost=clause.boost * factor)
        if isinstance(clause, And | Or):
            return replace(clause, clauses=tuple(self.boosted(each, factor) for each in clause.clauses))
        if isinstance(clause, Bag):
            may = tuple(self.boosted(each, factor) for each in clause.may)
            return replace(clause, may=may, must=tuple(self.boosted(each, factor) for each in clause.must))
        return clause

    def _count(self, symbol: Symbol, number: int = 1) -> None:
        self._leaves += number
        if self._leaves > LIMITS.leaves:
            raise QueryError(f"The query has more than {LIMITS.leaves:,} words", symbol.start, symbol.end)

    def _named(self, symbol: Symbol, name: str) -> list[Clause]:
        self._count(symbol)
        text = symbol.text.strip()
        if name == "date":
            if span := self._time(symbol, text):
                return [Dated(*span)]
            if _DATE.fullmatch(text):
                return [Named((_TYPES[name],), text, text, symbol.boost)]
        if not any(letter.isalnum() for letter in text):
            if "*" in text:
                raise QueryError(f"{name}:* needs the beginning of a name before the *", symbol.start, symbol.end)
            return []
        return [Named((_TYPES[name],), text, "", symbol.boost)]

    def _time(self, symbol: Symbol, text: str) -> tuple[str, str] | None:
        """Both ends of a range of dates; None where the text is none."""
        if ".." not in text:
            return relative(text, date.today())
        span = _RANGE.fullmatch(text)
        if span and (span[1] or span[2]):
            low, high = span[1] or "", span[2] or ""
            if low and high and high < low[: len(high)]:
                raise QueryError(f"The range of dates {text} ends before it begins", symbol.start, symbol.end)
            return low, high
        if symbol.end == self._typed_end and (half := _HALF.fullmatch(text)):
            return half[1], ""
        raise QueryError(
            "A range of dates has a year, month or day on either side, as in 2025-04..2025-06", symbol.start, symbol.end
        )

    def _noted(self, symbol: Symbol) -> list[Clause]:
        """Words of a note; `*` alone stands for any note."""
        wanted: list[Clause] = []
        if symbol.text.strip("* "):
            wanted = self._phrase(symbol, "any") if symbol.kind == "phrase" else self._word(symbol, "any")
            if not wanted:
                return []
        else:
            self._count(symbol)
        clause = None if not wanted else wanted[0] if len(wanted) == 1 else And(tuple(wanted))
        return [Noted(symbol.text, self._notes(clause) if self._notes else ())]

    def _phrase(self, symbol: Symbol, zone: Zone) -> list[Clause]:
        ways = self._slots(symbol, zone)
        if not ways:
            raise QueryError("There is no word between the quotation marks", symbol.start, symbol.end)
        if len(ways[0]) > LIMITS.phrase:
            raise QueryError(f"A phrase may have {LIMITS.phrase} words at most", symbol.start, symbol.end)
        slop = symbol.tilde if symbol.tilde is not None and symbol.tilde > 0 else None
        if slop is not None and slop > LIMITS.slop:
            raise QueryError(
                f"Words can be asked for at most {LIMITS.slop} words from each other", symbol.start, symbol.end
            )
        ordered = symbol.ordered and slop is not None
        if ordered and len(ways[0]) > LIMITS.ordered:
            raise QueryError(f"~> may have {LIMITS.ordered} words in order at most", symbol.start, symbol.end)
        return [_either([_phrase_of(way, slop, zone, symbol.boost, ordered) for way in ways])]

    def _slots(self, symbol: Symbol, zone: Zone) -> list[list[Slot]]:
        """The ways in which the words of a phrase can stand: a word with one hyphen as two words or as one."""
        choices: list[list[list[Slot]]] = []
        doubled = 0
        for piece in symbol.text.split():
            if _is_wild(piece):
                choices.append([self._pattern_slots(piece, symbol, zone)])
                continue
            for match in words(piece):
                parts = analyse(match[0])
                split: list[Slot] = [self._plain(part, zone, symbol, 1.0) for part in parts if part.width == 1]
                joined: list[list[Slot]] = [[self._plain(part, zone, symbol, 1.0)] for part in parts if part.width == 2]
                doubled += len(joined)
                if split:
                    choices.append([split, *joined] if doubled <= 2 else [split])
        self._count(symbol, len(choices))
        return [[slot for part in way for slot in part] for way in product(*choices)] if choices else []

    def _word(self, symbol: Symbol, zone: Zone) -> list[Clause]:
        if _is_wild(symbol.text):
            slots = self._pattern_slots(symbol.text, symbol, zone)
            self._count(symbol, len(slots))
            return [_phrase_of(slots, None, zone, symbol.boost)] if slots else []
        found: list[Clause] = []
        run: list[tuple[Part, ...]] = []
        last_end = 0
        typed = symbol.end == self._typed_end and symbol.tilde is None and symbol.boost == 1.0
        # A letter that is an apostrophe by itself is cut out as a word, and holds none.
        matches = [match for match in words(symbol.text) if analyse(match[0])]
        self._count(symbol, len(matches))
        for place, match in enumerate(matches):
            # "Kyiv,Moscow" are two words; "10:30" and "example.com" are one.
            if run and _APART.search(symbol.text, last_end, match.start()):
                found.append(self._run(run, symbol, zone, False))
                run = []
            run.append(analyse(match[0]))
            last_end = match.end()
            if len(run) >= LIMITS.phrase or place == len(matches) - 1:
                found.append(self._run(run, symbol, zone, typed and last_end == len(symbol.text)))
                run = []
        return found

    def _run(self, run: list[tuple[Part, ...]], symbol: Symbol, zone: Zone, typed: bool) -> Clause:
        """Words that were typed as one: a phrase, or the word as it is without hyphen."""
        split: list[Slot] = []
        ways: list[list[Slot]] = [split]
        for parts in run:
            for part in parts:
                if part.width == 1:
                    split.append(self._slot(part, symbol, zone))
                elif len(run) == 1:
                    ways.append([self._slot(part, symbol, zone)])
        clauses = [_phrase_of(way, None, zone, symbol.boost) for way in ways if way]
        if typed and symbol.tilde is None:
            last = split[-1]
            assert isinstance(last, Word)
            if len(last.form) > 1:
                begun = Pattern(last.form + "*", zone, 1.0, typed=True)
                clauses.append(_phrase_of([*split[:-1], begun], None, zone, symbol.boost))
            elif len(ways) > 1:  # a letter begins too many words, but few that are written as one with what it follows
                whole = ways[-1][0]
                assert isinstance(whole, Word)
                clauses.append(Pattern(whole.form + "*", zone, symbol.boost, typed=True))
        return _either(clauses)

    def _slot(self, part: Part, symbol: Symbol, zone: Zone) -> Slot:
        if symbol.tilde is None or symbol.tilde == 0:
            return self._plain(part, zone, symbol, 1.0)
        if symbol.tilde > 2:
            raise QueryError("Words can be at most ~2 letters away", symbol.start, symbol.end)
        if len(part.form) < 3:
            raise QueryError("A word of fewer than 3 letters is too short for ~", symbol.start, symbol.end)
        self._fuzzy += 1
        if self._fuzzy > LIMITS.fuzzy:
            raise QueryError(f"A query may have {LIMITS.fuzzy} words with ~ at most", symbol.start, symbol.end)
        distance = symbol.tilde if symbol.tilde > 0 else 1 if len(part.form) < 6 else 2
        return Fuzzy(part.form, distance, zone, 1.0)

    def _plain(self, part: Part, zone: Zone, symbol: Symbol, boost: float) -> Word:
        # IT and MY in capitals are names, not stop words.
        stop = (
            part.form in STOP_WORDS and symbol.kind == "word" and not (symbol.text.isupper() and len(symbol.text) > 1)
        )
        return Word(part.form, part.stem, zone, boost, symbol.start, symbol.end, stop, self._further(part))

    def _further(self, part: Part) -> tuple[str, ...]:
        """The forms of a word that its stem does not stand for."""
        if self._inflected is None:
            return ()
        return tuple(form for form in self._inflected(part.form) if stem(form) != part.stem)

    def _pattern_slots(self, piece: str, symbol: Symbol, zone: Zone) -> list[Slot]:
        """The slots of a word with wildcards; a hyphen parts it into words beside each other."""
        slots: list[Slot] = []
        for section in re.split("[-\u2010\u2011]", piece):
            if not _is_wild(section):
                for match in words(section):
                    slots += [self._plain(part, zone, symbol, 1.0) for part in analyse(match[0]) if part.width == 1]
                continue
            pattern = _folded_pattern(section)
            letters = len(_WILD.sub("", pattern))
            needed = 2 if pattern[0] not in "*?" else 3
            if letters < needed:
                which = f"{needed} letters beside it" if pattern[0] in "*?" else f"{needed} letters before it"
                raise QueryError(f"A wildcard needs at least {which}", symbol.start, symbol.end)
            if pattern.count("*") > LIMITS.stars:
                raise QueryError(f"A word may have {LIMITS.stars} * at most", symbol.start, symbol.end)
            self._patterns += 1
            if self._patterns > LIMITS.patterns:
                raise QueryError(
                    f"A query may have {LIMITS.patterns} words with wildcards at most", symbol.start, symbol.end
                )
            slots.append(Pattern(pattern, zone, 1.0))
        return slots


def _is_wild(text: str) -> bool:
    """Whether a word has wildcards; a question mark at its end is one of a question."""
    return "*" in text or "?" in text.rstrip("?!.,;:)'\u2019")


def _folded_pattern(section: str) -> str:
    """The letters of a word with wildcards folded, and runs of * made one."""
    section = section.rstrip("?!.,;:'\u2019") if not section.endswith("*") else section
    pieces = [_ODD.sub("", fold(piece)) for piece in _WILD.split(section)]
    marks = _WILD.findall(section)
    pattern = pieces[0] + "".join(mark + piece for mark, piece in zip(marks, pieces[1:], strict=True))
    return re.sub(r"[*?]*\*[*?]*", "*", pattern)[: LONGEST * 2]


def _phrase_of(slots: list[Slot], slop: int | None, zone: Zone, boost: float, ordered: bool = False) -> Clause:
    """A phrase, or its only word."""
    if len(slots) == 1:
        return slots[0] if slots[0].boost == boost else replace(slots[0], boost=boost)
    return Phrase(tuple(slots), slop, zone, boost, ordered)


def _either(clauses: list[Clause]) -> Clause:
    return clauses[0] if len(clauses) == 1 else Or(tuple(clauses))
