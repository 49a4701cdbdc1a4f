"""Key words of a search: what the articles found say more often than the others, and less often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from index.search.facets import narrowed
from index.wording import counted
from tui.commands import bindings
from tui.screens.lists.gathering import GatheringScreen, replace_rows
from tui.widgets.filter_field import FilterField
from tui.widgets.footer import Footer
from tui.widgets.pieces import Lines
from tui.widgets.row_list import EDGE, RowList
from tui.widgets.rows.keywords import ORDER_NAMES, ORDERS, Order, WordRow, arranged, header

if TYPE_CHECKING:
    from index.library import Library
    from index.search.keyness import KeyWords
    from index.search.model import Cancel
    from tui.screens.coming_back import Kept


class KeyWordsScreen(GatheringScreen[str]):
    """Gives the query narrowed by the chosen word, None where none was chosen."""

    DEFAULT_CSS = """
    KeyWordsScreen {
        #keywords-head { height: 1; margin: 1 0 0 0; }
        RowList { height: 1fr; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("keywords"))
    comes_as = "keywords"
    stands_by: ClassVar[Kept] = {"_order": ORDERS}

    busy_note = "Counting words …  Esc stops it"

    @dataclass(eq=False, repr=False)
    class Counted(Message):
        """The words."""

        found: KeyWords
        rows: tuple[WordRow, ...]

    def __init__(self, library: Library, query: str) -> None:
        super().__init__(library)
        self._query = query
        self._found: KeyWords | None = None
        self._words: tuple[WordRow, ...] = ()
        self._order: Order = "keyness"

    def compose(self) -> ComposeResult:
        """Title, filter, heads of the columns, words."""
        yield self.title_lines
        yield FilterField("Show only words with …")
        head = Lines(id="keywords-head")
        head.show(lambda width: tuple((*line,) for line in header(width - EDGE, compared=self._compares)))
        yield head
        yield RowList()
        yield Footer("keywords", self.library.settings.keys)

    @property
    def shows(self) -> str:
        """The query."""
        return self._query

    @property
    def has_gathered(self) -> bool:
        """Whether the words are counted."""
        return self._found is not None

    @property
    def _compares(self) -> bool:
        """Whether there are other articles to compare with, or it is not known yet."""
        return self._found is None or self._found.outside > 0

    @property
    def _orders(self) -> tuple[Order, ...]:
        """The orders that say something: words that are compared with nothing are counted."""
        return ORDERS if self._compares else ("frequency", "word")

    def gather(self, cancelled: Cancel) -> None:
        """Counts."""
        from index.search.keyness import SURE

        found = self.library.key_words(self._query, cancelled, typing=True)
        sizes = found.inside or 1, found.outside or 1
        rows = tuple(
            WordRow(
                word,
                (10_000 * word.inside / sizes[0], 10_000 * word.outside / sizes[1]),
                word.likelihood >= SURE,
                compared=found.outside > 0,
            )
            for word in found.words
        )
        if not cancelled():
            self.post_message(self.Counted(found, rows))

    @on(Counted)
    def _take(self, message: Counted) -> None:
        self._found, self._words, self.note = message.found, message.rows, ""
        if self._order not in self._orders:
            self._order = self._orders[0]
        self.query_one("#keywords-head").refresh()
        self.show_rows()

    def show_rows(self) -> None:
        """The words that hold what is typed, in the order that holds."""
        replace_rows(self.main_list, arranged(self._words, self._order, self.filter_field.value))
        self.show_title()

    def show_title(self) -> None:
        """The query, and how many words of how many articles are counted."""
        found, said = self._found, self.note
        if found is not None:
            best = f"the best {found.looked:,} of " if found.looked < found.total else ""
            articles = f"{best}{counted(found.total, 'article')}"
            said = f"{counted(found.inside, 'word')} in {articles} · {ORDER_NAMES[self._order]}"
            if not found.total:
                said = "nothing found"
            elif not found.outside:
                said = f"{counted(found.inside, 'word')} in all articles, no others to compare with"
                said += f" · {ORDER_NAMES[self._order]}"
            shown = len(self.main_list.rows)
            if shown != len(self._words):
                said = f"{shown:,} of {len(self._words):,} kept · {said}"
        self.title_says(found.query if found is not None else self._query, said)

    def action_sort(self) -> None:
        """The next order, from its top."""
        self._order = self._orders[(self._orders.index(self._order) + 1) % len(self._orders)]
        self.main_list.set_rows(arranged(self._words, self._order, self.filter_field.value))
        self.show_title()

    @on(RowList.Selected)
    def _select(self, message: RowList.Selected) -> None:
        if isinstance(message.row, WordRow) and self._found is not None:
            self.leave(narrowed(self._found.query, message.row.word.form, without=False))
