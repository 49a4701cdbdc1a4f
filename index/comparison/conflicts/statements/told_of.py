"""Of what a claim is told, where words in common beside it do not show that: what rises, and who was left unharmed.

"Rain raised the lake" and "rain fell" share the rain, but it is the lake that rose.  "Helpers were left unharmed" says
nothing of others who were hurt.  Who backs a plan may well oppose a tax.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import takewhile

from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.reading.called import called
from index.comparison.conflicts.statements.claims import Claim

_BEFORE, _AFTER = 9, 6  # words beside a verb that may name what it moves
_BEHIND = 9  # words behind a verb that tell to what it is done
_PRONOUNS = frozenset({"it", "them", "him", "her", "this", "that", "both", "all", "any"})
_PERSONS = frozenset({"he", "she", "who"})
_LED = 4  # words from who stays or goes to the verb
_BE = frozenset({"was", "were", "been", "being", "be", "is", "are"})
_MOVED_BY_SOMEBODY = frozenset(word_list("raise raised raises cut lowered reduced"))
_NOUNS = frozenset(word_list("rise fall increase decrease decline"))
_OF_WHAT = frozenset({"in", "of"})
"""After one of the nouns: "the rise in prices", "an increase of the fare"."""
_DETERMINERS = frozenset(word_list("the a an its their his her our"))
_OBJECT = _DETERMINERS | {"of", "and", "for"}
_OF_EVERYONE = frozenset(word_list("all everyone everybody nobody no none both everything"))
_SOME = 6  # words before a claim that tell of whom it is made


def of_one_thing(how: Set[str], x: Claim, y: Claim) -> bool:
    """May two claims be held against each other as far as what they are told of goes; `how` is that of the question."""
    if "moved" in how:
        return bool(_moved(x) & _moved(y))
    if "people" in how:
        unharmed, hurt = (x, y) if x.point else (y, x)
        return _of_everyone(unharmed) or bool(_of_whom(unharmed) & hurt.near)
    if "object" in how:
        return bool(_done_to(x) & _done_to(y)) or _leaves_open(x) or _leaves_open(y)
    return "person" not in how or _of_one_person(x, y)


def _of_one_person(x: Claim, y: Claim) -> bool:
    """Is one named beside both claims, or a pronoun in a person's place: "leaving them the task" tells of no post."""
    named = ({x.person} & {*y.near, y.person} | {y.person} & x.near) - {""}
    return bool(named) or any(
        w.folded in _PERSONS for c in (x, y) for w in c.passage.words[max(0, c.first - _LED) : c.first]
    )


def _done_to(claim: Claim) -> set[str]:
    """The keys of what somebody backs or bans: of the clause behind the verb, or before it in the passive."""
    words = claim.passage.words
    behind = words[claim.end : claim.end + _BEHIND]
    passive = any(w.folded in _BE for w in words[max(0, claim.first - 2) : claim.end])
    return _keys([*behind, *words[max(0, claim.first - _BEFORE) : claim.first]] if passive else behind)


def _leaves_open(claim: Claim) -> bool:
    """Does the verb tell no object of its own: "opposed it", "was opposed"?"""
    behind = claim.passage.words[claim.end : claim.end + 1]
    return not behind or behind[0].folded in _PRONOUNS


def _moved(claim: Claim) -> set[str]:
    """The keys of what rises or falls: of what stands before the verb, or after one that somebody does to it."""
    words = claim.passage.words
    verb, led = words[claim.end - 1].folded, words[max(0, claim.first - 2) : claim.first]
    after = words[claim.end : claim.end + _AFTER]
    following = after[0].folded if after else ""
    if verb in _NOUNS and following in _OF_WHAT:
        return _keys(_object(after[1:]))
    if not any(w.folded in _BE for w in led) and (verb in _MOVED_BY_SOMEBODY or following in _DETERMINERS):
        return _keys(_object(after))
    return _keys(words[max(0, claim.first - _BEFORE) : claim.first])


def _object(after: Sequence[Word]) -> Sequence[Word]:
    """The words after a verb up to a figure or a word that leads to something else: "the lake", not "by 11 feet"."""
    stands = takewhile(lambda w: w.kind == "word" and (w.folded not in FUNCTION or w.folded in _OBJECT), after)
    return list(stands)


def _of_everyone(claim: Claim) -> bool:
    words = claim.passage.words
    return any(w.folded in _OF_EVERYONE for w in words[max(0, claim.first - _SOME) : claim.end])


def _of_whom(claim: Claim) -> set[str]:
    """The keys of those of whom a claim is made, as far as they stand before it."""
    words = claim.passage.words
    return _keys(words[max(0, claim.first - _SOME) : claim.first]) | {claim.subject, claim.person}


def _keys(words: Sequence[Word]) -> set[str]:
    return {called(w) for w in words if w.kind == "word" and w.folded not in FUNCTION}
