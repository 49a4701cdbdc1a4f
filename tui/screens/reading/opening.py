"""The other screens that are opened from the reader: lists over the articles, the matrix, the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.documents.model import Span
from tui.screens.reading.resuming import ResumingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen

    from tui.screens.coming_back import Left
    from tui.screens.lists.dossier import Mentioned
    from tui.widgets.bars import Bar


class OpeningScreen(ResumingScreen, part=True):
    """The reader's doors."""

    def action_articles(self) -> None:
        """List the articles; open the one that is chosen."""
        from tui.screens.lists.articles import ArticlesScreen

        def chosen(path: str | None) -> None:
            self.articles_order = screen.order
            if path is not None:
                self.open_path(path)

        self.keep_position()  # the list tells where the reading of each stopped
        current = self.document.path if self.document is not None else None
        screen = ArticlesScreen(self.library, current=current, order=self.articles_order)
        self.app.push_screen(screen, chosen)

    def action_concordance(self) -> None:
        """Every occurrence of the search that holds."""
        if self.query_text:
            self.open_concordance(self.query_text)
        else:
            self.tell("Nothing is searched for: / searches, then this key lists every occurrence.")

    def open_concordance(self, query: str) -> None:
        """List every occurrence of a query; one that is chosen is opened with all matches of its article."""
        from tui.screens.lists.concordance import ConcordanceScreen

        def chosen(place: Mentioned | None) -> None:
            if place is not None:
                self.open_match(screen.query_shown.strip(), place.document, Span(place.start, place.end), query.strip())

        if query.strip():
            screen = ConcordanceScreen(self.library, query)
            self.app.push_screen(screen, chosen)

    def narrow_search(self, bar: Bar) -> None:
        """Choose what the articles found shall name or not; it is added to what is typed."""
        from tui.screens.lists.facets import FacetsScreen

        def chosen(query: str | None) -> None:
            if query is not None:
                # The space ends the last word: it is not being typed any more.
                bar.text = query + " "

        if bar.text.strip() and not self.narrow_beside():
            self.app.push_screen(FacetsScreen(self.library, bar.text), chosen)

    def open_matrix(self, *, query: str = "", paths: Sequence[str] = ()) -> None:
        """Lay articles beside each other: these, else the picked results, else the best that a search finds."""
        from tui.screens.comparing.matrix import MatrixScreen

        def chosen(place: Mentioned | None) -> None:
            if place is not None:
                self.open_match(query.strip(), place.document, Span(place.start, place.end))

        picked = paths or self.picked_results
        if len(picked) > 1:
            self.app.push_screen(MatrixScreen(self.library, picked), chosen)
        elif query.strip() and not self._told_too_few(query):
            self.app.push_screen(MatrixScreen(self.library, query=query), chosen)

    def _told_too_few(self, query: str) -> bool:
        """Whether a search is known to find fewer articles than can be laid beside each other; that is told then."""
        total = self._results.total(query) if self._results is not None else None
        if total is None or total > 1:
            return False
        self.tell(
            "Two articles or more can be laid beside each other; the search finds " + ("one." if total else "none.")
        )
        return True

    def action_voices(self) -> None:
        """Who speaks, in this article first."""
        from tui.screens.lists.across import scopes
        from tui.screens.lists.voices import VoicesScreen

        self._open_across(VoicesScreen(self.library, scopes(self.library, self._path, self.query_text)))

    def action_network(self) -> None:
        """Who is named with whom, in what the search finds first, else in all articles."""
        from tui.screens.lists.across import scopes
        from tui.screens.lists.network import NetworkScreen

        found = scopes(self.library, self._path, self.query_text)
        self._open_across(NetworkScreen(self.library, found, int(self._path is not None)))

    def action_timeline(self) -> None:
        """What is said of when, in what the search finds first, else in all articles."""
        from tui.screens.lists.across import scopes
        from tui.screens.lists.timeline import TimelineScreen

        found = scopes(self.library, self._path, self.query_text)
        self._open_across(TimelineScreen(self.library, found, int(self._path is not None)))

    def action_naming(self) -> None:
        """What several articles call the same."""
        from tui.screens.lists.naming import NamingScreen, naming_scopes

        screen = NamingScreen(self.library, naming_scopes(self.library, self._path, self.query_text))
        self._open_across(screen)

    @property
    def _path(self) -> str | None:
        return self.document.path if self.document is not None else None

    def _open_across(self, screen: Screen[Mentioned]) -> None:
        """A list over the articles; a place that is chosen is opened."""

        def chosen(place: Mentioned | None) -> None:
            if place is not None:
                self.open_path(place.document, span=Span(place.start, place.end))

        self.app.push_screen(screen, chosen)

    def open_again(self, left: Left) -> None:
        """Open a screen that was open when the reader was left."""
        match left.name:
            case "dossier":
                self.open_dossier(left.what)
            case "concordance":
                self.open_concordance(left.what)
            case "matrix" if left.standing.get("query"):
                self.open_matrix(query=left.what)
            case "matrix":
                self.open_matrix(paths=left.what.split("\n"))
            case "comparison" if left.what.count("\n") == 1:
                self.open_comparison(*left.what.split("\n"))
            case "articles" if left.what:
                self._choose_other(left.what)
            case "facets" if self._bar is not None:
                self.narrow_search(self._bar)
            case "explain" if self._bar is not None and left.what.count("\n") == 2:
                self.explain(*left.what.split("\n"))
            case "help":
                self.show_help("queries" if left.what == "queries" else "keys")
            case "keywords" if self._bar is not None:
                self.search_command("words")
            case "articles" | "marks" | "voices" | "network" | "timeline" | "naming":
                getattr(self, f"action_{left.name}")()

    def action_compare(self) -> None:
        """Choose the other article, and compare."""
        if self.document is None:
            return
        self._choose_other(self.document.path)

    def _choose_other(self, here: str) -> None:
        from tui.screens.lists.articles import ArticlesScreen

        def chosen(path: str | None) -> None:
            if path is not None:
                self.open_comparison(here, path)

        self.app.push_screen(ArticlesScreen(self.library, compare_with=here), chosen)
