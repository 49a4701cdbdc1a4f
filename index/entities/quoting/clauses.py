"""What one cue gives to one voice: the noun phrase beside the cue, and the part of its sentence that was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.documents.model import Span
from index.entities.model import Quote, QuoteKind
from index.entities.quoting.apposition import explained_before, explained_behind
from index.entities.quoting.phrases import OCCASION, after, before
from index.entities.quoting.speaking import ADJUNCT, Clause, is_cue, is_inverted, voice_before
from index.entities.quoting.speech import (
    BELIEF,
    CLAUSE_FIRST,
    HEARD,
    INTENT,
    INVERTED,
    NOUNS,
    PARTICIPLES,
    PLAIN,
    STRONG,
    TELL,
)
from index.entities.quoting.voices import Voices

_SEPARATORS = frozenset(
    (",", ",”", ',"', '"', "”", "?", "!", "’", "'", ",’", ",'", "—", "–", '?"', "?”", "!”", '!"', "”,", '",', ":", "\n")
)
_EDGES = " \n\t,;:\"“”‘’'«»„—–-"
_ASIDE = re.compile(
    r"\W*(?:$|[,;—–(]|(?:on|in|at|during|of|after|before|when|while|this|last|to|by|through|via|late|early|earlier|later"
    r"|as|about|from|without|again|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
"""What may follow "he said" after what was said: nothing, or when, where and to whom."""
_LEAD = re.compile(rf"(?:\s+(?:{OCCASION}|earlier|later|again|also))+(?=\s)")
"""When and where, between a cue and what was said."""
_HEARER = re.compile(r"\s+(?:reporters|journalists|me|him|her|us|them|supporters|voters)(?=\s)")
"""To whom, between a cue and what was said."""
_FREE = re.compile(r"\b(?:what|whatever)\s\Z")
"""Before a speaker, the beginning of what is no saying ("what he says the plan would do")."""
_OWNED = re.compile(r"[’']s?\s+[a-z-]+\Z")
"""A possessor and an adjective: what follows is a noun ("the king's persistent demands")."""
_AS = re.compile(r"(?<=[\s,])as\s$")
_FIRST = re.compile(r"\s*([^\W\d_]+)")
_THAT = re.compile(r"\s(that|whether|if|how|why)\s|\A\s(what|who)\s")
_AFTER_CUE = re.compile(
    r"\s*(?:out|up|again|also|later|flatly|today|yesterday|reporters"
    r"|(?:(?:on|in|at|to|during|with|via|through|of|as|last|this|early|late|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,:;]{0,45}))?"
)
"""What may stand between a cue and "that": when, where and to whom."""
_MARK = re.compile(r"(?::\s|,\s[“\"'‘]| [“\"‘«„])")
_JOINED = re.compile(r"(?:and|or)\s+(?:many|most|several|others?|the|his|her|its|their)\b")
"""What goes on with another subject after a cue, and was not said ("as Ukraine claims and many dispute")."""
_CLOSED = re.compile(r".[\"”’'»“],?\s+(?=\w)", re.DOTALL)
"""From the end of a quoted passage to the voice behind it."""
_GAP = frozenset('.;:!?"“”')
_ANNOUNCED = 70
"""Characters between a cue and the word or mark that announces what was said."""
_CALLS = re.compile(r"\s(?:for|on)(?=\s(?!\w+day\b))")
"""After "called", what makes it a demand (called for a ceasefire, called on both sides to stop)."""


def trim(text: str, start: int, end: int) -> Span:
    """Without white space, marks of quotation and commas at the ends."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def count(text: str, span: Span) -> int:
    """The words of a span."""
    return len(text[span.start : span.end].split())


def quote(clause: Clause, start: int, end: int, speaker: Span | None, cue: Span | None) -> list[Quote]:
    """What stands from `start` to `end` as one quotation; none where it is a single word or nothing."""
    text = clause.text
    span = trim(text, start, end)
    held = [p for p in clause.inside if p.start < span.end and p.end > span.start]
    if held:
        span = _paired(text, span, held)
    if span.end <= span.start or (count(text, span) < 2 and not held) or _JOINED.match(text, span.start):
        return []
    covered = sum(min(p.end, span.end) - max(p.start, span.start) for p in held)
    kind: QuoteKind = "indirect" if not held else "direct" if covered >= 0.9 * (span.end - span.start) - 4 else "mixed"
    return [Quote(span.start, span.end, speaker, cue, kind)]


def _paired(text: str, span: Span, held: Sequence[Span]) -> Span:
    """The span with both marks of its first and its last quoted passage, or with neither.

    A passage that is never closed has no mark at its end.
    """
    start, end = span.start, span.end
    if held[0].start == start and held[0].end < end - 2:
        start -= 1
    if held[-1].end <= end <= held[-1].end + 2:
        closed = not text[held[-1].end : held[-1].end + 1].isspace() and held[-1].end < len(text)
        end = held[-1].end + (held[-1].start > start and closed)
    return Span(start, end)


def according(clause: Clause, cue: Span) -> list[Quote]:
    """What is told "according to" someone."""
    text, row, (start, end) = clause.text, clause.row, clause.bounds
    at = bisect_left(row, Span(cue.end, cue.end))
    speaker = after(text, row, at) if at < len(row) else None
    if speaker is None:
        return []
    leads = cue.start - start < 3
    speaker = explained_behind(text, speaker, end, leads=leads)
    stop = speaker.end
    if leads:
        comma = text.find(",", stop, end)
        return quote(clause, (comma if comma >= 0 else stop) + 1, end, speaker, cue)
    return quote(clause, start, cue.start, speaker, cue)


CLAIM = re.compile(
    r"(?P<whose>\b(?:his|her|their|its|our|my)|[’']s|(?<=s)[’'])\s+(?:[a-z-]+\s+){0,2}?"
    r"(?P<noun>(?:claim|statement|assertion|belief|allegation|suggestion|argument|contention|accusation|promise|pledge"
    r"|warning|threat|insistence|declaration|prediction|admission|announcement|conclusion|remark|comment|complaint"
    r"|hope|fear|demand|concern|finding|denial|view|opinion)s?)\s+(?P<that>that|to)\s"
)


def claims(clause: Clause, told: Iterable[re.Match[str]], at: int, voices: Voices) -> list[Quote]:
    """What is told as somebody's claim ("Marek's claim that …"); `told` are the places where `CLAIM` matches the
    clause's sentence, which begins at `at`.
    """
    text, row = clause.text, clause.row
    for match in told:
        first = at + match.start("whose")
        k = bisect_left(row, Span(first + 1, 0)) - 1
        cue = Span(at + match.start("noun"), at + match.end("noun"))
        if k < 0 or cue.start < clause.bounds.start:
            continue
        if text[first] in "’'":
            held = voices.ending(first) or before(text, row, k + 1)
            speaker = None if held is None else Span(held.start, max(first, held.start + 1))
        else:
            speaker = row[k]
        end = text.find(", ", cue.end, clause.bounds.end)
        return quote(clause, at + match.start("that"), clause.bounds.end if end < 0 else end, speaker, cue)
    return []


@dataclass(frozen=True, slots=True)
class _Speaking:
    """A cue with its voice: `bare` is its name, `speaker` that with what explains it; `inverted`: behind the cue."""

    bare: Span
    speaker: Span
    cue: Span
    verb: str
    inverted: bool
    asks: bool
    """Is the cue one that asks for what follows it ("called for")?"""


def _speaking(clause: Clause, cue: Span, voices: Voices, subject: Span | None) -> _Speaking | None:
    """Who speaks with a cue; None where nobody does."""
    text, row, (start, end) = clause.text, clause.row, clause.bounds
    at = bisect_left(row, Span(cue.start, cue.start))
    if at >= len(row) or row[at].start != cue.start or not is_cue(text, row, at):
        return None
    verb = text[cue.start : cue.end].lower()
    inverted = verb in INVERTED and verb not in PARTICIPLES and is_inverted(clause, at, voices)
    bare = after(text, row, at + 1) if inverted else voice_before(clause, at, verb, voices, subject)
    if (
        bare is None
        or _FREE.search(text, max(start, bare.start - 12), bare.start)
        or (verb in NOUNS and _OWNED.search(text, bare.start, bare.end))
        or (verb not in PLAIN and not voices.may_speak(text, Span(bare.start, max(bare.end, cue.start))))
    ):
        return None
    if inverted:
        return _Speaking(bare, explained_behind(text, bare, end), cue, verb, True, False)
    speaker = bare if verb in PARTICIPLES else explained_before(text, bare, cue.start)
    called = _CALLS.match(text, cue.end, end) if verb.startswith("call") else None
    if called is not None and (called[0].endswith("for") or " to " in text[cue.end : end]):
        return _Speaking(bare, speaker, Span(cue.start, called.end()), verb, False, True)
    return _Speaking(bare, speaker, cue, verb, False, False)


def said(clause: Clause, cue: Span, voices: Voices, subject: Span | None, block: int) -> list[Quote]:
    """What someone said; `subject` is who spoke before in the sentence, and goes on in a participle ("adding")."""
    who = _speaking(clause, cue, voices, subject)
    if who is None:
        return []
    text, (start, end), speaker, cue, inverted = clause.text, clause.bounds, who.speaker, who.cue, who.inverted
    head_end = cue.start if inverted else who.bare.start
    tail_start = speaker.end if inverted else cue.end
    tail, explicit = (cue.end, True) if who.asks else _tail(text, tail_start, end, who.verb, voices)
    if _nothing_said(text, tail_start, end):
        voices.spoke(speaker, cue, block)
        return []
    quoted_tail = any(p.start >= cue.end - 1 and p.start < end for p in clause.inside)
    quoted_head = any(p.start < cue.start and p.end > start for p in clause.inside)
    if who.verb not in STRONG and not explicit and not quoted_tail and not quoted_head:
        return []
    as_told = _AS.search(text, max(start, head_end - 6), head_end)
    if as_told is not None:
        head_end = as_told.start()
    head = trim(text, start, head_end)
    rest = trim(text, tail, end)
    short = count(text, rest)
    at_end = (
        not short
        or (short <= 3 and _ASIDE.match(text[tail_start:end]))
        or (quoted_head and not quoted_tail and not explicit)
    )
    found: list[Quote] = []
    if (at_end or quoted_head or inverted) and (
        quoted_head or (count(text, head) > 3 and _ASIDE.match(text[tail_start:end]) and not _adjunct(text, head))
    ):
        if text[max(0, head_end - 2) : head_end].strip() in _SEPARATORS:
            found += quote(clause, head.start, head.end, speaker, cue)
        elif (behind := _behind(clause, who.bare, voices)) is not None:
            found += quote(clause, behind[0].start, behind[0].end, behind[1], cue)
    if (not at_end or (quoted_tail and not found)) and (not found or quoted_tail):
        found += quote(clause, tail, end, speaker, cue)
    return found


def _behind(clause: Clause, speaker: Span, voices: Voices) -> tuple[Span, Span] | None:
    """The quoted passage, and its voice, where more than a noun phrase stands between it and the cue (“…,” a man who
    gave his name as Ali said).
    """
    text = clause.text
    passage = next(
        (p for p in reversed(clause.inside) if clause.bounds.start <= p.start and p.end < speaker.start), None
    )
    closed = None if passage is None else _CLOSED.match(text, passage.end - 1)
    if passage is None or closed is None or not _GAP.isdisjoint(text[closed.end() : speaker.start]):
        return None
    at = bisect_left(clause.row, Span(closed.end(), 0))
    phrase = after(text, clause.row, at) if at < len(clause.row) else None
    if phrase is None or not voices.is_name(text, phrase):
        return None
    return passage, speaker if voices.is_named(speaker) else phrase


def _nothing_said(text: str, start: int, end: int) -> bool:
    """Does the sentence end in a colon, what was said following in the next paragraph?"""
    return text[start:end].rstrip().endswith(":") and end - start < 2 * _ANNOUNCED


def _adjunct(text: str, head: Span) -> bool:
    """Is what stands before the subject no clause but a time, a place or an occasion ("In a letter, she said …")?"""
    return ADJUNCT.match(text, head.start) is not None and text.find(",", head.start, head.end) < 0


def _tail(text: str, start: int, end: int, verb: str, voices: Voices) -> tuple[int, bool]:
    """Where what was said begins after a cue, and whether a word, a colon or a quotation mark announces it."""
    rest = text[start:end]
    that = _THAT.search(rest, 0, _ANNOUNCED)
    if that is not None and (
        (verb in HEARD and not rest.startswith((" for ", " about "))) or _AFTER_CUE.fullmatch(rest, 0, that.start())
    ):
        return start + that.start() + 1, True
    to = rest.find(" to ", 0, _ANNOUNCED) if verb in INTENT else -1
    if to >= 0 and "," not in rest[:to]:
        return start + to + 1, True
    mark = _MARK.search(rest, 0, _ANNOUNCED)
    if mark is not None and mark[0][0] in ":,":
        return start + mark.start() + 1, True
    hearer = _HEARER.match(rest) if verb in HEARD else None
    lead = _LEAD.match(rest, hearer.end() if hearer else 0)
    at = start + (lead.end() if lead else hearer.end() if hearer else 0)
    if verb in TELL:
        at = voices.past_name(at)
    if mark is not None and start + mark.start() <= at + 1:
        return start + mark.start() + 1, True
    first = _FIRST.match(text, at, end)
    believed = verb in BELIEF and first is not None and (first[1] in CLAUSE_FIRST or first[1][0].isupper())
    return at, mark is not None or believed
