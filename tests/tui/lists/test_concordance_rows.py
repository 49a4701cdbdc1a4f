"""The rows of a concordance: aligned, sorted, filtered; the strip of a spread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.model import Span
from index.search.concordance import Concordance, Occurrence, Plot
from tui.widgets.columns import cells, line_cells
from tui.widgets.rows.concordance import arranged, occurrence_rows, plot_rows, plots_kept, strip_text

OCCURRENCES = (
    Occurrence("b.txt", 10, 15, "the old ", "ferry", " sank"),
    Occurrence("b.txt", 50, 57, "a new ", "Ferries", " came back"),
    Occurrence("a.txt", 4, 9, "no ", "ferry", " at all"),
)
TITLES = {"a.txt": "Änderungen", "b.txt": "Boats"}
ROWS = occurrence_rows(OCCURRENCES, TITLES)


def starts(order: str, typed: str = "") -> list[int]:
    return [row.occurrence.start for row in arranged(ROWS, order, typed)]  # type: ignore[arg-type]


def test_orders() -> None:
    assert starts("rank") == [10, 50, 4]
    assert starts("left") == [50, 4, 10]  # new, no, old
    assert starts("right") == [4, 50, 10]  # at, came, sank
    assert starts("match") == [50, 4, 10]  # ferries, ferry at, ferry sank
    assert starts("document") == [4, 10, 50]


def test_filter_looks_at_line_title_and_path() -> None:
    assert starts("rank", "came") == [50]
    assert starts("rank", "anderungen") == [4]
    assert starts("rank", "b.txt old") == [10]
    assert starts("rank", "nothing") == []


@pytest.mark.parametrize("width", [20, 49, 80, 100, 200])
def test_all_matches_stand_in_one_column(width: int) -> None:
    for row in ROWS:
        (line,) = row.lines(width)
        assert line_cells(line) == width
        assert cells(line[0].text) == (width - (26 if width >= 100 else 0)) * 2 // 5
        assert line[1].text == row.occurrence.surface


def test_the_spread_lists_articles_by_number() -> None:
    plots = (Plot("a.txt", "One", 10, (Span(0, 1),)), Plot("b.txt", "Two", 10, (Span(0, 1), Span(9, 10))))
    rows = plot_rows(Concordance("ferry", 2, 2, OCCURRENCES, plots))
    assert [row.plot.document for row in rows] == ["b.txt", "a.txt"]
    assert [row.plot.document for row in plots_kept(rows, "one")] == ["a.txt"]
    for width in (30, 80, 160):
        (line,) = rows[0].lines(width)
        assert line_cells(line) <= width
        assert line[0].text.strip() == "2"
        bars = line[2].text
        assert [place for place, bar in enumerate(bars) if bar == "█"] == [0, len(bars) * 9 // 10]
        assert bars.count("·") == len(bars) - 2


def sorted_places(counts: list[int]) -> list[int]:
    """The places of the counts, the smallest count first."""
    return sorted(range(len(counts)), key=lambda place: counts[place])


@given(st.lists(st.integers(0, 1000), max_size=40))
def test_a_bar_for_each_count(counts: list[int]) -> None:
    bars = strip_text(counts)
    assert len(bars) == len(counts)
    for count, bar in zip(counts, bars, strict=True):
        assert (bar == "·") == (count == 0)
        assert bar == "█" or not 0 < count == max(counts)
    assert sorted(bars, key="·▁▂▃▄▅▆▇█".index) == [strip_text(counts)[i] for i in sorted_places(counts)]
