"""The voices of a document: who is named where, and who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from index.documents.model import Span
from index.entities.model import Mention
from index.entities.quoting.speech import is_speaker
from index.entities.wordset import wordset

_SUBJECTS = frozenset(("he", "she", "they", "i", "we"))
_WITHIN_NAME = frozenset(("of", "for", "at", "from", "in", "with", "on"))
_HAPPENINGS = wordset(
    "involvement participation presence absence arrival departure return death deaths loss lack shortage appointment "
    "arrest arrests release resignation dismissal removal replacement killing killings treatment inclusion exclusion "
    "election success failure fate role behaviour behavior safety"
)
"""What people do or suffer, which says nothing of its own, whoever they are."""
_LONGEST_HEAD = 3
"""Words of "the continued involvement", before what "of" begins."""
_SUBJECT = 120
"""Characters of a sentence in which its subject is named."""
_CLOSES = re.compile(r"\s*(?:[,.;()—–\n]|\Z)|\s(?:of|from|in|at|on|who|told)\b")
"""What follows a name that explains the words before it."""
_HEARER = 30
"""Characters before a name that its article and title take."""


class Voices:
    """The speakers of a document so far."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._named = [m for m in mentions if m.type in ("PERSON", "ORG", "PLACE", "GROUP")]
        self._starts = [m.start for m in self._named]
        self._ends = [m.end for m in self._named]
        self.last: Span | None = None
        self.cue: Span | None = None
        self.block = -1
        self.guessed: set[int] = set()
        """Where quotations begin that have no cue of their own."""

    def may_speak(self, text: str, span: Span) -> bool:
        """Does the noun phrase name someone, or is it a word for people or for what is written?"""
        head, of, _ = text[span.start : span.end].partition(" of ")
        if of and len(led := head.lower().split()) <= _LONGEST_HEAD and led and led[-1] in _HAPPENINGS:
            return False  # "the involvement of the ministers adds weight"
        at = bisect_right(self._ends, span.start)
        if at < len(self._named) and self._named[at].start < span.end:
            return True
        words = text[span.start : span.end].lower().replace("’", "'").split()
        return any(is_speaker(word.strip(".,").removesuffix("'s")) for word in words)

    def is_named(self, span: Span) -> bool:
        """Does a person's or an organisation's name take most of the span?"""
        k = bisect_left(self._starts, span.start)
        inside = [m for m in self._named[k : k + 2] if m.end <= span.end and m.type in ("PERSON", "ORG")]
        return any(2 * (m.end - m.start) > span.end - span.start and m.end >= span.end - 2 for m in inside)

    def is_name(self, text: str, span: Span) -> bool:
        """Is the noun phrase, up to its first preposition, a name or a word for people and nothing else?"""
        words: list[str] = []
        for word in text[span.start : span.end].split():
            if word in _WITHIN_NAME:
                break
            words.append(word.strip(".,"))
        known = [word[:1].isupper() or is_speaker(word.lower()) for word in words]
        return bool(known) and known[-1] and sum(known) >= len(known) - 2

    def subject(self, text: str, opening: Span, end: int) -> Span | None:
        """Whom a sentence is about that begins with the word `opening`: the pronoun or the first name that begins
        before `end`, with no verb looked for.
        """
        if text[opening.start : opening.end].lower() in _SUBJECTS:
            return opening
        first = bisect_right(self._ends, opening.start)
        last = bisect_left(self._starts, min(end, opening.start + _SUBJECT))
        near = self._named[first:last]
        best = next((m for m in near if m.type == "PERSON"), None) or next((m for m in near if m.type == "ORG"), None)
        return None if best is None else Span(best.start, best.end)

    def explained(self, span: Span, text: str) -> int | None:
        """Where the last name in the span ends that a comma parts from what explains it; a person's before others'."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._ends, span.end)
        fitting = [
            m for m in self._named[first:last] if text[m.end : m.end + 1] == "," or text[m.end : m.end + 2] == " ("
        ]
        people = [m for m in fitting if m.type == "PERSON"]
        best = people or [m for m in fitting if m.type == "ORG"]
        return best[-1].end if best else None

    def introduced(self, text: str, span: Span) -> Span | None:
        """The person whose name a comma joins to the words for what he is ("its manager, Dan Yates"); None where the
        words name somebody themselves, or the name begins a clause.
        """
        first = bisect_right(self._ends, span.start)
        k = bisect_left(self._starts, span.end)
        if any(m.type == "PERSON" for m in self._named[first:k]) or k >= len(self._named):
            return None
        name = self._named[k]
        between = text[span.end : name.start].removesuffix(" ")
        if name.type != "PERSON" or between not in (",", f", {name.title}") or not self.may_speak(text, span):
            return None
        return Span(name.start, name.end) if _CLOSES.match(text, name.end) else None

    def ending(self, at: int) -> Span | None:
        """The name that ends at `at`."""
        k = bisect_left(self._ends, at)
        return Span(self._named[k].start, at) if k < len(self._named) and self._ends[k] == at else None

    def beginning(self, at: int) -> int:
        """Where the name begins in which `at` lies (Ministry of Trade and Industry), else `at`."""
        k = bisect_right(self._ends, at)
        return min(at, self._named[k].start) if k < len(self._named) else at

    def past_name(self, at: int) -> int:
        """The end of the name that begins within a title's length of `at`, else `at`."""
        k = bisect_left(self._starts, at)
        if k < len(self._named) and self._named[k].start <= at + _HEARER // 2:
            return self._named[k].end
        return at

    def spoke(self, speaker: Span | None, cue: Span | None, block: int) -> None:
        """Remembers who spoke."""
        if speaker is not None:
            self.last, self.cue, self.block = speaker, cue, block
