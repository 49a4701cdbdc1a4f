"""The naming table of a dossier: how each article calls the entity; rows are printed forms, columns are articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.widgets.columns import Line, Piece, fit

if TYPE_CHECKING:
    from index.dossier import DossierArticle

_COLUMN = 4
_NARROWEST_NAME = 14
_WIDEST_NAME = 44


@dataclass(frozen=True, slots=True)
class NamingTable:
    """`counts[form][article]` is how often the article prints the form; forms and articles are the most frequent
    first."""

    forms: tuple[str, ...]
    articles: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """How often each form is printed in all."""
        return tuple(sum(row) for row in self.counts)


def naming_table(articles: tuple[DossierArticle, ...]) -> NamingTable:
    """The table of every form in every article; its columns are in the order of `by_mentions`."""
    columns = by_mentions(articles)
    total: Counter[str] = Counter()
    inside: list[dict[str, int]] = []
    for article in columns:
        inside.append(dict(article.forms))
        total.update(inside[-1])
    forms = tuple(sorted(total, key=lambda form: (-total[form], form)))
    return NamingTable(
        forms,
        tuple(article.path for article in columns),
        tuple(tuple(counts.get(form, 0) for counts in inside) for form in forms),
    )


def by_mentions(articles: tuple[DossierArticle, ...]) -> tuple[DossierArticle, ...]:
    """The articles, those that name it most first."""
    return tuple(sorted(articles, key=lambda article: (-article.mentions, article.path)))


def columns_shown(articles: int, width: int) -> int:
    """How many articles have a column of their own at that width; where some have none, the rest share the last
    column."""
    room = max(0, (width - _NARROWEST_NAME - _COLUMN - 1) // _COLUMN)
    return articles if articles <= room else max(0, room - 1)


def header_line(table: NamingTable, width: int) -> Line:
    """The numbers of the articles above their columns."""
    shown = columns_shown(len(table.articles), width)
    cells = [str(number) for number in range(1, shown + 1)]
    if shown < len(table.articles):
        cells.append(f"+{len(table.articles) - shown}"[:_COLUMN])
    name = _name_width(table, width, len(cells))
    return (
        Piece(fit("", name)),
        Piece(fit("all", _COLUMN + 1, "right"), "row--muted"),
        *(Piece(fit(cell, _COLUMN, "right"), "row--muted") for cell in cells),
    )


def form_line(table: NamingTable, form: int, width: int) -> Line:
    """One printed form with its count in all and in each article; a dot where an article never prints it."""
    shown = columns_shown(len(table.articles), width)
    counts = list(table.counts[form][:shown])
    if shown < len(table.articles):
        counts.append(sum(table.counts[form][shown:]))
    name = _name_width(table, width, len(counts))
    return (
        Piece(fit(table.forms[form], name)),
        Piece(fit(str(sum(table.counts[form])), _COLUMN + 1, "right"), "row--strong"),
        *(
            Piece(fit(str(count) if count else "·", _COLUMN, "right"), "" if count else "row--muted")
            for count in counts
        ),
    )


def _name_width(table: NamingTable, width: int, columns: int) -> int:
    longest = max((len(form) for form in table.forms), default=0)
    room = width - (columns + 1) * _COLUMN - 1
    return max(1, min(max(longest, _NARROWEST_NAME), _WIDEST_NAME, room))
