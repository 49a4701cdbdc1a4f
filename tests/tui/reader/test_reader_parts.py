"""The reader is written in parts: what each of them brings is the reader's."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.screens.reader import ReaderScreen
from tui.screens.reading.parts import InParts


class Lowest(InParts, Screen[None], part=True):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("x", "low", "Low")]
    DEFAULT_CSS = "Lowest { background: red; }"


class Middle(Lowest, part=True):
    COMPONENT_CLASSES: ClassVar[set[str]] = {"middle--mark"}

    def compute_height(self) -> int:
        return 0


class Whole(Middle):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "high", "High")]


def test_a_whole_has_what_its_parts_bring() -> None:
    screen = Whole()
    assert {"x", "y"} <= set(screen._bindings.key_to_bindings)
    assert {"Lowest", "Middle", "Whole", "Screen"} <= Whole._css_type_names
    assert [Lowest._css_type_name, Middle._css_type_name, Whole._css_type_name] == ["Lowest", "Middle", "Whole"]
    assert "height" in Whole._computes
    assert "middle--mark" in Whole._get_component_classes()
    assert "_merged_bindings" not in Lowest.__dict__
    assert "_merged_bindings" in Whole.__dict__


async def test_the_reader_is_styled_by_its_lowest_part(harbour_corpus: Path, settings: Settings) -> None:
    library = Library.open(harbour_corpus, settings=settings)
    app = ReaderApp(library)
    async with app.run_test(size=(80, 24)):
        assert isinstance(app.screen, ReaderScreen)
        assert str(app.screen.query_one("#body").styles.visibility) == "hidden"
        assert app.screen.pane.size.height == 22
    library.close()
