"""The rows of the list of marks and notes, by article, and which of them a filter keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.documents.cleaning import clean
from tui.widgets.columns import Line, Piece, fit, one_line, wrap
from tui.widgets.filtering import folded, kept, words_of
from tui.widgets.row_list import Heading, Row

if TYPE_CHECKING:
    from index.user.state import Mark, Note

_NOTE_LINES = 3
_ENDS = (".", "!", "?", "…", "”", '"')


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark with the words that stand there."""

    mark: Mark
    height: int = 1
    choosable: bool = True

    @property
    def document(self) -> str:
        """The article it stands in."""
        return self.mark.document

    @property
    def hay(self) -> str:
        """What a filter looks in."""
        return f"{self.mark.name} {self.mark.context}"

    def lines(self, width: int) -> tuple[Line, ...]:
        """The letter, then the words."""
        context = one_line(clean(self.mark.context))
        if not context.endswith(_ENDS):
            context += "…"  # in the article it goes on
        context = fit(context, max(4, width - 6)).rstrip()
        return ((Piece(f"  {self.mark.name}  ", "row--accent"), Piece(context)),)


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note, on as many lines as it takes in a list of that width, and below it the words that it is about."""

    note: Note
    height: int = 2
    choosable: bool = True

    @property
    def document(self) -> str:
        """The article it stands in."""
        return self.note.document

    @property
    def hay(self) -> str:
        """What a filter looks in."""
        return f"{self.note.text} {self.note.quotation.shown}"

    def lines(self, width: int) -> tuple[Line, ...]:
        """The note; the words below it."""
        said = wrap(one_line(self.note.text), max(8, width - 4), self.height - 1)
        about = fit(f"“{one_line(clean(self.note.quotation.shown))}”", max(8, width - 6)).rstrip()
        return (*((Piece(f"  {line}"),) for line in said), (Piece(f"    {about}", "row--quote"),))


def made_rows(marks: Sequence[Mark], notes: Sequence[Note], width: int) -> list[MarkRow | NoteRow]:
    """A row for each mark and note, by article and place."""
    rows: list[MarkRow | NoteRow] = [*map(MarkRow, marks)]
    for note in notes:
        said = wrap(one_line(note.text), max(8, width - 4), _NOTE_LINES)
        rows.append(NoteRow(note, 1 + max(1, len(said))))
    rows.sort(key=lambda row: (row.document, row.mark.offset if isinstance(row, MarkRow) else row.note.start))
    return rows


def listed_rows(rows: Sequence[MarkRow | NoteRow], titles: Mapping[str, str], typed: str) -> list[Row]:
    """The rows that hold every typed word, in the note, the words it is about, or the article's title or file; under
    headings.  An article without a title in `titles` is not in the folder any more."""
    words, listed, document = words_of(typed), list[Row](), None
    for row in rows:
        title = titles.get(row.document, "")
        if not kept(words, folded(f"{row.hay} {title} {row.document}")):
            continue
        if row.document != document:
            document = row.document
            note = row.document if title else "not in the folder any more"
            listed.append(
                Heading(one_line(title or row.document), note if note != title else "", height=2 if listed else 1)
            )
        listed.append(row)
    return listed
