"""Direct quotations in articles in other languages than English, with who speaks.

A passage in quotation marks of any style („…“, «…», »…«), or a paragraph that begins with a dash, is a quotation; the
voice is the name beside a verb of saying right behind it or before it in its sentence.  What stands without marks is
not told there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from index.documents.model import Span
from index.documents.sentences import Segment
from index.entities.model import Mention, Quote
from index.entities.quoting.cues_abroad import Cues, cues
from index.entities.quoting.parts import count, trim

_PASSAGE = re.compile(
    '„(?P<low>[^„“”]+)[“”]|«(?P<out>[^«»]+)»|»(?P<in>[^«»]+)«|“(?P<high>[^“”]+)”|"(?P<plain>[^"]+)"',
)
_BEHIND = re.compile(r"[\s,.;–—-]*(?P<told>[^.!?;:„“”«»\"\n]{1,160})")
"""What stands behind a passage up to the end of its sentence, or to the next passage."""
_BEFORE = re.compile(r"(?:\A|[.!?…„“”«»\"\n])(?P<told>[^.!?…„“”«»\"\n]{1,200}?)[\s:,]*\Z")
_LONGEST_BEFORE = 220
_FIRST_DASH = re.compile(r"[–—-]\s*")
_DASH = re.compile(r"\s[–—-](?:\s|(?=\w))|(?<=[\w,.!?…»“”\"])—\s*")
FEWEST_WORDS = 3
"""Words of a quotation with a voice, at least; twice as many without one."""


_Told = tuple[Span | None, Span | None]
"""Who speaks, and the cue."""


def quotations_abroad(language: str, text: str, parts: Sequence[Segment], mentions: Sequence[Mention]) -> list[Quote]:
    """The direct quotations of a document in that language, in order and apart."""
    reader = _Reader(text, cues(language), mentions)
    return [
        one
        for part in parts
        if part.kind not in ("code", "boilerplate")
        for one in reader.dialogue(part) or reader.passages(part)
    ]


class _Reader:
    """Finds quotations and voices in the segments of one text."""

    def __init__(self, text: str, words: Cues, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._cues = words
        self._named = [each for each in mentions if each.type in ("PERSON", "ORG")]
        self._starts = [each.start for each in self._named]
        self._people = [each for each in self._named if each.type == "PERSON"]
        self._people_starts = [each.start for each in self._people]

    def passages(self, part: Segment) -> list[Quote]:
        """The quotations between marks of a segment; one without a voice goes on with that of the one before."""
        found: list[Quote] = []
        last: Quote | None = None
        for match in _PASSAGE.finditer(self._text, part.start, part.end):
            span = trim(self._text, *match.span(match.lastgroup or 0))
            told = self._told(part, match)
            if told is None and last is not None:
                told = last.speaker, last.cue
            if count(self._text, span) < (FEWEST_WORDS if told else 2 * FEWEST_WORDS):
                continue
            speaker, cue = told or (None, None)
            if told and speaker is None:
                speaker = (last.speaker if last else None) or self._named_before(part, span.start)
            last = Quote(span.start, span.end, speaker, cue, "direct")
            found.append(last)
        return found

    def _told(self, part: Segment, passage: re.Match[str]) -> _Told | None:
        """The voice and the cue beside a passage; None where there is no cue."""
        text = self._text
        first = max(part.start, passage.start() - _LONGEST_BEFORE)
        lead = text[first : passage.start()]
        found = _BEFORE.search(lead)
        before = Span(first + found.start("told"), first + found.end("told")) if found else None
        if before and lead.rstrip().endswith(":") and (told := self._voice(before, before=True)):
            return told
        behind = _BEHIND.match(text, passage.end(), part.end)
        if behind and (told := self._voice(Span(*behind.span("told")), before=False)):
            return told
        return self._voice(before, before=True) if before else None

    def _voice(self, span: Span, *, before: bool) -> _Told | None:
        """The voice and the cue in the words before or behind a passage; None where no cue is."""
        text = self._text
        colon = before and text[span.end :].lstrip()[:1] == ":"
        verbs = self._cues.verbs(text, span, before=before, colon=colon)
        if verbs:
            cue = verbs[-1] if before else verbs[0]
            return self._nearest(span, cue, hearers=False), cue
        by = self._cues.source(text, span)
        if by is None:
            return None
        cue = by
        first = cue.start <= span.start + 1
        voice = self._nearest(Span(self._beside(cue), span.end), cue, hearers=True)
        # Within a sentence "pour" gives speech to nobody where no name is beside it ("il a voté pour « ... »").
        return (voice, cue) if first or (before and voice) else None

    def _beside(self, cue: Span) -> int:
        """Where a cue begins with the name right before it: "Anna Weber zufolge"."""
        at = bisect_left(self._starts, cue.start) - 1
        return self._named[at].start if at >= 0 and self._named[at].end == cue.start - 1 else cue.start

    def _nearest(self, span: Span, cue: Span, *, hearers: bool) -> Span | None:
        """The name next to a cue in these words: the first behind it, else the last before it; `hearers`: also those
        of whom somebody spoke to.
        """
        named = self._named[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        if not hearers:
            named = [each for each in named if not self._cues.is_hearer(self._text, each.start)]
        people = [each for each in named if each.type == "PERSON"] or named
        behind = next((each for each in people if each.start >= cue.end), None)
        best = behind or (people[-1] if people else None)
        return Span(best.start, best.end) if best else None

    def _named_before(self, part: Segment, at: int) -> Span | None:
        """The person named last in the segment before `at`: whom a pronoun means ("a-t-elle déclaré")."""
        before = bisect_left(self._people_starts, at)
        best = self._people[before - 1] if before else None
        return Span(best.start, best.end) if best and best.start >= part.start else None

    def dialogue(self, part: Segment) -> list[Quote]:
        """What a paragraph that begins with a dash tells: speech, between dashes who speaks, and speech again."""
        text = self._text
        first = _FIRST_DASH.match(text, part.start, part.end)
        if first is None:
            return []
        dashes = [first, *(each for each in _DASH.finditer(text, first.end(), part.end))]
        if len(dashes) < 2:
            return []
        ends = [each.start() for each in dashes[1:]] + [part.end]
        pieces = [Span(dash.end(), end) for dash, end in zip(dashes, ends, strict=True)]
        told = self._voice(pieces[1], before=False)
        if told is None:
            return []
        speech = [trim(text, _past_stop(text, piece), piece.end) for piece in pieces[::2]]
        return [Quote(*span, *told, "direct") for span in speech if count(text, span) > 0]


def _past_stop(text: str, piece: Span) -> int:
    """Where a piece begins, behind the full stop that closes the one before it ("—dijo Ana—. Hoy no")."""
    return piece.start + (text[piece.start : piece.start + 1] in (".", ","))
