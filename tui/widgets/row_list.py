"""A list of rows on the line API: any number of them opens and scrolls at once, one of them is chosen.

What a row shows is made by pure functions of its width (`Row.lines`); the list only knows heights, the cursor and keys.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar, Protocol

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.commands import bindings
from tui.widgets.columns import Line, Piece, wrap
from tui.widgets.pieces import PIECE_CLASSES, PIECE_CSS, Inks, paint

EDGE = 1
"""Cells at the left that show the cursor."""
_EMPTY_LINES = 3
"""Lines of what is said where there are no rows."""


class Row(Protocol):
    """One item of a list: `height` lines whatever the width, which may be chosen or (a heading, a blank) may not."""

    @property
    def height(self) -> int:
        """How many lines it takes, at least one."""

    @property
    def choosable(self) -> bool:
        """Whether the cursor may stand on it."""

    def lines(self, width: int) -> tuple[Line, ...]:
        """At most `height` lines for `width` cells."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that names what follows; the cursor passes over it."""

    text: str
    note: str = ""
    height: int = 1
    choosable: bool = False

    def lines(self, width: int) -> tuple[Line, ...]:
        """The heading with its note beside it, after a blank line where it is two lines high."""
        named = (Piece(self.text, "row--head"), Piece(f"  {self.note}" if self.note else "", "row--muted"))
        return ((),) * (self.height - 1) + (named,)


BLANK = Heading("")
"""A blank line."""


def parted(*groups: Sequence[Row]) -> tuple[Row, ...]:
    """The groups below each other, with a blank line between any two that have rows."""
    rows: list[Row] = []
    for group in groups:
        if group and rows:
            rows.append(BLANK)
        rows += group
    return tuple(rows)


class RowList(ScrollView, can_focus=True):
    """Rows under a cursor. Posts `Highlighted` as the cursor moves and `Selected` on Enter or a click."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--cursor", *PIECE_CLASSES}

    DEFAULT_CSS = f"""
    RowList {{
        background: $background;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
        overflow-x: hidden;
        & > .row--cursor {{ background: $surface; }}
        &:focus > .row--cursor {{ background: $primary-muted; }}
        {PIECE_CSS}
    }}
    """

    BINDINGS: ClassVar[list[BindingType]] = [binding for binding in bindings("panel") if binding.id != "panel_close"]

    @dataclass(eq=False, repr=False)
    class Highlighted(Message):
        """The cursor stands on another row; not `moved`: on a row of a list that was just filled."""

        rows: RowList
        row: Row
        moved: bool = True

        @property
        def control(self) -> RowList:
            """The list that sent it."""
            return self.rows

    @dataclass(eq=False, repr=False)
    class Selected(Message):
        """A row was chosen."""

        rows: RowList
        row: Row

        @property
        def control(self) -> RowList:
            """The list that sent it."""
            return self.rows

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self._ends: list[int] = []
        self._cursor: int | None = None
        self._awaited: int | None = None
        self._when_empty = ""
        self._rests = False
        self._cache: dict[tuple[int, int, bool], tuple[Strip, ...]] = {}
        self._inks: dict[Style, Inks] = {}
        self._plain: Style | None = None

    # What it shows ---------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, in the order in which they are shown."""
        return self._rows

    @property
    def cursor(self) -> int | None:
        """The index of the row under the cursor; None where no row may be chosen."""
        return self._cursor

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return None if self._cursor is None else self._rows[self._cursor]

    def set_rows(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show `rows`, with the cursor on the first choosable one from `cursor` on (else the last before it)."""
        self._put(rows, cursor)
        self.scroll_to(y=0, animate=False)
        self._told_cursor()

    def says_when_empty(self, said: str) -> None:
        """What stands in the place of the rows while there are none."""
        if said != self._when_empty:
            self._when_empty = said
            self.refresh()

    def renew(self, rows: Sequence[Row], cursor: int) -> None:
        """Show other rows in the place of those that are there, scrolled no further than the cursor needs."""
        self._put(rows, cursor)
        self._told_cursor()

    def rest(self, resting: bool) -> None:
        """Whether the keys are those of another list beside this one, whose cursor is the one to look at."""
        if resting != self._rests:
            self._rests = resting
            self._cache.clear()
            self.refresh()

    def wait_for(self, index: int) -> None:
        """Put the cursor on the row `index` as soon as there are so many, unless it is moved before."""
        if index < len(self._rows):
            self.move_to(index)
        else:
            self._awaited = index

    def _put(self, rows: Sequence[Row], cursor: int) -> None:
        if self._awaited is not None and self._awaited < len(rows):
            cursor, self._awaited = self._awaited, None
        self._rows = rows
        self._ends = list(accumulate(row.height for row in rows))
        self._cache.clear()
        self._cursor = self._choosable(cursor, 1)
        if self._cursor is None:
            self._cursor = self._choosable(min(cursor, len(rows) - 1), -1)
        self._resize_virtual()

    def _told_cursor(self) -> None:
        if self._cursor is not None:
            self._show_cursor()
            self.post_message(self.Highlighted(self, self._rows[self._cursor], moved=False))
        self.refresh()

    def move_to(self, index: int) -> None:
        """Put the cursor on the row `index` and bring it into view."""
        if index == self._cursor or not 0 <= index < len(self._rows) or not self._rows[index].choosable:
            return
        self._awaited = None
        before, self._cursor = self._cursor, index
        for changed in (before, index):
            if changed is not None:
                self.refresh_lines(self._start(changed), self._rows[changed].height)
        self._show_cursor()
        self.post_message(self.Highlighted(self, self._rows[index]))

    def _start(self, index: int) -> int:
        return self._ends[index] - self._rows[index].height

    def _choosable(self, start: int, step: int) -> int | None:
        index = start
        while 0 <= index < len(self._rows):
            if self._rows[index].choosable:
                return index
            index += step
        return None

    def _resize_virtual(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._ends[-1] if self._ends else 0)

    def _show_cursor(self) -> None:
        if self._cursor is None:
            return
        start = self._start(self._cursor)
        # The headings right above the first choosable row come into view with it.
        above = self._cursor
        while above > 0 and not self._rows[above - 1].choosable:
            above -= 1
        first = self._start(above)
        height = self.scrollable_content_region.height
        top = first if self._ends[self._cursor] - first <= height else start
        region = Region(0, top, 1, self._ends[self._cursor] - top)
        self.scroll_to_region(region, animate=False, immediate=True)

    # Keys and mouse --------------------------------------------------------------------------------------------------

    def action_cursor_down(self) -> None:
        """Move the cursor to the next row."""
        self._step(1)

    def action_cursor_up(self) -> None:
        """Move the cursor to the row before; before the first, the headings above it come into view."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._cursor is not None:
            index = self._choosable(self._cursor + step, step)
            if index is not None:
                self.move_to(index)
            elif step < 0:
                self.scroll_to(y=0, animate=False)

    def action_page_down(self) -> None:
        """Move the cursor down by the height of the list."""
        self._page(1)

    def action_page_up(self) -> None:
        """Move the cursor up by the height of the list."""
        self._page(-1)

    def _page(self, step: int) -> None:
        if self._cursor is None:
            return
        height = max(1, self.scrollable_content_region.height - 1)
        line = min(max(0, self._start(self._cursor) + step * height), self._ends[-1] - 1)
        index = bisect_right(self._ends, line)
        target = self._choosable(index, step)
        if target is None:
            target = self._choosable(index, -step)
        if target is not None:
            self.move_to(target)

    def action_first(self) -> None:
        """Move the cursor to the first row."""
        target = self._choosable(0, 1)
        if target is not None:
            self.move_to(target)
            self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """Move the cursor to the last row."""
        target = self._choosable(len(self._rows) - 1, -1)
        if target is not None:
            self.move_to(target)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._cursor is not None:
            self.post_message(self.Selected(self, self._rows[self._cursor]))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row and chooses it."""
        line = event.y + self.scroll_offset.y
        if 0 <= line < (self._ends[-1] if self._ends else 0):
            index = bisect_right(self._ends, line)
            if self._rows[index].choosable:
                self.move_to(index)
                self.action_choose()

    # Painting --------------------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """The rows keep their lines; only their width changes."""
        self._cache.clear()
        self._resize_virtual()
        self._show_cursor()

    def notify_style_update(self) -> None:
        """Colours changed: nothing painted before holds."""
        super().notify_style_update()
        self._forget()

    def render_line(self, y: int) -> Strip:
        """One line of cells, made when it is looked at."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        if self._when_empty and not self._ends and width > EDGE:
            return self._paint_empty(line, width)
        if not self._ends or line >= self._ends[-1] or width <= 0:
            return Strip.blank(width, self._base())
        index = bisect_right(self._ends, line)
        chosen = index == self._cursor
        strips = self._cache.get((index, width, chosen))
        if strips is None:
            if len(self._cache) > 2000:
                self._cache.clear()
            strips = self._cache[index, width, chosen] = self._paint(self._rows[index], width, chosen)
        return strips[line - self._start(index)]

    def _base(self) -> Style:
        """The list's own look, made once as long as strips are kept."""
        if self._plain is None:
            self._plain = self.rich_style
        return self._plain

    def _forget(self) -> None:
        """What was painted does not hold any more."""
        self._cache.clear()
        self._inks.clear()
        self._plain = None

    def _paint_empty(self, line: int, width: int) -> Strip:
        said = wrap(self._when_empty, width - EDGE, _EMPTY_LINES)
        shown: Line = (Piece(" " * EDGE), Piece(said[line], "row--muted")) if line < len(said) else ()
        base = self._base()
        return paint(self, shown, width, base, self._inks.setdefault(base, {}))

    def _paint(self, row: Row, width: int, chosen: bool) -> tuple[Strip, ...]:
        base = self._base()
        if chosen:
            base += self.get_component_rich_style("row--cursor", partial=True)
        # The cursor is also a bar at the edge, so that it shows without colour.
        mark, look = ("▏", "row--muted") if self._rests else ("▌", "row--accent")
        bar = Piece(mark if chosen else " ", look)
        lines = [*row.lines(max(1, width - EDGE)), *[()] * row.height][: row.height]
        inks = self._inks.setdefault(base, {})
        return tuple(paint(self, (bar, *line), width, base, inks) for line in lines)
