"""Headings: the outline beside the article, and the keys that go from one heading to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from textual import on

from tui.screens.reading.search_keys import SearchKeysScreen
from tui.widgets.pane.document import DocumentPane

if TYPE_CHECKING:
    from index.documents.model import Document
    from tui.widgets.pane.document import Place


class HeadingsScreen(SearchKeysScreen, part=True):
    """The reader's headings."""

    _heading: tuple[int, Place] | None = None

    def show_document(self, document: Document, place: Place) -> None:
        """A document on the screen, on none of its headings."""
        super().show_document(document, place)
        self._heading = None

    def action_outline(self) -> None:
        """Open or close the outline."""
        from tui.widgets.outline import Outline, headings

        if isinstance(self.panel, Outline):
            self.close_panel()
            return
        document = self.document
        if document is None or not headings(document):
            self.tell("This article has no headings.")
            return
        panel = Outline()
        self.open_panel(panel)
        panel.call_after_refresh(panel.follow, document, self.pane.position)

    @on(DocumentPane.Moved)
    def _mark_heading(self) -> None:
        """The outline follows the reading."""
        from tui.widgets.outline import Outline

        if isinstance(self.panel, Outline) and self.document is not None:
            self.panel.follow(self.document, self.pane.position)

    def action_next_heading(self) -> None:
        """To the next heading."""
        self._go_heading(self.times())

    def action_previous_heading(self) -> None:
        """To the heading before."""
        self._go_heading(-self.times())

    def _go_heading(self, step: int) -> None:
        from tui.widgets.outline import headings

        starts = [block.start for block in headings(self.document)] if self.document is not None else []
        # Near the end a heading cannot come to the top: then the walk goes on from the heading last gone to.
        if self._heading is not None and self._heading[1] == self.pane.place:
            index = self._heading[0] + step
        elif step > 0:
            index = bisect_right(starts, self.pane.position) + step - 1
        else:
            index = bisect_left(starts, self.pane.position) + step
        if not 0 <= index < len(starts):
            self.tell("No heading follows." if step > 0 else "No heading comes before.")
            return
        self.pane.scroll_to_offset(starts[index])
        self._heading = (index, self.pane.place)
