"""What narrows a search (a path, a time, a note) never lets in an article that the words alone do not find."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_articles import article, filled, found, nobody, reader

from index.documents.model import Span
from index.search.answering.matching import matches
from index.search.notes import noted
from index.search.query.parsing import parse
from index.search.query.times import overlaps, relative
from index.search.whoosh_engine import WhooshEngine


@dataclass(frozen=True)
class Written:
    document: str
    start: int
    end: int
    text: str


ARTICLES = [
    article("north/a.txt", "A ceasefire was near.", date="2025-04-21"),
    article("north/b.txt", "Talks about a ceasefire.", date="2024-01-01"),
    article("south/c.txt", "The ceasefire held after talks.", date="2025-05-02"),
    article("south/d.txt", "Rain.", date="2025-05-03"),
]
NOTES = [
    Written("north/a.txt", 2, 11, "check with the ministry"),
    Written("south/d.txt", 0, 4, "Checked: it did not rain"),
    Written("south/c.txt", 4, 13, "ask Mira"),
]
NARROWING = {
    "path:north": {"north/a.txt", "north/b.txt"},
    "date:2025-04..2025-05": {"north/a.txt", "south/c.txt", "south/d.txt"},
    "note:check": {"north/a.txt", "south/d.txt"},
    "note:*": {"north/a.txt", "south/c.txt", "south/d.txt"},
    'note:"the ministry"': {"north/a.txt"},
    "note:minist* note:check": {"north/a.txt"},
    "(path:north OR note:mira)": {"north/a.txt", "north/b.txt", "south/c.txt"},
    "-path:north": {"south/c.txt", "south/d.txt"},
    "-note:*": {"north/b.txt"},
}


def paths(engine: WhooshEngine, text: str) -> set[str]:
    query = parse(text, notes=lambda clause: noted(NOTES, clause))
    return set(found(engine.search(query, limit=9, read=reader(ARTICLES), names=nobody)))


@pytest.mark.parametrize(
    "words", ["ceasefire", "ceasefire talks", "talks OR rain", "+ceasefire talks", '"a ceasefire"']
)
@pytest.mark.parametrize("narrowing", NARROWING)
def test_a_narrowed_search_finds_less(engine: WhooshEngine, words: str, narrowing: str) -> None:
    filled(engine, ARTICLES)
    wanted = paths(engine, words) & NARROWING[narrowing]
    bracketed = f"({words})" if " OR " in words else words
    assert paths(engine, f"{bracketed} {narrowing}") == wanted
    assert paths(engine, f"{narrowing} {bracketed}") == wanted
    assert paths(engine, narrowing) == NARROWING[narrowing]
    query = parse(f"{bracketed} {narrowing}", notes=lambda clause: noted(NOTES, clause))
    for each in ARTICLES:
        assert bool(matches(query, each, nobody)) == (each.document.path in wanted)


def test_narrowing_does_not_change_the_order(engine: WhooshEngine) -> None:
    filled(engine, ARTICLES)

    def ranked(text: str) -> list[str]:
        return found(engine.search(parse(text), limit=9, read=reader(ARTICLES), names=nobody))

    assert ranked("ceasefire talks path:txt") == ranked("ceasefire talks")


def test_the_noted_passage_is_a_match(engine: WhooshEngine) -> None:
    filled(engine, ARTICLES)
    query = parse("note:ministry", notes=lambda clause: noted(NOTES, clause))
    (hit,) = engine.search(query, limit=9, read=reader(ARTICLES), names=nobody).hits
    assert hit.first == Span(2, 11)


def test_without_notes_nothing_is_noted(engine: WhooshEngine) -> None:
    filled(engine, ARTICLES)
    assert not found(engine.search(parse("note:*"), limit=9, read=reader(ARTICLES), names=nobody))


TODAY = date(2025, 4, 23)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("today", "2025-04-23", "2025-04-23"),
        ("Yesterday", "2025-04-22", "2025-04-22"),
        ("last week", "2025-04-14", "2025-04-20"),
        ("this-week", "2025-04-21", "2025-04-27"),
        ("next week", "2025-04-28", "2025-05-04"),
        ("last month", "2025-03-01", "2025-03-31"),
        ("past year", "2024-01-01", "2024-12-31"),
        ("last 7 days", "2025-04-16", "2025-04-23"),
        ("past-2-months", "2025-02-23", "2025-04-23"),
        ("next 3 days", "2025-04-23", "2025-04-26"),
    ],
)
def test_times_told_from_today(text: str, low: str, high: str) -> None:
    assert relative(text, TODAY) == (low, high)


def test_the_last_day_of_a_shorter_month() -> None:
    assert relative("last 1 month", date(2024, 3, 31)) == ("2024-02-29", "2024-03-31")


@given(
    st.dates(date(1000, 1, 1), date(9000, 1, 1)),
    st.sampled_from(["this", "last", "next"]),
    st.sampled_from(["week", "month", "year"]),
    st.one_of(st.none(), st.integers(1, 999)),
)
def test_any_time_is_a_range(today: date, which: str, unit: str, number: int | None) -> None:
    span = relative(f"{which} {'' if number is None else number} {unit}".replace("  ", " "), today)
    if span is None:
        return  # before the year 1
    low, high = span
    assert low <= high
    inside = which == "this" or number is not None
    assert overlaps(today.isoformat(), low, high) == inside


def test_a_query_may_say_last_week(engine: WhooshEngine) -> None:
    now = date.today().isoformat()
    articles = [article("new.txt", "A truce.", date=now), article("old.txt", "A truce.", date="1999-01-01")]
    filled(engine, articles)
    for query in ("date:today", 'date:"this week"', "date:last-7-days", "truce date:this-month"):
        result = engine.search(parse(query), limit=9, read=reader(articles), names=nobody)
        assert found(result) == ["new.txt"], query


def test_an_interval_is_found_by_any_of_its_days() -> None:
    assert overlaps("2020-07/2020-09", "2020-08-15", "2020-08-15")
    assert not overlaps("2020-07/2020-09", "2020-10-01", "")
    assert not overlaps("2020-07/2020-09", "", "2020-06-30")
