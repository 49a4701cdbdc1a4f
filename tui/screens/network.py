"""Who is named with whom, in one article, in what a search finds, or in all; as a table, and as a graph."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.message import Message

from index.across.network import MOST_TOGETHER, Network, network
from index.errors import StateError
from index.wording import counted
from tui.screens.across import AcrossScreen
from tui.screens.dossier import Mentioned
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
    stands_by: ClassVar[Kept] = {"_scope": None, "_by_significance": (False, True)}
    _by_significance = False

    @dataclass(eq=False, repr=False)
    class Written(Message):
        """The graph was written, or `problem` says why not."""

        file: str
        problem: str = ""

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

    def action_export(self) -> None:
        """Write the graph under a name that is asked for."""
        from tui.screens.prompts import LineScreen

        if self.found is None:
            return

        def answered(name: str | None) -> None:
            if name is not None:
                self._write(name)

        self.app.push_screen(
            LineScreen("Write the graph to", ".graphml or .json", str(Path.cwd() / "network.graphml")), answered
        )

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _write(self, name: str) -> None:
        import json

        from index.across.graph import graphml, network_payload
        from tui.widgets.comparison.export import file_named, write_new

        if self.found is None:
            return
        if name.lower().endswith(".json"):
            text = json.dumps(network_payload(self.found), ensure_ascii=False) + "\n"
        else:
            text = graphml(self.found)
        try:
            write_new(file_named(name, Path.cwd()), text)
        except StateError as problem:
            self.post_message(self.Written(name, str(problem)))
            return
        self.post_message(self.Written(name))

    @on(Written)
    def _say_written(self, message: Written) -> None:
        if message.problem:
            self.notify(message.problem, severity="error", markup=False)
        else:
            self.notify(f"Written to {message.file}", markup=False)
