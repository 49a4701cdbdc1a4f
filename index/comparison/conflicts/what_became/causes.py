"""What brought the event about: a tail wind in one article, a failed engine in the other, in whatever words it is told.

An article gives one cause of its fire, crash or flood, in a phrase that asks for none ("caused by", "is to blame for",
"sparked").  Causes of two kinds are held against each other; of what kind a cause is, is read from a table, for two
words for one cause ("a short circuit", "faulty wiring") are no disagreement.  All are only likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import years
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.cue_patterns import CuePattern
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.rivals import rivals
from index.comparison.conflicts.reading.saying import denials
from index.comparison.conflicts.what_became.extents import joined, singular

_EVENTS = """
fire blaze wildfire inferno flame
breach collapse burst rupture break levee dam dike
crash accident collision derailment wreck aircraft plane jet train bus
explosion blast
outage blackout
sinking capsizing
flood flooding
outbreak epidemic illness poisoning
avalanche landslide mudslide
spill leak
trouble hole loss bankruptcy insolvency
"""
"""Words for one event a line."""
_CAUSES = """
short circuit wire wiring cable electrical transformer powerline powerlines socket fuse
gas boiler propane pipe
arson arsonist arsonists deliberately
lightning
wind winds gust gusts tornado hurricane typhoon
rain rains rainfall downpour
fog snow ice icing blizzard
campfire cigarette cigarettes fireworks firework candle barbecue bonfire grill stove
engine engines turbine brake brakes valve bolt gear tire tyre fatigue rudder propeller mechanical
pilot driver captain crew operator dispatcher speeding drunk drunken asleep negligence
bomb bombs explosives grenade rocket missile missiles mine sabotage terrorists
animals animal rodents rats bird birds beavers squirrel cow deer
reservoir overflowing overflow floodgate
earthquake quake tremor
maintenance neglect corrosion rust
software computer computers bug cyberattack hackers
signal signals switch points
overloading overloaded overload overcrowding
bacteria virus contaminated spoiled
bets property mortgages estate derivatives speculation
loans lending borrowers defaults
fraud embezzlement theft
"""
"""Words for causes of one kind a line; words of one line are not held against each other."""
_BY = CuePattern(
    r"\b(?:caused|started|sparked|triggered|set off|ignited|brought on|brought about) by\b|"
    r"\b(?:because of|due to|owing to|as a result of|the result of|resulted from|blamed on|attributed to|traced to)\b|"
    r"\bcause (?:of [\w ]{1,40}? )?(?:was|is)\b|\b(?:blamed|attributed|traced) (?:[\w ]{3,60}? )(?:on|to)\b"
)
_DID = CuePattern(
    r"\b(?:caused|started|sparked|triggered|ignited|set off|brought down|brought the \w+ down|"
    r"(?:is|are|was|were) to blame for|(?:is|are|was|were) responsible for)\b|"
    r"\b(?:had|has|have) (?:[\w]+ ){0,2}brought the \w+ down\b"
)
_ANSWER = 6  # words of a cause
_REACH = 9  # words from the event to what tells its cause
_BEFORE = 10  # words of the clause before in which it is left open or denied
_OPEN = frozenset(
    word_list(
        """
        may might could if whether not never no possible possibly suspected ruled excluded denied rejected dismissed
        rather instead nor neither without until against theory theories
        """
    )
)
_CAUSAL = frozenset(
    word_list(
        """
        cause causes caused blame blamed fault suspect suspected because due started sparked triggered theory led
        investigators investigating investigation inquiry factor factors responsible ruled excluded dismissed
        """
    )
)
_MOST = 30


class _Cause(NamedTuple):
    """Words first to end of a sentence tell a cause; `kinds` are lines of the table."""

    passage: Passage
    first: int
    end: int
    kinds: frozenset[int]


def other_causes(a: Told, b: Told) -> Iterator[Finding]:
    """Causes of two kinds for one event, where each article tells causes of one kind alone."""
    if not surely_one_event(a, b):
        return

    def exclude(_: int, x: _Cause, y: _Cause) -> bool:
        return not x.kinds & y.kinds and not of_others(x.passage, y.passage)

    def settled(mine: Sequence[_Cause], theirs: Sequence[_Cause]) -> bool:
        return _one_kind(mine) and _one_kind(theirs) and not (_mentions(a, theirs) or _mentions(b, mine))

    for event, x, y in rivals(_told(a), _told(b), _MOST, exclude, settled):
        about = f"the {_EVENTS.strip().splitlines()[event].split()[0]}"
        yield held_against("attribution", "differs", x, y, about, 0.5, "They give different causes of {about}")


def _one_kind(told: Sequence[_Cause]) -> bool:
    return all(x.kinds & told[0].kinds for x in told)


def _mentions(told: Told, causes: Sequence[_Cause]) -> bool:
    """Has an article the very words of a cause that the other gives, where it tells of causes?"""
    said = {
        w.key for c in causes for w in c.passage.words[c.first : c.end] if w.folded in _kinds() and w.kind == "word"
    }
    asking = (p for p in told.stated if any(w.folded in _CAUSAL for w in p.words) and not denials(p.words))
    return any(w.key in said for p in asking for w in p.words)


@once
def _told(told: Told) -> Mapping[int, list[_Cause]]:
    """By event, the causes that an article tells of it."""
    found: dict[int, list[_Cause]] = {}
    text = told.side.document.text
    for passage in told.stated:
        words = passage.words
        if any(n and words[n - 1].folded == "in" for n in years(words)):
            continue
        for first, end in _BY.found_in(passage):
            of = words[max(0, first - 2 * _REACH) : end]
            _keep(found, text, passage, (first, end), (end, _clause_end(text, words, end)), of)
        for first, end in _DID.found_in(passage):
            _keep(found, text, passage, (first, end), _clause_before(text, words, first), words[first : end + _REACH])
    return found


def _keep(
    found: dict[int, list[_Cause]],
    text: str,
    passage: Passage,
    phrase: tuple[int, int],
    cause: tuple[int, int],
    of: Sequence[Word],
) -> None:
    """Keep the cause of what the words `of` name, unless the words about it leave it open or deny it."""
    words = passage.words
    kinds = frozenset(_kinds()[w.folded] for w in words[slice(*cause)] if w.folded in _kinds())
    first = begin = min(cause[0], phrase[0])
    while begin and first - begin < _BEFORE and joined(text, words, begin - 1):
        begin -= 1
    told = (*words[begin : cause[1]], *words[slice(*phrase)])
    if kinds and not any(w.folded in _OPEN for w in told):
        end = _past_function_words(words, *cause)
        for event in _events_in(of):
            found.setdefault(event, []).append(_Cause(passage, cause[0], end, kinds))


def _events_in(words: Sequence[Word]) -> set[int]:
    return {_events()[noun] for noun in (singular(w.folded) for w in words) if noun in _events()}


def _clause_end(text: str, words: Sequence[Word], at: int) -> int:
    """Where the cause that begins with word `at` ends: at a mark, or after so many words."""
    end = at
    while end < min(len(words), at + _ANSWER) and (end == at or joined(text, words, end - 1)):
        end += 1
    return end


def _clause_before(text: str, words: Sequence[Word], at: int) -> tuple[int, int]:
    """The words of the cause that end before word `at`, an aside between left out: back to a mark, or so many."""
    end = at
    if at and "," in text[words[at - 1].end : words[at].start]:
        end = next((n for n in range(at - 1, 0, -1) if "," in text[words[n - 1].end : words[n].start]), at)
    begin = end
    while begin and end - begin < _ANSWER and words[begin - 1].folded != "that":
        if begin < end and not joined(text, words, begin - 1):
            break
        begin -= 1
    return begin, end


def _past_function_words(words: Sequence[Word], begin: int, end: int) -> int:
    """Where words `begin` to `end` end, the function words at their end left out: "a campfire had"."""
    while end > begin and words[end - 1].folded in FUNCTION:
        end -= 1
    return end


@cache
def _events() -> dict[str, int]:
    return {word: n for n, line in enumerate(_EVENTS.strip().splitlines()) for word in line.split()}


@cache
def _kinds() -> dict[str, int]:
    return {word: n for n, line in enumerate(_CAUSES.strip().splitlines()) for word in line.split()}
