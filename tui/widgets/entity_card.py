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

_WIDEST = 64


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
    """The card, at the edge of the pane that is further from the name."""

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
        self._place: tuple[Region, bool] | None = None

    def show_entity(self, entity: Entity, mention: Mention, over: Region, *, at_top: bool) -> None:
        """Tell of an entity at the top or the foot of the region `over`."""
        self._shown, self._place = (entity, mention), (over, at_top)
        self._show(None)

    def show_counted(self, entity_id: str, mentions: int, articles: int) -> None:
        """Tell how often the corpus mentions it, where it is still the one that is shown."""
        if self._shown is not None and self._shown[0].id == entity_id:
            self._show((mentions, articles))

    def _show(self, counted: tuple[int, int] | None) -> None:
        if self._shown is None or self._place is None:
            return
        (entity, mention), (over, at_top) = self._shown, self._place
        self.styles.width = min(_WIDEST, over.width)
        height = len(card_lines(entity, mention, counted, _WIDEST))
        self.styles.offset = (
            over.x + (over.width - min(_WIDEST, over.width)) // 2,
            over.y if at_top else over.bottom - height,
        )
        self.display = True
        self.show(lambda width: card_lines(entity, mention, counted, width))
