"""Terminals of sixteen colours: most inks of our themes are nearest to one and the same grey there.

Those of names, and of what a comparison found, are put to the colours that the terminal has, so that kinds are told
apart by more than their style; the lines between parts to one that is seen; and the row that is chosen to one that they
are read on, as they are not on a grey.
"""

from __future__ import annotations

_ON_DARK = {
    "entity-person": "#ffff55",
    "entity-org": "#55ffff",
    "entity-place": "#55ff55",
    "entity-group": "#ff55ff",
    "entity-date": "#00aaaa",
    "entity-number": "#00aa00",
    "entity-event": "#ff5555",
    "text-error": "#ff5555",
    "text-warning": "#ffff55",
    "text-success": "#55ff55",
    "text-secondary": "#55ffff",
    "ink-primary": "#55ffff",
    "ink-accent": "#ffff55",
    "parting": "#555555",
    "primary-muted": "#0000aa",
}
# On white the bright ones and green cannot be read: some kinds share a colour there, and differ in their style.
_ON_LIGHT = {
    "entity-person": "#aa5500",
    "entity-org": "#0000aa",
    "entity-place": "#555555",
    "entity-group": "#aa00aa",
    "entity-date": "#555555",
    "entity-number": "#0000aa",
    "entity-event": "#aa0000",
    "text-error": "#aa0000",
    "text-warning": "#aa5500",
    "text-success": "#0000aa",
    "text-secondary": "#555555",
    "ink-primary": "#0000aa",
    "ink-accent": "#aa5500",
    "parting": "#aaaaaa",
    "primary-muted": "#55ffff",
}


def sixteen(*, dark: bool) -> dict[str, str]:
    """The colours of names, findings, lines and the chosen row, as Rich's standard palette has them."""
    return dict(_ON_DARK if dark else _ON_LIGHT)
