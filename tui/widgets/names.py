"""What an article names, as rows: the legend with how often each kind occurs, and the entities of each kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from index.entities.model import ENTITY_TYPES, Annotations, Entity, EntityType
from tui.widgets.columns import Line, Piece, cells, fit, one_line
from tui.widgets.kinds import KINDS_NAMES
from tui.widgets.name_looks import NAME_CSS, NAME_LOOKS
from tui.widgets.panel import Panel


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of names: its number, how many there are, in the look they have in the text; Enter shows or hides
    them."""

    type: EntityType
    count: int
    shown: bool
    height: int = 2
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The kind as it looks, and its count; a blank line above all but the first."""
        name, number = KINDS_NAMES[self.type], f"{ENTITY_TYPES.index(self.type) + 1} "
        hidden = "" if self.shown else "  hidden"
        count = str(self.count)
        gap = " " * max(1, width - len(number) - cells(name) - cells(hidden) - len(count) - 2)
        look = f"name--{self.type.lower()}" if self.shown else "row--muted"
        above = ((),) * (self.height - 1)
        return (*above, (Piece(number, "row--muted"), Piece(name, look), Piece(hidden + gap + count, "row--muted")))


@dataclass(frozen=True, slots=True)
class NameRow:
    """One entity of the article."""

    entity: Entity
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The name, and how often it is mentioned here."""
        count = str(self.entity.mentions)
        return (
            (
                Piece("  " + fit(one_line(self.entity.name), max(4, width - len(count) - 5)) + " "),
                Piece(count, "row--muted"),
            ),
        )


def name_rows(annotations: Annotations, hidden: frozenset[EntityType]) -> tuple[KindRow | NameRow, ...]:
    """Each kind that occurs, followed by its entities, most mentioned first."""
    counts = Counter(mention.type for mention in annotations.mentions)
    rows: list[KindRow | NameRow] = []
    for kind in ENTITY_TYPES:
        if counts[kind]:
            rows.append(KindRow(kind, counts[kind], kind not in hidden, height=2 if rows else 1))
            members = [entity for entity in annotations.entities if entity.type == kind]
            rows.extend(NameRow(entity) for entity in sorted(members, key=lambda one: (-one.mentions, one.name)))
    return tuple(rows)


class NamesPanel(Panel):
    """The list of what is named; kinds look as they do in the text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(NAME_LOOKS)

    DEFAULT_CSS = f"NamesPanel {{ {NAME_CSS} }}"
