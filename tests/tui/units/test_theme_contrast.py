"""Every colour that text is shown in can be read on its background (WCAG 2.2: at least 4.5 to 1)."""

from __future__ import annotations

import pytest
from textual.color import Color

from tui.theme import THEMES, entity_variables


def luminance(colour: str) -> float:
    def channel(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = Color.parse(colour).rgb
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_contrast(theme) -> None:
    names = entity_variables(dark=theme.dark)
    for background in (theme.background, theme.surface, theme.panel):
        inks = {name: value for name, value in names.items() if name.startswith("entity-")}
        inks |= {name: theme.variables[name] for name in ("text-muted", "footer-key-foreground")}
        inks |= {
            name: getattr(theme, name) for name in ("foreground", "primary", "accent", "warning", "error", "success")
        }
        for name, ink in inks.items():
            assert contrast(ink, background) >= 4.5, (name, background)
    assert contrast(theme.variables["text-disabled"], theme.background) >= 4.5
    for kind in ("match", "current"):
        assert contrast(names[f"{kind}-foreground"], names[f"{kind}-background"]) >= 4.5
    assert contrast(theme.foreground, names["note-background"]) >= 4.5
    assert (
        contrast(theme.variables["screen-selection-foreground"], theme.variables["screen-selection-background"]) >= 4.5
    )
