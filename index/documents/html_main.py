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
from index.documents.html_tree import Box, Page
from index.documents.lines import is_hour
from index.documents.patterns import late
from index.documents.pieces import Piece
from index.documents.wordlists import words

_ASIDE_TAGS: Final = frozenset(("nav", "aside", "footer", "form", "menu", "dialog", "search"))
_ASIDE_NAMES: Final = words(
    """
    comment comments commentlist disqus respond reply sidebar related share sharing sharebar social newsletter
    subscribe subscription signup cookie cookies consent gdpr promo promotion advert advertisement ad ads adsbox
    sponsor sponsored breadcrumb breadcrumbs navbar nav navigation menu footer masthead pagination pager popular
    trending recommended recommendations readmore outbrain taboola toolbar modal popup paywall tags taglist
    complementary contentinfo banner search skip login ticker poll widget navbox catlinks hatnote sitesub recirc
    recirculation ufi player views counter
    """
)
_ASIDE_PHRASES: Final = late(
    r"(?<![a-z])(?:read|most|also|more|you)[-_ ]?(?:next|read|popular|viewed|from|stories|may[-_ ]also[-_ ]like)"
    r"(?![a-z])"
    r"|(?<![a-z])(?:author|about[-_]author)[-_]?(?:bio|box|card|info|profile)(?![a-z])"
)
_KEPT_TAGS: Final = frozenset(("html", "body", "article", "main"))
_TEXT_TAGS: Final = frozenset(
    ("p", "li", "dd", "dt", "pre", "figcaption", "caption", "h1", "h2", "h3", "h4", "h5", "h6")
)
"""What is a piece of an article, however much of it, and not the article."""
_ENTRY_NAMES: Final = words("message msg post entry tweet status update")
_NAME: Final = re.compile(r"[a-z]+")
_UNDER_HEADLINE: Final = 4
_SUMMARY_AT_MOST: Final = 400
_CLOCK: Final = re.compile(r"\d[:.h]\d\d")
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
    """What sums the article up under its headline, where the page has both in a box before that of the article."""
    if not pieces or not title or any(piece.tag == "h1" for piece in pieces):
        return []
    first = next(number for number, piece in enumerate(page.pieces) if piece is pieces[0])
    boxes = page.boxes
    for number in reversed(range(first)):
        headline = page.pieces[number]
        if headline.tag == "h1" and clean_line(headline.rich.text) == title:
            around = boxes[boxes[headline.box].parent].parent
            below = page.pieces[number + 1 : min(first, number + 1 + _UNDER_HEADLINE)]
            return [piece for piece in below if _sums_up(piece) and _is_open(boxes, piece.box, around)]
    return []


def _sums_up(piece: Piece) -> bool:
    text = piece.rich.text
    return (
        piece.tag in ("p", "h2")
        and not piece.linked
        and PROSE_LENGTH <= len(text) <= _SUMMARY_AT_MOST
        and _CLOCK.search(text) is None
    )


def _is_open(boxes: list[Box], number: int, around: int) -> bool:
    """Whether a box stands in another, and no box on the way to the page's own is an aside; a header is none here."""
    within = False
    while number >= 0:
        if boxes[number].tag not in _KEPT_TAGS and _is_aside(boxes[number], True):
            return False
        within = within or number == around
        number = boxes[number].parent
    return within


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
    for number, box in enumerate(boxes):
        up = box.parent
        in_article[number] = box.tag in ("article", "main") or (up >= 0 and in_article[up])
        aside[number] = (up >= 0 and aside[up]) or (
            box.tag not in _KEPT_TAGS
            and _is_aside(box, in_article[number])
            and held[number] <= (0.6 if box.tag in _ASIDE_TAGS else 0.4) * total
        )
    return aside


def _is_aside(box: Box, in_article: bool) -> bool:
    if box.hidden or box.tag in _ASIDE_TAGS or (box.tag == "header" and not in_article):
        return True
    return bool(box.names) and (
        not _ASIDE_NAMES.isdisjoint(_NAME.findall(box.names)) or _ASIDE_PHRASES.search(box.names) is not None
    )


def _chosen(boxes: list[Box], held: list[int]) -> int:
    """The number of the article's box."""
    total = held[0]
    for names, tags, share in ((("articlebody",), (), 0.5), ((), ("article",), 0.5), (("main",), ("main",), 0.4)):
        fitting = [
            number
            for number, box in enumerate(boxes)
            if box.tag in tags or any(name in box.names.split() for name in names)
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
    return piece.linked > 0.8 * length and length < 200 and not piece.rich.text.endswith((".", "!", "?", "”", '"'))
