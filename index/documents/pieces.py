"""A flat list of blocks, tagged as in HTML, becomes the blocks of a document: the last step of all formats that tell
their structure by marks of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from index.documents import lines as looks
from index.documents import text as plain
from index.documents.boilerplate import announces_others, is_boilerplate
from index.documents.builder import Builder, Rich
from index.documents.bylines import gives_writers, is_byline, is_with_office, says_who_and_when
from index.documents.cleaning import clean_line
from index.documents.dates import line_date


@dataclass(slots=True)
class Piece:
    """A block: its text, and the tag that makes its kind (as in HTML: p, h1 to h6, li, blockquote, pre, figcaption).

    Of a page it is known, too, how much of the text is links, and the number of its box.  `cells` holds, for a table,
    its rows.
    """

    tag: str
    rich: Rich
    linked: int = 0
    box: int = 0
    marker: str = ""
    level: int = 0
    header: bool = False
    cells: list[list[Rich]] = field(default_factory=list)


_HEAD: Final = 600
"""Characters from the top in which a writer is named with an office and nothing else."""
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
        return [Piece("p", cell) for row in rows for cell in row if cell.text]
    return [Piece("table", Rich(""), header=header, cells=rows)]


def build(builder: Builder, pieces: list[Piece], title: str | None, writers: frozenset[str] = frozenset()) -> None:
    """Adds the blocks, each by what its tag or its words say that it is, under the title, which is not said twice.

    `writers`: what the file says of who wrote it, in small letters, to know a line that gives but their names.
    """
    wanted = title.casefold() if title else None
    if wanted and not any(_is_title(piece, wanted) for piece in pieces):
        builder.add("heading", title or "", level=1, role="title")
        wanted = None
    total = sum(len(piece.rich.text) for piece in pieces)
    seen = 0
    others = False  # what comes are other articles that the page announces
    for piece in pieces:
        text = piece.rich.text
        seen += len(text)
        if announces_others(text):
            others = True
        elif _is_heading(piece):
            others = False
        else:
            others = others and not _is_prose(piece)
        if not piece.cells and looks.is_rule(text):
            continue
        if others:
            builder.add("boilerplate", piece.rich)
        elif piece.cells:
            builder.table(piece.cells, header=piece.header)
        elif wanted and _is_title(piece, wanted):
            if above := text[: -len(wanted)].strip():
                builder.add("caption", above)
                builder.add("heading", title or "", level=1, role="title")
            else:
                builder.add("heading", piece.rich, level=1, role="title")
            wanted = None
        elif _is_heading(piece):
            question = text.endswith("?")
            builder.add("heading", _plain(piece.rich), level=int(piece.tag[1]), role="question" if question else "")
        elif piece.tag == "pre":
            builder.add("code", piece.rich)
        elif is_boilerplate(text, seen > plain.LATE * total):
            builder.add("boilerplate", piece.rich)
        elif piece.tag == "li" and not (seen < _HEAD and line_date(text)):
            builder.add("list_item", piece.rich, level=piece.level, marker=piece.marker)
        elif piece.tag == "blockquote":
            builder.add("quote", piece.rich)
        elif piece.tag in ("figcaption", "caption") or looks.is_caption(text) or _is_about(text, seen, writers):
            builder.add("caption", piece.rich)
        elif looks.is_asked(text):
            builder.add("heading", piece.rich, level=3, role="question")
        else:
            builder.add("paragraph", piece.rich)


def _is_about(text: str, seen: int, writers: frozenset[str]) -> bool:
    """Whether a block says of the article who wrote it, or when; `seen`: the characters up to its end."""
    return (
        is_byline(text)
        or bool(line_date(text))
        or looks.is_hour(text)
        or (bool(writers) and gives_writers(text, writers))
        or says_who_and_when(text)
        or (seen < _HEAD and is_with_office(text))
    )


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
    if piece.tag not in ("h1", "h2"):
        return False
    text = clean_line(piece.rich.text).casefold()
    return text == wanted or (text.endswith(wanted) and len(wanted) > len(text) - len(wanted))
