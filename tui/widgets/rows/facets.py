"""What a search can be narrowed by, as rows: values under a heading for each kind, with how many articles have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.widgets.columns import Line, Piece, one_line
from tui.widgets.kinds import KINDS_NAMES, counted_line
from tui.widgets.row_list import Heading, Row, parted

if TYPE_CHECKING:
    from index.search.facets import Facet, Kind

_HEADINGS: dict[Kind, str] = {
    "person": KINDS_NAMES["PERSON"],
    "org": KINDS_NAMES["ORG"],
    "place": KINDS_NAMES["PLACE"],
    "group": KINDS_NAMES["GROUP"],
    "event": KINDS_NAMES["EVENT"],
    "year": "Dated",
    "folder": "Folders",
}


@dataclass(frozen=True, slots=True)
class FacetRow:
    """One value with the number of articles that have it, of `total`."""

    facet: Facet
    total: int
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The number, a bar as long as its share of all articles, and the value."""
        return (counted_line(self.facet.articles, self.total, width, Piece(one_line(self.facet.value))),)


def facet_rows(found: Sequence[Facet], total: int) -> tuple[Row, ...]:
    """The facets under a heading for each kind."""
    groups: list[list[Row]] = []
    for kind, heading in _HEADINGS.items():
        rows: list[Row] = [FacetRow(facet, total) for facet in found if facet.kind == kind]
        if rows:
            groups.append([Heading(heading), *rows])
    return parted(*groups)
