"""The common way in which every format puts together a text, its blocks and its inline marks, with offsets that fit.

A format hands over blocks one after the other, each a `Rich` (a string with marks inside it); the builder joins them
with line ends, shifts the marks, and lays out tables (one line a row, two spaces between cells).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from index.documents.cleaning import clean
from index.documents.model import Block, BlockKind, BlockRole, Inline, InlineStyle, Span
from index.documents.patterns import late

CELL_GAP = "  "
_PARTING: Final = late(r"\n *+\n[ \n]*+")


class Mark(NamedTuple):
    """Emphasis or a link on the characters `start` to `end` of a `Rich`'s text."""

    start: int
    end: int
    style: InlineStyle
    target: str = ""


class Rich(NamedTuple):
    """A string and the marks inside it."""

    text: str
    marks: tuple[Mark, ...] = ()

    def cut(self, start: int, end: int) -> Rich:
        """Characters `start` to `end`, with what is left of the marks there."""
        if not self.marks:
            return Rich(self.text[start:end])
        marks = [
            mark._replace(start=max(mark.start, start) - start, end=min(mark.end, end) - start)
            for mark in self.marks
            if mark.start < end and mark.end > start
        ]
        return Rich(self.text[start:end], tuple(marks))

    def strip(self) -> Rich:
        """The same without white space at its ends."""
        bare = self.text.strip()
        if len(bare) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, start + len(bare))


def joined(parts: Iterable[Rich]) -> Rich:
    """The parts one behind the other."""
    texts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for part in parts:
        marks.extend(mark._replace(start=mark.start + at, end=mark.end + at) for mark in part.marks)
        texts.append(part.text)
        at += len(part.text)
    return Rich("".join(texts), tuple(marks))


def parted(rich: Rich) -> list[Rich]:
    """The paragraphs of a text in which two line breaks or more, with but spaces between them, part them."""
    if "\n" not in rich.text:
        return [rich]
    parts: list[Rich] = []
    at = 0
    for found in _PARTING.finditer(rich.text):
        parts.append(rich.cut(at, found.start()))
        at = found.end()
    parts.append(rich.cut(at, len(rich.text)) if at else rich)
    return [part for part in parts if part.text.strip()]


def spaced(text: str, before: str) -> str:
    """`text` with its white space as it is read behind `before`: single spaces, and none where a line begins."""
    bare = " ".join(text.split())
    if text[:1].isspace():
        bare = " " + bare
    if bare.strip() and text[-1:].isspace():
        bare += " "
    return bare[1:] if bare[:1] == " " and before[-1:] in ("", " ", "\n") else bare


class Content(NamedTuple):
    """What a format makes of a file: a text, and spans on it."""

    text: str
    blocks: tuple[Block, ...]
    inlines: tuple[Inline, ...]


class Parsed(NamedTuple):
    """Content, and what the file itself says of title, date (ISO 8601), language (BCP 47) and its own address; None,
    or "", where it is silent.
    """

    content: Content
    title: str | None = None
    date: str | None = None
    language: str | None = None
    truncated: bool = False
    address: str = ""


class Builder:
    """Takes blocks in reading order; `content()` gives the whole."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._at = 0
        self._blocks: list[Block] = []
        self._inlines: list[Inline] = []

    @property
    def blocks(self) -> Sequence[Block]:
        """What was added so far."""
        return self._blocks

    def add(
        self,
        kind: BlockKind,
        rich: Rich | str,
        *,
        level: int = 0,
        role: BlockRole = "",
        marker: str = "",
    ) -> None:
        """Add one block; nothing happens where it holds only white space.  Its parts have passed the door before."""
        rich = _sound(rich if isinstance(rich, Rich) else Rich(rich)).strip()
        if not rich.text:
            return
        start = self._begin(kind)
        self._put(rich)
        self._blocks.append(Block(kind, start, self._at, level, role, marker=marker))

    def table(self, rows: Sequence[Sequence[Rich]], *, header: bool, aligned: str = "") -> None:
        """Add a table; rows are padded to the widest, rows of empty cells are left out."""
        kept = [[_sound(cell).strip() for cell in row] for row in rows]
        kept = [row for row in kept if any(cell.text for cell in row)]
        if not kept:
            return
        width = max(len(row) for row in kept)
        start = self._begin("table")
        spans: list[tuple[Span, ...]] = []
        for number, row in enumerate(kept):
            if number:
                self._raw("\n")
            last = max(index for index, cell in enumerate(row) if cell.text)
            cells: list[Span] = []
            for index, cell in enumerate(row[: last + 1]):
                if index:
                    self._raw(CELL_GAP)
                at = self._at
                self._put(Rich(" ".join(cell.text.split())) if "\n" in cell.text else cell)
                cells.append(Span(at, self._at))
            cells.extend(Span(self._at, self._at) for _ in range(width - len(cells)))
            spans.append(tuple(cells))
        headed = header and len(kept) > 1
        self._blocks.append(
            Block("table", start, self._at, rows=tuple(spans), header=headed, aligned=aligned[:width].rstrip())
        )

    def content(self) -> Content:
        """Everything added so far."""
        return Content("".join(self._texts), tuple(self._blocks), tuple(sorted(self._inlines, key=_place)))

    def _begin(self, kind: BlockKind) -> int:
        if self._blocks:
            self._raw("\n" if kind == "list_item" and self._blocks[-1].kind == "list_item" else "\n\n")
        return self._at

    def _raw(self, text: str) -> None:
        self._texts.append(text)
        self._at += len(text)

    def _put(self, rich: Rich) -> None:
        for mark in rich.marks:
            if mark.start < mark.end:
                self._inlines.append(Inline(mark.start + self._at, mark.end + self._at, mark.style, mark.target))
        self._raw(rich.text)


def _place(inline: Inline) -> tuple[int, int, str]:
    return (inline.start, -inline.end, inline.style)


def _sound(rich: Rich) -> Rich:
    """The same, clean over the seams between its parts too: where a tag, a comment or a run of the file stood, or a
    character was spelt by its number, a combining mark meets its letter only now.

    Where that changes the text, its marks are given up rather than left on the wrong characters.
    """
    if rich.text.isascii():
        return rich
    text = clean(rich.text)
    return rich if text == rich.text else Rich(text)
