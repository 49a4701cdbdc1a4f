"""Facets beside the results: what the articles found name, when they are dated and where they lie, counted when the
typing pauses; a key keeps the articles with one, or leaves them out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from index.errors import Cancelled, ReaderError
from index.search.facets import narrowed
from tui.commands import bindings
from tui.widgets.row_list import RowList
from tui.widgets.rows.facets import FacetRow, facet_rows

if TYPE_CHECKING:
    from index.library import Library
    from index.search.facets import Faceted

BESIDE_FROM = 110
"""Columns of the terminal from which facets stand beside the results."""
_CALM = 0.4
"""Seconds after the answer, without a key, before they are counted."""


class FacetsBeside(RowList):
    """The facets of what is typed."""

    DEFAULT_CSS = """
    FacetsBeside { width: 38; height: 1fr; padding: 1 0 0 0; background: $surface; }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("beside"))

    @dataclass(eq=False, repr=False)
    class Narrowed(Message):
        """A value was chosen: what is to be searched for instead."""

        query: str

    @dataclass(eq=False, repr=False)
    class Left(Message):
        """The keys go back to the search bar."""

    @dataclass(eq=False, repr=False)
    class Held(Message):
        """The keys came to them, or went."""

        keys: bool

    @dataclass(eq=False, repr=False)
    class Counted(Message):
        """The facets of a query."""

        asked: str
        faceted: Faceted

    def __init__(self, library: Library) -> None:
        super().__init__(id="facets")
        self._library = library
        self._faceted: Faceted | None = None
        self._counted = ""
        """What was asked for when they were counted."""
        self._asked = ("", False)
        """What was asked for, and whether there was room for an answer."""
        self._begun = False
        self._calm: Timer | None = None
        self.rest(True)

    def on_focus(self) -> None:
        """The cursor is here."""
        self.rest(False)
        self.post_message(self.Held(keys=True))

    def on_blur(self) -> None:
        """The cursor is among the results."""
        self.rest(True)
        self.post_message(self.Held(keys=False))

    @staticmethod
    def fits(width: int) -> bool:
        """Whether they have room beside results on so wide a screen."""
        return width >= BESIDE_FROM

    def follow(self, text: str, *, answered: bool) -> None:
        """Count for what is typed, once it is answered and no more is typed for a while; "" for nothing.

        The answer itself comes first: whatever is counted takes its time from the search.
        """
        fits = self.fits(self.app.size.width)
        counts = bool(text.strip()) and fits
        if (text, fits) != self._asked:
            self._asked, self._begun = (text, fits), False
            if self._calm is not None:
                self._calm.stop()
            self.workers.cancel_node(self)
            if not counts:
                self._faceted = None
                self.set_rows(())
        if counts and answered and not self._begun:
            self._begun = True
            self._calm = self.set_timer(_CALM, lambda: self._count(text))

    @work(thread=True, exclusive=True, group="facets", exit_on_error=False)
    def _count(self, text: str) -> None:
        worker = get_current_worker()
        try:
            faceted = self._library.facets(text, lambda: worker.is_cancelled, typing=True)
        except (Cancelled, ReaderError):
            return
        self.post_message(self.Counted(text, faceted))

    @on(Counted)
    def _take(self, message: Counted) -> None:
        if message.asked == self._asked[0]:
            self._faceted, self._counted = message.faceted, message.asked
            self.renew(facet_rows(message.faceted.facets, message.faceted.total), self.cursor or 0)

    def action_include(self) -> None:
        """Only articles with the chosen value."""
        self._narrow(without=False)

    def action_exclude(self) -> None:
        """Only articles without the chosen value."""
        self._narrow(without=True)

    def action_choose(self) -> None:
        """As including it."""
        self.action_include()

    def _narrow(self, *, without: bool) -> None:
        row = self.chosen
        if isinstance(row, FacetRow) and self._faceted is not None:
            # What was typed since they were counted is not lost.
            query = self._faceted.query if self._counted == self._asked[0] else self._asked[0].strip()
            # The space ends the last word: it is not being typed any more.
            self.post_message(self.Narrowed(narrowed(query, row.facet.clause, without=without) + " "))

    def action_close(self) -> None:
        """Give the keys back."""
        self.post_message(self.Left())
