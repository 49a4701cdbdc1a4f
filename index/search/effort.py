"""What a search takes long for: what each part of the query asked for so far, told while the search goes on.

The search writes it down and asks no clock; who waits asks it when the waiting gets long.
"""

from __future__ import annotations

from collections.abc import Mapping

from index.search.query.syntax import Clause, Fuzzy, Pattern, Phrase
from index.search.query.written import written

_LONGEST = 40
"""Characters of a part of the query that are told."""
_MOST_OF_IT = 0.5
_SEVERAL = "leave something out"


class Effort:
    """What one search is busy with.  The search's thread writes, any other may ask meanwhile."""

    def __init__(self) -> None:
        self._parts: dict[Clause, int] = {}
        self._most: Clause | None = None
        self.spent = 0
        """Work that was counted."""
        self._step = "the index is being read"

    def begins(self, step: str) -> None:
        """What is done now, where that is no looking up of words: half a sentence."""
        self._step = step

    def spend(self, work: int, part: Clause | None) -> None:
        """Work is done for a part of the query, or (None) for all of it."""
        self._step = ""
        self.spent += work
        if part is not None:
            self._parts[part] = spent = self._parts.get(part, 0) + work
            if self._most is None or spent > self._parts[self._most]:
                self._most = part

    def why(self) -> str:
        """What takes long, and what to do about it, in one line."""
        part = self._most
        if self._step:
            return self._step
        if part is None or self._parts[part] < _MOST_OF_IT * self.spent:
            return f"it asks for much at once: {_SEVERAL}"
        return f"{_short(part)} takes long: {_advice(part)}"

    def too_much(self) -> str:
        """What is said of a query that asked for more than may be."""
        return too_much(self._parts, self.spent)


def too_much(works: Mapping[Clause, int], work: int) -> str:
    """What is said of a query that asks for so much `work` in all, and for so much of it with each of its parts."""
    part = max(works, key=works.__getitem__, default=None)
    if part is None or works[part] < _MOST_OF_IT * work:
        return f"The query asks for too much at once: {_SEVERAL}"
    return f"The query asks for too much at once, most of it with {_short(part)}: {_advice(part)}"


def _short(part: Clause) -> str:
    text = written(part)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _advice(part: Clause) -> str:
    if isinstance(part, Phrase):
        return "add a rarer word to it"
    if isinstance(part, Pattern):
        return "give more letters"
    if isinstance(part, Fuzzy):
        return "allow one letter (~1)" if part.distance > 1 else "leave out the ~"
    return "leave it out"
