"""The way back through the searches that were made before, as a shell has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.library import Library


class EarlierSearches:
    """Which of the earlier searches stands in the bar, and what was typed before one went back to them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._step_back = -1
        """Which of the earlier searches stands in the bar; -1 is what was typed."""
        self._typed = ""

    def step(self, text: str, step: int) -> str | None:
        """The search made before the one in the bar (`step` 1), or after it (-1); None where there is none.

        Raises StateError.
        """
        made = self._library.state.searches()
        if self._step_back >= len(made) or (self._step_back >= 0 and made[self._step_back] != text.strip()):
            self._step_back = -1
        if self._step_back < 0:
            self._typed = text
        at = self._step_back + step
        # What stands in the bar already is no step back.
        if self._step_back < 0 and step > 0 and made and made[0] == text.strip():
            at += 1
        if not -1 <= at < len(made):
            return None
        self._step_back = at
        return made[at] if at >= 0 else self._typed
