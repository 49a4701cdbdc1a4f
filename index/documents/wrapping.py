"""Physical lines become logical ones: hard-wrapped text is joined into paragraphs, text with a paragraph a line is
left alone.

Text is hard-wrapped where its lines keep to one width and mostly break inside sentences; a line then goes on in the
next one if the next one's first word would not have fitted behind it (greedy filling, as every formatter does).  Of
text that is also spaced, with a blank line or two below every line, the usual blank lines are left out first.  The
head of a text, which says what it is, is told apart before: its lines are short whatever the width of the text.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final, NamedTuple

from index.documents.addresses import page_address
from index.documents.bylines import is_byline
from index.documents.dates import line_date
from index.documents.heads import head_lines
from index.documents.lines import is_final
from index.documents.patterns import late

WIDTH_AT_MOST: Final = 132
"""Nobody wraps by hand beyond the width of an old line printer."""
_SAMPLE: Final = 4000
_STRUCTURE: Final = late(r"\s*(?:[-*+•▪◦‣●>#|]|\d{1,3}[.)]\s|```)")


class Line(NamedTuple):
    """A logical line: its text without outer space, its indentation in columns, and whether a blank line stands
    before it.
    """

    text: str
    indent: int
    gap: bool


def logical_lines(text: str) -> list[Line]:
    """The lines of a clean text, blank ones left out, hard-wrapped ones joined."""
    physical = text.split("\n")
    told, taken = head_lines(physical)
    above = [Line(line, 0, gap=False) for line in told]
    physical = physical[taken:]
    width = 0
    if not _has_too_long(physical):
        width = _width(physical)
        if not width and (closed := _closed_up(physical)) and (width := _width(closed, spaced=True)):
            physical = closed
    lines: list[Line] = []
    gap = False
    for raw in physical:
        bare = raw.strip()
        if not bare:
            gap = True
            continue
        lines.append(Line(bare, len(raw) - len(raw.lstrip()) if raw[0] == " " else 0, gap))
        gap = False
    if not width:
        return above + lines
    if above and not lines[0].gap:  # a title may go on there
        lines.insert(0, above.pop())
    return above + _unwrapped(lines, width)


def _has_too_long(physical: list[str]) -> bool:
    """Whether the longest line is longer than any of hard-wrapped text, spaced or not."""
    longest = max(physical[:_SAMPLE], key=len, default="")
    return len(longest) > 2 * WIDTH_AT_MOST and len(longest.rstrip()) > 2 * WIDTH_AT_MOST


def _closed_up(physical: list[str]) -> list[str]:
    """The lines of a spaced text without the blank ones that stand below every line; none where it is not spaced."""
    runs: list[int] = []
    blank = 0
    for line in physical:
        if line and not line.isspace():
            runs.append(blank)
            blank = 0
        else:
            blank += 1
    below = Counter(runs[1:_SAMPLE])
    usual = below.most_common(1)[0][0] if below else 0
    if not usual or below[usual] < 0.5 * below.total() or below[0] > 0.1 * below.total():
        return []
    lines = (line for line in physical if line and not line.isspace())
    return [part for run, line in zip(runs, lines, strict=True) for part in (*[""] * (run - usual), line)]


def _width(physical: list[str], *, spaced: bool = False) -> int:
    """The column at which the text is hard-wrapped, or 0 where it is not.

    Of `spaced` text, which might as well have a paragraph a line, most lines have to go on with a small letter.
    """
    pairs = full = inside = low = 0
    sample = physical[:_SAMPLE]
    lengths = sorted(len(line.rstrip()) for line in sample if line and not line.isspace())
    if len(lengths) < 3:
        return 0
    width = lengths[-1 - len(lengths) // 20]
    if width > WIDTH_AT_MOST or width < 32 or lengths[-1] > 2 * WIDTH_AT_MOST:
        return 0
    for line, after in pairwise(sample):
        line = line.rstrip()
        if not line or not after or after.isspace() or _is_structure(line) or _is_structure(after) or "|" in line:
            continue
        pairs += 1
        full += len(line) + 1 + len(after.split(None, 1)[0]) > width * 0.9
        inside += not is_final(line)
        low += spaced and after.lstrip()[0].islower()
    if spaced and (pairs < 3 or low < 0.5 * pairs):
        return 0
    return width if pairs and full >= 0.6 * pairs and inside >= 0.5 * pairs else 0


def _unwrapped(lines: list[Line], width: int) -> list[Line]:
    joined: list[Line] = []
    parts: list[str] = []
    head = last = lines[0]
    for line in lines:
        lead = len(joined) == 1 and len(parts) == 1
        if parts and (_goes_on(head, last, line, width) or (lead and _lost_its_dateline(joined[0], last, line, width))):
            hyphenated = (
                parts[-1][-1] == "-" and len(parts[-1]) > 1 and parts[-1][-2].isalpha() and line.text[0].islower()
            )
            parts.append(line.text if hyphenated else " " + line.text)
        else:
            if parts:
                joined.append(Line("".join(parts), head.indent, head.gap))
            head, parts = line, [line.text]
        last = line
    if parts:
        joined.append(Line("".join(parts), head.indent, head.gap))
    return joined


def _goes_on(head: Line, line: Line, after: Line, width: int) -> bool:
    """Whether `after` continues `line`, which is of the paragraph that begins with `head`, in hard-wrapped text."""
    if after.gap or "|" in line.text or line.text[0] in "#|" or (line is head and page_address((line.text,))):
        return False
    full = line.indent + len(line.text) + 1 + len(after.text.split(None, 1)[0]) > width * 0.9
    if _is_structure(after.text):
        # What looks like an item may be the rest of a sentence: "on March / 12. Final terms", "by removal / - not".
        in_sentence = after.text[0] in "-0123456789" and not is_final(line.text)
        return full and in_sentence and not _is_structure(head.text) and after.indent <= line.indent
    if after.indent >= line.indent + 2 and not _is_structure(line.text):
        return False
    return full or (after.text[0].islower() and not is_final(line.text))


def _lost_its_dateline(title: Line, line: Line, after: Line, width: int) -> bool:
    """Whether `line` is the first one of the story, short since the place and day that it began with were taken out of
    it.  It would be a heading, if it stood as far from what follows as the title does.
    """
    return (
        line.gap
        and not after.gap
        and after.indent < line.indent + 2
        and not (is_final(title.text) or is_final(line.text))
        and (len(after.text) >= 0.7 * width or is_final(after.text))
        and not (_apart(line.text) or _apart(after.text))
    )


def _apart(text: str) -> bool:
    """Whether a line stands by itself between title and story."""
    return _is_structure(text) or "|" in text or is_byline(text) or line_date(text) is not None


def _is_structure(line: str) -> bool:
    """Whether a line begins as an item, a heading, a row of a table or the like does."""
    return not line[:1].isalpha() and _STRUCTURE.match(line) is not None
