"""Links: they are listed, and the whole address is shown before it is copied or given to the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.screens.reading.headings import HeadingsScreen

if TYPE_CHECKING:
    from index.documents.model import Document
    from tui.screens.asking.picking import Choice

_SEEN_WHOLE = 400
"""Characters of an address that can be seen at once on the smallest terminal: a longer one is only copied."""
_LINES = 12
_NOTE = 40


class LinkingScreen(HeadingsScreen, part=True):
    """The reader's links."""

    def action_links(self) -> None:
        """List the links of the article, from the one in view on, and where the article was published."""
        from tui.screens.asking.picking import PickScreen

        if self.document is None or not (choices := link_choices(self.document, self.pane.in_view.start)):
            self.tell("This article has no links.")
            return
        self.app.push_screen(PickScreen("Links of this article", lambda: choices), self.ask_link)

    def link_at(self, offset: int) -> str:
        """The address behind the character at `offset`; "" where there is none."""
        links = self.document.inlines if self.document is not None else ()
        return next((one.target for one in links if one.target and one.start <= offset < one.end), "")

    def ask_link(self, address: str | None) -> None:
        """Show a whole address, and ask what to do with it."""
        from tui.browser import opener
        from tui.screens.asking.prompts import LetterScreen

        if not address:
            return
        can_open = len(address) <= _SEEN_WHOLE and (self.app.is_web or opener() is not None)
        does = (("o", "open it in the browser"),) * can_open + (("y", "copy it"),)

        def chosen(letter: str | None) -> None:
            if letter == "y":
                self.app.copy_to_clipboard(address)
                self.tell("Copied the address.")
            elif letter == "o" and can_open:
                self._open_address(address)

        self.app.push_screen(LetterScreen(address, does, most=_LINES), chosen)

    def _open_address(self, address: str) -> None:
        from tui.browser import open_address

        if self.app.is_web:
            self.app.open_url(address)
        elif not open_address(address):
            self.tell("The browser could not be started.", alarm=True)


def link_choices(document: Document, view: int) -> list[Choice[str]]:
    """The links of a document, each once: those from `view` on, those before, last the document's own address."""
    from tui.screens.asking.picking import Choice

    links = [one for one in document.inlines if one.target]
    links = [one for one in links if one.end > view] + [one for one in links if one.end <= view]
    named = {(document.text[one.start : one.end], one.target): None for one in links}
    if document.address:
        named |= {("This article", document.address): None}
    return [Choice(target, name, _host(target), target) for name, target in named]


def _host(address: str) -> str:
    """The part of an address that says whose it is."""
    try:
        host = urlsplit(address).netloc
    except ValueError:
        host = ""
    return (host or address)[:_NOTE]
