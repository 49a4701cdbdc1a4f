"""The mentions of one document, before it is asked which of them are one thing.

Two passes: the first divides every run of capitals by its own evidence and remembers what was clear; the second
divides the runs again with that memory, so that a surname alone, a headline in capitals or a word that begins a
sentence profits from the places where the text is plainer.
"""

from __future__ import annotations

import re

from index.documents.model import Document
from index.documents.sentences import segments
from index.entities.model import EntityType, Mention
from index.entities.recognising.abroad import LANGUAGES, names_abroad
from index.entities.recognising.dates import Time, day_comes_first, times
from index.entities.recognising.dates_abroad import times_abroad
from index.entities.recognising.lexicon import COUNTED, DATED, FEAST
from index.entities.recognising.line import Line, line
from index.entities.recognising.memory import remember
from index.entities.recognising.names import Piece, are_lists, divide, divide_again
from index.entities.recognising.numbers import amounts
from index.entities.recognising.tokens import ABBREVIATIONS, scan, tokenise
from index.entities.tables import Tables, tables

REPORTED: dict[str, EntityType] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "PLACE": "PLACE",
    "GROUP": "GROUP",
    "EVENT": "EVENT",
}
TRUCE = re.compile(r"\b(?:Easter|Christmas|Ramadan|Eid|Olympic|New Year|Victory Day) (?:truce|cease-?fire)s?\b")
"""Truces are named by the feast they are made for."""
_PLAIN = (("’", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u2009", " "), ("\u202f", " "), ("\u2011", "-"), ("\u2010", "-"))
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S+")


def plain_text(text: str) -> str:
    """The text with curly apostrophes and odd spaces made plain and addresses of the net made blank; the length
    stays.
    """
    for odd, usual in _PLAIN:
        text = text.replace(odd, usual)
    if "@" not in text and "://" not in text and "www." not in text:
        return text
    return ADDRESS.sub(lambda match: " " * len(match.group()), text)


def named(document: Document) -> tuple[Mention, ...]:
    """The mentions of a document, sorted and apart, before it is asked which of them are one thing."""
    known = tables()
    plain = plain_text(document.text)
    rows: list[Line] = []
    quantities: list[Mention] = []
    day_first = day_comes_first(plain)
    for segment in segments(document):
        if segment.kind == "code":
            continue
        tokens = tokenise(plain, segment.start, segment.end)
        if tokens.words:
            row = line(plain, tokens, segment.kind in ("heading", "table"), known)
            rows.append(row)
            quantities.extend(_quantities(document.text, row, segment.end, day_first))
    if document.language in LANGUAGES:
        parts = [(segment.start, segment.end) for segment in segments(document) if segment.kind != "code"]
        abroad = [
            Mention(start, end, document.text[start:end], kind, "")
            for start, end, kind in names_abroad(document.language, plain, parts)
        ]
        quantities.extend(_dates(document.text, times_abroad(document.language, plain, parts)))
        return _apart(abroad, quantities)
    listed = are_lists(rows)
    readings = [divide(row, known, listed=listed) for row in rows]
    memory = remember(rows, readings)
    if memory.sport:
        quantities = [each for each in quantities if not each.value.startswith("--") or "/" not in each.value]
    names = [
        mention
        for row, reading in zip(rows, readings, strict=True)
        for piece in divide_again(row, reading, known, memory, listed=listed)
        if piece.kind in REPORTED and (mention := _mention(document.text, row, piece, known)) is not None
    ]
    return _apart(names, quantities)


def _mention(text: str, row: Line, piece: Piece, known: Tables) -> Mention | None:
    """The minimal span of a piece, with its title."""
    start, end = row.starts[piece.start], row.ends[piece.end - 1]
    kind = REPORTED[piece.kind]
    title = ""
    if kind == "PERSON":
        title = _title(text, row, piece, known)
    if end <= start:
        return None
    return Mention(start, end, text[start:end], kind, "", "", title)


def _title(text: str, row: Line, piece: Piece, known: Tables) -> str:
    """The title or office before a name as printed: capitalised, or an office in small letters ("former president
    Putin").
    """
    if piece.title:
        first, last = piece.title
        while first and row.words[first - 1].lower() in known.classes["title_modifiers"] and row.gap(first):
            first -= 1
        first -= _first_rank(row, first)
        return text[row.starts[first] : row.ends[last - 1]].strip()
    at = piece.start
    offices = known.classes["office_words"]
    first = at
    while first and row.words[first - 1].islower() and row.words[first - 1] in offices and row.gap(first) == " ":
        first -= 1
    if first == at or row.words[at - 1] not in known.classes["titles_lower"]:
        return ""
    return text[row.starts[first] : row.ends[at - 1]]


def _first_rank(row: Line, first: int) -> int:
    """The tokens of a short rank that a hyphen joins to the title at token `first` (Maj.-Gen.); 0: there is none."""
    joined = first > 2 and row.words[first - 2 : first] == [".", "-"] and not (row.gap(first) or row.gap(first - 1))
    return 3 if joined and row.words[first - 3] in ABBREVIATIONS else 0


def _quantities(text: str, row: Line, end: int, day_first: bool | None) -> list[Mention]:
    """Dates, numbers and named truces of a segment; where they meet, money and percentages go before dates, and the
    longer one before the shorter.
    """
    plain = row.plain
    marked = row.marked(DATED | COUNTED | FEAST)
    dated, counted, feasts = ([start for start, flags in marked if flags & flag] for flag in (DATED, COUNTED, FEAST))
    found: list[Mention] = []
    if dated:
        found = _dates(text, times(plain, dated, end, day_first=day_first))
    if counted:
        found += [
            Mention(a.start, a.end, text[a.start : a.end], "NUMBER", "", a.value) for a in amounts(plain, counted, end)
        ]
    if feasts:
        found += [Mention(*m.span(), text[m.start() : m.end()], "EVENT", "") for m in scan(TRUCE, plain, feasts, end)]
    found.sort(key=lambda m: (m.start, m.start - m.end, m.type))
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _dates(text: str, found: list[Time]) -> list[Mention]:
    return [Mention(t.start, t.end, text[t.start : t.end], "DATE", "", t.value) for t in found]


def _apart(names: list[Mention], quantities: list[Mention]) -> tuple[Mention, ...]:
    """All mentions, sorted, none over another: a date or a number gives way to a name that is longer."""
    merged: list[Mention] = []
    for mention in sorted([*names, *quantities], key=lambda m: (m.start, -m.end)):
        if merged and mention.start < merged[-1].end:
            before = merged[-1]
            if mention.type in ("DATE", "NUMBER", "EVENT") and mention.end - mention.start >= before.end - before.start:
                merged[-1] = mention
            continue
        merged.append(mention)
    return tuple(merged)
