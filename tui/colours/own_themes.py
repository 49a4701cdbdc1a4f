"""The user's own themes, from `[themes.NAME]` tables of the settings and from files of the `themes` folder beside them;
one that cannot be used is left out, and said.

A theme gives the colours of a Textual theme, its variables, and may give those of names, matches and notes; only
`primary` is needed. Colours of text that are too faint on its background are made stronger, as in any theme that is not
ours.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from textual.color import Color, ColorParseError
from textual.css.constants import VALID_STYLE_FLAGS
from textual.theme import BUILTIN_THEMES, Theme

from index.documents.cleaning import clean_line
from index.toml import parsed_toml
from tui.colours.legible import INKS, is_dark
from tui.colours.theme import entity_variables

COLOURS = (
    *("primary", "secondary", "accent", "warning", "error", "success"),
    *("foreground", "background", "surface", "panel", "boost"),
)
"""The colours of a theme that Textual knows."""
VARIABLES = frozenset(entity_variables(dark=True))
"""The colours that only this program has."""
_SHARES = ("luminosity_spread", "text_alpha")
"""What of a Textual theme is a number, from 0 to 1."""
_RECKONED = VARIABLES | INKS.keys()
"""Variables that must be a colour by itself, since a contrast is reckoned with it."""
_SHORTEST_NAME, _LONGEST_NAME = 1, 40
_LARGEST_FILE, _MOST_FILES = 64_000, 200


def own_themes(tables: Mapping[str, Mapping[str, object]], taken: Collection[str]) -> tuple[list[Theme], list[str]]:
    """The themes that the tables give, and a line for each of those that cannot be used."""
    themes: list[Theme] = []
    problems: list[str] = []
    for name, table in tables.items():
        problem = _problem(name, table, taken)
        if problem:
            problems.append(problem)
        else:
            themes.append(_theme(name, table))
    return themes, problems


def theme_files(folder: Path, taken: Collection[str]) -> tuple[list[Theme], list[str]]:
    """The themes of a folder's `.toml` files, and a line for each file that cannot be used. A theme has the `name` that
    the file gives, else that of the file.
    """
    themes: dict[str, Theme] = {}
    problems: list[str] = []
    for file in sorted(folder.glob("*.toml"))[:_MOST_FILES]:
        table, problem = _read(file)
        if not problem:
            given = table.pop("name", file.stem)
            name = given if isinstance(given, str) else ""
            problem = _problem(name, table, {*taken, *themes})
            if not problem:
                themes[name] = _theme(name, table)
        if problem:
            problems.append(f"{clean_line(file.name)}: {problem}")
    return list(themes.values()), problems


def _read(file: Path) -> tuple[dict[str, object], str]:
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST_FILE:
            return {}, "This is no file of a theme."
        return parsed_toml(file.read_text(encoding="utf-8")), ""
    except (OSError, ValueError) as problem:
        return {}, clean_line(str(problem))


def _problem(name: str, table: Mapping[str, object], taken: Collection[str]) -> str:
    shown = clean_line(name)
    if shown != name or not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME:
        return f"A theme cannot be named “{shown[:_LONGEST_NAME]}”."
    if name in taken:
        return f"There is a theme “{name}” already: yours needs another name."
    wrong = next(filter(None, (_wrong(key, value) for key, value in table.items())), "")
    if wrong:
        return f"Theme “{name}”: {wrong}"
    return "" if "primary" in table else f"Theme “{name}” needs a colour “primary”."


def _wrong(key: str, value: object) -> str:
    """What is wrong with one line of a theme, "" where nothing is."""
    if key == "dark":
        return "" if isinstance(value, bool) else "dark must be true or false."
    if key in _SHARES:
        fits = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
        return "" if fits else f"{key} must be a number from 0 to 1."
    if key == "variables":
        if not isinstance(value, dict):
            return "variables must be a table."
        return next(filter(None, (_wrong_variable(*each) for each in value.items())), "")
    if key not in COLOURS and key not in VARIABLES:
        return f"there is no colour “{clean_line(key)}”."
    return "" if isinstance(value, str) and _parsed(value) else _no("colour", key, value)


def _wrong_variable(key: str, value: object) -> str:
    if key not in _known():
        return f"there is no variable “{clean_line(key)}”."
    if key.endswith("-style"):
        fits = isinstance(value, str) and bool(value.split()) and set(value.split()) <= VALID_STYLE_FLAGS
        return "" if fits else _no("style", key, value)
    if not isinstance(value, str):
        return _no("colour", key, value)
    colour, _, share = value.partition(" ")
    alone = key in _RECKONED or key in COLOURS
    if share and not alone and share.endswith("%") and share[:-1].isdecimal() and int(share[:-1]) <= 100:
        value = colour
    return "" if _parsed(value, alone=alone) else _no("colour", key, value)


def _no(what: str, key: str, value: object) -> str:
    return f"{clean_line(key)} is no {what}: {clean_line(str(value))[:_LONGEST_NAME]}"


@cache
def _known() -> frozenset[str]:
    """The variables that Textual makes of a theme or that its own themes set, and ours."""
    made = Theme(name="", primary="red").to_color_system().generate().keys()
    return frozenset(made).union(VARIABLES, *(theme.variables for theme in BUILTIN_THEMES.values()))


def _parsed(value: str, *, alone: bool = True) -> Color | None:
    """The colour, None where it is none, or none that can be painted by itself: the terminal's own cannot be reckoned
    with, nor, where it is to be `alone`, one that lets another through.
    """
    try:
        colour = Color.parse(value)
    except ColorParseError:
        return None
    return colour if colour.ansi is None and (colour.a == 1 or not alone) else None


def _theme(name: str, table: Mapping[str, object]) -> Theme:
    background = table.get("background")
    dark = table.get("dark", is_dark(Color.parse(str(background))) if background else True)
    colours = {key: str(value) for key, value in table.items() if key in COLOURS}
    shares = {key: value for key, value in table.items() if key in _SHARES}
    given = table.get("variables", {})
    variables = {key: str(value) for key, value in table.items() if key in VARIABLES}
    variables |= {key: str(value) for key, value in given.items()} if isinstance(given, dict) else {}
    return Theme(name=name, dark=bool(dark), variables=variables, **colours, **shares)  # type: ignore[arg-type]
