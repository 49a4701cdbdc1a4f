"""Quoted passages: what stands between quotation marks of any style, found segment by segment."""

from __future__ import annotations

import re

from index.documents.model import Span

_MARK = re.compile(r"[\"“”«»„]|‘(?=\w)|(?<!\w)'(?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_CLOSING = {"“": "”", "„": "“”", "«": "»", "‘": "’'", '"': '"', "'": "'’", "»": "«", "”": '”"'}
LONGEST_NESTED = 1_000
"""Characters in which a quotation within a quotation, and the outer one, end."""
LONGEST_SINGLE = 400
"""Single marks further apart than this are apostrophes."""


def quoted(text: str, start: int, end: int) -> list[Span]:
    """The passages of a segment between quotation marks, marks left out, in order and apart; a mark that is never
    closed reaches to the segment's end if the segment goes on with the quotation to its last character (as when the
    next paragraph continues it).
    """
    found: list[Span] = []
    opened: tuple[str, int] | None = None
    nested = False
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened is None:
            turned = mark == "”" and at == start and text[at + 1 : at + 2].isalpha()
            if (mark in ("’", "”", "»") and not turned) or (mark == "'" and at > start and text[at - 1].isalnum()):
                continue
            opened = (mark, at)
            nested = False
        elif mark == "“" and (opened[0] == '"' or (opened[0] == "“" and _inside(text, at, end))):
            nested = True
        elif mark == "”" and nested:
            nested = False
        elif mark in _CLOSING[opened[0]] or (opened[0], mark) in (("“", '"'), ('"', "”")):
            if mark in ("'", "’") and (at - opened[1] > LONGEST_SINGLE or _possessive(text, at, end)):
                continue
            if at > opened[1] + 1:
                found.append(Span(opened[1] + 1, at))
            opened = None
        elif opened[0] in ("'", "‘") and (mark in ('"', "“", "«") or at - opened[1] > LONGEST_SINGLE):
            opened = (mark, at) if mark in ('"', "“", "«", "„") else None
    if opened is not None and opened[0] in ('"', "“", "«", "„", "”") and end - opened[1] > 20:
        found.append(Span(opened[1] + 1, end))
    return found


def _inside(text: str, at: int, end: int) -> bool:
    """Does the opening mark stand within a quotation: after a word, both quotations being closed behind it?"""
    end = min(end, at + LONGEST_NESTED)
    closed = text.find("”", at, end)
    return at > 1 and text[at - 2].isalnum() and closed > 0 and text.find("”", closed + 1, end) > 0


def _possessive(text: str, at: int, end: int) -> bool:
    """Is the mark after a word's s rather the possessive of a plural ("the workers' rights") than the end of a
    quotation?
    """
    return text[at - 1] == "s" and at + 2 < end and text[at + 1] == " " and text[at + 2].islower()
