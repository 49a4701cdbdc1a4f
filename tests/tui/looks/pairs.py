"""Which colours of text are shown on which backgrounds: the pairs whose contrast is reckoned in every theme.

That there are no others is seen on the screens themselves: painted in colours of which each stands for one variable,
they tell by which variables ink and ground of every word are given.
"""

from __future__ import annotations

from textual.color import Color, ColorParseError

from tui.app import ReaderApp
from tui.colours.legible import DIMMED, TEXT
from tui.colours.theme import LIGHT, entity_variables

PAGES = ("background", "surface", "panel", "primary-muted")
"""What stands behind whole lines: the page, fields and panels, titles, and the row that is chosen."""
NAMES = tuple(name for name in entity_variables(dark=True) if name.startswith("entity-"))
INKS = (
    "foreground",
    *("ink-primary", "ink-accent"),
    *(f"text-{name}" for name in ("primary", "secondary", "accent", "warning", "error", "success", "muted")),
    *NAMES,
)
"""What text is shown in."""
PAIRS: dict[tuple[str, str], float] = (
    {(ink, ground): TEXT for ink in INKS for ground in PAGES}
    | {(ink, "note-background"): TEXT for ink in ("foreground", *NAMES)}
    | {(f"{kind}-foreground", f"{kind}-background"): TEXT for kind in ("match", "current", "screen-selection")}
    # A conflict that one stands on is reversed.
    | {("background", "text-error"): TEXT, ("surface", "text-error"): TEXT}
    | {("input-cursor-foreground", "input-cursor-background"): TEXT}
    # Captions and lines of the page, and all else where one name stands out.
    | {("text-disabled", "background"): DIMMED}
)
"""Ink and ground, with the least contrast that they have."""
_DRAWN = {("parting", "background"), ("primary", "panel"), ("scrollbar", "background"), ("background", "scrollbar")}
"""Lines and bars that tell nothing but where a part ends, and how far a list is scrolled."""


def painted_in_codes(app: ReaderApp) -> dict[str, str]:
    """Gives every variable a colour of its own, and the screen these; gives back which stands for which."""
    given = app.get_css_variables()
    codes: dict[str, str] = {}
    meant: dict[str, str] = {}
    for number, (name, value) in enumerate(sorted(given.items())):
        code = Color(40 + number // 16 * 8, 40 + number % 16 * 8, 100).hex6
        codes[name] = code if _is_colour(value) else value
        meant[code] = name
    app.get_css_variables = lambda: codes  # type: ignore[method-assign]
    app.theme = LIGHT
    return meant


def _is_colour(value: str) -> bool:
    if value.startswith("auto"):
        return True
    try:
        colour = Color.parse(value)
    except ColorParseError:
        return False
    return colour.a > 0 and colour.ansi is None


def unknown_pairs(app: ReaderApp, meant: dict[str, str]) -> dict[tuple[str, str], str]:
    """The pairs on the screen that are not reckoned, each with a word that is painted in it."""
    found: dict[tuple[str, str], str] = {}
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style is None or style.color is None or style.bgcolor is None or not text.strip():
                continue
            ink, ground = (Color.from_rich_color(colour).hex6 for colour in (style.color, style.bgcolor))
            if style.reverse:
                ink, ground = ground, ink
            pair = meant.get(ink, ink), meant.get(ground, ground)
            if pair not in PAIRS and (pair not in _DRAWN or any(map(str.isalnum, text))):
                found[pair] = text.strip()
    return found
