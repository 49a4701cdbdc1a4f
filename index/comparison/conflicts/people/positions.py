"""What somebody is ready to give and what they rule out: "open to self-rule", "will never give up the harbour".

A position is a readiness or a refusal and the words of what it is about.  Two are held against each other where they
are about one thing and, as far as it is told, of one person.  All are only likely: people change their minds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stopwords import AUXILIARIES, COMMON, FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.times import other_times
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.reading.called import called, told_throughout
from index.comparison.conflicts.reading.cue_patterns import CuePattern
from index.comparison.conflicts.reading.subjects import Subjects, office_holders, subjects_of

_READY = CuePattern(
    r"\b(?:(?:is|was|are|were|be|been|he s|she s) (?:ready|willing|prepared|open|inclined) to|"
    r"(?:ready|willing|prepared) to|open to|offered|offers to|agreed to|agrees to|consented to|"
    r"(?:readiness|willingness|openness) to|did not rule out|has not ruled out|not ruling out|would consider)\b"
)
_REFUSING = CuePattern(
    r"\b(?:ruled out|rules out|ruling out|(?:will|would) (?:not|never)|(?:refuse|refuses|refused|refusing) to|"
    r"rejects|rejected|(?:declined|declines) to|not (?:ready|willing|prepared|open) to|unwilling to)\b"
)
_REFUSED = CuePattern(
    r"\b(?:(?:is|was|were|are) (?:out of the question|unacceptable|non negotiable|nonnegotiable|not negotiable|"
    r"not acceptable|not up for (?:negotiation|discussion)))\b"
)
"""What is refused stands before these words."""
_REACH = 8  # words of what it is about
_ENDS = frozenset({"but", "while", "although", "though", "because", "unless", "if", "until", "before", "after", "when"})
_NO_HURDLE = frozenset({"unless", "until", "if", "only", "before", "without"})
"""A refusal under a condition is none."""
_DOUBLED = frozenset({"not", "never", "no", "nor", "denied", "more", "less", "most", "least"})
_FEW = frozenset({"few", "fewer", "hardly", "barely", "little"})
_FEW_REACH = 5  # words from "few traders" to what they are prepared for
_SHARED = 2  # words in common; of one person one is enough
_MOST = 60


class _Position(NamedTuple):
    """Words first to end of a passage take a position; `about` has the keys of what it is about, `who` a surname's."""

    passage: Passage
    ready: bool
    about: frozenset[str]
    who: str
    first: int
    end: int


def other_positions(a: Told, b: Told) -> Iterator[Finding]:
    """A readiness in one article and a refusal in the other, for each person and each thing at most one."""
    holders = office_holders(a, b)
    familiar = told_throughout(a) | told_throughout(b)
    mine, theirs = (_positions(told, subjects_of(told, holders)) for told in (a, b))
    found = [
        (x, y)
        for x in mine
        for y in theirs
        if x.ready != y.ready
        and _of_one_thing(x, y, familiar)
        and not any(z.ready == y.ready and _of_one_thing(z, y, familiar) for z in mine)
        and not any(z.ready == x.ready and _of_one_thing(z, x, familiar) for z in theirs)
    ]
    while found:
        x, y = most_alike(found)
        yield held_against("negation", "differs", x, y, "what is ruled out", 0.5, "They differ on {about}")
        found = [(p, q) for p, q in found if p is not x and q is not y]


def _of_one_thing(x: _Position, y: _Position, familiar: Set[str]) -> bool:
    if (x.who and y.who and x.who != y.who) or other_times(x.passage, y.passage):
        return False
    shared = x.about & y.about
    worth = len(shared - familiar) + bool(shared & familiar)
    return worth >= (1 if x.who and x.who == y.who and shared - familiar else _SHARED)


def _positions(told: Told, subjects: Subjects) -> list[_Position]:
    """The positions that an article tells, with whose they are."""
    return [one._replace(who=subjects.of(one.passage, at)) for one, at in _taken(told)]


@once
def _taken(told: Told) -> list[tuple[_Position, int]]:
    """The positions that an article tells, nobody's yet, with the word before which it is told whose they are."""
    found: list[tuple[_Position, int]] = []
    text = told.side.document.text
    for passage in told.passages:
        words = passage.words
        if _NO_HURDLE.intersection(w.folded for w in words):
            continue
        for pattern, ready, after in ((_READY, True, True), (_REFUSING, False, True), (_REFUSED, False, False)):
            for first, end in pattern.found_in(passage):
                if _DOUBLED.intersection(w.folded for w in words[max(0, first - 2) : first]):
                    continue
                if _FEW.intersection(w.folded for w in words[max(0, first - _FEW_REACH) : first]):
                    continue
                if words[first].folded == "rejected" and first and words[first - 1].folded in AUXILIARIES:
                    continue  # what was rejected stands before it
                said = _clause(text, words, end) if after else words[max(0, first - _REACH) : first]
                about = _keys(said)
                if about:
                    last = end + len(said) * after
                    found.append((_Position(passage, ready, about, "", first, last), first))
    return found[:_MOST]


def _clause(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words from word `at`, after another, to a mark or to a word that begins something else."""
    end = at
    while end < len(words) and end - at < _REACH and words[end].folded not in _ENDS:
        if text[words[end - 1].end : words[end].start].strip(" -’'“”\"s"):
            break
        end += 1
    return words[at:end]


def _keys(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(
        called(w)
        for w in words
        if w.kind == "word"
        and w.folded not in FUNCTION
        and w.key not in COMMON
        and w.stem not in COMMON
        and w.key not in LANDS
    )
