"""A flat list of blocks, tagged as in HTML, becomes the blocks of a document: the last step of all formats that tell
their structure by marks of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from index.documents import lines as looks
from index.documents import text as plain
from index.documents.boilerplate import announces_others, is_boilerplate
from index.documents.builder import Builder, Rich, parted
from index.documents.bylines import gives_writer_or_day, gives_writers, is_byline, is_with_office, says_who_and_when
from index.documents.cleaning import clean_line
from index.documents.dates import line_date
from index.documents.model import BlockRole
from index.documents.patterns import late


@dataclass(slots=True)
class Piece:
    """A block: its text, and the tag that makes its kind (as in HTML: p, h1 to h6, li, blockquote, pre, figcaption).

    Of a page it is known, too, how much of the text is links, the number of its box, and whether that is one for a
    sentence in large letters (`quoted`).  `cells` holds, for a table,
    its rows.
    """

    tag: str
    rich: Rich
    linked: int = 0
    box: int = 0
    marker: str = ""
    level: int = 0
    header: bool = False
    quoted: bool = False
    cells: list[list[Rich]] = field(default_factory=list)


_HEAD: Final = 600
"""Characters from the top in which a writer is named with an office and nothing else."""
_OVER_SUMMARIES: Final = frozenset(("summary", "key points", "key takeaways"))
"""What a page writes over the points that sum an article up, where it is no heading."""
_ANNOUNCED_AT_MOST: Final = 60
_KICKER_AT_MOST: Final = 60
_WRITER_AT_MOST: Final = 400
_REPEATED_AT_LEAST: Final = 30
_QUOTED_AT_MOST: Final = 40
"""Blocks that are asked whether they repeat a sentence."""
_WORD: Final = late(r"\w+")
_CELL_AT_MOST: Final = 800
_ALONE_AT_MOST: Final = 200
"""Characters of a cell, and of one that has a row for itself: a table of longer ones lays out prose."""


def lays_out_prose(rows: list[list[Rich]], *, several: bool = False) -> bool:
    """Whether a table only lays out prose, a cell being too long for one; `several`: a cell holds several blocks.  Rows
    hold one cell at least.
    """
    longest = max(len(cell.text) for row in rows for cell in row)
    return longest > _CELL_AT_MOST or ((several or max(map(len, rows)) == 1) and longest > _ALONE_AT_MOST)


def table_pieces(rows: list[list[Rich]], header: bool) -> list[Piece]:
    """A table as one block, or its cells as paragraphs where it only lays out prose."""
    if lays_out_prose(rows):
        return [Piece("p", part) for row in rows for cell in row for part in parted(cell)]
    return [Piece("table", Rich(""), header=header, cells=rows)]


def build(builder: Builder, pieces: list[Piece], title: str | None, writers: frozenset[str] = frozenset()) -> None:
    """Adds the blocks, each by what its tag or its words say that it is, under the title, which is not said twice.

    `writers`: what the file says of who wrote it, in small letters, to know a line that gives but their names.
    """
    _Building(builder, pieces, title, writers).build()


class _Building:
    """The blocks of one document, added one after the other."""

    def __init__(self, builder: Builder, pieces: list[Piece], title: str | None, writers: frozenset[str]) -> None:
        self._builder = builder
        self._pieces = pieces
        self._title = title or ""
        self._writers = writers
        self._wanted = self._title.casefold()
        """The title, until it was added."""
        self._head = _head(pieces)
        self._repeated = _repeated(pieces)
        self._seen = 0
        """Characters up to the end of the block that is being added."""
        self._others = False
        """Whether what comes are other articles that the page announces."""

    def build(self) -> None:
        """Adds all blocks."""
        if self._wanted and not any(_is_title(piece, self._wanted) for piece in self._pieces):
            self._add_title(self._title)
        total = sum(len(piece.rich.text) for piece in self._pieces)
        for number, piece in enumerate(self._pieces):
            text = piece.rich.text
            self._seen += len(text)
            self._follow_others(piece)
            if piece.cells or not looks.is_rule(text):
                self._add(number, piece, ending=self._seen > plain.LATE * total)

    def _follow_others(self, piece: Piece) -> None:
        if announces_others(piece.rich.text):
            self._others = True
        elif _is_heading(piece) or _is_prose(piece):
            self._others = False

    def _add(self, number: int, piece: Piece, *, ending: bool) -> None:
        builder, text = self._builder, piece.rich.text
        in_head = self._seen < _HEAD
        if self._others:
            builder.add("boilerplate", piece.rich)
        elif piece.cells:
            builder.table(piece.cells, header=piece.header)
        elif self._wanted and _is_title(piece, self._wanted):
            self._add_heading_of_title(piece)
        elif _is_heading(piece):
            self._add_heading(piece)
        elif piece.tag == "pre":
            builder.add("code", piece.rich)
        elif self._is_of_page(number, piece, ending):
            builder.add("boilerplate", piece.rich)
        elif number < self._head and in_head and self._is_above(text):
            builder.add("caption", piece.rich)
        elif piece.tag == "li" and not (looks.is_hour(text) or (in_head and line_date(text))):
            builder.add("list_item", piece.rich, level=piece.level, marker=piece.marker)
        elif piece.tag == "blockquote" and not looks.is_caption(text):
            builder.add("quote", piece.rich)
        elif piece.tag in ("figcaption", "caption") or looks.is_caption(text) or self._is_about(text):
            builder.add("caption", piece.rich)
        elif looks.is_asked(text):
            builder.add("heading", piece.rich, level=3, role="question")
        else:
            builder.add("paragraph", piece.rich)

    def _add_title(self, text: str | Rich) -> None:
        self._builder.add("heading", text, level=1, role="title")
        self._wanted = ""

    def _add_heading_of_title(self, piece: Piece) -> None:
        """Adds the title, and as a caption what stands above it in the same heading."""
        if above := piece.rich.text[: -len(self._wanted)].strip():
            self._builder.add("caption", above)
            self._add_title(self._title)
        else:
            self._add_title(piece.rich)

    def _add_heading(self, piece: Piece) -> None:
        text = piece.rich.text
        if self._seen < _HEAD and line_date(text):
            self._builder.add("caption", piece.rich)
            return
        role: BlockRole = "question" if text.endswith("?") else ""
        self._builder.add("heading", _plain(piece.rich), level=int(piece.tag[1]), role=role)

    def _is_of_page(self, number: int, piece: Piece, ending: bool) -> bool:
        """Whether a block belongs to the page and not to the article."""
        text = piece.rich.text
        return (
            is_boilerplate(text, ending)
            or (ending and _is_of_writer(piece, self._writers))
            or number in self._repeated
            or (
                text.casefold() in _OVER_SUMMARIES
                and [one.tag for one in self._pieces[number + 1 : number + 2]] == ["li"]
            )
            or _leads_elsewhere(piece)
        )

    def _is_above(self, text: str) -> bool:
        """Whether a block above the paragraphs says who wrote the article or when, or, above the title, what of."""
        return gives_writer_or_day(text, self._writers) or (bool(self._wanted) and _is_kicker(text))

    def _is_about(self, text: str) -> bool:
        """Whether a block says of the article who wrote it, or when."""
        return (
            is_byline(text)
            or bool(line_date(text))
            or looks.is_hour(text)
            or (bool(self._writers) and gives_writers(text, self._writers))
            or says_who_and_when(text)
            or (self._seen < _HEAD and is_with_office(text))
        )


def _leads_elsewhere(piece: Piece) -> bool:
    """Whether a block is a link to another article, behind words of the page that end in a colon ("More from ...:")."""
    before, _, link = piece.rich.text.partition(":")
    wanted = len(link.strip(" .»>"))
    return (
        0 < wanted <= piece.linked <= len(link) and len(before) <= _ANNOUNCED_AT_MOST and is_boilerplate(before, True)
    )


def _head(pieces: list[Piece]) -> int:
    """How many blocks stand above the first paragraph but one: the first may sum the article up."""
    prose = (number for number, piece in enumerate(pieces) if _is_prose(piece))
    next(prose, None)
    return next(prose, len(pieces))


def _is_kicker(text: str) -> bool:
    """Whether a block above the headline says in a word or two what it is about."""
    return len(text) <= _KICKER_AT_MOST and not looks.is_final(text)


def _is_of_writer(piece: Piece, writers: frozenset[str]) -> bool:
    """Whether a block late in an article tells who its writer is: a sentence, or all of it emphasised, that begins with
    the writer's whole name.
    """
    text = piece.rich.text
    if len(text) > _WRITER_AT_MOST or not writers:
        return False
    folded = text.casefold()
    if not any(
        " " in name and folded.startswith(name) and folded[len(name)] in " ," for name in writers if name != folded
    ):
        return False
    return looks.is_final(text) or any(
        mark.style in ("strong", "emphasis") and mark.end - mark.start > 0.9 * len(text) for mark in piece.rich.marks
    )


def _repeated(pieces: list[Piece]) -> set[int]:
    """The places of blocks that say a sentence of another once more, in large letters between the paragraphs."""
    asked = [number for number, piece in enumerate(pieces) if piece.quoted][:_QUOTED_AT_MOST]
    if not asked:
        return set()
    told = " | ".join(_words_alone(piece.rich.text) for piece in pieces if not piece.quoted)
    found = ((number, _words_alone(pieces[number].rich.text)) for number in asked)
    return {number for number, said in found if len(said) >= _REPEATED_AT_LEAST and said in told}


def _words_alone(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _is_heading(piece: Piece) -> bool:
    return piece.tag[0] == "h" and piece.tag[1:].isdigit()


def _is_prose(piece: Piece) -> bool:
    """Whether a block can be no title of another article: a finished paragraph, or a table."""
    return bool(piece.cells) or (
        piece.tag != "li"
        and 2 * piece.linked < len(piece.rich.text) > _ALONE_AT_MOST // 2
        and looks.is_final(piece.rich.text)
    )


def _plain(rich: Rich) -> Rich:
    return Rich(rich.text, tuple(mark for mark in rich.marks if mark.style == "link"))


def _is_title(piece: Piece, wanted: str) -> bool:
    """Whether a heading is the title, or ends with it below a word on what it is about."""
    if piece.tag not in ("h1", "h2", "h3"):
        return False
    text = clean_line(piece.rich.text).casefold()
    return text == wanted or (text.endswith(wanted) and len(wanted) > len(text) - len(wanted))
