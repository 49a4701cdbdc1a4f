"""HTML articles: the main text with its structure, and what the page says of title, date and language."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from index.documents import text as plain
from index.documents.builder import Builder, Parsed, Rich
from index.documents.cleaning import clean, clean_line
from index.documents.encoding import decode
from index.documents.pages import said
from index.documents.pages.hostile import is_hostile
from index.documents.pages.main_text import main_pieces, near_headline, standfirst
from index.documents.pages.tree import page
from index.documents.pieces import Piece, build

BYTES_AT_MOST: Final = 8 * 2**20
"""So much of a page is read."""
_CHARSET: Final = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*+=\s*+(?:[\"']\s*+)?([\w.:-]{2,40})|<\?xml[^<>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_BODY: Final = re.compile(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*+")', re.DOTALL)
_SHORT: Final = 200
"""Characters from which a text that only the page's metadata hold is an article."""
_UNSEEN: Final = re.compile(r"<(?:(script|style|noscript|template|svg|head)\b|!--)", re.IGNORECASE)
_ENDS: Final = {
    name: re.compile("-->" if name == "!--" else f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "noscript", "template", "svg", "head", "!--")
}
_TO_THE_END: Final = frozenset(("script", "style", "!--"))
"""What hides all that follows where it is not closed, as in a browser; anything else hides nothing then."""
_LINE_TAG: Final = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|blockquote|pre|dd|dt|hr|td|th)\b[^<>]*>", re.IGNORECASE
)
_TAG: Final = re.compile(r"</?[a-zA-Z!?][^<>]*>?")
_SET_IN: Final = re.compile("(<br\\b[^<>]*>\\s{0,8}?)(?:\xa0[ \n]?\xa0|[\u2001\u2003\u3000])", re.IGNORECASE)
"""Spaces with which a line is set in, before they become plain ones."""
_SELF_CLOSED: Final = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)([a-zA-Z][\w:-]*+)((?:\s[^<>]*)?)/>"
)


def declared_encoding(head: bytes) -> str | None:
    """What a page says of its encoding in its first 4,096 bytes."""
    found = _CHARSET.search(head, 0, 4096)
    return (found[1] or found[2]).decode("ascii", "replace").lower() if found else None


def read(data: bytes, charset: str | None = None, *, above: str = "") -> tuple[Parsed, str]:
    """The article in the bytes of a page, and the encoding they are in: `charset`, or what the page says."""
    head = data[:BYTES_AT_MOST]
    source, encoding = decode(head, charset or declared_encoding(head))
    source = clean(_SET_IN.sub(r"\1&emsp;", source))
    return parse(source, truncated=len(data) > len(head), above=above), encoding


def parse(source: str, *, truncated: bool = False, above: str = "") -> Parsed:
    """The article in a clean HTML source, below the line `above`, if any.  A page built to stall the parser is read as
    bare text, and marked `truncated`.
    """
    if is_hostile(source):
        parsed = plain.parse(bare_text(source))
        return Parsed(parsed.content, parsed.title, None, None, truncated=True)
    tree = LexborHTMLParser(source)
    whole = page(tree)
    pieces = main_pieces(whole)
    title = said.title(tree, whole, pieces)
    if len(stated := _stated_body(tree)) > _SHORT and sum(len(piece.rich.text) for piece in pieces) < len(stated) / 4:
        pieces = [Piece("p", Rich(line)) for line in map(clean_line, stated.split("\n")) if line]
    date = said.date(tree) or said.printed_date(near_headline(whole, pieces, title)) or said.window_date(tree)
    pieces = [*standfirst(whole, pieces, title), *pieces]
    builder = Builder()
    if above:
        builder.add("caption", above)
    build(builder, pieces, title, said.writers(tree))
    return Parsed(builder.content(), title, date, said.language(tree), truncated, said.address(tree))


def add_fragment(builder: Builder, source: str) -> None:
    """Add the text of a piece of HTML that stands in another format."""
    if is_hostile(source):
        builder.add("paragraph", " ".join(bare_text(source).split()))
    else:
        build(builder, page(LexborHTMLParser(source)).pieces, None)


def self_closed(source: str) -> str:
    """XHTML in which what is closed by itself (`<title/>`) is closed as HTML has it, where it would stay open."""
    return _SELF_CLOSED.sub(r"<\1\2></\1>", source)


def bare_text(source: str) -> str:
    """All text between the tags, by a linear scan that builds no tree."""
    parts: list[str] = []
    unclosed: set[str] = set()
    at = 0
    while found := _UNSEEN.search(source, at):
        parts.append(source[at : found.start()])
        at = found.end()
        name = (found[1] or "!--").lower()
        end = None if name in unclosed else _ENDS[name].search(source, at)
        if end is not None:
            at = end.end() if name == "!--" else end.start()
        elif name in _TO_THE_END:
            at = len(source)
        else:
            unclosed.add(name)
            parts.append(found[0])
    parts.append(source[at:])
    text = _TAG.sub("", _LINE_TAG.sub("\n", "".join(parts)))
    return clean("\n".join(" ".join(line.split()) for line in unescape(text).split("\n")))


def _stated_body(tree: LexborHTMLParser) -> str:
    """The text that a page gives of its article to other programs, where a script was to put it on the screen."""
    for node in tree.css('script[type="application/ld+json"]'):
        if found := _BODY.search(node.text() or ""):
            try:
                body = json.loads(found[1], strict=False)
            except ValueError:
                continue
            return bare_text(clean(str(body)))
    return ""
