"""Key words as rows: their order, what is typed of them, and their numbers at every width."""

from __future__ import annotations

import pytest

from index.search.keyness import KeyWord
from tui.widgets.columns import line_cells
from tui.widgets.rows.keywords import Order, WordRow, arranged, header

WORDS = (
    KeyWord("truce", 40, 2, 31.5, 4.3),
    KeyWord("ferry", 9, 9, 12.0, 0.0),
    KeyWord("crane", 60, 80, 11.0, -0.4),
    KeyWord("étage", 3, 0, 9.0, 5.0),
)
ROWS = tuple(WordRow(word, (float(word.inside), float(word.outside)), word.likelihood > 10) for word in WORDS)


@pytest.mark.parametrize(
    ("order", "forms"),
    [
        ("keyness", "truce ferry crane étage"),
        ("frequency", "crane truce ferry étage"),
        ("ratio", "étage truce ferry crane"),
        ("word", "crane ferry truce étage"),
    ],
)
def test_each_order(order: Order, forms: str) -> None:
    assert " ".join(row.word.form for row in arranged(ROWS, order, "")) == forms


def test_what_is_typed_is_kept_in_every_order() -> None:
    assert [row.word.form for row in arranged(ROWS, "frequency", "R")] == ["crane", "truce", "ferry"]
    assert [row.word.form for row in arranged(ROWS, "ratio", "etage")] == ["étage"]
    assert arranged(ROWS, "word", "zebra") == ()


@pytest.mark.parametrize(("width", "filled"), [(40, 40), (69, 69), (70, 70), (104, 104), (120, 104), (200, 104)])
def test_a_row_stands_under_its_heads_and_its_numbers_near_the_word(width: int, filled: int) -> None:
    for row in ROWS:
        (line,) = row.lines(width)
        assert line_cells(line) == filled
        sign = line[1].text.strip()
        assert sign == ("+" if row.word.ratio > 0 else "-" if row.word.ratio < 0 else "")
        assert line[0].style == ("row--strong" if row.sure else "row--muted")
    (head,) = header(width)
    assert line_cells(head) == filled
    assert ("per 10,000" in head[0].text) == (width >= 70)


@pytest.mark.parametrize(("width", "filled"), [(40, 40), (63, 63), (120, 63)])
def test_where_nothing_is_compared_words_are_counted(width: int, filled: int) -> None:
    for word in WORDS:
        (line,) = WordRow(word, (1_234.5, 0.0), sure=False, compared=False).lines(width)
        assert line_cells(line) == filled
        assert "".join(piece.text for piece in line).split() == [word.form, f"{word.inside}", "1,234.5"]
    (head,) = header(width, compared=False)
    assert line_cells(head) == filled
    assert head[0].text.split() == ["word", "times", "per", "10,000"]
