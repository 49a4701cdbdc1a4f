"""What one query may cost.  Work is counted, not timed, so that a query is answered or explained alike on any machine:
one unit is about what it takes to read one posting, a tenth to a fifth of a microsecond.
"""

from __future__ import annotations

from collections.abc import Mapping

from index.errors import Cancelled, QueryError
from index.search.effort import Effort, too_much
from index.search.model import Cancel
from index.search.query.syntax import Clause

_MOST_WORK = 2_400_000
"""Work that a query may ask for: up to half a second, on the machine of docs/performance.md."""
OF_WORD = 2
"""To read a document of a word's list, and to count what the word is worth there."""
OF_PLACES = 8
"""To look at the positions of a word in a document."""
OF_ROWS = 5
"""To look at `OF_PLACES` positions of all documents at once."""
OF_NEARNESS = 5
"""To see what stands near an occurrence."""
OF_LIST = 160
"""To read a list."""
OF_FITTING = 2
"""To compare a word of the index with a wildcard."""
OF_TERM = 8
"""To see whether a date lies in a range."""


class Budget:
    """What one query may cost; `effort` hears what it costs."""

    def __init__(self, cancelled: Cancel | None, effort: Effort | None = None) -> None:
        self._cancelled = cancelled
        self._effort = effort or Effort()
        self.part: Clause | None = None
        """The part of the query that work is counted for; None for all of it."""
        self.spent = 0
        """Work that was counted."""

    def check(self) -> None:
        """Raises Cancelled where the caller asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("the search was stopped")

    def spend(self, work: int) -> None:
        """Counts work before it is done, so that no query keeps the reader waiting.  Raises QueryError where it is too
        much.
        """
        self.spent += work
        self._effort.spend(work, self.part)
        if self.spent > _MOST_WORK:
            raise QueryError(self._effort.too_much())

    def foresee(self, works: Mapping[Clause, int]) -> None:
        """Raises QueryError where work that parts of the query still ask for, counted when it comes, is too much."""
        work = sum(works.values())
        if self.spent + work > _MOST_WORK:
            raise QueryError(too_much(works, work))

    def affords(self, work: int) -> bool:
        """Counts work that may as well be left undone, where there is enough left for it; whether there is."""
        if self.spent + work > _MOST_WORK:
            return False
        self.spent += work
        return True
