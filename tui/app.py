"""The application: one library, the reader as its ground, and what holds on every screen."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import ScreenStackError
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widget import MountError

from index.documents.cleaning import clean, clean_line
from index.errors import ReaderError, StateError
from tui import closed_widgets, crash
from tui.colours.themed import ThemedApp
from tui.commands import Context, bindings, keymap
from tui.placing import placed
from tui.screens.reader import ReaderScreen
from tui.typed import pass_over_what_is_no_text
from tui.widgets.pane.document import Place

if TYPE_CHECKING:
    from rich.console import RenderableType

    from index.documents.model import Document
    from index.library import Library
    from tui.garbage import Garbage
    from tui.keeping import AsLeft, Keeper
    from tui.session import Session

MINIMUM = (40, 10)
"""The fewest columns and rows on which the screens are shown."""
_HALF_MADE = (NoMatches, ScreenStackError, MountError)
"""What a screen fails by that is being opened while the program leaves."""
_NO_KEYS = ("", "<U+202D>", "<U+202E>")
"""What becomes of characters that deceive the eye, when they are cleaned; nobody types them."""

_BY_HAND = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)
"""What a person does."""
_MOST_PROBLEMS = 5
"""Lines that are said of settings that cannot be used."""


class ReaderApp(ThemedApp):
    """The reader over one library.

    It opens at `open_document`, or where the reading was left, or at the first article; with `query` the search bar is
    open, with `compare` the comparison of two articles. On a `real_terminal` the colours are those that it has.
    """

    TITLE = "ceasefire-reader"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("app"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
        Binding("ctrl+z", "suspend_process", show=False, system=True),
    ]

    def __init__(
        self,
        library: Library,
        *,
        query: str | None = None,
        open_document: str | None = None,
        compare: tuple[str, str] | None = None,
        real_terminal: bool = False,
    ) -> None:
        if real_terminal:
            pass_over_what_is_no_text()
        closed_widgets.let_them_go()
        self._garbage: Garbage | None = None
        self._problems: list[str] = []
        self.library = library
        self._left_open: str | None = None
        self._session = self._last_session()
        if self._session is not None and (query is not None or open_document or compare):
            self._session, self._left_open = self._session.looks, None
        self._touched = self._session is None or self._left_open is None
        """Whether there is anything to keep but what was kept: a person has done something, or nothing was kept."""
        self._not_kept = False
        left = self._session.theme if self._session is not None else ""
        super().__init__(library.settings, left, self._problems, real_terminal=real_terminal)
        self._query = clean_line(query) if query is not None else None
        self._open_document = open_document
        self._compare = compare
        self._was_small = False
        self.crashed: str | None = None
        """What to say of a fault of the program that ended it, once the terminal has been given back."""
        keys, problems = keymap(library.settings.keys)
        self._problems.extend(problems)
        if keys:
            self.set_keymap(keys)

    def get_default_screen(self) -> Screen[None]:
        """The reader, with its article already read, so that the first paint shows it."""
        document, place = self._first()
        return ReaderScreen(
            self.library,
            first=document,
            place=place,
            query=self._query,
            compare=self._compare,
            session=self._session,
        )

    def _last_session(self) -> Session | None:
        """How the reader was left, where it is to come back so."""
        library = self.library
        if not (library.settings.restore and library.remembers):
            return None
        from index.user.state import DOCUMENT
        from tui import session

        try:
            kept = library.state.session()
        except StateError:
            return None
        self._left_open = kept.get(DOCUMENT)
        return session.read(kept.get(session.KEY))

    def _first(self) -> tuple[Document | None, Place]:
        """What is read first, and from where on."""
        library = self.library
        asked = self._open_document or (self._compare[0] if self._compare else None)
        try:
            document = self._begun(asked or self._left_open)
        except ReaderError as problem:
            if self._open_document:
                self._problems.append(str(problem))
            document = (self._left_elsewhere() if not asked else None) or library.first()
        if document is None:
            return None, Place(0)
        try:
            position = library.state.position(document.path) if library.remembers else None
        except StateError:
            position = None
        if position is None or position.length != len(document.text) or not library.settings.restore:
            return document, Place(0)
        return document, Place(position.offset, position.blanks)

    def _begun(self, path: str | None) -> Document | None:
        """A document, or the beginning of a long one; the first where no path is given."""
        library = self.library
        return library.first() if path is None else library.beginning(path) or library.read(path)

    def _left_elsewhere(self) -> Document | None:
        """What was left open, where its file was renamed or moved since; None where it is not found."""
        from index.user.state import DOCUMENT

        try:
            self.library.follow_renamed()
            path = self.library.state.session().get(DOCUMENT)
            return self._begun(path) if path != self._left_open else None
        except ReaderError:
            return None

    @property
    def reader(self) -> ReaderScreen:
        """The reader, under whatever other screen is open."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReaderScreen)
        return screen

    def say(self, text: str) -> None:
        """In the line of the reader."""
        self.reader.tell(text)

    def opening(self, screen: Screen[object]) -> bool:
        """The reader, until the search it was started with is open."""
        return isinstance(screen, ReaderScreen) and screen.opening

    def on_mount(self) -> None:
        """Says what of the settings could not be used."""
        from tui import ending

        ending.suspend_in_turn()
        self.call_after_refresh(self._keep_from_now_on)
        if self._problems:
            self.call_after_refresh(self.reader.tell, self._problems[0], alarm=True)
            for problem in self._problems[1:_MOST_PROBLEMS]:
                self.notify(problem, severity="warning", markup=False, timeout=10)

    def _keep_from_now_on(self) -> None:
        from tui.keeping import EVERY

        self.reader.set_interval(EVERY, self._keep_as_it_goes)

    def end_by_signal(self, number: int) -> None:
        """The terminal is put back before the program ends; the exit status tells the signal, as a shell does."""
        self.workers.cancel_all()
        self.exit(return_code=128 + number)
        self.keep_session()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """What is written begins each column where it belongs, however the terminal counts cells."""
        if isinstance(renderable, LayoutUpdate | ChopsUpdate) and not self.is_headless:
            renderable = placed(renderable, self.size.width)
        super()._display(screen, renderable)

    def collect_at_rest(self) -> None:
        """What closed screens leave behind is freed while nobody types: where the process is this app's alone."""
        from tui import garbage

        def settled() -> bool:
            return len(self.screen_stack) == 1 and self.reader.panel is None

        self._garbage = garbage.Garbage(settled, garbage.after_a_while)

    # -- faults of the program

    def report_failure(self, error: BaseException) -> None:
        """Something in the background failed that the reading does not need: say so, and go on."""
        message = crash.line(error, crash.keep(error, self.library.settings.data_dir))
        self.notify(message, severity="error", markup=False, timeout=10)

    def _handle_exception(self, error: Exception) -> None:
        """Once the program is leaving, Textual mounts nothing more: a screen just opened misses its parts, and no
        longer needs them."""
        if self._exit and isinstance(error, _HALF_MADE):
            return
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Where Textual would print a traceback with the values of variables, which are articles: one line."""
        error = self._exception or sys.exc_info()[1]
        if error is not None and self.crashed is None:
            self.crashed = crash.line(error, crash.keep(error, self.library.settings.data_dir))
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """As above, for what fails in Textual's own threads: it would print a traceback, too."""
        self._return_code = crash.STATUS
        self._fatal_error()

    @cached_property
    def _keeper(self) -> Keeper:
        from tui.keeping import Keeper

        return Keeper()

    def keep_session(self) -> None:
        """Remember what is open, and where, before anything else is done."""
        if (left := self._as_left()) is not None:
            with self.reader.telling_problems():
                self._keeper.write(self.library.state, left, self._keeper.number(left))

    def _as_left(self) -> AsLeft | None:
        """What is open, and where; None while the reader is being opened as it was left before."""
        from index.user.state import DOCUMENT
        from tui import session
        from tui.keeping import AsLeft

        reader = self.reader
        if reader.document is None or reader.opening:
            return None
        try:
            left = session.written(reader.left_as(self.screen_stack[1:]))
        except NoMatches:  # a screen that is being closed misses its parts
            return None
        names = ((DOCUMENT, reader.document.path), (session.KEY, left))
        return AsLeft(names, reader.document.path, *reader.position_left())

    def _keep_as_it_goes(self) -> None:
        """What has changed since it was kept is kept in the background."""
        if not self._touched or (left := self._as_left()) is None or (number := self._keeper.asked(left)) is None:
            return

        def write() -> None:
            try:
                self._keeper.write(self.library.state, left, number)
            except StateError as problem:
                self.call_from_thread(self._say_not_kept, str(problem))

        self.run_worker(write, thread=True, group="session", exit_on_error=False)

    def _say_not_kept(self, problem: str) -> None:
        """Once: it would be said at every key."""
        if not self._not_kept:
            self._not_kept = True
            self.reader.tell(problem, alarm=True)

    async def action_quit(self) -> None:
        """Leave; the place is remembered."""
        self.keep_session()
        self.workers.cancel_all()
        self.exit()

    # -- what holds everywhere

    async def action_search(self) -> None:
        """Search the corpus, from whatever screen."""
        await self.to_reader()
        await self.reader.action_search()

    async def to_reader(self) -> None:
        """Close all other screens."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    def action_help(self) -> None:
        """The help, first of the keys that hold now."""
        from tui.screens.help import HelpScreen
        from tui.widgets.footer import Footer

        here: Context = next((footer.context for footer in self.screen.query(Footer)), "reader")
        self.push_screen(HelpScreen(self.library.settings.keys, here=here))

    def action_palette(self) -> None:
        """All commands that hold now, by name."""
        from textual.command import CommandPalette

        from tui.screens.asking.palette import CommandsProvider

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(providers=[CommandsProvider], placeholder="A command …"))

    async def on_event(self, event: events.Event) -> None:
        """What is pasted or typed is from outside, too: it passes the cleaning door before any field shows it."""
        if isinstance(event, _BY_HAND):
            self._touched = True
            if self._garbage is not None:
                self._garbage.typed()
        if isinstance(event, events.Paste):
            event = events.Paste(clean(event.text))
        elif isinstance(event, events.Key) and event.character and clean(event.character) in _NO_KEYS:
            return
        await super().on_event(event)

    def copy_to_clipboard(self, text: str) -> None:
        """To the clipboard, by the terminal and by the desktop's tool; what leaves is clean, and of a length that both
        take.
        """
        from tui import clipboard

        if len(text) > clipboard.AT_MOST:
            text = text[: clipboard.AT_MOST]
            self.notify(f"Only the first {len(text):,} characters are copied.", severity="warning", markup=False)
        text = clean(text)
        super().copy_to_clipboard(text)
        # In a browser the desktop is the server's, and without a screen nobody's.
        if not (self.is_web or self.is_headless):
            self.run_worker(lambda: clipboard.copy(text), thread=True, group="clipboard", exit_on_error=False)

    def on_resize(self, event: events.Resize) -> None:
        """A terminal too small for the screens says so, until it is large enough."""
        small = event.size.width < MINIMUM[0] or event.size.height < MINIMUM[1]
        if not (small or self._was_small):
            return
        self._was_small = small
        from tui.screens.small import SmallScreen

        shown = isinstance(self.screen, SmallScreen)
        if small and not shown:
            self.push_screen(SmallScreen(MINIMUM))
        elif shown and not small:
            self.pop_screen()
