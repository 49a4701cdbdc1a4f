"""What one article says there was none of, and the other tells of: "no ballot was held", "in a secret ballot".

A denial of a thing ("no window was damaged", "howitzers, not mortars") and one mention of it need no other word in
common where both report one event, as long as the article that denies it never tells of it, and the other hardly does:
what is told of throughout has many sides.  All are only likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import AUXILIARIES, COMMON, FUNCTION, MODALS
from index.comparison.aligning.times import other_times
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.reading.cues import left_open
from index.comparison.conflicts.reading.denials import denied_words, denies
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.quoted import is_quoted

_REACH = 3  # words from a denial to the thing
_OPEN_REACH = 6  # words before it in which it is left open
_LONGEST = 80  # words of a sentence; longer ones are no prose
_MENTIONS = 3  # of the thing; what is told of more often has many sides
_SHORTEST = 4  # letters of a word that names a thing
_TO_A_VERB = 4  # words from a thing to what is done with it
_OF_WHOM = 7  # the same where it is told whose thing it is
_OF = frozenset({"of", "by", "from", "for"})
_DENYING = frozenset({"no", "not"})
_BE = frozenset({"was", "were", "been", "is", "are", "be", "being"})
_THERE = frozenset({"was", "were", "is", "are", "had", "has", "have", "been"})
_COMES_ABOUT = frozenset(
    word_list("held used fired made issued received reached raised sounded signed paid taken called thrown placed")
)
"""What is done with a thing that there would not be without it."""
_TIMES = frozenset(word_list("since until till unless yet then further last earlier previous previously ago years"))
_JOINING = frozenset({"or", "nor", "and"})
_SAYS_NOTHING = frozenset(
    word_list(
        """
        evidence sign indication plan intention need reason proof trace doubt question idea chance choice longer comment
        immediate response answer such mention secret surprise wonder limit fan exception guarantee detail date more
        other further additional new second single name kind sort type amount interest effect impact role result member
        person resident official party group statement decision change issue information increase link claim candidate
        incident challenge money shortage contact record access matter knowledge intent
        """
    )
)
"""Of these there may be some of another kind, or nothing is denied by them."""


class _Mention(NamedTuple):
    """Words first to end of a passage name a thing; `denied`: there was none; `stated`: it is told as a fact."""

    passage: Passage
    first: int
    end: int
    denied: bool
    stated: bool


def no_such_thing(a: Told, b: Told) -> Iterator[Finding]:
    """The things that either article says there were none of, and the other tells of."""
    if not surely_one_event(a, b):
        return
    denied = _denied(a) | _denied(b)
    told_a, told_b = _mentions(a, denied), _mentions(b, denied)
    for thing in sorted(told_a.keys() & told_b.keys()):
        mine, theirs = told_a[thing], told_b[thing]
        if not (_denies_it(mine) and _tells_it(theirs)) and not (_denies_it(theirs) and _tells_it(mine)):
            continue
        found = [
            (x, y)
            for x in mine
            for y in theirs
            if {x.denied, y.denied} == {x.stated, y.stated} == {True, False}
            and not other_times(x.passage, y.passage)
            and not of_others(x.passage, y.passage, openers=True)
        ]
        if found:
            yield held_against("negation", "differs", *most_alike(found), f"“{thing}”", 0.4)


def _denies_it(told: Sequence[_Mention]) -> bool:
    return any(m.denied for m in told) and not any(m.stated for m in told)


def _tells_it(told: Sequence[_Mention]) -> bool:
    return len(told) <= _MENTIONS and any(m.stated for m in told) and not any(m.denied for m in told)


@once
def _denied(told: Told) -> frozenset[str]:
    """The nouns of which an article says that there were none."""
    text = told.side.document.text
    return frozenset(
        passage.words[at].folded
        for passage in told.stated
        if passage.stems & _DENYING and len(passage.words) <= _LONGEST
        for by in range(len(passage.words))
        for at, _ in _things(text, passage.words, by)
        if _is_thing(passage.words[at])
    )


def _mentions(told: Told, things: Set[str]) -> Mapping[str, Sequence[_Mention]]:
    """By noun, as it is written, where an article names a thing that it or the other denies."""
    found: dict[str, list[_Mention]] = defaultdict(list)
    text = told.side.document.text
    for passage in told.stated:
        words = passage.words
        places = [n for n, w in enumerate(words) if w.folded in things and _is_thing(w)]
        if not places or len(words) > _LONGEST or text.endswith("?", *passage.span):
            continue
        denying = [n for n in range(len(words)) if denies(words, n)]
        unsure = frozenset(chain(*denied_words(words, text))) if denying else frozenset()
        none = dict(chain.from_iterable(_things(text, words, n) for n in denying))
        for at in places:
            first = none.get(at, at)
            open_ = is_quoted(told, words[at].start) or _is_open(words[:first][-_OPEN_REACH:])
            denied = at in none and not open_
            stated = at not in none and not open_ and at not in unsure and _is_noun(words, at)
            found[words[at].folded].append(_Mention(passage, first, at + 1, denied, stated))
    return found


def _things(text: str, words: Sequence[Word], by: int) -> Iterator[tuple[int, int]]:
    """The things that the denial at word `by` says there are none of, each with that word: "no ballot was held".

    Of what does something itself, or has something else done to it, there may be some: "no senator had called him".
    """
    apart = _set_apart(text, words, by)
    if not apart and (words[by].folded != "no" or _of_a_time(words[by:])):
        return
    end = by + 1
    while end < len(words) and end - by <= _REACH and not text[words[end - 1].end : words[end].start].strip(" -"):
        if words[end].folded in FUNCTION and words[end].folded not in _JOINING:
            break
        end += 1
    told = words[by + 1 : end]
    if any(_singular(w.folded) in _SAYS_NOTHING for w in told) or not _there_is_none(text, words, by, end, apart):
        return
    if all(w.folded in _JOINING for w in told[1::2]):  # "no hostile intent": one of another kind there may be
        yield from ((at, by) for at in range(by + 1, end, 2))


def _there_is_none(text: str, words: Sequence[Word], by: int, end: int, apart: bool) -> bool:
    """Is it denied that there are such things, and not only what they do: at the end of a clause, or "was held"?"""
    if apart or (by and words[by - 1].folded in _THERE):
        return True
    if end == len(words) or text[words[end - 1].end : words[end].start].strip():
        return False
    reach = _OF_WHOM if words[end].folded in _OF else _TO_A_VERB
    after = [w.folded for w in words[end : end + reach]]
    was = next((n for n, w in enumerate(after) if w in _BE), len(after))
    done = next((w for w in after[was:] if w not in _BE and w != "ever"), "")
    return done in _COMES_ABOUT and (words[end].folded in _OF or all(w in AUXILIARIES for w in after[:was]))


def _of_a_time(words: Sequence[Word]) -> bool:
    """Is it only so for a time, "since then", "until Friday"?"""
    return any(w.folded in _TIMES for w in words)


def _set_apart(text: str, words: Sequence[Word], by: int) -> bool:
    """Is it the "not" of "howitzers, not mortars"?"""
    return (
        0 < by < len(words) - 1
        and words[by].folded == "not"
        and text[words[by - 1].end : words[by].start].strip() == ","
        and not text[words[by].end : words[by + 1].start].strip()
    )


def _is_open(before: Sequence[Word]) -> bool:
    return left_open(before) or any(w.folded in _PLANS for w in before)


def _is_thing(word: Word) -> bool:
    return (
        word.kind == "word"
        and not word.capital
        and len(word.folded) >= _SHORTEST
        and word.folded not in FUNCTION
        and word.key not in COMMON
        and word.stem not in COMMON
        and not word.folded.endswith(("ly", "ed", "ing"))
    )


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """May word `at` name a thing?  What stands behind "to", a modal verb, a pronoun or before an article is done."""
    before = words[at - 1].folded if at else ""
    after = words[at + 1].folded if at + 1 < len(words) else ""
    return before not in _BEFORE_A_VERB and after not in _AFTER_A_VERB


_BEFORE_A_VERB = (
    MODALS | (AUXILIARIES & {"do", "did", "does"}) | frozenset(word_list("to not they we you who it he she i"))
)
_PLANS = frozenset(word_list("intend intends intended plan plans planned seek seeks against"))
_AFTER_A_VERB = frozenset(word_list("a an the his her their its him them it us"))


def _singular(noun: str) -> str:
    return noun.removesuffix("s") if not noun.endswith(("ss", "us", "is")) else noun
