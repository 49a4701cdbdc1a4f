"""Who heads the government of the day: "the Biden administration" in one article, "President Trump" in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.comparison.aligning.naming import TITLES
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.people.offices import MARKS, MOST_OFFICES, Held, offices_held, prominence

_HEADS = frozenset({"administration", "government"})
_ONE_OF_MANY = frozenset({"a", "an", "any", "another"})
_NOW = frozenset(word_list("is are has have says say will"))
_ITS_OWN = frozenset(word_list("officials aides advisers appointees members lawyers sources policies efforts"))
"""Words after "administration" that end as its verb would."""
_TIMES = frozenset(word_list("during throughout under since before after until"))
"""Before an administration: what is told is when something else was."""
_TO_ITS_NAME = 3  # words from these to "administration"
_PARTIES = frozenset({"republican", "democratic", "conservative", "socialist", "liberal"})
_BODIES = frozenset(
    word_list(
        """
        union company college university bank club council association society foundation board school league federation
        party senate chamber firm group network
        """
    )
)
"""Words that, before "president", tell of what."""


class Headed(NamedTuple):
    """Words first to end name who governs ("the Biden administration"); `now`: it is told to act at present."""

    passage: Passage
    surname: str
    first: int
    end: int
    now: bool


def government_conflicts(a: Told, b: Told) -> Iterator[Finding]:
    """One administration acts at present in one article, another in the other, which never names the first."""
    heads_a, heads_b = _headed(a), _headed(b)
    names_a, names_b = _capitals(a), _capitals(b)
    lands = {h.surname: h.land for told in (a, b) for h in offices_held(told) if h.land}
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
    presidents = [[h for h in offices_held(told) if h.office == "president"] for told in (a, b)]
    now_a, now_b = ({h.surname for h in heads if h.now} for heads in (heads_a, heads_b))
    for turned, heads, held, own, surnames in (
        (False, heads_a, presidents[1], presidents[0], now_a - now_b),
        (True, heads_b, presidents[0], presidents[1], now_b - now_a),
    ):
        for surname in sorted(surnames):
            there, here = ([h for h in side if h.surname == surname] for side in (held, own))
            if not there or any(h.standing != "former" for h in there) or any(h.standing == "current" for h in here):
                continue  # a president here and a former one there is a conflict of office already
            mine, theirs = next(h for h in heads if h.now and h.surname == surname), min(there, key=prominence)
            x, y = (theirs, mine) if turned else (mine, theirs)
            name = max((h.name for h in there), key=len)
            yield held_against("status", "differs", x, y, f"whether {name} is in office", 0.97)


def _ours(land: str) -> bool:
    """May this be the head of the government that goes by a person's name?  Only America's is named so."""
    return land in ("", "=·us")


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
            if before.folded in TITLES or before.text.isupper() or len(found) >= MOST_OFFICES:
                continue
            named = before.end in people if told.mentions else at > 1
            if (
                not named
                or text[before.end : word.start] not in (" ", "’s ", "'s ")
                or _is_only_thought(text, words, at)
            ):
                continue
            past = any(w.folded in (*MARKS, "previous") for w in words[max(0, at - 4) : at - 1])
            past = past or _of_another_time(words, at - 1)
            found.append(Headed(passage, before.folded, at - 1, at + 1, not past and _acts_now(words, at + 1)))
    return found


def _is_only_thought(text: str, words: Sequence[Word], at: int) -> bool:
    """Is it one of several that there may be: "a Lund-Berg administration will"?"""
    first = at - 1
    while first and text[words[first - 1].end : words[first].start] in ("-", "\N{NON-BREAKING HYPHEN}"):
        first -= 1
    return first > 0 and words[first - 1].folded in _ONE_OF_MANY


def _of_another_time(words: Sequence[Word], name: int) -> bool:
    """Is it only told when something else was: "during the Lund administration", "under President Lund"?"""
    return any(w.folded in _TIMES for w in words[max(0, name - _TO_ITS_NAME) : name])


def _of_another_land(held: Held) -> bool:
    """Does the sentence name another land beside a president whose own it does not tell?"""
    lands = {w.key for w in held.passage.words if w.key in LANDS}
    return not held.land and len(lands) == 1 and not _ours(*lands)


def _acts_now(words: Sequence[Word], at: int) -> bool:
    """Is the verb after the name in the present?  An apposition ("among others") and its officials are stepped over."""
    if at < len(words) and words[at].folded in _ITS_OWN:
        return any(w.folded in _NOW for w in words[at + 1 : at + 2])
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
    text = told.side.document.text
    found = []
    for h in offices_held(told):
        if h.office == "president" and h.standing == "current":
            named = h.name.split()
            follows = [w.text for w in h.passage.words[h.end : h.end + len(named)]] == named
            if _of_a_body(text, h) or _of_another_time(h.passage.words, h.first) or _of_another_land(h):
                continue
            found.append(Headed(h.passage, h.surname, h.first, h.end + len(named) * follows, True))
    return found


def _of_a_body(text: str, held: Held) -> bool:
    """Is it the president of no land: "Harbour Guild President Lund", "president of the Harbour Guild"?"""
    words, at = held.passage.words, held.end - 1
    after = words[held.end : held.end + 3]
    named = next((w for w in after[1:] if w.folded not in FUNCTION or w.key in LANDS), None)
    if [w.folded for w in after[:1]] == ["of"] and named is not None and named.key not in LANDS:
        return True
    if [w.folded for w in after[:2]] == ["and", "chief"]:
        return True
    if not at or text[words[at - 1].end : words[at].start] != " ":
        return False
    before = words[at - 1]
    if before.folded in _BODIES:
        return True
    is_name = before.capital and before.kind == "word" and before.folded not in FUNCTION
    return is_name and at > 1 and before.key not in LANDS and before.folded not in _PARTIES


@once
def _capitals(told: Told) -> set[str]:
    return {w.folded for p in told.passages for w in p.words if w.capital}
