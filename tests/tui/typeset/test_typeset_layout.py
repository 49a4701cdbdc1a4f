"""For any text, blocks, width and highlights: the rows show the text, none is too wide, every cell maps back."""

from __future__ import annotations

import itertools
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from index.documents.load import load_bytes
from index.documents.model import Block, BlockKind, Document, Span
from tests.tui.typeset.any_documents import KINDS, WIDTHS, documents
from tui.widgets.typeset.cells import JOINERS
from tui.widgets.typeset.flow import Flow, Parts
from tui.widgets.typeset.layers import Highlight
from tui.widgets.typeset.painting import Frame, paint, text_offset
from tui.widgets.typeset.rows import Run
from tui.widgets.typeset.tables import set_table
from tui.widgets.typeset.wrapping import balanced, wrap


def all_rows(flow: Flow) -> list[object]:
    return [row for number in range(len(flow.parts)) for row in flow.rows(number)]


@given(documents(), WIDTHS)
@settings(max_examples=300, deadline=None)
def test_all_text_but_white_space_is_shown_once(document: Document, width: int) -> None:
    flow = Flow(Parts(document), width)
    shown = sorted(
        (run.start, run.end)
        for number in range(len(flow.parts))
        for row in flow.rows(number)
        for run in row.runs
        if run.end > run.start
    )
    for (_, end), (start, _) in itertools.pairwise(shown):
        assert end <= start
    covered = "".join(document.text[start:end] for start, end in shown)
    assert "".join(covered.split()) == "".join(document.text.split())


@given(documents(), WIDTHS)
@settings(max_examples=300, deadline=None)
def test_no_row_is_wider_than_the_width(document: Document, width: int) -> None:
    flow = Flow(Parts(document), width)
    for number in range(len(flow.parts)):
        shown = (row.shown(first) for row in flow.rows(number) for first in range(6 if row.sideways else 1))
        for row in shown:
            column = 0
            for run in row.runs:
                assert run.column >= column
                text = document.text[run.start : run.end] if run.end > run.start else run.mark
                assert run.cells == cell_len(text.replace("\t", " ").lstrip(JOINERS))
                column = run.column + run.cells
            assert column <= width


@given(documents(), WIDTHS)
@settings(max_examples=200, deadline=None)
def test_every_character_is_found_in_its_row(document: Document, width: int) -> None:
    flow = Flow(Parts(document), width)
    for number in range(len(flow.parts)):
        flow.rows(number)
    for offset, character in enumerate(document.text):
        if character.isspace():
            continue
        line = flow.row_of(offset)
        found = flow.row(line)
        assert found is not None
        if found[2].sideways is not None:
            block = flow.parts.blocks[found[0]]
            row = flow.rows(found[0])[found[1]]
            (column,) = (found[2].sideways.column_at(run.column) for run in row.runs if run.start <= offset < run.end)
            flow.firsts = {block: found[2].sideways.to_show(column, offset % 6)}
            found = flow.row(line)
            assert found is not None
        assert any(run.start <= offset < run.end for run in found[2].runs)


@given(documents(), WIDTHS, st.lists(st.tuples(st.integers(0, 300), st.integers(1, 60)), max_size=5))
@settings(max_examples=300, deadline=None)
def test_every_highlighted_cell_maps_back_into_its_span(
    document: Document, width: int, places: list[tuple[int, int]]
) -> None:
    spans = [Highlight(start, start + size, f"h{number}") for number, (start, size) in enumerate(places)]
    flow = Flow(Parts(document), width)
    looks: dict[Style, tuple[str, ...]] = {}

    def look(styles: tuple[str, ...]) -> Style:
        style = Style.from_meta({"styles": styles})
        looks[style] = styles
        return style

    frame = Frame(2, width, width + 4)
    for number in range(len(flow.parts)):
        shown = (row.shown(first) for row in flow.rows(number) for first in range(6 if row.sideways else 1))
        for row in shown:
            strip = paint(row, document.text, frame, look, spans)
            assert strip.cell_length == frame.width == sum(cell_len(segment.text) for segment in strip)
            for segment in strip:
                meta = segment.style.meta if segment.style else {}
                offset = meta.get("offset")
                if offset is None or offset[0] < 0 or not segment.text:
                    continue
                start = text_offset(type("P", (), {"x": offset[0], "y": offset[1]})())  # type: ignore[arg-type]
                assert document.text[start : start + len(segment.text)].replace("\t", " ") == segment.text
                for style in meta["styles"]:
                    if style.startswith("h") and style[1:].isdigit():
                        span = spans[int(style[1:])]
                        # A span that cuts a grapheme is widened to the whole of it, never narrowed.
                        assert start < span.end or document.text[start - 1] in JOINERS
                        assert start + len(segment.text) > span.start


def test_a_long_paragraph_is_set_in_parts_that_lose_nothing() -> None:
    text = "word " * 40_000
    document = Document("a", "a", text, (Block("paragraph", 0, len(text) - 1),))
    parts = Parts(document)
    assert len(parts) > 10
    assert parts.starts[1:] == parts.ends[:-1]
    flow = Flow(parts, 80)
    rows = [row for number in range(len(parts)) for row in flow.rows(number) if not row.blank]
    assert " ".join(text[row.start : row.end].strip() for row in rows) == text.strip()


def test_figures_stand_flush_right_and_nothing_else_does() -> None:
    table = [("Place", "Held", "Day"), ("Kyiv", "$1,000", "2025-05-23"), ("Lviv", "7 %", "3 May"), ("Sumy", "–", "")]
    text, rows = "", []
    for contents in table:
        cells = []
        for content in contents:
            cells.append(Span(len(text), len(text) + len(content)))
            text += content + " "
        rows.append(tuple(cells))
    document = Document("a", "a", text, (Block("table", 0, len(text) - 1, rows=tuple(rows), header=True),))
    runs = [run for row in Flow(Parts(document), 60).rows(0) for run in row.runs if run.end > run.start]
    columns: dict[int, list[Run]] = {}
    for run in runs:
        number = next(n for cells in rows for n, cell in enumerate(cells) if cell.start <= run.start < cell.end)
        columns.setdefault(number, []).append(run)
    assert len({run.column for run in columns[0]}) == len({run.column for run in columns[2]}) == 1
    assert len({run.column + run.cells for run in columns[1]}) == 1
    assert len({run.column for run in columns[1]}) > 1


def test_columns_are_set_as_the_article_says() -> None:
    table = "| Left | Centre | Right | Own |\n|:--|:-:|--:|---|\n| 12 | bb | c | 3 |\n| a | longer | words | 14 |\n"
    for name in ("a.md", "a.txt"):
        document = load_bytes(f"Boats\n\nThe boats were counted.\n\n{table}\nMore words here.\n".encode(), name)
        (block,) = (block for block in document.blocks if block.kind == "table")
        assert block.aligned == "lcr"
        lines = []
        for row in set_table(document.text, block, block.start, block.end, 60):
            line = ""
            for run in row.runs:
                line = line.ljust(run.column) + document.text[run.start : run.end]
            lines += [line] if line else []
        assert lines == [
            "Left   Centre   Right   Own",
            "12       bb         c     3",
            "a      longer   words    14",
        ]


def test_a_long_table_is_set_in_parts_with_the_same_columns() -> None:
    lines = [f"{number:05}  value {number % 7}" for number in range(3_000)]
    text = "\n".join(lines)
    rows = []
    place = 0
    for line in lines:
        rows.append((Span(place, place + 5), Span(place + 7, place + len(line))))
        place += len(line) + 1
    document = Document("a", "a", text, (Block("table", 0, len(text), rows=tuple(rows), header=True),))
    parts = Parts(document)
    assert len(parts) > 2
    flow = Flow(parts, 60)
    columns = {
        run.column for number in range(len(parts)) for row in flow.rows(number) for run in row.runs if not run.mark
    }
    assert columns == {0, 8}


def test_heights_are_corrected_as_parts_are_set() -> None:
    text = "\n".join(["short", "a much longer paragraph that needs several lines"] * 400)
    blocks = []
    place = 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", place, place + len(line)))
        place += len(line) + 1
    flow = Flow(Parts(Document("a", "a", text, tuple(blocks))), 12)
    row = flow.row_of(blocks[700].start)
    shift = flow.settle_above(row, 500)
    assert flow.row_of(blocks[700].start) == row + shift
    exact = sum(len(flow.rows(number)) for number in range(len(blocks)))
    assert flow.height == exact + 1
    assert [flow.top(number) for number in (0, 300, 799)] == [
        sum(len(flow.rows(before)) for before in range(number)) for number in (0, 300, 799)
    ]
    for y in (0, 1, exact // 2, exact - 1):
        found = flow.row(y)
        assert found is not None
        assert flow.top(found[0]) + found[1] == y
    assert flow.row(exact) is None


def test_a_mark_without_a_base_makes_no_line_too_wide() -> None:
    """The place to break at may have only marks without width before it, so that one break is not enough."""
    text = "\u0301あ." + "[" * 10
    assert wrap(text, 0, len(text), 12) == [(0, 1), (1, 12), (12, 13)]


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=3, max_size=24), st.integers(12, 60))
@settings(max_examples=200, deadline=None)
def test_a_heading_leaves_no_word_alone_where_it_can_have_company(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = balanced(text, 0, len(text), width)
    assert " ".join(text[start:end] for start, end in lines) == text
    assert all(0 < end - start <= width for start, end in lines)
    assert len(lines) == len(wrap(text, 0, len(text), width))
    if len(lines) > 1:
        before, last = (text[start:end].split() for start, end in lines[-2:])
        assert len(last) > 1 or len(before) == 1 or len(before[-1]) + 1 + len(last[0]) > width


FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
REAL = (
    *("peace", "talks,", "Zelenskyy’s", "naïve", "e\u0301tude", "漢字", "停戦。", "한국어", "ｆｕｌｌ", "ﾊﾝｶｸ"),
    *(
        FAMILY,
        "\U0001f469\U0001f3fd\u200d\U0001f680",
        "\U0001f3f3\ufe0f\u200d\U0001f308",
        "❤\ufe0f",
        "☎\ufe0e",
        "1\ufe0f\u20e3",
    ),
    *("\U0001f1fa\U0001f1e6", "\U0001f1fa\U0001f1e6\U0001f1f7\U0001f1fa", "\U0001f44d\U0001f3ff", "\U0001f600"),
    *("क्षत्रिय", "नमस्ते", "हिन्दी", "বাংলা", "தமிழ்", "ภาษาไทย", "မြန်မာ", "ខ្មែរ"),
    *("السلام", "مَرْحَبًا", "لا\u200dإله", "שָׁלוֹם", "می\u200cخواهم"),
    *(
        "\u1112\u1161\u11ab\u1100\u116e\u11a8",
        "\u1100\u1161",
        "e\u0301\u0302\u0323",
        "Å\u030a",
        "\u00ad",
        "a\u00adb",
        "“quoted”",
    ),
)
REAL_TEXT = st.lists(st.sampled_from(REAL), min_size=1, max_size=60).map(" ".join)


@given(REAL_TEXT, st.sampled_from(KINDS), st.sampled_from([40, 41, 60, 80, 120, 200]))
@settings(max_examples=150, deadline=None)
def test_rows_of_real_scripts_are_as_wide_as_they_are_said_to_be(text: str, kind: BlockKind, width: int) -> None:
    document = Document("a", "a", text, (Block(kind, 0, len(text), 1),))
    flow = Flow(Parts(document), width)
    frame = Frame(2, width, width + 4)
    for row in flow.rows(0):
        for run in row.runs:
            assert run.cells == cell_len(text[run.start : run.end] or run.mark)
            assert run.column + run.cells <= width
        strip = paint(row, text, frame, lambda styles: Style(), [Highlight(1, 4, "h"), Highlight(9, 10, "h")])
        # However a terminal is told: in one piece, or in as many as highlights cut it into.
        assert strip.cell_length == sum(cell_len(segment.text) for segment in strip) == frame.width


@given(REAL_TEXT, st.sampled_from([40, 41, 60, 80]))
@settings(max_examples=80, deadline=None)
def test_lines_fit_where_spacing_vowel_signs_take_cells_too(text: str, width: int) -> None:
    for start, end in wrap(text, 0, len(text), width):
        line = text[start:end]
        signs = sum(category(character) == "Mc" for character in line)
        assert cell_len(line.lstrip(JOINERS)) + signs <= width or " " not in line


@given(
    st.lists(st.tuples(REAL_TEXT, REAL_TEXT, REAL_TEXT), min_size=1, max_size=5), st.sampled_from([40, 80, 120, 200])
)
@settings(max_examples=80, deadline=None)
def test_columns_of_real_scripts_stand_below_each_other(table: list[tuple[str, str, str]], width: int) -> None:
    text, rows = "", []
    for contents in table:
        cells = []
        for content in contents:
            cells.append(Span(len(text), len(text) + len(content)))
            text += content + "\t"
        text = text[:-1] + "\n"
        rows.append(tuple(cells))
    document = Document("a", "a", text, (Block("table", 0, len(text) - 1, rows=tuple(rows)),))
    flow = Flow(Parts(document), width)
    frame = Frame(2, width, width + 4)
    lefts: dict[int, set[int]] = {}
    for row in flow.rows(0):
        strip = paint(row, text, frame, lambda styles: Style(), [])
        assert sum(cell_len(segment.text) for segment in strip) == frame.width
        for run in row.runs:
            column = next(
                (n for cells in rows for n, cell in enumerate(cells) if cell.start <= run.start < cell.end), None
            )
            if column is not None:
                lefts.setdefault(column, set()).add(run.column)
    assert all(len(places) == 1 for places in lefts.values())


@given(documents(), WIDTHS)
@settings(max_examples=200, deadline=None)
def test_scrolling_sideways_shows_every_column_and_the_first_one_always(document: Document, width: int) -> None:
    flow = Flow(Parts(document), width)
    for number in range(len(flow.parts)):
        for row in flow.rows(number):
            if row.sideways is None or row.style == "rule":
                assert all(run.column + run.cells <= width or row.sideways for run in row.runs)
                continue
            held = [run for run in row.runs if row.sideways.held and run.column < row.sideways.lefts[1]]
            seen, first, marks = set(held), row.sideways.range(0)[0], []
            while True:
                shown = row.shown(first)
                texts = [run for run in shown.runs if run.end > run.start]
                assert texts[: len(held)] == held
                seen.update(run._replace(column=0) for run in texts)
                marks.append([run.mark for run in shown.runs if run.mark])
                following = row.sideways.range(first + 1)[0]
                if following == row.sideways.range(first)[0]:
                    break
                first = following
            assert {run._replace(column=0) for run in seen} == {run._replace(column=0) for run in row.runs}
            assert "‹" not in marks[0]
            assert "›" not in marks[-1]
            assert all("›" in each for each in marks[:-1])
            assert all("‹" in each for each in marks[1:])
