"""How two people are related: his nephew in one article, his son-in-law in the other; an older or a younger sister."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.reading.subjects import Subjects, office_holders, subjects_of, surname_key

_KIN = {
    word: line.split()[0]
    for line in """
    wife spouse widow ex-wife
    husband spouse widower
    son stepson
    daughter stepdaughter
    father stepfather
    mother stepmother
    brother half-brother stepbrother twin
    sister half-sister stepsister twin
    uncle
    aunt
    nephew
    niece
    cousin
    grandson
    granddaughter
    grandfather
    grandmother
    fiance
    fiancee
    """.strip().splitlines()
    for word in line.split()
}
_IN_LAW = 3  # words of "son-in-law"
_AGES = {"older": 0, "elder": 0, "oldest": 0, "eldest": 0, "younger": 1, "youngest": 1}
_WHOSE = {"his": "he", "her": "she"}
_BESIDE = (" ", ", ")  # between the kin and the name
_SPOUSE = "spouse twin"


class _Kin(NamedTuple):
    """Words first to end of a passage name somebody as kin.

    `whose` is the surname's key of the other person or "", `who` the full name of the kin or "".
    """

    passage: Passage
    kin: str
    age: int | None
    whose: str
    who: str
    first: int
    end: int


def other_kin(a: Told, b: Told) -> Iterator[Finding]:
    """Named people who are another kin of the same person; one's only brother, older or younger.

    All are only likely.
    """
    holders = office_holders(a, b)
    kin_a, kin_b = (list(_kin(told, subjects_of(told, holders))) for told in (a, b))
    named_a, named_b = _by_name(kin_a), _by_name(kin_b)
    for who in sorted(named_a.keys() & named_b.keys()):
        mine, theirs = named_a[who], named_b[who]
        if not {x.kin for x in mine} & {y.kin for y in theirs}:
            pairs = [(x, y) for x in mine for y in theirs if not (x.whose and y.whose and x.whose != y.whose)]
            if pairs:
                about = f"how {who.title()} is related"
                yield held_against("participant", "differs", *most_alike(pairs), about, 0.55, "They differ on {about}")
    yield from _other_ages(kin_a, kin_b)


def _other_ages(kin_a: list[_Kin], kin_b: list[_Kin]) -> Iterator[Finding]:
    """The one brother of one person: older in one article, younger in the other."""
    aged_a, aged_b = _aged(kin_a), _aged(kin_b)
    for of in sorted(aged_a.keys() & aged_b.keys()):
        mine, theirs = aged_a[of], aged_b[of]
        if {x.age for x in mine} == {1 - (y.age or 0) for y in theirs} and len({x.age for x in mine}) == 1:
            about = f"which {of[1]} it is"
            yield held_against(
                "participant", "differs", *most_alike((x, y) for x in mine for y in theirs), about, 0.5, _DIFFER
            )


_DIFFER = "They differ on {about}"


def _by_name(kin: list[_Kin]) -> dict[str, list[_Kin]]:
    found: dict[str, list[_Kin]] = defaultdict(list)
    for one in kin:
        if one.who and one.kin not in _SPOUSE:
            found[one.who].append(one)
    return found


def _aged(kin: list[_Kin]) -> dict[tuple[str, str], list[_Kin]]:
    """By whose kin it is and its word: those who are told to be older or younger."""
    found: dict[tuple[str, str], list[_Kin]] = defaultdict(list)
    for one in kin:
        if one.whose and one.age is not None:
            found[one.whose, one.kin].append(one)
    return found


def _kin(told: Told, subjects: Subjects) -> Iterator[_Kin]:
    text = told.side.document.text
    for passage in told.passages:
        words = passage.words
        people = [m for m in told.mentions_in(passage.span.start, passage.span.end) if m.type == "PERSON"]
        for at, word in enumerate(words):
            if word.folded not in _KIN:
                continue
            law = at + 2 < len(words) and words[at + 1].folded == "in" and words[at + 2].folded == "law"
            end = at + _IN_LAW if law else at + 1
            aged = at > 0 and words[at - 1].folded in _AGES
            before = at - 1 - aged
            if before < 0:
                continue
            whose = _whose(words[before], passage, before, subjects)
            owner = next(
                (surname_key(m) for m in people if m.end == words[before].end and _owns(text, words[before])), ""
            )
            if not owner and words[before].folded not in _WHOSE:
                continue
            who = next(
                (m.text for m in people if m.start > word.start and text[words[end - 1].end : m.start] in _BESIDE), ""
            )
            kin = f"{_KIN[word.folded]}-in-law" if law else _KIN[word.folded]
            age = _AGES[words[at - 1].folded] if aged else None
            yield _Kin(passage, kin, age, whose or owner, who.casefold(), before + (not whose), end)


def _owns(text: str, word: Word) -> bool:
    """Does a possessive end the word: "Brenner's"?"""
    return text[word.end : word.end + 2] in ("'s", "’s")


def _whose(word: Word, passage: Passage, at: int, subjects: Subjects) -> str:
    """The surname's key of whom "his" or "her" stands for."""
    return subjects.stands_for(passage, at, _WHOSE[word.folded]) if word.folded in _WHOSE else ""
