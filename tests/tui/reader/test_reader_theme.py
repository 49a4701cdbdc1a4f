"""Looks that are made when they are first asked for follow the theme."""

from __future__ import annotations

from tui.app import ReaderApp


async def test_another_theme_gives_other_looks(app: ReaderApp, until) -> None:  # type: ignore[no-untyped-def]
    async with app.run_test(size=(100, 30)) as pilot:
        pane = app.reader.pane
        dark = {look: pane.get_component_rich_style(look).color for look in ("pane--person", "pane--heading")}
        app.action_next_theme()
        await until(pilot, lambda: all(pane.get_component_rich_style(look).color != was for look, was in dark.items()))
