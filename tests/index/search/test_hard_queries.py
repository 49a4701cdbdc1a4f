"""Queries that would take long: answered or explained in time, or stopped."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest
from search_articles import article, ask, filled, nobody, reader

from index.errors import Cancelled, QueryError
from index.search.answering import budget, occurrences
from index.search.effort import Effort
from index.search.model import Article
from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine
from tests.bounds import bounded, looks


def _corpus(number: int) -> list[Article]:
    words = [
        f"{a}{b}{c}"
        for a in ("ta", "ce", "mor", "zel", "pri")
        for b in ("lk", "ase", "ta", "ens")
        for c in ("", "s", "ky", "er")
    ]
    return [
        article(f"{n}.txt", " ".join(words[(n * 7 + k * k) % len(words)] for k in range(120)), title=f"Title {n}")
        for n in range(number)
    ]


HARD = [
    " ".join(f"talk{n}" for n in range(1500)),
    " ".join(f"tal{chr(97 + n % 26)}~2" for n in range(10)),
    " ".join(f"{a}{b}*" for a in "tcmzp" for b in "aeor"),
    '"' + " ".join(["talks"] * 100) + '"',
    '"' + " ".join(["talks", "ceases"] * 50) + '"~100',
    "*ens* OR *ase* OR *tas* OR *lks*",
    "(NOT talks) " * 300,
    " OR ".join(["(talks AND NOT ceases)"] * 300),
    "a" * 10_000,
]


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> tuple[WhooshEngine, list[Article]]:
    """Articles of a few words that begin and end alike, and an engine over them."""
    articles = _corpus(1500)
    return filled(WhooshEngine(tmp_path_factory.mktemp("big") / "index"), articles), articles


@pytest.mark.parametrize("query", HARD)
def test_hard_queries_are_answered_or_explained_in_time(query: str, big: tuple[WhooshEngine, list[Article]]) -> None:
    engine, articles = big
    with bounded(), contextlib.suppress(QueryError):
        ask(engine, articles, query, limit=20)


def test_a_wildcard_for_too_many_words_is_explained(engine: WhooshEngine) -> None:
    articles = [article("a.txt", " ".join(f"ab{number}x" for number in range(2500)))]
    filled(engine, articles)
    for query in ("ab*x", '"ab* ab1x"'):
        with pytest.raises(QueryError, match="more than 2,000 words"):
            ask(engine, articles, query)
    assert ask(engine, articles, "ab", typing=True).total == 1


def test_the_beginning_of_any_number_of_words_is_answered(engine: WhooshEngine) -> None:
    articles = [article(f"{n}.txt", " ".join(f"ab{number}" for number in range(n, n + 2500))) for n in range(2)]
    filled(engine, articles)
    result = ask(engine, articles, "ab*")
    assert [hit.matches for hit in result.hits] == [2500, 2500]


def test_a_neighbourhood_that_is_too_much_is_explained_before_any_is_looked_at(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [article(f"{n}.txt", "The talks of the truce " * 50) for n in range(20)]
    for each in articles:
        filled(engine, [each])  # a segment for some of them
    assert ask(engine, articles, '"the of talks"~5').total == 20
    monkeypatch.setattr(budget, "_MOST_WORK", 10_000)
    monkeypatch.setattr(occurrences, "_together", None)
    with pytest.raises(QueryError, match="too much"):
        ask(engine, articles, '"the of talks"~5')


def test_many_ways_to_say_one_thing_find_the_best_of_all(big: tuple[WhooshEngine, list[Article]]) -> None:
    engine, articles = big
    words = sorted({word for each in articles[:40] for word in each.document.text.split()[2:]})[:12]
    query = parse(" OR ".join(words))
    best = engine.search(query, limit=10, read=reader(articles), names=nobody)
    every = engine.ranking(query, read=reader(articles), names=nobody).articles
    assert best.total == len(every) > 1000
    assert [(hit.document, hit.score) for hit in best.hits] == list(every[:10])


def test_what_finds_something_is_not_looked_for_again_to_be_corrected(engine: WhooshEngine) -> None:
    articles = [article(f"{n}.txt", "A truce and talks.") for n in range(9)]
    filled(engine, articles)
    spent = []
    for query in ("truce", "talks", "truce OR talks"):
        effort = Effort()
        engine.search(parse(query), limit=5, read=reader(articles), names=nobody, effort=effort)
        spent.append(effort.spent)
    assert spent[2] == spent[0] + spent[1] > 0


STOPPED = [
    "talks truce",
    "talks of the truce by the ferry there",
    "talks OR truce",
    "talks OR truce OR ferry OR mill OR sea OR bridge",
    "+talks ferry -boat",
    "ta* trucee~",
    "text:talks text:truce",
    '"the talks"',
    '"the truce"~5',
    "takls trucee ferrry",
]


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> tuple[WhooshEngine, list[Article]]:
    """Articles in two segments, and an engine over them."""
    articles = [article(f"{n}.txt", f"The talks of the truce by the ferry {n}, by the mill.") for n in range(400)]
    engine = WhooshEngine(tmp_path_factory.mktemp("parted") / "index")
    filled(engine, articles[:270])
    filled(engine, articles[270:])
    with engine._snapshots.latest() as snapshot:
        assert len(snapshot.segments) == 2
    return engine, articles


@pytest.mark.parametrize("query", STOPPED)
def test_a_search_looks_often_whether_it_is_to_stop_and_stops_there(
    query: str, parted: tuple[WhooshEngine, list[Article]]
) -> None:
    engine, articles = parted

    def search(cancelled: Callable[[], bool]) -> None:
        engine.search(parse(query), limit=5, read=reader(articles), names=nobody, cancelled=cancelled)

    looks(search)
    whole = looks(search)
    # Each of the five that are shown, and the two segments at least once.
    assert whole >= 5 + 2
    for end in range(1, whole + 1):
        with pytest.raises(Cancelled):
            looks(search, end)
    assert looks(search, whole + 1) == whole
    assert ask(engine, articles, query, limit=500).total == 400


def test_a_cancelled_search_stops(engine: WhooshEngine) -> None:
    articles = [article(f"{n}.txt", "A truce.") for n in range(5)]
    filled(engine, articles)
    with pytest.raises(Cancelled):
        engine.search(parse("truce"), limit=5, read=reader(articles), names=nobody, cancelled=lambda: True)


def test_the_bound_as_shipped_is_what_was_measured() -> None:
    spent = budget.Budget(None)
    spent.spend(2_400_000)
    assert not spent.affords(1)
    with pytest.raises(QueryError, match="too much"):
        spent.spend(1)
