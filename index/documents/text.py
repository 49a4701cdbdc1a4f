"""Plain text as articles come: structure is read from the looks and the order of the lines.

Title and headings without markup, pipe tables (also across blank lines), lists, FAQ in both styles, captions, the
page's boilerplate, paragraphs; the light markup that people leave in plain text (stars, #, >) is understood and taken
out.
"""

from __future__ import annotations

from typing import Final

from index.documents import lines as looks
from index.documents.boilerplate import is_boilerplate
from index.documents.builder import Builder, Parsed, Rich, joined
from index.documents.bylines import is_byline
from index.documents.dates import line_date, stated_date
from index.documents.emphasis import marked
from index.documents.heads import LINES_AT_MOST, head
from index.documents.patterns import late
from index.documents.tables import aligned, cells, is_delimiter, is_framed, is_row
from index.documents.wrapping import Line, logical_lines

LATE: Final = 0.6
"""From this share of the text on, boilerplate may be longer than three words."""
_TOP: Final = 8
"""Lines from the top in which a byline or a date line is looked for."""
_RUN_OF_DATA: Final = 40
"""So many short unfinished lines on end are no prose: they are kept as they are, line by line."""
_DATA_LENGTH: Final = 60
_ONLY_STRONG: Final = late(r"(\*\*|__|\*\*\*)(?=\S)([^*_]+)(?<=\S)\1:?")


def parse(text: str) -> Parsed:
    """The structure of a clean plain text.  Linear in time; every line of `text` but rules and marks is in some
    block.
    """
    return _Reading(logical_lines(text)).parsed()


class _Reading:
    """One pass over the lines; `_at` is the next line to be read."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._at = 0
        self._builder = Builder()
        self._title: str | None = None
        self._date: str | None = None
        self._address = ""
        self._first = 0  # where the article begins, below what is said of it
        self._prose = False  # body text has begun
        self._faq = False
        self._enumerating = False
        self._no_data_before = 0  # the run of short lines up to there was looked at and is none
        starts: list[int] = []
        total = 0
        for line in lines:
            starts.append(total)
            total += len(line.text)
        self._starts, self._total = starts, total

    def parsed(self) -> Parsed:
        self._head()
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if self._is_long_paragraph(line.text):
                self._prose = True
                self._builder.add("paragraph", marked(line.text))
                self._at += 1
            elif not (self._table() or self._marked_up(line) or self._list(line) or self._data()):
                self._prose_line(line)
                self._at += 1
        return Parsed(self._builder.content(), self._title, self._date, address=self._address)

    def _head(self) -> None:
        for says, value in head([line.text for line in self._lines[:LINES_AT_MOST]]):
            if says == "title" and self._title is None:
                self._heading(marked(value), 1)
            else:
                self._builder.add("caption", self._text(self._at))
            if says == "date":
                self._date = self._date or stated_date(value)
            elif says == "address":
                self._address = self._address or value
            self._at += 1
        self._first = self._at

    # -- tables ------------------------------------------------------------------------------------------------------

    def _text(self, index: int) -> str:
        return self._lines[index].text if index < len(self._lines) else ""

    def _table(self) -> bool:
        at, line = self._at, self._text(self._at)
        if "|" not in line:
            return False
        header = is_delimiter(self._text(at + 1)) and not is_delimiter(line)
        if header or is_delimiter(line):
            rows = self._rows(at, at + 2 if header else at + 1, header)
            columns = aligned(self._text(at + 1 if header else at))
        elif is_framed(line) and is_framed(self._text(at + 1)) and len(cells(line)) == len(cells(self._text(at + 1))):
            rows, columns = [], ""
            while is_framed(self._text(self._at)) and not self._starts_table(self._at):
                rows.append(cells(self._text(self._at)))
                self._at += 1
        else:
            return False
        self._builder.table([[marked(cell) for cell in row] for row in rows], header=header, aligned=columns)
        self._prose = True
        return True

    def _rows(self, header_at: int, at: int, header: bool) -> list[list[str]]:
        rows = [cells(self._text(header_at))] if header else []
        width = max(len(cells(self._text(at - 1))), len(rows[0]) if rows else 0)
        while at < len(self._lines) and is_row(self._text(at)) and not self._starts_table(at):
            if not is_delimiter(self._text(at)):
                row = cells(self._text(at))
                if self._lines[at].gap and len(row) > width:
                    break
                rows.append(row)
            at += 1
        self._at = at
        return rows

    def _starts_table(self, at: int) -> bool:
        return is_delimiter(self._text(at + 1)) and not is_delimiter(self._text(at))

    # -- markup left in the text -------------------------------------------------------------------------------------

    def _marked_up(self, line: Line) -> bool:
        first = line.text[0]
        if first == "#" and (heading := looks.atx(line.text)):
            self._heading(marked(heading[1]), heading[0])
            self._at += 1
            return True
        if first == "`" and line.text.startswith("```"):
            return self._fence()
        if first == ">":
            parts: list[Rich] = []
            while self._text(self._at).startswith(">") and not (parts and self._lines[self._at].gap):
                bare = self._text(self._at).lstrip("> ")
                if bare:
                    parts.append(marked(" " + bare if parts else bare))
                self._at += 1
            self._builder.add("quote", joined(parts))
            self._prose = True
            return True
        if looks.is_rule(line.text):
            self._at += 1
            return True
        under = self._text(self._at + 1)
        if (
            under
            and under[0] in "=-"
            and set(under) in ({"="}, {"-"})
            and len(under) >= 3
            and not self._lines[self._at + 1].gap
            and len(line.text) <= looks.HEADING_CHARACTERS
            and not looks.is_final(line.text)
        ):
            self._heading(marked(line.text), 1 if under[0] == "=" else 2)
            self._at += 2
            return True
        return False

    def _fence(self) -> bool:
        """A fenced block, if its end is there."""
        end = self._at + 1
        while end < len(self._lines) and not self._text(end).startswith("```"):
            end += 1
        if end == len(self._lines):
            return False
        body = "\n".join(" " * line.indent + line.text for line in self._lines[self._at + 1 : end])
        self._builder.add("code", body)
        self._at = end + 1
        return True

    # -- lists -------------------------------------------------------------------------------------------------------

    def _list(self, line: Line) -> bool:
        first = looks.item(line.text)
        if first is None:
            return False
        following = looks.item(self._text(self._at + 1)) if self._at + 1 < len(self._lines) else None
        introduced = bool(self._builder.blocks) and self._at > 0 and self._text(self._at - 1).endswith(":")
        siblings = (
            following is not None
            and following.style == first.style
            and following.number == first.number + bool(first.number)
        )
        if not (first.sure or siblings or (introduced and first.number <= 1)) or (
            first.style[-2:-1] == "A" and not siblings
        ):
            return False
        indents = [line.indent]
        found: looks.Item | None = first
        number = first.number
        while found is not None:
            line = self._lines[self._at]
            while len(indents) > 1 and line.indent < indents[-1]:
                indents.pop()
            if line.indent >= indents[-1] + 2:
                indents.append(line.indent)
            self._builder.add("list_item", marked(line.text[found.length :]), level=len(indents), marker=found.marker)
            self._at += 1
            number = found.number
            found = looks.item(self._text(self._at)) if self._at < len(self._lines) else None
            if (
                found
                and len(indents) == 1
                and self._lines[self._at].indent == indents[0]
                and found.style == first.style
                and found.number
            ):
                found = found if found.number == number + 1 or found.number == 1 else None
        self._prose = True
        return True

    def _data(self) -> bool:
        """A long run of short lines that are no sentences: a log, a table without pipes, a poem."""
        if self._at < self._no_data_before:
            return False
        end = self._at
        lines = self._lines
        while end < len(lines) and len(lines[end].text) <= _DATA_LENGTH and not (end > self._at and lines[end].gap):
            end += 1
        sample = lines[self._at : min(end, self._at + 400)]
        if (
            len(sample) < _RUN_OF_DATA
            or sum(looks.is_final(line.text) for line in sample) * 3 > len(sample)
            or "|" in sample[0].text
        ):
            self._no_data_before = end
            return False
        for start in range(self._at, end, 500):
            body = lines[start : min(start + 500, end)]
            self._builder.add("code", "\n".join(" " * line.indent + line.text for line in body))
        self._at = end
        self._prose = True
        return True

    # -- prose -------------------------------------------------------------------------------------------------------

    def _prose_line(self, line: Line) -> None:
        text, at = line.text, self._at
        after = self._text(at + 1) or None
        if len(text) < 3:
            self._prose = True
            self._builder.add("paragraph", text)
        elif at < self._first + _TOP and (stated := line_date(text)):
            self._date = self._date or stated
            self._builder.add("caption", text)
        elif self._is_boilerplate(text):
            self._builder.add("boilerplate", marked(text))
        elif looks.is_asked(text) or (self._faq and looks.is_question(text) and after is not None):
            self._builder.add("heading", marked(text), level=3, role="question")
        elif looks.is_faq_heading(text):
            self._heading(marked(text), 2)
            self._faq = True
        elif looks.is_caption(text) or ((at < self._first + _TOP or after is None) and is_byline(text)):
            self._builder.add("caption", marked(text))
        elif _is_strong_heading(text) or (
            looks.is_short(text)
            and looks.looks_like_heading(text, self._body_after(at))
            and not self._in_enumeration(at)
            and not (at > self._first and looks.is_row_of_figures(text))
        ):
            self._heading(marked(text), 2)
        elif at == self._first and self._is_title_line(text, after):
            self._heading(marked(text), 1)
        elif self._is_question_heading(text, after):
            self._builder.add("heading", marked(text), level=3, role="question")
        else:
            self._prose = True
            self._builder.add("paragraph", marked(text))

    def _is_long_paragraph(self, text: str) -> bool:
        """What most text is in, told without all that shorter lines are looked at for."""
        return looks.is_long_prose(text) and not (self._is_boilerplate(text) or looks.is_caption(text))

    def _is_boilerplate(self, text: str) -> bool:
        late = self._at > self._first and self._starts[self._at] >= LATE * self._total
        return is_boilerplate(text, late)

    def _body_after(self, at: int) -> str | None:
        """The next line, at the top of the text the next one that is no byline or date."""
        for index in range(at + 1, min(at + 4, len(self._lines)) if at < self._first + 2 else at + 2):
            after = self._text(index)
            if after and not (is_byline(after) or line_date(after)):
                return after
        return self._text(at + 1) or None

    def _in_enumeration(self, at: int) -> bool:
        """Whether a short unfinished line is one of several on end: results, names, a schedule, but no heading."""
        if at == self._first:
            return False
        around = [looks.is_short(self._text(index)) for index in (at - 2, at - 1, at + 1, at + 2) if index >= 0]
        if at > 1 and around[0] and around[1] and self._enumerating:
            return not (self._lines[at].gap and not self._lines[at - 1].gap)
        self._enumerating = around[-1] and around[-2]
        return self._enumerating

    def _is_title_line(self, text: str, after: str | None) -> bool:
        """Whether the first line is a title although it is no heading: before a finished line that is not much
        longer, a question, or a sentence in title case.
        """
        if after is None or len(text) > looks.HEADING_CHARACTERS or len(after) < 1.2 * len(text):
            return False
        words = text.split()
        if not 1 < len(words) <= looks.HEADING_WORDS or not looks.starts_upper(text):
            return False
        if not looks.is_final(text) or text.rstrip("'\"’”")[-1] in "?!":
            return looks.is_final(after)
        return len(words) > 3 and looks.is_title_case(words)

    def _is_question_heading(self, text: str, after: str | None) -> bool:
        if (
            after is None
            or not text.endswith("?")
            or len(text) > looks.HEADING_CHARACTERS
            or not looks.starts_upper(text)
        ):
            return False
        words = text.split()
        return (
            len(words) <= looks.HEADING_WORDS
            and len(words) > 1
            and len(after) >= 2.5 * len(text)
            and looks.is_title_case(words)
        )

    def _heading(self, rich: Rich, level: int) -> None:
        """A heading; the first one, before any body text, is the title."""
        plain = (
            Rich(rich.text.strip(), ())
            if rich.marks and all(mark.end - mark.start == len(rich.text) for mark in rich.marks)
            else rich
        )
        if self._title is None and not self._prose:
            self._title = plain.text.strip()
            self._builder.add("heading", plain, level=1, role="title")
        else:
            self._faq = looks.is_faq_heading(plain.text)
            self._builder.add("heading", plain, level=level)


def _is_strong_heading(text: str) -> bool:
    """Whether a line is nothing but strong words, as some write their headings."""
    strong = _ONLY_STRONG.fullmatch(text) if text[0] in "*_" else None
    return strong is not None and len(strong[2]) <= looks.HEADING_CHARACTERS and not strong[2].endswith(".")
