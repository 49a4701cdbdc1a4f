"""Who holds which office, as articles name them: "former U.S. President Donald Trump"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.naming import SPELLING, TITLES
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.quoted import is_quoted

Standing = Literal["former", "acting", "elect", "then", "current"]

_OFFICES = frozenset(
    word_list(
        """
        president senator governor secretary minister chancellor mayor chairman chairwoman speaker director congressman
        congresswoman ambassador premier commissioner attorney chief
        """
    )
)
_SHORT = {  # other words for an office
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "congressman": "representative",
    "congresswoman": "representative",
    "representative": "representative",
}
_MANY_SEATS = frozenset({"senator", "representative", "governor", "mayor", "director", "ambassador", "minister"})
_ONE_AT_A_TIME = frozenset({"senator", "representative", "governor", "mayor", "ambassador"})
MARKS: dict[str, Standing] = {
    "former": "former",
    "ex": "former",
    "onetime": "former",
    "resigned": "former",
    "ousted": "former",
    "retired": "former",
    "outgoing": "acting",
    "then": "then",
    "late": "then",
    "acting": "acting",
    "interim": "acting",
    "incoming": "elect",
}
_OF_SOMETHING_ELSE = frozenset({"candidate", "nominee", "contender", "rival", "opponent", "hopeful"})
"""Between a mark and an office: it is these that the person is no longer."""
MOST_OFFICES = 400  # mentions of offices that are read in one article


class Held(NamedTuple):
    """A person named with an office: words first to end (exclusive) of the passage are mark, land and title."""

    passage: Passage
    name: str
    surname: str
    forename: str
    office: str
    land: str
    standing: Standing
    first: int
    end: int


def office_conflicts(a: Told, b: Told) -> Iterator[Finding]:
    """A person who is former in one article and in office in the other, or who holds another office there."""
    held_a, held_b = _by_person(_told_by_itself(a)), _by_person(_told_by_itself(b))
    for person, mine in held_a.items():
        theirs = _matching(person, held_b)
        yield from _other_office(mine, theirs)
        for office in sorted({h.office for h in mine} & {h.office for h in theirs}):
            left, right = [h for h in mine if h.office == office], [h for h in theirs if h.office == office]
            kinds = {h.standing for h in left} - {"then"}, {h.standing for h in right} - {"then"}
            if len(kinds[0]) != 1 or len(kinds[1]) != 1 or kinds[0] == kinds[1] or _namesakes(left, right):
                continue
            lands = {h.land for h in (*left, *right) if h.land}
            in_office = held_b if "current" in kinds[1] else held_a if "current" in kinds[0] else {}
            if len(lands) > 1 or (office not in _MANY_SEATS and _another_holds(in_office, person, office, lands)):
                continue
            x, y = (min((h for h in side if h.standing != "then"), key=prominence) for side in (left, right))
            name = max(x.name, y.name, key=lambda n: (len(n), n))
            yield held_against("status", "conflict", x, y, f"whether {name} holds the office of {x.office}", 0.99)


def _other_office(mine: Sequence[Held], theirs: Sequence[Held]) -> Iterator[Finding]:
    """ "Sen. Lund" against "Rep. Lund": offices of which nobody holds two at a time, and no other word of either."""
    offices_a, offices_b = {h.office for h in mine}, {h.office for h in theirs}
    if (
        len(offices_a) != 1
        or len(offices_b) != 1
        or offices_a == offices_b
        or not offices_a | offices_b <= _ONE_AT_A_TIME
    ):
        return
    if any(h.standing != "current" for h in (*mine, *theirs)) or not _one_name(mine, theirs):
        return
    x, y = min(mine, key=prominence), min(theirs, key=prominence)
    name = max(x.name, y.name, key=lambda n: (len(n), n))
    yield held_against("status", "conflict", x, y, f"which office {name} holds", 0.98)


def prominence(held: Held) -> tuple[bool, int, int]:
    """First the mentions with a forename, and of these the earliest: where a reader would look it up."""
    return not held.forename, held.passage.order, held.first


def _one_name(left: Sequence[Held], right: Sequence[Held]) -> bool:
    """Do both give a forename, and one and the same?"""
    fore_a, fore_b = {h.forename for h in left if h.forename}, {h.forename for h in right if h.forename}
    return len(fore_a) == len(fore_b) == 1 and not _namesakes(left, right)


@once
def offices_held(told: Told) -> list[Held]:
    """The people whom an article names with an office, right before the name or behind a comma."""
    text = told.side.document.text
    found: list[Held] = []
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if (word.folded in _OFFICES or word.folded in _SHORT) and len(found) < MOST_OFFICES:
                name = _titled(text, words, at) or _name_before(text, words, at)
                if name:
                    found.append(_reading(text, passage, at, name))
    return found


def _reading(text: str, passage: Passage, at: int, name: Sequence[Word]) -> Held:
    """The office at word `at` with what stands before it: mark and land."""
    words = passage.words
    first, land = at, ""
    standing: Standing = "current"
    office = _SHORT.get(words[at].folded, words[at].folded)
    for back in range(at - 1, max(-1, at - 5), -1):
        word = words[back]
        if text[word.end : words[back + 1].start].strip(" -’'s"):
            break
        if word.folded in MARKS:
            if not _OF_SOMETHING_ELSE.isdisjoint(w.folded for w in words[back + 1 : at]):
                break  # "former presidential candidate Sen. Lund" is a senator
            standing, first = MARKS[word.folded], back
            break
        if word.key in LANDS:
            land = word.key
        elif word.folded in ("vice", "deputy", "prime", "lieutenant", "assistant"):
            office = f"{word.folded} {office}"
        elif word.folded in FUNCTION or back == 0:
            break
        elif not word.capital:
            continue
        first = back
    return Held(
        passage,
        " ".join(w.text for w in name),
        name[-1].folded,
        name[0].folded if len(name) > 1 else "",
        office,
        land,
        standing,
        first,
        at + 1,
    )


def _titled(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """The name after an office, if it is its holder's: not that of "the president Lund worked for"."""
    of_another = not words[at].capital and at > 0 and words[at - 1].folded == "the"
    return () if of_another else _name_after(text, words, at + 1)


def _name_after(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """The run of capitalised words from `at` that only spaces part; a possessive ends it."""
    end = at
    while end < len(words) and end - at < 4:
        word = words[end]
        if (
            not word.capital
            or word.kind != "word"
            or word.folded in FUNCTION
            or word.key in LANDS
            or word.folded in TITLES
        ):
            break
        gap = text[words[end - 1].end : word.start] if end else " "
        if gap.strip(" .") or not gap:
            break
        end += 1
    return words[at:end]


def _name_before(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """The name that an office stands behind in apposition: "Donald Trump, the former U.S. president"."""
    for back in range(at - 1, max(-1, at - 6), -1):
        gap = text[words[back].end : words[back + 1].start]
        if gap.startswith(","):
            first = back + 1
            while first > 0 and back + 1 - first < 4:
                name = _name_after(text, words, first - 1)
                if not name or first - 1 + len(name) != back + 1:
                    break
                first -= 1
            return words[first : back + 1]
        word = words[back]
        stops = word.folded in FUNCTION and word.folded not in ("the", "a", "then") and word.key not in LANDS
        if gap != " " or stops:
            break
    return ()


def _told_by_itself(told: Told) -> list[Held]:
    """The offices that an article gives people in its own words: who is quoted may keep a title out of courtesy."""
    return [held for held in offices_held(told) if not is_quoted(told, held.passage.words[held.first].start)]


def _by_person(held: Sequence[Held]) -> dict[str, list[Held]]:
    people: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        people[one.surname].append(one)
    return people


def _matching(surname: str, people: dict[str, list[Held]]) -> list[Held]:
    return [h for name, held in people.items() if name == surname or ratio(name, surname) >= SPELLING + 5 for h in held]


def _namesakes(left: Sequence[Held], right: Sequence[Held]) -> bool:
    """Do the forenames show two people of one surname?"""
    fore_a, fore_b = {h.forename for h in left if h.forename}, {h.forename for h in right if h.forename}
    return bool(fore_a and fore_b) and max(ratio(x, y) for x in fore_a for y in fore_b) < SPELLING - 10


def _another_holds(people: dict[str, list[Held]], person: str, office: str, lands: set[str]) -> bool:
    """Does the article have someone else in the same office now?  Then this title is one of courtesy."""
    known = {h.surname: h.land for held in people.values() for h in held if h.land}
    for surname, held in people.items():
        if surname == person or ratio(surname, person) >= SPELLING:
            continue
        land = known.get(surname, "")
        if any(h.office == office and h.standing == "current" for h in held) and (not land or land in lands):
            return True
    return False
