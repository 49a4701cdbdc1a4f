"""The list of articles: filter as you type, sort, preview; also where the other article of a comparison is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import get_current_worker

from index.documents.model import Document
from index.errors import ReaderError, StateError
from tui.commands import bindings, command, key_label, keys_of
from tui.screens.closed_once import ClosedOnce
from tui.screens.coming_back import ComesBack, Left, Standing
from tui.screens.moving_rows import MovingRows
from tui.screens.working import Working
from tui.widgets.columns import Piece, one_line, wrap
from tui.widgets.filter_field import FilterField
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines, Make
from tui.widgets.row_list import RowList
from tui.widgets.rows.articles import ORDER_NAMES, ORDERS, ArticleRow, Order, arranged, article_rows, preview_lines
from tui.widgets.rows.articles_title import ArticlesTitle, idle_commands

if TYPE_CHECKING:
    from index.library import Library
    from index.user.state import Position

_PREVIEW_BESIDE_FROM = 110
_PREVIEW_FROM = 20
_PREVIEW_AFTER = 0.06
"""Seconds the cursor must rest before its article is read: held-down arrow keys read nothing."""
_UNFILTERED = "No article has that in its title, file or date; Esc clears the filter."
_NONE = "No article can be read here; {} lists the files that are not, each with its reason."
_ALONE = "There is no other article here to compare with."


class ArticlesScreen(MovingRows, Working, ClosedOnce, ComesBack):
    """Gives the path of the chosen article, None where none was chosen.

    With `compare_with`, the path of an article, the others are ranked by how related they are to it.
    """

    DEFAULT_CSS = """
    ArticlesScreen {
        #articles-title { height: 1; padding: 0 1; background: $panel; }
        FilterField { margin: 1 0; }
        #articles-body { height: 1fr; layout: vertical; }
        #articles-rows { height: 1fr; }
        #articles-rows > .row--cursor { background: $primary-muted; }
        #articles-preview { height: 8; padding: 0 2; border-top: solid $parting; background: $background; }
    }
    ArticlesScreen.-wide {
        #articles-body { layout: horizontal; }
        #articles-rows { width: 3fr; height: 1fr; }
        #articles-preview { width: 2fr; height: 1fr; border-top: none; border-left: solid $parting; }
    }
    ArticlesScreen.-short {
        FilterField { margin: 0; }
        #articles-preview { display: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("articles"))
    comes_as = "articles"

    @dataclass(eq=False, repr=False)
    class Loaded(Message):
        """The list was read; its rows were made where it does not keep the screen waiting."""

        rows: tuple[ArticleRow, ...]

    @dataclass(eq=False, repr=False)
    class NotRead(Message):
        """So many files are articles by their kind, and cannot be read."""

        number: int

    @dataclass(eq=False, repr=False)
    class Previewed(Message):
        """The article under the cursor was read, or could not be."""

        path: str
        document: Document | None
        problem: str = ""

    @dataclass(eq=False, repr=False)
    class Failed(Message):
        """The list could not be made."""

        problem: str

    def __init__(
        self, library: Library, *, compare_with: str | None = None, current: str | None = None, order: Order = "path"
    ) -> None:
        super().__init__()
        self._library = library
        self._compare_with = compare_with
        self._current = self._at = current
        self._rows: tuple[ArticleRow, ...] = ()
        self._order: Order = "related" if compare_with is not None else order
        self._problem = ""
        self._not_read = 0
        self._picked: set[str] = set()
        self._touched = self._loaded = self._choose_when_there = False
        self._preview_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, filter, list and preview."""
        yield Lines(id="articles-title")
        yield FilterField("Type to filter; Tab goes to the list")
        with Container(id="articles-body"):
            yield RowList(id="articles-rows")
            yield Lines(id="articles-preview")
        yield Footer("articles", self._library.settings.keys)

    def on_mount(self) -> None:
        """The filter has the keys from the first; the list comes when it is read."""
        field = self.query_one(FilterField)
        with self.prevent(Input.Changed):
            field.value = self.was_left("filter", "")
        (self.query_one(RowList) if self.was_left("list_keys", False) else field).focus()
        self._show_title()
        self._load()

    # Coming back -----------------------------------------------------------------------------------------------------

    @property
    def shows(self) -> str:
        """The article that is to be compared, "" where one is to be opened."""
        return self._compare_with or ""

    @property
    def settled(self) -> bool:
        """Whether the list is there."""
        return self._loaded

    @property
    def order(self) -> Order:
        """How the articles are sorted."""
        return self._order

    def standing(self) -> dict[str, object]:
        """Filter and order, the article under the cursor, those that are picked, and what has the keys."""
        return {
            "filter": self.query_one(FilterField).value,
            "order": self._order,
            "at": self._chosen() or "",
            "picked": sorted(self._picked),
            "list_keys": self.query_one(RowList).has_focus,
        }

    def take_up(self, standing: Standing) -> None:
        """The order and the picked articles; the filter is typed when there is a field for it."""
        super().take_up(standing)
        if (order := self.was_left("order", "")) in self._orders:
            self._order = order
        self._picked = {path for path in self.was_left("picked", []) if isinstance(path, str)}
        self._at = self.was_left("at", "") or self._at

    def open_again(self, left: Left) -> None:
        """The matrix of some of them, or the files that are not read."""
        if left.name == "matrix":
            self._open_matrix(left.what.split("\n"))
        elif left.name == "skipped":
            self.action_skipped()

    def on_resize(self) -> None:
        """The preview stands beside the list, below it, or nowhere, as there is room."""
        self.set_class(self.size.width >= _PREVIEW_BESIDE_FROM, "-wide")
        self.set_class(self.size.height < _PREVIEW_FROM, "-short")

    @on(events.DescendantFocus)
    def _keys_go(self) -> None:
        """The footer shows the keys that hold: letters are text while the filter has them."""
        self.query_one(Footer).show_typing(self.query_one(FilterField))

    def reload(self) -> None:
        """Read the list again, since there are other articles now."""
        self._load()

    # Reading ---------------------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="articles-load", exit_on_error=False)
    def _load(self) -> None:
        try:
            listing, positions = self._library.listing(), self._positions()
            # The list is there at once; its ranking follows, since it asks the index.
            here = self._compare_with
            self.post_message(self.Loaded(article_rows(listing, None if here is None else {}, here, positions)))
            if here is not None:
                scores = dict(self._library.related(here))
                self.post_message(self.Loaded(article_rows(listing, scores, here, positions)))
            else:
                self.post_message(self.NotRead(len(self._library.unreadable())))
        except ReaderError as problem:
            self.post_message(self.Failed(str(problem)))

    def _positions(self) -> Mapping[str, Position]:
        """Where the reading of each article stopped; none where that cannot be known."""
        try:
            return self._library.state.positions() if self._library.remembers else {}
        except StateError:
            return {}

    @on(Loaded)
    def _take(self, message: Loaded) -> None:
        # Until something was chosen the cursor stands on the best, which is known when the ranking comes.
        chosen = self._chosen() if self._touched else self._at
        self._rows, self._loaded = message.rows, True
        self._picked &= {row.listed.path for row in self._rows}
        self._arrange(chosen)
        if self._choose_when_there:
            self.action_choose()

    @on(NotRead)
    def _take_not_read(self, message: NotRead) -> None:
        self._not_read = message.number
        self._show_title()

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        self._problem = message.problem
        self._show_title()

    @work(thread=True, exclusive=True, group="articles-preview", exit_on_error=False)
    def _read(self, path: str) -> None:
        worker = get_current_worker()
        try:
            document, problem = self._library.read(path), ""
        except ReaderError as error:
            document, problem = None, str(error)
        if not worker.is_cancelled:
            self.post_message(self.Previewed(path, document, problem))

    # Showing ---------------------------------------------------------------------------------------------------------

    def _chosen(self) -> str | None:
        row = self.query_one(RowList).chosen
        return row.listed.path if isinstance(row, ArticleRow) else None

    def _arrange(self, path: str | None) -> None:
        """Show what the filter keeps, with the cursor on `path` where it is kept."""
        rows = arranged(self._rows, self._order, self.query_one(FilterField).value)
        shown = [replace(row, picked=True) if row.listed.path in self._picked else row for row in rows]
        cursor = next((index for index, row in enumerate(shown) if row.listed.path == path), 0)
        self.query_one(RowList).set_rows(shown, cursor)
        if not shown:
            none = _NONE.format(self._key("skipped")) if self._compare_with is None else _ALONE
            said = _UNFILTERED if self._rows else none if self._loaded and not self._problem else ""
            self._show_preview(lambda width: tuple((Piece(line, "row--muted"),) for line in wrap(said, width, 3)))
        self._show_title()

    def _key(self, identifier: str) -> str:
        """The key of a command."""
        return next(map(key_label, keys_of(command(identifier), self._library.settings.keys)), "")

    def _show_title(self) -> None:
        title = ArticlesTitle(
            self._rows,
            shown=len(self.query_one(RowList).rows),
            order=ORDER_NAMES[self._order] if self._loaded else "",
            picked=len(self._picked),
            not_read=self._not_read,
            why=self._key("skipped"),
            beside=self._key("matrix"),
            compares=self._compare_with is not None,
        )
        line = (Piece(one_line(self._problem), "row--conflict"),) if self._problem else title.line()
        opened = self._current or self._compare_with
        self.query_one(Footer).leave_out(idle_commands(listed=title.shown > 0, compares=opened is not None))
        self.query_one("#articles-title", Lines).show(lambda width: (line,))

    def _show_preview(self, lines: Make) -> None:
        self.query_one("#articles-preview", Lines).show(lines)

    @on(Input.Changed)
    def _filter(self) -> None:
        self._keys_go()
        self._arrange(None)

    @on(RowList.Highlighted)
    def _rest(self, message: RowList.Highlighted) -> None:
        if self._preview_timer is not None:
            self._preview_timer.stop()
        if isinstance(row := message.row, ArticleRow):
            self._preview_timer = self.set_timer(_PREVIEW_AFTER, lambda: self._read(row.listed.path))

    @on(Previewed)
    def _preview(self, message: Previewed) -> None:
        if message.path != self._chosen():
            return
        document, preview = message.document, self.query_one("#articles-preview", Lines)
        position = next((row.position for row in self._rows if row.listed.path == message.path), None)
        if document is None:
            self._show_preview(lambda width: tuple((Piece(line),) for line in wrap(message.problem, width, 4)))
        else:
            self._show_preview(lambda width: preview_lines(document, width, preview.size.height, position))

    # Commands --------------------------------------------------------------------------------------------------------

    @on(Input.Submitted)
    def action_choose(self) -> None:
        """Give the article under the cursor; before the list is there, the first of what it will hold."""
        self._choose_when_there = not self._rows
        if (path := self._chosen()) is not None:
            self.dismiss(path)

    @on(RowList.Selected)
    def _select(self, message: RowList.Selected) -> None:
        self.action_choose()

    def list_to_move(self) -> RowList:
        """From now on the cursor stays where the keys put it."""
        self._touched = True
        return self.query_one(RowList)

    def action_compare(self) -> None:
        """Compare the article that is open with the one under the cursor; where one is being picked, pick it."""
        path = self._chosen()
        if self._compare_with is not None:
            self.action_choose()
        elif path is not None and self._current not in (None, path):
            from tui.screens.comparing.comparison import ComparisonScreen

            assert self._current is not None
            app, screen = self.app, ComparisonScreen(self._library, self._current, path)
            self.dismiss(None)
            app.push_screen(screen)

    def action_matrix(self) -> None:
        """Lay the picked articles beside each other, or all that are listed where fewer than two are picked."""
        paths = [row.listed.path for row in self.query_one(RowList).rows if isinstance(row, ArticleRow)]
        if len(self._picked) > 1:
            paths = [row.listed.path for row in self._rows if row.listed.path in self._picked]
        from tui.screens.comparing.matrix import refused

        if why := refused(len(paths)):
            pick = next(map(key_label, keys_of(command("pick"), self._library.settings.keys)[::-1]), "")
            self.notify(f"{why}: type to filter, or mark some with {pick}.", markup=False)
        else:
            self._open_matrix(paths)

    def _open_matrix(self, paths: list[str]) -> None:
        from index.documents.model import Span
        from tui.app import ReaderApp
        from tui.screens.comparing.matrix import MatrixScreen
        from tui.screens.lists.dossier import Mentioned

        app = self.app

        def chosen(place: Mentioned | None) -> None:
            if place is not None and isinstance(app, ReaderApp):
                self.dismiss(None)
                app.reader.open_path(place.document, span=Span(place.start, place.end))

        app.push_screen(MatrixScreen(self._library, paths), chosen)

    def action_pick(self) -> None:
        """Mark the article under the cursor for the matrix, or take its mark away, and go to the next."""
        rows = self.query_one(RowList)
        if (path := self._chosen()) is not None:
            self._picked ^= {path}
            at = next((n for n, row in enumerate(rows.rows) if row is rows.chosen), 0)
            following = rows.rows[min(at + 1, len(rows.rows) - 1)]
            self._touched = True
            self._arrange(following.listed.path if isinstance(following, ArticleRow) else path)

    def action_sort(self) -> None:
        """The next order."""
        orders = self._orders
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._arrange(self._chosen())

    @property
    def _orders(self) -> tuple[Order, ...]:
        return ("related", *ORDERS) if self._compare_with is not None else ORDERS

    def action_skipped(self) -> None:
        """List the files that are not read."""
        from tui.screens.lists.skipped import SkippedScreen

        self.app.push_screen(SkippedScreen(self._library))

    def action_close(self) -> None:
        """Clear the filter; without one, leave."""
        field = self.query_one(FilterField)
        if field.value:
            field.value = ""
            field.focus()
        else:
            self.dismiss(None)
