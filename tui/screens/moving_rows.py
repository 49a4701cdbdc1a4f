"""Keys that move the cursor of a list, also while a filter field above it has them."""

from __future__ import annotations

from tui.widgets.row_list import RowList


class MovingRows:
    """A screen with a list that its keys move: it says which in `list_to_move`."""

    def list_to_move(self) -> RowList:
        """The list that one of these keys is about to move."""
        raise NotImplementedError

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        self.list_to_move().action_choose()

    def action_cursor_down(self) -> None:
        """The next row."""
        self.list_to_move().action_cursor_down()

    def action_cursor_up(self) -> None:
        """The row before."""
        self.list_to_move().action_cursor_up()

    def action_page_down(self) -> None:
        """A page of rows down."""
        self.list_to_move().action_page_down()

    def action_page_up(self) -> None:
        """A page of rows up."""
        self.list_to_move().action_page_up()

    def action_first(self) -> None:
        """The first row."""
        self.list_to_move().action_first()

    def action_last(self) -> None:
        """The last row."""
        self.list_to_move().action_last()
