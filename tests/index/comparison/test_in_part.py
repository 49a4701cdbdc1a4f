"""What one article has alone is told once, at its level: sentences without a partner, words of those told in part."""

from __future__ import annotations

from index.comparison.in_part import InPart, without_partner
from index.comparison.reports.report import markdown

A = (
    "The ferry carried 30 passengers from the pier on Monday, and its captain was praised by the mayor in front of "
    "the assembled press. "
    "Bakers in the old town threw flour at a passing circus elephant."
)
B = (
    "The ferry carried 30 passengers from the pier on Monday, before a generator exploded in the hospital, "
    "where surgeons operated by candlelight until dawn."
)


def test_words_of_a_sentence_told_in_part_are_told_on_their_side(compared) -> None:
    seen = compared(A, B)
    (pair,) = seen.result.alignments
    assert pair.kind == "partial"
    in_part = InPart(seen.result, seen.a.document.text, seen.b.document.text)
    assert [seen.in_a(s) for s in in_part.own(pair.a, "a")] == [
        "captain was praised by the mayor in front of the assembled press"
    ]
    own = [seen.in_b(s) for s in in_part.own(pair.b, "b")]
    assert own == ["generator exploded in the hospital, where surgeons operated by candlelight until dawn"]
    assert in_part.said(pair).startswith(
        "Only A has “captain was praised by the mayor in front of the assembled press”; only B has “generator exploded"
    )


def test_neither_a_dateline_nor_the_hour_of_an_entry_is_what_one_side_has(compared) -> None:
    rest = "The mayor of the old town thanked the captain of the ferry for her courage"
    seen = compared(f"OSLO, Norway, Feb 9 (Nordwire) - {rest} on Monday.", f"14:10 {rest} in front of the press.")
    (pair,) = seen.result.alignments
    in_part = InPart(seen.result, seen.a.document.text, seen.b.document.text)
    assert [seen.in_a(s) for s in in_part.own(pair.a, "a")] == ["Monday"]
    assert [seen.in_b(s) for s in in_part.own(pair.b, "b")] == ["front of the press"]


def test_a_quotation_and_what_is_said_of_it_are_told_apart(compared) -> None:
    rest = "the mayor of the old town thanked the captain of the ferry for her courage"
    seen = compared(
        f"“Heroes everywhere,” Anna Hallam whispered, as {rest}.",
        f"In front of the press {rest}.",
    )
    (pair,) = seen.result.alignments
    in_part = InPart(seen.result, seen.a.document.text, seen.b.document.text)
    assert [seen.in_a(s) for s in in_part.own(pair.a, "a")] == ["Heroes everywhere", "Anna Hallam whispered"]


def test_no_sentence_is_both_told_in_part_and_told_by_one_alone(compared) -> None:
    seen = compared(A, B)
    only_a, only_b = without_partner(seen.result)
    assert [seen.in_a(s)[:6] for s in only_a] == ["Bakers"]
    assert only_b == ()
    report = markdown(seen.result, seen.a, seen.b)
    assert "## Told only by A (1)" in report
    assert "## Told only by B (0)" in report
    assert "Only A has “captain was praised by the mayor" in report


def test_every_sentence_of_one_side_alone_is_told_on_one_level(compared) -> None:
    seen = compared(A, B)
    told = {s for pair in seen.result.alignments for s in (pair.a,)} | set(without_partner(seen.result)[0])
    assert set(seen.result.only_a) <= told
