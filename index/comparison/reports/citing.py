"""A citation that can be checked: document, offsets, the verbatim words, and their hash.

Each citation stands in a report twice: in words for people, and as a comment that both Markdown and HTML hide,
`<!--cite {"d": path, "s": start, "e": end, "h": hash}-->`.  The visible form follows from the hidden one and the text,
so that a changed article, a changed quotation and a changed offset all show.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from index.digests import hex_sha256
from index.documents.model import Document, Span

HASH_DIGITS = 16
"""Hexadecimal digits of the words' SHA-256 that are printed: 64 bits, enough against accident and idle tampering."""

CITATION = re.compile(r"<!--cite (\{(?:[^\n<-]|-(?!->)|<(?!!--))*+)-->")


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters start to end (exclusive) of a document's text, the words there, and their hash."""

    document: str
    start: int
    end: int
    text: str
    hash: str

    @property
    def hidden(self) -> str:
        """The comment for machines."""
        found = json.dumps({"d": self.document, "s": self.start, "e": self.end, "h": self.hash}, ensure_ascii=True)
        for mark in "->|":  # what would end the comment, or a cell of a table
            found = found.replace(mark, f"\\u{ord(mark):04x}")
        return f"<!--cite {found}-->"


def digest(text: str) -> str:
    """The hash of cited words, exactly as they stand in the text."""
    return hex_sha256(text.encode("utf-8", "surrogatepass"))[:HASH_DIGITS]


def cite(document: Document, span: Span) -> Citation:
    """The citation of a span of a document."""
    text = document.text[span.start : span.end]
    return Citation(document.path, span.start, span.end, text, digest(text))


def flat(text: str) -> str:
    """The words on one line, as reports print them."""
    return " ".join(text.split())


# what could become markup, a link or a small picture inside a line; what cannot, as a colon before a space or an
# underscore inside a word, stays readable where a report is pasted as it is
_MARKUP = re.compile(r"([\\`*\[\]<>#|~$@]|:(?=\S)|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w))")

_IN_LINK = {"\\": "%5C", "|": "%7C", "`": "%60", "&": "&amp;"}  # what is not itself between the angles of a link


def in_markdown(text: str) -> str:
    """Text as Markdown that shows as it is."""
    return _MARKUP.sub(r"\\\1", flat(text))


def in_html(text: str) -> str:
    """Text as HTML that shows as it is."""
    escaped = flat(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;").replace("'", "&#39;")


def markdown_link(address: str) -> str:
    """An address of the web as a Markdown link to it, whose words are the address."""
    target = "".join(_IN_LINK.get(sign, sign) for sign in address)
    return f"[{in_markdown(address)}](<{target}>)"


def html_link(address: str) -> str:
    """An address of the web as an HTML link to it, which tells that page nothing of this one."""
    shown = in_html(address)
    return f'<a href="{shown}" rel="noopener noreferrer nofollow">{shown}</a>'


def markdown_citation(citation: Citation) -> str:
    """The citation as a piece of a Markdown line."""
    where = f"{in_markdown(citation.document)} {citation.start}–{citation.end}"
    return f"“{in_markdown(citation.text)}” ({where}, sha256 {citation.hash}){citation.hidden}"


def html_citation(citation: Citation) -> str:
    """The citation as a piece of an HTML line."""
    where = f"{in_html(citation.document)} {citation.start}–{citation.end}"
    return (
        f'<q>{in_html(citation.text)}</q> <span class="where">{where}, sha256 {citation.hash}</span>{citation.hidden}'
    )
