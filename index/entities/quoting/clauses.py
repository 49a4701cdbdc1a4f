"""What one cue gives to one voice: the noun phrase beside the cue, and the part of its sentence that was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from index.documents.model import Span
from index.entities.model import Quote
from index.entities.quoting.apposition import explained_before, explained_behind
from index.entities.quoting.beginnings import ANNOUNCED, ASIDE, FIRST, THAT, VERB, begins
from index.entities.quoting.judging import JUDGING, judged
from index.entities.quoting.parts import count, quote, trim
from index.entities.quoting.phrases import after
from index.entities.quoting.speaking import ADJUNCT, Clause, is_cue, is_inverted, voice_before
from index.entities.quoting.speech import INVERTED, MEANT, NOUNS, PARTICIPLES, PLAIN, STRONG, WISHES, is_speaker
from index.entities.quoting.voices import Voices

_SEPARATORS = frozenset(
    (",", ",”", ',"', '"', "”", "?", "!", "’", "'", ",’", ",'", "—", "–", '?"', "?”", "!”", '!"', "”,", '",', ":", "\n")
)
_FREE = re.compile(r"\b(?:what|whatever)\s\Z")
"""Before a speaker, the beginning of what is no saying ("what he says the plan would do")."""
_OWNED = re.compile(r"[’']s?\s+[a-z-]+\Z")
"""A possessor and an adjective: what follows is a noun ("the king's persistent demands")."""
_LINKED = re.compile(r"(?:and|but)\s")
"""What begins with another verb of the voice, or another clause."""
_NOT = re.compile(r"\b(?:did|does|do|not|was|is|are|were|has|have|had|will|would)\b")
"""What holds a verb of its own."""
_FAR = re.compile(r"\s(?:is|are|was|were|has|have|had)\s|.{150}", re.DOTALL)
"""Between a weaker cue and a quoted passage, what tells that the passage does not belong to it."""
_AS = re.compile(r"(?<=[\s,])as\s$")
_CLOSED = re.compile(r".[\"”’'»“],?\s+(?=\w)", re.DOTALL)
"""From the end of a quoted passage to the voice behind it."""
_GAP = frozenset('.;:!?"“”')
_NO_REST = frozenset(("but", "and", "who", "which", "while", "though", "although", "citing", "according", "as"))
"""What does not go on with what was said before a voice between commas."""
_DENIED = re.compile(
    r"\b(?:\w+n[’']t|never|cannot|(?:(?:did|does|do|has|have|had|is|are|was|were|would|will|could)\s)?not)"
    r"\s(?:\w+\s){0,2}\Z"
)
"""Before a cue, what tells that nobody said or thought so: a part of the cue."""
_FARTHEST = 40
"""Characters before a cue in which it is denied."""
_CALLS = re.compile(r"\s(?:for|on)(?=\s(?!(?:\w+day|and|but|or)\b))")
"""After "called", what makes it a demand (called for a ceasefire, called on both sides to stop)."""


def according(clause: Clause, cue: Span, voices: Voices) -> list[Quote]:
    """What is told "according to" someone."""
    text, row, (start, end) = clause.text, clause.row, clause.bounds
    at = bisect_left(row, Span(cue.end, cue.end))
    speaker = after(text, row, at) if at < len(row) else None
    if speaker is None:
        return []
    leads = cue.start - start < 3
    speaker = explained_behind(text, speaker, end, leads=True) if leads else _with_name(text, speaker, end, voices)
    stop = speaker.end
    if leads:
        comma = text.find(",", stop, end)
        return quote(clause, (comma if comma >= 0 else stop) + 1, end, speaker, cue)
    parts = _around(clause, cue.start, stop) or (Span(start, cue.start),)
    return [one for part in parts for one in quote(clause, part.start, part.end, speaker, cue)]


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
        or (verb in NOUNS and not _has_verb(text, bare, verb))
        or (verb in WISHES and text[bare.start : bare.end].lower() in MEANT)
        or (verb not in PLAIN and not voices.may_speak(text, Span(bare.start, max(bare.end, cue.start))))
    ):
        return None
    if inverted:
        return _Speaking(bare, _with_name(text, bare, end, voices), cue, verb, True, False)
    speaker = bare if verb in PARTICIPLES else explained_before(text, bare, cue.start)
    denied = _DENIED.search(text, max(speaker.end, cue.start - _FARTHEST), cue.start)
    if denied is not None:
        cue = Span(denied.start(), cue.end)
    called = _CALLS.match(text, cue.end, end) if verb.startswith("call") else None
    if called is not None and (called[0].endswith("for") or " to " in text[cue.end : end]):
        return _Speaking(bare, speaker, Span(cue.start, called.end()), verb, False, True)
    return _Speaking(bare, speaker, cue, verb, False, False)


def _with_name(text: str, bare: Span, end: int, voices: Voices) -> Span:
    """A voice behind its cue with what explains it, its name included (the firm's lawyer, Ana Flores, 34)."""
    name = voices.introduced(text, bare)
    if name is None:
        return explained_behind(text, bare, end)
    return Span(bare.start, explained_behind(text, name, end).end)


def _has_verb(text: str, bare: Span, verb: str) -> bool:
    """Is the cue that stands behind a phrase, and may be a noun, the verb to it (Marin plans, the firm's plans)?"""
    phrase = text[bare.start : bare.end].partition(",")[0]
    last = phrase.split()[-1]
    if _OWNED.search(phrase) or _NOT.search(phrase):
        return False
    return not verb.endswith("s") or not last.islower() or is_speaker(last)


def said(clause: Clause, cue: Span, voices: Voices, subject: Span | None, block: int) -> list[Quote]:
    """What someone said; `subject` is who spoke before in the sentence, and goes on in a participle ("adding")."""
    who = _speaking(clause, cue, voices, subject)
    if who is None:
        return []
    text, (start, end), speaker, cue, inverted = clause.text, clause.bounds, who.speaker, who.cue, who.inverted
    head_end = cue.start if inverted else who.bare.start
    tail_start = speaker.end if inverted else cue.end
    tail, explicit = (cue.end, True) if who.asks else begins(text, tail_start, end, who.verb, voices)
    if _nothing_said(text, tail_start, end):
        voices.spoke(speaker, cue, block)
        return []
    quoted_tail = any(
        cue.end - 1 <= p.start < end and (who.verb in STRONG or not _FAR.search(text, cue.end, p.start))
        for p in clause.inside
    )
    before_cue = cue.start if inverted else min(cue.start, max(start, who.bare.start))
    quoted_head = any(p.start < before_cue and p.end > start for p in clause.inside)
    if who.verb in JUDGING and not who.asks and not quoted_head:
        span = judged(text, cue.end, end, who.verb)
        if span is not None:
            return quote(clause, *span, speaker, cue)
    if not (quoted_head or inverted) and (around := _around(clause, head_end, tail_start)):
        return [one for part in around for one in quote(clause, part.start, part.end, speaker, cue)]
    if who.verb not in STRONG and not explicit and not quoted_tail and not quoted_head:
        return []
    if _is_modifier(clause, who):
        return []
    as_told = _AS.search(text, max(start, head_end - 6), head_end)
    if as_told is not None:
        head_end = as_told.start()
    head = trim(text, start, head_end)
    rest = trim(text, tail, end)
    if not explicit and not quoted_head and _LINKED.match(text, rest.start, rest.end):
        end = rest.start  # spoke on Friday and left: another verb of the voice
        rest = Span(end, end)
    short = count(text, rest)
    at_end = (
        not short
        or (short <= 3 and not explicit and ASIDE.match(text[tail_start:end]))
        or (not explicit and _is_occasion(text, head, head_end, Span(tail, end)))
        or (quoted_head and not quoted_tail and not explicit)
    )
    found: list[Quote] = []
    if (at_end or quoted_head or inverted) and (
        quoted_head
        or (
            count(text, head) > 3
            and ASIDE.match(text, tail if at_end else tail_start, end)
            and not _adjunct(text, head)
        )
    ):
        if text[max(0, head_end - 2) : head_end].strip() in _SEPARATORS:
            found += quote(clause, head.start, head.end, speaker, cue)
        elif (behind := _behind(clause, who.bare, voices)) is not None:
            found += quote(clause, behind[0].start, behind[0].end, behind[1], cue)
    if (not at_end or (quoted_tail and not found)) and (not found or quoted_tail):
        found += quote(clause, tail, end, speaker, cue)
    return found


def _is_modifier(clause: Clause, who: _Speaking) -> bool:
    """Does the cue belong to the noun before it (a letter announcing the talks), nothing showing what was said?"""
    return (
        who.verb in PARTICIPLES
        and who.verb not in ("saying", "telling")
        and who.bare.end + 1 == who.cue.start
        and not THAT.match(clause.text, who.cue.end)
        and not any(0 <= p.start - who.cue.end <= len(", “") for p in clause.inside)
    )


def _around(clause: Clause, head_end: int, tail_start: int) -> tuple[Span, ...] | None:
    """What stands before and behind a voice and its cue between two commas (All of this, he said, could be undone)."""
    text, (start, end) = clause.text, clause.bounds
    if text[max(start, head_end - 2) : head_end] != ", " or text[tail_start : tail_start + 2] != ", ":
        return None
    first = FIRST.match(text, tail_start + 1, end)
    if first is None or first[1] in PARTICIPLES or first[1] in _NO_REST or ADJUNCT.match(text, start, head_end):
        return None
    if text[start : head_end - 2].endswith((" and", " but", " who", " which", " that")):
        return (Span(tail_start + 2, end),)
    return Span(start, head_end), Span(tail_start + 2, end)


def _is_occasion(text: str, head: Span, head_end: int, tail: Span) -> bool:
    """Does a clause with a comma stand before the voice, and behind the cue only when, where and to whom it was said
    (Prices rose, Marin told the paper in an interview on Friday)?
    """
    return (
        text[head_end - 2 : head_end] == ", "
        and ASIDE.match(text, tail.start, tail.end) is not None
        and not ADJUNCT.match(text, head.start)
        and VERB.search(text, head.start, head.end) is not None
        and VERB.search(text, tail.start, tail.end) is None
    )


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
    return text[start:end].rstrip().endswith(":") and end - start < 2 * ANNOUNCED


def _adjunct(text: str, head: Span) -> bool:
    """Is what stands before the subject no clause but a time, a place or an occasion ("In a letter, she said …")?"""
    return ADJUNCT.match(text, head.start) is not None and text.find(",", head.start, head.end) < 0
