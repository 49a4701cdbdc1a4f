"""What ranks first, and that a page of results is the beginning of all of them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_articles import article, ask, filled, found

from index.search.answering.ordering import candidates_of, within_reach
from index.search.whoosh_engine import WhooshEngine

CALM = "Nothing happened on the river that day and nobody asked why. "


def test_all_the_words_before_some_of_them(engine: WhooshEngine) -> None:
    articles = [
        article("some.txt", "truce " * 30),
        article("all.txt", CALM * 20 + "truce " + CALM * 20 + "envoy " + CALM * 20),
        article("other.txt", CALM),
    ]
    assert found(ask(filled(engine, articles), articles, "truce envoy")) == ["all.txt", "some.txt"]


def test_of_a_description_all_the_words_are_not_everything(engine: WhooshEngine) -> None:
    told = "truce envoy ferry harbour"
    articles = [
        article("by-chance.txt", " ".join(CALM * 40 + word + " " for word in f"{told} winter".split())),
        article("about.txt", f"{told}. " * 20),
        *[article(f"{n}.txt", CALM * 20 + "winter") for n in range(9)],
    ]
    filled(engine, articles)
    assert found(ask(engine, articles, f"{told} winter"))[0] == "about.txt"
    assert found(ask(engine, articles, "envoy ferry harbour winter"))[0] == "by-chance.txt"


def test_the_best_by_its_words_is_not_overtaken_by_those_that_are_alike(engine: WhooshEngine) -> None:
    asked = "truce envoy ferry harbour winter"
    likeness = "grain silo barley mill " * 10
    articles = [
        article("wanted.txt", f"{asked}. {asked}. Something of its own, " + "with nothing that the others tell. " * 3),
        *[article(f"alike{n}.txt", f"{asked}. {likeness}") for n in range(5)],
        *[article(f"calm{n}.txt", CALM * 3) for n in range(9)],
    ]
    filled(engine, articles)
    assert found(ask(engine, articles, asked))[0] == "wanted.txt"


def test_near_each_other_before_far_apart(engine: WhooshEngine) -> None:
    articles = [
        article("a-far.txt", "truce " + CALM * 6 + "envoy " + CALM),
        article("b-near.txt", CALM * 3 + "truce envoy " + CALM * 4),
    ]
    assert found(ask(filled(engine, articles), articles, "truce envoy"))[0] == "b-near.txt"


def test_very_common_words_beside_others_are_not_looked_for(engine: WhooshEngine) -> None:
    articles = [article("it.txt", "Hail fell on it twice"), article("report.txt", "A report"), article("c.txt", "Fog")]
    filled(engine, articles)
    assert found(ask(engine, articles, "it report")) == ["report.txt"]
    assert found(ask(engine, articles, "it")) == ["it.txt"]
    for query in ("IT report", '"on it" report', "it OR report"):
        assert sorted(found(ask(engine, articles, query))) == ["it.txt", "report.txt"], query
    assert found(ask(engine, articles, "+it report")) == ["it.txt"]


def test_in_the_title_before_in_the_text(engine: WhooshEngine) -> None:
    articles = [
        article("a.txt", CALM * 2 + "A truce came. " + CALM, title="River news"),
        article("b.txt", CALM * 3 + "An hour passed.", title="Truce news"),
    ]
    assert found(ask(filled(engine, articles), articles, "truce"))[0] == "b.txt"


def test_any_of_the_words_is_enough_unless_required(engine: WhooshEngine) -> None:
    articles = [article("a.txt", "A truce."), article("b.txt", "An envoy."), article("c.txt", "An envoy and a truce.")]
    filled(engine, articles)
    assert set(found(ask(engine, articles, "truce envoy"))) == {"a.txt", "b.txt", "c.txt"}
    assert set(found(ask(engine, articles, "+truce envoy"))) == {"a.txt", "c.txt"}
    assert found(ask(engine, articles, "truce AND envoy")) == ["c.txt"]
    assert found(ask(engine, articles, "truce -envoy")) == ["a.txt"]
    assert found(ask(engine, articles, "the")) == []


def test_scores_fall_and_equal_ones_go_by_path(engine: WhooshEngine) -> None:
    articles = [article(f"{number}.txt", "A truce.") for number in (3, 1, 2)] + [article("0.txt", "truce truce truce")]
    result = ask(filled(engine, articles), articles, "truce")
    assert found(result) == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert [hit.score for hit in result.hits] == sorted((hit.score for hit in result.hits), reverse=True)


@pytest.mark.parametrize("query", ["truce", "truce envoy", "truce envoy river word5 asked", "tru*"])
def test_a_smaller_limit_gives_the_beginning_of_the_same_list(engine: WhooshEngine, query: str) -> None:
    articles = [article(f"{n}.txt", f"truce {'envoy ' * (n % 7)} word{n} {CALM * (n % 5)}") for n in range(50)]
    filled(engine, articles)
    whole = ask(engine, articles, query)
    for limit in (0, 1, 5, 20):
        part = ask(engine, articles, query, limit=limit)
        assert found(part) == found(whole)[:limit]
        assert part.total == whole.total


def test_of_a_page_of_results_the_order_is_that_of_all(engine: WhooshEngine) -> None:
    dice = random.Random(7)
    words = ["truce", "talks", "signed", "border", "prisoners"]
    many = [
        article(f"{number:03}.txt", " ".join(dice.choices(words, weights=[8, 4, 2, 1, 1], k=dice.randint(5, 60))))
        for number in range(150)
    ]
    filled(engine, many)
    for query in ("truce talks", "border prisoners", "signed AND border talks", '"truce talks" border'):
        whole = ask(engine, many, query, limit=200).hits
        for limit in (1, 5, 20, 50):
            some = ask(engine, many, query, limit=limit).hits
            assert [(hit.document, hit.score) for hit in some] == [(hit.document, hit.score) for hit in whole[:limit]]


segments = st.lists(st.dictionaries(st.integers(0, 30), st.integers(1, 9).map(float)), min_size=1, max_size=3)


@given(segments, st.integers(1, 9), st.sampled_from([0.0, 0.5, 2.0, 5.0]), st.booleans())
def test_who_may_move_up_is_the_same_whether_or_not_all_are_put_in_order(
    found: list[dict[int, float]], shown: int, reach: float, whole: bool
) -> None:
    complete = [{number for number in scores if whole and number % 2} for scores in found]
    told = within_reach(found, complete, reach, shown)
    if told is not None:
        assert told == candidates_of(found, complete, reach, shown)
