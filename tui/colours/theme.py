"""The colours: a dark and a light theme of our own, and colours for entities and matches for any theme.

Every text colour has a contrast of at least 4.5 to 1 on each of its backgrounds (WCAG 2.2, AA), the row that is chosen
(`primary-muted`) among them; a test computes it. Themes of others are made legible where they are not
(`tui.colours.legible`).
"""

from __future__ import annotations

from textual.theme import Theme

DARK = "reader-dark"
LIGHT = "reader-light"

_ON_DARK = {
    "entity-person": "#e6c384",
    "entity-org": "#7fb4ca",
    "entity-place": "#98bb6c",
    "entity-group": "#d98ba5",
    "entity-date": "#b3a1d8",
    "entity-number": "#7fc1b0",
    "entity-event": "#e39a76",
    "match-background": "#4b411f",
    "match-foreground": "#fff3cf",
    "current-background": "#e6c384",
    "current-foreground": "#14161a",
    "note-background": "#223a44",
}
_ON_LIGHT = {
    "entity-person": "#80520a",
    "entity-org": "#175a86",
    "entity-place": "#3a661f",
    "entity-group": "#962b58",
    "entity-date": "#57439a",
    "entity-number": "#0f665a",
    "entity-event": "#9c400f",
    "match-background": "#f7e6a6",
    "match-foreground": "#2b2410",
    "current-background": "#1f5d99",
    "current-foreground": "#ffffff",
    "note-background": "#d6e8ee",
}


def entity_variables(*, dark: bool) -> dict[str, str]:
    """The CSS variables for entities, matches and notes on a dark or a light background."""
    return dict(_ON_DARK if dark else _ON_LIGHT)


THEMES = (
    Theme(
        name=DARK,
        primary="#8fb3d9",
        secondary="#9db0a5",
        accent="#e6c384",
        warning="#e0af68",
        error="#e8838b",
        success="#98bb6c",
        foreground="#d6d9df",
        background="#14161a",
        surface="#1c1f25",
        panel="#1c1f25",
        dark=True,
        variables={
            "ink-primary": "#8fb3d9",
            "ink-accent": "#e5c384",
            "text-muted": "#979da8",
            "primary-muted": "#2a3440",
            "parting": "#343b47",
            "text-disabled": "#7d838e",
            "block-cursor-background": "#8fb3d9",
            "block-cursor-foreground": "#14161a",
            "screen-selection-background": "#33455c",
            "screen-selection-foreground": "#f2f4f7",
            "scrollbar": "#2b303a",
            "scrollbar-hover": "#3a414e",
            "scrollbar-active": "#8fb3d9",
            "footer-key-foreground": "#8fb3d9",
        },
    ),
    Theme(
        name=LIGHT,
        primary="#1f5d99",
        secondary="#4c6257",
        accent="#80520a",
        warning="#80520a",
        error="#ad231b",
        success="#3a661f",
        foreground="#25272c",
        background="#faf8f4",
        surface="#f0ede6",
        panel="#f0ede6",
        dark=False,
        variables={
            "ink-primary": "#1f5d99",
            "ink-accent": "#7f520a",
            "text-muted": "#5a5d64",
            "primary-muted": "#cdd8e1",
            "parting": "#d0cabd",
            "text-disabled": "#6b6e75",
            "block-cursor-background": "#1f5d99",
            "block-cursor-foreground": "#ffffff",
            "screen-selection-background": "#c4d8ee",
            "screen-selection-foreground": "#101214",
            "scrollbar": "#d8d3c8",
            "scrollbar-hover": "#c2bcae",
            "scrollbar-active": "#1f5d99",
            "footer-key-foreground": "#1f5d99",
        },
    ),
)
