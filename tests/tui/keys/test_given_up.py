"""What is asked for and then given up, or comes when nobody waits for it any more, changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from stage import A, B, staged

from index.documents.model import Span
from index.library import Library
from index.search.effort import Effort
from index.search.model import SearchResult
from tui.app import ReaderApp
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.lists.concordance import ConcordanceScreen
from tui.screens.lists.explain import ExplainScreen
from tui.screens.reading.beside import FacetsBeside
from tui.screens.reading.results import Results

ScreenText = Callable[[ReaderApp], str]


async def test_nothing_waits_for_it_in_the_reader(library: Library, screen_text: ScreenText) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.ground()
        reader = stage.reader
        before = screen_text(app)
        found = library.search("ferry")
        beside = FacetsBeside(library)
        for message in (
            reader.Answered(reader._number, found),
            reader.Refused(reader._number, "stale words"),
            reader.Refused(reader._number - 1, "stale words"),
            reader.Annotated(B, library.annotations(B)),
            reader.Matched(reader._number, B, (Span(0, 9),)),
            reader.Matched(reader._number - 1, A, (Span(0, 9),), 0),
            reader.Glanced(library.read(B), library.annotations(B).mentions),
        ):
            reader.post_message(message)
        await stage.pilot.pause()
        reader.on_facets_beside_narrowed(FacetsBeside.Narrowed("ferry"))
        reader.on_facets_beside_left()
        reader.search_again()
        reader.search_growing()
        reader.search_command("choose")
        reader.find_command("accept")
        reader._say_searching(reader._number, Effort())
        reader._say_found("stale words")
        reader._choose()
        reader.result_chosen(None)
        assert not reader.narrow_beside()
        await stage.settle()
        assert screen_text(app) == before
        assert not beside.rows
        assert (reader.matches, reader._bar, reader._find) == (None, None, None)
        reader.find_text = "ferry"  # a pattern that was kept before it was found to be none
        reader.post_message(reader.Refused(reader._number, "that is no pattern"))
        await stage.pilot.pause()
        assert "that is no pattern" in screen_text(app)


async def test_nothing_waits_for_it_in_the_search(
    library: Library, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("search")
        reader, results = stage.reader, stage.reader._results
        facets = reader._facets
        assert results is not None
        assert facets is not None
        shown = results._result
        assert shown is not None
        await stage.until(lambda: facets._counted)
        before = screen_text(app)
        other: SearchResult = library.search("crane")
        for message in (
            reader.Answered(reader._number - 1, other),
            reader.Refused(reader._number - 1, "stale words"),
        ):
            reader.post_message(message)
        for late in (
            Results.Further(other, other),
            Results.Further(shown, replace(shown, total=shown.total + 1)),
            Results.Further(shown, replace(shown, hits=())),
            Results.Looked(other, {}, frozenset({A}), None, None, ""),
            Results.Counted(()),
        ):
            results.post_message(late)
        facets.post_message(FacetsBeside.Counted("crane", library.facets("crane")))
        reader._say_searching(reader._number - 1, Effort())
        results._complete("ferry ", other)
        await stage.settle()
        assert screen_text(app) == before
        # Once more opened, the bar has the keys and another text.
        await reader.action_search("crane ")
        await stage.until(lambda: results._text == "crane " and results._looked is not None)
        await reader.action_search()
        assert stage.typed == "crane "
        results.toggle_versions()
        await stage.pilot.pause()
        assert "no other version of it among these" in screen_text(app)
        await stage.press("escape")
        assert results._result_rows()  # what was found stays his who asked

        # A search that is refused says so while it waits, and no first result is chosen.
        await stage.press("slash")
        await stage.pilot.press(*"title:", "enter")
        await stage.settle()
        assert app.screen is reader


async def test_nothing_waits_for_it_in_other_screens(library: Library, screen_text: ScreenText) -> None:
    async with staged(library) as stage:
        app = stage.app
        await stage.to("articles")
        articles: ArticlesScreen = stage.screen(ArticlesScreen)
        before = screen_text(app)
        other = next(row.listed.path for row in articles._rows if row.listed.path != articles._chosen())
        articles.post_message(articles.Previewed(other, library.read(other), ""))
        await stage.pilot.pause()
        assert screen_text(app) == before
        chosen = articles._chosen()
        assert chosen is not None
        articles.post_message(articles.Previewed(chosen, None, "the file is gone"))
        await stage.pilot.pause()
        assert "the file is gone" in screen_text(app)
        articles.post_message(articles.Failed("the index is gone"))
        await stage.pilot.pause()
        assert "the index is gone" in screen_text(app).splitlines()[0]

        await stage.to("concordance")
        concordance: ConcordanceScreen = stage.screen(ConcordanceScreen)
        await stage.press("s")
        rows, part = list(concordance.main_list.rows), library.concordance("crane")
        concordance.post_message(concordance.Gathered(part, (), False))
        await stage.pilot.pause()
        assert list(concordance.main_list.rows) == rows  # sorted otherwise, it grows when all is there

        await stage.to("comparison")
        comparison: ComparisonScreen = stage.screen(ComparisonScreen)
        done = comparison.compared
        comparison.follow(frozenset({"d-rain.txt"}))
        await stage.settle()
        assert comparison.compared is done
        comparison.follow(frozenset({B}))
        await stage.until(lambda: comparison.compared not in (None, done))

        await stage.to("explain")
        explain: ExplainScreen = stage.screen(ExplainScreen)
        explain.post_message(explain.Explained(None))
        await stage.pilot.pause()
        assert "it is not found any more" in screen_text(app)
