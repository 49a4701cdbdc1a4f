"""The marks and notes of all articles: filtered as one types, gone to, changed, taken away, and written as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from index.documents.cleaning import clean, clean_line
from index.documents.model import Span
from index.errors import ReaderError, StateError
from index.user.placing import placed, placed_mark
from index.wording import counted
from tui.citation import cited
from tui.commands import bindings, command, key_label, keys_of
from tui.last_told import tell_last
from tui.screens.copying import Copying
from tui.screens.lists.gathering import GatheringScreen
from tui.widgets.filter_field import FilterField
from tui.widgets.footer import Footer
from tui.widgets.row_list import RowList
from tui.widgets.rows.marks import MarkRow, NoteRow, listed_rows, made_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.library import Library
    from index.search.model import Cancel
    from index.user.state import Mark, Note

Chosen = tuple[str, Span, int]


class MarksScreen(Copying, GatheringScreen[Chosen]):
    """Gives the path and span of the chosen mark (an empty span) or note, with the blank rows above; None for none."""

    DEFAULT_CSS = """
    MarksScreen RowList { height: 1fr; margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("marks"))
    comes_as = "marks"

    @dataclass(eq=False, repr=False)
    class Gathered(Message):
        """All marks and notes, and the titles of the articles that are there."""

        marks: tuple[Mark, ...]
        notes: tuple[Note, ...]
        titles: Mapping[str, str]

    @dataclass(eq=False, repr=False)
    class Placed(Message):
        """Where a mark or note stands now."""

        path: str
        span: Span
        blanks: int

    @dataclass(eq=False, repr=False)
    class Told(Message):
        """Something was done, or could not be."""

        what: str
        alarm: bool = False

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._made: MarksScreen.Gathered | None = None

    def compose(self) -> ComposeResult:
        """Title, filter, list, footer."""
        yield self.title_lines
        yield FilterField("Show only marks and notes with …")
        yield RowList()
        yield Footer("marks", self.library.settings.keys)

    # Gathering -------------------------------------------------------------------------------------------------------

    @property
    def has_gathered(self) -> bool:
        """Whether the marks and notes were read."""
        return self._made is not None

    def gather(self, cancelled: Cancel) -> None:
        """Reads the user's file, and the titles."""
        state = self.library.state
        titles = {listed.path: listed.title for listed in self.library.listing()}
        self.post_message(self.Gathered(state.marks(), state.notes(), titles))

    @on(Gathered)
    def _take(self, message: Gathered) -> None:
        self._made = message
        self.note = ""
        self.show_rows()

    # Showing ---------------------------------------------------------------------------------------------------------

    def show_rows(self) -> None:
        """The rows that hold what is typed; the cursor stays where it was, as far as may be."""
        if self._made is not None:
            rows = made_rows(self._made.marks, self._made.notes, self.size.width - 2)
            cursor = self.main_list.cursor or 0
            self.main_list.set_rows(listed_rows(rows, self._made.titles, self.filter_field.value), cursor)
        self.show_title()

        self._offer()

    @on(RowList.Highlighted)
    def _offer(self) -> None:
        """The footer offers what can be done with the row under the cursor, and with those that are listed."""
        row, rows = self.main_list.chosen, self.main_list.rows
        idle = set[str]()
        if not isinstance(row, MarkRow | NoteRow):
            idle |= {"panel_open", "mark_remove", "copy"}
        if not isinstance(row, NoteRow):
            idle.add("note_edit")
        if not any(isinstance(each, NoteRow) for each in rows):
            idle.add("notes_export")
        if self._made is not None and not (self._made.marks or self._made.notes):
            idle.add("filter")
        if not self.library.state.can_bring_back:
            idle.add("mark_restore")
        self.query_one(Footer).leave_out(frozenset(idle))

    def on_resize(self) -> None:
        """A note takes more lines where the list is narrow."""
        self.show_rows()

    def show_title(self) -> None:
        """How many there are."""
        said = self.note
        if not said and self._made is not None:
            marks, notes = len(self._made.marks), len(self._made.notes)
            counts = ((marks, "mark"), (notes, "note"))
            said = ", ".join(counted(many, what) for many, what in counts if many)
            listed = sum(row.choosable for row in self.main_list.rows)
            said = said if listed == marks + notes else f"{listed:,} of {said}"
            said = said or "none yet: m sets a mark, a writes a note"
        self.title_says("Marks and notes", said)

    # Commands --------------------------------------------------------------------------------------------------------

    @on(RowList.Selected)
    def _choose(self, message: RowList.Selected) -> None:
        if isinstance(message.row, MarkRow | NoteRow):
            self._find_place(message.row)

    @work(thread=True, exclusive=True, group="marks-place", exit_on_error=False)
    def _find_place(self, row: MarkRow | NoteRow) -> None:
        """The article may have changed since: its words tell where the place is now."""
        try:
            span = _place(row, self.library.read(row.document).text)
        except ReaderError as problem:
            self.post_message(self.Told(str(problem), alarm=True))
            return
        self.post_message(self.Placed(row.document, span, row.mark.blanks if isinstance(row, MarkRow) else 0))

    @on(Placed)
    def _go(self, message: Placed) -> None:
        self.leave((message.path, message.span, message.blanks))

    @on(Told)
    def _tell(self, message: Told) -> None:
        tell_last(self.app, message.what, alarm=message.alarm)

    def action_copy(self) -> None:
        """Copy the words that the note under the cursor is about, or the paragraph of the mark, and the note."""
        row = self.main_list.chosen
        if isinstance(row, MarkRow | NoteRow):
            self.copy_found(lambda: self._cited(row))

    def _cited(self, row: MarkRow | NoteRow) -> str:
        document = self.library.read(row.document)
        span = _place(row, document.text)
        if isinstance(row, NoteRow):
            return f"{cited(document, span)}\n\n{row.note.text}"
        blocks = (Span(block.start, block.end) for block in document.blocks if block.start <= span.start < block.end)
        return cited(document, next(blocks, Span(span.start, len(document.text))))

    def action_edit(self) -> None:
        """Change the words of the note under the cursor."""
        from tui.screens.asking.prompts import LineScreen
        from tui.widgets.columns import one_line

        row = self.main_list.chosen
        if not isinstance(row, NoteRow):
            return
        note = row.note

        def written(text: str | None) -> None:
            if text and text != note.text:
                try:
                    self.library.state.change_note(note.id, text)
                except StateError as problem:
                    self.post_message(self.Told(str(problem), alarm=True))
                self.start_gathering()

        self.app.push_screen(LineScreen("Note", one_line(clean(note.quotation.shown)), note.text), written)

    def action_remove(self) -> None:
        """Take away the mark or note under the cursor; it can be brought back."""
        row = self.main_list.chosen
        if not isinstance(row, MarkRow | NoteRow):
            return
        try:
            if isinstance(row, MarkRow):
                self.library.state.remove_mark(row.mark.name, row.mark.document)
            else:
                self.library.state.remove_note(row.note.id)
        except StateError as problem:
            self.post_message(self.Told(str(problem), alarm=True))
        else:
            back = next(map(key_label, keys_of(command("mark_restore"), self.library.settings.keys)), "")
            what = f"Mark {row.mark.name}" if isinstance(row, MarkRow) else "The note"
            self.post_message(self.Told(f"{what} is taken away.  {back} brings it back."))
        self.start_gathering()

    def action_restore(self) -> None:
        """Bring back what was taken away last."""
        try:
            back = self.library.state.bring_back()
        except StateError as problem:
            self.post_message(self.Told(str(problem), alarm=True))
            return
        self.post_message(self.Told("It is back." if back is not None else "There is nothing to bring back."))
        self.start_gathering()

    def action_export(self) -> None:
        """Write the notes that are listed as Markdown."""
        from tui.new_files import file_named, free, working_folder
        from tui.screens.asking.prompts import LineScreen

        notes = [row.note for row in self.main_list.rows if isinstance(row, NoteRow)]
        if not notes:
            self.post_message(self.Told("There are no notes to write."))
            return

        folder = working_folder()

        def named(name: str | None) -> None:
            if name:
                self._write(file_named(name, folder), notes)

        proposed = free(folder / "notes.md").name
        what = f"{counted(len(notes), 'note')} as Markdown, into {clean_line(str(folder))}"
        self.app.push_screen(LineScreen("File", what, proposed), named)

    @work(thread=True, exclusive=True, group="marks-export", exit_on_error=False)
    def _write(self, file: Path, notes: list[Note]) -> None:
        from index.user.made import notes_markdown
        from tui.new_files import write_new

        titles = self._made.titles if self._made is not None else {}
        try:
            write_new(file, notes_markdown(str(self.library.root), notes, titles))
        except StateError as problem:
            self.post_message(self.Told(str(problem), alarm=True))
        else:
            self.post_message(self.Told(f"{counted(len(notes), 'note')} written to {file.name}."))


def _place(row: MarkRow | NoteRow, text: str) -> Span:
    """Where a mark (an empty span) or note stands in the text as it is now."""
    if isinstance(row, MarkRow):
        offset = placed_mark(row.mark.offset, row.mark.context, text)
        return Span(offset, offset)
    end = min(row.note.end, len(text))
    return placed(row.note, text) or Span(min(row.note.start, end), end)
