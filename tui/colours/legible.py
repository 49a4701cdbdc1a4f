"""Themes of others made legible: the colours of text moved away from the background until they can be read on it.

The measure is the contrast ratio of WCAG 2.2: at least 4.5 to 1 (AA), for what is dimmed at least 3 to 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual.color import Color

TEXT, DIMMED = 4.5, 3.0
INKS = {
    "foreground": TEXT,
    "text-primary": TEXT,
    "text-secondary": TEXT,
    "text-accent": TEXT,
    "text-warning": TEXT,
    "text-error": TEXT,
    "text-success": TEXT,
    "text-muted": TEXT,
    "text-disabled": DIMMED,
}
"""Variables that are colours of text, and the least contrast of each."""
_GROUNDS = ("background", "surface", "panel")
STANDS_OUT = 1.3
"""Contrast to the page from which on a background says something: a cursor, a selection, a match."""
_EXTREMES = (Color(255, 255, 255), Color(0, 0, 0))
_STEPS = 20
_PARTING = 0.2
"""How much of the ink the lines between the parts of a screen have: seen, and not looked at."""


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two opaque colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    def channel(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b)


def is_dark(ground: Color) -> bool:
    """Whether white is read better on it than black."""
    return contrast(ground, _EXTREMES[0]) > contrast(ground, _EXTREMES[1])


def legible(theme: Mapping[str, str]) -> dict[str, str]:
    """What to put in the place of a theme's variables, so that text can be read on all of its backgrounds; only the
    inks of headings and accents for a theme that leaves the colours to the terminal.
    """
    grounds = [Color.parse(theme[name]) for name in _GROUNDS]
    page = grounds[0]
    if page.ansi is not None:
        return {f"ink-{name}": theme[name] for name in ("primary", "accent")}
    inks = {name: (_on(theme[name], page), least) for name, least in INKS.items()}
    inks |= {f"ink-{name}": (_on(theme[name], page), TEXT) for name in ("primary", "accent")}
    inks |= {name: (_on(theme[name], page), TEXT) for name in theme if name.startswith("entity-")}
    cursor = _cursor(theme, grounds, inks)
    made = {
        name: _readable(ink, grounds if least < TEXT else (*grounds, cursor), least)
        for name, (ink, least) in inks.items()
    }
    made["primary-muted"] = cursor
    made["parting"] = page.blend(made["foreground"], _PARTING)
    in_article = [ink for name, ink in made.items() if name == "foreground" or name.startswith("entity-")]
    note = Color.parse(theme["note-background"])
    made["note-background"] = _first(_steps(note, page), lambda one: _fits(in_article, one))
    for name in ("match", "current"):
        ground = _on(theme[f"{name}-background"], page)
        made[f"{name}-foreground"] = _readable(_on(theme[f"{name}-foreground"], ground), (ground,), TEXT)
    made["screen-selection-background"] = selection = page.blend(_on(theme["primary"], page), 0.5)
    made["screen-selection-foreground"] = max(_EXTREMES, key=lambda one: contrast(one, selection))
    return {name: colour.hex6 for name, colour in made.items()}


def _cursor(theme: Mapping[str, str], grounds: Sequence[Color], inks: Mapping[str, tuple[Color, float]]) -> Color:
    """The background of the row that is chosen: as near to the theme's own as all text can be read on it.

    It stays apart from the page where it can; the inks are made stronger on it then.
    """
    page = grounds[0]
    muted, primary = (_on(theme[name], page) for name in ("primary-muted", "primary"))
    texts = [_readable(ink, grounds, least) for ink, least in inks.values() if least >= TEXT]
    towards_page = _steps(muted, page)
    seen = [one for one in towards_page if contrast(one, page) >= STANDS_OUT]
    if not seen:
        seen = [one for one in _steps(muted, primary) if contrast(one, page) >= STANDS_OUT][:1]
    fitting = [one for one in seen if _fits(texts, one)]
    strongest = [_readable(ink, (*grounds, seen[-1]), TEXT) for ink in texts] if seen else []
    if not fitting and seen and all(_fits(strongest, ground) for ground in (*grounds, seen[-1])):
        return seen[-1]
    return _first(fitting or towards_page, lambda one: _fits(texts, one))


def _fits(inks: Sequence[Color], ground: Color) -> bool:
    """Whether text of all these colours can be read on the background."""
    return all(contrast(ink, ground) >= TEXT for ink in inks)


def _on(value: str, ground: Color) -> Color:
    """A colour as it is seen on a background; "auto 60%" is white or black of that strength, whichever is farther."""
    if value.startswith("auto"):
        strength = float(value.split()[1].rstrip("%")) / 100 if " " in value else 1.0
        return ground.blend(ground.get_contrast_text(1.0), strength)
    colour = Color.parse(value)
    return ground.blend(colour.with_alpha(1.0), colour.a)


def _readable(ink: Color, grounds: Sequence[Color], least: float) -> Color:
    """The colour nearest to `ink`, towards white or black, that has the contrast on every background."""
    farthest = max(_EXTREMES, key=lambda one: min(contrast(one, ground) for ground in grounds))
    return _first(_steps(ink, farthest), lambda one: all(contrast(one, ground) >= least for ground in grounds))


def _steps(one: Color, other: Color) -> list[Color]:
    return [Color.parse(one.blend(other, step / _STEPS).hex6) for step in range(_STEPS + 1)]


def _first(colours: Sequence[Color], fits: Callable[[Color], bool]) -> Color:
    """The first colour that fits, else the last."""
    return next((one for one in colours if fits(one)), colours[-1])
