"""Choosing one of many by typing a part of its name: entities, kinds, forms of a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from index.errors import ReaderError
from tui.screens.closed_once import ClosedOnce
from tui.screens.working import Working
from tui.widgets.columns import Line, Piece, cells, fit, one_line
from tui.widgets.filtering import folded, words_of
from tui.widgets.kinds import KIND_NAMES
from tui.widgets.pieces import Lines
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from index.entities.model import Entity
    from index.library import Library

Value = TypeVar("Value")
_SHOWN = 500
"""Rows; who wants another types on."""


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """Something to choose: its name, a note beside it, and what else it is found by."""

    value: Value
    name: str
    note: str = ""
    also: str = ""
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The name, and the note at the right."""
        note = one_line(self.note)
        room = max(4, width - cells(note) - 3)
        return ((Piece(f" {fit(one_line(self.name), room)} "), Piece(note, "row--muted")),)


class PickScreen(Working, ClosedOnce, ModalScreen["Value | None"], Generic[Value]):
    """Gives what was chosen, None for Esc."""

    DEFAULT_CSS = """
    PickScreen { align: center bottom; background: transparent; }
    PickScreen > Vertical { height: auto; max-height: 60%; width: 100%; background: $surface; }
    PickScreen Lines { height: 1; padding: 0 1; background: $panel; }
    PickScreen Input { height: 1; border: none; padding: 0 1 !important; background: $surface; }
    PickScreen RowList { height: auto; max-height: 100%; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("down,ctrl+n", "down", show=False, priority=True),
        Binding("up,ctrl+p", "up", show=False, priority=True),
    ]

    @dataclass(eq=False, repr=False)
    class Loaded(Message):
        """The choices are there, each behind what is looked for in it."""

        choices: list[tuple[str, Choice[Any]]]
        problem: str = ""

    def __init__(self, question: str, choices: Callable[[], Sequence[Choice[Value]]]) -> None:
        super().__init__()
        self._question = question
        self._make = choices
        self._choices: list[tuple[str, Choice[Any]]] | None = None
        self._waiting: list[Callable[[], None]] = []
        """What was asked of the choices before they were there."""

    def compose(self) -> ComposeResult:
        """The question, the field, the choices."""
        with Vertical():
            yield Lines()
            yield Input(placeholder="A part of it; Enter chooses, Esc ends", compact=True)
            yield RowList()

    def on_mount(self) -> None:
        """The keys go to the field; the choices are fetched in the background."""
        self.query_one(Lines).show(lambda width: ((Piece(one_line(self._question), "row--head"),),))
        self.query_one(Input).focus()
        self._load()

    @work(thread=True, exclusive=True, group="pick", exit_on_error=False)
    def _load(self) -> None:
        try:
            # Of tens of thousands of names folding takes longer than a key may wait.
            self.post_message(self.Loaded([(folded(f"{each.name} {each.also}"), each) for each in self._make()]))
        except ReaderError as problem:
            self.post_message(self.Loaded([], str(problem)))

    @on(Loaded)
    def _take(self, message: Loaded) -> None:
        if message.problem:
            self.notify(message.problem, severity="error", markup=False)
        self._choices = message.choices
        self._show()
        waiting, self._waiting = self._waiting, []
        for asked in waiting:
            asked()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._waiting = []  # it was asked of other choices than those that are typed now
        self._show()

    def _show(self) -> None:
        left = self._choices or []
        for word in words_of(self.query_one(Input).value):
            left = [each for each in left if word in each[0]]
        shown = [choice for _, choice in left[:_SHOWN]]
        rows = self.query_one(RowList)
        rows.styles.height = max(1, min(len(shown), self.size.height // 2))
        rows.set_rows(shown)

    @on(Input.Submitted)
    def _submit(self) -> None:
        self._do(self.query_one(RowList).action_choose)

    @on(RowList.Selected)
    def _select(self, message: RowList.Selected) -> None:
        message.stop()
        if isinstance(message.row, Choice):
            self.dismiss(message.row.value)

    def _do(self, asked: Callable[[], None]) -> None:
        """Do it now, or once the choices are there."""
        if self._choices is None:
            self._waiting.append(asked)
        else:
            asked()

    def action_down(self) -> None:
        """The next choice."""
        self._do(self.query_one(RowList).action_cursor_down)

    def action_up(self) -> None:
        """The choice before."""
        self._do(self.query_one(RowList).action_cursor_up)

    def action_cancel(self) -> None:
        """Nothing is chosen."""
        self.dismiss(None)


def entity_choices(library: Library, without: Entity) -> list[Choice[Entity]]:
    """All entities of the corpus but one: of its own kind first, most mentioned first."""
    others = [entity for entity in library.known_entities() if entity.id != without.id]
    others.sort(key=lambda entity: entity.type != without.type)
    return [
        Choice(entity, entity.name, f"{KIND_NAMES[entity.type]} {entity.mentions}", " ".join(entity.aliases))
        for entity in others
    ]
