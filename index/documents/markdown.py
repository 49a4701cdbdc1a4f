"""Markdown articles: blocks from markdown-it-py (CommonMark, with footnotes and definition lists), tables from our own
parser, front matter from our own reader.

What could take long is bounded before: nesting is cut, paragraphs are parsed for inline marks by markdown-it-py only
as long as there are not too many signs of them, and what is too long altogether is read by the rules for plain text,
which know the commonest marks.
"""

from __future__ import annotations

import re
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.documents import front_matter
from index.documents import lines as looks
from index.documents import text as plain
from index.documents.addresses import address, page_address
from index.documents.boilerplate import is_boilerplate
from index.documents.builder import Builder, Mark, Parsed, Rich, parted
from index.documents.cleaning import clean
from index.documents.dates import stated_date
from index.documents.emphasis import marked
from index.documents.model import InlineStyle
from index.documents.notes import Notes
from index.documents.tables import aligned, cells, is_delimiter, is_row

LINES_AT_MOST: Final = 8_000
NESTING_AT_MOST: Final = 20
SIGNS_AT_MOST: Final = 10_000
"""Signs of inline markup in a document that markdown-it-py is given; a bracket may cost it some 40 microseconds."""
SIGNS_IN_ONE: Final = 1_000
"""The same in one paragraph, since emphasis that never closes takes it quadratic time."""
_SIGN: Final = str.maketrans("", "", "[]<*_~`!&\\")
_QUOTES: Final = re.compile(rf"^((?: {{0,3}}>){{{NESTING_AT_MOST}}})[ >]+", re.MULTILINE)
_MARKERS: Final = re.compile(
    rf"^((?: {{0,3}}(?:[-*+]|\d{{1,9}}[.)]) ){{{NESTING_AT_MOST}}})(?: {{0,3}}(?:[-*+]|\d{{1,9}}[.)]) )+", re.MULTILINE
)
_INDENT: Final = re.compile(r"^( {40}) +", re.MULTILINE)
_STYLES: Final[dict[str, InlineStyle]] = {"strong": "strong", "em": "emphasis", "s": "strike", "link": "link"}
_ADDRESSES: Final = ("canonical_url", "canonical", "url", "source_url", "original_url", "link", "permalink", "source")
_PICTURE: Final = re.compile(r"!\[[^\[\]]*\]\([^()\s]*(?:\s[^()]*)?\)")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)


def parse(source: str, *, whole: bool = True) -> Parsed:
    """The article in a clean Markdown source; where it is not `whole` (too long), by the rules for plain text."""
    values, body = front_matter.split(source)
    title = values.get("title")
    date = stated_date(values.get("date") or values.get("published") or "")
    language = (values.get("lang") or values.get("language") or "").lower()
    language = language if re.fullmatch(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", language) else ""
    if whole and body.count("\n") <= LINES_AT_MOST:
        content = _Reading(body)
        parsed = Parsed(content.builder.content(), content.title)
    else:
        parsed = plain.parse(body)
    return Parsed(
        parsed.content,
        title or parsed.title,
        date or parsed.date,
        re.split("[-_]", language)[0] or None,
        address=page_address(values.get(key) for key in _ADDRESSES),
    )


class _Reading:
    """One pass over the tokens of a document."""

    def __init__(self, body: str) -> None:
        self.builder = Builder()
        self.title: str | None = None
        self._signs = 0
        self._md = MarkdownIt("commonmark", {"maxNesting": 100}).enable("strikethrough").disable("inline")
        self._notes = Notes(self._md, body)
        self._term = False
        self._env: dict[str, Any] = {}
        self._lists: list[tuple[bool, int]] = []
        self._marker = ""
        self._quotes: list[int] = []
        self._total = max(1, body.count("\n"))
        body = _INDENT.sub(r"\1", _MARKERS.sub(r"\1", _QUOTES.sub(r"\1", body)))
        for token in self._md.parse(body, self._env):
            if not self._notes.took(token):
                self._take(token)
        for marker, content in self._notes.in_order(self._env):
            self.builder.add("list_item", self._rich(content), level=1, marker=marker)

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind == "heading_open":
            self._heading = int(token.tag[1])
        elif kind in ("bullet_list_open", "ordered_list_open"):
            start = token.attrGet("start")
            self._lists.append((kind[0] == "o", int(start) - 1 if isinstance(start, int) else 0))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            ordered, number = self._lists[-1]
            self._lists[-1] = (ordered, number + 1)
            self._marker = f"{number + 1}{token.markup or '.'}" if ordered else "•"
        elif kind == "dt_open":
            self._term = True
        elif kind == "dd_open":
            self._lists += [(False, 0)] * 2
            self._marker = "–"
        elif kind == "dd_close":
            del self._lists[-2:]
        elif kind == "blockquote_open":
            self._quotes.append(len(self._lists))
        elif kind == "blockquote_close":
            self._quotes.pop()
        elif kind in ("fence", "code_block"):
            self.builder.add("code", clean(token.content.rstrip("\n")))
        elif kind == "html_block":
            from index.documents.pages.html import add_fragment  # only few articles hold any

            add_fragment(self.builder, token.content)
        elif kind == "inline":
            self._inline(token)

    def _inline(self, token: Token) -> None:
        if self._heading:
            self._put_heading(self._rich(token.content))
            return
        if self._term:
            self._term = False
            term = self._rich(token.content)
            strong = Mark(0, len(term.text), "strong")
            self.builder.add("list_item", Rich(term.text, (strong, *term.marks)), level=1, marker="•")
            return
        rest = token.content.split("\n")
        while rest:
            at = next(
                (
                    index
                    for index in range(1, len(rest))
                    if is_delimiter(rest[index].strip()) and is_row(rest[index - 1])
                ),
                None,
            )
            if at is None:
                self._paragraph("\n".join(rest), token)
                return
            if at > 1:
                self._paragraph("\n".join(rest[: at - 1]), token)
            end = at + 1
            while end < len(rest) and is_row(rest[end]):
                end += 1
            rows = [cells(line) for line in (rest[at - 1], *rest[at + 1 : end])]
            self.builder.table(
                [[self._rich(cell) for cell in row] for row in rows], header=True, aligned=aligned(rest[at])
            )
            rest = rest[end:]

    def _put_heading(self, rich: Rich) -> None:
        level, self._heading = self._heading, 0
        if self.title is None and not any(block.kind == "paragraph" for block in self.builder.blocks) and level <= 2:
            self.title = rich.text
            self.builder.add("heading", rich, level=1, role="title")
        else:
            self.builder.add("heading", rich, level=level, role="question" if rich.text.endswith("?") else "")

    _heading = 0

    def _paragraph(self, content: str, token: Token) -> None:
        late = (token.map or [0])[0] > plain.LATE * self._total
        picture = _PICTURE.fullmatch(content.strip()) is not None
        for rich in parted(self._rich(content)):
            self._put_paragraph(rich, late=late, picture=picture)

    def _put_paragraph(self, rich: Rich, *, late: bool, picture: bool) -> None:
        text = rich.text.strip()
        if self._quotes and self._quotes[-1] == len(self._lists):
            self.builder.add("quote", rich)
        elif self._lists:
            marker, self._marker = self._marker, ""
            self.builder.add("list_item", rich, level=len(self._lists), marker=marker)
        elif is_boilerplate(text, late):
            self.builder.add("boilerplate", rich)
        elif picture or looks.is_caption(text):
            self.builder.add("caption", rich)
        elif looks.is_asked(text):
            self.builder.add("heading", rich, level=3, role="question")
        else:
            self.builder.add("paragraph", rich)

    def _rich(self, content: str) -> Rich:
        """Inline Markdown as text and marks."""
        signs = len(content) - len(content.translate(_SIGN))
        self._signs += signs
        if signs > SIGNS_IN_ONE or self._signs > SIGNS_AT_MOST:
            return marked(" ".join(content.split("\n")))
        tokens: list[Token] = []
        self._md.inline.parse(content, self._md, self._env, tokens)
        parts: list[str] = []
        marks: list[Mark] = []
        length = 0
        opened: list[tuple[int, str]] = []
        broken = False  # a line has ended, and nothing stands on the next one
        for token in tokens:
            name, _, side = token.type.rpartition("_")
            piece = ""
            if side == "open" and name in _STYLES:
                opened.append((length, address(str(token.attrGet("href") or "")) if name == "link" else ""))
            elif side == "close" and name in _STYLES and opened:
                start, target = opened.pop()
                if name != "link" or target:
                    marks.append(Mark(start, length, _STYLES[name], target))
            elif token.type == "softbreak":
                piece = "" if broken else " "
            elif token.type == "hardbreak" or (token.type == "html_inline" and _BREAK.fullmatch(token.content)):
                piece = "\n"
            elif token.type == "footnote_ref":
                piece = self._notes.sign(token)
                marks.append(Mark(length, length + len(piece), "note"))
            elif token.type in ("text", "code_inline", "image", "text_special"):
                piece = clean(token.content)
                if token.type == "code_inline":
                    marks.append(Mark(length, length + len(piece), "code"))
            parts.append(piece)
            length += len(piece)
            broken = piece == "\n" if piece else broken
        return Rich("".join(parts), tuple(marks))
