"""The list of articles: filter, order, bars, preview."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.building.rows import Listed
from index.documents.model import Block, Document
from index.user.state import Position
from tui.widgets.columns import cells, line_cells
from tui.widgets.read_state import percent, state_of
from tui.widgets.rows.articles import ArticleRow, arranged, article_rows, bar, minutes, preview_lines

LISTING = (
    Listed("b/later.txt", "Ärger in Genf", "2025-06-01", 500),
    Listed("a/first.txt", "Talks in Paris", "2025-04-20", 1200),
    Listed("c/plain.md", "c/plain.md", None, 0),
)
SCORES = {"b/later.txt": 0.25, "c/plain.md": 1.0}


def paths(rows: tuple[ArticleRow, ...]) -> list[str]:
    return [row.listed.path for row in rows]


def test_orders() -> None:
    rows = article_rows(LISTING)
    assert paths(arranged(rows, "path", "")) == ["a/first.txt", "b/later.txt", "c/plain.md"]
    assert paths(arranged(rows, "title", "")) == ["b/later.txt", "c/plain.md", "a/first.txt"]
    assert paths(arranged(rows, "date", "")) == ["b/later.txt", "a/first.txt", "c/plain.md"]
    assert paths(arranged(rows, "length", "")) == ["a/first.txt", "b/later.txt", "c/plain.md"]


def test_the_picker_ranks_by_relatedness_and_leaves_the_article_itself_out() -> None:
    rows = article_rows(LISTING, SCORES, without="a/first.txt")
    assert paths(arranged(rows, "related", "")) == ["c/plain.md", "b/later.txt"]


def test_filter_looks_in_title_file_and_date_whatever_the_accents() -> None:
    rows = article_rows(LISTING)
    assert paths(arranged(rows, "path", "arger")) == ["b/later.txt"]
    assert paths(arranged(rows, "path", "2025 paris")) == ["a/first.txt"]
    assert paths(arranged(rows, "path", "  ")) == ["a/first.txt", "b/later.txt", "c/plain.md"]


POSITIONS = {
    "a/first.txt": Position("a/first.txt", 350, 420, 1000, 5.0),
    "b/later.txt": Position("b/later.txt", 900, 1000, 1000, 9.0),
}


def test_the_read_state_is_shown_filtered_and_sorted_by() -> None:
    more = (*LISTING, Listed("d/begun.txt", "Begun", None, 10))
    rows = article_rows(more, positions=POSITIONS | {"d/begun.txt": Position("d/begun.txt", 0, 10, 1000, 7.0)})
    assert paths(arranged(rows, "read", "")) == ["d/begun.txt", "a/first.txt", "c/plain.md", "b/later.txt"]
    assert paths(arranged(rows, "path", "is:unread")) == ["c/plain.md"]
    assert paths(arranged(rows, "path", "is:read")) == ["b/later.txt"]
    shown = {row.listed.path: "".join(piece.text for piece in row.lines(100)[0]) for row in rows}
    assert " 35%" in shown["a/first.txt"]
    assert "  0%" in shown["d/begun.txt"]
    assert " read " in shown["b/later.txt"]
    assert "%" not in shown["c/plain.md"]


def test_an_article_is_read_when_its_end_was_seen() -> None:
    assert state_of(None) == "unread"
    assert [state_of(Position("a", 0, seen, 100, 0.0)) for seen in (0, 99, 100)] == ["begun", "begun", "read"]
    assert [percent(Position("a", at, 100, 100, 0.0)) for at in (0, 99, 100, 300)] == [0, 99, 100, 100]
    assert percent(Position("a", 0, 0, 0, 0.0)) == 0


def test_minutes_are_rounded_up_and_unknown_where_nothing_was_read() -> None:
    assert [minutes(words) for words in (0, 1, 238, 239)] == ["", "1 min", "1 min", "2 min"]


def test_what_takes_hours_to_read_is_told_in_hours() -> None:
    assert [minutes(238 * many) for many in (119, 120, 900, 18_150)] == ["119 min", "2 h", "15 h", "302 h"]


def test_articles_of_one_title_are_told_apart_by_their_files() -> None:
    rows = article_rows((Listed("a/one.txt", "Talks", None, 9), Listed("b/two.txt", "Talks", None, 9), *LISTING))
    shown = ["".join(piece.text for piece in row.lines(60)[0]) for row in rows]
    assert "a/one.txt" in shown[0]
    assert "b/two.txt" in shown[1]
    assert "later.txt" not in shown[2]


@given(st.floats(-1, 2), st.integers(1, 20))
def test_a_bar_is_as_wide_as_asked_and_grows_with_the_share(share: float, width: int) -> None:
    assert cells(bar(share, width)) == width
    assert (bar(share, width).strip() == "") == (share <= 0)


@given(st.integers(30, 220))
def test_a_row_never_passes_the_edge(width: int) -> None:
    twins = (LISTING[0], LISTING[0])
    for row in (*article_rows(LISTING, SCORES), *article_rows(LISTING, positions=POSITIONS), *article_rows(twins)):
        assert all(line_cells(line) <= width for line in row.lines(width))


def test_preview_leaves_out_the_title_and_stays_in_its_room() -> None:
    text = "Title\n" + "word " * 400
    document = Document(
        "a.txt",
        "Title",
        text,
        (Block("heading", 0, 5, 1, "title"), Block("paragraph", 6, len(text))),
        date="2025-04-20",
    )
    for height in (4, 8, 30):
        lines = preview_lines(document, 30, height)
        assert len(lines) <= height
        assert all(line_cells(line) <= 30 for line in lines)
    shown = [" ".join(piece.text for piece in line) for line in preview_lines(document, 30, 12)]
    assert shown[:3] == ["Title", "a.txt" + " " * 25, "2025-04-20 · 2 min"]
    assert shown.count("Title") == 1
    lines = preview_lines(document, 60, 12, Position("a.txt", len(text) // 2, len(text) - 9, len(text), 0.0))
    assert any("stopped at 50%" in piece.text for line in lines for piece in line)
    lines = preview_lines(document, 60, 12, Position("a.txt", 0, 90, len(text), 0.0))
    assert any(piece.text.endswith(" · begun") for line in lines for piece in line)
