"""A screen is closed once, and only while it is the one on top."""

from __future__ import annotations

from typing import Any

from textual.await_complete import AwaitComplete
from textual.screen import Screen


class ClosedOnce(Screen[Any]):
    """For a screen, before `Screen` among its bases: keys typed ahead, and work that ends when the screen has been
    left, close no other one in its place.
    """

    def dismiss(self, result: object = None) -> AwaitComplete:
        """Closes the screen, where it is the one on top."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()
