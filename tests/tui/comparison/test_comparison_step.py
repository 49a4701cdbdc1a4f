"""Step-scroll keeps the aligned passage on the same line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.comparison_step import Rows, View, beside, centred, reading_row

VIEWS = st.builds(View, st.integers(0, 500), st.integers(1, 60), st.integers(1, 600)).map(
    lambda view: view._replace(top=view.clamp(view.top))
)


def test_the_partner_stands_on_the_same_line() -> None:
    # The passage begins on the fifth line of the lead pane; so must its partner.
    top = beside(Rows(24, 26), Rows(90, 91), View(20, 10, 100), View(0, 10, 200))
    assert 90 - top == 24 - 20


def test_both_go_on_together_inside_a_passage() -> None:
    tops = [beside(Rows(10, 19), Rows(50, 54), View(top, 8, 100), View(0, 8, 100)) for top in range(8, 20)]
    assert tops == [48, 49, 50, 50, 51, 51, 52, 52, 53, 53, 54, 54]


def test_an_end_of_the_text_is_not_passed() -> None:
    assert beside(Rows(9, 9), Rows(1, 1), View(0, 10, 100), View(5, 10, 100)) == 0
    assert beside(Rows(0, 0), Rows(99, 99), View(0, 10, 100), View(5, 10, 100)) == 90


@given(VIEWS)
def test_the_row_being_read_is_in_sight(view: View) -> None:
    assert view.top <= reading_row(view) < view.top + view.height


@given(st.integers(1, 40), st.integers(1, 400))
def test_every_row_that_can_go_by_comes_to_be_read(height: int, rows: int) -> None:
    view = View(0, height, rows)
    read = [reading_row(view._replace(top=top)) for top in range(view.last_top + 1)]
    assert read == sorted(read)
    assert read[0] == 0
    if rows > height:
        assert read[-1] == rows - 1


@given(VIEWS, VIEWS, st.integers(0, 500), st.integers(0, 30), st.integers(0, 500), st.integers(0, 30))
def test_the_other_pane_never_scrolls_out_of_its_text(
    lead: View, other: View, here: int, here_more: int, there: int, there_more: int
) -> None:
    top = beside(Rows(here, here + here_more), Rows(there, there + there_more), lead, other)
    assert 0 <= top <= other.last_top


@given(VIEWS, st.integers(0, 599), st.integers(0, 30))
def test_a_centred_passage_begins_in_sight(view: View, first: int, more: int) -> None:
    first = min(first, view.rows - 1)
    top = centred(Rows(first, min(first + more, view.rows - 1)), view)
    assert top <= first < top + view.height
