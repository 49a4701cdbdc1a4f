"""The commands that move a document pane, for every screen that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.widgets.pane.document import DocumentPane

WIDTHS = (60, 80, 100, 0)
"""The reading widths to choose from, in cells; 0 is the whole pane."""


def next_width(width: int) -> int:
    """The reading width after `width`."""
    return next((each for each in WIDTHS if each > width), 0) if width else WIDTHS[0]


class PaneMoves:
    """Moves the pane that `moved_pane` names; the screen tells what cannot be done."""

    if TYPE_CHECKING:

        def tell(self, message: str, *, alarm: bool = False) -> None: ...

    @property
    def moved_pane(self) -> DocumentPane:
        """The pane that the keys move."""
        raise NotImplementedError

    def times(self) -> int:
        """How often to move."""
        return 1

    def action_line_down(self) -> None:
        """One line down."""
        self.moved_pane.move_lines(self.times())

    def action_line_up(self) -> None:
        """One line up."""
        self.moved_pane.move_lines(-self.times())

    def action_page_down(self) -> None:
        """One page down."""
        self.moved_pane.move_pages(1, self.times())

    def action_page_up(self) -> None:
        """One page up."""
        self.moved_pane.move_pages(-1, self.times())

    def action_half_down(self) -> None:
        """Half a page down."""
        self.moved_pane.move_pages(0.5, self.times())

    def action_half_up(self) -> None:
        """Half a page up."""
        self.moved_pane.move_pages(-0.5, self.times())

    def action_table_right(self) -> None:
        """The next columns of a table that does not fit."""
        self._move_table(self.times())

    def action_table_left(self) -> None:
        """The columns before."""
        self._move_table(-self.times())

    def _move_table(self, columns: int) -> None:
        if not self.moved_pane.move_sideways(columns):
            self.tell("No table in view is wider than the pane.")

    def action_top(self) -> None:
        """To the beginning."""
        self.moved_pane.move_to_edge(end=False)

    def action_bottom(self) -> None:
        """To the end."""
        self.moved_pane.move_to_edge(end=True)
