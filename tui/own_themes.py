"""The user's own themes, from `[themes.NAME]` tables of the settings; one that cannot be used is left out, and said.

A theme gives the colours of a Textual theme, and may give those of names, matches and notes; only `primary` is needed.
Colours of text that are too faint on its background are made stronger, as in any theme that is not ours.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from textual.color import Color, ColorParseError
from textual.theme import Theme

from index.documents.cleaning import clean_line
from tui.legible import is_dark
from tui.theme import entity_variables

COLOURS = (
    *("primary", "secondary", "accent", "warning", "error", "success"),
    *("foreground", "background", "surface", "panel", "boost"),
)
"""The colours of a theme that Textual knows."""
VARIABLES = frozenset(entity_variables(dark=True))
"""The colours that only this program has."""
_SHORTEST_NAME, _LONGEST_NAME = 1, 40


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


def _problem(name: str, table: Mapping[str, object], taken: Collection[str]) -> str:
    shown = clean_line(name)
    if shown != name or not _SHORTEST_NAME <= len(name) <= _LONGEST_NAME:
        return f"A theme cannot be named “{shown[:_LONGEST_NAME]}”."
    if name in taken:
        return f"There is a theme “{name}” already: yours needs another name."
    for key, value in table.items():
        if key == "dark":
            if not isinstance(value, bool):
                return f"Theme “{name}”: dark must be true or false."
        elif key not in COLOURS and key not in VARIABLES:
            return f"Theme “{name}”: there is no colour “{clean_line(key)}”."
        elif not isinstance(value, str) or _parsed(value) is None:
            return f"Theme “{name}”: {key} is no colour: {clean_line(str(value))[:_LONGEST_NAME]}"
    return "" if "primary" in table else f"Theme “{name}” needs a colour “primary”."


def _parsed(value: str) -> Color | None:
    """The colour, None where it is none that can be painted by itself: the terminal's own cannot be reckoned with."""
    try:
        colour = Color.parse(value)
    except ColorParseError:
        return None
    return colour if colour.ansi is None and colour.a == 1 else None


def _theme(name: str, table: Mapping[str, object]) -> Theme:
    background = table.get("background")
    dark = table.get("dark", is_dark(Color.parse(str(background))) if background else True)
    colours = {key: str(value) for key, value in table.items() if key in COLOURS}
    variables = {key: str(value) for key, value in table.items() if key in VARIABLES}
    return Theme(name=name, dark=bool(dark), variables=variables, **colours)  # type: ignore[arg-type]
