"""Lines as they stand on pages become paragraphs, headings and lists: what a PDF shows and does not say.

Told apart are lines by the size and weight of their letters, by the space between them, and by where they begin and
end.  What is printed again and again at the edge of pages is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from index.documents.builder import Rich
from index.documents.cleaning import clean_line
from index.documents.pieces import Piece


class Line(NamedTuple):
    """A line of print: its edges are points from the page's lower left corner, `size` is that of its letters."""

    text: str
    size: float
    bold: bool
    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    """The lines of a page in the order of reading, and how high it is."""

    height: float
    lines: Sequence[Line]


_EDGE: Final = 0.1
"""Of a page's height: what is repeated so near its upper and lower end belongs to the page."""
_MARGIN: Final = 0.045
"""Nothing but that is printed still nearer."""
_REPEATED: Final = 3
_LARGER: Final = 1.15
"""Times the size of most letters: a heading's."""
_APART: Final = 1.35
"""Times the usual distance of lines: a paragraph ends."""
_INDENTED: Final = 0.8
"""Of the size of the letters: a paragraph begins."""
_SHORT: Final = 0.85
"""Of the width of the column: a line that ends here, with a sentence, ends a paragraph."""
_HEADING_AT_MOST: Final = 200
_BOLD_AT_MOST: Final = 100
_LEVELS_AT_MOST: Final = 4
_NUMBERED: Final = re.compile(r"(?:[-–—] ?)?(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?(?: ?[-–—])?", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")
_MARKED: Final = re.compile(r"([•●▪◦‣–]|\(?\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
_ENDS: Final = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST: Final = re.compile(r"[^\W\d_]*+")
_WORD_AT_MOST: Final = 40
_BROKEN: Final = "\ufffe"
"""How PDFium tells where a word was broken at the end of a line."""


def pieces(pages: Sequence[Page]) -> list[Piece]:
    """The blocks of a document, in order; none where its pages hold no text."""
    pages = [Page(page.height, list(_of_the_text(page, _repeated(pages)))) for page in pages]
    lines = [line for page in pages for line in page.lines]
    if not lines:
        return []
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0]
    paragraphs = list(_paragraphs(lines, body))
    larger = sorted({each.first.size for each in paragraphs if each.is_large(body)}, reverse=True)
    levels = {size: min(level, _LEVELS_AT_MOST) for level, size in enumerate(larger, 1)}
    below = min(len(levels) + 1, _LEVELS_AT_MOST)
    words = frozenset(word for line in lines for word in _WORD.findall(line.text.lower()))
    return [each.piece(body, levels, below, words) for each in paragraphs]


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """Where it begins."""
        return self.lines[0]

    def is_large(self, body: float) -> bool:
        """Whether it is in the letters of a heading."""
        return self.first.size >= body * _LARGER and sum(len(line.text) for line in self.lines) <= _HEADING_AT_MOST

    def piece(self, body: float, levels: dict[float, int], below: int, words: frozenset[str]) -> Piece:
        """It as a block."""
        text = _whole(" ".join(line.text for line in self.lines), words)
        if self.is_large(body):
            return Piece(f"h{levels[self.first.size]}", Rich(text))
        bold = all(line.bold for line in self.lines)
        if bold and len(text) <= _BOLD_AT_MOST and len(self.lines) <= 2 and text[-1:] not in ".,;":
            return Piece(f"h{below}", Rich(text))
        if marked := _MARKED.match(text):
            return Piece("li", Rich(text[marked.end() :]), level=1, marker=marked[1])
        return Piece("p", Rich(text))


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    """What is printed at the edge of several pages, numbers aside."""
    counts = Counter(
        key for page in pages for key in {_key(line) for line in page.lines if _at_edge(line, page, _EDGE)}
    )
    return frozenset(key for key, count in counts.items() if count >= _REPEATED)


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.strip())


def _at_edge(line: Line, page: Page, edge: float) -> bool:
    return line.bottom > page.height * (1 - edge) or line.top < page.height * edge


def _of_the_text(page: Page, repeated: frozenset[str]) -> Iterator[Line]:
    for line in page.lines:
        furniture = _at_edge(line, page, _MARGIN) or (
            _at_edge(line, page, _EDGE) and (_key(line) in repeated or _NUMBERED.fullmatch(line.text.strip()))
        )
        if not furniture:
            # The sign is no character, and would not pass the cleaning door.
            yield line._replace(text=_BROKEN.join(map(clean_line, line.text.split(_BROKEN))))


def _paragraphs(lines: Sequence[Line], body: float) -> Iterator[_Paragraph]:
    distances = [_distance(above, below) for above, below in pairwise(lines) if above.size == below.size == body]
    usual = median([distance for distance in distances if distance > 0] or [body])
    right = sorted(line.right for line in lines if line.size == body)
    column = right[int(len(right) * 0.9)] - min(line.left for line in lines if line.size == body)
    open_ = _Paragraph()
    for line in lines:
        if not line.text:
            continue
        if open_.lines and _begins(line, open_, usual, column):
            yield open_
            open_ = _Paragraph()
        open_.lines.append(line)
    if open_.lines:
        yield open_


def _begins(line: Line, open_: _Paragraph, usual: float, column: float) -> bool:
    """Whether a line begins a paragraph, rather than going on with the open one."""
    above = open_.lines[-1]
    if abs(line.size - above.size) > 0.1 * above.size or line.bold != above.bold or _MARKED.match(line.text):
        return True
    ended = _ENDS.search(above.text) is not None
    distance = _distance(above, line)
    if distance <= 0:  # another column or page
        return ended
    if distance > _APART * max(usual, line.size):
        return True
    indented = line.left > above.left + _INDENTED * line.size
    if indented and not (len(open_.lines) == 1 and _MARKED.match(above.text)):
        return True
    return ended and above.right - above.left < _SHORT * column


def _distance(above: Line, below: Line) -> float:
    """From one line to the next; a line may hold the beginning of the next, where a word was broken."""
    return above.bottom - below.top + below.size


def _whole(text: str, words: frozenset[str]) -> str:
    """The text with the words that the ends of lines broke made whole: with a hyphen where it is written so elsewhere,
    or where what follows is a name.
    """
    first, *others = text.split(_BROKEN)
    whole = [first]
    for part in others:
        before, after = _FIRST.match(whole[-1][::-1][:_WORD_AT_MOST]), _FIRST.match(part[:_WORD_AT_MOST])
        assert before is not None
        assert after is not None
        hyphened = before[0][::-1] + "-" + after[0]
        whole += ["-" if hyphened.lower() in words or after[0][:1].isupper() or not before[0] else "", part]
    return "".join(whole)
