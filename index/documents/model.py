"""A document: one clean text, and everything else as spans on it (stand-off annotation).

`Document.text` is what a person reads: free of markup, control and escape characters, NFC normalised, lines ended by
a single line feed.  All offsets in the project count characters (code points) of that text, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "list_item", "table", "quote", "caption", "code", "boilerplate"]
BlockRole = Literal["", "title", "question"]
InlineStyle = Literal["strong", "emphasis", "code", "link", "strike", "note"]
_START = attrgetter("start")


class Span(NamedTuple):
    """Characters `start` up to, not including, `end` of a document's text."""

    start: int
    end: int


class Block(NamedTuple):
    """A run of text of one kind.  Blocks are in order, do not overlap, and hold all text but white space.

    `level` is 1 to 6 for headings, the depth from 1 for list items, else 0.  `rows` holds, for a table, the cells of
    each row as spans inside the block (an empty cell is an empty span); `header` says that the first row is a header;
    `aligned` has a letter for each column of which the article says how it is set: "l" left, "c" centred, "r" right,
    a blank where it does not.  `marker` is the list item's printed mark ("1.", "•"), which is not in the text.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    role: BlockRole = ""
    rows: tuple[tuple[Span, ...], ...] = ()
    header: bool = False
    marker: str = ""
    aligned: str = ""


class Inline(NamedTuple):
    """Emphasis, a link or the sign of a footnote ("note") inside a block.

    `target` is the link's cleaned address, http, https or mailto only.
    """

    start: int
    end: int
    style: InlineStyle
    target: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it is read.

    `path` names it in the corpus, with "/"; `date` is ISO 8601 (as the file states it, or its address) or None;
    `language` is a BCP 47 tag or None; `sha256` is the hash of the file's bytes; `truncated` says that the file was
    longer than what is read of it; `address` is where it was published (http or https), as front matter, its first
    lines or the page say, or "".
    """

    path: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    inlines: tuple[Inline, ...] = ()
    date: str | None = None
    language: str | None = None
    encoding: str = "utf-8"
    sha256: str = ""
    truncated: bool = False
    address: str = ""

    def block_at(self, place: int) -> int:
        """Which block is the last that begins at a character or before it; -1 where none does."""
        return bisect_right(self.blocks, place, key=_START) - 1

    def outline(self, index: int) -> tuple[BlockKind, int, int, tuple[tuple[Span, ...], ...]]:
        """Kind, start, end and table rows of a block."""
        block = self.blocks[index]
        return block.kind, block.start, block.end, block.rows

    def title_start(self) -> int:
        """Where the title stands in the text, or -1."""
        for block in self.blocks:
            if block.role == "title":
                return block.start if self.text[block.start : block.end] == self.title else -1
        return -1


class SourceFile(NamedTuple):
    """A regular file of the corpus: where it is, and what tells cheaply that it changed (bytes, nanoseconds)."""

    path: str
    location: str
    size: int
    mtime_ns: int


class Skipped(NamedTuple):
    """A file that is not read, and the reason in a few words; `unreadable` where it is an article by its kind, or a
    folder that may hold some."""

    path: str
    reason: str
    unreadable: bool = False
