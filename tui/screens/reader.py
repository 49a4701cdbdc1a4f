"""The reader: one article, the search over all, the names in it; from here every other screen is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.worker import get_current_worker

from index.errors import Cancelled, ReaderError
from tui.commands import bindings
from tui.screens.reading.opening import OpeningScreen
from tui.widgets.pane.document import Place

if TYPE_CHECKING:
    from textual.timer import Timer

    from index.documents.model import Document
    from index.library import Library, Status
    from tui.session import Session
    from tui.widgets.bars import Bar
    from tui.widgets.row_list import RowList

_SAY_PROGRESS_AFTER = 0.2
_SAY_PROGRESS_EVERY = 0.1
_OTHER_WINDOW = 2.0
"""Seconds between two looks at whether another window is done with the index."""
_QUIET = 20.0
"""Seconds without a change of the files before all of them are looked at once."""


class ReaderScreen(OpeningScreen):
    """The screen the program opens with."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("reader"))

    @dataclass(eq=False, repr=False)
    class Indexing(Message):
        """The index is being brought up to date: what is done ("": nothing), to how many articles, of how many."""

        doing: str
        done: int
        total: int

        def can_replace(self, message: Message) -> bool:
            """Of several waiting, the last is enough."""
            return isinstance(message, ReaderScreen.Indexing)

    @dataclass(eq=False, repr=False)
    class Indexed(Message):
        """The index is up to date with the files, or, of `names`, with what the articles name."""

        status: Status
        names: bool = False

    def __init__(
        self,
        library: Library,
        *,
        first: Document | None = None,
        place: Place | None = None,
        query: str | None = None,
        compare: tuple[str, str] | None = None,
        session: Session | None = None,
    ) -> None:
        super().__init__(library, first=first, place=place)
        self._query = query
        self._compare = compare
        self._session = session
        self.opening = query is not None or compare is not None or (session is not None and session.opens)
        """Whether the keys wait for what the program was started with, or is opened again, to be there."""
        self._follows = False
        self._index_again = False
        self._changed_places: frozenset[str] | None = frozenset()
        self._quiet: Timer | None = None
        """Where files changed while the index was being made; None: anywhere."""
        self.start_searching()
        self.start_following()
        if session is not None:
            self.take_looks(session)

    def on_mount(self) -> None:
        """The article is painted first, by the handler of the class below; names and index follow."""
        self.call_after_refresh(self._after_first_paint)

    async def _after_first_paint(self) -> None:
        if self._query is not None:
            await self.action_search(self._query)
        if self._compare is not None:
            self.open_comparison(*self._compare)
        if self._session is not None:
            await self.resume(self._session)
        self._opened()
        self.refresh_index()
        self.watch_files()
        self.watch_corrections()

    def _opened(self) -> None:
        from tui.keys import OrderedKeys

        self.opening = False
        if isinstance(self.app, OrderedKeys):
            self.app.call_later(self.app.take_keys)

    # -- the index

    def files_changed(self, places: frozenset[str] | None) -> None:
        """The index follows; while it is being made, once more after that."""
        if self._quiet is not None:
            self._quiet.stop()
        self._quiet = self.set_timer(_QUIET, self._look_at_all)
        if self._is_indexing:
            self._index_again = True
            before = self._changed_places
            self._changed_places = None if places is None or before is None else before | places
        else:
            self._follows = True
            self.refresh_index(places)

    def _look_at_all(self) -> None:
        """When no more files change, all are looked at once: the next start then finds that nothing is to be done."""
        self._quiet = None
        if self._is_indexing:
            self._quiet = self.set_timer(_QUIET, self._look_at_all)
        else:
            self.refresh_index()

    @property
    def _is_indexing(self) -> bool:
        return any(one.group == "index" and one.node is self and one.is_running for one in self.workers)

    @work(thread=True, exclusive=True, group="index", exit_on_error=False)
    def refresh_index(self, places: frozenset[str] | None = None) -> None:
        """Bring the index up to date in the background, with the files at these places or (None) with all."""
        from time import monotonic

        worker = get_current_worker()
        said = monotonic() + _SAY_PROGRESS_AFTER
        status: Status | None = None

        def progress(done: int, total: int) -> None:
            nonlocal said
            if monotonic() >= said:
                said = monotonic() + _SAY_PROGRESS_EVERY
                self.post_message(self.Indexing(*_doing(status, done, total)))

        try:
            if places is None:
                status = self.library.refresh_apart(progress, lambda: worker.is_cancelled, self._open_path)
            else:
                status = self.library.follow(places, progress, lambda: worker.is_cancelled)
            self.post_message(self.Indexed(status))
            if status.named < status.articles and not status.busy:
                # Files that change come first.
                found = self.library.find_names_apart(progress, lambda: worker.is_cancelled or self._index_again)
                self.post_message(self.Indexed(found, names=True))
        except Cancelled:
            if status is not None and not worker.is_cancelled:
                self.post_message(self.Indexed(status._replace(changed=frozenset())))
        except ReaderError as problem:
            self.post_message(self.Indexing("", 0, 0))
            self.post_message(self.Failed(str(problem)))

    def _open_path(self) -> str | None:
        return self.document.path if self.document is not None else None

    @on(Indexing)
    def _say_indexing(self, message: Indexing) -> None:
        self.say(work=f"{message.doing} {message.done:,} of {message.total:,}" if message.doing else "")
        self.indexing = message.doing == "indexing"
        if self.indexing:
            self.search_growing()

    @on(Indexed)
    def _say_indexed(self, message: Indexed) -> None:
        self.say(work="")
        grew, self.indexing = self.indexing, False
        if self.library.notice:
            self.tell(self.library.notice, alarm=True)
            self.library.notice = None
        if message.status.busy:
            self._wait_for_other_window(names=message.names)
        if message.status.changed or message.status.elsewhere:
            # What is named, and what is found, may be more now.
            self.annotate()
            self.look_for_what_is_gone()
            if not message.names:
                self._say_followed(message.status.changed)
        if message.status.changed or message.status.elsewhere or grew:
            self.search_again()
        if self._index_again:
            self._index_again = False
            places, self._changed_places = self._changed_places, frozenset()
            self._follows = True
            self.refresh_index(places)

    def _wait_for_other_window(self, *, names: bool) -> None:
        """What another window has put into the index so far is used, and from time to time it is looked for more."""
        self.say(work=f"another window is {'finding names' if names else 'indexing'}")
        self.indexing = not names
        self.set_timer(_OTHER_WINDOW, self.refresh_index)

    def _say_followed(self, changed: frozenset[str]) -> None:
        """Say how many articles followed their files; the open one has been told of, and an alarm stays."""
        if len(self.app.screen_stack) > 1:
            from tui.screens.comparing.making import ComparingScreen
            from tui.screens.lists.articles import ArticlesScreen

            for screen in self.app.screen_stack:
                if isinstance(screen, ArticlesScreen):
                    screen.reload()
                elif isinstance(screen, ComparingScreen) and self._follows:
                    screen.follow(changed)
        others = changed - self._renamed_from - {self.document.path if self.document is not None else ""}
        self._renamed_from -= changed
        if self._follows and others and not self.header.status.alarm:
            articles = "1 article is" if len(others) == 1 else f"{len(others):,} articles are"
            self.tell(f"{articles} new, changed or gone.")
        self._follows = False

    # -- what bars and panels say; these are named, not decorated, since the first paint needs none of them

    def on_bar_typed(self, message: Bar.Typed) -> None:
        """Something else stands in a bar."""
        from tui.widgets.bars import SearchBar

        message.stop()
        if isinstance(message.bar, SearchBar):
            self.search_typed(message.text)
        else:
            self.find_typed(message.text)

    def on_bar_command(self, message: Bar.Command) -> None:
        """A key of a bar was pressed."""
        from tui.widgets.bars import SearchBar

        message.stop()
        if message.name == "concordance":
            self.open_concordance(message.bar.text)
        elif message.name == "matrix":
            self.open_matrix(query=message.bar.text)
        elif message.name == "facets":
            self.narrow_search(message.bar)
        elif isinstance(message.bar, SearchBar):
            self.search_command(message.name)
        else:
            self.find_command(message.name)

    def on_row_list_selected(self, message: RowList.Selected) -> None:
        """A line of a panel was chosen."""
        from tui.widgets.names import KindRow, NameRow
        from tui.widgets.outline import HeadingRow

        message.stop()
        row = message.row
        if isinstance(row, HeadingRow):
            self.leave_place()
            self.close_panel()
            self.pane.scroll_to_offset(row.offset)
        elif isinstance(row, KindRow):
            self.toggle_type(row.type)
        elif isinstance(row, NameRow):
            self.open_dossier(row.entity.id)
        else:
            self.result_chosen(row)

    def on_panel_closed(self) -> None:
        """Esc in a panel."""
        self.action_leave()


def _doing(status: Status | None, done: int, total: int) -> tuple[str, int, int]:
    """What is done to the articles, to how many of how many; `status` is that of the index when all words are in it.

    After that, names are found in all articles that have none; only what changed meanwhile, which is less, is read.
    """
    if status is None or total < status.articles - status.named:
        return "indexing", done, total
    articles = max(status.articles, total)
    return "finding names,", articles - total + done, articles
