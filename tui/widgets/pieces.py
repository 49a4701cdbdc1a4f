"""Lines of styled pieces on the screen: what pure functions say (`Piece`) becomes strips of cells, never read as
markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.columns import Line, Piece, cut_line
from tui.widgets.late_looks import LateLooks

_LOOK = attrgetter("style")

PIECE_CLASSES: frozenset[str] = frozenset(
    f"row--{look}"
    for look in (
        "head",
        "muted",
        "strong",
        "accent",
        "match",
        "same",
        "partial",
        "only",
        "conflict",
        "differs",
        "variant",
        "word",
        "quote",
    )
)

# Each look is told apart without colour too, or by the letter that stands before it.
PIECE_CSS = """
    & > .row--head { color: $ink-primary; text-style: bold; }
    & > .row--muted { color: $text-muted; }
    & > .row--strong { text-style: bold; }
    & > .row--accent { color: $ink-accent; }
    & > .row--match { color: $text-warning; text-style: bold; }
    & > .row--same { color: $text-muted; }
    & > .row--partial { color: $text-secondary; }
    & > .row--only { color: $text-success; }
    & > .row--conflict { color: $text-error; text-style: bold; }
    & > .row--differs { color: $text-warning; text-style: bold; }
    & > .row--variant { color: $text-muted; text-style: italic; }
    & > .row--word { color: $text-muted; text-style: underline; }
    & > .row--quote { color: $text-secondary; }
"""


Inks = dict[str, Style]
"""Looks that were made, over one base."""


def paint(widget: Widget, line: Sequence[Piece], width: int, base: Style, inks: Inks | None = None) -> Strip:
    """The line in exactly `width` cells, each piece in the look of its component class over `base`.

    `inks` keeps the looks from line to line, as long as neither the theme nor `base` is another.
    """
    known: Inks = {} if inks is None else inks
    segments: list[Segment] = []
    # Textual looks at each segment several times, so neighbours of one look are one.
    for look, pieces in groupby(cut_line(line, width), _LOOK):
        if text := "".join([piece.text for piece in pieces]):
            style = known.get(look)
            if style is None:
                style = known[look] = base + ink(widget, look) if look else base
            segments.append(Segment(text, style))
    return Strip(segments, width)


def ink(widget: Widget, look: str) -> Style:
    """A look's colour and attributes, without the background that it was reckoned against: the cursor has its own."""
    style = widget.get_visual_style(look).rich_style
    return style.without_color + Style.from_color(style.color)


Make = Callable[[int], Sequence[Line]]
"""Gives lines for a width in cells."""


class Lines(LateLooks):
    """A few lines made anew for each width by a pure function; it is as high as `height` in its styles says."""

    LOOKS: ClassVar[frozenset[str]] = PIECE_CLASSES
    DEFAULT_CSS = f"Lines {{ height: auto; {PIECE_CSS} }}"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._make: Make = lambda width: ()

    def show(self, make: Make) -> None:
        """Show what `make` gives for the width in cells."""
        self._make = make
        self.refresh(layout=self.styles.is_auto_height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are."""
        return len(self._make(width))

    def render_line(self, y: int) -> Strip:
        """One line of cells."""
        width = self.size.width
        lines = self._make(width) if width > 0 else ()
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        return paint(self, lines[y], width, self.rich_style)
