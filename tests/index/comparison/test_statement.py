"""The statement: each section with its heading, what it says and rests on, and what it says of nothing."""

from __future__ import annotations

import json

from index.comparison.compare import compare
from index.comparison.reports.report import markdown
from index.comparison.reports.statement import Statement, statement
from index.comparison.reports.verify import Drift, verify
from index.errors import FormatError
from tests.index.comparison.articles import make_sides

EMPTY = {
    "Conflicts": "No conflict was found.",
    "May differ": "Nothing else was found that may differ.",
    "Told only by A": "Every sentence of A has something that B tells.",
    "Told only by B": "Every sentence of B has something that A tells.",
    "Same thing, other words": "No variant was found.",
    "Quotations in both": "No quotation stands in both.",
    "Told by both, or in part": "No passage tells the same in both.",
    "Named": "Nobody is named.",
}


def stated(a: str, b: str) -> Statement:
    left, right = make_sides(a, b)
    return statement(compare(left, right), left, right)


def lines(found: Statement) -> dict[str, list[tuple[str, str, str]]]:
    """By heading: kind, what is said, and the passages with their letters; sections without lines left out."""
    return {
        section.heading: [
            (line.kind, line.says, " / ".join(f"{letter}: {cited.text}" for letter, cited in line.evidence))
            for line in section.lines
        ]
        for section in found.sections
        if section.lines
    }


def test_two_articles_that_have_nothing_in_common() -> None:
    found = stated("Storm\n\nIt rained.\n", "Fire\n\nGulls cried.\n")
    assert found.heading == "Comparison of two articles"
    assert [(section.heading, section.empty) for section in found.sections] == list(EMPTY.items())
    assert [(one.letter, one.title, one.facts[0]) for one in found.articles] == [
        ("A", "Storm", "0.txt"),
        ("B", "Fire", "1.txt"),
    ]
    assert all(one.facts[1].startswith("file sha256 ") for one in found.articles)
    assert found.summary[0] == (
        "No conflicts, nothing else that may differ. "
        "B tells 0% of the sentences of A for the most part; A tells 0% of those of B."
    )
    assert lines(found) == {
        "Told only by A": [("only", "", "A: It rained.")],
        "Told only by B": [("only", "", "B: Gulls cried.")],
    }


def test_a_conflict_with_its_words_and_sentences_and_who_is_named() -> None:
    told = "The storm sank {} boats in Kolmen on Monday, Vera Lund said."
    found = stated(f"Storm\n\n{told.format(40)} Gulls cried.\n", f"Storm\n\n{told.format(52)} It rained.\n")
    assert found.summary[0] == (
        "1 conflict, nothing else that may differ. "
        "B tells 50% of the sentences of A for the most part; A tells 50% of those of B."
    )
    assert lines(found) == {
        "Conflicts": [
            (
                "number, conflict",
                "They give different figures for “boats”.",
                f"A: 40 / B: 52 / A: {told.format(40)} / B: {told.format(52)}",
            )
        ],
        "Told only by A": [("only", "", "A: Gulls cried.")],
        "Told only by B": [("only", "", "B: It rained.")],
        "Named": [("both", "Kolmen", "A: Kolmen / B: Kolmen"), ("both", "Vera Lund", "A: Vera Lund / B: Vera Lund")],
    }


def test_what_is_likely_and_who_is_quoted() -> None:
    found = stated(
        "Fire\n\nA fire broke out in Kolmen near Oster. The fire was caused by a faulty wire. “We will keep the pier "
        "open,” Anna Hallam said.\n",
        "Fire\n\nNear Oster, a fire broke out in Kolmen. Lightning sparked the blaze. “We will keep the pier open,” "
        "Anna Hallam said.\n",
    )
    [likely] = lines(found)["May differ"]
    assert likely[0] == "attribution, differs"
    assert likely[2].startswith("A: a faulty wire / B: Lightning / ")
    [(kind, said, quoted)] = lines(found)["Quotations in both"]
    assert (kind, said) == ("identical", "Said by Anna Hallam.")
    assert quoted.startswith("A: ")
    assert "We will keep the pier open" in quoted
    assert all(kind.split(",")[0] in ("same", "partial") for kind, *_ in lines(found)["Told by both, or in part"])


def test_what_is_wrong_with_a_report_is_told_with_its_line() -> None:
    documents = [side.document for side in make_sides("Storm\n\nIt rained.\n", "Fire\n\nGulls cried.\n")]

    def read(path: str):
        return next(document for document in documents if document.path == path)

    assert verify("Nothing.\n", read).drifts == (Drift(1, "", 0, 0, "the report cites nothing that can be checked"),)
    damaged = verify("One.\n<!--cite {-->\n", read)
    assert (damaged.checked, damaged.drifts) == (1, (Drift(2, "", 0, 0, "the citation is damaged"),))
    assert verify('{"a": ', read).drifts == (Drift(1, "", 0, 0, "the JSON is damaged"),)
    assert verify('{"a": "0.txt", "b": "1.txt", "hashes": {"a": {"7-~/": "x"}}, "only_b": [[6]]}', read).drifts == (
        Drift(1, "0.txt", 0, 0, "the citation is damaged", "/hashes/a/7-~0~1"),
        Drift(1, "1.txt", 0, 0, "the citation is damaged", "/only_b/0"),
    )
    assert verify('{"a": "0.txt", "only_a": [[7, 99]], "only_a_text": ["It rained."]}', read).drifts == (
        Drift(1, "0.txt", 7, 99, "the offsets lie outside the article", "/only_a/0"),
    )
    assert verify("One – two, sha256 ab.\n", read).drifts == (Drift(1, "", 0, 0, "the citation is damaged"),)
    left, right = make_sides("Storm\n\nIt rained.\n", "Fire\n\nGulls cried.\n")
    whole = verify(markdown(compare(left, right), left, right), read)
    assert (whole.checked, whole.drifts) == (2, ())


def test_json_is_checked_over_all_its_lines_and_markdown_line_by_line() -> None:
    (side,) = make_sides("Storm\n\nIt rained.\n")
    start = side.document.text.index("It rained.")
    found = {"a": "0.txt", "only_a": [[start, start + 10]], "only_a_text": ["It rained."]}
    for report in (json.dumps(found), json.dumps(found, indent=1), f"\n{json.dumps(found, indent=1)}\n"):
        checked = verify(report, lambda _: side.document)
        assert (checked.checked, checked.drifts) == (1, ())
    damaged = json.dumps(found, indent=1).removesuffix("}")
    assert verify(damaged, lambda _: side.document).drifts == (Drift(1, "", 0, 0, "the JSON is damaged"),)
    left, right = make_sides("Storm\n\nIt rained.\n", "Fire\n\nGulls cried.\n")
    lines = markdown(compare(left, right), left, right)
    assert verify("{1}\n" + lines, {s.document.path: s.document for s in (left, right)}.__getitem__).checked == 3


def test_a_hash_in_a_matrix_that_is_not_that_of_its_words_is_told() -> None:
    (side,) = make_sides("Storm\n\nIt rained.\n")
    start = side.document.text.index("It rained.")
    label = {"article": 0, "span": [start, start + 10], "text": "It rained.", "hash": "0"}
    found = {"articles": [{"path": "0.txt"}], "rows": [{"label": label, "cells": [{"passages": [7]}]}]}
    assert verify(json.dumps(found), lambda _: side.document).drifts == (
        Drift(1, "0.txt", start, start + 10, "the hash is not that of the words", "/rows/0/label"),
        Drift(1, "0.txt", 0, 0, "the citation is damaged", "/rows/0/cells/0/passages/0"),
    )


def test_an_article_that_cannot_be_read_is_told() -> None:
    def read(path: str):
        raise FormatError(path)

    found = verify('{"a": "0.txt", "only_a": [[0, 2]], "only_a_text": ["It"]}', read)
    assert [drift.reason for drift in found.drifts] == ["the article cannot be read"]
