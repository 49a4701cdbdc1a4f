"""What is kept of one query for the next, and what is left out because it cannot be shown, changes no answer."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_articles import article, ask, filled, found, nobody, reader

from index.errors import Cancelled, QueryError
from index.search.answering.recent import RecentLookups
from index.search.model import Article
from index.search.query.parsing import parse
from index.search.query.syntax import Query
from index.search.stored.segments import Segment
from index.search.whoosh_engine import WhooshEngine

# Common and rare ones, with the same beginnings, stems and letters.
WORDS = ["trade", "trader", "traded", "trading", "tram", "the", "then", "bank", "banks", "banker", "ban", "oil", "oils"]
WORDS += ["prices", "price", "priced", "ceasefire", "cease-fire", "zambia"]
SHOWN = 3


def _articles() -> list[Article]:
    dice = random.Random(19690720)
    weights = [1 / (rank + 1) for rank in range(len(WORDS))]
    made = []
    for number in range(240):
        words = dice.choices(WORDS, weights, k=dice.randint(3, 40))
        title = " ".join(dice.choices(WORDS, k=2)) if number % 5 == 0 else ""
        made.append(article(f"{number:03}.txt", " ".join(words), title=title))
    return made


ARTICLES = _articles()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("typing") / "index"
    engine = WhooshEngine(made)
    for start in (0, 150, 230):
        filled(engine, ARTICLES[start : start + 150])
    with engine.refresh() as batch:
        batch.remove("007.txt")
        batch.remove("231.txt")
    assert sum(len(segment.live()) for segment in _segments(engine)) == 238
    engine.close()
    return made


def _segments(engine: WhooshEngine) -> tuple:  # type: ignore[type-arg]
    with engine._snapshots.latest() as snapshot:
        return snapshot.segments


@pytest.fixture
def fresh(folder: Path) -> Iterator[WhooshEngine]:
    """An engine that forgets what it was asked."""
    made = WhooshEngine(folder)
    yield made
    made.close()


@pytest.fixture
def typed(folder: Path) -> Iterator[WhooshEngine]:
    """An engine that is asked one query after the other."""
    made = WhooshEngine(folder)
    yield made
    made.close()


queries = st.lists(st.sampled_from([*WORDS, "AND", '"', "-", "title:"]), min_size=1, max_size=3).map(" ".join)
shared = settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _same(one: WhooshEngine, other: WhooshEngine, text: str) -> None:
    first, second = (ask(engine, ARTICLES, text, limit=SHOWN, typing=True) for engine in (one, other))
    assert (first.hits, first.total, first.corrected) == (second.hits, second.total, second.corrected)


@shared
@given(queries, st.integers(0, 3))
def test_typing_letter_by_letter_finds_what_a_first_search_finds(
    typed: WhooshEngine, fresh: WhooshEngine, text: str, back: int
) -> None:
    for end in [*range(1, len(text) + 1), *range(len(text) - 1, max(0, len(text) - back - 1), -1)]:
        fresh._recent = RecentLookups()
        with suppress(QueryError):
            _same(typed, fresh, text[:end])


@shared
@given(queries, st.integers(1, 12), st.booleans())
def test_the_best_are_the_first_of_all(typed: WhooshEngine, text: str, limit: int, typing: bool) -> None:
    with suppress(QueryError):
        _first_of_all(typed, parse(text, typing=typing), limit)


def _first_of_all(typed: WhooshEngine, query: Query, limit: int) -> None:
    part = typed.search(query, limit=limit, read=reader(ARTICLES), names=nobody)
    whole = typed.ranking(query, read=reader(ARTICLES), names=nobody).articles
    assert found(part) == [path for path, _ in whole[:limit]]
    assert part.total == len(whole)


@pytest.mark.parametrize("text", ["the", "trade", "ba", "price*", "zambia", "zambia trade", "trade bank", "oil^0"])
def test_the_best_of_frequent_words_have_the_scores_that_they_have_among_all(typed: WhooshEngine, text: str) -> None:
    part, whole = (ask(typed, ARTICLES, text, limit=limit, typing=True) for limit in (SHOWN, 1000))
    assert part.hits == whole.hits[:SHOWN]
    assert part.total == whole.total == len(whole.hits)


def test_another_commit_is_seen(tmp_path: Path) -> None:
    engine = filled(WhooshEngine(tmp_path / "index"), ARTICLES[:20])
    before = ask(engine, ARTICLES, "oi", typing=True)
    more = article("new.txt", "oi oilcloth oil")
    filled(engine, [more])
    after = ask(engine, [*ARTICLES, more], "oi", typing=True)
    assert set(found(after)) == {*found(before), "new.txt"}
    engine.close()


def test_what_was_read_ahead_is_not_read_by_the_first_key(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [article(f"{n}.txt", f"The truce of {'tal' + 'k' * n}.") for n in range(6)]
    for each in articles:
        filled(engine, [each])
    cold = ask(engine, articles, "ta", typing=True)
    engine.close()
    engine.warm()
    monkeypatch.setattr(Segment, "terms", None)
    monkeypatch.setattr(Segment, "lengths", None)
    assert ask(engine, articles, "ta", typing=True).hits == cold.hits


def test_reading_ahead_stops(engine: WhooshEngine) -> None:
    filled(engine, [article("a.txt", "A truce.")])
    with pytest.raises(Cancelled):
        engine.warm(lambda: True)
