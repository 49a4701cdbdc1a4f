"""A card that tells of a name: what it is, what else it goes by, how often it is mentioned here and in the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from index.wording import counted
from tui.widgets.columns import Line, Piece, cells, fit, one_line
from tui.widgets.kinds import KIND_NAMES
from tui.widgets.name_looks import NAME_CSS, NAME_LOOKS
from tui.widgets.pieces import PIECE_CLASSES, Lines

if TYPE_CHECKING:
    from textual.geometry import Region

    from index.entities.model import Entity, Mention

_BEFORE, _AFTER = 2, 3
"""Cells of the card before its text, with which that stands in the column of the article's, and at most after it."""
_SCROLLBAR = 1
_ANY = 64
"""A width, where only the number of lines is asked for."""


def card_lines(entity: Entity, mention: Mention, in_all: tuple[int, int] | None, width: int) -> tuple[Line, ...]:
    """The card; `in_all` is how often the corpus mentions the entity, and in how many articles, None while unknown."""
    kind = KIND_NAMES[entity.type]
    value = f" · {mention.value}" if mention.value and mention.value != mention.text else ""
    said = fit(f"{kind}{value}", max(4, width // 2)).rstrip()
    name = fit(one_line(entity.name), max(4, width - cells(said) - 2)).rstrip()
    lines: list[Line] = [(Piece(name, f"name--{entity.type.lower()}"), Piece(f"  {said}", "row--muted"))]
    if printed := one_line(" · ".join(entity.aliases)):
        lines.append((Piece(fit(f"also {printed}", width).rstrip()),))
    here = f"{entity.mentions:,} here"
    if in_all is not None:
        mentions, articles = in_all
        here += f", {mentions:,} in {counted(articles, 'article')}"
    lines.append((Piece(fit(here, width).rstrip(), "row--muted"),))
    return tuple(lines)


class EntityCard(Lines):
    """The card, over whole lines of the text: at the foot of the pane, or right above a name that stands there."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*PIECE_CLASSES, *NAME_LOOKS}
    DEFAULT_CSS = f"""
    EntityCard {{
        position: absolute;
        layer: card;
        height: auto;
        padding: 0 1;
        background: $panel;
        border-left: outer $primary;
        {NAME_CSS}
    }}
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Entity, Mention] | None = None
        self._place: tuple[Region, Region, int] | None = None

    def show_entity(self, entity: Entity, mention: Mention, over: Region, within: Region, row: int) -> None:
        """Tell of an entity whose name stands in a row of the region `over`: the lines of the text `within` a pane."""
        self._shown, self._place = (entity, mention), (over, within, row)
        self._show(None)

    def covers(self, row: int, height: int) -> bool:
        """Whether the foot of a region so high, where the card lies if it can, holds the row or the one below it."""
        return self._shown is not None and row >= height - len(card_lines(*self._shown, None, _ANY)) - 1

    def show_counted(self, entity_id: str, mentions: int, articles: int) -> None:
        """Tell how often the corpus mentions it, where it is still the one that is shown."""
        if self._shown is not None and self._shown[0].id == entity_id:
            self._show((mentions, articles))

    def _show(self, counted: tuple[int, int] | None) -> None:
        if self._shown is None or self._place is None:
            return
        (entity, mention), (over, within, row) = self._shown, self._place
        height = len(card_lines(entity, mention, counted, _ANY))
        # A line stays free between the card and the name.
        top = row - height - 1 if self.covers(row, over.height) else over.height - height
        self.styles.width = min(over.right + _AFTER, within.right - _SCROLLBAR) - (over.x - _BEFORE)
        self.styles.offset = (over.x - _BEFORE, over.y + max(0, top))
        self.display = True
        self.show(lambda width: card_lines(entity, mention, counted, width))
