"""Which blocks of a page are its article: our own main-text rule.

Boxes that the page itself calls navigation, comments, sharing and the like are put aside, unless they hold most of
the page's prose. Then the article is the box that says so (articleBody, article, main) if it holds enough of the
prose, else the smallest box that holds most of it.  Inside it, lists and short blocks made of links are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from index.documents.cleaning import clean_line
from index.documents.lines import is_hour
from index.documents.pages.box_names import ASIDE_TAGS
from index.documents.pages.tree import Box, Page
from index.documents.pieces import Piece
from index.documents.wordlists import words

_KEPT_TAGS: Final = frozenset(("html", "body", "article", "main"))
_TEXT_TAGS: Final = frozenset(
    ("p", "li", "ul", "ol", "dl", "dd", "dt", "pre", "figcaption", "caption", "h1", "h2", "h3", "h4", "h5", "h6")
)
"""What is a piece of an article, however much of it, and not the article."""
_ENTRY_NAMES: Final = words("message msg post entry tweet status update")
_NAME: Final = re.compile(r"[a-z]+")
_UNDER_HEADLINE: Final = 16
"""Blocks between the headline and the article's box, some of which may be of the article."""
_ABOVE_HEADLINE: Final = 4
"""Blocks above the headline, one of which may say when the article came out."""
_DATED_AT_MOST: Final = 8
"""Blocks at the top of the article, likewise, or say once more what sums it up."""
_SUMMARY_AT_MOST: Final = 600
_CLOCK: Final = re.compile(r"\d[:.h]\d\d")
_HEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))
PROSE_LENGTH: Final = 40
"""Characters from which a block counts as prose."""


def main_pieces(page: Page) -> list[Piece]:
    """The blocks of the article, in order."""
    boxes, pieces = page.boxes, page.pieces
    prose = [_prose(piece) for piece in pieces]
    held = _held(boxes, pieces, prose)
    total = held[0] if held else 0
    aside = _aside(boxes, held, total)
    kept_prose = [0 if aside[piece.box] else amount for piece, amount in zip(pieces, prose, strict=True)]
    held = _held(boxes, pieces, kept_prose)
    chosen = _chosen(boxes, held)
    inside = [False] * len(boxes)
    for number, box in enumerate(boxes):
        inside[number] = number == chosen or (box.parent >= 0 and inside[box.parent])
    found = [piece for piece in pieces if inside[piece.box] and not aside[piece.box] and not _only_links(piece)]
    return found or [piece for piece in pieces if not boxes[piece.box].hidden]


def standfirst(page: Page, pieces: list[Piece], title: str | None) -> list[Piece]:
    """What sums the article up between its headline and its box, and what is said there of its picture."""
    if not pieces or not title or any(piece.tag == "h1" for piece in pieces):
        return []
    first = _place(page, pieces[0])
    headline = _headline(page, title, first)
    if headline is None:
        return []
    around = _holding(page.boxes, page.pieces[headline].box)
    below = page.pieces[headline + 1 : min(first, headline + 1 + _UNDER_HEADLINE)]
    told = [piece.rich.text for piece in pieces[:_DATED_AT_MOST]]
    return [
        piece
        for piece in below
        if _leads_in(piece)
        and _is_open(page.boxes, piece.box, around)
        and not any(text.startswith(piece.rich.text) for text in told)
    ]


def near_headline(page: Page, pieces: list[Piece], title: str | None) -> list[Piece]:
    """The blocks about the headline and at the top of the article, one of which may say when it came out."""
    if not pieces:
        return []
    first = _place(page, pieces[0])
    top = pieces[:_DATED_AT_MOST]
    headline = _headline(page, title, first, ("h1", "h2", "h3", "p")) if title else None
    if headline is None:
        return top
    return [*page.pieces[max(0, headline - _ABOVE_HEADLINE) : min(first, headline + 1 + _UNDER_HEADLINE)], *top]


def _place(page: Page, wanted: Piece) -> int:
    return next((number for number, piece in enumerate(page.pieces) if piece is wanted), 0)


def _headline(page: Page, title: str, before: int, tags: tuple[str, ...] = ("h1", "h2", "h3")) -> int | None:
    """The number of the last block before a place that is the title."""
    for number in reversed(range(min(before, len(page.pieces)))):
        piece = page.pieces[number]
        if piece.tag in tags and clean_line(piece.rich.text) == title:
            return number
    return None


def _holding(boxes: list[Box], number: int) -> set[int]:
    """A box and all that it stands in."""
    found = set()
    while number >= 0:
        found.add(number)
        number = boxes[number].parent
    return found


def _leads_in(piece: Piece) -> bool:
    text = piece.rich.text
    if piece.tag == "figcaption":
        return True
    return (
        piece.tag in ("p", "h2", "li")
        and piece.linked * 3 < len(text)
        and PROSE_LENGTH <= len(text) <= _SUMMARY_AT_MOST
        and _CLOCK.search(text) is None
    )


def _is_open(boxes: list[Box], number: int, around: set[int]) -> bool:
    """Whether no box that a box stands in is an aside, up to what holds the headline, too; a header is none here."""
    while number not in around:
        box = boxes[number]
        if box.tag not in _KEPT_TAGS and _is_aside(box, in_article=True):
            return False
        number = box.parent
    return True


def _prose(piece: Piece) -> int:
    """How many characters of prose a block holds."""
    if piece.cells:
        return sum(len(cell.text) for row in piece.cells for cell in row) // 2
    length = len(piece.rich.text)
    if piece.tag[0] == "h" or length < PROSE_LENGTH or piece.linked * 2 > length:
        return 0
    return length - piece.linked


def _held(boxes: list[Box], pieces: list[Piece], prose: list[int]) -> list[int]:
    """How much prose each box holds, all that is inside it counted."""
    held = [0] * len(boxes)
    for piece, amount in zip(pieces, prose, strict=True):
        held[piece.box] += amount
    for number in range(len(boxes) - 1, 0, -1):
        held[boxes[number].parent] += held[number]
    return held


def _aside(boxes: list[Box], held: list[int], total: int) -> list[bool]:
    """Which boxes are no part of any article."""
    aside = [False] * len(boxes)
    in_article = [False] * len(boxes)
    together = _together(boxes, held)
    for number, box in enumerate(boxes):
        up = box.parent
        in_article[number] = box.tag in ("article", "main") or (up >= 0 and in_article[up])
        aside[number] = (up >= 0 and aside[up]) or (
            box.tag not in _KEPT_TAGS
            and _is_aside(box, in_article=in_article[number])
            and (together[_sort(box)] if box.named.aside else held[number]) <= _share(box) * total
        )
    return aside


def _together(boxes: list[Box], held: list[int]) -> Counter[tuple[int, str]]:
    """How much prose the asides of one sort hold: the entries of a ticker are the article, if they hold most of it."""
    together: Counter[tuple[int, str]] = Counter()
    for box, amount in zip(boxes, held, strict=True):
        if box.named.aside:
            together[_sort(box)] += amount
    return together


def _sort(box: Box) -> tuple[int, str]:
    """What boxes have in common that stand beside each other and are called alike."""
    return box.parent, box.names.split(None, 1)[0]


def _is_aside(box: Box, *, in_article: bool) -> bool:
    if box.tag == "aside" and box.named.pulled:
        return box.hidden
    return box.hidden or box.tag in ASIDE_TAGS or (box.tag == "header" and not in_article) or box.named.aside


def _share(box: Box) -> float:
    """How much of a page's prose a box may hold at most, and still be an aside."""
    if box.tag in ASIDE_TAGS:
        return 0.6
    return 0.9 if box.named.comments else 0.4


def _chosen(boxes: list[Box], held: list[int]) -> int:
    """The number of the article's box."""
    total = held[0]
    listed = _listed(boxes)
    for names, tags, share in ((("articlebody",), (), 0.5), ((), ("article",), 0.5), (("main",), ("main",), 0.4)):
        fitting = [
            number
            for number, box in enumerate(boxes)
            if not listed[number] and (box.tag in tags or any(name in box.names.split() for name in names))
        ]
        if fitting:
            best = max(fitting, key=lambda number: held[number])
            if total and held[best] >= share * total:
                return best
    entries = _entries(boxes)
    chosen = 0
    for number in range(1, len(boxes)):
        # A box comes after the one that holds it, so the last one to pass is the smallest.
        box = boxes[number]
        if (
            box.parent == chosen
            and box.tag not in _TEXT_TAGS
            and held[number] >= 0.7 * total
            and total
            and not entries[number]
        ):
            chosen = number
    return chosen


def _listed(boxes: list[Box]) -> list[bool]:
    """Of each box whether it is one of a list or an entry of a running report: an article there is not the page's."""
    listed = [False] * len(boxes)
    for number, box in enumerate(boxes):
        listed[number] = box.tag == "li" or "liveblogupdate" in box.names or (box.parent >= 0 and listed[box.parent])
    return listed


def _entries(boxes: list[Box]) -> list[bool]:
    """Of each box whether it is one of several entries beside each other, as the messages of a channel are: all of
    them are the article, however much of it one of them holds.
    """
    keys = [(box.parent, next(iter(_ENTRY_NAMES.intersection(_NAME.findall(box.names))), "")) for box in boxes]
    counted = Counter(keys)
    return [bool(key[1]) and counted[key] > 1 for key in keys]


def _only_links(piece: Piece) -> bool:
    """Whether a block consists of links, as lists of other articles do."""
    length = len(piece.rich.text)
    if piece.cells or piece.tag in ("h1", "pre", "figcaption") or is_hour(piece.rich.text):
        return False
    if piece.linked <= 0.8 * length or length >= 200:
        return False
    return piece.tag in _HEADINGS or not piece.rich.text.endswith((".", "!", "?", "”", '"'))
