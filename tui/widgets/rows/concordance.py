"""What a concordance lists: occurrences aligned on the match, or articles with the spread of their occurrences.

They are filtered by what is typed and sorted by what stands around the match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.widgets.columns import Line, Piece, fit, one_line
from tui.widgets.filtering import folded, kept, words_of
from tui.widgets.rows.dossier_kwic import kwic_line

if TYPE_CHECKING:
    from index.search.concordance import Concordance, Occurrence, Plot

Order = Literal["rank", "left", "right", "match", "document"]
ORDERS: tuple[Order, ...] = ("rank", "left", "right", "match", "document")
ORDER_NAMES: dict[Order, str] = {
    "rank": "best articles first",
    "left": "by what stands before",
    "right": "by what stands after",
    "match": "by the match itself",
    "document": "by file",
}

_TITLE_BESIDE_FROM = 100
_TITLE = 24
_BARS = "▁▂▃▄▅▆▇█"
_NONE = "·"
_WORD = re.compile(r"\w+")
_NEAREST = 4
"""Words on either side that sorting looks at."""


@dataclass(frozen=True, slots=True)
class OccurrenceRow:
    """One occurrence in its context; choosing it opens the article there.

    `before` and `after` are the folded words nearest to the match, the nearest first; `hay` is what a filter looks
    through.
    """

    occurrence: Occurrence
    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    hay: str
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The line of the concordance, with the article's title where there is room."""
        one = self.occurrence
        beside = _TITLE + 2 if width >= _TITLE_BESIDE_FROM else 0
        line = kwic_line(one.left, one.surface, one.right, width - beside)
        if beside:
            line = (*line, Piece("  "), Piece(fit(one_line(self.title), _TITLE), "row--muted"))
        return (line,)


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One article with the spread of its occurrences in its text; choosing it opens it at the first."""

    plot: Plot
    hay: str
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """Count, title and strip."""
        title = max(8, min(40, width // 3))
        return (
            (
                Piece(fit(str(len(self.plot.spans)), 5, "right"), "row--strong"),
                Piece(f"  {fit(one_line(self.plot.title), title)}  "),
                Piece(strip_text(self.plot.strip(max(0, width - title - 10))), "row--accent"),
            ),
        )


def strip_text(counts: Sequence[int]) -> str:
    """A bar for each count, as high as its share of the greatest; a dot for none."""
    most = max(counts, default=0)
    return "".join(_BARS[(count * len(_BARS) - 1) // most] if count else _NONE for count in counts)


def occurrence_rows(occurrences: Iterable[Occurrence], titles: Mapping[str, str]) -> list[OccurrenceRow]:
    """The rows, with what they are sorted and filtered by."""
    rows = []
    for one in occurrences:
        title = titles.get(one.document, one.document)
        left, surface, right = folded(one.left), folded(one.surface), folded(one.right)
        before = tuple(reversed(_WORD.findall(left)[-_NEAREST:]))
        after = tuple(_WORD.findall(right)[:_NEAREST])
        hay = f"{left}{surface}{right}\n{folded(title)}\n{folded(one.document)}"
        rows.append(OccurrenceRow(one, title, before, after, hay))
    return rows


def plot_rows(concordance: Concordance) -> tuple[PlotRow, ...]:
    """The articles, those with the most occurrences first."""
    plots = sorted(concordance.plots, key=lambda plot: (-len(plot.spans), plot.document))
    return tuple(PlotRow(plot, f"{folded(plot.title)}\n{folded(plot.document)}") for plot in plots)


def arranged(rows: Sequence[OccurrenceRow], order: Order, typed: str) -> tuple[OccurrenceRow, ...]:
    """The rows that hold every typed word, in an order; what is alike stays in the order of rank and place."""
    words = words_of(typed)
    chosen = [row for row in rows if kept(words, row.hay)]
    if order == "left":
        chosen.sort(key=lambda row: row.before)
    elif order == "right":
        chosen.sort(key=lambda row: row.after)
    elif order == "match":
        chosen.sort(key=lambda row: (folded(row.occurrence.surface), row.after))
    elif order == "document":
        chosen.sort(key=lambda row: (row.occurrence.document, row.occurrence.start))
    return tuple(chosen)


def plots_kept(rows: Sequence[PlotRow], typed: str) -> tuple[PlotRow, ...]:
    """The articles whose title or path holds every typed word."""
    words = words_of(typed)
    return tuple(row for row in rows if kept(words, row.hay))
