"""HTML articles: the main text with its structure, and what the page says of title, date and language."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from index.documents import text as plain
from index.documents.addresses import page_address
from index.documents.builder import Builder, Parsed, Rich
from index.documents.bylines import writers_named
from index.documents.cleaning import clean, clean_line
from index.documents.dates import line_date, stated_date
from index.documents.encoding import decode
from index.documents.html_main import main_pieces, standfirst
from index.documents.html_tree import Page, is_hostile, page
from index.documents.pieces import Piece, build
from index.documents.wordlists import words

BYTES_AT_MOST: Final = 8 * 2**20
"""So much of a page is read."""
_CHARSET: Final = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*+=\s*+(?:[\"']\s*+)?([\w.:-]{2,40})|<\?xml[^<>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_PUBLISHED: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_BODY: Final = re.compile(r'"articleBody"\s*:\s*("(?:[^"\\]|\\.)*+")', re.DOTALL)
_SHORT: Final = 200
"""Characters from which a text that only the page's metadata hold is an article."""
_DATED_AT_MOST: Final = 8
"""Blocks at the top, one of which may say when the article came out."""
_AUTHORS: Final = re.compile(r'"author"\s*:\s*(\[[^\[\]]{0,2000}\]|\{[^{}]{0,800}\}|"[^"]{0,200}")')
_AUTHOR: Final = re.compile(r'"name"\s*:\s*"([^"\\]{2,80})"|^"([^"\\]{2,200})"$')
_SITE: Final = re.compile(r"(?<!\s)\s++[|–—·»:-]{1,2}\s+")
_WORD: Final = re.compile(r"\w+")
_WRITERS_AT_MOST: Final = 20
_DATE_NAMES: Final = words(
    """
    article:published_time og:published_time og:article:published_time article:published datepublished date pubdate
    publishdate publish-date dc.date dc.date.issued dcterms.created dcterms.date parsely-pub-date sailthru.date
    article.published publication_date
    """
)
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
    return parse(clean(source), truncated=len(data) > len(head), above=above), encoding


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
    title = _title(tree, whole, pieces)
    if len(stated := _stated_body(tree)) > _SHORT and sum(len(piece.rich.text) for piece in pieces) < len(stated) / 4:
        pieces = [Piece("p", Rich(line)) for line in map(clean_line, stated.split("\n")) if line]
    pieces = [*standfirst(whole, pieces, title), *pieces]
    builder = Builder()
    if above:
        builder.add("caption", above)
    build(builder, pieces, title, _writers(tree))
    return Parsed(
        builder.content(), title, _date(tree) or _printed_date(pieces), _language(tree), truncated, _address(tree)
    )


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


def _title(tree: LexborHTMLParser, whole: Page, pieces: list[Piece]) -> str | None:
    """The main heading, else what the page gives to others as its title, else its window title without the site's
    name.
    """
    inside = [clean_line(piece.rich.text) for piece in pieces if piece.tag == "h1"]
    if len(inside) == 1:
        return inside[0]
    shared = _meta(tree, ("og:title", "twitter:title"))
    headings = [clean_line(piece.rich.text) for piece in whole.pieces if piece.tag == "h1"]
    node = tree.css_first("title")
    window = clean_line(node.text() if node is not None else "")
    for heading in (*inside, *headings):
        if heading and (
            window.casefold().startswith(heading.casefold()) or shared.casefold().startswith(heading.casefold())
        ):
            return heading
    named = max(_SITE.split(window), key=len)
    if len(headings) == 1 and _alike(headings[0], shared or named):
        return headings[0]
    if shared or not window:
        return shared or (inside or headings or [""])[0] or None
    return named


def _alike(heading: str, title: str) -> bool:
    """Whether a heading says what the title does, in more words or fewer."""
    mine, other = (set(_WORD.findall(text.casefold())) for text in (heading, title))
    return len(mine & other) > 2 and 2 * len(mine & other) >= len(mine)


def _meta(tree: LexborHTMLParser, names: tuple[str, ...]) -> str:
    for node in tree.css("meta"):
        attributes = node.attributes
        if (attributes.get("property") or attributes.get("name") or "").lower() in names and attributes.get("content"):
            return clean_line(attributes["content"] or "")
    return ""


def _date(tree: LexborHTMLParser) -> str | None:
    """When the article came out, as the page's metadata says."""
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if name.lower() in _DATE_NAMES and (date := stated_date(attributes.get("content") or "")):
            return date
    for node in tree.css('script[type="application/ld+json"]'):
        if (found := _PUBLISHED.search(node.text() or "")) and (date := stated_date(found[1])):
            return date
    for node in tree.css("[itemprop=datePublished], article time[datetime], main time[datetime], time[pubdate]"):
        if date := stated_date(node.attributes.get("datetime") or node.attributes.get("content") or ""):
            return date
    return None


def _printed_date(pieces: list[Piece]) -> str | None:
    """The day in a line of its own above the article, or below its first lines."""
    return next(filter(None, (line_date(piece.rich.text) for piece in pieces[:_DATED_AT_MOST])), None)


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


def _writers(tree: LexborHTMLParser) -> frozenset[str]:
    """Who wrote the article, as the page's metadata says, in small letters."""
    stated = [_meta(tree, ("author", "article:author", "parsely-author", "dc.creator", "byl"))]
    for node in tree.css('script[type="application/ld+json"]'):
        for found in _AUTHORS.findall(node.text() or ""):
            stated += [name or alone for name, alone in _AUTHOR.findall(found)]
    stated += [
        node.text() or "" for node in tree.css("a[rel=author], [itemprop=author] [itemprop=name]")[:_WRITERS_AT_MOST]
    ]
    return frozenset(name for each in stated for name in writers_named(each.casefold().removeprefix("by ")))


def _address(tree: LexborHTMLParser) -> str:
    """Where the page says that it stands."""
    stated = (node.attributes.get("href") for node in tree.css('link[rel~="canonical" i]'))
    return page_address((*stated, _meta(tree, ("og:url",))))


def _language(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("html")
    return language((node.attributes.get("lang") or node.attributes.get("xml:lang") or "") if node is not None else "")


def language(stated: str) -> str | None:
    """The language of a tag as "en-GB" is (BCP 47); None where there is none."""
    found = _LANGUAGE.match(stated)
    return found.group().lower() if found else None
