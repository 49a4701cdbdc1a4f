"""Themes of the user's own: what is wrong with one is said in a line, and all of their text can be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from index.errors import StateError
from index.settings import load_settings
from tui.colours.legible import TEXT, contrast, legible
from tui.colours.own_themes import COLOURS, VARIABLES, own_themes, theme_files
from tui.colours.theme import entity_variables


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ({}, "Theme “night” needs a colour “primary”."),
        ({"primary": "#12"}, "Theme “night”: primary is no colour: #12"),
        ({"primary": 7}, "Theme “night”: primary is no colour: 7"),
        ({"primary": "red", "prmary": "red"}, "Theme “night”: there is no colour “prmary”."),
        ({"primary": "red", "dark": "yes"}, "Theme “night”: dark must be true or false."),
        ({"primary": "red", "panel": "ansi_blue"}, "Theme “night”: panel is no colour: ansi_blue"),
        ({"primary": "red", "panel": "red 20%"}, "Theme “night”: panel is no colour: red 20%"),
        ({"primary": "red", "text_alpha": 2}, "Theme “night”: text_alpha must be a number from 0 to 1."),
        ({"primary": "red", "variables": "red"}, "Theme “night”: variables must be a table."),
        ({"primary": "red", "variables": {"bordr": "red"}}, "Theme “night”: there is no variable “bordr”."),
        ({"primary": "red", "variables": {"border": "red 1"}}, "Theme “night”: border is no colour: red 1"),
        ({"primary": "red", "variables": {"border": 7}}, "Theme “night”: border is no colour: 7"),
        ({"primary": "red", "variables": {"text-muted": "red 9%"}}, "Theme “night”: text-muted is no colour: red 9%"),
        ({"primary": "red", "variables": {"link-style": "loud"}}, "Theme “night”: link-style is no style: loud"),
    ],
)
def test_a_theme_that_cannot_be_used_is_said_in_a_line(table: Mapping[str, object], problem: str) -> None:
    good = {"primary": "#336699"}
    themes, problems = own_themes({"night": table, "day": good}, ())
    assert ([theme.name for theme in themes], problems) == (["day"], [problem])


def test_names_are_plain_and_not_taken() -> None:
    _, problems = own_themes({"nord": {"primary": "red"}, "a\x1b[0m": {"primary": "red"}}, ("nord",))
    assert problems[0] == "There is a theme “nord” already: yours needs another name."
    assert problems[1].startswith("A theme cannot be named “a")
    assert "\x1b" not in problems[1]


def test_dark_is_told_by_the_background() -> None:
    tables = {"a": {"primary": "red", "background": "#fffff0"}, "b": {"primary": "red", "background": "#101010"}}
    assert [theme.dark for theme in own_themes(tables, ())[0]] == [False, True]


INKS = st.builds(Color, *(st.integers(0, 255),) * 3).map(lambda colour: colour.hex6)


@given(st.fixed_dictionaries({"primary": INKS}, optional=dict.fromkeys((*COLOURS[1:], *sorted(VARIABLES)), INKS)))
def test_text_of_any_of_them_can_be_read(table: dict[str, str]) -> None:
    ((theme,), _) = own_themes({"mine": table}, ())
    given = entity_variables(dark=theme.dark) | theme.to_color_system().generate() | theme.variables
    used = given | legible(given)
    for name in [each for each in used if each.startswith("entity-")]:
        grounds = [Color.parse(used[ground]) for ground in ("background", "surface", "panel")]
        # Where the backgrounds are far apart nothing is read on all of them; black or white is the best there is then.
        best = max(min(contrast(ink, ground) for ground in grounds) for ink in (Color(0, 0, 0), Color(255, 255, 255)))
        found = min(contrast(Color.parse(used[name]), ground) for ground in grounds)
        assert found >= min(TEXT, best) - 0.01, name
    for kind in ("match", "current"):
        assert contrast(Color.parse(used[f"{kind}-foreground"]), Color.parse(used[f"{kind}-background"])) >= TEXT


def test_they_are_read_from_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.toml"
    monkeypatch.setattr("index.settings.config_file", lambda: file)
    file.write_text('theme = "night"\n[themes.night]\nprimary = "red"\ndark = true\n')
    assert load_settings({}).themes == {"night": {"primary": "red", "dark": True}}
    file.write_text('[themes]\nnight = "red"\n')
    with pytest.raises(StateError, match="themes must be tables of colours"):
        load_settings({})


GOOD = """
primary = "#7aa2f7"
background = "#1a1b26"
luminosity_spread = 0.2
entity-person = "gold"

[variables]
border = "#7aa2f7 40%"
footer-key-foreground = "#ff9e64"
block-cursor-text-style = "bold not underline"
"""


def test_a_file_each_is_a_theme_and_a_bad_one_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "night.toml").write_text(GOOD)
    (tmp_path / "renamed.toml").write_text('name = "day"\nprimary = "red"\ndark = false\n')
    (tmp_path / "x.toml").write_text("primary = ")
    (tmp_path / "y.toml").write_bytes(b"primary = '\xff'")
    (tmp_path / "z.toml").write_text('name = 3\nprimary = "red"')
    (tmp_path / "zz.toml").write_text('name = "night"\nprimary = "red"')
    (tmp_path / "zzz.toml").mkdir()
    (tmp_path / "zzzz.toml").write_text("primary = " + "9" * 5_000)
    (tmp_path / "zzzzz.toml").write_text("primary = " + "[" * 9_000)
    (tmp_path / "notes.txt").write_text("no theme")
    themes, problems = theme_files(tmp_path, ("nord",))
    assert [(theme.name, theme.dark) for theme in themes] == [("night", True), ("day", False)]
    assert themes[0].luminosity_spread == 0.2
    assert themes[0].variables["entity-person"] == "gold"
    assert themes[0].variables["border"] == "#7aa2f7 40%"
    starts = ("x.toml: Invalid", "y.toml: ", "z.toml: A theme cannot be named", "zz.toml: There is a theme “night” alr")
    last = ("zzz.toml: This is no file of a theme.", "zzzz.toml: Exceeds the limit", "zzzzz.toml: nested too deep")
    for problem, start in zip(problems, (*starts, *last), strict=True):
        assert problem.startswith(start)
        assert "\n" not in problem
    assert theme_files(tmp_path / "none", ()) == ([], [])


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_textuals_own_themes_can_be_written_as_files(theme: Theme, tmp_path: Path) -> None:
    if theme.ansi:
        pytest.skip("the terminal's own colours cannot be reckoned with")
    lines = [f'{key} = "{value}"' for key in COLOURS if (value := getattr(theme, key)) is not None]
    lines += [f"dark = {str(theme.dark).lower()}", f"text_alpha = {theme.text_alpha}", "[variables]"]
    lines += [f'{key} = "{value}"' for key, value in theme.variables.items()]
    (tmp_path / "mine.toml").write_text("\n".join(lines))
    themes, problems = theme_files(tmp_path, ())
    assert problems == []
    assert [(one.primary, one.dark, one.variables) for one in themes] == [(theme.primary, theme.dark, theme.variables)]
