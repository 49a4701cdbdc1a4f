"""The coverage matrix of several articles: which reports what, where they conflict, what one of them leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.worker import Worker, get_current_worker

from index.errors import Cancelled, CorpusError, ReaderError
from index.wording import counted
from tui.commands import bindings
from tui.new_files import working_folder
from tui.screens.closed_once import ClosedOnce
from tui.screens.coming_back import ComesBack
from tui.screens.comparing.export import ExportScreen
from tui.screens.lists.dossier import Mentioned
from tui.screens.moving_rows import MovingRows
from tui.screens.working import Working
from tui.widgets.columns import Piece, one_line
from tui.widgets.comparison.export import Format, matrix_stem, rendered_matrix
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import BLANK, Heading, RowList
from tui.widgets.rows.matrix import MatrixRow, about, heading, matrix_rows

if TYPE_CHECKING:
    from index.comparison.matrix.model import Matrix
    from index.documents.model import Document
    from index.library import Library
    from tui.screens.coming_back import Kept

_MOST_FOUND = 20
"""Articles of a search result that are laid beside each other."""
_PROGRESS_AFTER = 0.2


def refused(articles: int) -> str:
    """Why so many articles are not laid beside each other; "" where they are."""
    from index.comparison.matrix.coverage_matrix import MOST_ARTICLES

    if 2 <= articles <= MOST_ARTICLES:
        return ""
    return f"2 to {MOST_ARTICLES} articles can be laid beside each other, not {articles:,}"


class MatrixList(RowList):
    """The facts; left and right go to another article."""

    BINDINGS: ClassVar[list[BindingType]] = [
        replace(binding, action=f"screen.{binding.action}")
        for binding in bindings("matrix")
        if binding.id in ("column_left", "column_right")
    ]


class MatrixScreen(MovingRows, Working, ClosedOnce, ComesBack):
    """Gives the place that was chosen, None where none was.  Shows `paths`, or the best articles for `query`."""

    DEFAULT_CSS = """
    MatrixScreen {
        #matrix-title { height: 1; padding: 0 1; background: $panel; }
        #matrix-head { height: 1; margin: 1 0 0 0; }
        #matrix-rows { height: 1fr; }
        #matrix-about { height: 6; padding: 0 1; border-top: solid $parting; background: $background; }
        &.-short #matrix-head { margin: 0; }
        &.-short #matrix-about { height: 2; border-top: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("matrix"))
    comes_as = "matrix"
    stands_by: ClassVar[Kept] = {
        "_column": None,
        "_only_holes": (False, True),
        "_voices": None,
    }

    @dataclass(eq=False, repr=False)
    class Comparing(Message):
        """Pairs compared, and pairs to compare."""

        done: int
        total: int

        def can_replace(self, message: Message) -> bool:
            """Of several waiting, the last is enough."""
            return isinstance(message, MatrixScreen.Comparing)

    @dataclass(eq=False, repr=False)
    class Made(Message):
        """The matrix, with the articles of its columns."""

        matrix: Matrix
        documents: tuple[Document, ...]

    @dataclass(eq=False, repr=False)
    class Failed(Message):
        """There is no matrix."""

        problem: str

    def __init__(self, library: Library, paths: Sequence[str] = (), *, query: str = "") -> None:
        super().__init__()
        self._library = library
        self._paths = tuple(paths)
        self._query = query
        self._matrix: Matrix | None = None
        self._documents: tuple[Document, ...] = ()
        self._column = 0
        self._only_holes = False
        self._voices = 2
        self._pairs = 0
        """Pairs to compare; 0 as long as none was begun."""
        self._working: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """Title, numbers of the articles, facts, and the cell under the cursor in words."""
        yield Lines(id="matrix-title")
        yield Lines(id="matrix-head")
        yield MatrixList(id="matrix-rows")
        yield Lines(id="matrix-about")
        yield Footer("matrix", self._library.settings.keys)

    def on_mount(self) -> None:
        """The articles are compared off the screen's thread."""
        self._rows.focus()
        self._rows.wait_for(self.was_left("row", 0))
        self._say("")
        self._offer()
        self._working = self._make()
        self.set_timer(_PROGRESS_AFTER, self._say_busy)

    def on_resize(self) -> None:
        """On a low terminal the facts have most lines."""
        self.set_class(self.size.height < 16, "-short")

    @property
    def paths(self) -> tuple[str, ...]:
        """The articles of the columns; none before the matrix is made."""
        return tuple(column.path for column in self._matrix.columns) if self._matrix is not None else ()

    @property
    def shows(self) -> str:
        """The query; without one, the articles."""
        return self._query or "\n".join(self._paths)

    @property
    def settled(self) -> bool:
        """Whether the matrix is made."""
        return self._matrix is not None

    def standing(self) -> dict[str, object]:
        """The article and the fact, what is left out, and whether it was made for a query."""
        return {**super().standing(), "row": self._rows.cursor or 0, "query": bool(self._query)}

    @property
    def _rows(self) -> RowList:
        return self.query_one(RowList)

    # Making ----------------------------------------------------------------------------------------------------------

    @work(thread=True, exclusive=True, group="matrix", exit_on_error=False)
    def _make(self) -> None:
        from time import monotonic

        worker = get_current_worker()
        said = monotonic() + _PROGRESS_AFTER

        def progress(done: int, total: int) -> None:
            nonlocal said
            if monotonic() >= said:
                said = monotonic() + _PROGRESS_AFTER
                self.post_message(self.Comparing(done, total))

        def stopped() -> bool:
            return worker.is_cancelled

        try:
            paths = self._paths
            if self._query:
                result = self._library.search(self._query, _MOST_FOUND, stopped, typing=True)
                paths = tuple(hit.document for hit in result.hits)
                if len(paths) < 2:
                    raise CorpusError("the search finds fewer than two articles")
            if self.came_back is not None:
                there = {file.path for file in self._library.files()}
                paths = tuple(path for path in paths if path in there)
            matrix = self._library.matrix(paths, stopped, progress)
            documents = tuple(self._library.read(column.path) for column in matrix.columns)
        except Cancelled:
            return
        except ReaderError as problem:
            self.post_message(self.Failed(str(problem)))
            return
        if not worker.is_cancelled:
            self.post_message(self.Made(matrix, documents))

    def _say_busy(self) -> None:
        """The articles are read and their names found before any pair is compared."""
        if self._matrix is None and not self._pairs and self._working is not None and not self._working.is_finished:
            self._say("reading the articles …  Esc stops it")

    @on(Comparing)
    def _say_progress(self, message: Comparing) -> None:
        self._pairs = message.total
        if self._matrix is None:
            self._say(f"{message.done:,} of {message.total:,} pairs compared …  Esc stops it")

    @on(Made)
    def _take(self, message: Made) -> None:
        self._matrix, self._documents = message.matrix, message.documents
        last = len(message.documents) - 1
        self._column, self._voices = min(self._column, last), max(1, min(self._voices, last))
        self._show()

    @on(Failed)
    def _fail(self, message: Failed) -> None:
        if not self.go_as_nothing_is_there():
            self._say("")
            why = Heading("", one_line(message.problem))
            self._rows.set_rows((Heading("Nothing can be shown"), why, BLANK, Heading("", "Esc goes back.")))

    # Showing ---------------------------------------------------------------------------------------------------------

    def _say(self, note: str) -> None:
        line = (Piece("Coverage", "row--strong"), Piece(f"  {one_line(note)}", "row--muted"))
        self.query_one("#matrix-title", Lines).show(lambda width: (line,))

    def _offer(self) -> None:
        """The footer offers what there is something for."""
        idle = set() if self._rows.chosen is not None else {"panel_open", "panel_down", "panel_up"}
        if self._matrix is None:
            idle |= {"column_right", "holes", "export"}
        self.query_one(Footer).leave_out(frozenset(idle))

    def _show(self) -> None:
        """The rows that hold now; the cursor stays on its fact where that is still shown."""
        matrix = self._matrix
        if matrix is None:
            return
        chosen = self._rows.chosen
        lacking = self._voices if self._only_holes else None
        rows = matrix_rows(matrix, self._documents, self._column, lacking=lacking)
        kept = chosen.number if isinstance(chosen, MatrixRow) else None
        self._rows.set_rows(rows, next((at for at, row in enumerate(rows) if row.number == kept), 0))
        self.query_one("#matrix-head", Lines).show(heading(matrix, self._column))
        if self._only_holes:
            self._say(
                f"Article {self._column + 1} leaves out {f'{len(rows):,}' if rows else 'nothing'} that "
                f"{counted(self._voices, 'other')} or more tell · + - how many · h all"
            )
        else:
            disputed = sum(row.conflicts != () for row in matrix.rows)
            facts = f"{counted(len(rows), 'fact')} in {counted(len(matrix.columns), 'article')}"
            self._say(f"{facts}, {disputed:,} in conflict or likely so")
        self._show_about()
        self._offer()

    @on(RowList.Highlighted)
    def _show_about(self) -> None:
        row, matrix, strip = self._rows.chosen, self._matrix, self.query_one("#matrix-about", Lines)
        if matrix is None or not isinstance(row, MatrixRow):
            strip.show(lambda width: ())
            return
        lines = about(matrix, self._documents, row.number, self._column)
        strip.show(lambda width: lines(width, max(1, strip.size.height)))

    # Commands --------------------------------------------------------------------------------------------------------

    def _go_to(self, column: int) -> None:
        if self._matrix is not None:
            self._column = column % len(self._matrix.columns)
            self._show()

    def action_column_right(self) -> None:
        """The next article."""
        self._go_to(self._column + 1)

    def action_column_left(self) -> None:
        """The article before."""
        self._go_to(self._column - 1)

    def action_holes(self) -> None:
        """Only what the article of this column leaves out, or all again."""
        self._only_holes = not self._only_holes
        self._show()

    def _ask_for(self, voices: int) -> None:
        """Show the holes that so many voices make."""
        if self._matrix is not None and 1 <= voices < len(self._matrix.columns):
            self._voices, self._only_holes = voices, True
            self._show()

    def action_more_voices(self) -> None:
        """Only what one voice more tells."""
        self._ask_for(self._voices + self._only_holes)

    def action_fewer_voices(self) -> None:
        """Also what one voice less tells."""
        self._ask_for(self._voices - self._only_holes)

    def action_export(self) -> None:
        """Ask for a name and a format, and write the matrix as a report."""
        if (matrix := self._matrix) is None:
            return
        documents, voices = self._documents, self._voices

        def render(form: Format) -> str:
            return rendered_matrix(form, matrix, documents, voices)

        def written(file: Path | None) -> None:
            if file is not None:
                self._say(f"Written to {file}")

        stem = matrix_stem([column.path for column in matrix.columns])
        self.app.push_screen(ExportScreen("Export the matrix", stem, render, working_folder()), written)

    def list_to_move(self) -> RowList:
        """The facts."""
        return self._rows

    @on(RowList.Selected)
    def _select(self, message: RowList.Selected) -> None:
        """Opens the article at what it says; for a hole, the article that tells it best."""
        row, matrix = message.row, self._matrix
        if matrix is None or not isinstance(row, MatrixRow):
            return
        fact, column = matrix.rows[row.number], self._column
        own = [
            one.conflict.a if one.a == column else one.conflict.b for one in fact.conflicts if column in (one.a, one.b)
        ]
        if spans := own or fact.cells[column].spans:
            self._leave(Mentioned(matrix.columns[column].path, *spans[0]))
        elif self._only_holes:
            self._leave(Mentioned(matrix.columns[fact.column].path, *fact.label))
        else:
            self.notify(f"Article {column + 1} does not report it; ← and → go to another.", markup=False)

    def _leave(self, place: Mentioned | None) -> None:
        """A matrix that is still being made is stopped."""
        if self._working is not None:
            self._working.cancel()
        self.dismiss(place)

    def action_close(self) -> None:
        """Show all facts again; where they are shown, leave."""
        if self._only_holes:
            self.action_holes()
        else:
            self._leave(None)
