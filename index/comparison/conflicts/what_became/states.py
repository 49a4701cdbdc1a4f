"""What may be told of a thing or a person that an event has one of, as points that shut each other out.

Written by hand for this project.  `_KINDS` are nouns, those of one thing joined by "/".  A line of `_STATES` holds what
is asked ("{}" stands for the noun), the kinds of things that it is asked of, and for either point the words that follow
the noun and, after "<", those that stand right before its phrase.  Auxiliaries, denials and adverbs between are read by
themselves, so "was closed" is "closed".  "decided" after the kinds: what somebody will do counts as what is done;
"share": so many of the things, or so much of one, may be in that state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.comparison.aligning.tokens import Word

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
_STATES = """
whether the {} lived | person | survived; lived; recovering; alive; unhurt; unharmed; uninjured; escaped; walked \
away; rescued; among the survivors; among those who survived; among those who walked away; came out alive; pulled out \
alive; pulled alive; out of danger < among the survivors was; rescued; pulled out; saved | died; killed; perished; \
drowned; dead; lost his life; lost her life; shot dead; bled to death; among the dead; among the victims; among those \
killed; among those who died; survive denied < among the dead was; among the victims was; among those killed was; \
killed; killing
whether the {} is free | person | released; freed; free on bail; let go; without charge; walked free; set free | \
remains in custody; still in custody; remained in custody; behind bars; still held; still being held; in jail; in \
custody < still holding; are holding; holding; is holding; still hold
whether the {} leaves the post | post, decided | resign; resigns; resigned; step down; stepped down; quit; steps \
down; leave office < | refused to resign; refused to step down; refused to quit; refuses to resign; rejected calls to \
step down; rejected calls to resign; rejected demands to resign; stay on; stay in office; remain in office; stays on; \
stays in office; dismissed calls to resign; dismissed calls to step down; ruled out resigning; ruled out a \
resignation
whether the {} stayed open | entrance, share | open; stayed open; remained open; open to traffic; opened as usual; \
open as usual; operating normally; reachable; passable | closed; shut; shut down; stayed shut; stayed closed; \
remained closed; remained shut; blocked; sealed off; impassable; cut off < closed; closing; shut; shut down; \
shutting; blocked; blocking
how much of the {} ran | traffic, share | ran; run; ran normally; ran as usual; kept running; keep running; kept \
flying; keep flying; kept moving; keep moving; unaffected; on schedule; on time; affected denied | stood still; stood \
idle; canceled; cancelled; halted; grounded; suspended; stopped; at a standstill; ground to a halt; came to a halt; \
stranded < canceled; cancelled; canceling; cancelling; halted; halting; halts; grounded; grounding; grounds; stopped; \
stopping; suspended; suspending
what became of the {} | landmark, share | saved; spared; untouched; intact; unharmed; undamaged; still stands; still \
standing; unscathed; escaped damage; escaped the flames < saved; spared | burned down; burnt down; burned to the \
ground; burnt to the ground; destroyed; gutted; in ruins; in ashes; razed; leveled; flattened; went up in flames; \
reduced to ashes; reduced to rubble < destroyed; destroying; gutted; gutting; razed; razing; leveled; leveling
whether the {} turned up | find, share | found; recovered; retrieved; located; discovered; turned up < found; \
recovered; retrieved; discovered | missing; still missing; never found; lost; disappeared < searching for; still \
searching for; looking for; still looking for
how much of the {} was flooded | ground, share | under water; underwater; flooded; submerged; inundated; swamped; \
under two feet of water < flooded; flooding; submerged; inundated | dry; stayed dry; remained dry; escaped the flood
whether there was any {} | signal | sounded; went off; wailed; rang; sent; issued; given; sent out; heard; received < \
heard; sent; sent out; issued; gave; given; received; sounded; raised; picked up; got; transmitted | stayed silent; \
remained silent; failed; was silent < ignored
whether there is any {} | inquiry | under way; underway; opened; began; begun; launched; started < there is; there \
was; there; opened; opening; launched; launching; ordered; began; begun; started; starting | closed; dropped; ended < \
dropped; closed; ruled out; rejected
whether the {} came | army, decided | arrived; sent in; deployed; called in; brought in; called out; moved in < sent; \
sent in; deployed; called in; called out; brought in | needed denied; stayed in their barracks; stayed in barracks; \
held back; stood down < without the help of; kept back
what is left for the {} | investor | paid in full; paid back in full; repaid in full; lose nothing; lose denied; get \
everything; lose a cent denied; made whole | get nothing; lose everything; lose their money; wiped out; left with \
nothing; get back only; get only; receive nothing; lose half; lose most < wiping out; wiped out
whether anybody told the {} | told | told; informed; consulted; warned; asked; notified < told; informed; consulted; \
warned; notified; spoken to; spoke to; talked to; asked | in the dark; unaware; from the radio; from the newspapers
whether it was taking off or landing | anything | while landing; on landing; as it landed; was landing; during \
landing; trying to land; tried to land; attempting to land; attempted to land; came in to land; coming in to land | \
taking off; on takeoff; during takeoff; after takeoff; as it took off; on take off; after taking off; during take off
what the weather was like | anything | in heavy rain; in pouring rain; in driving rain; in torrential rain; in rain; \
in thick fog; in dense fog; in fog; in a snowstorm; in heavy snow; in a storm; in bad weather; in poor visibility | \
clear night; clear sky; clear skies; clear weather; good weather; fine weather; bright sunshine; cloudless; good \
visibility; calm weather; clear day; clear morning; clear evening; perfect weather
"""
_DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that put a thing at `point` (0 or 1); `denied`: only where they are denied, "was not needed"."""

    words: tuple[str, ...]
    point: int
    denied: bool


Phrases = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One line: `about` with "{}" for the noun; the phrases after and before the thing, longest first."""

    about: str
    decided: bool
    share: bool
    after: Phrases
    before: Phrases


@cache
def questions() -> tuple[Question, ...]:
    """The table, in its order."""
    return tuple(question for question, _ in _read())


@cache
def asked_of() -> dict[str, tuple[tuple[int, str], ...]]:
    """By a noun, singular: the questions asked of such a thing, and the name that the thing has in all words for it.

    Those asked of anything stand at "".
    """
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, (_, kind) in enumerate(_read()):
        for thing in _KINDS[kind].split() or [""]:
            for noun in thing.split("/"):
                found[noun].append((number, thing.partition("/")[0]))
    return {noun: tuple(of) for noun, of in found.items()}


@cache
def event_phrases() -> dict[str, tuple[tuple[int, str, Phrase], ...]]:
    """By their first words, the phrases of what is asked of anything, with question and thing, longest first."""
    found: dict[str, list[tuple[int, str, Phrase]]] = defaultdict(list)
    for number, thing in asked_of()[""]:
        for phrase in questions()[number].after:
            found[phrase.words[0]].append((number, thing, phrase))
    return {word: tuple(phrases) for word, phrases in found.items()}


@cache
def _read() -> tuple[tuple[Question, str], ...]:
    found = []
    for line in _STATES.strip().splitlines():
        about, asked, *points = (part.strip() for part in line.split("|"))
        kind, _, how = asked.partition(", ")
        parts = [point.partition("<") for point in points]
        after, before = (_phrases([part[side] for part in parts]) for side in (0, 2))
        found.append((Question(about, how == "decided", how == "share", after, before), kind))
    return tuple(found)


def said_at(words: Sequence[Word], at: int, said: tuple[str, ...]) -> bool:
    """Do these folded words stand from word `at` on?"""
    end = at + len(said)
    if end > len(words) or words[at].folded != said[0]:
        return False
    return all(w.folded == s for w, s in zip(words[at:end], said, strict=True))


def _phrases(points: Sequence[str]) -> Phrases:
    """The phrases of both points, longest first."""
    found = []
    for point, told in enumerate(points):
        for phrase in told.split(";"):
            words = phrase.split()
            denied = words[-1:] == [_DENIED]
            if words:
                found.append(Phrase(tuple(words[:-1] if denied else words), point, denied))
    return tuple(sorted(found, key=lambda p: -len(p.words)))
