"""What one article states and the other denies, or states the opposite of, in sentences worded differently.

Two claims are held against each other only where they have words in common beside what is claimed, where neither
article makes the other's claim in that company, and where no other name or time parts them.  All are only likely.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set

from index.comparison.aligning.alignment import Pair, similarity
from index.comparison.aligning.passages import Told
from index.comparison.aligning.times import other_times
from index.comparison.conflicts.claims import Claim, claims, denied_stems
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.phrases import of_others
from index.comparison.conflicts.stances import stances
from index.comparison.conflicts.subjects import Subjects, office_holders

_WORDS = 2  # words in common beside a plain word that one states and the other denies
_EVERYDAY = 2  # more of them where the word is told of many things
_CLOSE = 2  # of them close beside both
_THROUGHOUT, _SHARE = 5, 0.2  # sentences, and the share of an article's, from which on a word is told throughout
_SUFFERED = frozenset({"was", "were", "been", "being", "is", "are"})
_OPENING = "They differ on {about}"
_MOST = 30  # claims of one question; more tell none apart


def opposed_claims(a: Told, b: Told, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """The claims of either article that the other contradicts, each with the telling that resembles it most."""
    denied = denied_stems(a) | denied_stems(b)
    holders = office_holders(a, b)
    claims_a, claims_b = (_by_question(told, denied, Subjects(told, holders)) for told in (a, b))
    familiar = _familiar(a) | _familiar(b)
    aligned = {(p.a.order, p.b.order) for p in pairs}
    best: dict[tuple[int, int], tuple[tuple[bool, int, int, float], Claim, Claim]] = {}
    for question in sorted(claims_a.keys() & claims_b.keys(), key=str):
        mine, theirs = claims_a[question], claims_b[question]
        if max(len(mine), len(theirs)) > _MOST:
            continue
        plain = isinstance(question, str)
        stance = None if isinstance(question, str) else stances()[question]
        needed = _WORDS if stance is None else stance.needed
        decided = stance is not None and stance.decided
        found = [
            (x, y)
            for x in mine
            for y in theirs
            if x.point != y.point
            and (not plain or _one_sense(x, y))
            and (decided or x.open == y.open)
            and _about_one(x, y, needed + _more(x, y, aligned) * plain, familiar)
            and not _says_too(mine, y, x, needed)
            and not _says_too(theirs, x, y, needed)
        ]
        for x, y in _one_a_person(found):
            place, weight = (x.passage.order, y.passage.order), _weight(x, y)
            if place not in best or weight > best[place][0]:
                best[place] = weight, x, y
    for _, x, y in best.values():
        about, opening = (_told(x, y), "") if isinstance(x.question, str) else (stances()[x.question].about, _OPENING)
        yield held_against("negation", "differs", x, y, about, 0.5, opening)


def _one_a_person(found: Sequence[tuple[Claim, Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """Of the contradictions on one question the one that says most, for each person whom both claims are about."""
    best: dict[str, tuple[Claim, Claim]] = {}
    for x, y in found:
        who = x.person if x.person == y.person else ""
        if who not in best or _weight(x, y) > _weight(*best[who]):
            best[who] = x, y
    yield from best.values()


def _weight(x: Claim, y: Claim) -> tuple[bool, int, int, float]:
    """What of several contradictions of two sentences says most: one of the table, in most company, in most words."""
    words = x.end - x.first + y.end - y.first
    return not isinstance(x.question, str), len(x.near & y.near), words, similarity(x.passage, y.passage)


def _one_sense(x: Claim, y: Claim) -> bool:
    """Is one of two claims denied, and the other no verb where a thing is denied: "no sign", "signed"?"""
    denied, stated = (x, y) if x.denied else (y, x)
    words = denied.passage.words
    thing = words[denied.first].folded in ("no", "without")
    word, other = words[denied.end - 1].folded, stated.passage.words[stated.first].folded
    suffered = [
        bool({w.folded for w in c.passage.words[max(0, c.first - 2) : c.end]} & _SUFFERED) for c in (denied, stated)
    ]
    if not thing and suffered[1] and not suffered[0]:
        return False  # "he did not send it", "it was sent": by whom?
    return denied.denied and not (thing and other.endswith("ed") and not word.endswith(("ing", "ed")))


def _more(x: Claim, y: Claim, aligned: Set[tuple[int, int]]) -> int:
    """How many words more than others two claims of a plain word must share: everyday ones more, aligned ones less."""
    return _EVERYDAY * x.everyday - ((x.passage.order, y.passage.order) in aligned)


def _familiar(told: Told) -> set[str]:
    """The keys of what an article speaks of throughout: they tell little of what one clause is about."""
    count = Counter(key for passage in told.passages for key in passage.weights)
    return {key for key, seen in count.items() if seen > max(_THROUGHOUT, len(told.passages) * _SHARE)}


def _by_question(told: Told, denied: Set[str], subjects: Subjects) -> dict[int | str, list[Claim]]:
    found: dict[int | str, list[Claim]] = defaultdict(list)
    for claim in claims(told, denied, subjects):
        found[claim.question].append(claim)
    return found


def _about_one(x: Claim, y: Claim, needed: int, familiar: Set[str]) -> bool:
    """Have two claims so many words in common, the subject counted twice, and do no names and times part them?

    What an article speaks of throughout counts once at most.
    """
    if x.person and y.person and x.person != y.person and not (x.person in y.close or y.person in x.close):
        return False
    subject = x.subject != "" and x.subject == y.subject
    same_person = x.person != "" and x.person == y.person and x.person not in x.near & y.near
    near, close = (_worth(of, familiar) + subject + same_person for of in (x.near & y.near, x.close & y.close))
    if near < needed or close < min(needed, _CLOSE):
        return False
    return not _others(x, y, needed) and not other_times(x.passage, y.passage)


def _others(x: Claim, y: Claim, needed: int) -> bool:
    """Do two claims tell of other people or things?

    Not those made about one person; what an event has once is told of other people where both name some.
    """
    if x.person and x.person == y.person:
        return False
    if not needed:
        return bool(x.person and y.person)
    return of_others(x.passage, y.passage)


def _worth(shared: Set[str], familiar: Set[str]) -> int:
    return len(shared - familiar) + bool(shared & familiar)


def _says_too(own: Sequence[Claim], other: Claim, mine: Claim, needed: int) -> bool:
    """Does the article make the other's claim itself, of the same thing?"""
    return any(c.point == other.point and len(c.near & (other.near | mine.near)) >= min(needed, 1) for c in own)


def _told(x: Claim, y: Claim) -> str:
    """What is denied, in the words of the side that states it."""
    stated = y if x.denied else x
    words = stated.passage.words[stated.first : stated.end + 3]
    return f"“{' '.join(w.text for w in words)}”"
