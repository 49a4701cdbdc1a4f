"""An HTML page becomes a flat list of text blocks, each knowing the boxes (elements) that it stands in.

The tree comes from selectolax (Lexbor, the HTML5 algorithm); the walk over it does not recurse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from index.documents.addresses import address
from index.documents.builder import Mark, Rich, joined, spaced
from index.documents.cleaning import clean
from index.documents.lines import is_final
from index.documents.model import InlineStyle
from index.documents.pages.box_names import UNNAMED, Named, named
from index.documents.pages.seen import is_unseen
from index.documents.patterns import late
from index.documents.pieces import Piece, lays_out_prose
from index.documents.wordlists import words

_NAMING: Final = (
    *("class", "id", "role", "itemprop"),
    *("data-testid", "data-component", "data-module", "data-area", "data-gu-name", "data-name"),
)
"""Where a page says what a box is for: names of classes may be made by a program, and then tell nothing."""
_WORDS_IN_ONE: Final = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")

_UNSEEN: Final = words(
    """
    script style noscript template iframe object embed svg math canvas audio video select button input textarea
    datalist head title meta link map area dialog
    amp-ad amp-analytics amp-consent amp-embed amp-iframe amp-lightbox amp-list amp-next-page amp-sidebar amp-sticky-ad
    amp-user-notification amp-video amp-web-push-widget
    """
)
_BLOCKS: Final = words(
    """
    html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table
    tbody td tfoot th thead tr ul caption
    """
)
_PHRASES: Final = words("span a time b i em strong small big label sup sub font abbr mark code u s cite q")
_PARTED: Final = words("div li header section article footer figcaption body main address")
_PARTED_AT_MOST: Final = 100
"""Blocks, and how many characters of them, in which what stands in elements of its own may be parted by styles."""
_CLOCK: Final = late(r"\d{1,2}[:.]\d\d")
_SET_IN: Final = late(r"[ \n]*(?:\xa0[ \n]?\xa0|[\u2001\u2003\u3000])\s*\S")
"""Spaces that show on a page, where plain ones at the beginning of a line do not."""
_PULLED: Final = frozenset(("div", "aside", "section", "p", "span"))
_CAPTIONED: Final = frozenset(("div", "p", "span", "footer", "dd"))
"""What may be a caption by its name."""
_CAPTION_AT_MOST: Final = 600
_BELOW_PICTURE_AT_MOST: Final = 200
_STYLES: Final[dict[str, InlineStyle]] = {
    "b": "strong",
    "strong": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "s": "strike",
    "strike": "strike",
    "del": "strike",
}


@dataclass(slots=True)
class Box:
    """An element that holds blocks: its tag, its class, id and role as one lower-case string, and its parent's
    number (-1: none).
    """

    tag: str
    names: str
    parent: int
    hidden: bool = False
    kind: str = ""
    """What the text in it is, where its tag or its name says so."""
    named: Named = UNNAMED


@dataclass(slots=True)
class Page:
    """The blocks of a page in order, and the boxes they stand in (a box comes before those inside it)."""

    boxes: list[Box]
    pieces: list[Piece]


def page(tree: LexborHTMLParser) -> Page:
    """The blocks of a parsed page."""
    walk = _Walk()
    node: LexborNode | None = tree.root
    path: list[tuple[str, bool]] = []
    while node is not None:
        down = walk.enter(node, path)
        following = node.first_child if down else None
        while following is None and node is not None:
            if path and down:
                walk.leave(*path.pop())
            following = node.next
            if following is None:
                node = node.parent
                down = True
        node = following
    walk.flush()
    return Page(walk.boxes, walk.pieces)


class _Walk:
    """What is open at the place the walk has reached."""

    def __init__(self) -> None:
        self.boxes: list[Box] = [Box("html", "", -1)]
        self.pieces: list[Piece] = []
        self._open: list[int] = [0]
        self._begun: list[tuple[int, bool]] = [(0, False)]
        """Of each open box how many blocks came before it, and whether a picture stands in it."""
        self._parts: list[str] = []
        self._length = 0
        self._linked = 0
        self._marks: list[Mark] = []
        self._styles: list[tuple[str, InlineStyle, int, str]] = []
        self._lists: list[tuple[str, int]] = []
        self._item = ""
        self._pre = 0
        self._ended = False  # nothing came since an element inside a block ended
        self._beside = False  # and now another has begun
        self._tables: list[list[list[list[Piece]]]] = []
        """Of each open table its rows, of a row its cells, of a cell its blocks."""
        self._header = False
        self._cell = False

    def enter(self, node: LexborNode, path: list[tuple[str, bool]]) -> bool:
        """Take in one node; whether its children are to be visited (then it is put on `path`)."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if (tag.startswith("-") and tag != "-document") or tag in _UNSEEN:
            return False
        if tag == "br":
            self._break()
            return False
        if tag == "img":
            self._begun[-1] = (self._begun[-1][0], True)
            return False
        attributes = node.attributes
        block = tag in _BLOCKS or (tag == "span" and _is_caption(attributes.get("class")))
        unseen = bool(attributes) and is_unseen(attributes)
        if block:
            self._open_block(tag, attributes, unseen=unseen)
        elif tag in _PHRASES:
            if unseen:
                return False
            self._beside = self._ended or tag == "time"
        if tag == "a" or tag in _STYLES:
            target = address(attributes.get("href")) if tag == "a" else ""
            self._styles.append((tag, "link" if tag == "a" else _STYLES[tag], self._length, target))
        path.append((tag, block))
        return True

    def leave(self, tag: str, block: bool) -> None:
        """Close what `enter` opened."""
        self._ended = not block
        if block:
            self._close_block(tag)
        elif (tag == "a" or tag in _STYLES) and self._styles and self._styles[-1][0] == tag:
            _, style, start, target = self._styles.pop()
            self._close_style(style, start, target)

    def _close_style(self, style: InlineStyle, start: int, target: str) -> None:
        if self._length > start:
            if style == "link":
                self._linked += self._length - start
            if style != "link" or target:
                self._marks.append(Mark(start, self._length, style, target))

    def _text(self, text: str) -> None:
        if len(self._parts) > 1 and self._parts[-1] == "\n" and self._begins_paragraph(text):
            self.flush()
        text = clean(text)
        if not self._pre:
            text = spaced(text, self._parts[-1] if self._parts else "")
        if text and self._beside and self._parts and self._apart(self._parts[-1], text):
            self._styles = [(tag, style, at + (at == self._length), to) for tag, style, at, to in self._styles]
            self._parts.append(" ")
            self._length += 1
        self._ended = self._beside = False
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _begins_paragraph(self, text: str) -> bool:
        """Whether text behind a line break is set in, below a line that ends a sentence, as paragraphs of print are."""
        return not self._pre and _SET_IN.match(text) is not None and is_final(self._parts[-2].rstrip())

    def _apart(self, before: str, text: str) -> bool:
        """Whether two elements without white space between them stand apart on the page, as a date and an hour or a
        writer and an office do, which the style sheet parts; words of prose are left as they are.
        """
        if self._length > _PARTED_AT_MOST:
            return False
        left, right = before[-1], text[0]
        if self.boxes[self._open[-1]].tag not in _PARTED:
            return left.isupper() and _CLOCK.match(text) is not None
        if right == "©":
            return left.isalnum()
        if right.isupper():
            return (
                left.islower() or left.isdigit() or left in ".!?…)" or (before[-2:].isupper() and text[1:2].islower())
            )
        return right.isdigit() and (left.isalpha() or (left.isdigit() and _CLOCK.match(text) is not None))

    def _break(self) -> None:
        if self._parts and self._parts[-1] == "\n" and not self._pre:
            self.flush()
        elif self._parts:
            self._parts.append("\n")
            self._length += 1

    def flush(self) -> None:
        """End the running block; it joins the page, unless it is a table's cell."""
        if not self._parts:
            return
        for _, style, start, target in self._styles:
            self._close_style(style, start, target)
        self._styles = [(tag, style, 0, target) for tag, style, _, target in self._styles]
        rich = Rich("".join(self._parts), tuple(self._marks)).strip()
        linked, self._linked = self._linked, 0
        self._parts, self._marks, self._length = [], [], 0
        if not rich.text:
            return
        tag = next(filter(None, (self.boxes[number].kind for number in reversed(self._open))), "p")
        if tag == "figcaption" and len(rich.text) > _CAPTION_AT_MOST:
            tag = "p"
        piece = Piece(tag, rich, min(linked, len(rich.text)), self._open[-1])
        if tag in ("p", "blockquote"):
            piece.quoted = tag == "blockquote" or any(self.boxes[number].named.quote for number in self._open[-3:])
        if tag == "li":
            piece.marker, self._item = self._item, ""
            piece.level = max(1, len(self._lists))
        (self._tables[-1][-1][-1] if self._cell and self._tables else self.pieces).append(piece)

    def _open_block(self, tag: str, attributes: dict[str, str | None], *, unseen: bool) -> None:
        self.flush()
        if self._cell and tag in _LAID_OUT:
            self._close_table(prose=True)
        names = " ".join(filter(None, map(attributes.get, _NAMING)))[:400]
        hidden = unseen or (attributes.get("aria-hidden") == "true" and tag != "figcaption")
        if _WORDS_IN_ONE.search(names):
            names = f"{names} {_WORDS_IN_ONE.sub(' ', names)}"
        called = named(names.lower()) if names else UNNAMED
        kind = "blockquote" if called.pulled and tag in _PULLED else _KINDS.get(tag, "")
        if not kind and tag in _CAPTIONED:
            kind = "p" if tag == "p" and called.summary else "figcaption" if called.caption else ""
        self.boxes.append(Box(tag, names.lower(), self._open[-1], hidden, kind, called))
        self._open.append(len(self.boxes) - 1)
        self._begun.append((len(self.pieces), False))
        if tag in ("ul", "ol", "menu", "dir"):
            start = attributes.get("start") or "1"
            self._lists.append(
                (
                    "ol" if tag == "ol" else "ul",
                    int(start) - 1 if start.isascii() and start.isdigit() and len(start) < 6 else 0,
                )
            )
        elif tag == "li":
            kind, number = self._lists[-1] if self._lists else ("ul", 0)
            if self._lists:
                self._lists[-1] = (kind, number + 1)
            self._item = f"{number + 1}." if kind == "ol" else "•"
        elif tag == "pre":
            self._pre += 1
        elif tag == "table":
            if self._tables:  # a table in a table lays out the page: its cells are prose
                self._close_table(prose=True)
            self._tables.append([])
            self._header = False
        elif tag == "tr" and self._tables:
            self._tables[-1].append([])
        elif tag in ("td", "th") and self._tables and self._tables[-1]:
            self._tables[-1][-1].append([])
            self._cell = True
            self._header = self._header or (tag == "th" and len(self._tables[-1]) == 1)

    def _close_block(self, tag: str) -> None:
        self.flush()
        if tag in ("td", "th"):
            self._cell = False
        elif tag == "table" and self._tables:
            self._close_table(prose=False)
        elif tag in ("ul", "ol", "menu", "dir") and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._pre = max(0, self._pre - 1)
        if len(self._open) > 1:
            number = self._open.pop()
            before, pictured = self._begun.pop()
            if pictured and self.boxes[number].named.picture:
                self._caption(self.pieces[before:])

    def _caption(self, inside: list[Piece]) -> None:
        """The one short block in the box of a picture says what it shows."""
        if len(inside) == 1 and inside[0].tag == "p" and len(inside[0].rich.text) <= _BELOW_PICTURE_AT_MOST:
            inside[0].tag = "figcaption"

    def _close_table(self, *, prose: bool) -> None:
        """The table joins the page, or, where it lays out prose, what stands in its cells does."""
        table = [row for row in self._tables.pop() if any(row)]
        self._cell = False
        if not table:
            return
        rows = [[_as_cell(blocks) for blocks in row] for row in table]
        several = any(len(blocks) > 2 for row in table for blocks in row)
        if prose or lays_out_prose(rows, several=several and not self._header):
            self.pieces += [block for row in table for blocks in row for block in blocks]
        else:
            self.pieces.append(Piece("table", Rich(""), 0, self._open[-1], header=self._header, cells=rows))


def _is_caption(names: str | None) -> bool:
    return bool(names) and named((names or "")[:400].lower()).caption


def _as_cell(blocks: list[Piece]) -> Rich:
    return joined(part for block in blocks for part in (_SPACE, block.rich)).strip()


_SPACE: Final = Rich(" ")
# A table whose cells hold such things lays out the page.
_LAID_OUT: Final = frozenset(("nav", "article", "section", "aside", "header", "footer", "form", "h1", "h2", "h3"))
_KINDS: Final = {
    tag: tag for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "figcaption", "caption")
} | {"figure": "figcaption", "article": "p"}
"""What kind of block an element makes of the text in it; of a picture that is what stands below it.  An article in a
list is an entry of a report, and no item."""
