"""Who holds which office, and who heads the government, as articles name them: "former U.S. President Donald Trump"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.naming import SPELLING, TITLES
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against

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
_MARKS: dict[str, Standing] = {
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
_HEADS = frozenset({"administration", "government"})
_ONE_OF_MANY = frozenset({"a", "an", "any", "another"})
_NOW = frozenset(word_list("is are has have says say will"))
_MOST = 400  # mentions of offices that are read in one article


@dataclass(frozen=True, slots=True)
class Held:
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


@dataclass(frozen=True, slots=True)
class Headed:
    """Words first to end name who governs ("the Biden administration"); `now`: it is told to act at present."""

    passage: Passage
    surname: str
    first: int
    end: int
    now: bool


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
            x, y = (min((h for h in side if h.standing != "then"), key=_prominence) for side in (left, right))
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
    x, y = min(mine, key=_prominence), min(theirs, key=_prominence)
    name = max(x.name, y.name, key=lambda n: (len(n), n))
    yield held_against("status", "conflict", x, y, f"which office {name} holds", 0.98)


def _prominence(held: Held) -> tuple[bool, int, int]:
    """First the mentions with a forename, and of these the earliest: where a reader would look it up."""
    return not held.forename, held.passage.order, held.first


def _one_name(left: Sequence[Held], right: Sequence[Held]) -> bool:
    """Do both give a forename, and one and the same?"""
    fore_a, fore_b = {h.forename for h in left if h.forename}, {h.forename for h in right if h.forename}
    return len(fore_a) == len(fore_b) == 1 and not _namesakes(left, right)


def government_conflicts(a: Told, b: Told) -> Iterator[Finding]:
    """One administration acts at present in one article, another in the other, which never names the first."""
    heads_a, heads_b = _headed(a), _headed(b)
    names_a, names_b = _capitals(a), _capitals(b)
    lands = {h.surname: h.land for told in (a, b) for h in _held(told) if h.land}
    rivals_a, rivals_b = heads_a + _presidents(a), heads_b + _presidents(b)
    for turned, heads, others, their_names in ((False, heads_a, rivals_b, names_b), (True, heads_b, rivals_a, names_a)):
        acting = [h for h in heads if h.now and h.surname not in their_names and _ours(lands.get(h.surname, ""))]
        rivals = [r for r in others if r.now and _ours(lands.get(r.surname, ""))]
        for surname in sorted({h.surname for h in acting} if rivals else ()):
            mine, theirs = next(h for h in acting if h.surname == surname), rivals[0]
            x, y = (theirs, mine) if turned else (mine, theirs)
            yield held_against("participant", "conflict", x, y, "heads of the government of the day", 0.98)
    yield from _retired_governs(a, b, heads_a, heads_b)


def _retired_governs(a: Told, b: Told, heads_a: Sequence[Headed], heads_b: Sequence[Headed]) -> Iterator[Finding]:
    """ "The Solberg administration is …" in one article, "former President Solberg" in the other, and no other word."""
    presidents = [[h for h in _held(told) if h.office == "president"] for told in (a, b)]
    now_a, now_b = ({h.surname for h in heads if h.now} for heads in (heads_a, heads_b))
    for turned, heads, held, own, surnames in (
        (False, heads_a, presidents[1], presidents[0], now_a - now_b),
        (True, heads_b, presidents[0], presidents[1], now_b - now_a),
    ):
        for surname in sorted(surnames):
            there, here = ([h for h in side if h.surname == surname] for side in (held, own))
            if not there or any(h.standing != "former" for h in there) or any(h.standing == "current" for h in here):
                continue  # a president here and a former one there is a conflict of office already
            mine, theirs = next(h for h in heads if h.now and h.surname == surname), min(there, key=_prominence)
            x, y = (theirs, mine) if turned else (mine, theirs)
            name = max((h.name for h in there), key=len)
            yield held_against("status", "differs", x, y, f"whether {name} is in office", 0.97)


def _ours(land: str) -> bool:
    """May this be the head of the government that goes by a person's name?  Only America's is named so."""
    return land in ("", "=·us")


@once
def _held(told: Told) -> list[Held]:
    text = told.side.document.text
    found: list[Held] = []
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if (word.folded in _OFFICES or word.folded in _SHORT) and len(found) < _MOST:
                name = _name_after(text, words, at + 1) or _name_before(text, words, at)
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
        if word.folded in _MARKS:
            if not _OF_SOMETHING_ELSE.isdisjoint(w.folded for w in words[back + 1 : at]):
                break  # "former presidential candidate Sen. Lund" is a senator
            standing, first = _MARKS[word.folded], back
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
    quoted = [(q.span.start, q.span.end) for q in told.quotations]
    starts = ((held, held.passage.words[held.first].start) for held in _held(told))
    return [held for held, at in starts if not any(start <= at < end for start, end in quoted)]


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


@once
def _headed(told: Told) -> list[Headed]:
    text = told.side.document.text
    people = {m.end for m in told.mentions if m.type == "PERSON"}
    found: list[Headed] = []
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words[1:], 1):
            before = words[at - 1]
            if (
                word.folded not in _HEADS
                or word.capital
                or not before.capital
                or before.key in LANDS
                or before.folded in FUNCTION
            ):
                continue
            if before.folded in TITLES or before.text.isupper() or len(found) >= _MOST:
                continue
            named = before.end in people if told.mentions else at > 1
            if (
                not named
                or text[before.end : word.start] not in (" ", "’s ", "'s ")
                or _is_only_thought(text, words, at)
            ):
                continue
            past = any(w.folded in (*_MARKS, "previous") for w in words[max(0, at - 4) : at - 1])
            found.append(Headed(passage, before.folded, at - 1, at + 1, not past and _acts_now(words, at + 1)))
    return found


def _is_only_thought(text: str, words: Sequence[Word], at: int) -> bool:
    """Is it one of several that there may be: "a Lund-Berg administration will"?"""
    first = at - 1
    while first and text[words[first - 1].end : words[first].start] in ("-", "\N{NON-BREAKING HYPHEN}"):
        first -= 1
    return first > 0 and words[first - 1].folded in _ONE_OF_MANY


def _acts_now(words: Sequence[Word], at: int) -> bool:
    """Is the verb after the name in the present?  An apposition ("among others") is stepped over."""
    return any(w.folded in _NOW or _ends_as_present(w) for w in words[at : at + 1]) or (
        at < len(words) and words[at].folded == "among" and any(w.folded in _NOW for w in words[at : at + 4])
    )


def _ends_as_present(word: Word) -> bool:
    return (
        not word.capital
        and word.folded.endswith("s")
        and word.folded not in FUNCTION
        and not word.folded.endswith("ss")
    )


@once
def _presidents(told: Told) -> list[Headed]:
    """Presidents in office, as rivals of an administration."""
    found = []
    for h in _held(told):
        if h.office == "president" and h.standing == "current":
            named = h.name.split()
            follows = [w.text for w in h.passage.words[h.end : h.end + len(named)]] == named
            if _of_a_body(h.passage.words[h.end : h.end + 3]):
                continue
            found.append(Headed(h.passage, h.surname, h.first, h.end + len(named) * follows, True))
    return found


def _of_a_body(after: Sequence[Word]) -> bool:
    """Does "of" with a name that is no land's follow the office: "president of the Harbour Guild"?"""
    named = next((w for w in after[1:] if w.folded not in FUNCTION or w.key in LANDS), None)
    return [w.folded for w in after[:1]] == ["of"] and named is not None and named.key not in LANDS


@once
def _capitals(told: Told) -> set[str]:
    return {w.folded for p in told.passages for w in p.words if w.capital}
