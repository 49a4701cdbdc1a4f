"""What is said of somebody without a clause: accused the bank of lying, blamed him for it, called the plan a hoax."""

from __future__ import annotations

import re

from index.documents.patterns import late
from index.entities.wordset import wordset

_OF = wordset("accuse accused accuses accusing")
_FOR = wordset(
    "blame blamed blames blaming criticize criticise criticized criticised criticizes criticises criticizing "
    "criticising praise praised praises praising faulted faults faulting condemned condemns condemning slammed blasted "
    "denounced denounces denouncing mocked mocks mocking lauded ridiculed scolded scolds chided chides"
)
_AS = wordset(
    "describe described describes describing dismissed dismisses dismissing hailed lauded condemned condemns "
    "condemning denounced denounces denouncing attacked derided decried portrays portrayed portraying characterized "
    "characterised branded mocked ridiculed"
)
_TO = wordset("likened likens likening")
_CALLS = wordset("called calls call calling labeled labelled dubbed deemed branded")
JUDGING = _OF | _FOR | _AS | _TO | _CALLS
_FARTHEST = 120
"""Characters between a cue and the word that brings what is said of its object."""
_OBJECT = (
    r"\s(?!(?:on|in|at|by|for|as|of|to|with|from|after|before|when|while|that|and|or|out|up|off|back|again)\b)\w"
    rf"[^:;.“”\"\n]{{1,{_FARTHEST}}}?\s"
)
_PIVOTS = (
    (_OF, late(rf"{_OBJECT}of\s(?=\w)")),
    (_FOR, late(rf"{_OBJECT}for\s(?=\w)")),
    (_AS, late(rf"{_OBJECT}as\s(?!(?:he|she|they|it|we|I|the)\b)(?=\w)")),
    (_TO, late(rf"{_OBJECT}to\s(?=\w)")),
)
"""Verbs with the preposition that brings what is said of their object."""
_ABBREVIATED = re.compile(r"(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|St))\.|(?<=\b(?:Mrs|Sen|Rep|Gov|Gen))\.")
_CALLED = re.compile(
    r"\s(?P<object>(?:him|her|it|them|us|me)|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose"
    r"|[A-Z])[^:;,“”\"\n]{0,80}?)\s"
    r"(?:an?\s|one of\s|not\s|[a-z]+(?:able|ible|ful|ous|less|ic|ive|ated|ting)\b|un[a-z]{4,}\b)"
)
_NO_OBJECT = frozenset(("on", "in", "at", "for", "to", "of", "with", "from", "by", "as", "and", "or", "than", "over"))
"""What an object does not end with where a noun follows that it is called."""
_GOES_ON = re.compile(
    r",\s(?:but|yet|though|although|while|whereas|after|before|and\s(?:\w+ed|has|have|had|is|was|are|were|will|would)|who|which|when|where|an?|\w+ing)\s"
)
"""Where something else begins after what was said of somebody."""


def judged(text: str, start: int, end: int, verb: str) -> tuple[int, int] | None:
    """Where what `verb` says of its object begins and ends in the text from `start`, just after the cue, to `end`; None
    where it says nothing of it.
    """
    pivot = _called(text, start, end) if verb in _CALLS else None
    if pivot is None:
        pivot = _pivot(text, start, end, verb)
    if pivot is None:
        return None
    on = _GOES_ON.search(text, pivot, end)
    return start, on.start() if on else end


def _called(text: str, start: int, end: int) -> int | None:
    """Where the noun or adjective begins that the object is called."""
    match = _CALLED.match(_plain(text, start, end))
    if match is None or match["object"].split()[-1] in _NO_OBJECT:
        return None
    return start + match.end()


def _pivot(text: str, start: int, end: int, verb: str) -> int | None:
    """Where the preposition ends with which the verb says something of its object."""
    near = _plain(text, start, end)
    found = (pattern.match(near) for verbs, pattern in _PIVOTS if verb in verbs)
    return min((start + match.end() for match in found if match), default=None)


def _plain(text: str, start: int, end: int) -> str:
    """The text near the cue, without the points of abbreviations."""
    return _ABBREVIATED.sub(" ", text[start : min(end, start + 2 * _FARTHEST)])
