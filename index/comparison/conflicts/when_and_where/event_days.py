"""On which weekday or in which month an event has what it has once: the verdict, the crash, the signing, the start.

Where two articles surely report one event and each tells one day of it alone, in sentences with a word of the same line
of the table and no other time, two days are held against each other.  All are only likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from index.comparison.aligning.naming import surely_one_event
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import is_year
from index.comparison.aligning.stems import stem, word_list
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.reading.cues import left_open, rows
from index.comparison.conflicts.reading.phrases import of_others

_DAYS = """
when the verdict came | found guilty; jury convicted; was convicted; were convicted; was acquitted; were acquitted; \
verdict came; returned verdict; guilty
when the sentence will be passed | sentencing; be sentenced; learn punishment; pronounce sentence; hear sentence
when the trial begins | trial begin; trial start; trial open; trial set; go trial; court date
when the deal closes | deal close; expected close; completed by; completion; handover; transaction close; take over
when the truce begins | truce effect; ceasefire effect; truce begin; ceasefire begin; truce start; truce force; \
ceasefire force; guns silent; weapons silent; fall silent
when it was signed | signed agreement; signed accord; signed ceasefire; signed truce; signed treaty; signed contract; \
agreement signed; accord signed; was signed
when they vote | vote on; will vote; voted; vote set; ballot held; election held; go polls; went polls
when it passed | passed law; passed bill; approved; adopted; rejected
when it crashed | crashed; collided; derailed; plunged; sank; capsized; overturned; ran aground; went down; went under
when it broke out | broke out; erupted; was sparked; fire started; fire began; flames first; caught fire
when it exploded | exploded; explosion occurred; blast occurred; went off; detonated; blew up
when it struck | earthquake struck; quake struck; storm hit; hurricane landfall; tornado struck; came ashore; \
earthquake hit; quake hit
when the shooting was | opened fire; was shot; were shot; gunman fired; shots fell
when the arrest was | was arrested; were arrested; police arrested; was detained; taken custody; was seized
when the attack was | attackers stormed; gunmen attacked; attacked; raided; ambushed; was kidnapped; was abducted
when the funeral is | funeral; be buried; was buried; laid rest; memorial service
when the strike begins | strike begin; walk out; walked out; strike start; general strike; lay down work; went strike
when the march was | marched; march took; rallied; demonstrated; took streets; crowd gathered
when they resigned | resigned; stepped down; quit; was dismissed; was fired; was ousted; handed resignation
when they meet | will meet; meet again; next round; talks resume; to meet; next meeting; talks continue
when it opens | will open; reopen; opens doors; opened doors; opening ceremony
when it was found out | discovered theft; noticed; discovered breach; was discovered; found out; learned theft; came \
light
when they died | died; death came; passed away; was killed; were killed
when it was launched | launched; lifted off; liftoff; blasted off; took off
when power returns | power restored; electricity restored; lights back; power back
when the game was | beat; defeated; won match; lost match; kickoff; kicked off
"""
"""What is asked, and cues: words in this order in any form, with a few between."""
_REACH = 6  # words from one part of a cue to the next
_NEAR = 12  # words from a cue to the time
_MOST = 12  # tellings of one thing; more tell none apart
_LONGEST = 80
_MONTH = 31  # days
_OPEN = 8  # words before a cue in which it is left open
_SAYING = 3  # words between the time and who says so then
_SAID = frozenset({"=say", "confirm", "report"})
_ELSEWHEN = frozenset(
    word_list(
        """
        last previous previously earlier ago since until next each every before after if might could may anniversary
        follow following former
        """
    )
)


@dataclass(frozen=True, slots=True)
class _Day:
    """Words first to end of a passage: the weekday or month `value`."""

    passage: Passage
    first: int
    end: int
    value: str


def event_days(a: Told, b: Told) -> Iterator[Finding]:
    """The days of one thing of which one at most is right."""
    if not surely_one_event(a, b):
        return
    told_a, told_b = _told(a), _told(b)
    for number, scale in sorted(told_a.keys() & told_b.keys()):
        mine, theirs = told_a[number, scale], told_b[number, scale]
        days, others = {x.value for x in mine}, {y.value for y in theirs}
        if max(len(mine), len(theirs)) > _MOST or len(days) != 1 or len(others) != 1 or days == others:
            continue
        if _names(a, *others) or _names(b, *days):
            continue
        found = [(x, y) for x in mine for y in theirs if not of_others(x.passage, y.passage)]
        if found:
            x, y = most_alike(found)
            yield held_against("date", "differs", x, y, _lines()[number][0], 0.4)


def _names(told: Told, day: str) -> bool:
    """Does an article name a day or month anywhere?"""
    return any(w.key == day and w.kind in ("weekday", "month") for p in told.stated for w in p.words)


@once
def _told(told: Told) -> Mapping[tuple[int, str], Sequence[_Day]]:
    """By line and scale: the one weekday, and the one month, of the sentences that have a cue."""
    found: dict[tuple[int, str], list[_Day]] = defaultdict(list)
    for passage in told.stated:
        words = passage.words
        if len(words) > _LONGEST:
            continue
        for scale in ("weekday", "month"):
            times = [n for n, w in enumerate(words) if w.kind == scale]
            if len(times) == 1 and not _of_another_day(words, *times):
                for number, (_, cues) in enumerate(_lines()):
                    if any(_stands(words, cue, *times) for cue in cues):
                        found[number, scale].append(_day(passage, *times))
    return found


def _day(passage: Passage, at: int) -> _Day:
    """The weekday or the month, with the day after it, that word `at` names."""
    word, *after = passage.words[at : at + 2]
    dated = word.kind == "month" and any(1 <= w.value <= _MONTH for w in after)
    return _Day(passage, at, at + 1 + dated, word.key)


def _of_another_day(words: Sequence[Word], at: int) -> bool:
    """Is the time that of a statement ("officials said on Monday"), of another year, or a part of a name?"""
    before = words[:at][-_SAYING:]
    if any(w.folded in _ELSEWHEN for w in before) or (at > 1 and before[-1].capital):
        return True
    if any(is_year(words, n) for n in range(len(words))):
        return True
    return any(not _SAID.isdisjoint((w.key, w.stem)) for w in (*before, *words[at : at + _SAYING]))


def _stands(words: Sequence[Word], cue: Sequence[str], time: int) -> bool:
    """Do the parts of a cue stand in this order near the time, as what came to be?"""
    for start, *_ in rows(words, cue, lambda _, last: last + 1 + _REACH):
        before = words[:start][-_OPEN:]
        wished = left_open(before) or [w.folded for w in before[-1:]] == ["to"]
        if abs(start - time) <= _NEAR and not wished:
            return True
    return False


@cache
def _lines() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    found = []
    for line in _DAYS.strip().splitlines():
        about, cues = (part.strip() for part in line.split("|"))
        found.append((about, tuple(tuple(stem(word) for word in cue.split()) for cue in cues.split(";"))))
    return tuple(found)
