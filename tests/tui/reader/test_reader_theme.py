"""Looks follow the theme, also those that are made when they are first asked for, and can be read in every theme."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.color import Color

from index.library import Library
from index.settings import themes_folder
from tui.app import ReaderApp
from tui.colours.legible import DIMMED, contrast
from tui.colours.theme import LIGHT


async def test_another_theme_gives_other_looks(app: ReaderApp, until) -> None:  # type: ignore[no-untyped-def]
    async with app.run_test(size=(100, 30)) as pilot:
        pane = app.reader.pane
        dark = {look: pane.get_component_rich_style(look).color for look in ("pane--person", "pane--heading")}
        app.action_next_theme()
        await until(pilot, lambda: all(pane.get_component_rich_style(look).color != was for look, was in dark.items()))


def unreadable(app: ReaderApp) -> set[tuple[str, str, str]]:
    """The words on the screen, with ink and ground, that have less contrast than what is dimmed may have."""
    found = set()
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style is None or not any(character.isalnum() for character in segment.text):
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            if contrast(ink, ground) < DIMMED:
                found.add((segment.text.strip(), ink.hex6, ground.hex6))
    return found


HARD = ("textual-light", "atom-one-light", "solarized-dark", "dracula", LIGHT)
"""Themes whose own colours are the faintest, and ours; the colours of all are reckoned in `test_theme_contrast`."""


@pytest.mark.parametrize(
    "keys",
    [
        ("right_square_bracket", "z", "v", "w"),
        ("E",),
        ("slash", *"truce"),
        ("l",),
        ("question_mark",),
    ],
    ids=["article", "names", "results", "articles", "help"],
)
async def test_all_text_on_the_screen_can_be_read(app: ReaderApp, press, settle, keys: tuple[str, ...]) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        for name in HARD:
            app.theme = name
            await pilot.pause()
            assert not unreadable(app), name


async def test_a_theme_is_chosen_while_it_is_looked_at(library: Library, settle, until) -> None:
    night = {"primary": "#ffcc00", "background": "#000022", "entity-person": "#ff0000"}
    library.settings = replace(
        library.settings, theme="night", themes={"night": night, "bad": {"primary": "no"}}, keys={"x": "y"}
    )
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert app.theme == "night"
        assert app.reader.header.status.message == "Theme “bad”: primary is no colour: no"
        assert [each.message for each in app._notifications] == ["There is no command “x” to give a key to."]
        assert app.reader.pane.styles.background == Color.parse("#000022")
        await app.run_action("choose_theme")
        await pilot.pause()
        await pilot.press(*"nord")
        await until(pilot, lambda: app.theme == "nord")
        await pilot.press("escape")
        await until(pilot, lambda: app.theme == "night" and app.screen is app.reader)
        await app.run_action("choose_theme")
        await pilot.pause()
        await pilot.press(*"drac", "enter")
        await until(pilot, lambda: app.theme == "dracula" and app.screen is app.reader)
        assert "“night”" in app.reader.header.status.message


async def test_a_file_of_a_theme_is_chosen_as_any_other(library: Library, settle, until) -> None:
    folder = themes_folder()
    folder.mkdir(parents=True)
    lines = ('primary = "#ffcc00"', 'background = "#000022"', "[variables]", 'border = "#ffcc00 40%"')
    (folder / "night.toml").write_text("\n".join((*lines, 'block-cursor-text-style = "bold"')))
    (folder / "dusk.toml").write_text('primary = "#445566"\n')
    (folder / "other.toml").write_text('primary = "none"')
    library.settings = replace(library.settings, theme="night")
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert app.theme == "night"
        assert app.reader.header.status.message == "other.toml: Theme “other”: primary is no colour: none"
        assert app.reader.pane.styles.background == Color.parse("#000022")
        assert not unreadable(app)
        await app.run_action("choose_theme")
        await pilot.pause()
        await pilot.press(*"dusk", "enter")
        await until(pilot, lambda: app.theme == "dusk" and app.screen is app.reader)
        assert not unreadable(app)
