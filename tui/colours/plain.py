"""No colours, where the terminal knows none (`TERM=dumb`) or its user wants none (`NO_COLOR`, no-color.org).

What backgrounds tell is told by reversing; what inks tell by bold, italic, underline and faintness
(`no_colour.tcss`), or not at all.
"""

from __future__ import annotations

from functools import cache, lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.colours.legible import STANDS_OUT, contrast


@cache
def without_colours(ground: str) -> WithoutColours:
    """The filter for a theme of this background, one and the same each time, since lines are kept by their filters."""
    return WithoutColours(ground)


class WithoutColours(LineFilter):
    """Takes all colours away; what stands out by its background is reversed. `ground` is the theme's background."""

    def __init__(self, ground: str) -> None:
        super().__init__()
        self._ground = Color.parse(ground)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments of one line in the terminal's own two colours."""
        return [
            Segment(text, _uncoloured(style, self._ground) if style is not None else None, control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def _uncoloured(style: Style, ground: Color) -> Style:
    stands_out = (
        style.bgcolor is not None
        and not style.bgcolor.is_default
        and contrast(Color.from_rich_color(style.bgcolor), ground) >= STANDS_OUT
    )
    bare = style.without_color
    return bare + Style(reverse=not bare.reverse) if stands_out else bare
