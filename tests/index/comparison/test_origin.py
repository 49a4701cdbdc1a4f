"""Lines that say who made a report, where and when: whoever they alone name is not told of by that article alone."""

from __future__ import annotations

import pytest

from index.comparison.aligning.origin import says_origin
from index.comparison.compare import compare
from index.comparison.reports.statement import named
from tests.index.comparison.articles import make_sides


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("PORT KELSA, March 14 (Northline)", True),
        ("Geneva, 2 November", True),
        ("LISBON, Aug 16 (Reporters' Union) -", True),
        ("Kelsa (Pacific Press Service) - Monday", True),
        ("By Ada Lund, The Kelsa Courier", True),
        ("By Ines Roth, who followed the trial for this paper", True),
        ("Commentary and analysis by Ada Lund, Kelsa Quarterly", True),
        ("From our own correspondent, The Kelsa Herald", True),
        ("Talks in Geneva to resume on 6 May", False),
        ("By Saturday the town was empty", False),
        ("The Kelsa bridge opens", False),
        ("Geneva, 2 November.", False),
    ],
)
def test_lines_above_a_report(line, origin) -> None:
    assert says_origin(line) is origin


FIRE = "{}\n\n{}\n\n{}The fire in the harbour of Kelsa began at noon, Grace Okafor said. It burnt for a day.\n"


@pytest.mark.parametrize(
    ("line", "before", "told", "alone"),
    [
        ("By Ada Lund, The Kelsa Courier", "", "", []),
        ("", "LISBON, March 3 (Reuters) - ", "", []),
        ("By Ada Lund, The Kelsa Courier", "", "Ada Lund saw the fire from the pier.", ["Ada Lund"]),
        ("", "", "A helper came from Armenia.", ["Armenia"]),
    ],
)
def test_who_made_a_report_is_not_named_in_it_alone(line, before, told, alone) -> None:
    a, b = make_sides(
        FIRE.format("Fire in the harbour", line, before) + told, FIRE.format("A harbour burns", "", "") + "It rained."
    )
    assert [found.says for found in named(compare(a, b), a, b) if found.kind == "only A"] == alone
    assert [found.says for found in named(compare(b, a), b, a) if found.kind == "only B"] == alone


@pytest.mark.parametrize(
    ("ours", "theirs", "alone"),
    [
        ("Help came from Armenia.", "Help came from the Armenians.", []),
        ("The plane was on flight SK414.", "The plane was on flight SK 414.", []),
        ("Mr. Tavian left at noon.", "Mr. Tavia left at noon.", ["Tavian"]),
    ],
)
def test_one_name_in_two_forms_is_not_one_sides_alone(ours, theirs, alone) -> None:
    a, b = make_sides(*(FIRE.format("Fire in the harbour", "", "") + told for told in (ours, theirs)))
    assert [found.says for found in named(compare(a, b), a, b) if found.kind == "only A"] == alone
