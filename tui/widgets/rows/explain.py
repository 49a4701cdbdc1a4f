"""Why an article was found, as rows: what each part of the query adds to the score, and the words that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.wording import counted
from tui.widgets.columns import Line, Piece, cells, fit, one_line, wrap
from tui.widgets.row_list import Row

if TYPE_CHECKING:
    from index.search.answering.explain import Explanation, Part

_SCORE = 8
_BAR = 12
_BAR_FROM = 60


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of a score, of which `most` is the greatest."""

    part: Part
    most: float
    height: int = 3
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """What it adds, with a bar; what was asked for; then what that stands for, and the words that answer it."""
        part = self.part
        bar = "━" * max(1, round(_BAR * part.score / self.most)) if part.score > 0 and self.most > 0 else ""
        left = [Piece(fit(f"{part.score:.3f}", _SCORE, "right") + " ", "row--strong")]
        if width >= _BAR_FROM:
            left.append(Piece(fit(bar, _BAR) + " ", "row--accent"))
        indent = sum(cells(piece.text) for piece in left)
        room = max(8, width - indent - 1)
        named = part.asked or part.how
        about = [part.how] if part.asked else []
        if part.titled:
            about.append("in the title")
        if part.articles:
            about.append(f"in {counted(part.articles, 'article')} of the corpus")
        forms = " · ".join(f"{one_line(form)} {count:,}" for form, count in part.forms)
        below = [line for line in ("; ".join(about), forms) if line]
        return (
            (*left, Piece(fit(one_line(named), room).rstrip(), "row--head" if part.asked else "")),
            *((Piece(" " * indent), Piece(fit(line, room).rstrip(), "row--muted")) for line in below),
        )


@dataclass(frozen=True, slots=True)
class WordsRow:
    """Words that say something of the whole; no cursor stands on them."""

    text: str
    height: int = 2
    choosable: bool = False

    def lines(self, width: int) -> tuple[Line, ...]:
        """The words on at most two lines."""
        return tuple((Piece(" " + line, "row--muted"),) for line in wrap(self.text, max(1, width - 2), 2))


def explain_rows(why: Explanation) -> tuple[Row, ...]:
    """The parts, the greatest first, those that only rank it after those of the query."""
    most = max((part.score for part in why.parts), default=0.0)
    rows = [PartRow(part, most, 1 + bool(part.asked) + bool(part.forms)) for part in why.parts]
    total = WordsRow(f"{why.score:.3f} is the sum of these; an article stands the higher the more it has.")
    return (*rows, total)
