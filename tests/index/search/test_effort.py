"""What a search takes long for: told while it goes on, and where it is refused."""

from __future__ import annotations

import pytest
from search_articles import article, filled, nobody, reader

from index.errors import QueryError
from index.search.answering import budget
from index.search.effort import Effort
from index.search.query.parsing import parse
from index.search.query.syntax import leaves
from index.search.whoosh_engine import WhooshEngine


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('"of the"', '"of the" takes long: add a rarer word to it'),
        ('"of the"~5', '"of the"~5 takes long: add a rarer word to it'),
        ("*ion", "*ion takes long: give more letters"),
        ("minister~", "minister~2 takes long: allow one letter (~1)"),
        ("minister~1", "minister~1 takes long: leave out the ~"),
        ("title:government", "title:government takes long: leave it out"),
        (
            '"' + "very long words " * 9 + '"',
            '"very long words very long words very l… takes long: add a rarer word to it',
        ),
    ],
)
def test_the_part_that_asks_for_most_is_told_and_what_to_do(query: str, said: str) -> None:
    effort = Effort()
    (part,) = set(leaves(parse(query).clause))
    effort.spend(10, None)
    effort.spend(30, part)
    effort.spend(15, None)
    assert effort.why() == said


def test_where_no_part_asks_for_most_something_is_to_be_left_out() -> None:
    effort = Effort()
    for part in leaves(parse("talks truce ferry").clause):
        effort.spend(10, part)
    assert effort.why() == "it asks for much at once: leave something out"
    assert effort.too_much() == "The query asks for too much at once: leave something out"


def test_what_comes_before_and_after_is_told_too() -> None:
    effort = Effort()
    assert effort.why() == "the index is being read"
    effort.spend(1, None)
    assert effort.why() == "it asks for much at once: leave something out"
    effort.begins("the articles found are being read")
    assert effort.why() == "the articles found are being read"


def test_a_search_tells_while_it_goes_on(engine: WhooshEngine) -> None:
    articles = [article(f"{n}.txt", "The talks of the truce " * 50) for n in range(20)]
    filled(engine, articles)
    effort = Effort()
    told = [effort.why()]

    def looks() -> bool:
        told.append(effort.why())
        return False

    query = parse('ferry "the of talks"~5')
    result = engine.search(query, limit=5, read=reader(articles), names=nobody, cancelled=looks, effort=effort)
    assert result.total == 20
    assert told[0] == "the index is being read"
    assert '"the of talks"~5 takes long: add a rarer word to it' in told
    assert told[-1] == "the articles found are being read"


@pytest.mark.parametrize(
    ("query", "most"),
    [
        ('ferry "the of talks"~5', '"the of talks"~5: add a rarer word to it'),
        ("+the ferry", "the: leave it out"),
        ("tal*", "tal*: give more letters"),
    ],
)
def test_what_is_refused_says_which_part_asks_for_most(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch, query: str, most: str
) -> None:
    articles = [article(f"{n}.txt", "The talks of the truce " * 50) for n in range(20)]
    filled(engine, articles)
    monkeypatch.setattr(budget, "_MOST_WORK", 30)
    with pytest.raises(QueryError) as refused:
        engine.search(parse(query), limit=5, read=reader(articles), names=nobody)
    assert str(refused.value) == f"The query asks for too much at once, most of it with {most}"
