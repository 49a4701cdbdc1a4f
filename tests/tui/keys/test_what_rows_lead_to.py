"""Rows of every kind: what Enter, a copy and a click on them give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from stage import A, B, C, Stage, staged

from index.documents.model import Span
from index.library import Library
from tui.app import ReaderApp
from tui.screens.comparing.matrix import MatrixScreen
from tui.screens.lists.concordance import ConcordanceScreen
from tui.screens.lists.dossier import DossierScreen, Mentioned
from tui.widgets.row_list import RowList
from tui.widgets.rows.concordance import PlotRow
from tui.widgets.rows.dossier import CompanionRow, ContextRow, NameRow, SayingRow, StatementRow
from tui.widgets.rows.matrix import MatrixRow

ScreenText = Callable[[ReaderApp], str]


def put(screen: Any, kind: type, holds: Callable[[Any], object] = bool) -> Any:
    """Puts the cursor on the first row of a kind, in the list that has one."""
    for rows in screen.query(RowList):
        for at, row in enumerate(rows.rows):
            if isinstance(row, kind) and holds(row):
                rows.focus()
                rows.move_to(at)
                return row
    raise AssertionError(f"there is no {kind.__name__}")


async def test_rows_of_a_dossier(library: Library) -> None:
    app = ReaderApp(library, open_document=A)
    async with app.run_test(size=(120, 40)) as pilot:
        stage = Stage(app, pilot, library)
        dated = next(one.id for one in library.entities() if library.dossier(one.id).dated)
        for kind in (ContextRow, SayingRow, StatementRow):
            await stage.ground()
            screen = DossierScreen(library, dated if kind is StatementRow else stage.entity("Anna Kowalska").id)
            await stage.push(screen, lambda screen=screen: screen.has_gathered)
            row = put(screen, kind)
            app.copy_to_clipboard("")
            await stage.press("y")
            if kind is ContextRow:
                place, said = (row.context.document, row.context.start, row.context.end), row.context.surface
            elif kind is SayingRow:
                quote = row.saying.quote
                place, said = (row.saying.document, quote.start, quote.end), row.saying.text.split()[0]
            else:
                place, said = (row.statement.document, *row.statement.mention), row.statement.text.split()[0]
                assert app.clipboard.endswith(f"({place[0]}, {row.statement.start}–{row.statement.end})")
            assert said in app.clipboard
            assert place[0] in app.clipboard
            await stage.press("enter")
            assert stage.given == [Mentioned(*place)]
        await stage.to("dossier")
        screen = stage.screen(DossierScreen)
        name = put(screen, NameRow)
        app.copy_to_clipboard("before")
        await stage.press("y", "enter")
        assert app.clipboard == "before"
        assert screen.filter_field.value == name.form
        await stage.press("escape")
        companion = put(screen, CompanionRow)
        await stage.press("enter")
        second = stage.screen(DossierScreen)
        assert second.shows == companion.companion.entity.id
        await stage.until(lambda: second.has_gathered)
        # A place that is chosen there leads to the article from the first one too; so does one in the naming matrix.
        context = put(second, ContextRow).context
        await stage.press("enter")
        assert stage.given == [Mentioned(context.document, context.start, context.end)]
        await pilot.resize_terminal(60, 24)
        await stage.to("dossier")
        screen = stage.screen(DossierScreen)
        await pilot.resize_terminal(140, 40)
        await stage.settle()
        screen._about.focus()
        await pilot.resize_terminal(60, 24)  # the list beside goes, and its keys with it
        await stage.settle()
        assert screen.focused is screen.main_list


async def test_rows_of_a_spread(library: Library) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("concordance")
        screen = stage.screen(ConcordanceScreen)
        await stage.press("d")
        row = put(screen, PlotRow)
        app.copy_to_clipboard("before")
        await stage.press("y")
        assert app.clipboard == "before"
        await stage.press("s")  # any order is one of occurrences
        assert not any(isinstance(each, PlotRow) for each in screen.main_list.rows)
        await stage.press("d", "enter")
        assert stage.given == [Mentioned(row.plot.document, *row.plot.spans[0])]


async def test_cells_of_a_matrix(library: Library, screen_text: ScreenText) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("matrix")
        screen = stage.screen(MatrixScreen)
        await stage.until(lambda: screen.query_one(RowList).rows)
        column = screen.paths.index(C)
        await stage.press(*["right"] * column)
        put(screen, MatrixRow, lambda row: row.cells[column].state == "absent")
        await stage.press("enter")
        assert app.screen is screen
        assert f"Article {column + 1} does not report it" in [each.message for each in app._notifications][-1]
        screen.post_message(screen.Comparing(1, 2))
        await stage.pilot.pause()
        assert "pairs compared" not in screen_text(app)
        await stage.press("h", "minus")
        row = put(screen, MatrixRow)
        await stage.press("enter")
        (place,) = stage.given
        assert place.document in (A, B)
        assert place.document != C
        assert row.cells[column].state == "absent"

        screen = MatrixScreen(library, query="market")
        app.push_screen(screen)
        await stage.settle()
        assert "finds fewer than two articles" in screen_text(app)
        await stage.press("r", "y", "right", "h", "enter", "escape", "escape")
        assert app.screen is stage.reader


async def test_a_click_chooses_a_row_and_the_wheel_moves(library: Library) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("articles")
        rows = stage.rows
        row = rows.rows[2]
        line = rows._start(2)
        await stage.pilot.click(rows, offset=(4, line))
        await stage.settle()
        assert stage.given == [row.listed.path]  # type: ignore[attr-defined]
        await stage.to("dossier")
        rows = stage.screen(DossierScreen).main_list
        heading = next(at for at, row in enumerate(rows.rows) if not row.choosable)
        cursor = rows.cursor
        await stage.pilot.click(rows, offset=(4, rows._start(heading)))
        await stage.pilot.click(rows, offset=(4, rows.size.height - 1))
        await stage.settle()
        assert stage.given == [] or rows._ends[-1] > rows.size.height - 1
        assert cursor is not None

        # A name in the text: a click stands on it, a second one opens its dossier; beside names nothing happens.
        await stage.ground()
        reader, pane = stage.reader, stage.reader.pane
        mention = next(one for one in reader.mentions if one.text == "Anna Kowalska")
        row_of = pane.row_of(mention.start) - pane.scroll_offset.y
        x = next(x for x in range(pane.size.width) if pane.offset_under(x, row_of) == mention.start)
        await stage.pilot.click(pane, offset=(0, 0))
        await stage.settle()
        assert reader.mention_stood_on() is None
        await stage.pilot.click(pane, offset=(x, row_of))
        await stage.settle()
        assert reader.mention_stood_on() == mention
        assert app.screen is reader
        await stage.pilot.click(pane, offset=(x, row_of))
        await stage.settle()
        assert stage.screen(DossierScreen).shows == mention.entity
        await stage.press("escape")
        reader.pane.select(Span(0, 5))
        assert reader.pane.selected == Span(0, 5)
