"""Each column of a row stands where it belongs in any terminal, however that counts cells."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from index.library import Library
from index.settings import Settings
from tests.tui.conftest import Until
from tests.tui.typeset.terminals import MEASURES, Measure, Terminal, by_clusters, by_marks
from tui.app import ReaderApp
from tui.placing import placed
from tui.screens.asking.prompts import LineScreen
from tui.widgets.typeset.cells import measure, most

CONSOLE = Console(color_system="truecolor", force_terminal=True, file=open(os.devnull, "w"))  # noqa: SIM115
WORDS = ("दिल्ली", "निर्वाचन", "தமிழ்நாடு", "กรุงเทพ", "الْقَاهِرَة", "👩‍👩‍👧", "❤️", "👍🏽", "🇺🇦", "東京", "plain", "é")
TABLE = "# Towns\n\n| Town | Said | Number |\n|---|---|---|\n" + "".join(
    f"| Here | {word} x | END |\n" for word in WORDS
)


def shown(update: LayoutUpdate | ChopsUpdate, width: int, height: int, counts: Measure) -> Terminal:
    terminal = Terminal(width, height, counts)
    terminal.write(placed(update, width).render_segments(CONSOLE))
    return terminal


@pytest.mark.parametrize("counts", MEASURES)
async def test_the_cells_of_a_table_stand_below_each_other(tmp_path: Path, until: Until, counts: Measure) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus/a.md").write_text(TABLE)
    library = Library.open(tmp_path / "corpus", settings=Settings(cache_dir=tmp_path / "c", data_dir=tmp_path / "d"))
    app = ReaderApp(library)
    async with app.run_test(size=(60, 40)) as pilot:
        await until(pilot, lambda: app.reader.annotations is not None)

        def columns(update: LayoutUpdate | ChopsUpdate) -> set[int]:
            terminal = shown(update, 60, 40, counts)
            return {column for y in range(40) if (column := terminal.column(y, "END")) >= 0}

        compositor = app.screen._compositor
        assert len(columns(compositor.render_full_update())) == 1
        app.reader.pane.refresh()
        await pilot.pause()
        app.push_screen(LineScreen("A word", ""))  # a dialog over a part of it
        await pilot.pause()
        full = app.screen._compositor.render_full_update()
        assert len(columns(full)) <= 1
    library.close()


STRETCH = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


STRETCH = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@given(st.lists(st.tuples(STRETCH, st.integers(2, 12)), min_size=1, max_size=5), st.integers(0, 9), st.integers(1, 9))
def test_what_follows_a_gap_stands_in_its_cell_and_nothing_passes_the_strip(
    stretches: list[tuple[str, int]], x: int, pieces: int
) -> None:
    segments: list[Segment] = []
    columns = []
    for number, (stretch, gap) in enumerate(stretches):
        look = Style(bold=True) if number % pieces else None
        segments.append(Segment(stretch + " " * (gap + most(stretch) - measure(stretch)), look))
        columns.append(sum(segment.cell_length for segment in segments))
        segments.append(Segment("END" + " " * gap, look))
    strip = Strip(segments)
    end = x + strip.cell_length
    for counts in MEASURES:
        terminal = Terminal(end + 4, 1, counts)
        terminal.write("|" * (end + 4))
        chops = {x: strip, end: None} if x == 0 else {0: None, x: strip, end: None}
        update = ChopsUpdate([chops], [(0, x, end)], [[*list(chops)[1:], end + 4]])
        terminal.write(placed(update, end + 4).render_segments(CONSOLE))
        row = terminal.rows[0]
        assert row[:x] == ["|"] * x
        # A console that knows no marks draws words of many marks longer than anything expects.
        assert row[end:] == ["|"] * 4 or counts is by_marks
        assert all(row[x + column : x + column + 3] == list("END") for column in columns)


def test_text_that_might_pass_its_strip_is_cut() -> None:
    strip = Strip([Segment("दिल्ली दिल्ली")])
    for counts in MEASURES[:2]:
        terminal = Terminal(20, 1, counts)
        terminal.write("|" * 20)
        chops = [{0: strip, strip.cell_length: None}]
        update = ChopsUpdate(chops, [(0, 0, strip.cell_length)], [[strip.cell_length, 20]])  # type: ignore[arg-type]
        terminal.write(placed(update, 20).render_segments(CONSOLE))
        assert terminal.rows[0][strip.cell_length :] == ["|"] * (20 - strip.cell_length)


def test_where_cells_are_counted_alike_nothing_looks_different() -> None:
    strips = [[Strip([Segment(f"{word}  and {word}|")]).extend_cell_length(40)] for word in WORDS]
    region = Region(0, 0, 40, len(strips))
    for update in (LayoutUpdate(strips, region), placed(LayoutUpdate(strips, region), 40)):
        terminal = Terminal(40, len(strips), by_clusters)
        terminal.write(update.render_segments(CONSOLE))
        assert [terminal.line(y).rstrip() for y in range(len(strips))] == [f"{word}  and {word}|" for word in WORDS]


def test_plain_rows_are_written_as_they_are() -> None:
    strip = Strip([Segment("plain words — “quoted” … │ 東京", Style(bold=True))])
    one, other = (LayoutUpdate([[strip]], Region(0, 0, 40, 1)) for _ in range(2))
    assert placed(one, 40).render_segments(CONSOLE) == other.render_segments(CONSOLE)
