"""What a query may ask for is bounded by what it would look at, whatever the query: counted, not timed."""

from __future__ import annotations

import contextlib
import random
import re
import string
from itertools import pairwise
from pathlib import Path

import pytest
from search_articles import article, ask, filled, found

from index.errors import QueryError
from index.search.answering import budget, correction, expansion, reach
from index.search.model import Article
from index.search.stored.segments import Segment, TermList
from index.search.whoosh_engine import WhooshEngine

_COMMON = [f"{a}{b}" for a in ("talk", "truce", "front", "town", "border") for b in ("ab", "ek", "ion", "um")]
_RARE = [f"lone{letter}{other}" for letter in "bdfgk" for other in "aeiou"]
_MOST = 4_000


def _corpus() -> list[Article]:
    """Every article has each of the twenty common words, and one of the rare ones."""
    common = " ".join(_COMMON)
    return [article(f"{n:03}.txt", f"{common} {_RARE[n % len(_RARE)]} {common}") for n in range(200)]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """See `_corpus`."""
    return _corpus()


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory, articles: list[Article]) -> WhooshEngine:
    """An engine over them, in two segments."""
    engine = WhooshEngine(tmp_path_factory.mktemp("wide") / "index")
    return filled(filled(engine, articles[:120]), articles[120:])


@pytest.fixture(autouse=True)
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the articles were a hundred thousand."""
    # By the one that the tests use: each of two would put back what the other had put there.
    monkeypatch.setattr(budget, "_MOST_WORK", _MOST)
    monkeypatch.setattr(reach, "_MOST_SCORED", 1_000)
    monkeypatch.setattr(reach, "_OF_WORD", 1)


def _unknown(number: int) -> list[str]:
    dice = random.Random(5)
    return ["".join(dice.choices(string.ascii_lowercase, k=8)) for _ in range(number)]


HOSTILE = [
    " ".join(_COMMON),
    " ".join(_COMMON * 5),
    " ".join(_COMMON + _unknown(900)),
    " OR ".join(_COMMON),
    " AND ".join(_COMMON),
    "+" + " +".join(_COMMON),
    " ".join(f'"{a} {b}"' for a, b in pairwise(_COMMON)),
    '"' + " ".join(_COMMON[:10]) + '"~100',
    '"' + " ".join(_COMMON[:5]) + '"~>10',
    " ".join(f"{word[:3]}*" for word in _COMMON),
    " ".join(f"*{word[-3:]}*" for word in _COMMON[:10]),
    " ".join(f"{word}~2" for word in _COMMON[:10]),
    "title:(" + " ".join(_COMMON) + ")",
    " OR ".join(f"(NOT {word})" for word in _COMMON),
    " ".join(f"path:{number}" for number in range(900)),
    " ".join(_unknown(1_000)),
    " AND ".join(_unknown(300)),
    "title:" * 300,
    "".join(_COMMON) * 40,
]


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: query[:24])
def test_lists_are_read_no_further_than_a_query_may_ask_for(
    query: str, wide: WhooshEngine, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = 0
    list_of = Segment.list_of

    def counted(segment: Segment, field: str, term: str) -> TermList | None:
        nonlocal read
        known = (field, term) in segment._lists
        listed = list_of(segment, field, term)
        read += 0 if known or listed is None else len(listed.documents)
        return listed

    monkeypatch.setattr(Segment, "list_of", counted)
    wide.close()  # nothing is known from the query before
    with contextlib.suppress(QueryError):
        ask(wide, articles, query, limit=20)
    # One clause is read before it is known how many have it.
    assert read <= _MOST + len(articles)


def test_a_long_description_is_searched_for_without_its_commonest_words(
    wide: WhooshEngine, articles: list[Article]
) -> None:
    rare = _RARE[:8]
    result = ask(wide, articles, " ".join(_COMMON + rare))
    assert result.left_out == len(_COMMON) - 4
    # Nothing is lost, since the common words are everywhere; what is there is in the order of the words that are left.
    kept = ask(wide, articles, " ".join(_COMMON[:4] + rare))
    assert kept.left_out == 0
    assert [(hit.document, hit.score) for hit in result.hits] == [(hit.document, hit.score) for hit in kept.hits]
    assert result.total == kept.total == 200


def test_the_count_of_a_long_description_is_the_least(wide: WhooshEngine, articles: list[Article]) -> None:
    result = ask(wide, articles, " ".join(_COMMON[:6] + _RARE[:5] + _unknown(600)), limit=20)
    assert 0 < result.total <= 200
    assert result.left_out >= 600 - 500
    assert set(found(result)) <= {each.document.path for each in articles}


def test_a_query_that_asks_for_little_is_left_as_it_is(wide: WhooshEngine, articles: list[Article]) -> None:
    for query in (" ".join(_RARE), " ".join(_COMMON[:4]), "+" + " ".join(_COMMON[:6]), "truceab"):
        assert ask(wide, articles, query).left_out == 0


def test_slips_are_looked_up_once_each_and_only_so_many(
    wide: WhooshEngine, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    nearest = correction._nearest

    def counted(form: str, *rest: object) -> str | None:
        asked.append(form)
        return nearest(form, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(correction, "_nearest", counted)
    ask(wide, articles, "zzzzqqqq " * 20)
    assert asked == ["zzzzqqqq"]
    asked.clear()
    ask(wide, articles, " ".join(_unknown(450)))
    assert 0 < len(asked) <= _MOST / (len(_COMMON) + len(_RARE))


def test_a_wildcard_is_compared_with_few_words(
    wide: WhooshEngine, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    class Counting:
        def __init__(self, pattern: re.Pattern[str]) -> None:
            self._pattern = pattern

        def fullmatch(self, form: str) -> object:
            tried.append(form)
            return self._pattern.fullmatch(form)

    made = expansion._expression
    monkeypatch.setattr(expansion, "_expression", lambda slot: Counting(made(slot)))
    assert ask(wide, articles, "*eba").total == 8
    assert set(tried) == {"loneba"}
    tried.clear()
    monkeypatch.setattr(budget, "_MOST_WORK", 30)
    with pytest.raises(QueryError, match="too much"):
        ask(wide, articles, "*one*a")
    assert not tried


@pytest.mark.parametrize("joiner", [" AND ", " OR ", " +"])
def test_what_is_too_much_by_the_number_of_articles_is_refused_before_a_list_is_read(
    joiner: str, articles: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = filled(WhooshEngine(tmp_path / "index"), articles)

    def read(segment: Segment, field: str, term: str) -> TermList | None:
        raise AssertionError("a list was read")

    monkeypatch.setattr(Segment, "list_of", read)
    with pytest.raises(QueryError, match="too much"):
        ask(engine, articles, "+" * (joiner == " +") + joiner.join(_COMMON))
