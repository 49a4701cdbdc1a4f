"""Which colours there are: the themes, what becomes of them on a poor terminal, and the choice among them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual.theme import BUILTIN_THEMES, Theme

from index.settings import themes_folder
from tui.colours.theme import DARK, LIGHT, THEMES, entity_variables
from tui.commandline.output import plain_terminal
from tui.keys import OrderedKeys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter

    from index.settings import Settings

_STYLES = Path(__file__).parent.with_name("styles")
_OWN = frozenset(theme.name for theme in THEMES)
_THEMES = BUILTIN_THEMES | {theme.name: theme for theme in THEMES}


class ThemedApp(OrderedKeys):
    """An application in the theme of the settings, else in that in which it was `left`, else in the dark one.

    On a `real_terminal` the colours are those that it has. What cannot be used is told in `problems`, a line each.
    """

    def __init__(self, settings: Settings, left: str, problems: list[str], *, real_terminal: bool) -> None:
        self._settings = settings
        self._real_terminal = real_terminal
        self._choice = _THEMES | self._own_themes(problems)
        wanted = settings.theme or (left if left in self._choice else DARK)
        if wanted not in self._choice:
            problems.append(f"There is no theme “{wanted}”.")
            wanted = DARK
        # Chosen before the style sheets are read: they would all be read once more for another theme.
        self.set_reactive(ThemedApp.theme, wanted)
        self._plain = real_terminal and "TEXTUAL_DRIVER" not in os.environ and plain_terminal()
        # Textual takes NO_COLOR out of the environment.
        coloured = "NO_COLOR" not in os.environ and not self._plain
        sheets = ("app.tcss",) if coloured else ("app.tcss", "no_colour.tcss")
        super().__init__(css_path=[str(_STYLES / sheet) for sheet in sheets])

    def say(self, text: str) -> None:
        """Says a line where the application says such."""
        raise NotImplementedError

    def _own_themes(self, told: list[str]) -> dict[str, Theme]:
        """The user's themes; what is wrong with the others is said."""
        tables, folder = self._settings.themes, themes_folder()
        if not tables and not folder.is_dir():
            return {}
        from tui.colours.own_themes import own_themes, theme_files

        themes, problems = own_themes(tables, _THEMES)
        more, others = theme_files(folder, {*_THEMES, *(theme.name for theme in themes)})
        told.extend(problems + others)
        return {theme.name: theme for theme in themes + more}

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes, those of this program, those of the user, and those that were registered."""
        return self._choice | super().available_themes

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name; asked for many times in each painting, so our own are found at once."""
        return self._choice.get(theme_name) or super().get_theme(theme_name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of entities and matches, fit for a dark or a light theme."""
        return entity_variables(dark=self.current_theme.dark)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What each line passes on its way to the terminal."""
        if not (self._plain or self.no_color):
            return super().get_line_filters()
        # Instead of Textual's own, which turn colours into greys (`NO_COLOR`), and faintness into a colour.
        from tui.colours.plain import without_colours

        return [without_colours(self.current_theme.background or "black")]

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables; text of a theme that is not ours is made legible."""
        variables = super().get_css_variables()
        variables.setdefault("parting", variables["panel"])  # the lines between the parts of a screen
        if self.theme not in _OWN:
            from tui.colours.legible import legible

            self.theme_variables = variables = variables | legible(variables)
        if self._real_terminal and self.console.color_system == "standard":
            from tui.colours.sixteen import sixteen

            self.theme_variables = variables = variables | sixteen(dark=self.current_theme.dark)
        return variables

    def action_next_theme(self) -> None:
        """Light for dark, dark for light."""
        self.theme = LIGHT if self.current_theme.dark else DARK

    def action_choose_theme(self) -> None:
        """Choose among all themes, each shown as the cursor comes to it."""
        from tui.screens.asking.theming import ThemesScreen

        def chosen(name: str | None) -> None:
            if name is not None:
                self.theme = name
                if (fixed := self._settings.theme) not in ("", name):
                    self.say(f"The settings name the theme “{fixed}”: it is back when the program starts again.")

        own = frozenset(self._choice.keys() - _THEMES.keys())
        names = sorted(own) + sorted(_OWN) + sorted(_THEMES.keys() - _OWN)
        self.push_screen(ThemesScreen(names, self.theme, own), chosen)
