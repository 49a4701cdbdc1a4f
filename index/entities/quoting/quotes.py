"""Who said what: direct, indirect and mixed quotation with speaker and cue.

Sentence by sentence: a cue outside quotation marks, the noun phrase beside it, and the side of the cue that holds
what was said. A quoted passage without a cue belongs to the voice that spoke last in its paragraph, or, where it is a
paragraph of its own, to the last voice of the text. After the pattern rules of Pareti and others (2013), without a
learned model.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import islice

from index.documents.model import Document, Span
from index.documents.sentences import Sentence, segments, sentences
from index.entities.model import Mention, Quote, QuoteKind
from index.entities.quoting.speech import (
    CUE,
    HIDDEN,
    NO_SUBJECT,
    PLAIN,
    PRONOUNS,
    SPEAKERS,
    STRONG,
    after,
    before,
    is_voice,
    shares_subject,
    words,
)
from index.entities.recognising.marks import quoted
from index.entities.tables import tables

MOST_CUES = 8
"""Cues looked at in one sentence."""
LONGEST_SENTENCE = 10_000
"""Characters beyond which a sentence is no prose; nobody is looked for who speaks in it."""
FEWEST_WORDS = 3
"""A quoted passage without any cue is speech only from so many words on."""


class _Voices:
    """The speakers of a document so far."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self._named = [m for m in mentions if m.type in ("PERSON", "ORG", "PLACE", "GROUP")]
        self._ends = [m.end for m in self._named]
        self.last: Span | None = None
        self.cue: Span | None = None
        self.block = -1
        self.guessed: set[int] = set()
        """Where quotations begin that have no cue of their own."""

    def may_speak(self, text: str, span: Span) -> bool:
        """Does the noun phrase name someone, or is it a word for people or for what is written?"""
        at = bisect_right(self._ends, span.start)
        if at < len(self._named) and self._named[at].start < span.end:
            return True
        people = tables().classes["person_nouns"]
        last = [word.strip(".,") for word in text[span.start : span.end].lower().split()]
        return any(word in SPEAKERS or word in people for word in last)

    def subject(self, text: str, row: list[Span], at: int) -> Span | None:
        """Whom the sentence is about: the pronoun or the first name before word `at`, with no verb looked for."""
        if at and text[row[0].start : row[0].end].lower() in _SUBJECTS:
            return row[0]
        k = bisect_right(self._ends, row[0].start)
        if k < len(self._named) and self._named[k].end < row[at].start and self._named[k].type in ("PERSON", "ORG"):
            return Span(self._named[k].start, self._named[k].end)
        return None

    def spoke(self, speaker: Span | None, cue: Span | None, block: int) -> None:
        """Remembers who spoke."""
        if speaker is not None:
            self.last, self.cue, self.block = speaker, cue, block


def quotations(document: Document, mentions: tuple[Mention, ...]) -> tuple[Quote, ...]:
    """The quotations of a document, sorted and apart."""
    text = document.text
    passages: list[Span] = []
    for segment in segments(document):
        if segment.kind not in ("code", "boilerplate"):
            passages.extend(quoted(text, segment.start, segment.end))
    starts = [p.start for p in passages]
    ends = [p.end for p in passages]
    voices = _Voices(mentions)
    found: list[Quote] = []
    for sentence in sentences(document):
        if sentence.kind in ("code", "boilerplate") or sentence.role == "question":
            continue
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        inside = passages[bisect_right(ends, sentence.start) : bisect_left(starts, sentence.end)]
        found.extend(_of_sentence(text, sentence, inside, voices))
    found = _as_passages(found, passages, voices.guessed)
    found.sort(key=lambda q: (q.start, -q.end))
    apart: list[Quote] = []
    for quote in found:
        if apart and quote.start < apart[-1].end:
            continue
        apart.append(quote)
    return tuple(apart)


def _as_passages(found: list[Quote], passages: list[Span], guessed: set[int]) -> list[Quote]:
    """The quotations, those without a cue given to who speaks in another sentence of the same passage: a voice is often
    named after the last.
    """
    ends = [passage.end for passage in passages]
    told: dict[int, Quote] = {}
    for quote in found:
        if quote.start not in guessed and quote.speaker is not None:
            at = bisect_right(ends, quote.start)
            while at < len(passages) and passages[at].start < quote.end:
                told.setdefault(at, quote)
                at += 1
    return [
        replace(quote, speaker=other.speaker, cue=other.cue)
        if quote.start in guessed and (other := told.get(bisect_right(ends, quote.start)))
        else quote
        for quote in found
    ]


def _masked(text: str, start: int, end: int, inside: list[Span]) -> str:
    """The sentence with its quoted passages hidden, as long as it was."""
    parts: list[str] = []
    at = start
    for passage in inside:
        first, last = max(passage.start, at), min(passage.end, end)
        if last > first:
            parts.append(text[at:first])
            parts.append(HIDDEN * (last - first))
            at = last
    parts.append(text[at:end])
    return "".join(parts)


def _of_sentence(text: str, sentence: Sentence, inside: list[Span], voices: _Voices) -> list[Quote]:
    start, end = sentence.start, sentence.end
    masked = _masked(text, start, end, inside)
    row: list[Span] | None = None
    for match in islice(CUE.finditer(masked), MOST_CUES):
        if row is None:
            row = words(masked, start)
        cue = Span(start + match.start(), start + match.end())
        quotes = (
            _according(text, row, sentence, cue, inside)
            if match.group("according")
            else _said(text, row, sentence, cue, match.group("verb"), inside, voices)
        )
        if quotes:
            voices.spoke(quotes[0].speaker, quotes[0].cue, sentence.block)
            return quotes
    return _without_cue(text, sentence, inside, voices)


_SUBJECTS = frozenset(("he", "she", "they", "i", "we"))
_SIGNED = re.compile(r"[\"”’'»]?\s*[―—–-]{1,2}\s*(?P<name>[^\W\d_][^\n,;:.“\"]{2,60}(?:\.[^\n,;:.“\"]{2,40})?)")
_EDGES = " \n\t,;:\"“”‘’'«»„—–-"


def _trim(text: str, start: int, end: int) -> Span:
    """Without white space, marks of quotation and commas at the ends."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def _count(text: str, span: Span) -> int:
    return len(text[span.start : span.end].split())


def _quote(text: str, start: int, end: int, inside: list[Span], speaker: Span | None, cue: Span) -> list[Quote]:
    """What stands from `start` to `end` as one quotation, or as its quoted parts where nothing but marks lies between
    them.
    """
    span = _trim(text, start, end)
    if span.end <= span.start or _count(text, span) < 2:
        return []
    held = [p for p in inside if p.start < span.end and p.end > span.start]
    covered = sum(min(p.end, span.end) - max(p.start, span.start) for p in held)
    kind: QuoteKind = "indirect" if not held else "direct" if covered >= 0.9 * (span.end - span.start) - 4 else "mixed"
    return [Quote(span.start, span.end, speaker, cue, kind)]


def _according(text: str, row: list[Span], sentence: Sentence, cue: Span, inside: list[Span]) -> list[Quote]:
    at = bisect_left(row, Span(cue.end, cue.end))
    speaker = after(text, row, at) if at < len(row) else None
    if speaker is None:
        return []
    stop = speaker.end
    if cue.start - sentence.start < 3:
        comma = text.find(",", stop, sentence.end)
        return _quote(text, (comma if comma >= 0 else stop) + 1, sentence.end, inside, speaker, cue)
    return _quote(text, sentence.start, cue.start, inside, speaker, cue)


def _said(
    text: str, row: list[Span], sentence: Sentence, cue: Span, verb: str, inside: list[Span], voices: _Voices
) -> list[Quote]:
    start, end = sentence.start, sentence.end
    at = bisect_left(row, Span(cue.start, cue.start))
    if at >= len(row) or row[at].start != cue.start:
        return []
    following = text[row[at + 1].start : row[at + 1].end] if at + 1 < len(row) else ""
    previous = text[row[at - 1].start : row[at - 1].end] if at else ""
    verb = verb.lower()
    if previous.lower() in NO_SUBJECT or (previous == "s" and at > 1):
        return []
    inverted = (
        (previous in (",", "?", "!", '"', "”", "’", "'", "") or at == 0)
        and (
            following[:1].isupper() or following.lower() in ("the", "a", "an", "one", "his", "her", "their", *PRONOUNS)
        )
        and is_voice(text, row, at + 1)
    )
    speaker = after(text, row, at + 1) if inverted else before(text, row, at)
    if not inverted and shares_subject(text, row, at):
        speaker = voices.subject(text, row, at) or speaker
    if speaker is None or (verb not in PLAIN and not voices.may_speak(text, speaker)):
        return []
    tail_start = speaker.end if inverted else cue.end
    tail, explicit = _tail(text, tail_start, end)
    quoted_tail = any(p.start >= cue.end - 1 and p.start < end for p in inside)
    quoted_head = any(p.start < cue.start for p in inside)
    if verb not in STRONG and not explicit and not quoted_tail and not quoted_head:
        return []
    head_end = cue.start if inverted else speaker.start
    head = _trim(text, start, head_end)
    at_end = _count(text, _trim(text, tail, end)) <= 3 or (quoted_head and not quoted_tail and not explicit)
    found: list[Quote] = []
    if (
        (at_end or quoted_head or inverted)
        and (quoted_head or _count(text, head) > 3)
        and text[head_end - 2 : head_end].strip(" ") in _SEPARATORS
    ):
        found += _quote(text, head.start, head.end, inside, speaker, cue)
    if not at_end and (not found or quoted_tail) and not (inverted and found and not quoted_tail):
        found += _quote(text, tail, end, inside, speaker, cue)
    return found


_SEPARATORS = frozenset(
    (",", ",”", ',"', '"', "”", "?", "!", "’", "'", ",’", ",'", "—", "–", '?"', "?”", "!”", '!"', "”,", '",', ":", "\n")
)


def _tail(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where what was said begins after a cue, and whether "that", a colon or a quotation mark announces it."""
    rest = text[start:end]
    at = rest.find(" that ")
    if 0 <= at <= 60 and "," not in rest[:at]:
        return start + at + 1, True
    for mark in (":", ", “", ', "', ' "', " “", " ‘"):
        place = rest.find(mark)
        if 0 <= place <= 60:
            return start + place + 1, True
    return start, False


def _signature(text: str, start: int, voices: _Voices) -> Span | None:
    """Who signs the passage that ends at `start`: a name after a dash (“…” — Olga Volkova)."""
    match = _SIGNED.match(text, start)
    if match is None:
        return None
    span = Span(*match.span("name"))
    return span if voices.may_speak(text, span) else None


def _without_cue(text: str, sentence: Sentence, inside: list[Span], voices: _Voices) -> list[Quote]:
    found: list[Quote] = []
    for passage in inside:
        first, last = max(passage.start, sentence.start), min(passage.end, sentence.end)
        span = _trim(text, first, last)
        whole = span.end - span.start >= 0.8 * (sentence.end - sentence.start)
        if _count(text, span) < FEWEST_WORDS or (not whole and _count(text, span) < 2 * FEWEST_WORDS):
            continue
        signed = _signature(text, passage.end, voices)
        near = voices.block >= sentence.block - 2 and not signed
        speaker = signed or (voices.last if near else None)
        if not signed:
            voices.guessed.add(span.start)
        found.append(Quote(span.start, span.end, speaker, voices.cue if near else None, "direct"))
    return found
