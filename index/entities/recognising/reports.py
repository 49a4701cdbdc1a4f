"""The reports that a document holds one after the other, and which of them tell of sport.

Most documents are one report. A digest, or a day of a news wire, holds many; there a match must not make clubs of the
towns in the report that follows it.
"""

from __future__ import annotations

from itertools import compress

from index.entities.recognising.lexicon import lexicon
from index.entities.recognising.line import Line

SPORT = 5.0
"""So many different words of sport make a report of sport."""
LEAGUE = 2
"""So many words of sport is the name of a league worth."""
HEADS = 3
"""Lines between a headline that names its kind and the dateline below it, at most."""


def mark_sport(rows: list[Line]) -> bool:
    """Marks the lines of the reports that tell of sport, and says whether there are any."""
    any_sport = False
    for first, after in _reports(rows):
        report = rows[first:after]
        american = _of_sport(report)
        if american is None:
            continue
        any_sport = True
        for row in report:
            row.sport, row.american = True, american
    return any_sport


def _reports(rows: list[Line]) -> list[tuple[int, int]]:
    """The ranges of lines that are one report each: a new one begins with a dateline, or with the headline above it
    that names its kind (Soccer-...).
    """
    begins = [0]
    slugged = -HEADS
    for number, row in enumerate(rows):
        if row.slug:
            slugged = number
            begins.append(number)
        elif row.dateline:
            if number - slugged >= HEADS:
                begins.append(number)
            slugged = -HEADS
    return [(a, b) for a, b in zip(begins, [*begins[1:], len(rows)], strict=True) if a < b]


def _of_sport(rows: list[Line]) -> bool | None:
    """Whether a report of sport is of a league whose clubs go by North American towns; None where it tells of no
    sport.  Words of contests in general, elections among them, count half.
    """
    classes = lexicon().known.classes
    small: set[str] = set()
    names: set[str] = set()
    for row in rows:
        names.update(compress(row.words, row.capital))
        small.update([word for word, capital in zip(row.words, row.capital, strict=True) if not capital])
    sure, likely = len(small & classes["sport"]), len(small & classes["play"])
    sure += LEAGUE * len(names & classes["leagues"])
    told = sure + likely >= 3 and 2 * sure + likely + 0.5 * len(small & classes["contest"]) >= SPORT
    if not told and not any(map(_of_teams, rows)) and sum(row.results for row in rows) < 2:
        return None
    return not names.isdisjoint(classes["leagues_america"]) or len(small & classes["sport_america"]) > 1


def _of_teams(row: Line) -> bool:
    """Does the line begin with the name of a sport of teams?"""
    return row.slug > 0 and any(word in lexicon().known.classes["team_sports"] for word in row.lower[: row.slug])
