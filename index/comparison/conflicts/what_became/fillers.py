"""What stands after words that ask for it: the cause of something, the crime someone is charged with, in any wording.

"Sank because of an overloaded deck" against "was blamed on a leak": the sentences tell one thing, each gives one
answer, and no word of either answer stands anywhere in the other article.  All are only likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.naming import SPELLING
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.contests import other_contests
from index.comparison.conflicts.reading.cue_patterns import CuePattern
from index.comparison.conflicts.reading.phrases import content, is_denied, is_open, person_before, surname
from index.comparison.model import ConflictKind


class _Asked(NamedTuple):
    """`marker` stands before the answer; `opening` begins the explanation; `people`: it is asked of a person.

    `clause`: the answer is a whole clause, so only sentences that else tell the same are held against each other.
    """

    marker: CuePattern
    opening: str
    kind: ConflictKind
    people: bool = False
    clause: bool = False


_ASKED = (
    _Asked(
        CuePattern(
            r"\b(?:because of|due to|caused by|blamed on|attributed to|as a result of|resulted from|"
            r"died (?:[\w ]{1,40}? )??(?:of|from)|"
            r"dead of|set off by|triggered by|owing to|traced to|brought down by|the result of|"
            r"cause (?:of [\w ]{1,40}? )?(?:was|is)|"
            r"(?:failed|collapsed|burst|crashed|sank|exploded|derailed) because of)\b"
        ),
        "They give different causes of {about}",
        "attribution",
    ),
    _Asked(CuePattern(r"\bbecause (?!of\b)"), "They give different reasons for {about}", "attribution", clause=True),
    _Asked(
        CuePattern(
            r"\b(?:(?:charged|booked) (?:[\w ]{1,40}? )??with|convicted of|found guilty of|pleaded guilty to|"
            r"guilty plea to|indicted on|sentenced for|acquitted of|cleared of)\b"
        ),
        "They name different charges against {about}",
        "attribution",
        people=True,
    ),
)
_BLAMED = CuePattern(r"\bblam(?:ed|es|ing) ([\w ]{3,60}?) on\b")
_GENERAL = frozenset(
    word_list(
        """
        technical fault problem error issue accident failure natural cause reason factor illness injury
        condition incident circumstance event action count charge felony crime offense offence concern thing
        number several various =error =hurt injured
        """
    )
)
_ENDS = frozenset(
    word_list(
        """
        that who which when where said say says after before while because according and but or if at on since
        during for in from told by amid as under over
        """
    )
)
_WHEN = frozenset(
    {"again", "today", "tomorrow", "tonight", "next", "later", "soon", "early", "shortly", "there", "here"}
)
_WITHIN = " -’'s."
"""What may stand between the words of an answer; a stop inside a sentence is that of "Mr."."""
_LONGEST, _LONGEST_CLAUSE = 7, 20  # words of an answer
_SHARED = 2  # content words about what is asked that both sentences have
_FEWEST = 4  # content words of sentences that tell the same beside the answer
_COPY = 0.75  # of the content words beside the shorter answer
_MOST = 60


class _Answer(NamedTuple):
    """Words first to end of a sentence answer; `beside` tells of what; `who` is a surname or "".

    `sure`: it is neither denied nor only possible.
    """

    passage: Passage
    first: int
    end: int
    said: frozenset[str]
    beside: frozenset[str]
    who: str
    sure: bool


def other_answers(a: Told, b: Told) -> Iterator[Finding]:
    """Causes and charges that differ."""
    for asked, mine, theirs in zip(_ASKED, _answered(a), _answered(b), strict=True):
        if not mine or not theirs:
            continue
        words_a, words_b = _words(a), _words(b)
        for x in mine:
            for y in theirs:
                innocent = not (x.sure and y.sure) or _known(x, words_b) or _known(y, words_a)
                if innocent and not _else_the_same(x, y):
                    continue
                if _one_thing(x, y, asked) and not _alike(x, y):
                    about = x.who.title() if asked.people and x.who else _about(x, y)
                    yield held_against(asked.kind, "differs", x, y, about, 0.55, asked.opening)


@once
def _answered(told: Told) -> list[list[_Answer]]:
    """The answers of an article to each question."""
    return [list(islice(_answers(told, asked), _MOST)) for asked in _ASKED]


def _answers(told: Told, asked: _Asked) -> Iterator[_Answer]:
    text = told.side.document.text
    for passage in told.stated:
        places = list(asked.marker.found_in(passage))
        if not asked.people:
            places += _BLAMED.found_in(passage)
        if len(places) != 1:
            continue  # which of several answers is meant is anybody's guess
        first, start = places[0]
        end = _end(text, passage.words, start, asked.clause)
        told_by = _telling if asked.clause else content
        if _is_due_to_happen(passage.words, start, end):
            continue
        said = told_by([w for w in passage.words[start:end] if not {w.folded, w.stem, w.key} & _GENERAL])
        if not said:
            continue
        person = person_before(told, passage, start - 1)
        beside = content([*passage.words[: max(first, start - 1)], *passage.words[end:]])
        who = surname(person) if person is not None else ""
        sure = not is_open(passage.words, first) and not is_denied(passage.words, first)
        yield _Answer(passage, start, end, frozenset(said), frozenset(beside - said), who, sure)


def _is_due_to_happen(words: Sequence[Word], start: int, end: int) -> bool:
    """Does "due to" tell what is to happen: "is due to meet again in March", "are due to vote"?

    Then a verb follows: one word, and after it the sentence ends or tells when, where or whom.
    """
    led = [w.folded for w in words[max(0, start - 3) : start]]
    if led[1:] != ["due", "to"] or led[0] not in AUXILIARIES or start >= len(words) or words[start].capital:
        return False
    following = words[start + 1] if start + 1 < len(words) else None
    return following is None or following.folded in FUNCTION or following.folded in _WHEN or end - start == 1


def _telling(words: Sequence[Word]) -> set[str]:
    """The keys of all words that are no function words."""
    return {w.key for w in words if w.folded not in FUNCTION}


def _end(text: str, words: Sequence[Word], start: int, clause: bool) -> int:
    """Where an answer that begins with word `start` ends: at a mark, or at a word that begins something else."""
    end = start
    while end < len(words) and end - start < (_LONGEST_CLAUSE if clause else _LONGEST):
        word = words[end]
        if end > start and text[words[end - 1].end : word.start].strip(_WITHIN):
            break
        if not clause and (word.folded in _ENDS or (word.folded in AUXILIARIES and end > start)):
            break
        end += 1
    while end > start and words[end - 1].folded in FUNCTION:
        end -= 1
    return end


@once
def _words(told: Told) -> frozenset[str]:
    return frozenset(w.key for p in told.stated for w in p.words)


def _known(answer: _Answer, words: frozenset[str]) -> bool:
    """Does the other article have a word of the answer anywhere?"""
    return not answer.said.isdisjoint(words)


def _else_the_same(x: _Answer, y: _Answer) -> bool:
    """Do two sentences tell the same beside the answer?"""
    shared = len(x.beside & y.beside)
    return shared >= _FEWEST and shared >= _COPY * min(len(x.beside), len(y.beside))


def _one_thing(x: _Answer, y: _Answer, asked: _Asked) -> bool:
    if asked.clause:
        return _else_the_same(x, y)
    if asked.people or (x.who and y.who):
        if not x.who or ratio(x.who, y.who) < SPELLING:
            return False
        if asked.people:
            return not other_contests(x.passage, y.passage)
        return len(x.beside & y.beside) >= _SHARED
    return len(x.beside & y.beside) > _SHARED


def _alike(x: _Answer, y: _Answer) -> bool:
    """Do the answers share a word, or a spelling or kin of one: arson and arsonists?"""
    return any(ratio(one, other) >= SPELLING - 5 for one in x.said for other in y.said)


def _about(x: _Answer, y: _Answer) -> str:
    shared = x.beside & y.beside
    told = list(dict.fromkeys(w.text for w in x.passage.words if w.key in shared))[:4]
    return f"“{' … '.join(told)}”"
