"""What one article alone tells is listed by its weight."""

from __future__ import annotations

from index.comparison.alone import alone_by_weight
from index.comparison.in_part import without_partner
from index.comparison.reports.report import markdown

SHARED = "The ferry left the pier of Split late on Monday, and nobody on the island was told why."
LEAD = "Bakers in the old town threw flour at an elephant."
FOUNTAIN = "Nobody knew whether the fountain would run again in spring."
KNOWN = "A choir sang for the fishermen of Split."
FIGURES = "A generator burnt 40 litres of oil in 9 hours."
NAMED = "Anna Kovac of Vardo played chess."
LEAVES = "Leaves fell on the empty benches all afternoon."


def told(compared, mine: str, theirs: str) -> tuple[list[str], list[str]]:
    seen = compared(mine, theirs)
    only_a, only_b = alone_by_weight(seen.result, seen.a, seen.b)
    assert (tuple(sorted(only_a)), tuple(sorted(only_b))) == without_partner(seen.result)
    return [seen.in_a(s) for s in only_a], [seen.in_b(s) for s in only_b]


def test_the_lead_names_and_figures_come_first_and_names_that_are_new_before_others(compared) -> None:
    theirs = "Grain lay in the barns. It was cold. Lamps were lit. Hail came down."
    mine = f"{LEAD} {SHARED} {FOUNTAIN} {KNOWN} {LEAVES} {FIGURES} {NAMED}"
    assert told(compared, mine, f"{SHARED} {theirs}")[0] == [NAMED, LEAD, FOUNTAIN, FIGURES, KNOWN, LEAVES]


def test_each_side_is_listed_alike_and_reports_keep_the_order(compared) -> None:
    one, other = f"{SHARED} {LEAD} {FOUNTAIN} {LEAVES} {NAMED}", f"{SHARED} It was cold."
    first, second = told(compared, one, other)
    assert (second, first) == told(compared, other, one)
    seen = compared(one, other)
    report = markdown(seen.result, seen.a, seen.b)
    places = [report.index(sentence) for sentence in first]
    assert places == sorted(places)
    assert first != [sentence for sentence in (LEAD, FOUNTAIN, LEAVES, NAMED) if sentence in first]
