"""Every occurrence of a query in context, over all articles that answer it."""

from __future__ import annotations

import pytest
from search_articles import article, ask, filled, nobody, reader

from index.documents.model import Span
from index.errors import Cancelled
from index.search import concordance as module
from index.search.concordance import Concordance, Plot, concordance
from index.search.model import Article, Ranking
from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine

ARTICLES = [
    article("a.txt", "The ferry left. A ferry came back.\n\nNobody saw the other ferries.", title="Ferry timetable"),
    article("b.txt", "A bridge replaces the ferry next year."),
    article("c.txt", "A bridge and nothing else."),
]


def ranked(engine: WhooshEngine, text: str) -> Ranking:
    return engine.ranking(parse(text), read=reader(ARTICLES), names=nobody)


def made(engine: WhooshEngine, text: str) -> Concordance:
    return concordance(ranked(engine, text), reader(ARTICLES), nobody)


def test_ranking_is_the_order_of_the_search(engine: WhooshEngine) -> None:
    filled(engine, ARTICLES)
    result = ask(engine, ARTICLES, "ferry bridge")
    assert ranked(engine, "ferry bridge").articles == tuple((hit.document, hit.score) for hit in result.hits)


def test_every_match_of_the_search_is_an_occurrence(engine: WhooshEngine) -> None:
    filled(engine, ARTICLES)
    for text in ("ferry", "ferry bridge", '"a bridge"', "ferr* -bridge"):
        found = made(engine, text)
        result = ask(engine, ARTICLES, text)
        assert found.complete
        assert found.total == result.total
        assert len(found.occurrences) == sum(hit.matches for hit in result.hits)
        assert [(plot.document, len(plot.spans)) for plot in found.plots] == [
            (hit.document, hit.matches) for hit in result.hits if hit.matches
        ]


def test_context_stays_inside_the_paragraph(engine: WhooshEngine) -> None:
    filled(engine, ARTICLES)
    texts = {each.document.path: each.document.text for each in ARTICLES}
    for one in made(engine, "ferry").occurrences:
        assert texts[one.document][one.start : one.end] == one.surface
        assert (one.left + one.surface + one.right) in texts[one.document]
        assert "\n" not in one.left + one.right
    last = next(one for one in made(engine, "ferry").occurrences if one.surface == "ferries")
    assert (last.left, last.right) == ("Nobody saw the other ", ".")


def test_the_corrected_query_is_the_one_that_is_shown(engine: WhooshEngine) -> None:
    filled(engine, ARTICLES)
    found = made(engine, "brigde")
    assert found.query == "bridge"
    assert {one.surface for one in found.occurrences} == {"bridge"}


def test_bounded_told_and_cancelled(engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(engine, ARTICLES)
    ranking = ranked(engine, "ferry")
    told: list[Concordance] = []
    monkeypatch.setattr(module, "_TELL_EVERY", 0.0)
    concordance(ranking, reader(ARTICLES), nobody, told=told.append)
    assert [each.looked for each in told] == [0, 1]
    monkeypatch.setattr(module, "MOST", 3)
    cut = concordance(ranking, reader(ARTICLES), nobody)
    assert len(cut.occurrences) == 3
    assert cut.cut
    assert not cut.complete
    with pytest.raises(Cancelled):
        concordance(ranking, reader(ARTICLES), nobody, cancelled=lambda: True)


def test_an_article_that_is_gone_has_no_occurrence(engine: WhooshEngine) -> None:
    filled(engine, ARTICLES)
    left: list[Article] = [each for each in ARTICLES if each.document.path != "a.txt"]
    found = concordance(ranked(engine, "ferry"), reader(left), nobody)
    assert {one.document for one in found.occurrences} == {"b.txt"}


def test_dispersion_counts_every_occurrence_once() -> None:
    plot = Plot("a", "A", 100, tuple(Span(place, place + 1) for place in (0, 1, 49, 50, 99, 100)))
    assert plot.strip(4) == (2, 1, 1, 2)
    assert sum(plot.strip(7)) == 6
    assert plot.strip(0) == ()
    assert Plot("a", "A", 0, ()).strip(3) == (0, 0, 0)
