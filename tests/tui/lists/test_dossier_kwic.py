"""Concordance lines: every name begins in one column, by cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.columns import Piece, cells, cut_line, fit, fit_end, fit_parts, line_cells, one_line, wrap
from tui.widgets.rows.dossier_kwic import kwic_line

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("日本👩‍🔬☁️é\u0301"), max_size=80)


def test_the_name_stands_in_one_column_whatever_is_before_it() -> None:
    for left in (
        "",
        "a ",
        "a very much longer beginning of the sentence than there is room for, said ",
        "会談で会談で会談で会談で",
    ):
        before, match, _ = kwic_line(left, "Zelensky", " spoke", 50)
        assert cells(before.text) == 20
        assert match.text == "Zelensky"


def test_what_is_near_the_name_is_kept() -> None:
    before, _, after = kwic_line("far away and near ", "Kyiv", " then on and on and on", 30)
    assert before.text.endswith("and near ")
    assert before.text.lstrip().startswith("…")
    assert after.text.startswith(" then on")
    assert after.text.rstrip().endswith("…")


def test_line_ends_inside_the_context_are_spaces() -> None:
    assert "\n" not in "".join(piece.text for piece in kwic_line("a\nb ", "c\nd", " e\n\nf", 40))


def test_a_sequence_that_is_cut_in_two_takes_no_cell_of_what_stands_beside_it() -> None:
    for left, surface, right in (("👩\u200d", "Kyiv", "\u200d🔬"), ("\u200d🔬 ", "Kyiv\u200d", "👩\u200d")):
        assert line_cells(kwic_line(left, surface, right, 40)) == 40
        assert cells("".join(piece.text for piece in kwic_line(left, surface, right, 40))) == 40
    assert cells(fit("👩\u200d", 6)) == cells(fit_end("\u200d🔬", 6)) == 6


@given(TEXT, TEXT, TEXT, st.integers(1, 120))
def test_a_line_is_exactly_as_wide_as_asked(left: str, surface: str, right: str, width: int) -> None:
    assert line_cells(kwic_line(left, surface, right, width)) == width


@given(TEXT, st.integers(0, 60))
def test_fitting_is_exact(text: str, width: int) -> None:
    assert cells(fit(text, width)) == width
    assert cells(fit(text, width, "right")) == width
    assert cells(fit_end(text, width)) == width
    assert cells(fit_parts(f"{text}, {text}", width)) == width


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (34, "  2 words left out, at least 1,500"),
        (32, "2 words left out, at least 1,500"),
        (31, "              2 words left out…"),
        (18, " 2 words left out…"),
        (17, "2 words left out…"),
        (16, "2 words left ou…"),
    ],
)
def test_whole_parts_are_told_where_not_all_fits(width: int, shown: str) -> None:
    assert fit_parts("2 words left out, at least 1,500", width) == shown


@given(st.lists(TEXT, max_size=5), st.integers(0, 60))
def test_a_cut_line_is_exact(texts: list[str], width: int) -> None:
    assert line_cells(cut_line([Piece(text) for text in texts], width)) == width


@given(TEXT, st.integers(2, 40), st.integers(1, 4))
def test_wrapping_keeps_the_words_in_order(text: str, width: int, limit: int) -> None:
    lines = wrap(text, width, limit)
    assert len(lines) <= limit
    assert all(cells(line) <= width for line in lines)
    shown = "".join(lines).replace(" ", "").removesuffix("…")
    assert one_line(text).replace(" ", "").startswith(shown.removesuffix("…"))
