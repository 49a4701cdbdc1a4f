"""Where what a cue gives ends: before another saying, or the main clause of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left

from index.documents.model import Span
from index.documents.sentences import Sentence
from index.entities.quoting.judging import JUDGING
from index.entities.quoting.phrases import before, last_before
from index.entities.quoting.speech import NOUNS, OTHERS, OWN, PARTICIPLES, STRONG, TOPICS

_GOES_ON = frozenset(("but", "and", "while", "though", "although"))
_NOUN_PHRASES = TOPICS | JUDGING | OWN | OTHERS
"""Cues after which no clause, that has verbs of its own, tells what was said."""
_THAT = re.compile(r"\s(?:that|whether)\s")
_CITING = re.compile(r"citing [^,:;]{2,60}, (?:that|it|he|she|they|the)\b")
"""Sources that are named between a cue and what was said."""
_SUBORDINATE = re.compile(r"\W{0,2}(?:as|when|while|although|though|after|before|if|since|once)\s", re.IGNORECASE)
"""Words with which a sentence begins that has its main clause last."""
_MAIN = re.compile(
    r"(?:,|\s[—–―-]{1,2})\s(?=(?:he|she|they|it|we|I|his|her|their|its|[A-Z]\w+|the(?:\s\w+){1,6}\s(?:said|says))\s)"
)
"""Where a main clause begins."""


def ends(
    text: str, row: list[Span], cues: list[re.Match[str]], number: int, sentence: Sentence, inside: list[Span]
) -> int:
    """Where what the cue gives ends at the latest: before the next cue that goes on with another saying ("…, adding
    that …", "…, but Marek said …", "called it “…” and said …").
    """
    first = cues[number].group("verb")
    stop = _main_clause(text, sentence, cues[number], inside)
    for match in cues[number + 1 :]:
        at = bisect_left(row, Span(sentence.start + match.start(), 0))
        if match.group("according") or at >= len(row) or row[at].start != sentence.start + match.start():
            continue
        if row[at].start >= stop:
            break
        verb = text[row[at].start : row[at].end]
        if verb in PARTICIPLES and at and text[row[at - 1].start] == "," and not _CITING.match(text, row[at].start):
            return row[at - 1].start
        strong = verb in STRONG
        link = last_before(text, row, at)
        if (
            strong
            and link > 0
            and text[row[link].start : row[link].end] in _GOES_ON
            and (first in _NOUN_PHRASES or _THAT.match(text, row[at].end) or _closed(text, row[link], inside))
        ):
            return row[link].start
        speaker = before(text, row, at) if strong or (verb in _NOUN_PHRASES and verb not in NOUNS) else None
        k = bisect_left(row, Span(speaker.start, 0)) if speaker is not None else 0
        if k > 1 and text[row[k - 1].start : row[k - 1].end] in _GOES_ON and text[row[k - 2].start] == ",":
            return row[k - 2].start
    return stop


def _closed(text: str, link: Span, inside: list[Span]) -> bool:
    """Does a quoted passage end just before the link?"""
    return any(p.end < link.start and text[p.end + 1 : link.start].strip() in ("", ",") for p in inside)


def _main_clause(text: str, sentence: Sentence, cue: re.Match[str], inside: list[Span]) -> int:
    """Where the main clause begins behind a first one with a cue (While he said it was safe, she left); the sentence's
    end where it begins with its main clause.
    """
    at = sentence.start + cue.end()
    if _SUBORDINATE.match(text, sentence.start, at) is None or "," in text[sentence.start : at]:
        return sentence.end
    for match in _MAIN.finditer(text, at, sentence.end):
        if not any(p.start <= match.start() < p.end for p in inside):
            return match.start()
    return sentence.end
