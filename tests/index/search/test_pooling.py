"""Of many articles only those get a score that may be among the best: these are the same as if all had one."""

from __future__ import annotations

import random
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_articles import article, ask, filled

from index.search.answering import bounding, pooling
from index.search.answering.answers import Answer, Either, Scored, Tallied, Weighed
from index.search.answering.bounding import best, rows_of
from index.search.answering.tallies import Documents, Tally
from index.search.model import Article
from index.search.whoosh_engine import WhooshEngine

_SIZE = 60
counted = st.dictionaries(st.integers(0, _SIZE - 1), st.integers(1, 40), min_size=1)
answers = st.lists(st.tuples(st.sampled_from("wst"), counted, st.floats(0.1, 9.0)), min_size=1, max_size=5)
lengths = st.lists(st.integers(0, 500), min_size=_SIZE, max_size=_SIZE)


def _unstopped() -> None:
    """Nobody asks to stop."""


def made(kind: str, counts: dict[int, int], weight: float, told: list[int]) -> Answer:
    norms = [0.4 + length / 200 for length in told]
    if kind == "s":
        return Scored({number: weight * count for number, count in counts.items()})
    if kind == "w":
        return Weighed(dict(counts), weight, norms)
    bounds = sorted({0, 100, 300})
    classes = bytes(sum(length >= bound for bound in bounds) - 1 for length in told)
    halves = array("H", [2 * counts.get(number, 0) for number in range(_SIZE)])
    return Tallied(Tally(halves, classes), weight, norms, [0.4 + bound / 200 for bound in bounds])


@given(answers, lengths, st.integers(1, 12), st.sets(st.integers(0, _SIZE - 1), min_size=1))
def test_the_best_are_the_best_of_all(
    parts: list[tuple[str, dict[int, int], float]], told: list[int], wanted: int, among: set[int]
) -> None:
    found = [made(kind, counts, weight, told) for kind, counts, weight in parts]
    either = Either(found)
    scores = {number: score for number, score in either.scores().items() if number in among}
    rows = rows_of([found], [_SIZE], _unstopped).among([among])
    for score in {*scores.values()}:
        assert {number for number, other in scores.items() if other >= score} <= set(rows.reaching(score)[0])
    some = best(rows, wanted, len(scores), lambda place, numbers: either.scores_of(numbers))
    if some is not None:
        least = sorted(scores.values())[-min(wanted, len(scores))]
        assert some[0].items() >= {number: score for number, score in scores.items() if score >= least}.items()
        assert some[0].items() <= scores.items()


@given(answers, answers, lengths, st.floats(0.01, 4.0), st.floats(0.0, 30.0))
def test_rows_are_added_with_a_weight_and_a_lift(
    one: list[tuple[str, dict[int, int], float]],
    other: list[tuple[str, dict[int, int], float]],
    told: list[int],
    weight: float,
    lift: float,
) -> None:
    first, second = ([made(*each, told) for each in parts] for parts in (one, other))
    lifted = {3, 5, 40}
    rows = rows_of([first], [_SIZE], _unstopped).with_others(
        rows_of([second], [_SIZE], _unstopped), weight, lift, [lifted]
    )
    if rows is None:
        return
    added, more = Either(first).scores(), Either(second).scores()
    for number in added.keys() | more.keys():
        score = added.get(number, 0.0) + weight * more.get(number, 0.0) + (lift if number in lifted else 0.0)
        assert number in set(rows.reaching(score)[0])


def test_documents_without_others() -> None:
    documents = Documents(bytes([1, 1, 0, 1]))
    assert set(documents - Documents(bytes([0, 1, 1, 0]))) == set(documents - {1, 2}) == {0, 3}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[WhooshEngine, list[Article]]:
    """Articles of a few words, and an engine over them in two segments."""
    dice = random.Random(4)
    words = [first + second for first in ("tal", "tru", "fro", "bor") for second in ("ka", "mo", "ni", "sel")]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    articles = [
        article(f"{n:03}.txt", " ".join(dice.choices(words, weights, k=dice.randint(5, 60)))) for n in range(400)
    ]
    engine = WhooshEngine(tmp_path_factory.mktemp("many") / "index")
    return filled(filled(engine, articles[:250]), articles[250:]), articles


@pytest.mark.parametrize(
    "query",
    [
        "talka talmo talni trumo frosel borka",
        "+talka talmo talni trumo frosel borka",
        "talka AND talmo AND talni",
        "talka AND talmo AND talni AND talsel AND truka",
        "talka talmo -frosel",
        "talka talmo talni truka trumo trumo -frosel",
        "+talka +(talmo OR talni) trumo",
        '+"talka talmo" talka talni truka froka',
    ],
)
@pytest.mark.parametrize("limit", [3, 20])
def test_an_answer_is_the_same_as_if_all_had_a_score(
    query: str, limit: int, many: tuple[WhooshEngine, list[Article]], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, articles = many
    monkeypatch.setattr(pooling, "_MANY", 0)
    monkeypatch.setattr(bounding, "_SAMPLE", 64)
    monkeypatch.setattr("index.search.answering.retrieval.NEAR_CANDIDATES", 10)
    monkeypatch.setattr("index.search.answering.ordering.NEAR_CANDIDATES", 10)
    pooled = ask(engine, articles, query, limit=limit)
    monkeypatch.setattr(pooling.Pool, "best", lambda pool, wanted: None)
    told = ask(engine, articles, query, limit=limit)
    assert pooled.hits == told.hits
    assert pooled.total == told.total
    assert pooled.hits
