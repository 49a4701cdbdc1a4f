"""What may be told of a thing or a person that an event has one of, as points that shut each other out.

Written by hand for this project.  `_KINDS` are nouns, those of one thing joined by "/".  What is asked of each kind
stands in the table `states`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from index.comparison.conflicts.reading.phrasebook import Phrasebook
from index.comparison.conflicts.reading.tables import Question, table
from index.comparison.conflicts.what_became.extents import singular

_KINDS = {
    "person": """
        captain/skipper pilot co-pilot/copilot/first-officer driver/motorist conductor
        gunman/shooter/attacker/assailant/sniper teenager/youth/boy suspect guard/watchman engineer climber diver
        hostage kidnapper burglar thief robber hijacker bomber arsonist cyclist pedestrian motorcyclist bride groom
        baby/infant toddler owner cook waiter janitor/caretaker teacher principal priest pastor imam rabbi coach
        referee interpreter translator cameraman photographer mayor governor senator minister ambassador premier
        chancellor bishop rector judge
        """,
    "post": """
        mayor governor minister president premier chancellor bishop rector director chairman/chairwoman commissioner
        principal coach chief ambassador treasurer superintendent sheriff
        """,
    "entrance": """
        road/highway/motorway/freeway bridge tunnel airport runway station port/harbor/harbour border/crossing
        school university museum library theater/theatre mall factory/plant/mill mine refinery store/shop market
        exchange embassy stadium beach branch office court/courthouse canal gate park zoo hotel
        """,
    "traffic": """
        train tram/streetcar bus ferry flight plane/aircraft/jet truck/lorry service subway/metro elevator
        """,
    "landmark": """
        church/chapel/mission cathedral temple mosque synagogue monastery/abbey castle palace lighthouse library
        museum theater/theatre town-hall barn windmill hotel courthouse archive school hospital/clinic station tower
        bridge
        """,
    "find": """
        recorder gun/pistol/revolver/rifle weapon knife wreck/wreckage painting laptop car necklace diamond safe
        """,
    "ground": """
        district quarter neighborhood/neighbourhood town village center/centre downtown campus airport valley island
        """,
    "signal": "alarm/siren warning/alert distress-call emergency-call mayday",
    "inquiry": "inquiry/investigation/probe",
    "army": "army/troops/soldiers national-guard guardsmen",
    "investor": "shareholder/stockholder bondholder creditor depositor/saver policyholder investor",
    "told": "union worker/employee parent tenant resident shareholder neighbor/neighbour",
    "anything": "",
}
_NOT, _NOUN = "not", "{}"
"""Where the noun stands: behind the words that tell of it; it stands before those of all other phrases."""


class Tells(NamedTuple):
    """What a phrase tells: the thing is at `point` (0 or 1); `denied`: only where it is denied, "was not needed"."""

    point: int
    denied: bool


class State(NamedTuple):
    """One question of the table: the phrases after the thing, and those before it, the longest first.

    `share`: so many of the things, or so much of one, may be in that state.
    """

    about: str
    decided: bool
    share: bool
    after: Phrasebook[Tells]
    before: tuple[tuple[tuple[str, ...], Tells], ...]


@cache
def questions() -> tuple[State, ...]:
    """The table, in its order."""
    found = []
    for question in table("states"):
        phrases = list(_phrases(question))
        after = Phrasebook((said, tells) for said, tells in phrases if said[-1] != _NOUN)
        before = [(said[:-1], tells) for said, tells in phrases if said[-1] == _NOUN]
        before.sort(key=lambda p: -len(p[0]))
        found.append(State(question.about, question.decided, "share" in question.how, after, tuple(before)))
    return tuple(found)


@cache
def asked_of() -> dict[str, tuple[tuple[int, str], ...]]:
    """By a noun, singular: the questions asked of such a thing, and the name that the thing has in all words for it.

    Those asked of anything stand at "".
    """
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, question in enumerate(table("states")):
        for thing in _KINDS[question.of].split() or [""]:
            for noun in thing.split("/"):
                found[noun].append((number, thing.partition("/")[0]))
    return {noun: tuple(of) for noun, of in found.items()}


@lru_cache(maxsize=65536)
def asked_by(folded: str) -> tuple[tuple[int, str], ...]:
    """The same by a noun as it is written, singular or plural; nothing for other words."""
    forms = (form for form in (folded, singular(folded)) if form and form in asked_of())
    return next((asked_of()[form] for form in forms), ())


@cache
def compounds() -> frozenset[str]:
    """The words with which the nouns of two words begin."""
    return frozenset(noun.partition("-")[0] for noun in asked_of() if "-" in noun)


@cache
def event_phrases() -> Phrasebook[tuple[int, int]]:
    """The phrases of what is asked of anything, with the number of the question and the point."""
    asked = [(number, table("states")[number]) for number, _ in asked_of()[""]]
    return Phrasebook((said, (number, tells.point)) for number, of in asked for said, tells in _phrases(of))


def _phrases(question: Question) -> Iterator[tuple[tuple[str, ...], Tells]]:
    """Each phrase with what it tells; "not" before it says that it must be denied."""
    for point, phrases in enumerate(question.points):
        for said in phrases:
            denied = said[0] == _NOT
            yield said[denied:], Tells(point, denied)
