"""Names in a segment: the best division of each capitalised run into names, titles and mere words.

The division is found exactly, by dynamic programming over the pieces of the run (a semi-Markov model, Sarawagi and
Cohen 2004, whose weights are set by hand in `evidence`). Pieces are bounded in length, so the time is linear in the
text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from index.entities.recognising.context import NONE, Memory, title_length
from index.entities.recognising.evidence import Weighed, recall, weigh
from index.entities.recognising.lexicon import (
    ARTICLE,
    CONNECTOR,
    HYPHEN,
    HYPHENS,
    INITIAL,
    NO_END,
    NO_START,
    PARTICLE,
    STARTER,
)
from index.entities.recognising.line import Line
from index.entities.recognising.neighbours import stands_alone
from index.entities.recognising.runs import runs
from index.entities.tables import EVENT, GROUP, LONGEST_PHRASE, ORG, PLACE, Tables

LONGEST_PIECE = 12
LONGEST_PROSE = 36
"""Tokens of the longest run that is divided by evidence."""
MOST_CAPITALS = 20_000
"""Capitalised words of the longest document, without much prose, that is divided by evidence."""
_LISTED = (("PLACE", PLACE), ("ORG", ORG), ("GROUP", GROUP), ("EVENT", EVENT))
TITLE_WORTH = 0.9
PIECE_COST = 0.3
WORD_COST = {True: -0.05, False: -0.35}
"""What it costs to take a capitalised word for no name, when its capital tells nothing, and when it tells something."""


class Piece(NamedTuple):
    """Tokens `start` up to `end` of a line are a name of type `kind`, with `weight` of evidence; `title` is the token
    range of the title before it, or None.
    """

    start: int
    end: int
    kind: str
    weight: float
    title: tuple[int, int] | None


class Reading(NamedTuple):
    """One run of capitals, tokens `start` up to `end`, and the names it was divided into."""

    start: int
    end: int
    pieces: list[Piece]


def are_lists(rows: list[Line]) -> bool:
    """Are these lines, of one document, no prose but lists or noise: very many capitals, and few words without?"""
    capitals = sum(sum(map(bool, row.capital)) for row in rows)
    return capitals > MOST_CAPITALS and capitals * 4 > sum(len(row.words) for row in rows)


def divide(row: Line, known: Tables, *, listed: bool = False) -> list[Reading]:
    """The first reading of a line: every run of capitals, in order, with its names, those of neutral kinds among
    them; where it is `listed`, only known names.
    """
    found: list[Reading] = []
    for start, end in runs(row, known):
        if end - start > LONGEST_PROSE or listed:
            found.append(Reading(start, end, _listed(row, start, end, known)))
        elif end - start == 1 and row.weak[start] and row.flags[start] & STARTER and not row.bits[start]:
            found.append(Reading(start, end, []))  # The, He, But
        else:
            found.append(Reading(start, end, _divide_run(row, start, end, known, None)))
    return found


def divide_again(
    row: Line, readings: list[Reading], known: Tables, memory: Memory, *, listed: bool = False
) -> list[Piece]:
    """The second reading of a line, in the light of the document; runs of which it says nothing keep their first
    reading.
    """
    found: list[Piece] = []
    for start, end, pieces in readings:
        if end - start <= LONGEST_PROSE and not listed and memory.speaks_of(row, start, end):
            found.extend(_divide_run(row, start, end, known, memory))
        else:
            found.extend(pieces)
    return found


def _listed(row: Line, start: int, end: int, known: Tables) -> list[Piece]:
    """The known names in a run that is too long for prose (a list in capitals, noise): the longest first, nothing
    guessed.
    """
    found: list[Piece] = []
    i = start
    while i < end:
        reach = min(known.firsts[row.words[i]] or 1, end - i, LONGEST_PHRASE) if row.capital[i] else 0
        for size in range(reach, 0, -1):
            bits = row.bits[i] if size == 1 else known.names[row.text(i, i + size)]
            kind = next((kind for kind, bit in _LISTED if bits & bit), "")
            if kind and (size > 1 or not row.common[i]):
                found.append(Piece(i, i + size, kind, 2.0, None))
                i += size - 1
                break
        i += 1
    return found


def _hyphened_on(row: Line, i: int) -> bool:
    """Is the word the second part of a compound whose first is small (anti-Kremlin)?  A number in a draw is none
    (3-Dominic Thiem).
    """
    return (
        i > 1
        and row.words[i - 1] == "-"
        and i - 1 != row.slug
        and not row.capital[i - 2]
        and not row.words[i - 2].isdigit()
        and not row.gap(i)
        and not row.gap(i - 1)
    )


def _begins_last_name(row: Line, i: int, start: int) -> bool:
    """May the particle begin a name here: an Arabic one, or one at the head of its run or after a title (de Blasio)?"""
    return row.words[i] in ("al", "el", "bin", "ibn") or i == start or stands_alone(row, i)


def _joined_on(row: Line, j: int) -> bool:
    """Does a small word that a hyphen joins to a name end before token `j` (Jae-in)?"""
    return j > 2 and row.flags[j - 2] & HYPHEN > 0 and row.words[j - 1].isalpha() and not row.gap(j - 1)


def _crowding(row: Line, i: int, before: str, kind: str) -> float:
    """What it costs to begin a name here: little after a nationality or a place, much right after another name."""
    if not before or before == "TITLE" or (row.gap(i) == "" and row.words[i - 1] in HYPHENS):
        return PIECE_COST
    if before == "GROUP":
        return PIECE_COST + 0.2
    if before == "PLACE":
        return PIECE_COST + (0.6 if kind == "ORG" else 1.0)
    return PIECE_COST + 1.6


def _weighed(row: Line, i: int, j: int, known: Tables) -> Weighed | None:
    """What a piece says by itself, weighed once."""
    key = (i, j)
    if key not in row.weighed:
        row.weighed[key] = weigh(row, i, j, known)
    return row.weighed[key]


def _divide_run(row: Line, start: int, end: int, known: Tables, memory: Memory | None) -> list[Piece]:
    """The names of the best division of a run."""
    if end - start == 1:
        return _name_alone(row, start, known, memory)
    count = end - start
    best: list[float] = [0.0] + [NONE] * count
    back: list[tuple[int, str, float]] = [(0, "", 0.0)] * (count + 1)
    for at in range(count):
        base = best[at]
        if base == NONE:
            continue
        i = start + at
        flag = row.flags[i]
        alone = base + _cost_of_no_name(row, i)
        if alone > best[at + 1]:
            best[at + 1] = alone
            back[at + 1] = (at, "", 0.0)
        if flag & HYPHEN or (flag & CONNECTOR and not (flag & PARTICLE and _begins_last_name(row, i, start))):
            continue
        length = title_length(row, i, end, known)
        if length:
            value = TITLE_WORTH + 1.5 * (length - 1)
            if base + value > best[at + length]:
                best[at + length] = base + value
                back[at + length] = (at, "TITLE", value)
        if (flag & NO_START and not flag & PARTICLE) or _hyphened_on(row, i):
            continue
        for size, kind, value in _readings(row, i, count - at, back[at][1], known, memory):
            if base + value > best[at + size]:
                best[at + size] = base + value
                back[at + size] = (at, kind, value)
    return _names(start, back)


def _name_alone(row: Line, i: int, known: Tables, memory: Memory | None) -> list[Piece]:
    """The name that a run of one token is, where it is one: most runs are of one, of which there is no choice."""
    flag = row.flags[i]
    if flag & INITIAL or (flag & NO_END and not (flag & (PARTICLE | ARTICLE) and _joined_on(row, i + 1))):
        return []
    if _hyphened_on(row, i):
        return []
    weighed = _weighed(row, i, i + 1, known)
    if weighed is None:
        return []
    kind, value = recall(row, i, i + 1, weighed, known, memory) if memory else weighed.best
    if value <= 0:
        return []
    value -= PIECE_COST
    other = TITLE_WORTH if title_length(row, i, i + 1, known) else _cost_of_no_name(row, i)
    return [Piece(i, i + 1, kind, value, None)] if value > other else []


def _cost_of_no_name(row: Line, i: int) -> float:
    """What it costs to take token `i` for a part of no name."""
    if not row.capital[i] or row.flags[i] & STARTER:
        return 0.0
    cost = WORD_COST[row.weak[i] or row.common[i]]
    return cost - 0.3 if row.bits[i] and not row.common[i] else cost


def _readings(
    row: Line, i: int, room: int, before: str, known: Tables, memory: Memory | None
) -> Iterator[tuple[int, str, float]]:
    """The names that may begin at token `i`: how many tokens of the `room` there is, of which type, their worth after
    a piece of type `before`.
    """
    flags = row.flags
    for size in range(1, min(LONGEST_PIECE, room) + 1):
        j = i + size
        if (flags[j - 1] & NO_END and not _joined_on(row, j)) or (size == 1 and flags[i] & INITIAL):
            continue
        weighed = _weighed(row, i, j, known)
        if weighed is None:
            continue
        kind, value = recall(row, i, j, weighed, known, memory) if memory else weighed.best
        if value > 0:
            yield size, kind, value - _crowding(row, i, before, kind)


def _names(start: int, back: list[tuple[int, str, float]]) -> list[Piece]:
    """The names on the best way through a run, in order, each with the title before it."""
    pieces: list[Piece] = []
    at = len(back) - 1
    while at > 0:
        before, kind, value = back[at]
        if kind:
            pieces.append(Piece(start + before, start + at, kind, value, None))
        at = before
    pieces.reverse()
    named: list[Piece] = []
    title: Piece | None = None
    for piece in pieces:
        if piece.kind == "TITLE":
            title = piece
            continue
        if title is not None and title.end == piece.start:
            piece = piece._replace(title=(title.start, title.end))
        named.append(piece)
        title = None
    return named
