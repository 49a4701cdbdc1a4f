"""Rows of search results: an article's title with its matches counted, and the passages that match."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.search.model import Hit, SearchResult, Snippet
from tui.widgets.columns import Line, Piece, cells, fit, one_line

_PASSAGE_LINES = 2
_COLUMN = 100


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One article that answers; `height` leaves a blank line after it.

    `query` is the query that was run where it is not the one typed, else "".
    """

    hit: Hit
    query: str = ""
    height: int = 2 + _PASSAGE_LINES
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """Title and count, then the best passages with their matches set off."""
        room = min(width - 2, _COLUMN)
        number = self.hit.matches
        count = f"{number} matches" if number != 1 else "1 match"
        right = f"  {count}" if number and room >= 50 else ""
        title = fit(one_line(self.hit.title), room - cells(right)).rstrip()
        gap = " " * (room - cells(title) - cells(right))
        head = (Piece(f" {title}", "row--strong"), Piece(gap + right, "row--muted"))
        return (head, *passage_lines(self.hit.snippets, room, _PASSAGE_LINES))


@dataclass(frozen=True, slots=True)
class QueryRow:
    """A search made before, to be made again."""

    query: str
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The query as it was typed."""
        return ((Piece(f" {one_line(self.query)}"),),)


def result_rows(result: SearchResult) -> tuple[ResultRow, ...]:
    """The rows of a result, best first."""
    return tuple(ResultRow(hit, result.corrected or "") for hit in result.hits)


def passage_lines(snippets: Sequence[Snippet], width: int, most: int) -> tuple[Line, ...]:
    """Up to `most` lines: the first passage wrapped where it is the only one, else one line a passage."""
    if len(snippets) == 1:
        return _wrapped(_near_match(_pieces(snippets[0]), width * most), width, most)
    lines: list[Line] = []
    for snippet in snippets[:most]:
        lines.extend(_wrapped(_near_match(_pieces(snippet), width), width, 1))
    return tuple(lines)


def _near_match(pieces: list[Piece], room: int) -> list[Piece]:
    """The passage without so much of its beginning that its first match would be cut away."""
    first = next((number for number, piece in enumerate(pieces) if piece.style == "row--match"), 0)
    before = sum(cells(piece.text) for piece in pieces[:first])
    if before + cells(pieces[first].text if pieces else "") <= room * 2 // 3:
        return pieces
    start = 0
    while start < first and before > room // 3:
        before -= cells(pieces[start].text)
        start += 1
    return [Piece("… ", "row--muted"), *pieces[start:]] if start else pieces


def _pieces(snippet: Snippet) -> list[Piece]:
    """The passage as words of one look each, so that it can be wrapped; white space is one space."""
    pieces: list[Piece] = []
    position = 0
    for start, end in (*((span.start - snippet.start, span.end - snippet.start) for span in snippet.matches), (-1, -1)):
        plain = snippet.text[position : start if start >= 0 else None]
        pieces.extend(_words(plain, "row--muted"))
        if start >= 0:
            pieces.extend(_words(snippet.text[start:end], "row--match"))
            position = end
    return pieces


def _words(text: str, style: str) -> Iterable[Piece]:
    """Words, each with the space after it."""
    if text[:1].isspace():
        yield Piece(" ", style)
    words = text.split()
    for number, word in enumerate(words):
        space = number < len(words) - 1 or text[-1:].isspace()
        yield Piece(word + (" " if space else ""), style)


def _wrapped(pieces: Sequence[Piece], width: int, most: int) -> tuple[Line, ...]:
    lines: list[list[Piece]] = [[Piece(" ")]]
    used = 0
    for piece in pieces:
        size = cells(piece.text.rstrip())
        # A piece without a space before it continues the word, and stays with it where it can.
        if used and used + size > width:
            if len(lines) == most:
                lines[-1].append(Piece("…", "row--muted"))
                break
            lines.append([Piece(" ")])
            used = 0
        if not used and not piece.text.strip():
            continue
        text = piece.text if used + cells(piece.text) <= width else fit(piece.text.rstrip(), min(size, width - used))
        lines[-1].append(Piece(text, piece.style))
        used += cells(text)
    return tuple(tuple(line) for line in lines)
