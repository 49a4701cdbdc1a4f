"""Transcripts and interviews: lines that a label gives to a voice ("Q:", "MODERATOR:", "Elena Kovac:")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.documents.model import Document, Span
from index.documents.sentences import Segment
from index.entities.model import Quote
from index.entities.quoting.parts import trim
from index.entities.quoting.speech import VERBS
from index.entities.quoting.voices import Voices

FEWEST = 3
"""Labelled lines that make a transcript."""
_LABEL = re.compile(r"\W{0,3}(?P<label>[^\W\d_][^\n:“”\"?!]{0,40}?)(?:\s*\([^()\n]{1,40}\))?\W{0,3}?:\s+(?=\S)")
_INITIALS = re.compile(r"[QA]\d?\Z")


def transcript(document: Document, parts: Sequence[Segment], voices: Voices) -> list[Quote]:
    """What each label says, a quotation a line; lines without a label go on with the voice before them.  Nothing unless
    the labels alternate: three lines, two labels, and one of them twice or an initial of question and answer.
    """
    text = document.text
    labels: list[Span | None] = []
    for part in parts:
        match = None if part.kind in ("heading", "code", "boilerplate") else _LABEL.match(text, part.start, part.end)
        span = None if match is None else Span(*match.span("label"))
        labels.append(span if span is not None and _is_label(text, span, voices) else None)
    names = Counter(text[span.start : span.end] for span in labels if span is not None)
    alternate = names and (max(names.values()) > 1 or any(_INITIALS.match(name) for name in names))
    if names.total() < FEWEST or len(names) < 2 or not alternate:
        return []
    last = max(at for at, span in enumerate(labels) if span is not None)
    found: list[Quote] = []
    speaker: Span | None = None
    for part, label in zip(parts[: last + 1], labels, strict=False):
        start = part.start
        if label is not None:
            speaker = label
            start = text.index(":", label.end) + 1
        elif part.kind in ("heading", "code", "boilerplate"):
            speaker = None
        span = trim(text, start, part.end)
        if speaker is not None and span.end > span.start:
            found.append(Quote(span.start, span.end, speaker, None, "direct"))
    return found


def _is_label(text: str, span: Span, voices: Voices) -> bool:
    """Initials of question and answer, capitals, a name, or a word for people; nobody with a verb ("Kovac added:")."""
    words = text[span.start : span.end]
    if words.rpartition(" ")[2] in VERBS:
        return False
    return bool(_INITIALS.match(words)) or (
        len(words.split()) <= 5
        and (words.isupper() or voices.is_named(span) or (words[0].isupper() and voices.may_speak(text, span)))
    )
