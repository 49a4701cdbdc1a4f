"""Who speaks with a cue: the voice before it, behind it, or of the verb before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from index.documents.model import Span
from index.entities.quoting.phrases import (
    after,
    before,
    is_passive,
    is_voice,
    last_before,
    quoted_voice,
    shares_subject,
    whole,
)
from index.entities.quoting.speech import BASES, KINDS_OF_STATES, NO_SUBJECT, PARTICIPLES, PRONOUNS, TELL
from index.entities.quoting.subjects import opening_subject
from index.entities.quoting.voices import Voices
from index.entities.wordset import wordset

_DETERMINERS = ("the", "a", "an", "one", "his", "her", "their", *PRONOUNS)
_QUOTED = frozenset("\"”’'»“?!")
_NO_APPOSITION = frozenset(';:"“”')
_UNNAMED = re.compile(
    r"\s+(?:not\s+to\s+be\s+(?:named|identified|quoted)|to\s+(?:remain|stay)\s+(?:anonymous|unnamed))\b"
)
"""After "asked", the wish of a source and nothing that was said."""
_LONG_APPOSITION = 250
_LONGEST_WITH = 10
"""Words from "with" to a participle."""
_DEPENDING = frozenset(("of", "for", "to", "in", "at", "from", "on", "with", "by", "about", "near", "and"))
"""Words after which a name is no voice, but belongs to the one before them."""
_TITLE = re.compile(
    r"(?:[Tt]he|Mr|Mrs|Ms|Miss|Dr|Sir|Sen|Rep|Gov|Gen|Col|President|Senator|Judge|Justice|Secretary|Minister|Chancellor|General|Attorney|Prime|Vice)\.?"
)
_PAST_SAYING = frozenset(("said", "says", "say", "told"))
"""After a verb that looks like a cue, the one by which something was said (the experts I asked said)."""
_MEANS = frozenset(("by", "while", "before", "after"))
"""Before a participle, the ways of its subject (began by saying)."""
_RAISING = wordset(
    "went goes gone appeared appears seemed seems continued continues began begins came tried tries used proceeded"
)
"""Verbs whose infinitive tells what their subject said."""
_OBJECTS = frozenset(("it", "him", "them", "me", "us"))
ADJUNCT = re.compile(
    r"(?:in|on|at|with|as|when|after|before|during|since|while|asked|following|despite|for|from|by|under|to|if|once"
    r"|speaking|last|this|earlier|later)\b",
    re.IGNORECASE,
)
"""Words that begin what stands before a subject without being a clause that was said."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The part of a sentence in which a cue is read: its words, and the quoted passages of the sentence."""

    text: str
    row: list[Span]
    bounds: Span
    inside: Sequence[Span]


def is_cue(text: str, row: list[Span], at: int) -> bool:
    """Does word `at`, which looks like a cue, tell that somebody spoke: no noun, no passive, no part of a phrase?"""
    verb = text[row[at].start : row[at].end].lower()
    previous = text[row[at - 1].start : row[at - 1].end] if at else ""
    following = text[row[at + 1].start : row[at + 1].end] if at + 1 < len(row) else ""
    if "to" in (previous, text[row[at - 2].start : row[at - 2].end] if at > 1 and verb in BASES else ""):
        return _infinitive(text, row, at) > 0
    owned = previous.endswith(("'s", "’s")) and not (verb.endswith("ing") and previous[:-2].lower() in PRONOUNS)
    return not (
        owned
        or (previous.lower() in NO_SUBJECT and not (verb in PARTICIPLES and previous in _MEANS))
        or (following in _PAST_SAYING and verb not in PARTICIPLES)
        or (verb == "mentioned" and following == "as")
        or (verb == "states" and previous in KINDS_OF_STATES)
        or _UNNAMED.match(text, row[at].end)
        or is_passive(text, row, at)
    )


def _infinitive(text: str, row: list[Span], at: int) -> int:
    """The verb on which the cue at word `at` depends with "to" (went on to explain, appeared to suggest), as the place
    of its first word; -1 where there is none.
    """
    if at < 2 or text[row[at - 1].start : row[at - 1].end] != "to":
        return -1
    verb = text[row[at].start : row[at].end]
    k = at - 2
    if text[row[k].start : row[k].end] == "on" and k:
        k -= 1
    return k if verb in BASES and text[row[k].start : row[k].end] in _RAISING else -1


def voice_before(clause: Clause, at: int, verb: str, voices: Voices, subject: Span | None) -> Span | None:
    """Who speaks with the cue at word `at` that no voice follows: who is quoted, the subject that the cue shares with
    the verb before it, or the noun phrase before it.
    """
    text, row = clause.text, clause.row
    raising = _infinitive(text, row, at)
    if raising > 0:
        at = raising
    if verb == "saying" and (quoted := quoted_voice(text, row, at)) is not None:
        return quoted
    if verb in PARTICIPLES and (accompanying := _accompanying(clause, at, voices)) is not None:
        return accompanying
    if (verb not in BASES or raising > 0) and shares_subject(text, row, at):
        shared = (subject if verb in PARTICIPLES else None) or _opening(clause, at, voices)
        shared = shared or _first_named(clause, at, voices)
        if shared is not None:
            return shared
    return _subject(clause, at, voices)


def is_inverted(clause: Clause, at: int, voices: Voices) -> bool:
    """Does the voice follow the cue at word `at` (“…,” said Ana Flores)?"""
    text, row = clause.text, clause.row
    previous = text[row[at - 1].start : row[at - 1].end] if at else ""
    if at and previous not in (",", "?", "!", '"', "”", "’", "'", "—", "–"):
        return False
    if at + 1 >= len(row):
        return False
    following = text[row[at + 1].start : row[at + 1].end]
    if text[row[at].start : row[at].end] in TELL or not is_voice(text, row, at + 1):
        return False
    phrase = after(text, row, at + 1)
    named = phrase is not None and voices.is_name(text, phrase)
    if not (following[:1].isupper() or following.lower() in _DETERMINERS or named):
        return False
    if not at or text[row[at].start - 2 : row[at].start].strip() in _QUOTED or previous != ",":
        return True
    mark = row[at - 1]
    if text[mark.end : row[at].start].strip() or text[mark.start - 1] in _QUOTED:
        return True  # the comma belongs to a quotation
    return phrase is not None and named and not any(p.start - phrase.end in (2, 3) for p in clause.inside)


def _subject(clause: Clause, at: int, voices: Voices) -> Span | None:
    """The noun phrase before the cue at word `at`; where commas part it from the cue, the name that they explain."""
    text, row = clause.text, clause.row
    k = last_before(text, row, at)
    if k > 0 and text[row[k].start] == ",":
        name = voices.explained(Span(max(clause.bounds.start, row[k].start - _LONG_APPOSITION), row[k].start), text)
        at_name = -1 if name is None else bisect_left(row, Span(name, name)) - 1
        if at_name >= 0 and not any(text[word.start] in _NO_APPOSITION for word in row[at_name + 1 : k]):
            return _at_its_end(clause, before(text, row, at_name + 1), voices)
    return _at_its_end(clause, before(text, row, at), voices)


def _accompanying(clause: Clause, at: int, voices: Voices) -> Span | None:
    """Who speaks in a participle that "with" begins (with some arguing that …); None where there is no "with"."""
    text, row = clause.text, clause.row
    k = at - 1
    while k > 0 and at - k < _LONGEST_WITH and text[row[k].start].isalnum():
        if text[row[k].start : row[k].end] == "with":
            if k + 1 == at:
                return None
            held = Span(row[k + 1].start, row[at - 1].end)
            head = Span(held.start, held.start + len(text[held.start : held.end].partition(" of ")[0]))
            return held if voices.may_speak(text, head) else None
        k -= 1
    return None


def _opening(clause: Clause, at: int, voices: Voices) -> Span | None:
    """The noun phrase that the sentence begins with, where it may speak."""
    held = opening_subject(clause.text, clause.row, at)
    return held if held is not None and voices.may_speak(clause.text, held) else None


def _first_named(clause: Clause, at: int, voices: Voices) -> Span | None:
    """Whom the sentence is about up to the cue at word `at`, with title and article."""
    text, row = clause.text, clause.row
    name = voices.subject(text, row[0], row[at].start)
    if name is None or text[name.start : name.end].lower() in PRONOUNS:
        return name
    return _titled(text, row, name)


def _titled(text: str, row: Sequence[Span], name: Span) -> Span:
    """A name with the article or the titles just before it."""
    first = bisect_left(row, Span(name.start, 0))
    while first > 0 and _TITLE.fullmatch(text[row[first - 1].start : row[first - 1].end]):
        first -= 1
    return Span(row[first].start if first < len(row) else name.start, name.end)


def _at_its_end(clause: Clause, phrase: Span | None, voices: Voices) -> Span | None:
    """A phrase without the occasion that it begins with, for want of a comma (In an interview Marin said): the name or
    the people at its end; None where it ends with neither.
    """
    if phrase is None:
        return None
    text, row = clause.text, clause.row
    begins = voices.beginning(phrase.start)
    if begins < phrase.start:
        of_name = bisect_left(row, Span(begins, 0))
        held = whole(text, row, of_name)
        return Span(row[held].start, phrase.end) if held < of_name else _titled(text, row, Span(begins, phrase.end))
    if not _occasion(text, phrase):
        return phrase
    first, last = bisect_left(row, Span(phrase.start, 0)), bisect_left(row, Span(phrase.end, 0))
    name = voices.ending(phrase.end)
    if name is not None and name.start > phrase.start:
        before_name = row[bisect_left(row, Span(name.start, 0)) - 1]
        if text[before_name.start : before_name.end].lower() not in _DEPENDING:
            return _titled(text, row, name)
    for word in reversed(row[first + 1 : last]):
        if voices.is_name(text, word) and text[word.start].islower():
            return Span(word.start, phrase.end)
    return None


def _occasion(text: str, phrase: Span) -> bool:
    """Does what looks like a voice begin with when or where it spoke, or hold a pronoun that did not speak?"""
    words = text[phrase.start : phrase.end].lower().split()
    return ADJUNCT.match(text, phrase.start) is not None or not _OBJECTS.isdisjoint(words[:-1])
