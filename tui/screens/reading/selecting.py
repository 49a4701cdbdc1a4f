"""Selecting by keys: from a word on, by characters, words, rows and paragraphs; what is selected is copied or noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from index.documents.model import Span
from index.wording import counted
from tui.screens.reading.leaving import LeavingScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.documents.model import Document
    from tui.commands import Context
    from tui.widgets.pane.document import Place

_PREFIX = "select_"


class SelectingScreen(LeavingScreen, part=True):
    """The reader's selecting.

    Selected is what spans the first word and the place the keys have moved to, so that both always belong to it.
    """

    _anchor: Span | None = None
    _head = Span(0, 0)
    _column: int | None = None

    @property
    def selecting(self) -> bool:
        """Whether the keys select."""
        return self._anchor is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of selecting hold only while one selects."""
        if action.startswith(_PREFIX) and not self.selecting:
            return False
        return super().check_action(action, parameters)

    def show_document(self, document: Document, place: Place) -> None:
        """A document on the screen; nothing of it is selected."""
        self.action_select_end()
        super().show_document(document, place)

    def action_select(self) -> None:
        """Begin with the match or the name one stands on, else with the first word in view."""
        if self.document is None:
            return
        view = self.pane.in_view
        match = self.matches[self._at] if self.matches and self._at is not None else None
        mention = self.current_mention()
        if match is not None and view.start <= match.start < view.end:
            first: Span | None = match
        elif mention is not None:
            first = Span(mention.start, mention.end)
        else:
            first = self.pane.word_from(view.start)
        if first is None:
            self.tell("There is no word here.")
            return
        self._anchor = self._head = first
        self._column = None
        self.show_context("select")
        self._show_selection()

    def action_select_end(self) -> None:
        """The keys move again, and nothing is selected."""
        if self.selecting:
            self.show_context("reader")

    def show_context(self, context: Context) -> None:
        """Where other keys hold, the selecting has ended."""
        super().show_context(context)
        if context != "select" and self.selecting:
            self._anchor = None
            self.pane.select(None)
            self.say(selected="")

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The mouse selects on its own."""
        self.action_select_end()

    # -- moving; where the selection goes back before its first word, its beginning moves, else its end

    @property
    def _forward(self) -> bool:
        return self._anchor is not None and self._head.start >= self._anchor.start

    def action_select_right(self) -> None:
        """To the next character."""
        self._move(self._right)

    def action_select_left(self) -> None:
        """To the character before."""
        self._move(self._left)

    def action_select_next_word(self) -> None:
        """To the end of the next word."""
        pane = self.pane
        self._move(lambda: pane.word_from(self._head.end, whole=not self._forward))

    def action_select_previous_word(self) -> None:
        """To the end of the word before; before the first word, to the beginning of it."""
        pane = self.pane
        self._move(lambda: pane.word_before(self._head.end - 1 if self._forward else self._head.start))

    def action_select_down(self) -> None:
        """To the row below."""
        self._move_rows(1)

    def action_select_up(self) -> None:
        """To the row above."""
        self._move_rows(-1)

    def action_select_paragraph(self) -> None:
        """To the end of the paragraph, then of the next."""
        self._move(self._paragraph_end)

    def action_select_paragraph_before(self) -> None:
        """To the beginning of the paragraph, then of the one before."""
        self._move(self._paragraph_start)

    def _move(self, step: Callable[[], Span | None]) -> None:
        for _ in range(self.times()):
            head = step()
            if head is None or head == self._head:
                break
            self._head = head
        self._column = None
        self._show_selection()

    def _right(self) -> Span | None:
        if self._forward:
            return self.pane.character_from(self._head.end)
        first = self.pane.character_from(self._head.start)
        return self.pane.character_from(first.end) if first is not None else None

    def _left(self) -> Span | None:
        if not self._forward:
            return self.pane.character_before(self._head.start)
        last = self.pane.character_before(self._head.end)
        return self.pane.character_before(last.start) if last is not None else None

    def _move_rows(self, step: int) -> None:
        point = max(self._head.start, self._head.end - 1) if self._forward else self._head.start
        if self._column is None:
            self._column = self.pane.column_of(point)
        found = self.pane.character_beside(point, step * self.times(), self._column)
        if found is not None:
            self._head = found
        self._show_selection()

    def _paragraph_end(self) -> Span | None:
        blocks = self.document.blocks if self.document is not None else ()
        edge = self._head.end if self._forward else self._head.start + 1
        end = next((block.end for block in blocks if block.end > edge), None)
        return self.pane.character_before(end) if end is not None else None

    def _paragraph_start(self) -> Span | None:
        blocks = self.document.blocks if self.document is not None else ()
        edge = self._head.end - 1 if self._forward else self._head.start
        start = next((block.start for block in reversed(blocks) if block.start < edge), None)
        return self.pane.character_from(start) if start is not None else None

    def _show_selection(self) -> None:
        if self._anchor is None or self.document is None:
            return
        if self._forward:
            span = Span(self._anchor.start, self._head.end)
        else:
            span = Span(self._head.start, self._anchor.end)
        self.pane.select(span)
        self.pane.scroll_to_offset(span.end - 1 if self._forward else span.start, "visible")
        words = len(self.document.text[span.start : span.end].split())
        self.say(selected=counted(words, "word"))

    # -- what is done with it

    def action_copy(self) -> None:
        """Copy with the citation; that ends the selecting."""
        super().action_copy()
        self.action_select_end()

    def action_note(self) -> None:
        """Write a note; that ends the selecting."""
        super().action_note()
        self.action_select_end()

    def action_add_entity(self) -> None:
        """Name it; that ends the selecting."""
        super().action_add_entity()
        self.action_select_end()
