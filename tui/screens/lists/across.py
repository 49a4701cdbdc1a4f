"""What screens have in common that go over many articles: which articles, how far it is, what a row says whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from index.documents.cleaning import clean_line
from index.documents.model import Span
from index.errors import StateError
from tui.citation import cited
from tui.commands import bindings
from tui.last_told import tell_last
from tui.screens.copying import Copying
from tui.screens.lists.dossier import Mentioned
from tui.screens.lists.gathering import LOW, GatheringScreen, replace_rows
from tui.widgets.columns import Line
from tui.widgets.filter_field import FilterField
from tui.widgets.filtering import folded, kept, words_of
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from index.library import Library
    from index.search.model import Cancel
    from tui.screens.coming_back import Kept, Standing

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Scope:
    """Some articles: what they are called, and how they are found."""

    name: str
    paths: Callable[[Cancel], Sequence[str]]


def scopes(library: Library, document: str | None, query: str) -> tuple[Scope, ...]:
    """The open article, what the search that holds finds, and the whole corpus; the last two where they are others."""
    found: list[Scope] = []
    if document is not None:
        found.append(Scope("this article", lambda cancelled: (document,)))
    if query.strip():
        found.append(Scope(f"articles with {query.strip()}", lambda cancelled: library.answering(query, cancelled)))
    return (*found, Scope("all articles", lambda cancelled: library.answering("", cancelled)))


class AcrossScreen(Copying, GatheringScreen[Mentioned], Generic[Found]):
    """A list made of many articles; gives the place that was chosen, None where none was.

    A subclass says in `ask` what is made of the articles, in `rows` and `said` how it is shown, in `about` what a row
    says whole, in `place` where choosing it leads, and in `passage` what is copied of it.
    """

    DEFAULT_CSS = """
    AcrossScreen {
        #across-head { height: auto; }
        #across-rows { height: 1fr; margin: 1 0 0 0; }
        &.-headed #across-head { margin: 1 0 0 0; }
        &.-headed #across-rows, &.-short #across-rows { margin: 0; }
        #across-about { height: 4; padding: 0 1; border-top: solid $parting; background: $background; }
        &.-short #across-about { display: none; }
        &.-short #across-head { margin: 0; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("across"))
    headed = True
    """Whether a line stands above the list."""
    name_shown = ""
    """What the title says first."""
    stands_by: ClassVar[Kept] = {"_scope": None}
    exports: ClassVar[tuple[str, str, str]]
    """What is asked when it is to be written, the kinds of files there are, and the name that is proposed."""

    @dataclass(eq=False, repr=False)
    class Gathered(Message):
        """What was made of the articles."""

        found: Any

    @dataclass(eq=False, repr=False)
    class Written(Message):
        """It was written, or `problem` says why not."""

        file: str
        problem: str = ""

    def __init__(self, library: Library, all_scopes: Sequence[Scope], at: int = 0) -> None:
        super().__init__(library)
        self.set_class(self.headed, "-headed")
        self._scopes = tuple(all_scopes)
        self._scope = at
        self.found: Found | None = None

    def compose(self) -> ComposeResult:
        """Title, filter, heads of columns, list, and the row under the cursor whole."""
        yield self.title_lines
        yield FilterField("Show only lines with …")
        yield Lines(id="across-head")
        yield RowList(id="across-rows")
        yield Lines(id="across-about")
        yield Footer("across", self.library.settings.keys)

    def on_resize(self) -> None:
        """On a low terminal the list has all the lines."""
        self.set_class(self.size.height < LOW, "-short")

    def take_up(self, standing: Standing) -> None:
        """The same choice of articles, where there are as many choices."""
        super().take_up(standing)
        self._scope = min(self._scope, len(self._scopes) - 1)

    # What a subclass says --------------------------------------------------------------------------------------------

    def ask(self, paths: Sequence[str], cancelled: Cancel, progress: Callable[[int, int], None]) -> Found:
        """What is made of the articles, in a thread of its own."""
        raise NotImplementedError

    def rows(self, found: Found) -> Sequence[tuple[str, Row]]:
        """The rows, each with the words it is filtered by."""
        raise NotImplementedError

    def said(self, found: Found, shown: int) -> str:
        """What the title says; `shown` rows are shown."""
        raise NotImplementedError

    def about(self, row: Row, width: int) -> Sequence[Line]:
        """The row in full."""
        raise NotImplementedError

    def place(self, row: Row) -> Mentioned | None:
        """Where choosing a row leads, None where it leads nowhere else."""
        raise NotImplementedError

    def passage(self, row: Row) -> Mentioned | None:
        """The words that a row stands for, where they are others than those it leads to."""
        return self.place(row)

    # Gathering -------------------------------------------------------------------------------------------------------

    @property
    def has_gathered(self) -> bool:
        """Whether the articles were read."""
        return self.found is not None

    def gather(self, cancelled: Cancel) -> None:
        """Reads the articles of the scope."""
        found = self.ask(self._scopes[self._scope].paths(cancelled), cancelled, self.reading())
        if not cancelled():
            self.post_message(self.Gathered(found))

    @on(Gathered)
    def _take(self, message: Gathered) -> None:
        self.found, self.note = message.found, ""
        self.show_rows()

    def action_scope(self) -> None:
        """The next choice of articles."""
        self._scope = (self._scope + 1) % len(self._scopes)
        self.found, self.note = None, ""
        self.main_list.set_rows(())
        self._show_about()
        self.show_title()
        self.start_gathering()

    def action_order(self) -> None:
        """Another order."""
        raise NotImplementedError

    def written(self, found: Found, *, as_json: bool) -> str | Mapping[str, object]:
        """What is listed, as the text of a file, or as the value that is written as JSON."""
        raise NotImplementedError

    def action_export(self) -> None:
        """Write it under a name that is asked for."""
        from tui.new_files import free, working_folder
        from tui.screens.asking.prompts import LineScreen

        if self.found is None:
            return

        def answered(name: str | None) -> None:
            if name:
                self._write(name)

        what, forms, name = self.exports
        folder = working_folder()
        about = f"{forms}; into {clean_line(str(folder))}"
        self.app.push_screen(LineScreen(what, about, free(folder / name).name), answered)

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _write(self, name: str) -> None:
        import json

        from tui.new_files import file_named, working_folder, write_new

        if self.found is None:
            return
        made = self.written(self.found, as_json=name.lower().endswith(".json"))
        text = made if isinstance(made, str) else json.dumps(made, ensure_ascii=False) + "\n"
        try:
            write_new(file_named(name, working_folder()), text)
        except StateError as problem:
            self.post_message(self.Written(name, str(problem)))
            return
        self.post_message(self.Written(name))

    @on(Written)
    def _say_written(self, message: Written) -> None:
        tell_last(self.app, message.problem or f"Written to {message.file}", alarm=bool(message.problem))

    def action_copy(self) -> None:
        """Copy the words that the row under the cursor stands for, with their citation."""
        row = self.main_list.chosen
        passage = self.passage(row) if row is not None else None
        if passage is not None:
            document, start, end = passage
            self.copy_found(lambda: cited(self.library.read(document), Span(start, end)))

    # Showing ---------------------------------------------------------------------------------------------------------

    def show_title(self) -> None:
        """The name of the list, its articles, and what it holds."""
        said = self.said(self.found, len(self.main_list.rows)) if self.found is not None else self.note
        self.title_says(f"{self.name_shown} · {self._scopes[self._scope].name}", said)

    def show_rows(self) -> None:
        """The rows that hold what is typed."""
        if self.found is None:
            return
        words = words_of(self.filter_field.value)
        replace_rows(self.main_list, [row for hay, row in self.rows(self.found) if kept(words, folded(hay))])
        self.show_title()
        self._show_about()

    @on(RowList.Highlighted)
    def _show_about(self) -> None:
        row = self.main_list.chosen
        strip = self.query_one("#across-about", Lines)
        strip.show(lambda width: tuple(self.about(row, width))[:3] if row is not None else ())

    @on(RowList.Selected)
    def _select(self, message: RowList.Selected) -> None:
        place = self.place(message.row)
        if place is not None:
            self.leave(place)
