"""Inline marks in plain text: ***emphasis***, _emphasis_, `code`, [text](https://...), taken out of the text in
linear time.

A run of stars opens before a letter and closes behind one, with a run of equal length; what finds no partner stays as
it is, so that "5 * 3", "f***" and a footnote's star are left alone.
"""

from __future__ import annotations

from typing import Final

from index.documents.builder import Mark, Rich
from index.documents.model import InlineStyle
from index.documents.patterns import late

_TOKEN: Final = late(
    r"(?P<run>\*+|_+|~~)"
    r"|`(?P<code>[^`\n]{1,200})`"
    r"|!?\[(?P<text>[^\[\]\n]{1,300})\]\((?P<target>(?:https?://|mailto:)[^\s()<>]{1,2000})\)"
)
_STYLES: Final[dict[str, tuple[InlineStyle, ...]]] = {
    "*": ("emphasis",),
    "**": ("strong",),
    "***": ("strong", "emphasis"),
    "_": ("emphasis",),
    "__": ("strong",),
    "___": ("strong", "emphasis"),
    "~~": ("strike",),
}


def marked(text: str) -> Rich:
    """`text` without its inline marks, which become spans.  Source: the conventions of CommonMark, kept to pairs of
    equal runs.
    """
    if "*" not in text and "_" not in text and "`" not in text and "[" not in text and "~" not in text:
        return Rich(text)
    gone, marks = _pairs(text)
    if not gone:
        return Rich(text)
    return _without(text, gone, marks)


def _pairs(text: str) -> tuple[list[tuple[int, int]], list[Mark]]:
    """What to cut out of `text`, and the marks in its own offsets."""
    gone: list[tuple[int, int]] = []
    marks: list[Mark] = []
    openers: dict[str, int] = {}
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        run = found["run"]
        if run is None:
            name = "code" if found["code"] is not None else "text"
            if name == "code" and (found["code"] != found["code"].strip() or text[end : end + 1] == "`"):
                continue
            inner = found.span(name)
            gone += [(start, inner[0]), (inner[1], end)]
            marks.append(Mark(*inner, "code") if name == "code" else Mark(*inner, "link", found["target"]))
            continue
        if run not in _STYLES:
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        within = run[0] == "_"
        closes = bool(before) and not before.isspace() and not (within and after.isalnum())
        opens = bool(after) and not after.isspace() and not before.isalnum()
        opener = openers.get(run)
        if closes and opener is not None and start > opener + len(run):
            gone += [(opener, opener + len(run)), (start, end)]
            marks.extend(Mark(opener + len(run), start, style) for style in _STYLES[run])
            # What was opened inside and not closed there cannot be closed outside.
            openers = {other: at for other, at in openers.items() if at < opener}
        elif opens:
            openers[run] = start
    return sorted(gone), marks


def _without(text: str, gone: list[tuple[int, int]], marks: list[Mark]) -> Rich:
    """`text` less the ranges `gone` (sorted, disjoint), with the marks moved, which all end before one of these."""
    kept: list[str] = []
    places = sorted({place for mark in marks for place in (mark.start, mark.end)})
    moved: dict[int, int] = {}
    at = shift = turn = 0
    for start, end in gone:
        kept.append(text[at:start])
        while turn < len(places) and places[turn] <= start:
            moved[places[turn]] = places[turn] - shift
            turn += 1
        shift += end - start
        at = end
    kept.append(text[at:])
    return Rich("".join(kept), tuple(mark._replace(start=moved[mark.start], end=moved[mark.end]) for mark in marks))
