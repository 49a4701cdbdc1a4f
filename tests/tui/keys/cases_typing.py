"""Keys of what one types into: the search bar with the facets beside it, and find."""

from __future__ import annotations

from stage import QUERY, A, Stage, effect

from index.search.facets import narrowed
from tui.screens.comparing.matrix import MatrixScreen
from tui.screens.help import HelpScreen
from tui.screens.lists.concordance import ConcordanceScreen
from tui.screens.lists.explain import ExplainScreen
from tui.screens.lists.keywords import KeyWordsScreen
from tui.widgets.rows.facets import FacetRow


@effect("search", "search_concordance")
async def concordance(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.screen(ConcordanceScreen)._query == QUERY


@effect("search", "search_facets")
async def facets(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader._facets is not None
    assert stage.reader._facets.has_focus


@effect("search", "search_explain")
async def explain(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.screen(ExplainScreen)._document == stage.results()[0].hit.document


@effect("search", "search_words")
async def words(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.screen(KeyWordsScreen)._query == QUERY


@effect("search", "search_versions")
async def versions(stage: Stage, key: str) -> None:
    results = stage.reader._results
    assert results is not None
    await stage.until(lambda: any(row.versions > 1 for row in stage.results()))
    row = next(row for row in stage.results() if row.versions > 1)
    results.move_to([*results.rows].index(row))
    before = len(stage.results())
    await stage.press(key)
    assert len(stage.results()) == before + row.versions - 1
    await stage.press(key)
    assert len(stage.results()) == before


@effect("search", "search_similar")
async def similar(stage: Stage, key: str) -> None:
    await stage.press(key)
    await stage.until(lambda: stage.typed != QUERY)


@effect("search", "search_save")
async def save(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.library.state.searches(saved=True) == (QUERY.strip(),)


@effect("search", "search_older")
async def older(stage: Stage, key: str) -> None:
    stage.library.state.used_search("quay")
    await stage.press(key)
    assert stage.typed == "quay"


@effect("search", "search_newer")
async def newer(stage: Stage, key: str) -> None:
    stage.library.state.used_search("quay")
    await stage.press("alt+up")
    assert stage.typed == "quay"
    await stage.press(key)
    assert stage.typed == QUERY


@effect("search", "search_help")
async def language(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.screen(HelpScreen)._about == "queries"


@effect("search", "search_help_empty")
async def language_where_empty(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.typed == QUERY + "?"
    await stage.press(*["backspace"] * len(stage.typed), key)
    assert stage.screen(HelpScreen)._about == "queries"


@effect("search", "search_choose")
async def choose(stage: Stage, key: str) -> None:
    path = stage.results()[0].hit.document
    await stage.press(key)
    assert stage.reader._bar is None
    await stage.until(lambda: stage.reader.document is not None and stage.reader.document.path == path)
    await stage.until(lambda: stage.reader.matches)


def _chosen(stage: Stage) -> int:
    results = stage.reader._results
    assert results is not None
    return stage.results().index(results.chosen)  # type: ignore[arg-type]


@effect("search", "search_down")
async def down(stage: Stage, key: str) -> None:
    assert _chosen(stage) == 0
    await stage.press(key)
    assert _chosen(stage) == 1


@effect("search", "search_up")
async def up(stage: Stage, key: str) -> None:
    await stage.press("down", key)
    assert _chosen(stage) == 0


@effect("search", "search_page_down")
async def page_down(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert _chosen(stage) == len(stage.results()) - 1 > 0


@effect("search", "search_page_up")
async def page_up(stage: Stage, key: str) -> None:
    await stage.press("pagedown", key)
    assert _chosen(stage) == 0


@effect("search", "search_pick")
async def pick(stage: Stage, key: str) -> None:
    path = stage.results()[0].hit.document
    await stage.press(key)
    results = stage.reader._results
    assert results is not None
    assert [*results.picked] == [path]
    await stage.press("up", key)
    assert not results.picked


@effect("search", "search_cancel")
async def cancel(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader._bar is None
    assert stage.reader.document is not None
    assert stage.reader.document.path == A


@effect("search", "matrix")
async def matrix(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.screen(MatrixScreen)._query == QUERY.strip() or stage.screen(MatrixScreen)._query == QUERY


# -- facets, beside the results and on a screen of their own


async def _narrow(stage: Stage, key: str, *, without: bool) -> None:
    row = stage.reader._facets.chosen if stage.reader._facets is not None else stage.rows.chosen
    assert isinstance(row, FacetRow)
    asked = narrowed(QUERY, row.facet.clause, without=without)
    beside = stage.reader._facets is not None
    await stage.press(key)
    assert (stage.typed.strip() if beside else stage.given) == (asked if beside else [asked])


@effect("facets beside", "facet_include")
async def include(stage: Stage, key: str) -> None:
    await _narrow(stage, key, without=False)


@effect("facets beside", "facet_exclude")
async def exclude(stage: Stage, key: str) -> None:
    await _narrow(stage, key, without=True)


@effect("beside", "beside_close")
async def beside_close(stage: Stage, key: str) -> None:
    await stage.press(key, "x")
    assert stage.typed == QUERY + "x"


# -- find


@effect("find", "find_accept")
async def accept(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader._find is None
    assert stage.reader.matches
    assert stage.app.focused is stage.reader.pane


@effect("find", "find_next")
async def find_next(stage: Stage, key: str) -> None:
    assert stage.reader._at == 0
    await stage.press(key)
    assert stage.reader._at == 1
    assert stage.reader._find is not None


@effect("find", "find_previous")
async def find_previous(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader.matches is not None
    assert stage.reader._at == len(stage.reader.matches) - 1


@effect("find", "find_regex")
async def find_regex(stage: Stage, key: str) -> None:
    regex = stage.reader._regex
    await stage.press(key)
    assert stage.reader._regex is not regex
    await stage.press(key)
    assert stage.reader._regex is regex


@effect("find", "find_cancel")
async def find_cancel(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.reader._find is None
    assert stage.reader.matches is None
