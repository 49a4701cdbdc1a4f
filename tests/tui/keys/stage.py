"""A small corpus of our own, and the screen brought to where each context's keys hold."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, cast

from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from index.documents.model import Span
from index.entities.model import Entity, Mention
from index.library import Library
from index.search.model import Hit
from tui.app import ReaderApp
from tui.command_table import Context
from tui.history import History
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.comparing.matrix import MatrixScreen
from tui.screens.help import HelpScreen
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.lists.concordance import ConcordanceScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.explain import ExplainScreen
from tui.screens.lists.facets import FacetsScreen
from tui.screens.lists.keywords import KeyWordsScreen
from tui.screens.lists.marks import MarksScreen
from tui.screens.lists.naming import NamingScreen
from tui.screens.lists.network import NetworkScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.row_list import RowList
from tui.widgets.rows.results import ResultRow

A, B, C = "a-quay.txt", "b-quay.txt", "c-market.txt"
PICTURED = "e-picture.txt"
SIZE = (120, 24)
QUERY = "ferry "
EXPLAINED = "ferry harbour quay crane"

_HEAD = """The {fleet} Ferry Sails Again

The mayor Anna Kowalska said on Monday that the ferry truce in Weyford would hold for {days} days. \
"The ferry will sail on Tuesday," said Tomas Berg. Anna Kowalska met Tomas Berg and Elena Marin in Oslo.

What the Fleets Want

The fleets of Norway want the inner harbour. The ferry board asked for ${sum} million on 12 May 2025. Kowalska thanked \
Tomas Berg. {own}

Questions Remain

Elena Marin told reporters in Oslo that nobody would watch the ferry. "We will count the boats," said Elena Marin.

"""
_FILLER = (
    "Paragraph {number} tells what happened at quay {number} of the harbour, slowly and with many words, "
    "as the stories of every ferry are told in Weyford."
)
FILES = {
    A: _HEAD.format(fleet="Eastern", days=30, sum=40, own="The crane was painted green.")
    + "\n\n".join(_FILLER.format(number=number) for number in range(40)),
    B: _HEAD.format(fleet="Western", days=90, sum=45, own="A crane driver had been hired.")
    + "\n\n".join(_FILLER.format(number=number) for number in range(40)),
    C: "Market Square Quiet\n\nThe market in Weyford was quiet. Anna Kowalska bought bread from Elena Marin.\n\n"
    "Traders counted 12 stalls on Tuesday. The ferry was late, said Tomas Berg.\n",
    PICTURED: "Quay Seen from Above\n\nOSLO, NORWAY - MAY 29, 2017 : The quay of Oslo is seen from the bridge.\n\n"
    "The crane on the quay was painted again, and nobody watched it. Photo by a staff photographer.\n\n"
    "Sign up for our newsletter\n\nThe work took nine days and many brushes.\n",
    "d-rain.txt": "Rain in the Hills\n\nIt rained for three days in Norway, and the river rose.\n",
}


class Stage:
    """The program on a terminal, and what a test does with it."""

    def __init__(self, app: ReaderApp, pilot: Pilot[Any], library: Library) -> None:
        self.app, self.pilot, self.library = app, pilot, library
        self.given: list[object] = []
        """What screens that were opened by hand gave back."""
        self.quits = 0

        async def quit_asked() -> None:
            self.quits += 1

        app.action_quit = quit_asked  # type: ignore[method-assign]

    @property
    def reader(self) -> ReaderScreen:
        """The ground of the application."""
        return self.app.reader

    @property
    def text(self) -> str:
        """The text of the open article."""
        assert self.reader.document is not None
        return self.reader.document.text

    def screen(self, kind: type[Screen[Any]]) -> Any:
        """The screen on top, which is one of that kind."""
        assert isinstance(self.app.screen, kind), f"{type(self.app.screen).__name__} is open"
        return self.app.screen

    @property
    def rows(self) -> RowList:
        """The list that the keys go to."""
        if self.app.screen is self.reader:
            return cast(RowList, self.reader.panel)
        focused = self.app.screen.focused
        return focused if isinstance(focused, RowList) else self.app.screen.query(RowList).last()

    async def until(self, holds: Callable[[], object]) -> None:
        """Waits until something holds."""
        for _ in range(3000):
            if holds():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("it never came to hold")

    async def settle(self) -> None:
        """Waits until nothing goes on in the background any more."""
        await self.pilot.pause()
        with suppress(WorkerCancelled):
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Presses keys, and waits for their effect."""
        await self.pilot.press(*keys)
        await self.settle()

    # -- to where the keys hold

    async def ground(self) -> None:
        """The first article from its beginning, nothing searched for, nothing made by the user."""
        app, reader, state = self.app, self.reader, self.library.state
        await app.to_reader()
        reader.close_search()
        reader._close_find()
        reader.close_panel()
        reader.action_select_end()
        reader.pane.select(None)
        reader.clear_matches()
        reader.alone, reader.dims, reader.shows_names, reader.hidden_types = None, False, True, frozenset()
        reader._origin, reader.history, reader._typed, reader._ready = None, History(), "", None
        reader.pane.reading_width = 80
        app.copy_to_clipboard("")
        app.theme = "reader-dark"
        for mark in state.marks():
            state.remove_mark(mark.name, mark.document)
        for note in state.notes():
            state.remove_note(note.id)
        for query in state.searches(saved=True):
            state.save_search(query, saved=False)
        self.library.corrections_file.unlink(missing_ok=True)
        self.given.clear()
        self.quits = 0
        reader.say(message="")
        reader.open_path(A, keep=False)
        await self.settle()
        reader.annotate()
        await self.until(lambda: reader.document is not None and reader.document.path == A and reader.mentions)
        reader._mention = None
        reader.pane.move_to_edge(end=False)
        reader.show_names()
        await self.pilot.pause()

    def at(self, words: str) -> Mention:
        """Stands on the first mention with these words."""
        number, mention = next(
            (number, mention) for number, mention in enumerate(self.reader.mentions) if mention.text == words
        )
        self.reader.go_mention(number)
        return mention

    def entity(self, name: str) -> Entity:
        """The entity of that name."""
        return next(entity for entity in self.library.entities() if entity.name == name)

    async def matched(self) -> None:
        """The article open at the first match of a search."""
        self.reader.open_match("ferry", A, Span(0, 0))
        await self.settle()
        await self.until(lambda: self.reader._at is not None)

    async def push(self, screen: Screen[Any], ready: Callable[[], object]) -> None:
        """Opens a screen, and waits until it holds what it is to hold."""
        self.app.push_screen(screen, self.given.append)
        await self.until(lambda: screen.is_current and ready())
        await self.settle()

    async def to(self, context: Context) -> None:
        """The context, as it is first met."""
        await self.ground()
        await _OPENERS[context](self)

    async def _reader(self) -> None:
        return

    async def _select(self) -> None:
        await self.press("v")

    async def _search(self) -> None:
        await self.press("slash")
        await self.pilot.press(*QUERY.strip(), "space")
        results = self.reader._results
        assert results is not None
        await self.until(lambda: results._text == QUERY and results._looked is not None)

    async def _find(self) -> None:
        await self.press("ctrl+f")
        await self.press(*"ferry")
        await self.until(lambda: self.reader.matches and not self.reader._find_pending)

    async def _panel(self) -> None:
        await self.press("E")
        await self.until(lambda: self.rows.rows)

    async def _comparison(self) -> None:
        screen = ComparisonScreen(self.library, A, B)
        await self.push(screen, lambda: screen.compared is not None)

    async def _dossier(self) -> None:
        screen = DossierScreen(self.library, self.entity("Anna Kowalska").id)
        await self.push(screen, lambda: screen.has_gathered)

    async def _articles(self) -> None:
        screen = ArticlesScreen(self.library, current=C)
        await self.push(screen, lambda: any(each.rows for each in screen.query(RowList)))
        await self.press("tab")

    async def _concordance(self) -> None:
        screen = ConcordanceScreen(self.library, "ferry")
        await self.push(screen, lambda: screen._final)

    async def _facets(self) -> None:
        screen = FacetsScreen(self.library, "ferry")
        await self.push(screen, lambda: screen.has_gathered)

    async def _beside(self) -> None:
        await self._search()
        facets = self.reader._facets
        assert facets is not None
        await self.until(lambda: facets._counted == QUERY)
        await self.press("f4")

    async def _explain(self) -> None:
        hit: Hit = self.library.search(EXPLAINED).hits[0]
        screen = ExplainScreen(self.library, EXPLAINED, hit.document, hit.title)
        await self.push(screen, lambda: screen.has_gathered)

    async def _keywords(self) -> None:
        screen = KeyWordsScreen(self.library, "kowalska")
        await self.push(screen, lambda: screen.has_gathered)

    async def _matrix(self) -> None:
        screen = MatrixScreen(self.library, (A, B, C))
        await self.push(screen, lambda: screen.paths)

    async def _marks(self) -> None:
        state = self.library.state
        for number, name in enumerate("ABC"):
            state.set_mark(name, A, 100 * number, self.text[100 * number : 100 * number + 40])
            state.add_note(A, 20 * number, 20 * number + 5, self.text[20 * number : 20 * number + 5], f"note {number}")
        screen = MarksScreen(self.library)
        await self.push(screen, lambda: screen.has_gathered)

    async def _across(self) -> None:
        from tui.screens.lists.across import scopes

        screen = NetworkScreen(self.library, scopes(self.library, A, ""), 1)
        await self.push(screen, lambda: screen.found is not None)

    async def _naming(self) -> None:
        from tui.screens.lists.naming import naming_scopes

        screen = NamingScreen(self.library, naming_scopes(self.library, A, ""))
        await self.push(screen, lambda: screen.found is not None)

    async def _help(self) -> None:
        screen = HelpScreen({})
        await self.push(screen, lambda: any(each.rows for each in screen.query(RowList)))
        await self.press("tab")

    def results(self) -> list[ResultRow]:
        """The results of the search bar."""
        assert self.reader._results is not None
        return [row for row in self.reader._results.rows if isinstance(row, ResultRow)]

    @property
    def typed(self) -> str:
        """What stands in the search bar."""
        assert self.reader._bar is not None, "the search bar is not open"
        return self.reader._bar.text


_OPENERS: dict[Context, Callable[[Stage], Awaitable[None]]] = {
    "app": Stage._reader,
    "reader": Stage._reader,
    "select": Stage._select,
    "search": Stage._search,
    "find": Stage._find,
    "panel": Stage._panel,
    "comparison": Stage._comparison,
    "dossier": Stage._dossier,
    "articles": Stage._articles,
    "concordance": Stage._concordance,
    "facets": Stage._facets,
    "beside": Stage._beside,
    "explain": Stage._explain,
    "keywords": Stage._keywords,
    "matrix": Stage._matrix,
    "marks": Stage._marks,
    "across": Stage._across,
    "naming": Stage._naming,
    "help": Stage._help,
}


@asynccontextmanager
async def staged(library: Library) -> AsyncIterator[Stage]:
    """The program on a terminal, the first article open."""
    app = ReaderApp(library, open_document=A)
    async with app.run_test(size=SIZE) as pilot:
        yield Stage(app, pilot, library)


Effect = Callable[[Stage, str], Awaitable[None]]
EFFECTS: dict[tuple[str, str], Effect] = {}
"""By context and command: presses the key and sees to it that what the table says came about."""


def effect(contexts: str, commands: str) -> Callable[[Effect], Effect]:
    """Registers what these commands do in these contexts, all parted by blanks."""

    def register(made: Effect) -> Effect:
        for context in contexts.split():
            for command in commands.split():
                assert (context, command) not in EFFECTS, (context, command)
                EFFECTS[context, command] = made
        return made

    return register


def write_files(folder: Path) -> Path:
    """The corpus."""
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
    return folder
