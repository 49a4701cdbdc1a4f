"""Rows of search results: an article's title with its matches counted, and the passages that match."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.search.model import Hit, SearchResult, Snippet
from index.wording import counted
from tui.widgets.columns import Line, Piece, cells, fit, one_line

_PASSAGE_LINES = 2
HEIGHT = 2 + _PASSAGE_LINES
"""Lines of a result: its title, its passages and a blank one."""
_DOTS = ("…", "...")
_MEASURE = 160
"""Cells in which passages are still read with ease."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One article that answers; `height` leaves a blank line after it.

    `query` is the query that was run where it is not the one typed, else "".  `versions` counts the article with its
    near-duplicates among the results; `version` says that it is one of these, shown below the first.  `new` says that
    it was not there when the saved search was last looked at, `picked` that it is marked for the matrix.
    """

    hit: Hit
    query: str = ""
    versions: int = 1
    version: bool = False
    new: bool = False
    picked: bool = False
    height: int = HEIGHT
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """Title and count, then the best passages with their matches set off."""
        room = width - 2
        number = self.hit.matches
        count = counted(number, "match")
        told = [f"{self.versions:,} versions"] if self.versions > 1 else []
        told += [count] if number and room >= 50 else []
        right = f"  {' · '.join(told)}" if told else ""
        picked = [Piece("✓ ", "row--accent")] * self.picked
        marks = (*picked, *[Piece("= ", "row--muted")] * self.version, *[Piece("new ", "row--accent")] * self.new)
        used = sum(cells(piece.text) for piece in marks)
        title = fit(one_line(self.hit.title), max(1, room - cells(right) - used)).rstrip()
        gap = " " * (room - cells(right) - used - cells(title))
        named = Piece(title, "row--strong") if marks else Piece(f" {title}", "row--strong")
        head = (*([Piece(" "), *marks] if marks else ()), named, Piece(gap + right, "row--muted"))
        return (head, *passage_lines(self.hit.snippets, min(room, _MEASURE), _PASSAGE_LINES))


def result_rows(
    result: SearchResult,
    versions: Mapping[str, str] | None = None,
    unfolded: Collection[str] = (),
    new: Collection[str] = (),
    picked: Collection[str] = (),
) -> tuple[ResultRow, ...]:
    """The rows of a result, best first.

    `versions` gives for a near-duplicate the better hit that it is a version of: it stands below that one where this is
    among the `unfolded`, else nowhere.  The articles in `new` and those in `picked` are marked.
    """
    versions = versions or {}
    query = result.corrected or ""
    below: dict[str, list[ResultRow]] = {}
    for hit in result.hits:
        if hit.document in versions:
            row = ResultRow(hit, query, version=True, new=hit.document in new, picked=hit.document in picked)
            below.setdefault(versions[hit.document], []).append(row)
    rows: list[ResultRow] = []
    for hit in result.hits:
        if hit.document not in versions:
            others = below.get(hit.document, [])
            marks = {"new": hit.document in new, "picked": hit.document in picked}
            rows.append(ResultRow(hit, query, 1 + len(others), **marks))
            if hit.document in unfolded:
                rows += others
    return tuple(rows)


def found_said(result: SearchResult) -> str:
    """How many articles a search finds, and what it searched for if that is not what was typed."""
    said = counted(result.total, "article") if result.total else "nothing found"
    if result.left_out:
        # First, since a narrow screen cuts the end.
        least = "at least " if result.total else ""
        said = f"{counted(result.left_out, 'common word')} left out, {least}{said}"
    return f"{said} for {result.corrected}" if result.corrected else said


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
    return _opened(pieces[start:]) if start else pieces


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
    if snippet.cut[1] and not (pieces and pieces[-1].text.rstrip().endswith(_DOTS)):
        pieces.append(Piece(" …", "row--muted"))
    return _opened(pieces) if snippet.cut[0] else pieces


def _opened(pieces: list[Piece]) -> list[Piece]:
    """The passage with the mark of something left out before it, unless it begins with one of its own."""
    return pieces if pieces and pieces[0].text.startswith(_DOTS) else [Piece("… ", "row--muted"), *pieces]


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
