"""Whom a sentence is about: the voice of a cue that shares its subject with the verb before it."""

from __future__ import annotations

from index.documents.model import Span
from index.entities.quoting.apposition import explained_before
from index.entities.quoting.phrases import DETERMINERS, IRREGULAR, OF_PHRASES, goes_before_cue, without_occasion
from index.entities.quoting.speech import NOUNS, PRONOUNS, VERBS, is_speaker
from index.entities.wordset import wordset

_DATELINE = 6
"""Words and marks of a place with its agency (NAIROBI (Reuters) - …)."""
_LONGEST = 14
"""Words of a subject."""
_LEADS = wordset(
    "in on at with as when after before during since while asked following despite for from by under to if once "
    "speaking last this earlier later down up out over back"
)
"""What begins a time, a place or an occasion; so do participles (Speaking in Rome, …)."""
_OPENS = wordset("but and yet so still however meanwhile instead therefore moreover")
_JOINS = frozenset(("and", "or", "the"))
_NO_SUBJECT = wordset("that which who whom because while when after before since if what there")


def opening_subject(text: str, row: list[Span], at: int) -> Span | None:
    """The noun phrase that the sentence begins with, up to its first verb, where one follows before the word `at`; what
    stands before it (On Friday, …) aside; None where no such phrase is told.
    """
    first = _first(text, row, at)
    if first < at and text[row[first].start : row[first].end].endswith("ed") and text[row[first].start].islower():
        return None
    for k in range(first, min(at, first + _LONGEST)):
        word = text[row[k].start : row[k].end]
        if k > first and (word in (",", "who") or _is_verb(text, row, k)):
            held = Span(row[first].start, row[without_occasion(text, row, k - 1)].end)
            return _explained(text, row, held, k, at) if word == "," else held
        if not word[0].isalnum() or word.lower() in _NO_SUBJECT:
            return None
        if k == first and word.lower() in PRONOUNS:
            return row[k]
    return None


def _explained(text: str, row: list[Span], held: Span, comma: int, at: int) -> Span:
    """The phrase with what explains it between the comma and another one that a verb follows."""
    for k in range(comma + 1, min(at, comma + _LONGEST)):
        if text[row[k].start] == ",":
            behind = k + 1 <= at and (_is_verb(text, row, k + 1) or text[row[k + 1].start : row[k + 1].end] in VERBS)
            return explained_before(text, held, row[k + 1].start) if behind else held
    return held


def _first(text: str, row: list[Span], at: int) -> int:
    """The first word of the sentence behind marks, links and what tells when and where."""
    first = 0
    while first < at:
        word = text[row[first].start : row[first].end].lower()
        following = text[row[first + 1].start] if first + 1 < at else ""
        if not word[0].isalnum() or word in _OPENS or (word.endswith("ly") and following == ","):
            first += 1
        elif following == "(":
            closes = next((k for k in range(first, min(at, first + _DATELINE)) if text[row[k].start] == ")"), first)
            first = closes + 1
        elif word in _LEADS or word.endswith("ing"):
            comma = next((k for k in range(first, at) if text[row[k].start] == ","), at)
            first = comma + 1
        else:
            break
    return first


def _is_verb(text: str, row: list[Span], k: int) -> bool:
    """May word `k`, not the first of its phrase, be the verb or an adverb before it: no participle before a noun, and
    behind a name no noun (Kovac spoke; the Kovac report)?
    """
    word, before = text[row[k].start : row[k].end], text[row[k - 1].start : row[k - 1].end]
    if goes_before_cue(word) or word in IRREGULAR or (word in VERBS and word not in NOUNS):
        return True
    behind = text[row[k + 1].start : row[k + 1].end].lower() if k + 1 < len(row) else ""
    modifies = is_speaker(behind) and behind not in DETERMINERS and behind not in PRONOUNS
    if not word.islower() or before.lower() in DETERMINERS or modifies or is_speaker(word):
        return False
    named = before[0].isupper() and word not in OF_PHRASES and word not in _JOINS
    return named or (len(word) > 4 and (word.endswith("ed") or (word.endswith("ly") and behind.isalpha())))
