"""Whether two reports are of one day, period and thing, and what of their figures and times holds where not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.comparison.aligning.alignment import align
from index.comparison.aligning.passages import Told, told
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.occasions import Occasion, copied, in_one_mould, occasion, of_one_time
from index.comparison.model import ConflictKind
from index.documents.model import Span
from tests.index.comparison.articles import make_sides


def pair(a: str, b: str, title_a: str = "Bonds sold", title_b: str = "Bonds sold") -> tuple[Told, Told]:
    left, right = make_sides(f"{title_a}\n\n{a}\n", f"{title_b}\n\n{b}\n")
    return told(left), told(right)


def finding(a: Told, b: Told, kind: ConflictKind, in_a: str, in_b: str) -> Finding:
    """A finding about words of two articles, which stand in them once."""
    spans = []
    for article, words in ((a, in_a), (b, in_b)):
        start = article.side.document.text.index(words)
        spans.append(Span(start, start + len(words)))
    return Finding(kind, "conflict", *spans, *spans, "", 0.5)


@pytest.mark.parametrize(
    ("line_a", "line_b", "days"),
    [
        ("OSLO, March 6 - ", "OSLO, March 6 - ", 0),
        ("OSLO, March 6 - ", "OSLO, March 9 - ", 3),
        ("OSLO, Feb 28 - ", "OSLO, March 1 - ", 2),
        ("OSLO, Dec 31 - ", "OSLO, Jan 1 - ", 1),
        ("OSLO, Jan 2 - ", "OSLO, Dec 30 - ", 3),
        ("OSLO, March 6, 2011 - ", "OSLO, March 6 - ", 0),
        ("OSLO, Dec 31, 2011 - ", "OSLO, Jan 1 - ", 1),
        ("OSLO, Dec 31, 2010 - ", "OSLO, Jan 1, 2011 - ", 1),
        ("OSLO, Dec 31, 2011 - ", "OSLO, Jan 1, 2011 - ", 364),
        ("OSLO, March 6, 2010 - ", "OSLO, March 6, 2011 - ", 365),
        ("OSLO, March 6 - ", "", None),
        ("", "OSLO, March 6 - ", None),
        ("OSLO, March 6 - ", "It was late. OSLO, March 9 - ", 3),
        ("OSLO, March 6 - ", "It was late. It rained. OSLO, March 9 - ", None),
    ],
)
def test_the_days_between_two_reports(line_a: str, line_b: str, days: int | None) -> None:
    a, b = pair(f"{line_a}The board met again.", f"{line_b}The guild left early.")
    assert occasion(a, b, []).days == days
    assert occasion(b, a, []).days == days


def test_the_day_of_the_file_comes_before_the_dateline() -> None:
    a, b = pair("OSLO, March 6 - The board met again.", "OSLO, March 6 - The guild left early.")

    def days(one: str, other: str) -> int | None:
        sides = (t.side._replace(document=replace(t.side.document, date=d)) for t, d in ((a, one), (b, other)))
        return occasion(*map(told, sides), []).days

    assert days("2011-03-06", "2011-03-08T08:00") == 2
    assert days("2010-03-06", "2011-03-06") == 365
    assert days("2011-04-06", "yesterday") == 31
    assert days("yesterday", "") == 0


@pytest.mark.parametrize(
    ("days", "other_period", "kind", "later", "apart"),
    [
        (None, False, "number", False, False),
        (0, False, "number", False, False),
        (1, False, "number", False, False),
        (2, False, "number", True, False),
        (3, False, "number", True, False),
        (4, False, "number", True, True),
        (None, True, "number", False, True),
        (None, True, "date", False, False),
    ],
)
def test_reports_of_other_days_and_periods(
    days: int | None, other_period: bool, kind: ConflictKind, later: bool, apart: bool
) -> None:
    a, b = pair("It sold 30 boats.", "It sold 40 boats.")
    seen = Occasion(days, other_period, other_subject=False)
    assert seen.later is later
    assert seen.apart([finding(a, b, "place", "boats", "boats"), finding(a, b, kind, "30", "40")]) is apart
    assert seen.apart([]) is (days == 4)


DEALERS = "The dealers of the hall in Grimstad sold all of them again to the northern guild."


@pytest.mark.parametrize(
    ("title_a", "title_b", "a", "b", "other"),
    [
        ("Bonds in January", "Bonds in May", "It was sold.", "It was sold.", True),
        ("Bonds in January", "Bonds in January", "It was sold.", "It was sold.", False),
        ("Bonds in January", "Bonds", "It was sold.", "It was sold.", False),
        ("Bonds", "Bonds in May", "It was sold.", "It was sold.", False),
        ("Bonds", "Bonds", "They sold in May.", "They sold in June.", True),
        ("Bonds", "Bonds", "It was sold. It was sold again in May.", "It was sold. It was sold again in June.", True),
        (
            "Bonds",
            "Bonds",
            "It was sold. It fell. It was sold again in May.",
            "It was sold. It fell. It was sold again in June.",
            False,
        ),
        ("Bonds", "Bonds", "They sold in May and June.", "They sold in June.", False),
        ("Bonds", "Bonds", "They sold in the first quarter.", "They sold in the third quarter.", True),
        ("Bonds firm at midday", "Bonds firm at the close", DEALERS, DEALERS, True),
        ("Bonds firm at noon", "Bonds firm at midday", DEALERS, DEALERS, False),
        ("Bonds firm", "Bonds firm at the close", DEALERS, DEALERS, False),
        ("Bonds", "Bonds", "They sold in the morning.", "They sold in the afternoon.", False),
    ],
)
def test_reports_of_two_months_quarters_or_hours(title_a: str, title_b: str, a: str, b: str, other: bool) -> None:
    one, two = pair(a, b, f"{title_a} of the old harbour guild", f"{title_b} of the old harbour guild")
    assert occasion(one, two, []).other_period is other


@pytest.mark.parametrize(
    ("title_a", "title_b", "other"),
    [("Bonds in January", "Bonds in May", False), ("Bonds at midday", "Bonds at the close", True)],
)
def test_a_copy_is_of_the_time_of_its_original_but_for_the_hour_in_its_title(
    title_a: str, title_b: str, other: bool
) -> None:
    text = "OSLO, March {} - The board met again. The guild left early in the rain."
    a, b = pair(text.format(6), text.format(9), f"{title_a} of the harbour guild", f"{title_b} of the harbour guild")
    assert occasion(a, b, align(a, b)) == Occasion(None, other, other_subject=False)


@pytest.mark.parametrize(
    ("a", "b", "other"),
    [
        ("Anna Hallam met the guild.", "Paul Hein met the guild.", True),
        ("Anna Hallam met the guild.", "Anna Hallam met the guild.", False),
        ("The guild met.", "Paul Hein met the guild.", False),
        ("Witco Corp met the guild.", "Anitec Corp met the guild.", True),
        ("Hallberg Motors met the guild.", "Dornwald Motors met the guild.", True),
        ("Anna Hallam met the guild.", "Paul Hein met it. It rained. It was late. Later came Hallam.", False),
        ("Anna Hallam met the guild.", "Paul Hein met it. It rained. It was late. Later came Anna Wirt.", False),
        ("America West Airlines met it.", "Paul Hein met it. It rained. It was late. Airlines came.", True),
        ("Ossip Berg met Paul Hein.", "Anna Hallam met Paul Hein.", True),
        (
            "Ossip Berg met Paul Hein, Karl Dorn and Lena Orth.",
            "Anna Hallam met Paul Hein, Karl Dorn, Lena Orth.",
            False,
        ),
        ("It rained. Anna Hallam met it.", "It rained. Paul Hein met it.", True),
        ("It rained. It was late. Anna Hallam met it.", "It rained. It was late. Paul Hein met it.", False),
        ("Anna Hallam met the guild in Bergen.", "Paul Hein met the guild in Bergen.", False),
        ("Anna Hallam met the guild in Bergen.", "Paul Hein met the guild in Stavanger.", True),
        ("Anna Hallam met the Germans.", "Paul Hein met the Germans.", False),
    ],
)
def test_reports_on_other_people_firms_and_places(a: str, b: str, other: bool) -> None:
    one, two = pair(a, b)
    assert occasion(one, two, []).other_subject is other
    assert occasion(two, one, []).other_subject is other


def test_whom_the_other_names_in_its_title_is_known() -> None:
    one, two = pair("Anna Hallam met the guild.", "Paul Hein met the guild.", title_b="Bonds sold by Hallam")
    assert not occasion(one, two, []).other_subject


SAME = "The board met again.", "The guild left early.", "The harbour was shut.", "It rained all day."
OTHER_A = "Nets dried on poles.", "Salt was dear.", "A mill burned down.", "Ropes were spun.", "Coal ran out."
OTHER_B = "Fares went up.", "Two ferries collided.", "Pupils stayed home.", "Bread was rationed.", "Snow fell."


@pytest.mark.parametrize(
    ("same", "only_a", "only_b", "copy"),
    [(3, 0, 0, True), (1, 2, 2, True), (1, 2, 5, True), (1, 3, 3, False), (1, 3, 2, True), (0, 2, 2, False)],
)
def test_one_is_a_copy_where_a_third_of_the_shorter_stands_in_both(
    same: int, only_a: int, only_b: int, copy: bool
) -> None:
    a, b = pair(" ".join(SAME[:same] + OTHER_A[:only_a]), " ".join(SAME[:same] + OTHER_B[:only_b]))
    assert copied(a, b, align(a, b)) is copied(b, a, align(b, a)) is copy


@pytest.mark.parametrize(
    ("differing", "agreeing", "moulded"), [(2, 0, False), (3, 0, True), (3, 2, True), (3, 3, False), (4, 3, True)]
)
def test_figures_that_differ_throughout_tell_of_one_mould(differing: int, agreeing: int, moulded: bool) -> None:
    a, b = pair("It sold 30 boats.", "It sold 40 nets.")
    found = [finding(a, b, "number", "30", "40")] * differing
    assert in_one_mould(found, a, b, align(a, b), agreeing) is moulded
    assert not in_one_mould(found, a, a, align(a, a), agreeing)


LATER = "the reports are 2 days apart: perhaps a later count"
MOULD = "figures differ throughout: perhaps reports of two periods"
BOTH = Occasion(None, other_period=False, other_subject=False)


@pytest.mark.parametrize(
    ("seen", "moulded", "left"),
    [
        (BOTH, False, ["1907 conflict", "30 conflict", "today conflict", "Monday conflict"]),
        (
            BOTH,
            True,
            [f"1907 differs {MOULD}", f"30 differs {MOULD}", f"today differs {MOULD}", f"Monday differs {MOULD}"],
        ),
        (BOTH._replace(days=0), False, ["1907 conflict", "30 conflict", "today conflict", "Monday conflict"]),
        (BOTH._replace(days=1), False, ["1907 conflict", "30 conflict", "Monday conflict"]),
        (BOTH._replace(days=2), False, [f"1907 differs {LATER}", f"30 differs {LATER}", f"Monday differs {LATER}"]),
        (BOTH._replace(days=4), False, ["1907 conflict"]),
        (BOTH._replace(other_period=True), False, ["1907 conflict"]),
        (BOTH._replace(other_subject=True), False, ["1907 conflict"]),
        (BOTH._replace(days=1), True, ["1907 conflict"]),
    ],
)
def test_what_holds_of_reports_of_two_days_periods_or_things(seen: Occasion, moulded: bool, left: list[str]) -> None:
    a, b = pair("The guild of 1907 sold 30 boats today, not on Monday.", "The guild of 1908 sold 40 boats now, Friday.")
    found = [
        finding(a, b, "number", "1907", "1908"),
        finding(a, b, "number", "30", "40"),
        finding(a, b, "date", "today", "now"),
        finding(a, b, "date", "Monday", "Friday"),
    ]
    kept = of_one_time(found, seen, moulded, a, b)
    assert [f"{a.side.document.text[slice(*f.a)]} {f.strength} {f.note}".rstrip() for f in kept] == left
    turned = of_one_time([f.turned() for f in found], seen, moulded, b, a)
    assert [f.turned() for f in turned] == kept


@pytest.mark.parametrize(
    ("title_a", "title_b", "a", "b", "two"),
    [
        ("Gold sold", "Silver sold", "It sold 30 tons.", "It sold 40 tons.", True),
        ("Gold sold", "Gold sold", "It sold 30 tons.", "It sold 40 tons.", False),
        ("Gold sold", "Silver sold", "It sold 30 tons.", "It sold 40 tons, less than of gold.", False),
        ("Gold sold", "Silver sold", "It sold 30 tons, like silver.", "It sold 40 tons.", False),
        ("Gold sold in vain", "Silver rose too", "It sold 30 tons.", "It sold 40 tons.", False),
        ("Metal sold", "Metal sold", "Witco Corp sold 30 tons.", "Anitec Corp sold 40 tons.", True),
        ("Metal sold", "Metal sold", "Witco Corp sold 30 tons.", "It sold 40 tons.", False),
        ("Metal sold", "Metal sold", "It sold 30 tons.", "Witco Corp sold 40 tons.", False),
        ("Metal sold", "Metal sold", "Bergen sold 30 tons.", "Oslo sold 40 tons.", True),
    ],
)
def test_two_issues_of_one_form_hold_nothing_against_each_other(
    title_a: str, title_b: str, a: str, b: str, two: bool
) -> None:
    one, other = pair(a, b, title_a, title_b)
    found = [finding(one, other, "number", "30", "40")]
    assert bool(of_one_time(found, BOTH, True, one, other)) is not two
    assert of_one_time(found, BOTH, False, one, other) == found
