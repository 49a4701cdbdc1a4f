"""Who mediates: another land or body in either article, or one that the other says is no mediator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against, most_alike

_MEDIATOR = frozenset(word_list("mediator mediators broker intermediary intermediaries go-between"))
_MEDIATING = frozenset(word_list("mediating mediated brokered mediates"))
_MEDIATION = frozenset({"mediation"})
_HOST = frozenset(word_list("host hosts hosting facilitator facilitates facilitating"))
_ONLY = frozenset({"only", "merely", "just", "simply"})
_LEADING = frozenset(word_list("led brokered mediated sponsored"))
_TYPES = frozenset({"PLACE", "GROUP", "ORG"})
_DUTCH = frozenset({"dutch", "netherland", "holland"})
"""The keys of a land that does not begin as its people do, as Norway and the Norwegians."""
_IN_FULL = {"=·us": "the United States", "=·uk": "the United Kingdom", "·un": "the United Nations"}
"""How parties are named that have an article before them, by their keys."""
_UNIONS = ("EU", "European Union", "African Union")
"""Others that have one, where they are written so."""
_REACH = 6  # words between who mediates and the word that says so
_DENIED = 3  # words from "not" to "mediator"
_OPENING = 4  # words in which whoever a sentence is about begins
_LONGEST = 200  # words of a sentence; longer ones are no prose
_MOST = 30


class _Mediating(NamedTuple):
    """Words first to end of a passage name a party as mediating; `party` is its key."""

    passage: Passage
    party: str
    first: int
    end: int


def other_mediators(a: Told, b: Told) -> Iterator[Finding]:
    """Mediators of whom the other article does not know; a party that mediates in one and is no mediator in the other.

    All are only likely.
    """
    yield from _denied_mediators(a, b)
    mine, theirs = _mediating(a), _mediating(b)
    if any(_one_party(x.party, y.party) or _names(b, x.party) or _names(a, y.party) for x in mine for y in theirs):
        return
    if mine and theirs and _agreed(mine) and _agreed(theirs):
        x, y = most_alike((x, y) for x in mine for y in theirs)
        yield held_against("participant", "differs", x, y, "mediators", 0.5)


def _denied_mediators(a: Told, b: Told) -> Iterator[Finding]:
    for turned, denying, telling in ((False, a, b), (True, b, a)):
        denied = _no_mediator(denying)
        told = _mediating(telling) if denied else []
        pairs = [(x, y) for x in denied for y in told if x.party == y.party]
        if pairs and not any(_one_party(m.party, pairs[0][0].party) for m in _mediating(denying)):
            mine, theirs = most_alike(pairs)
            x, y = (theirs, mine) if turned else (mine, theirs)
            about = f"whether {_said(mine, theirs)} mediates"
            yield held_against("negation", "differs", x, y, about, 0.45, "They differ on {about}")
            return


def _said(denied: _Mediating, told: _Mediating) -> str:
    """The party as a sentence names it: as who denies it does, whose other may have "Turkish mediation"."""
    words = (*denied.passage.words, *told.passage.words)
    named = next(w.text for w in words if w.key == denied.party)
    return _IN_FULL.get(denied.party) or (f"the {named}" if named in _UNIONS else named)


@once
def _mediating(told: Told) -> list[_Mediating]:
    """ "Norway, which is acting as mediator", "mediated by Norway", "under Swiss mediation", "U.S.-led talks"."""
    found: list[_Mediating] = []
    for passage in told.stated:
        words = passage.words
        if len(words) > _LONGEST:
            continue
        for at, word in enumerate(words):
            asked = word.folded in _MEDIATOR or word.folded in _MEDIATING or word.folded in _MEDIATION
            leading = word.folded in _LEADING and at + 1 < len(words) and words[at + 1].key == "=talks"
            if not (asked or leading) or _denial(words, at) is not None:
                continue
            place = _party_beside(told, passage, at)
            if place is not None and (not leading or place == at - 1):
                first, end = min(place, at), max(_past_name(told, words, place), at + 1)
                near = abs(at - place) <= _REACH
                found.append(_Mediating(passage, words[place].key, first if near else at, end))
    return found[:_MOST]


def _party_beside(told: Told, passage: Passage, at: int) -> int | None:
    """The place of the party that mediates: after "by" it follows, else it stands before; None where two might."""
    words = passage.words
    if at + 1 < len(words) and words[at + 1].folded == "by":
        near = range(at + 2, min(len(words), at + 2 + _REACH))
    elif words[at].folded in _MEDIATION and not (at and _is_party(told, words[at - 1])):
        near = range(at)  # "the American secretary of state warned of a withdrawal from mediation"
    else:
        near = range(at - 1 if at and _is_party(told, words[at - 1]) else max(0, at - _REACH), at)
    parties = [n for n in near if _is_party(told, words[n])]
    return parties[0] if len({words[n].key for n in parties}) == 1 else None


def _is_party(told: Told, word: Word) -> bool:
    """Does a land, a people or a body begin with the word?"""
    return any(m.type in _TYPES and m.start == word.start for m in told.mentions_in(word.start, word.end))


def _past_name(told: Told, words: Sequence[Word], at: int) -> int:
    """Where the name ends that begins with word `at`."""
    end = max((m.end for m in told.mentions_in(words[at].start, words[at].end)), default=words[at].end)
    return next((n for n in range(at + 1, len(words)) if words[n].start >= end), len(words))


def _denial(words: Sequence[Word], at: int) -> int | None:
    """The place of what denies word `at`: "is not a fair mediator"."""
    return next((n for n in _before(at) if words[n].key == "not" or words[n].folded in ("no", "never")), None)


def _stood_aside(words: Sequence[Word], at: int) -> int | None:
    """The place of "merely" in "is merely the host", of "no" in "took no part in the discussions"."""
    if words[at].folded in _HOST:
        return next((n for n in _before(at) if words[n].folded in _ONLY), None)
    apart = words[at].folded == "part" and "took" in {words[n].folded for n in _before(at)}
    return _denial(words, at) if apart and any(w.key == "=talks" for w in words[at : at + _REACH]) else None


def _before(at: int) -> range:
    return range(max(0, at - _DENIED), at)


@once
def _no_mediator(told: Told) -> list[_Mediating]:
    """ "Norway is not a mediator"; of "While not mediators, they …" whoever opens the sentence before."""
    found: list[_Mediating] = []
    before: Passage | None = None
    for passage in told.stated:
        words = passage.words if len(passage.words) <= _LONGEST else ()
        for at, word in enumerate(words):
            denial = _denial(words, at) if word.folded in _MEDIATOR else _stood_aside(words, at)
            if denial is None:
                continue
            opening = before.words[:_OPENING] if before is not None and denial <= 1 else ()
            parties = [w.key for w in words[:denial] if _is_party(told, w)][-1:]
            parties = parties or [w.key for w in opening if _is_party(told, w)]
            if parties:
                found.append(_Mediating(passage, parties[0], denial, at + 1))
        before = passage
    return found[:_MOST]


def _agreed(mediating: Sequence[_Mediating]) -> bool:
    """Does an article name one mediator, in whatever words?"""
    return all(_one_party(mediating[0].party, m.party) for m in mediating)


def _one_party(one: str, other: str) -> bool:
    """May two keys name one land, as Swiss and Switzerland do?  Lands of the thesaurus have one key."""
    if one in LANDS or other in LANDS:
        return one == other
    return one[0] == other[0] or {one, other} <= _DUTCH


def _names(told: Told, party: str) -> bool:
    return any(w.key == party for p in told.stated for w in p.words)
