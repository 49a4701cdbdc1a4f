"""Key words as rows: how key a word is, how often it stands in the articles found and in the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.widgets.columns import Line, Piece, fit
from tui.widgets.filtering import folded, kept, words_of

if TYPE_CHECKING:
    from index.search.keyness import KeyWord

Order = Literal["keyness", "frequency", "ratio", "word"]
ORDERS: tuple[Order, ...] = ("keyness", "frequency", "ratio", "word")
ORDER_NAMES: dict[Order, str] = {
    "keyness": "most key first",
    "frequency": "most frequent first",
    "ratio": "greatest difference first",
    "word": "by the word",
}
_WIDE_FROM = 70
_NUMBER = 11
_WORD = 40
"""The widest that the column of the words is: numbers far from their word are not read with it."""


@dataclass(frozen=True, slots=True)
class WordRow:
    """One word; `per` are its occurrences in 10,000 words of the articles found and of the others.

    Where there are no others it is only counted: it is key to nothing then.
    """

    word: KeyWord
    per: tuple[float, float]
    sure: bool
    compared: bool = True
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """Keyness, the word with + or - for more or less often, and its counts where there is room."""
        word = self.word
        if not self.compared:
            right = _counted(f"{word.inside:,}", f"{self.per[0]:,.1f}")
            return ((Piece(f" {fit(word.form, _beside(right, width))}"), Piece(right)),)
        sign = "+" if word.ratio > 0 else "-" if word.ratio < 0 else " "
        key = Piece(fit(f"{word.likelihood:,.1f}", 9, "right"), "row--strong" if self.sure else "row--muted")
        counts = [fit(f"{word.inside:,}", _NUMBER, "right"), fit(f"{word.outside:,}", _NUMBER, "right")]
        if width >= _WIDE_FROM:
            counts += [fit(f"{each:,.1f}", _NUMBER, "right") for each in self.per]
            counts.append(fit(f"{word.ratio:+.1f}", 8, "right"))
        right = "".join(counts)
        form = fit(word.form, min(_WORD, width - 12 - len(right)))
        return ((key, Piece(f" {sign} ", "row--accent"), Piece(form), Piece(right)),)


def _counted(here: str, per: str) -> str:
    return fit(here, _NUMBER, "right") + fit(per, _NUMBER, "right")


def _beside(right: str, width: int) -> int:
    """The cells that a word has beside its counts."""
    return max(1, min(_WORD, width - 1 - len(right)))


def header(width: int, *, compared: bool = True) -> tuple[Line, ...]:
    """What stands in which column, in as many cells as a row."""
    if not compared:
        right = _counted("times", "per 10,000")
        return ((Piece(f" {fit('word', _beside(right, width))}{right}", "row--muted"),),)
    names = ["here", "elsewhere"] + (["per 10,000", "elsewhere"] if width >= _WIDE_FROM else [])
    right = "".join(fit(name, _NUMBER, "right") for name in names)
    right += fit("log₂", 8, "right") if width >= _WIDE_FROM else ""
    left = fit("keyness", 9, "right") + fit("   word", min(3 + _WORD, width - 9 - len(right)))
    return ((Piece(left + right, "row--muted"),),)


def arranged(rows: Sequence[WordRow], order: Order, typed: str) -> tuple[WordRow, ...]:
    """The rows whose word holds what is typed, in an order; what is alike stays in that of keyness."""
    words = words_of(typed)
    chosen = [row for row in rows if kept(words, folded(row.word.form))]
    if order == "frequency":
        chosen.sort(key=lambda row: -row.word.inside)
    elif order == "ratio":
        chosen.sort(key=lambda row: -row.word.ratio)
    elif order == "word":
        chosen.sort(key=lambda row: row.word.form)
    return tuple(chosen)
