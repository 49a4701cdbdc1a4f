"""Keys at the end of what there is: empty bars and lists, the first name and the last, names that are not there yet."""

from __future__ import annotations

from collections.abc import Callable

from stage import A, B, staged
from textual import events

from index.library import Library
from tui.app import ReaderApp
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.naming import NamingScreen
from tui.screens.reading.results import Results
from tui.widgets.names import NamesPanel
from tui.widgets.rows.dossier import ContextRow

ScreenText = Callable[[ReaderApp], str]


async def test_the_search_bar(library: Library, screen_text: ScreenText) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.ground()
        reader = stage.reader
        await stage.press("slash")
        for name in ("words", "explain", "similar", "pick", "choose", "result_down", "result_page_up", "save"):
            reader.search_command(name)
            await stage.settle()
            assert app.screen is reader
            assert stage.typed == ""
        # What a paste or a key holds that no text has is not typed.
        app.post_message(events.Key("a", "\u202e"))
        app.post_message(events.Key("b", "b"))
        await stage.settle()
        assert stage.typed == "b"
        # Typed and chosen at once, the first of its answer is opened.
        assert reader._bar is not None
        reader._bar.text = "market"
        reader.search_command("choose")
        await stage.until(lambda: reader.document is not None and reader.document.path != A)
        await stage.until(lambda: reader.matches)
        # The bar is closed again: its matches stay, and Esc leads back to where one was.
        await stage.press("slash")
        results = reader._results
        assert results is not None
        await stage.until(lambda: results._looked is not None)
        assert results._result is not None
        results.post_message(Results.Looked(results._result, {}, frozenset(), None, 1, ""))
        await stage.pilot.pause()
        assert "1 with the whole word" in screen_text(app)
        await stage.press("escape")
        assert reader.matches
        await stage.press("escape")
        await stage.until(lambda: reader.document is not None and reader.document.path == A)
        reader.post_message(reader.Alike(""))
        await stage.pilot.pause()
        assert "Nothing in it tells it from the other articles." in screen_text(app)


async def test_names(library: Library, screen_text: ScreenText) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.ground()
        reader, pane = stage.reader, stage.reader.pane
        named = reader.annotations
        reader.annotations, reader.mentions = None, ()
        reader.show_names()
        for key in ("right_square_bracket", "E"):
            await stage.press(key)
            assert "Names are being looked for …" in screen_text(app)
            assert reader.panel is None
            reader.say(message="")
        reader.annotations = named
        reader.show_names()
        place = next(at for at in range(len(stage.text)) if stage.text.startswith("ferry", at))
        y = pane.row_of(place) - pane.scroll_offset.y
        x = next(x for x in range(pane.size.width) if pane.offset_under(x, y) == place)
        await stage.pilot.click(pane, offset=(x, y))
        await stage.settle()
        assert reader.mention_stood_on() is None
        await stage.press("enter")  # without a name, to the next
        assert reader.mention_stood_on() == reader.mentions[0]
        reader.action_previous_mention()
        await stage.settle()
        assert "That was the first name." in screen_text(app)
        assert reader.mention_stood_on() == reader.mentions[0]
        reader.go_mention(len(reader.mentions) - 1)
        reader.action_next_mention()
        await stage.settle()
        assert "That was the last name." in screen_text(app)
        await stage.press("E")
        assert isinstance(reader.panel, NamesPanel)
        reader.action_entity_panel()
        await stage.settle()
        assert reader.panel is None
        # A place that is chosen in a dossier is opened.
        reader.open_dossier(stage.entity("Anna Kowalska").id)
        await stage.settle()
        dossier = stage.screen(DossierScreen)
        await stage.until(lambda: dossier.has_gathered)
        rows = dossier.main_list
        at, row = next(
            (at, row) for at, row in enumerate(rows.rows) if isinstance(row, ContextRow) and row.context.document == B
        )
        rows.move_to(at)
        await stage.press("enter")
        await stage.until(lambda: reader.document is not None and reader.document.path == B)
        assert pane.in_view.start <= row.context.start < pane.in_view.end
        reader.post_message(reader.Failed("the rest cannot be read", B))
        await stage.pilot.pause()
        assert "the rest cannot be read" in screen_text(app)


async def test_lists(library: Library) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("dossier")
        rows = stage.rows
        await stage.press("j", "j", "j", "G")
        last = rows.cursor
        rows.wait_for(0)  # a heading: it takes no cursor
        assert rows.cursor == last
        rows.wait_for(next(at for at, row in enumerate(rows.rows) if row.choosable))
        rows.action_cursor_up()
        await stage.pilot.pause()
        assert rows.scroll_offset.y == 0
        rows.set_rows(())
        for move in ("cursor_down", "cursor_up", "page_down", "page_up", "first", "last", "choose"):
            getattr(rows, f"action_{move}")()
        await stage.pilot.click(rows, offset=(2, 2))
        await stage.settle()
        assert rows.cursor is None
        assert stage.given == []

        await stage.to("naming")
        naming = stage.screen(NamingScreen)
        row = naming.main_list.chosen
        found, naming.found = naming.found, None
        assert row is not None
        assert naming.about(row, 80) == ()
        assert naming.place(row) is None
        await stage.press("right", "left", "enter")
        assert app.screen is naming
        naming.found = found
        assert naming.place(row) is not None or naming.about(row, 80)


async def test_a_comparison_without_conflicts(library: Library, screen_text: ScreenText) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.ground()
        screen = ComparisonScreen(library, "d-rain.txt", "e-picture.txt")
        await stage.push(screen, lambda: screen.compared is not None)
        screen.action_next_conflict()
        await stage.pilot.pause()
        assert "no conflict" in screen_text(app).lower()
        assert screen.current is None
        screen.rows.set_rows(())  # the ledger is not filled yet
        screen.action_next_finding()
        await stage.pilot.pause()
        assert screen.current == 0


async def test_the_list_follows_the_index_and_what_is_to_be_said_of_it_is_said(
    library: Library, screen_text: ScreenText
) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("articles")
        articles = stage.screen(ArticlesScreen)
        loaded = articles._rows
        status = library.refresh()
        library.notice = "the index was made anew"
        stage.reader._follows = True
        stage.reader.post_message(stage.reader.Indexed(status._replace(changed=frozenset({B}))))
        await stage.until(lambda: articles._rows is not loaded)
        assert library.notice is None
        await stage.press("escape")
        assert "the index was made anew" in screen_text(app)
        stage.reader.opening = True
        assert app._as_left() is None  # nothing is kept of what is still being opened
        app.keep_session()
        stage.reader.opening = False
        kept = app._as_left()
        assert kept is not None
        assert kept.document == A
