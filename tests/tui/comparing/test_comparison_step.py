"""Step-scroll keeps the aligned passage on the same line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.comparison.step import Rows, View, beside, common_row, reading_row

VIEWS = st.builds(View, st.integers(0, 500), st.integers(1, 60), st.integers(1, 600)).map(
    lambda view: view._replace(top=min(view.top, view.last_top))
)


def test_the_partner_stands_on_the_same_line() -> None:
    assert beside(Rows(24, 26), Rows(90, 91), top=20) == 4


def test_both_go_on_together_inside_a_passage() -> None:
    assert [beside(Rows(10, 19), Rows(50, 54), top) for top in range(8, 20)] == [
        2,
        1,
        0,
        0,
        -1,
        -1,
        -2,
        -2,
        -3,
        -3,
        -4,
        -4,
    ]


def test_a_passage_that_has_gone_by_takes_its_partner_with_it() -> None:
    assert beside(Rows(10, 19), Rows(50, 54), 200) == -5


@given(VIEWS)
def test_the_row_being_read_is_in_sight(view: View) -> None:
    assert view.top <= reading_row(view) < view.top + view.height


@given(st.integers(1, 40), st.integers(1, 400))
def test_every_row_comes_to_be_read_in_order(height: int, rows: int) -> None:
    view = View(0, height, rows)
    read = [reading_row(view._replace(top=top)) for top in range(view.last_top + 1)]
    assert read == sorted(read)
    assert read[0] == 0
    if rows > height:
        assert read[-1] == rows - 1


def test_a_conflict_stands_a_third_down_in_both() -> None:
    assert common_row(Rows(40, 40), Rows(70, 71), View(0, 12, 100), View(0, 12, 100)) == 4


def test_a_conflict_at_the_beginning_of_one_is_as_high_in_the_other() -> None:
    assert common_row(Rows(1, 1), Rows(70, 71), View(0, 12, 100), View(0, 12, 100)) == 1


def test_a_conflict_at_the_end_of_one_is_as_low_in_the_other() -> None:
    assert common_row(Rows(97, 97), Rows(70, 71), View(0, 12, 100), View(0, 12, 100)) == 9


@given(VIEWS, VIEWS, st.integers(0, 599), st.integers(0, 599))
def test_the_common_row_is_always_in_sight_of_one_pane_at_least(a: View, b: View, first: int, second: int) -> None:
    first, second = min(first, a.rows - 1), min(second, b.rows - 1)
    row = common_row(Rows(first, first), Rows(second, second), a, b)
    assert 0 <= row < max(a.height, b.height)
