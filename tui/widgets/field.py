"""A line to type into."""

from __future__ import annotations

from textual.widgets import Input


class Field(Input):
    """A field that its screen forgets once it is closed.

    Textual's tells the screen to call it when text is selected, and is kept for that, with all that was painted of it,
    until text is.
    """

    def on_mount(self) -> None:
        """Where it is called from; it is not there any more when the field is closed."""
        self._called_from = self.screen.text_selection_started_signal

    def on_unmount(self) -> None:
        """Closed, it need not be called."""
        self._called_from.unsubscribe(self)
