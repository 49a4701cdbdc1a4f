"""Coming back: the reader as it was left, with its search, its panel, its names, and what had the keys.

The article is painted first; what lay over it or beside it follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.history import History
from tui.screens.reading.live import LiveScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.entities.model import EntityType
    from tui.screens import coming_back
    from tui.session import Session
    from tui.widgets.rows.articles import Order

_MOST_SCREENS = 20
"""Screens over each other that are opened again; who walks from dossier to dossier may leave more."""


class ResumingScreen(LiveScreen, part=True):
    """The reader's last session."""

    articles_order: Order = "path"
    """How the list of articles was last sorted."""
    _awaits_names: int | None = None
    """The row that the panel of names is to stand on, as soon as there are names."""

    def left_as(self, over: Sequence[object]) -> Session:
        """How the reader is left now, with the screens over it."""
        from tui.session import Session

        settings, width, bar = self.library.settings, self.pane.reading_width, self._bar
        match = self.matches[self._at] if self.matches and self._at is not None else None
        panel, row = self._panel_left() if bar is None else ("", 0)
        return Session(
            theme="" if settings.theme else self.app.theme,
            width=width if width != settings.width else -1,
            settings_width=settings.width,
            query=self.query_text,
            find="" if self.query_text else self.find_text,
            regex=self._regex,
            match=match.start if match is not None else -1,
            searching=bar is not None,
            bar=bar.text if bar is not None else "",
            result=self._results.kept_path if self._results is not None else "",
            panel=panel,
            row=row,
            keys=self._keys_left(),
            toggled=self.shows_names != settings.highlights,
            hidden=" ".join(sorted(self.hidden_types)),
            alone=self.alone or "",
            alone_name=self.header.status.only,
            dims=self.dims,
            stack=self._stack_left(over),
            order=self.articles_order,
            sideways=self.pane.sideways_left,
            history=self.history.written(),
        )

    def _panel_left(self) -> tuple[str, int]:
        if self.panel is None:
            return "", 0
        from tui.widgets.names import NamesPanel
        from tui.widgets.outline import Outline

        name = "names" if isinstance(self.panel, NamesPanel) else "outline" if isinstance(self.panel, Outline) else ""
        return name, self.panel.cursor or 0

    def _keys_left(self) -> str:
        if self.focused is not None and self.focused is self._facets:
            return "facets"
        return "bar" if self._bar is not None else "panel" if self.focused is self.panel is not None else ""

    def take_looks(self, session: Session) -> None:
        """Before the first paint: the length of lines, and which names stand out."""
        settings = self.library.settings
        if session.width >= 0 and session.settings_width == settings.width:
            self.pane.reading_width = session.width
        self.shows_names = settings.highlights != session.toggled
        self.hidden_types = frozenset(cast("list[EntityType]", session.hidden.split()))
        self.dims = session.dims
        if session.order:
            from tui.widgets.rows.articles import ORDERS

            self.articles_order = next((order for order in ORDERS if order == session.order), self.articles_order)
        self.pane.sideways_left = session.sideways
        if session.alone:
            self.alone = session.alone
            self.say(only=session.alone_name)

    async def resume(self, session: Session) -> None:
        """After the first paint: the matches, the panel or the search, and what had the keys."""
        self.history = History.read(session.history)
        self._first_match = session.match if session.match >= 0 else None
        document = self.document
        if session.query:
            self.query_text = session.query
            if document is not None and not self.partial:
                self._match_query(document.path)
        elif session.find and document is not None and not self.partial:
            self.find_text, self._regex = session.find, session.regex
            self._find_in(self._number, document, session.find, session.regex, None, max(0, session.match))
        if session.searching:
            await self.action_search(session.bar)
            if self._results is not None:
                self._results.resume_at(session.result)
            if session.keys == "facets":
                self.narrow_beside()
        elif session.panel == "outline":
            self.action_outline()
        elif session.panel == "names":
            self._awaits_names = session.row
            self.renew_panel()
        if session.keys != "panel" and not session.searching:
            self.set_focus(self.pane)
        self._open_stack(session.stack)

    def _stack_left(self, over: Sequence[object]) -> str:
        if not over:
            return ""
        from tui.screens import coming_back

        return coming_back.written(over)

    def _open_stack(self, stack: str) -> None:
        """Each screen is opened from the nearest one below it that opens such; else it is left out."""
        if not stack:
            return
        from tui.screens import coming_back

        openers: list[ResumingScreen | coming_back.ComesBack] = [self]
        for left in coming_back.read(stack)[:_MOST_SCREENS]:
            below = self.app.screen
            for opener in reversed(openers):
                opener.open_again(left)
                if (opened := self.app.screen) is not below and isinstance(opened, coming_back.ComesBack):
                    opened.take_up(left.standing)
                    openers.append(opened)
                    break

    def open_again(self, left: coming_back.Left) -> None:
        """Open a screen that was open over the article when the reader was left."""

    def open_comparison(self, a: str, b: str) -> None:
        """Put two articles side by side."""
        from tui.screens.comparing.comparison import ComparisonScreen

        self.app.push_screen(ComparisonScreen(self.library, a, b))

    def renew_panel(self) -> None:
        """The list of names as it is now; the one that was open is opened again, if nothing else was meanwhile."""
        super().renew_panel()
        row = self._awaits_names
        if row is None or self.annotations is None:
            return
        self._awaits_names = None
        free = self.panel is None and self._bar is None and self._find is None and self.is_current
        if free:
            self.action_entity_panel()
            if (panel := self.panel) is not None:
                panel.call_after_refresh(panel.move_to, row)
