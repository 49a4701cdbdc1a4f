"""What a page says of its article: title, day, writers, language and its own address.

It says so to other programs (metadata, which know best) and to its reader (headings, the window's title, the lines
about the headline).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from index.documents.addresses import page_address
from index.documents.bylines import writers_named
from index.documents.cleaning import clean_line
from index.documents.dates import day_said, line_date, stated_date
from index.documents.language import language_stated
from index.documents.pages.tree import Page
from index.documents.patterns import late
from index.documents.pieces import Piece
from index.documents.wordlists import words

_PUBLISHED: Final = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_AUTHORS: Final = re.compile(r'"author"\s*:\s*(\[[^\[\]]{0,2000}\]|\{[^{}]{0,800}\}|"[^"]{0,200}")')
_AUTHOR: Final = re.compile(r'"name"\s*:\s*"([^"\\]{2,80})"|^"([^"\\]{2,200})"$')
_SITE: Final = re.compile(r"(?<!\s)\s++[|–—·»:-]{1,2}\s+")
_SITE_UNSPACED: Final = late(r"[_|｜：\u2014-]{1,2}|\s[|-]\s")
"""The same where words are written without spaces, as in Chinese and Japanese."""
_IDEOGRAPHS: Final = late(r"[\u3040-\u30ff\u4e00-\u9fff]")
_WORD: Final = re.compile(r"\w+")
_WRITERS_AT_MOST: Final = 20
_PUBLISHED_NAMES: Final = words(
    """
    article:published_time og:published_time og:article:published_time article:published article.published
    datepublished originalpublicationdate publishdate publish-date publication_date dc.date.issued parsely-pub-date
    """
)
_DATE_NAMES: Final = words("date pubdate dc.date dcterms.date dcterms.created sailthru.date")
"""Names under which pages state a day, which some renew when they change the article."""
_DATED: Final = "[itemprop=datePublished], time[pubdate]"
_TIMED: Final = "article time[datetime], main time[datetime]"


def title(tree: LexborHTMLParser, whole: Page, pieces: list[Piece]) -> str | None:
    """The main heading, else what the page gives to others as its title, else its window title without the site's
    name.
    """
    inside = [clean_line(piece.rich.text) for piece in pieces if piece.tag == "h1"]
    if len(inside) == 1:
        return inside[0]
    shared = _meta(tree, ("og:title", "twitter:title"))
    headings = [clean_line(piece.rich.text) for piece in whole.pieces if piece.tag == "h1"]
    window = _window(tree)
    for heading in (*inside, *headings):
        if heading and (
            _begins(shared, heading) or (_begins(window, heading) and not _names_site(heading, shared, window))
        ):
            return heading
    named = max(_parts(window), key=len)
    if len(headings) == 1 and _alike(headings[0], shared or named):
        return headings[0]
    if shared or not window:
        return shared or (inside or headings or [""])[0] or None
    return named


def _begins(text: str, heading: str) -> bool:
    return text.casefold().startswith(heading.casefold())


def _names_site(heading: str, shared: str, window: str) -> bool:
    """Whether a heading with which the window's title begins is the site's name: the page gives to others a title
    with none of its words, or one that ends the window's title behind it.
    """
    if not shared:
        return False
    if len(heading) + len(shared) < len(window) and window.casefold().endswith(shared.casefold()):
        return True
    return set(_WORD.findall(shared.casefold())).isdisjoint(_WORD.findall(heading.casefold()))


def _window(tree: LexborHTMLParser) -> str:
    node = tree.css_first("title")
    return clean_line(node.text() if node is not None else "")


def _parts(window: str) -> list[str]:
    """The parts of a window's title, one of which names the article, and others the site and its sections."""
    parts = _SITE.split(window)
    if len(parts) == 1 and _IDEOGRAPHS.search(window):
        return [part for part in _SITE_UNSPACED.split(window) if part] or parts
    return parts


def _alike(heading: str, stated: str) -> bool:
    """Whether a heading says what the title does, in more words or fewer."""
    mine, other = (set(_WORD.findall(text.casefold())) for text in (heading, stated))
    return len(mine & other) > 2 and 2 * len(mine & other) >= len(mine)


def _meta(tree: LexborHTMLParser, names: tuple[str, ...]) -> str:
    for node in tree.css("meta"):
        attributes = node.attributes
        if (attributes.get("property") or attributes.get("name") or "").lower() in names and attributes.get("content"):
            return clean_line(attributes["content"] or "")
    return ""


def date(tree: LexborHTMLParser) -> str | None:
    """When the article came out, as the page's metadata say."""
    renewed = None
    for node in tree.css("meta"):
        attributes = node.attributes
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if name in _PUBLISHED_NAMES and (found := stated_date(attributes.get("content") or "")):
            return found
        if renewed is None and name in _DATE_NAMES:
            renewed = stated_date(attributes.get("content") or "")
    for node in tree.css('script[type="application/ld+json"]'):
        if (stated := _PUBLISHED.search(node.text() or "")) and (found := stated_date(stated[1])):
            return found
    return renewed or _marked_date(tree.css(_DATED)) or _marked_date(tree.css(_TIMED))


def _marked_date(nodes: list[LexborNode]) -> str | None:
    """The day of the first element that marks one and does not say that it is that of a change."""
    for node in nodes:
        attributes = node.attributes
        if attributes.get("itemprop") != "dateModified":
            for name in ("datetime", "content", "title"):
                if found := stated_date(attributes.get(name) or ""):
                    return found
    return None


def printed_date(pieces: Iterable[Piece]) -> str | None:
    """The day in a line about the headline that says when, and perhaps by whom, and nothing else."""
    lines = [piece.rich.text for piece in pieces]
    return next(filter(None, (line_date(line) or day_said(line) for line in lines)), None)


def window_date(tree: LexborHTMLParser) -> str | None:
    """The day that stands by itself in the window's title."""
    return next(filter(None, map(line_date, _parts(_window(tree))[1:])), None)


def writers(tree: LexborHTMLParser) -> frozenset[str]:
    """Who wrote the article, as the page's metadata say, in small letters."""
    stated = [_meta(tree, ("author", "article:author", "parsely-author", "dc.creator", "byl"))]
    for node in tree.css('script[type="application/ld+json"]'):
        for found in _AUTHORS.findall(node.text() or ""):
            stated += [name or alone for name, alone in _AUTHOR.findall(found)]
    stated += [
        node.text() or "" for node in tree.css("a[rel=author], [itemprop=author] [itemprop=name]")[:_WRITERS_AT_MOST]
    ]
    return frozenset(name for each in stated for name in writers_named(each.casefold().removeprefix("by ")))


def address(tree: LexborHTMLParser) -> str:
    """Where the page says that it stands."""
    stated = (node.attributes.get("href") for node in tree.css('link[rel~="canonical" i]'))
    return page_address((*stated, _meta(tree, ("og:url",))))


def language(tree: LexborHTMLParser) -> str | None:
    """The language that the page states."""
    node = tree.css_first("html")
    attributes = node.attributes if node is not None else {}
    return language_stated(attributes.get("lang") or attributes.get("xml:lang") or "")
