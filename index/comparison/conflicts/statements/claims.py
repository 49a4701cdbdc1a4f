"""What sentences state and deny, in any words: "never fired", "no cracks were found", "turned down", "stayed away".

A claim is a point on a question of the table of stances, or a plain word that is stated or denied.  What else the
clause tells is the company by which two claims are known to be about one thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from index.comparison.aligning.naming import TITLES
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import AUXILIARIES, COMMON, FUNCTION, MODALS
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.reading.called import called
from index.comparison.conflicts.reading.denials import FAR_REACH, STEPPED_OVER, denied_in, denies
from index.comparison.conflicts.reading.lasting import was_until
from index.comparison.conflicts.reading.subjects import Subjects
from index.comparison.conflicts.statements.stances import answer_book
from index.documents.model import Span

_REACH = 4  # words from who does something to the verb
_COMPANY = 9  # words on either side of a claim that tell what it is about
_CLOSE = 7  # of which those that it is surely about
_MARKED_OFF = frozenset({"second", "last", "next", "previous", "another", "other", "further", "more"})
_LIGHT_VERBS = frozenset(
    word_list(
        """
        make makes made making take takes took taken taking come came coming going gone goes know known knew think
        thought thinks want wanted wants look looked use used give given gave giving find found work worked working
        call called calls need needed feel felt become became leave left mean means keep kept let begin began seem
        help helped show showed shown hear heard like live lived believe hold held bring brought happen happened
        """
    )
)
_LIGHT = _LIGHT_VERBS | frozenset(
    word_list(
        """
        good first last long great little right high early young important able people time year years week weeks
        month months thing things part place case point number group problem fact many much more
        """
    )
)
_MOST_QUOTED = 20
_LONGEST = 200  # words of a sentence; longer ones are no prose
_IF = frozenset({"if", "unless", "whether"})
_OPEN_REACH = 6  # words before a claim that may leave it open
_OPEN = MODALS | frozenset(
    word_list(
        """
        likely unlikely expected hopes hoped wants wanted seeking considering try trying willing
        willingness readiness openness
        """
    )
)
_TURNING = frozenset(
    word_list(
        """
        deny denied denies denying doubt doubted doubts disputed disputes dispute claim claims claimed claiming
        allege alleged alleges accuse accused accuses accusation accusations suggestion suggestions charge charges
        false falsely erroneously wrongly contrary rebutted rumor rumors speculation
        believe believed believes belief believing question questions
        questioned whether theory theories myth critics should must ought predict predicted
        """
    )
)
"""Words of sentences that tell what others claim: what they state is not what the article states."""


class Claim(NamedTuple):
    """Words first to end of a sentence put something at `point` (0 or 1) of `question`.

    A question is the number of a line of the table, or the stem of a word that is stated (0) or denied (1).  `near` are
    the keys of what is told beside it, `close` those of what stands next to it, `subject` that of who does it, where it
    stands right before, `person` that of the surname of a person who does; `open`: it is only possible or to come;
    `denied`: a denial made it so; `everyday`: the word is one of those that are told of many things.
    """

    passage: Passage
    question: int | str
    point: int
    first: int
    end: int
    subject: str
    person: str
    near: frozenset[str]
    close: frozenset[str]
    open: bool
    denied: bool
    everyday: bool


@once
def denied_stems(told: Told) -> frozenset[str]:
    """The stems of the words that an article denies anywhere."""
    denied = denied_in(told)
    return frozenset(passage.words[n].stem for passage in told.stated for n in denied[passage.order].words)


class _Said(NamedTuple):
    """What a sentence may claim, whatever the other article denies: plain words, with whether they are denied, and
    what it answers: question, point, first word, end, and whether a denial made it so.
    """

    passage: Passage
    plain: list[tuple[int, bool]]
    answers: list[tuple[int, int, int, int, bool]]


def claims(told: Told, denied_anywhere: Set[str], subjects: Subjects) -> Iterator[Claim]:
    """What an article states and denies in its own words; of plain words those of `denied_anywhere` alone."""
    for passage, plain, answers in _said(told):
        for at, denied in () if passage.stems.isdisjoint(denied_anywhere) else plain:
            word = passage.words[at]
            if word.stem in denied_anywhere and _tells(word):
                yield _claim(subjects, passage, word.stem, int(denied), at, at + 1, denied)
        for question, point, at, end, turned in answers:
            yield _claim(subjects, passage, question, point, at, end, turned)


@once
def _said(told: Told) -> list[_Said]:
    """What the sentences of an article may claim, those of questions and of what others claim left out."""
    text = told.side.document.text
    spoken: dict[int, list[Span]] = defaultdict(list)
    for quotation in told.quotations:
        spoken[quotation.sentence.start].append(quotation.span)
    found: list[_Said] = []
    for passage in told.stated:
        words = passage.words
        if len(words) > _LONGEST:
            continue
        if text.endswith("?", *passage.span):
            continue
        turning = _turning(passage)
        turned_by = _answered_by(words, turning)
        if turning and not turned_by:
            continue
        by, denied, shadowed = denied_in(told)[passage.order]
        left_out = _quoted(spoken[passage.span.start], words) | _conditional(passage)
        answered: dict[int, list[tuple[int, int, int, int, bool]]] = defaultdict(list)
        for at in answer_book().begun(words):
            if at in left_out:
                continue
            for end, (question, point) in answer_book().at(words, at):
                if turning and question not in turned_by:
                    continue
                if end == at + 1 and at in by:
                    continue  # "declined to": it is what follows that is denied
                if was_until(text, words, at, end):
                    continue
                if not denied.isdisjoint(range(at, end)) or at not in shadowed:
                    turned = not denied.isdisjoint(range(at, end)) and not any(at <= n < end for n in by)
                    answered[question].append((question, point ^ turned, at, end, turned))
        left_out |= (shadowed - denied) | _one_of_several(words)
        plain = [] if turning else [(at, at in denied) for at in range(len(words)) if at not in left_out]
        # "71 dollars in cash and the rest in shares" is no answer.
        one_point = [answers[0] for answers in answered.values() if len({answer[1] for answer in answers}) == 1]
        found.append(_Said(passage, plain, one_point))
    return found


def _turning(passage: Passage) -> frozenset[int]:
    """The places of the words that tell what others claim; the "charge" of "in charge" is none."""
    if _TURNING.isdisjoint(passage.forms):
        return frozenset()
    words = passage.words
    return frozenset(
        n
        for n, word in enumerate(words)
        if word.folded in _TURNING and not (n and word.folded == "charge" and words[n - 1].folded == "in")
    )


def _conditional(passage: Passage) -> frozenset[int]:
    """The places of the words that stand shortly after an "if"."""
    if _IF.isdisjoint(passage.forms):
        return frozenset()
    led = (n for n, word in enumerate(passage.words) if word.folded in _IF)
    return frozenset(at for n in led for at in range(n + 1, n + 1 + _OPEN_REACH))


def _one_of_several(words: Sequence[Word]) -> frozenset[int]:
    """The places of "loss" in "the first loss", "another loss": no loss before is no contradiction."""
    return frozenset(n for n, w in enumerate(words, 1) if w.kind == "ordinal" or w.folded in _MARKED_OFF)


def _answered_by(words: Sequence[Word], turning: Set[int]) -> frozenset[int]:
    """The questions that a sentence answers in phrases that hold all its words of what others claim.

    "Denied responsibility" and "must be approved" are answers themselves.
    """
    covered: dict[int, set[int]] = defaultdict(set)
    for at in answer_book().begun(words) if turning else ():
        for end, (question, _) in answer_book().at(words, at):
            if end > at + 1:
                covered[question] |= {n for n in range(at, end) if n in turning}
    return frozenset(question for question, places in covered.items() if places == turning)


def _quoted(spans: Sequence[Span], words: Sequence[Word]) -> frozenset[int]:
    """The places of the words of a sentence that stand in its quotations `spans`: what others say.

    Of a sentence that is a heap of quotations nothing is its own.
    """
    if not spans:
        return frozenset()
    if len(spans) > _MOST_QUOTED:
        return frozenset(range(len(words)))
    return frozenset(n for n, w in enumerate(words) if any(s.start <= w.start and w.end <= s.end for s in spans))


def _tells(word: Word) -> bool:
    return (
        word.kind == "word"
        and not word.capital
        and word.folded not in FUNCTION
        and word.folded not in AUXILIARIES
        and word.folded not in _LIGHT
        and word.key != "=say"
        and not word.folded.endswith("ly")
        and len(word.folded) > 3
    )


def _claim(
    subjects: Subjects, passage: Passage, question: int | str, point: int, first: int, end: int, denied: bool
) -> Claim:
    words = passage.words
    begin = first
    if denied:
        begin = next((n for n in range(first - 1, max(-1, first - FAR_REACH), -1) if denies(words, n)), first)
    wished = first > 0 and words[first - 1].folded == "to" and not denied
    open_ = wished or any(w.folded in _OPEN for w in words[max(0, begin - _OPEN_REACH) : first])
    subject, person = _subject(words, begin), subjects.of(passage, begin)
    who = subject or person
    doer = ({who} if who else set()) | subjects.bodies(passage)
    near, close = (_near(words, first, end, reach) | doer for reach in (_COMPANY, _CLOSE))
    return Claim(passage, question, point, begin, end, who, person, near, close, open_, denied, _everyday(words[first]))


def _everyday(word: Word) -> bool:
    return word.key in COMMON or word.stem in COMMON


def _subject(words: Sequence[Word], at: int) -> str:
    """The key of the word that tells who or what, right before a claim and its auxiliaries, or ""."""
    for word in reversed(words[max(0, at - _REACH) : at]):
        if word.folded not in AUXILIARIES and not word.folded.endswith("ly") and word.folded not in STEPPED_OVER:
            return word.key if word.kind == "word" and word.folded not in FUNCTION and not _does(word) else ""
    return ""


def _does(word: Word) -> bool:
    """Is this rather what is done than who does it ("kept firing", "began to fire")?"""
    return not word.capital and (word.folded in _LIGHT_VERBS or word.folded.endswith(("ed", "ing")))


def _near(words: Sequence[Word], first: int, end: int, reach: int) -> frozenset[str]:
    """The keys of what is told up to `reach` words beside a claim."""
    near = [*words[max(0, first - reach) : first], *words[end : end + reach]]
    return frozenset(
        called(w)
        for n, w in enumerate(near)
        if w.kind == "word"
        and w.folded not in FUNCTION
        and w.folded not in TITLES
        and w.key not in LANDS
        and w.key not in COMMON
        and w.stem not in COMMON
        and not (w.capital and _speaks(near, n))
    )


def _speaks(words: Sequence[Word], at: int) -> bool:
    """Does a word of saying stand beside the name of which word `at` is part?"""
    first = last = at
    while first > 0 and words[first - 1].capital and _is_one_name(words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and words[last + 1].capital and _is_one_name(words[last], words[last + 1]):
        last += 1
    return any(w.key == "=say" for w in (*words[max(0, first - 1) : first], *words[last + 1 : last + 2]))


def _is_one_name(one: Word, following: Word) -> bool:
    """Does nothing but a space or a hyphen part two capitalised words (not "in Tarn, Minister Roe said")?"""
    return following.start - one.end == 1
