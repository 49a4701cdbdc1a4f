"""What the kinds of names are called on the screen, and the line of a count that several lists share."""

from __future__ import annotations

from index.entities.model import EntityType
from tui.widgets.columns import Line, Piece, fit

KIND_NAMES: dict[EntityType, str] = {
    "PERSON": "person",
    "ORG": "organisation",
    "PLACE": "place",
    "GROUP": "group",
    "DATE": "date",
    "NUMBER": "number",
    "EVENT": "event",
}
"""One of a kind."""

A_KIND: dict[EntityType, str] = {
    kind: f"an {name}" if name[0] in "aeo" else f"a {name}" for kind, name in KIND_NAMES.items()
}
"""One of a kind, with its article."""

KINDS_NAMES: dict[EntityType, str] = {
    "PERSON": "People",
    "ORG": "Organisations",
    "PLACE": "Places",
    "GROUP": "Groups",
    "DATE": "Dates",
    "NUMBER": "Numbers",
    "EVENT": "Events",
}
"""Several of a kind, as a heading."""

_BAR = 12
_BAR_FROM = 50


def counted_line(number: int, most: int, width: int, *what: Piece) -> Line:
    """A count, where there is room a bar as long as its share of `most`, and what is counted."""
    bar = "━" * max(1, round(_BAR * number / max(1, most)))
    between = Piece(f" {fit(bar, _BAR)} ", "row--accent") if width >= _BAR_FROM else Piece(" ")
    return (Piece(fit(f"{number:,}", 6, "right"), "row--strong"), between, *what)
