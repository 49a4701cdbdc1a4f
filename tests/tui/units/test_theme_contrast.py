"""Every colour that text is shown in can be read on its background (WCAG 2.2: at least 4.5 to 1, dimmed 3 to 1)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from index.library import Library
from tests.tui.looks.pairs import INKS, PAGES, PAIRS
from tui.app import ReaderApp
from tui.colours.legible import DIMMED, STANDS_OUT, TEXT, contrast, legible
from tui.colours.sixteen import sixteen
from tui.colours.theme import THEMES, entity_variables

OTHERS = [theme for name, theme in BUILTIN_THEMES.items() if not name.startswith("ansi")]


def ratio(one: str, other: str) -> float:
    return contrast(Color.parse(one), Color.parse(other))


def variables(theme: Theme) -> dict[str, str]:
    """The variables of a theme as the program uses them."""
    given = entity_variables(dark=theme.dark) | theme.to_color_system().generate() | theme.variables
    return given if theme in THEMES else given | legible(given)


@pytest.mark.parametrize("theme", [*THEMES, *OTHERS], ids=lambda theme: theme.name)
def test_every_ink_on_every_ground_it_is_shown_on(theme: Theme) -> None:
    used = variables(theme)
    names = {name for name in used if name.startswith(("entity-", "ink-", "text-"))} - {"text"}
    assert names <= {ink for ink, _ in PAIRS}
    faint = {(ink, ground): ratio(used[ink], used[ground]) for ink, ground in PAIRS}
    assert {pair: found for pair, found in faint.items() if found < PAIRS[pair]} == {}
    assert ratio(used["parting"], used["background"]) >= STANDS_OUT
    for cursor in ("primary-muted", "screen-selection-background", "current-background", "text-error"):
        assert ratio(used[cursor], used["background"]) >= STANDS_OUT, cursor


@pytest.mark.parametrize("theme", OTHERS, ids=lambda theme: theme.name)
def test_what_can_be_read_stays_as_it_was(theme: Theme) -> None:
    given = entity_variables(dark=theme.dark) | theme.to_color_system().generate() | theme.variables
    used = given | legible(given)
    for name in INKS:
        grounds = [used[ground] for ink, ground in PAIRS if ink == name and ground in PAGES]
        own = given.get(name, "auto")
        if not own.startswith("auto") and all(ratio(own, ground) >= TEXT for ground in grounds):
            assert Color.parse(used[name]) == Color.parse(own), name
    inks = [used[name] for name in INKS]
    cursor = given["primary-muted"]
    if ratio(cursor, used["background"]) >= STANDS_OUT and all(ratio(ink, cursor) >= TEXT for ink in inks):
        assert Color.parse(used["primary-muted"]) == Color.parse(cursor)


COLOURS = st.builds(Color, *(st.integers(0, 255),) * 3).map(lambda colour: colour.hex6)


@given(COLOURS, COLOURS, st.booleans())
def test_any_theme(primary: str, background: str, dark: bool) -> None:
    """Of any two colours a theme can be made; on backgrounds that are alike all of its inks can be read."""
    used = variables(
        Theme("any", primary=primary, background=background, surface=background, panel=background, dark=dark)
    )
    names = [name for name in used if name.startswith(("entity-", "ink-"))]
    for ground in {used[name] for name in PAGES}:
        for name in ("foreground", "text-muted", "text-error", *names):
            assert ratio(used[name], ground) >= TEXT, name
        assert ratio(used["text-disabled"], used["background"]) >= DIMMED


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
def test_the_colours_of_the_terminal_are_left_alone(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    given = entity_variables(dark=theme.dark) | theme.to_color_system().generate()
    assert set(legible(given)) == {"ink-primary", "ink-accent"}


@pytest.mark.parametrize(("dark", "page", "kinds"), [(True, "#000000", 7), (False, "#ffffff", 5)])
def test_names_on_a_terminal_of_sixteen_colours(dark: bool, page: str, kinds: int) -> None:
    inks = {name: ink for name, ink in sixteen(dark=dark).items() if name.startswith("entity-")}
    assert inks.keys() == {name for name in entity_variables(dark=dark) if name.startswith("entity-")}
    shown = {RichColor.parse(ink).downgrade(ColorSystem.STANDARD).number for ink in inks.values()}
    assert len(shown) == kinds
    assert all(ratio(ink, page) >= TEXT for ink in inks.values())


@pytest.mark.parametrize(("dark", "page"), [(True, "#000000"), (False, "#ffffff")])
def test_findings_and_lines_on_a_terminal_of_sixteen_colours(dark: bool, page: str) -> None:
    inks = sixteen(dark=dark)
    findings = [inks[f"text-{name}"] for name in ("error", "warning", "success")]
    assert len({RichColor.parse(ink).downgrade(ColorSystem.STANDARD).number for ink in findings}) == 3
    texts = [ink for name, ink in inks.items() if name not in ("parting", "primary-muted")]
    assert all(ratio(ink, page) >= TEXT for ink in texts)
    # Red, green and brown come no nearer to 4.5 on any of the sixteen on which the others are read too.
    assert all(ratio(ink, inks["primary-muted"]) >= 4.2 for ink in (*texts, "#aaaaaa" if dark else "#555555"))
    assert ratio(inks["primary-muted"], page) >= STANDS_OUT / (1 if dark else 1.2)
    line = RichColor.parse(inks["parting"]).downgrade(ColorSystem.STANDARD)
    assert line != RichColor.parse(page).downgrade(ColorSystem.STANDARD)


def test_they_are_used_there(monkeypatch: pytest.MonkeyPatch, starter_library: Library) -> None:
    app = ReaderApp(starter_library, real_terminal=True)
    monkeypatch.setattr(app.console, "_color_system", ColorSystem.TRUECOLOR)
    assert app.get_css_variables()["entity-person"] == "#e6c384"
    monkeypatch.setattr(app.console, "_color_system", ColorSystem.STANDARD)
    assert app.get_css_variables()["entity-person"] == "#ffff55"
