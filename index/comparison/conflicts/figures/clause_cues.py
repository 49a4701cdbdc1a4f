"""What a figure tells by any word of its clause, where no phrase of the table of tallies stands right beside it.

"The clinics of the town took in over 90 wounded in the night" tells how many were hurt.  A word of the clause says less
than a phrase that is written beside a figure, so these tellings count only where an article has no such phrase, and
only between articles that surely report one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from index.comparison.aligning.quantities import Quantity
from index.comparison.aligning.stems import stem
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.tallies import Tally, tallies
from index.comparison.conflicts.figures.tally_words import counted

_CUES = """
how many died | people | die; dead; death; drown; perish; kill; body; bodies; corpse; fatality; slain; coffin; found \
remains; lost lives; cost lives
how many were hurt | people | injure; wound; hurt; hospital; stretcher; ambulance; emergency room; casualty
how many were aboard | people passengers names souls travelers | aboard; carry; carried; on board; list; manifest
how many are missing | people | missing; unaccounted; vanish; still sought; search for
how many were saved | people survivors | rescue; save; survive; safe; alive; pluck
how many had to leave their homes | people | evacuate; displace; homeless; flee; fled; pack up; leave home; told \
leave; order leave; uproot; shelter; left home; abandon home; driven out
how many were arrested | people | arrest; detain; custody; handcuff; round up; led away; taken away; cell; put bus; \
police took
how many came | people | march; rally; demonstrate; protest; gather; attend; crowd; assemble; throng; audience
how high the turnout was | | turnout; polls; eligible; entitled; ballot
how great the damage is | | damage; loss; losses
what is paid for it | | buy; bought; acquire; takeover; acquisition; merger; deal; price; purchase; bid
how high the bribes were | | bribe; kickback; envelope; accept; paid; bribery
how high the fine is | | fine; penalty
how high bail is | | bail; bond
how long the sentence is | | sentence; jail; prison; imprison
how great the ransom was | | ransom; extort; bitcoin; kidnapper; blockchain; captor
how long the jury deliberated | | deliberate; took jury; took jurors; jury out; need jury; need jurors; debate jury
how large an area burned | acres hectares miles kilometers | burn; blacken; scorch; char; black; consume; flame; \
ash; ashes
how much of the fire is contained | | contain; perimeter; line; control
how many were destroyed | homes houses buildings structures dwellings cabins | destroy; burn; ash; ashes; gut; level; \
raze; rubble; flatten; lost; ruin; gone
how many were studied | people patients women men children volunteers | study; trial; survey
how many jobs go | jobs people positions posts workers employees | cut; layoff; eliminate; lose; shed; redundant
how long the truce lasts | | weapons silent; guns silent; truce last; ceasefire last
how long the mourning lasts | | mourn; flag; half mast
how long the strike was | | strike; walkout; stoppage
how many are on strike | people workers employees drivers teachers nurses pilots | strike; walkout; picket; walked out
how high the price of a share is | | receive share; offer share; get share; gets share; pay share; worth share
how great the premium is | | premium; more worth; above price; over price
how great the lead was | votes | margin; lead; ahead; majority; difference
how far they pull back | kilometers kilometres miles | pull back; withdraw; retreat; pullback
of how many the data were taken | people patients customers accounts records users clients | data; record; hack; \
breach; file; theft; steal; stolen
how long they went unnoticed | | inside; unnoticed; undetected; before noticed; in out
how long it took to sink | | sink; sank; sunk; under went; lurch stern
how great the reward is | | reward; bounty
how many shots were fired | shots bullets rounds times | fire; shot; shell; casing; hit
how many signed it | people signatures names citizens residents | sign; petition
what was stolen | | steal; stole; loot; haul; rob; thief; thieves; made off
how many were infected | people cases patients | infect; sicken; outbreak; virus
how many had no power | people homes households customers | power; electricity; dark
"""
"""A question, what a figure counts that answers it, and cues: any form of them; of two words both must stand there.

Where nothing is told of what is counted, any figure of the kind will do; "people" is anyone.
"""
_TOTALS = frozenset(stem(word) for word in ("total", "number", "toll", "sum", "group", "value", "worth"))
_THINGS = frozenset({"homes", "houses", "buildings", "structures", "dwellings", "cabins"})
"""Things of a line that are told apart: four houses are not four buildings."""
_REACH = 8  # words from a figure to a cue
_NOUN = 3
_BREAKS = frozenset(";:()—–")


class Cued(NamedTuple):
    """A figure that answers a tally by a word of its clause; `of` tells who is counted, "" for all."""

    tally: Tally
    figure: Quantity
    of: str


class _Line(NamedTuple):
    tally: Tally
    nouns: frozenset[str]
    cues: tuple[tuple[str, ...], ...]


def cued(text: str, words: Sequence[Word], figures: Sequence[Quantity]) -> Iterator[Cued]:
    """The figures of a sentence that a cue tells of: each of the nearest, and each cue of its nearest figure alone."""
    by_stem: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        if word.kind == "word":
            by_stem[word.stem].append(at)
    clause = _clauses(text, words)
    best: dict[int, tuple[int, int, str]] = {}
    for number in sorted({n for key in by_stem if key in _by_cue() for n in _by_cue()[key]}):
        line = _lines()[number]
        counting = [
            (f, of) for f in figures if line.tally.asks(f.unit) and (of := _counted(line, words, f)) is not None
        ]
        counting = [(f, of) for f, of in counting if not line.nouns.isdisjoint(_nouns(words, f))] or counting
        for figure, of in counting:
            for away in _aways(line, by_stem, clause, figure, [f for f, _ in counting]):
                best[figure.at] = min(best.get(figure.at, (away, number, of)), (away, number, of))
    for figure in figures:
        if figure.at in best:
            _, number, of = best[figure.at]
            yield Cued(_lines()[number].tally, figure, of)


def _aways(
    line: _Line,
    by_stem: Mapping[str, Sequence[int]],
    clause: Sequence[int],
    figure: Quantity,
    counting: Sequence[Quantity],
) -> Iterator[int]:
    """How many words each cue stands from a figure that none of `counting` is nearer to."""
    rivals = [f for f in counting if clause[f.at] == clause[figure.at]]
    for cue in line.cues:
        places = [[at for at in by_stem.get(part, ()) if clause[at] == clause[figure.at]] for part in cue]
        if all(places):
            away, at = max(min((_distance(at, figure), at) for at in of) for of in places)
            if away <= _REACH and away == min(_distance(at, f) for f in rivals):
                yield away


def _distance(at: int, figure: Quantity) -> int:
    return max(figure.first - at, at - figure.at)


def _clauses(text: str, words: Sequence[Word]) -> Sequence[int]:
    """For each word the number of its clause; a comma parts none."""
    parted = (not _BREAKS.isdisjoint(text[one.end : other.start]) for one, other in pairwise(words))
    return list(accumulate(parted, initial=0))


def _counted(line: _Line, words: Sequence[Word], figure: Quantity) -> str | None:
    """Who or what a figure counts, "" for all; None where it is not what the line asks for."""
    if figure.unit != "count":
        return ""
    before = words[: figure.first][-2:]
    if len(before) == 2 and before[1].folded == "of" and before[0].stem not in _TOTALS | _parts(line):
        return None  # "a crew of 14"
    if [w.folded for w in words[figure.end : figure.end + 1]] == ["of"]:
        return None  # "four of them" are a part
    nouns = _nouns(words, figure)
    if line.nouns and nouns and "people" not in line.nouns and line.nouns.isdisjoint(nouns):
        return None
    if line.tally.kind != "count" or not nouns or nouns[-1] in line.nouns - _THINGS or stem(nouns[-1]) in _parts(line):
        return ""
    return counted(nouns)


def _nouns(words: Sequence[Word], figure: Quantity) -> Sequence[str]:
    """The words right after a figure that may name what it counts."""
    found: list[str] = []
    for one, word in zip(words[figure.end - 1 :], words[figure.end : figure.end + _NOUN], strict=False):
        if word.start > one.end + 1 or word.kind != "word" or word.folded in FUNCTION:
            break
        found.append(word.folded)
    return found


@cache
def _parts(line: _Line) -> frozenset[str]:
    """The stems of the words of a line's cues: "14 dead" are all who died, "a list of 14" is the number."""
    return frozenset(part for cue in line.cues for part in cue)


@cache
def _lines() -> tuple[_Line, ...]:
    by_about = {tally.about: tally for tally in tallies()}
    found = []
    for line in _CUES.strip().splitlines():
        about, nouns, cues = (part.strip() for part in line.split("|"))
        told = tuple(tuple(stem(word) for word in cue.split()) for cue in cues.split(";"))
        found.append(_Line(by_about[about], frozenset(nouns.split()), told))
    return tuple(found)


@cache
def _by_cue() -> Mapping[str, frozenset[int]]:
    """By the stem of each word of a cue the lines that it may answer."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_lines()):
        for cue in line.cues:
            for part in cue:
                found[part].add(number)
    return {part: frozenset(numbers) for part, numbers in found.items()}
