"""What one article states and the other denies, or states the opposite of, in sentences worded differently.

Two claims are held against each other only where they have words in common beside what is claimed, where neither
article makes the other's claim in that company, and where no other name or time parts them.  All are only likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from index.comparison.aligning.alignment import Pair, similarity
from index.comparison.aligning.passages import Told
from index.comparison.aligning.stems import PAST_FORMS
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION
from index.comparison.aligning.times import other_times
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.called import told_throughout
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.subjects import Subjects, office_holders, subjects_of
from index.comparison.conflicts.statements.claims import Claim, claims, denied_stems
from index.comparison.conflicts.statements.stances import stances
from index.comparison.conflicts.statements.told_of import of_one_thing

_WORDS = 2  # words in common beside a plain word that one states and the other denies
_EVERYDAY = 2  # more of them where the word is told of many things
_CLOSE = 2  # of them close beside both
_SUFFERED = frozenset({"was", "were", "been", "being", "is", "are"})
_THINGS = ("ion", "ions", "ment", "ments")
_DOERS = frozenset(
    {"i", "we", "you", "he", "she", "they", "it", "who", "which", "that", "to", "and", "or", "but", "then"}
)
_NO = frozenset({"no", "without"})
_OPENING = "They differ on {about}"
_MOST = 30  # claims of one question; more tell none apart


def opposed_claims(a: Told, b: Told, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """The claims of either article that the other contradicts, each with the telling that resembles it most."""
    denied = denied_stems(a) | denied_stems(b)
    holders = office_holders(a, b)
    claims_a, claims_b = (_by_question(told, denied, subjects_of(told, holders)) for told in (a, b))
    familiar = told_throughout(a) | told_throughout(b)
    aligned = {(p.a.order, p.b.order) for p in pairs}
    by_place: dict[tuple[int, int], list[tuple[Claim, Claim]]] = defaultdict(list)
    for question in sorted(claims_a.keys() & claims_b.keys(), key=str):
        mine, theirs = claims_a[question], claims_b[question]
        if max(len(mine), len(theirs)) > _MOST:
            continue
        contradict = _contradict if isinstance(question, str) else _answered_otherwise
        found = [
            (x, y)
            for x in mine
            for y in theirs
            if x.point != y.point
            and contradict(x, y)
            and _about_one(x, y, needed := _needed(x, y, aligned), familiar)
            and not _says_too(mine, y, x, needed)
            and not _says_too(theirs, x, y, needed)
        ]
        for x, y in _one_a_person(found):
            by_place[x.passage.order, y.passage.order].append((x, y))
    for opposed in by_place.values():
        x, y = max(opposed, key=_weight)
        about, opening = (_told(x, y), "") if isinstance(x.question, str) else (stances()[x.question].about, _OPENING)
        yield held_against("negation", "differs", x, y, about, 0.5, opening)


def _one_a_person(found: Sequence[tuple[Claim, Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """Of the contradictions on one question the one that says most, for each person whom both claims are about."""
    by_person: dict[str, list[tuple[Claim, Claim]]] = defaultdict(list)
    for x, y in found:
        by_person[x.person if x.person == y.person else ""].append((x, y))
    yield from (max(of_one, key=_weight) for of_one in by_person.values())


def _weight(opposed: tuple[Claim, Claim]) -> tuple[bool, int, int, float]:
    """What of several contradictions says most: one of the table, in most company, in most words, most alike."""
    x, y = opposed
    words = x.end - x.first + y.end - y.first
    return not isinstance(x.question, str), len(x.near & y.near), words, similarity(x.passage, y.passage)


def _answered_otherwise(x: Claim, y: Claim) -> bool:
    """Do two answers to a question of the table shut each other out, of one thing, both done or both to come?"""
    question = stances()[int(x.question)]
    return (question.decided or x.open == y.open) and of_one_thing(question.how, x, y)


def _contradict(x: Claim, y: Claim) -> bool:
    """Is the plain word that one claim denies stated in one sense by the other, both done or both to come?"""
    denied, stated = (x, y) if x.denied else (y, x)
    word, other = denied.passage.words[denied.end - 1].folded, stated.passage.words[stated.first].folded
    if denied.passage.words[denied.first].folded in _NO:
        one_sense = word.endswith(("ing", "ed")) or not other.endswith("ed")  # "no sign", "signed"
    else:
        one_sense = _is_suffered(denied) or not _is_suffered(stated)  # "he did not send it", "it was sent": by whom?
        one_sense = one_sense and not (_is_done(word) and _is_thing(stated))  # "not discussed", "the discussions"
    return one_sense and x.open == y.open


def _is_suffered(claim: Claim) -> bool:
    """Is it told to whom or what something was done, and not who did it?"""
    said = claim.passage.words[max(0, claim.first - 2) : claim.end]
    return any(w.folded in _SUFFERED for w in said) and not said[-1].folded.endswith("ing")  # "he was sending it"


def _is_done(word: str) -> bool:
    return word.endswith("ed") or word in PAST_FORMS


def _is_thing(claim: Claim) -> bool:
    """Is the word of a claim a thing here, and not what is done: "the schedule", "in talks", "a rating"?"""
    words = claim.passage.words
    word = words[claim.end - 1].folded
    if _is_done(word):
        return False
    if word.endswith(_THINGS):
        return True
    led = next((w.folded for w in reversed(words[: claim.first]) if not w.folded.endswith("ly")), "")
    return led in FUNCTION and led not in AUXILIARIES and led not in _DOERS


def _needed(x: Claim, y: Claim, aligned: Set[tuple[int, int]]) -> int:
    """How many words two claims must have in common beside what they claim.

    Of plain words everyday ones need more, those of sentences that are aligned less.
    """
    if not isinstance(x.question, str):
        return int(stances()[x.question].of)
    return _WORDS + _EVERYDAY * x.everyday - ((x.passage.order, y.passage.order) in aligned)


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
