"""The marks and notes of all articles, to go to one or take one away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from index.documents.model import Span
from index.errors import StateError
from tui.commands import bindings
from tui.widgets.columns import Line, Piece, fit, one_line
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import Heading, Row, RowList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.state import Mark, Note, State


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark with the words that stand there."""

    mark: Mark
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The letter, then the words."""
        return ((Piece(f"  {self.mark.name}  ", "row--accent"), Piece(one_line(self.mark.context))),)


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note and the words that it is about."""

    note: Note
    height: int = 2
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The note; the words below it."""
        about = fit(f"“{one_line(self.note.quotation)}”", max(8, width - 6)).rstrip()
        return ((Piece(f"  {one_line(self.note.text)}"),), (Piece(f"    {about}", "row--quote"),))


class MarksScreen(Screen["tuple[str, Span] | None"]):
    """Gives the path and span of the chosen mark (an empty span) or note, None for none."""

    DEFAULT_CSS = """
    MarksScreen > .marks--title { height: 1; padding: 0 1; background: $panel; }
    MarksScreen > RowList { height: 1fr; padding: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding for binding in bindings("help") if binding.id in ("close", "quit")),
        Binding("d,delete", "remove", show=False),
    ]

    def __init__(self, state: State, keys: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._state = state
        self._keys = keys or {}

    def compose(self) -> ComposeResult:
        """Title, list, footer."""
        yield Lines(classes="marks--title")
        yield RowList()
        yield Footer("help", self._keys)

    def on_mount(self) -> None:
        """The list has the keys."""
        self._fill(0)
        self.query_one(RowList).focus()

    def _fill(self, cursor: int) -> None:
        rows: list[Row] = []
        try:
            marks, notes = self._state.marks(), self._state.notes()
        except StateError as problem:
            self.notify(str(problem), severity="error", markup=False)
            return
        for path in sorted({mark.document for mark in marks} | {note.document for note in notes}):
            rows.append(Heading(path, height=2 if rows else 1))
            rows.extend(MarkRow(mark) for mark in marks if mark.document == path)
            rows.extend(NoteRow(note) for note in notes if note.document == path)
        self.query_one(RowList).set_rows(rows, cursor)
        said = f"{len(marks)} marks, {len(notes)} notes   d takes one away" if rows else "No marks or notes yet: m, a"
        title: Line = (Piece("Marks and notes", "row--strong"), Piece(f"  {said}", "row--muted"))
        self.query_one(".marks--title", Lines).show(lambda width: (title,))

    @on(RowList.Selected)
    def _choose(self, message: RowList.Selected) -> None:
        row = message.row
        if isinstance(row, MarkRow):
            self.dismiss((row.mark.document, Span(row.mark.offset, row.mark.offset)))
        elif isinstance(row, NoteRow):
            self.dismiss((row.note.document, Span(row.note.start, row.note.end)))

    def action_remove(self) -> None:
        """Take away the mark or note under the cursor."""
        rows = self.query_one(RowList)
        row, cursor = rows.chosen, rows.cursor
        try:
            if isinstance(row, MarkRow):
                self._state.remove_mark(row.mark.name, row.mark.document)
            elif isinstance(row, NoteRow):
                self._state.remove_note(row.note.id)
        except StateError as problem:
            self.notify(str(problem), severity="error", markup=False)
        self._fill(cursor or 0)

    def action_close(self) -> None:
        """Back to the article."""
        self.dismiss(None)
