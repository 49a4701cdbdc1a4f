"""Breaking text into lines of cells: greedy, at spaces; inside a word only where the word alone is too long.

Every function gives (start, end) pairs in offsets of the whole text, without the spaces at a break.
"""

from __future__ import annotations

from index.documents.patterns import late
from tui.widgets.typeset.cells import Grapheme, graphemes, is_narrow, measure, most_cells

Line = tuple[int, int]

_INSIDE_WORD = late(r"[-/—–_.?&=,;:](?=[^-/—–_.?&=,;:\s]*$)")
_CLOSING = frozenset("、。，．！？；：」』）】〉》〕｝”’)]}!?.,:;%")


def wrap(text: str, start: int, end: int, width: int) -> list[Line]:
    """The lines of `text[start:end]` at `width` cells (at least 2); a line feed always breaks, an empty line stays."""
    lines: list[Line] = []
    position = start
    while True:
        stop = text.find("\n", position, end)
        last = stop < 0
        _wrap_line(text, position, end if last else stop, width, lines)
        if last:
            return lines
        position = stop + 1


def balanced(text: str, start: int, end: int, width: int) -> list[Line]:
    """As `wrap`, in as many lines but of even length, so that a heading leaves no word alone on its last line."""
    lines = wrap(text, start, end, width)
    if not 1 < len(lines) <= 6:
        return _without_widow(text, lines, width)
    longest = max((measure(word) for word in text[start:end].split()), default=0)
    low, high = min(width, max(2, width // 2, longest)), width
    while low < high:
        middle = (low + high) // 2
        if len(wrap(text, start, end, middle)) <= len(lines):
            high = middle
        else:
            low = middle + 1
    return _without_widow(text, wrap(text, start, end, high), width)


def _without_widow(text: str, lines: list[Line], width: int) -> list[Line]:
    """A word that still stands alone on the last line gets the last word of the line before for company."""
    if len(lines) < 2:
        return lines
    (before, stop), (first, last) = lines[-2:]
    space = text.rfind(" ", before, stop)
    alone = " " not in text[first:last]
    if not alone or text[stop:first] != " " or space < 0 or not text[before:space].strip():
        return lines
    if "\n" in text[space:last] or measure(text[space + 1 : last]) > width:
        return lines
    return [*lines[:-2], (before, _without_space(text, before, space)), (space + 1, last)]


def _wrap_line(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    if is_narrow(text, start, end):
        _wrap_narrow(text, start, end, width, lines)
    else:
        _wrap_wide(text, start, end, width, lines)


def _wrap_narrow(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    position = start
    while end - position > width:
        stop = text.rfind(" ", position, position + width + 1)
        if stop > position and not text[position:stop].isspace():
            following = stop
            while text[stop - 1] == " ":
                stop -= 1
        else:
            inside = _INSIDE_WORD.search(text, position, position + width)
            stop = following = inside.end() if inside else position + width
        while following < end and text[following] == " ":
            following += 1
        lines.append((position, stop))
        position = following
    if position < end or position == start:
        lines.append((position, end))


def _wrap_wide(text: str, start: int, end: int, width: int, lines: list[Line]) -> None:
    """One pass over the graphemes, remembering where the line may last end, and where the next one then begins."""
    line_start, used = start, 0
    stop = following = -1
    used_at_following = 0
    previous: Grapheme | None = None
    pieces = graphemes(text, start, end)
    for piece in pieces:
        cells = most_cells(text, piece)
        space = _is_space(text, piece)
        if not space and previous is not None and piece.start > line_start:
            before_space = _is_space(text, previous)
            if before_space or _may_break(text, previous, piece):
                following, used_at_following = piece.start, used
                stop = _without_space(text, line_start, piece.start) if before_space else piece.start
        # Twice where the place to break at had only marks without width before it.
        while used + cells > width and not space and piece.start > line_start:
            if following <= line_start or stop <= line_start:
                stop = following = piece.start
                used_at_following = used
            lines.append((line_start, stop))
            line_start = following
            used -= used_at_following
            following = -1
        used += cells
        previous = piece
    stop = _without_space(text, line_start, end)
    if stop > line_start or line_start == start:
        lines.append((line_start, max(stop, line_start)))


def _is_space(text: str, piece: Grapheme) -> bool:
    """A space that carries a joiner or a mark is none: it cannot be dropped at a break."""
    return piece.end - piece.start == 1 and text[piece.start] in " \t"


def _may_break(text: str, before: Grapheme, after: Grapheme) -> bool:
    """Between ideographs and other wide characters, but not before a mark that closes."""
    return (before.cells == 2 or after.cells == 2) and text[after.start] not in _CLOSING


def _without_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \t":
        end -= 1
    return end
