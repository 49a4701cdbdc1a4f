"""Who said what: direct, indirect and mixed quotation with speaker and cue.

Sentence by sentence: a cue outside quotation marks, the noun phrase beside it, and the side of the cue that holds
what was said. A quoted passage without a cue belongs to the voice that spoke last in its paragraph, or, where it is a
paragraph of its own, to the last voice of the text. After the pattern rules of Pareti and others (2013), without a
learned model.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import islice

from index.documents.model import Document, Span
from index.documents.sentences import Sentence, segments, sentences
from index.entities.model import Mention, Quote
from index.entities.quoting.abroad import quotations_abroad
from index.entities.quoting.claims import claim, told_claims
from index.entities.quoting.clauses import according, said
from index.entities.quoting.endings import ends
from index.entities.quoting.parts import count, quote, trim
from index.entities.quoting.phrases import HIDDEN, opening, words
from index.entities.quoting.speaking import Clause
from index.entities.quoting.speech import CUE, STRONG, is_speaker
from index.entities.quoting.transcripts import transcript
from index.entities.quoting.voices import Voices
from index.entities.recognising.abroad import LANGUAGES
from index.entities.recognising.marks import quoted

_LABEL = 40
"""Characters of a name before a colon."""
_TITLED = re.compile(
    r"(?:[’']s|\b(?:on|in|of|the|book|novel|film|movie|show|song|series|play|album|poem|essay|titled|entitled))\s\Z"
)
_TITLE = re.compile(
    r"(?:(?:[A-Z0-9][\w’'.&-]*|an?|the|and|of|in|on|to|for|with|from|at|is),?\s)+[A-Z0-9][\w’'.&-]*[!?,.]?"
)
_LONGEST_TITLE = 60
_OPENING = " \n\"“„«‘'"
_LATEST = 4
"""Words after a cue that is at the end of its sentence: the voice, or when and where."""
MOST_CUES = 8
"""Cues looked at in one sentence."""
LONGEST_SENTENCE = 10_000
"""Characters beyond which a sentence is no prose; nobody is looked for who speaks in it."""
FEWEST_WORDS = 3
"""A quoted passage without any cue is speech only from so many words on."""


def quotations(document: Document, mentions: tuple[Mention, ...]) -> tuple[Quote, ...]:
    """The quotations of a document, sorted and apart."""
    text = document.text
    parts = list(segments(document))
    voices = Voices(mentions)
    found = transcript(document, parts, voices)
    if document.language in LANGUAGES:
        return _apart(found + quotations_abroad(document.language, text, parts, mentions))
    told: list[Quote] = []
    spoken = [quote.end for quote in found]
    passages: list[Span] = []
    for segment in parts:
        if segment.kind not in ("code", "boilerplate"):
            passages.extend(p for p in quoted(text, segment.start, segment.end) if not _is_title(text, p))
    starts = [p.start for p in passages]
    ends = [p.end for p in passages]
    for sentence in sentences(document):
        if sentence.kind in ("code", "boilerplate") or sentence.role == "question":
            continue
        if sentence.end - sentence.start > LONGEST_SENTENCE:
            continue
        at = bisect_right(spoken, sentence.start)
        if at < len(spoken) and found[at].start < sentence.end:
            continue
        inside = passages[bisect_right(ends, sentence.start) : bisect_left(starts, sentence.end)]
        told.extend(_of_sentence(text, sentence, inside, voices))
    return _apart(found + _as_passages(told, passages, voices.guessed))


def _apart(found: list[Quote]) -> tuple[Quote, ...]:
    """The quotations in order, none that begins in another."""
    apart: list[Quote] = []
    for one in sorted(found, key=lambda q: (q.start, -q.end)):
        if apart and one.start < apart[-1].end:
            continue
        apart.append(one)
    return tuple(apart)


def _is_title(text: str, passage: Span) -> bool:
    """Is the quoted passage the title of a work or a programme: capitals, named after a preposition or its owner?"""
    return (
        passage.end - passage.start <= _LONGEST_TITLE
        and _TITLED.search(text, max(0, passage.start - 30), passage.start - 1) is not None
        and _TITLE.fullmatch(text, passage.start, passage.end) is not None
    )


def _as_passages(found: list[Quote], passages: list[Span], guessed: set[int]) -> list[Quote]:
    """The quotations, those without a cue given to who speaks in another sentence of the same passage: a voice is often
    named after the last.
    """
    ends = [passage.end for passage in passages]
    told: dict[int, Quote] = {}
    for one in found:
        if one.start not in guessed and one.speaker is not None:
            at = bisect_right(ends, one.start)
            while at < len(passages) and passages[at].start < one.end:
                told.setdefault(at, one)
                at += 1
    return [
        one._replace(speaker=other.speaker, cue=other.cue)
        if one.start in guessed and (other := told.get(bisect_right(ends, one.start)))
        else one
        for one in found
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


def _of_sentence(text: str, sentence: Sentence, inside: list[Span], voices: Voices) -> list[Quote]:
    start, end = sentence.start, sentence.end
    signed = _signature(text, inside[-1].end, voices) if inside and inside[-1].start <= start + 1 else None
    if signed is not None:
        span = trim(text, max(inside[-1].start, start), min(inside[-1].end, end))
        return [Quote(span.start, span.end, signed, None, "direct")] if span.start < span.end else []
    if sentence.kind == "heading" and (labelled := _labelled(text, sentence, inside, voices)):
        return labelled
    masked = _masked(text, start, end, inside)
    cues = list(islice(CUE.finditer(masked), MOST_CUES))
    row = words(masked, start) if cues else []
    found = _closing(Clause(text, row, Span(start, end), inside), cues, sentence, voices)
    subject: Span | None = None
    for number, match in enumerate(cues if not found else ()):
        cue = Span(start + match.start(), start + match.end())
        if found and cue.start < found[-1].end:
            continue
        first = max((max(one.end, one.cue.end if one.cue else 0) for one in found), default=start)
        clause = Clause(text, row, Span(first, ends(text, row, cues, number, sentence, inside)), inside)
        quotes = (
            according(clause, cue, voices)
            if match.group("according")
            else said(clause, cue, voices, subject, sentence.block)
        )
        if quotes:
            subject = quotes[0].speaker
            voices.spoke(subject, quotes[0].cue, sentence.block)
            found += quotes
    for match in told_claims(masked):
        if not _inside(found, start + match.start()):
            row = row or words(masked, start)
            found += claim(
                Clause(text, row, Span(start, _next(found, start + match.end(), end)), inside), match, start, voices
            )
    left = [p for p in inside if not any(p.start < one.end and one.start < p.end for one in found)]
    return found + _without_cue(text, sentence, left, voices) if left else found


def _inside(found: list[Quote], at: int) -> bool:
    """Does the place lie in one of the quotations?"""
    return any(one.start <= at <= one.end for one in found)


def _next(found: list[Quote], at: int, end: int) -> int:
    """Where the next quotation behind a place begins, or its cue; `end` where there is none."""
    begins = (min(one.start, one.cue.start if one.cue else one.start) for one in found)
    return min((begin for begin in begins if begin > at), default=end)


def _closing(clause: Clause, cues: list[re.Match[str]], sentence: Sentence, voices: Voices) -> list[Quote]:
    """What a cue at the end gives with all cues before it (Orlov promised to pay, the bank said); nothing where the
    last cue is none of these.
    """
    if len(cues) < 2 or clause.inside or cues[-1].group("according") or cues[-1].group("verb") not in STRONG:
        return []
    cue = Span(sentence.start + cues[-1].start(), sentence.start + cues[-1].end())
    if len(clause.text[cue.end : sentence.end].split()) > _LATEST:
        return []
    quotes = said(clause, cue, voices, None, sentence.block)
    if len(quotes) != 1 or quotes[0].end > cue.start or quotes[0].start > sentence.start + 1:
        return []
    voices.spoke(quotes[0].speaker, cue, sentence.block)
    return quotes


_SIGNED = re.compile(
    r"[\"”’'»]?\s*(?:[―—–-]{1,2}\s*|:\s+)(?P<name>[^\W\d_][^\n,;:.“\"]{2,60}(?:\.[^\n,;:.“\"]{2,40})?)"
)


_ABOUT = re.compile(r"\s(?:on|in|at|after|to|about|during|as)\s")
"""Between a signature and what it is about or when it was said."""


def _signature(text: str, start: int, voices: Voices) -> Span | None:
    """Who signs the passage that ends at `start`: a name after a dash (“…” — Olga Volkova) or a colon (‘…’: villagers
    on the mine).
    """
    match = _SIGNED.match(text, start)
    if match is None:
        return None
    about = _ABOUT.search(text, *match.span("name"))
    span = Span(match.start("name"), about.start() if about else match.end("name"))
    first = text[span.start : span.end].split()[0].lower()
    signs = text[span.start].isupper() or is_speaker(first) or is_speaker(first.removesuffix("s"))
    return span if signs and voices.may_speak(text, span) else None


def _without_cue(text: str, sentence: Sentence, inside: list[Span], voices: Voices) -> list[Quote]:
    found: list[Quote] = []
    for passage in inside:
        first, last = max(passage.start, sentence.start), min(passage.end, sentence.end)
        span = trim(text, first, last)
        whole = span.end - span.start >= 0.8 * (sentence.end - sentence.start)
        signed = _signature(text, passage.end, voices)
        near = voices.block >= sentence.block - 2 and not signed
        own = None if whole else _own_subject(text, sentence, span, voices)
        announced = text[sentence.start : first].rstrip(_OPENING).endswith(":")
        fewest = FEWEST_WORDS if whole or announced else 2 if sentence.kind == "heading" and own else 2 * FEWEST_WORDS
        if count(text, passage if passage.end - passage.start > span.end - span.start + 2 else span) < fewest:
            continue
        speaker = signed or own or (voices.last if near else None)
        if not signed and not own:
            voices.guessed.add(span.start)
        found.append(Quote(span.start, span.end, speaker, voices.cue if near and not own else None, "direct"))
    return found


def _own_subject(text: str, sentence: Sentence, span: Span, voices: Voices) -> Span | None:
    """Whom the sentence of a quotation without a cue is about."""
    first = opening(text, sentence.start, span.start)
    return voices.subject(text, first, span.start) if first is not None else None


def _labelled(text: str, sentence: Sentence, inside: list[Span], voices: Voices) -> list[Quote]:
    """What a heading gives to a name before a colon ("Marek: No more talks")."""
    colon = text.find(": ", sentence.start, min(sentence.end, sentence.start + _LABEL))
    if colon < 0:
        return []
    label = Span(sentence.start, colon)
    clause = Clause(text, [], Span(colon + 1, sentence.end), inside)
    return quote(clause, colon + 1, sentence.end, label, None) if voices.is_named(label) else []
