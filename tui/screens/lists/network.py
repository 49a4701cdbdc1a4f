"""Who is named with whom, in one article, in what a search finds, or in all; as a table, and as a graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from index.across.network import MOST_TOGETHER, Network, network
from index.wording import counted
from tui.screens.lists.across import AcrossScreen
from tui.screens.lists.dossier import Mentioned
from tui.widgets.columns import Line, Piece, fit, one_line
from tui.widgets.pieces import Lines
from tui.widgets.row_list import EDGE, Row
from tui.widgets.rows.network import EdgeRow, described, edge_heading
from tui.widgets.rows.significance import told

if TYPE_CHECKING:
    from index.search.model import Cancel
    from tui.screens.coming_back import Kept

_MOST = 500


class NetworkScreen(AcrossScreen[Network]):
    """The pairs that most sentences name together, or by significance."""

    name_shown = "Named together"
    comes_as = "network"
    exports = ("Write the graph to", ".graphml or .json", "network.graphml")
    stands_by: ClassVar[Kept] = {"_scope": None, "_by_significance": (False, True)}
    _by_significance = False

    def on_mount(self) -> None:
        """The heads of the columns stand above the list, which the class below fills."""
        self.query_one("#across-head", Lines).show(lambda width: ((Piece(" " * EDGE), *edge_heading(width - EDGE)),))

    def ask(self, paths: Sequence[str], cancelled: Cancel, progress: Callable[[int, int], None]) -> Network:
        """The network of the articles."""
        library = self.library
        return network(paths, library.seen, library.known, most=_MOST, cancelled=cancelled, progress=progress)

    def rows(self, found: Network) -> Sequence[tuple[str, Row]]:
        """The pairs."""
        entities = {node.entity.id: node.entity for node in found.nodes}
        made = [EdgeRow(edge, entities[edge.a], entities[edge.b]) for edge in found.edges]
        if self._by_significance:
            made.sort(key=lambda row: -row.edge.likelihood)
        return [(" ".join((row.a.name, *row.a.aliases, row.b.name, *row.b.aliases)), row) for row in made]

    def said(self, found: Network, shown: int) -> str:
        """How many pairs of how many, and their order."""
        order = "by significance" if self._by_significance else "most sentences first"
        lists = f" · {counted(found.lists, 'list')} of more than {MOST_TOGETHER} left out" if found.lists else ""
        return f"{shown:,} of {counted(found.pairs, 'pair')} in {counted(found.sentences, 'sentence')} · {order}{lists}"

    def about(self, row: Row, width: int) -> Sequence[Line]:
        """The two, and how often they are named."""
        if not isinstance(row, EdgeRow) or self.found is None:
            return ()
        alone = {node.entity.id: node.sentences for node in self.found.nodes}
        edge = row.edge
        names = f"{described(row.a)} in {counted(alone[edge.a], 'sentence')}, {described(row.b)} in {alone[edge.b]:,}"
        of = counted(edge.articles, "article")
        together = f"together in {counted(edge.sentences, 'sentence')} of {of} · {told(edge.likelihood)}"
        first = f"first in {one_line(edge.document)}"
        return tuple((Piece(fit(text, width).rstrip(), look),) for text, look in
                     ((names, ""), (together, "row--strong"), (first, "row--muted")))  # fmt: skip

    def place(self, row: Row) -> Mentioned | None:
        """The first sentence that names both."""
        return Mentioned(row.edge.document, *row.edge.place) if isinstance(row, EdgeRow) else None

    def action_order(self) -> None:
        """By sentences, or by significance."""
        self._by_significance = not self._by_significance
        self.show_rows()

    def written(self, found: Network, *, as_json: bool) -> str | Mapping[str, object]:
        """GraphML, or JSON."""
        from index.across.graph import graphml, network_payload

        return network_payload(found) if as_json else graphml(found)
