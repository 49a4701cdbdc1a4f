"""Where what was said begins behind its cue: a clause, an infinitive, a noun phrase, or words between marks."""

from __future__ import annotations

import re

from index.entities.quoting.phrases import OCCASION
from index.entities.quoting.speech import (
    BELIEF,
    CLAUSE_FIRST,
    HEARD,
    OTHERS,
    OWN,
    TELL,
    TOPICS,
    WISHES,
    is_speaker,
)
from index.entities.quoting.voices import Voices

ASIDE = re.compile(
    r"\W*(?:$|[,;—–(]|(?:on|in|at|during|of|after|before|when|while|this|last|to|by|through|via|late|early|earlier|later"
    r"|as|about|from|with|without|again|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
"""What may follow "he said" after what was said: nothing, or when, where and to whom."""
_LEAD = re.compile(rf"(?:\s+(?:{OCCASION}|earlier|later|again|also))+(?=\s)")
"""When and where, between a cue and what was said."""
_HEARER = re.compile(r"\s+(?:reporters|journalists|me|him|her|us|them|supporters|voters)(?=\s)")
"""To whom, between a cue and what was said."""
FIRST = re.compile(r"\s*([^\W\d_]+)")
THAT = re.compile(r"\s(that|whether|if|how|why)\s|\A\s(what|who)\s")
_AFTER_CUE = re.compile(
    r"\s*(?:out|up|again|also|later|flatly|today|yesterday|reporters"
    r"|(?:(?:on|in|at|to|during|with|via|through|of|as|last|this|early|late|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,:;]{0,45}))?"
    r"(?:, (?:citing|quoting)\b[^,:;]{0,60},)?"
)
"""What may stand between a cue and "that": when, where and to whom."""
_MARK = re.compile(r"(?::\s|,\s[“\"'‘]| [“\"‘«„])")
ANNOUNCED = 70
"""Characters between a cue and the word or mark that announces what was said."""
_ACT = (
    r"to\s(?!(?:the|an?|his|her|their|its|our|my|this|that|these|those|reporters|journalists|in|on|at|and|or|which|whom)\b)"
    r"(?=[a-z])"
)
_TO = re.compile(rf"(?:\s+(?:\w+ly|again|also|later|instead|never|not|{OCCASION})){{0,2}}\s+(?P<to>{_ACT})")
"""After a cue, what its speaker means to do."""
_SOMEBODY_TO = re.compile(rf"\s+(?P<who>[^,.;:“”\"\s]+(?:\s+[^,.;:“”\"\s]+){{0,8}}?)\s+(?P<to>{_ACT})")
CLAUSE_LINK = re.compile(r"\b(?:that|whether|how|why|if|what|who|which)\b")
_URGES = frozenset(("urged", "urges", "urge", "urging"))
"""Cues that name a hearer who is part of what was said (urged the city to act)."""
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|may|might|must|shall|does|did|do|cannot"
    r"|said|says|needs?|went|came|made|took|got|wants?|knew|goes|[a-z]{3,}ed)\b|n[’']t\b|[’'](?:s|re|ve|ll|d)\b"
)
"""What makes a clause of the words around it."""
_HEAD = 6
"""Words in which the source of a report is named."""


def begins(text: str, start: int, end: int, verb: str, voices: Voices) -> tuple[int, bool]:
    """Where what was said begins after a cue, and whether a word, a colon or a quotation mark announces it."""
    rest = text[start:end]
    intended = _infinitive(rest, verb)
    if intended is not None:
        return start + intended, True
    that = None if verb in WISHES else THAT.search(rest, 0, ANNOUNCED)
    if that is not None and (
        (verb in HEARD and not rest.startswith((" for ", " about "))) or _AFTER_CUE.fullmatch(rest, 0, that.start())
    ):
        return start + that.start() + 1, True
    mark = _MARK.search(rest, 0, ANNOUNCED)
    if mark is not None and mark[0][0] in ":,":
        return start + mark.start() + 1, True
    hearer = _HEARER.match(rest) if verb in HEARD else None
    lead = _LEAD.match(rest, hearer.end() if hearer else 0)
    at = start + (lead.end() if lead else hearer.end() if hearer else 0)
    if verb in TELL:
        at = voices.past_name(at)
    if mark is not None and start + mark.start() <= at + 1:
        return start + mark.start() + 1, True
    return at, mark is not None or (verb in BELIEF and is_clause(text, at, end)) or _topic(text, at, end, verb)


def _infinitive(rest: str, verb: str) -> int | None:
    """Where what follows a cue tells what the speaker means to do, or asks somebody else to do."""
    own = _TO.match(rest) if verb in OWN else None
    if own is not None:
        return own.start("to")
    if verb not in OTHERS:
        return None
    other = _SOMEBODY_TO.match(rest)
    if other is None or VERB.search(other["who"]) or CLAUSE_LINK.search(other["who"]):
        return None
    return other.start("to") if verb in HEARD and verb not in _URGES else other.start("who")


def is_clause(text: str, start: int, end: int) -> bool:
    """Does a clause begin here: a word that begins one, or a name, and a verb soon after?"""
    first = FIRST.match(text, start, end)
    return (
        first is not None
        and (first[1].lower() in CLAUSE_FIRST or first[1][0].isupper())
        and VERB.search(text, first.end(1), min(end, start + ANNOUNCED)) is not None
    )


def _topic(text: str, start: int, end: int, verb: str) -> bool:
    """Is what follows what the cue is about (cited a lack of evidence), and not who told it (citing two officials)?"""
    if verb not in TOPICS or ASIDE.match(text, start, end):
        return False
    words = text[start:end].split(maxsplit=_HEAD)[:_HEAD]
    return len(words) > 2 and not any(is_speaker(word.strip(".,’'").lower()) for word in words)
