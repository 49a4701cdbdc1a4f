"""Dated statements in the order of the dates they speak of, in one article, in what a search finds, or in all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from index.across.timeline import Timeline, timeline
from index.wording import counted
from tui.screens.lists.across import AcrossScreen
from tui.screens.lists.dossier import Mentioned
from tui.widgets.columns import Line, Piece, fit, one_line, wrap
from tui.widgets.filtering import share
from tui.widgets.pieces import Lines
from tui.widgets.row_list import EDGE, Row
from tui.widgets.rows.timeline import StatementRow, shown_date, statement_rows, strip_line

if TYPE_CHECKING:
    from index.search.model import Cancel
    from tui.screens.coming_back import Kept

_SCROLLBAR = 1


class TimelineScreen(AcrossScreen[Timeline]):
    """The statements, and above them how they spread over time."""

    name_shown = "Timeline"
    comes_as = "timeline"
    exports = ("Write the statements to", ".md or .json", "timeline.md")
    stands_by: ClassVar[Kept] = {"_scope": None, "_latest_first": (False, True)}
    _latest_first = False

    def ask(self, paths: Sequence[str], cancelled: Cancel, progress: Callable[[int, int], None]) -> Timeline:
        """The timeline of the articles."""
        return timeline(paths, self.library.seen, cancelled=cancelled, progress=progress)

    def rows(self, found: Timeline) -> Sequence[tuple[str, Row]]:
        """The statements."""
        statements = found.statements[::-1] if self._latest_first else found.statements
        rows = statement_rows(statements, self.size.width - EDGE - _SCROLLBAR)
        return [(f"{one.date} {one.text}", row) for one, row in zip(statements, rows, strict=True)]

    def action_order(self) -> None:
        """The earliest date first, or the latest."""
        self._latest_first = not self._latest_first
        self.show_rows()
        self.main_list.action_first()

    def written(self, found: Timeline, *, as_json: bool) -> str | Mapping[str, object]:
        """The statements that are listed, in their order."""
        from index.across.as_markdown import timeline_markdown
        from index.across.timeline import timeline_payload

        shown = tuple(row.statement for row in self.main_list.rows if isinstance(row, StatementRow))
        found = replace(found, statements=shown)
        return timeline_payload(found) if as_json else timeline_markdown(found)

    def on_resize(self) -> None:
        """A statement takes more lines where the list is narrow."""
        self.show_rows()

    def show_rows(self) -> None:
        """The statements, and the strip of those that are shown."""
        super().show_rows()
        dates = [row.statement.date for row in self.main_list.rows if isinstance(row, StatementRow)]
        dates = dates[::-1] if self._latest_first else dates
        head = self.query_one("#across-head", Lines)
        head.show(lambda width: ((Piece(" " * EDGE), *strip_line(dates, width - EDGE)),))

    def said(self, found: Timeline, shown: int) -> str:
        """How many statements, and how many dates have no place among them."""
        order = " · latest first" if self._latest_first else ""
        statements = share(shown, len(found.statements), "statement")
        return f"{statements}{order} · {counted(found.undated, 'more date')}, not placed"

    def about(self, row: Row, width: int) -> Sequence[Line]:
        """The sentence in full, and where it stands."""
        if not isinstance(row, StatementRow):
            return ()
        one = row.statement
        also = f" and {len(one.also):,} more" if one.also else ""
        assumed = " (by the article's own date)" if one.assumed else ""
        where = f"{shown_date(one.date)}{assumed} · {one.document}{also}"
        text = wrap(one_line(one.text), width, 2)
        return (*((Piece(line),) for line in text), (Piece(fit(where, width).rstrip(), "row--muted"),))

    def place(self, row: Row) -> Mentioned | None:
        """The date in its sentence."""
        return Mentioned(row.statement.document, *row.statement.mention) if isinstance(row, StatementRow) else None

    def passage(self, row: Row) -> Mentioned | None:
        """The sentence."""
        one = row.statement if isinstance(row, StatementRow) else None
        return Mentioned(one.document, one.start, one.end) if one is not None else None
