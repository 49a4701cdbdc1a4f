"""The screen that was opened over the reader, and how it is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.widgets.row_list import RowList

Given = TypeVar("Given")


class Over(NamedTuple):
    """A kind of screen and what it shows: an entity, a query, paths; and the row that its cursor is on."""

    name: str = ""
    what: str = ""
    row: int = 0


class OpensScreens(Screen[None]):
    """A screen that opens others, and knows which of them is open."""

    _over: tuple[Screen[object], Over] | None = None

    def open_over(
        self, name: str, what: str, screen: Screen[Given], then: Callable[[Given | None], None] | None = None
    ) -> None:
        """Open a screen over this one; `then` gets what was chosen there."""
        self._over = (screen, Over(name, what))  # type: ignore[assignment]
        self.app.push_screen(screen, then)

    def over_now(self, over: Sequence[object]) -> Over:
        """Which of the screens `over` this one was opened from here."""
        if self._over is None or self._over[0] not in over:
            return _laid_beside(over)
        screen, opened = self._over
        rows = _list_of(screen)
        return opened._replace(row=(rows.cursor or 0) if rows is not None else 0)

    def stand_on(self, row: int) -> None:
        """Put the cursor of the screen that was just opened on a row, as soon as it is there."""
        if self._over is not None and row:
            screen = self._over[0]

            def wait() -> None:
                if (rows := _list_of(screen)) is not None:
                    rows.wait_for(row)

            screen.call_after_refresh(wait)


def _laid_beside(over: Sequence[object]) -> Over:
    """The matrix among the screens, which the list of articles opens too."""
    if over:
        from tui.screens.matrix import MatrixScreen

        for screen in over:
            if isinstance(screen, MatrixScreen) and screen.paths:
                return Over("matrix", "\n".join(screen.paths))
    return Over()


def _list_of(screen: Screen[object]) -> RowList | None:
    """The list of a screen, the main one where it has several."""
    from tui.screens.gathering import GatheringScreen
    from tui.widgets.row_list import RowList

    lists = list(screen.query(RowList))
    return screen.main_list if lists and isinstance(screen, GatheringScreen) else next(iter(lists), None)
