"""Dates told from the day of writing stand where the article's date puts them; the rest have no place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.across.relative_dates import from_day_of_writing, looks_ahead
from index.across.timeline import dated_statements
from index.documents.load import load_bytes
from index.documents.model import Block, Document, Span
from index.entities.model import Annotations, Mention
from index.entities.recognise import recognise
from index.entities.resolving.resolve import Resolver
from tests.bounds import bounded

WEDNESDAY = date(2024, 10, 30)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rain fell on [Tuesday].", "2024-10-29"),
        ("Rain fell on [Wednesday evening].", "2024-10-30"),
        ("Rain has fallen since last [Friday].", "2024-10-25"),
        ("It rained last [Wednesday].", "2024-10-23"),
        ("The council will vote on [Friday].", "2024-11-01"),
        ("The council will vote next [Wednesday].", "2024-11-06"),
        ("The vote is due on [Wednesday].", "2024-11-06"),
        ("On [Friday], the council will vote.", "2024-11-01"),
        ("On [Tuesday], Ms. Moor said that she would vote.", "2024-10-29"),
        ("She will resign, the mayor said on [Monday].", "2024-10-28"),
        ("[Yesterday] it rained.", "2024-10-29"),
        ("It rained [last night].", "2024-10-29"),
        ("It rained [this morning] and [Tuesday].", "2024-10-30"),
        ("It rains [tomorrow evening].", "2024-10-31"),
        ("It rained [last October].", "2023-10"),
        ("It rained [last May].", "2024-05"),
        ("It ends [next March].", "2025-03"),
        ("It ends [next December].", "2024-12"),
        ("It began [last year].", "2023"),
        ("It ends [next month].", "2024-11"),
        ("It began [last month].", "2024-09"),
        ("She sings every [Sunday].", ""),
        ("It rained [last week].", ""),
        ("It rained [all summer].", ""),
    ],
)
def test_a_time_is_told_from_the_day_of_writing(sentence: str, expected: str) -> None:
    before, rest = sentence.split("[", 1)
    told, after = rest.split("]", 1)
    assert from_day_of_writing(told, before, after, WEDNESDAY) == expected


@pytest.mark.parametrize(
    ("told", "own"),
    [("yesterday", date.min), ("tomorrow", date.max), ("last year", date.min), ("next month", date(9999, 12, 1))],
)
def test_what_is_in_no_calendar_has_no_place(told: str, own: date) -> None:
    assert from_day_of_writing(told, "", "", own) == ""


@given(
    st.sampled_from(["Monday", "last May", "today", "next year", "this month", "Sunday night"]),
    st.text(max_size=40),
    st.text(max_size=40),
    st.dates(),
)
def test_any_words_around_leave_a_date_or_none(told: str, before: str, after: str, own: date) -> None:
    found = from_day_of_writing(told, before, after, own)
    assert not found or date.fromisoformat((found + "-01-01")[:10] if len(found) < 8 else found)
    assert looks_ahead(before, after) in (True, False)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("---\ndate: 2024-10-30\n---\n", [("2024-10-29", True), ("2024-11-01", True)]),
        ("---\ndate: 2024-10\n---\n", []),
        ("", []),
    ],
)
def test_days_of_the_week_stand_in_the_timeline_of_a_dated_article(head, expected) -> None:
    text = f"{head}# Rain\n\nRain fell on Tuesday in Skara.\n\nThe council of Skara will vote on Friday.\n"
    document = load_bytes(text.encode(), "a.md")
    resolver = Resolver()
    resolver.add("a.md", recognise(document))
    found, undated = dated_statements(document, resolver.annotations("a.md"))
    assert [(one.date, one.assumed) for one in found] == expected
    assert undated == 2 - len(expected)


def test_a_sentence_of_many_dates_costs_no_more_for_each() -> None:
    said = "rain in 2021 "
    text = said * 15_000
    mentions = tuple(Mention(at + 8, at + 12, "2021", "DATE", "2021", "2021") for at in range(0, len(text), len(said)))
    document = Document("a.txt", "Rain", text, (Block("paragraph", 0, len(text)),))
    with bounded():
        found, undated = dated_statements(document, Annotations("a.txt", mentions, (), ()), spans=[Span(0, len(text))])
    assert ([one.date for one in found], undated) == (["2021"], 0)
