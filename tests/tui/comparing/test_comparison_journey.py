"""The compare journey, by keyboard alone, in the real program on the starter corpus and on the five source articles."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from index.comparison.reports.verify import verify
from index.documents.model import Span
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.comparing.export import ExportScreen
from tui.screens.lists.articles import ArticlesScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.comparison.pane import ComparisonPane

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[ReaderApp], str]
A, B = "putin-open-to-direct-talks.txt", "week-called-critical-for-a-truce.txt"
SIZES = [(40, 15), (60, 24), (100, 30), (120, 40), (200, 60)]


async def compared(pilot: Pilot[None], until: Until) -> ComparisonScreen:
    """The comparison screen, once its comparison is done."""
    app = pilot.app
    await until(pilot, lambda: isinstance(app.screen, ComparisonScreen) and app.screen.compared is not None)
    await pilot.pause()
    assert isinstance(app.screen, ComparisonScreen)
    return app.screen


def row_on_screen(pane: ComparisonPane, span: Span) -> int:
    """On which line of its pane a span begins."""
    return pane.row_of(span.start) - pane.scroll_offset.y


async def test_choose_the_other_article_walk_the_conflicts_and_return(
    starter_library: Library, until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(starter_library, open_document=A)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen))
        await pilot.press(*"critical")
        await pilot.pause()
        await pilot.press("enter")
        screen = await compared(pilot, until)
        assert screen.paths == (A, B)

        conflicts = [entry for entry in screen.entries if entry.kind in ("conflict", "differs")]
        assert conflicts
        seen = set()
        for _ in conflicts:
            await pilot.press("right_curly_bracket")
            await pilot.pause()
            assert screen.current is not None
            entry = screen.entries[screen.current]
            seen.add(screen.current)
            for pane, span in ((screen.panes.panes["a"], entry.a), (screen.panes.panes["b"], entry.b)):
                assert span is not None
                assert 0 <= row_on_screen(pane, span) < pane.view.height
            text = screen_text(app)
            assert entry.a_text.split()[0] in text
            assert entry.explanation.split()[0] in text
        assert len(seen) == len(conflicts)

        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen))


@pytest.mark.parametrize("size", SIZES)
async def test_everything_works_at_every_size(
    starter_library: Library, size: tuple[int, int], until: Until, screen_text: ScreenText
) -> None:
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=size) as pilot:
        screen = await compared(pilot, until)
        for key in ("right_curly_bracket", "greater_than_sign", "less_than_sign", "L", "down", "down", "enter",
                    "tab", "space", "j", "G", "g", "x"):  # fmt: skip
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: screen.compared is not None)
        assert screen.paths == (B, A)
        for line in screen_text(app).splitlines():
            assert len(line) <= size[0] * 2
        regions = [pane.region for pane in screen.panes.panes.values() if pane.region.area]
        if size[0] >= 100:
            assert len(regions) == 2
            assert regions[0].y == regions[1].y
            # Columns are equal, but for the line between them.
            assert abs(regions[0].width - regions[1].width) <= 1
        elif size[1] >= 20:
            assert len(regions) == 2
            assert regions[0].x == regions[1].x
        else:
            assert len(regions) == 1


async def test_the_other_side_follows_to_the_aligned_passage_in_both_directions(
    starter_library: Library, until: Until
) -> None:
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await compared(pilot, until)
        for _ in range(2):
            lead, other = screen.panes.lead, screen.panes.other
            beside = 0
            for _ in range(40):
                await pilot.press("j")
                await pilot.pause()
                passage = lead.lead_passage
                link = lead.passages.link(passage.start) if passage else None
                if link is None or not 0 < other.view.top < other.view.last_top:
                    continue
                here, there = row_on_screen(lead, link.here), row_on_screen(other, link.there)
                if here >= 0:
                    assert here == there
                    beside += 1
            assert beside > 3
            await pilot.press("tab")
            await pilot.press("g")


async def test_out_of_step_the_other_side_stays(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await compared(pilot, until)
        await pilot.press("s")
        before = screen.panes.other.scroll_offset.y
        await pilot.press("space", "space", "j")
        await pilot.pause()
        assert screen.panes.other.scroll_offset.y == before
        assert screen.panes.lead.scroll_offset.y > 0


async def test_place_and_pairing_survive_a_resize(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await compared(pilot, until)
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        await pilot.pause()
        chosen = screen.current
        assert chosen is not None
        entry = screen.entries[chosen]
        for size in ((70, 30), (160, 50), (104, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.current == chosen
            for pane, span in ((screen.panes.panes["a"], entry.a), (screen.panes.panes["b"], entry.b)):
                assert span is not None
                assert 0 <= row_on_screen(pane, span) < pane.view.height


async def test_a_layout_that_was_chosen_stays_at_every_width(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(70, 30)) as pilot:
        screen = await compared(pilot, until)

        async def stacked(*, key: str = "", width: int = 0) -> bool:
            if key:
                await pilot.press(key)
            if width:
                await pilot.resize_terminal(width, 30)
            await pilot.pause()
            return screen.panes.has_class("-stacked")

        assert await stacked()
        assert not await stacked(key="v")
        assert not await stacked(width=160), "side by side was asked for"
        assert not await stacked(width=70)
        assert await stacked(key="v"), "as there is room again"
        assert not await stacked(width=160)
        assert await stacked(key="v")
        assert await stacked(width=70)
        assert await stacked(width=160)


async def test_the_ledger_leads_to_every_finding(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await compared(pilot, until)
        await pilot.press("L")
        await pilot.pause()
        assert screen.rows.has_focus
        for index in range(len(screen.entries)):
            await pilot.press("greater_than_sign")
            await pilot.pause()
            assert screen.current == index
            entry = screen.entries[index]
            if entry.a is not None and entry.b is None:
                assert screen.panes.leading == "a"
            pane = screen.panes.lead
            span = entry.a if pane.side == "a" else entry.b
            assert span is not None
            assert pane.in_view.start <= span.start < pane.in_view.end
        await pilot.press("escape")
        await pilot.pause()
        assert not screen.has_class("-ledger")
        assert screen.panes.lead.has_focus


@pytest.mark.parametrize(("steps", "suffix"), [(0, "md"), (1, "html"), (2, "json")])
async def test_export_writes_a_report_and_never_over_another(
    starter_library: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    steps: int,
    suffix: str,
    until: Until,
    screen_text: ScreenText,
) -> None:
    monkeypatch.chdir(tmp_path)
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await compared(pilot, until)
        stem = f"compare-{Path(A).stem}-{Path(B).stem}"
        for number in ("", "-2"):
            await pilot.press("r")
            await until(pilot, lambda: isinstance(app.screen, ExportScreen))
            await pilot.press(*["down"] * steps)
            await pilot.press("enter")
            if number and suffix != "md":
                # The name was free as Markdown; now it is taken, so it is said, and the next name is offered.
                await until(pilot, lambda: "exists already" in screen_text(app))
                assert isinstance(app.screen, ExportScreen)
                await pilot.press("enter")
            await until(pilot, lambda: app.screen is screen)
            assert (tmp_path / f"{stem}{number}.{suffix}").is_file()
        written = (tmp_path / f"{stem}.{suffix}").read_text(encoding="utf-8")
        assert A in written
        assert screen.entries[0].a_text in written
        if suffix == "json":
            assert json.loads(written)["a"] == A
        else:
            verification = verify(written, starter_library.read)
            assert verification.checked > 0
            assert verification.drifts == ()


async def test_another_article_takes_the_other_side(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(120, 40)) as pilot:
        await compared(pilot, until)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, ArticlesScreen))
        await pilot.press(*"trump-ann")
        await pilot.pause()
        await pilot.press("enter")
        screen = await compared(pilot, until)
        assert screen.paths == (A, "trump-announces-peace-talks.txt")


async def test_real_articles(real_articles: Path, tmp_path: Path, screen_text: ScreenText, until: Until) -> None:
    library = Library.open(real_articles, settings=Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path))
    library.refresh()
    app = ReaderApp(library, compare=(library.name_document("004"), library.name_document("000")))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await compared(pilot, until)
        found = {(entry.a_text, entry.b_text) for entry in screen.entries if entry.kind == "conflict"}
        assert ("Trump administration", "Biden administration") in found
        assert ("President", "Former President") in found
        await pilot.press("right_curly_bracket")
        await pilot.pause()
        assert "≠" in screen_text(app)
    library.close()


async def test_the_side_that_leads_changes_only_by_the_reader(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(160, 40)) as pilot:
        screen = await compared(pilot, until)
        for key in ("L", "escape", "v", "v", "right_curly_bracket", "space", "w", "w", "w", "w", "e", "s", "j"):
            await pilot.press(key)
            await pilot.pause()
            assert screen.panes.leading == "a", key
        await pilot.resize_terminal(80, 30)
        await pilot.pause()
        assert screen.panes.leading == "a"
        screen.panes.panes["b"].move_lines(3)
        await pilot.pause()
        assert screen.panes.leading == "b"


async def test_swapping_keeps_what_is_read_in_view(starter_library: Library, until: Until) -> None:
    app = ReaderApp(starter_library, compare=(A, B))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await compared(pilot, until)
        await pilot.press("space", "space")
        await pilot.pause()
        read = screen.panes.lead.position
        for paths, side in (((B, A), "b"), ((A, B), "a")):
            await pilot.press("x")
            await until(pilot, lambda: screen.compared is not None)
            await pilot.pause()
            assert screen.paths == paths
            assert screen.panes.leading == side
            assert screen.panes.lead.position == read


async def test_names_and_copies(starter_library: Library, until: Until, monkeypatch: pytest.MonkeyPatch) -> None:
    app = ReaderApp(starter_library, compare=(A, B))
    copied: list[str] = []
    async with app.run_test(size=(120, 40)) as pilot:
        monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
        screen = await compared(pilot, until)
        await pilot.press("right_curly_bracket", "y")
        await pilot.pause()
        assert screen.current is not None
        entry = screen.entries[screen.current]
        assert len(copied) == 1
        assert A in copied[0]
        assert B in copied[0]
        assert entry.a_text in copied[0]
        assert entry.b_text in copied[0]
