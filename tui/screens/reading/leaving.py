"""What the reader leaves in an article: marks, notes, and what is copied from it with its citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from index.documents.model import Span
from index.user.placing import placed, placed_mark
from index.wording import counted
from tui.citation import OMITTED, cited, copied, passage_shown
from tui.history import Visit
from tui.screens.reading.corrected import CorrectedScreen
from tui.widgets.columns import one_line
from tui.widgets.pane.document import Highlight

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.documents.model import Document
    from tui.widgets.pane.document import Place

_NOTES_ORDER = 5
_CONTEXT = 80


class LeavingScreen(CorrectedScreen, part=True):
    """The reader's marks, notes and copies."""

    def show_document(self, document: Document, place: Place) -> None:
        """A document on the screen, with its notes."""
        super().show_document(document, place)
        self.call_after_refresh(self.show_notes)

    def show_notes(self) -> None:
        """Highlight the passages that have notes."""
        if self.document is not None:
            with self.telling_problems():
                notes = self.state.notes(self.document.path)
                spans = (placed(note, self.document.text) for note in notes)
                self.pane.set_layer("notes", (Highlight(*span, "note") for span in spans if span), _NOTES_ORDER)

    # -- marks

    def action_mark(self) -> None:
        """Set a mark that the next key names."""
        from tui.screens.asking.prompts import LetterScreen

        self._ask_letter(LetterScreen("Set a mark: a small letter for this article, a capital for all"), self._set_mark)

    def action_go_mark(self) -> None:
        """Go to the mark that the next key names; ' goes to where one was before."""
        from tui.screens.asking.prompts import LetterScreen

        question = "Go to the mark: its letter, or ' for the place before"
        self._ask_letter(LetterScreen(question, self._marks_from_here()), self._go_mark)

    def _marks_from_here(self) -> list[tuple[str, str]]:
        """The marks that a letter goes to from this article, each with the words it stands at."""
        here = self.document.path if self.document is not None else None
        marks = []
        with self.telling_problems():
            marks = [mark for mark in self.state.marks() if mark.name.isupper() or mark.document == here]
        return [
            (mark.name, mark.context if mark.document == here else f"{mark.document}: {mark.context}")
            for mark in sorted(marks, key=lambda mark: (mark.document != here, mark.name))
        ]

    def _ask_letter(self, screen: Screen[str | None], then: Callable[[str], None]) -> None:
        def answered(letter: str | None) -> None:
            if letter:
                then(letter)

        self.app.push_screen(screen, answered)

    def _set_mark(self, letter: str) -> None:
        if self.document is None or not letter.isalpha():
            return
        offset, blanks = self.pane.place
        context = one_line(self.document.text[offset : offset + _CONTEXT])
        with self.telling_problems():
            self.state.set_mark(letter, self.document.path, offset, context, blanks=blanks)
            self.tell(f"Mark {letter} is set.")

    def _go_mark(self, letter: str) -> None:
        if letter == "'":
            self.action_back()
            return
        if self.document is None:
            return
        with self.telling_problems():
            mark = self.state.mark(letter, self.document.path)
            if mark is None:
                self.tell(f"There is no mark {letter}.")
            else:
                offset = mark.offset
                if mark.document == self.document.path:
                    offset = placed_mark(offset, mark.context, self.document.text)
                self._go_visit(Visit(mark.document, offset, mark.blanks))

    def _go_visit(self, place: Visit) -> None:
        """Go to exactly where a mark was set, whatever was folded since."""
        self.open_path(place.path, visit=place, span=Span(place.offset, place.offset + 1))

    def action_marks(self) -> None:
        """List the marks and notes, and go to the one that is chosen."""
        from tui.screens.lists.marks import MarksScreen

        def chosen(place: tuple[str, Span, int] | None) -> None:
            self.show_notes()
            if place is not None:
                path, span, blanks = place
                if span.start == span.end:
                    self._go_visit(Visit(path, span.start, blanks))
                else:
                    self.open_path(path, span=span)

        self.app.push_screen(MarksScreen(self.library), chosen)

    # -- notes and copies

    def chosen_span(self) -> Span | None:
        """The selected words; without any the name one stands on, else the paragraph at the top."""
        if (selected := self.pane.selected) is not None:
            return selected
        if (mention := self.current_mention()) is not None:
            return Span(mention.start, mention.end)
        block = self.pane.block_at(self.pane.position)
        return Span(block.start, block.end) if block is not None else None

    def action_note(self) -> None:
        """Write a note."""
        from tui.screens.asking.prompts import LineScreen

        span, document = self.chosen_span(), self.document
        if span is None or document is None:
            return
        quotation = document.text[span.start : span.end]

        def written(text: str | None) -> None:
            if text:
                with self.telling_problems():
                    self.state.add_note(document.path, span.start, span.end, quotation, text)
                    self.tell("The note is kept; B lists all.")
                self.show_notes()

        self.app.push_screen(LineScreen("Note", one_line(quotation)), written)

    def action_copy(self) -> None:
        """Copy with the citation."""
        span = self.chosen_span()
        if span is not None and self.document is not None:
            folded = self.pane.folded_spans
            self.app.copy_to_clipboard(cited(self.document, span, folded))
            words = len(passage_shown(self.document, copied(span), folded).replace(OMITTED, " ").split())
            if copied(span) != span:
                self.tell(
                    f"Copied only the first {counted(words, 'word')} with their citation: the passage is too long."
                )
            else:
                self.tell(f"Copied {counted(words, 'word')} with {'its' if words == 1 else 'their'} citation.")
