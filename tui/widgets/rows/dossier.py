"""What a dossier lists: names, company, mentions and sayings, as rows of a list, filtered by what is typed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from index.wording import counted
from tui.widgets.columns import Line, Piece, cut_line, fit, one_line, wrap
from tui.widgets.filtering import folded, kept, words_of
from tui.widgets.kinds import KIND_NAMES, counted_line
from tui.widgets.row_list import Heading, Row, parted
from tui.widgets.rows.dossier_kwic import kwic_line
from tui.widgets.rows.dossier_names import NamingTable, by_mentions, form_line, header_line, naming_table
from tui.widgets.rows.significance import significance
from tui.widgets.rows.timeline import StatementRow, StripRow

if TYPE_CHECKING:
    from index.dossier import Companion, Context, Dossier, Saying


@dataclass(frozen=True, slots=True)
class NamesHeader:
    """The numbers of the articles above the naming table."""

    table: NamingTable
    height: int = 1
    choosable: bool = False

    def lines(self, width: int) -> tuple[Line, ...]:
        """The header."""
        return (header_line(self.table, width),)


@dataclass(frozen=True, slots=True)
class NameRow:
    """One printed form; choosing it shows only its mentions."""

    table: NamingTable
    index: int
    height: int = 1
    choosable: bool = True

    @property
    def form(self) -> str:
        """The form as printed."""
        return self.table.forms[self.index]

    def lines(self, width: int) -> tuple[Line, ...]:
        """The form and its counts."""
        return (form_line(self.table, self.index, width),)


@dataclass(frozen=True, slots=True)
class CompanionRow:
    """Another entity named in the same sentences; choosing it opens its dossier."""

    companion: Companion
    most: int
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """Its count, a bar as long as its share of the greatest, its name and type, and how far beyond chance it is."""
        entity, beyond = self.companion.entity, f"  {significance(self.companion.likelihood)}"
        named = (Piece(one_line(entity.name)), Piece(f"  {KIND_NAMES[entity.type]}", "row--muted"))
        line = counted_line(self.companion.sentences, self.most, width, *named)
        return ((*cut_line(line, max(1, width - len(beyond))), Piece(beyond, "row--muted")),)


@dataclass(frozen=True, slots=True)
class ArticleHeading:
    """The article of the mentions that follow, with its number in the naming table."""

    number: int
    title: str
    path: str
    mentions: int
    height: int = 2
    choosable: bool = False

    def lines(self, width: int) -> tuple[Line, ...]:
        """A blank line, then number, title and count."""
        return (
            (),
            (
                Piece(f"{self.number} ", "row--muted"),
                Piece(fit(one_line(self.title), max(1, width - 8)).rstrip(), "row--strong"),
                Piece(f"  {self.mentions:,}", "row--muted"),
            ),
        )


@dataclass(frozen=True, slots=True)
class ContextRow:
    """One mention in its context; choosing it opens the article there."""

    context: Context
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The concordance line."""
        return (kwic_line(self.context.left, self.context.surface, self.context.right, width),)


@dataclass(frozen=True, slots=True)
class SayingRow:
    """Words that an article gives to the entity; choosing them opens the article there."""

    saying: Saying
    number: int
    height: int = 2
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The words on two lines; marks of quotation only where the article prints them."""
        text = one_line(self.saying.text)
        quoted = f"“{text}”" if self.saying.quote.kind == "direct" else text
        first, *rest = wrap(quoted, max(1, width - 4), 2) or ("",)
        return (
            (Piece(fit(str(self.number), 2, "right") + "  ", "row--muted"), Piece(first)),
            *((Piece("    "), Piece(line)) for line in rest),
        )


@dataclass(frozen=True, slots=True)
class DossierRows:
    """Its names, where it stands in the articles (mentions and sayings), and who it is named with."""

    names: tuple[Row, ...]
    places: tuple[Row, ...]
    company: tuple[Row, ...]


class DossierIndex:
    """A dossier made ready for filtering: what each row is found by is folded once."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.table = naming_table(dossier.articles)
        order = by_mentions(dossier.articles)
        self._articles = {article.path: (number, article.title) for number, article in enumerate(order, start=1)}
        contexts = sorted(dossier.contexts, key=lambda one: (self._articles[one.document][0], one.start))
        self._contexts = [(one, folded(f"{one.left}{one.surface}{one.right} {self._title(one)}")) for one in contexts]
        self._sayings = [(one, folded(f"{one.text} {self._title(one)}")) for one in dossier.sayings]
        self._statements = [(one, folded(f"{one.date} {one.text}")) for one in dossier.dated]
        self._company = [(one, folded(one.entity.name)) for one in dossier.company]

    def _title(self, one: Context | Saying) -> str:
        return self._articles[one.document][1]

    def rows(self, typed: str = "") -> DossierRows:
        """The rows that hold every typed word."""
        words = words_of(typed)
        places = parted(self._mentions(words), self._said(words), self._dated(words))
        return DossierRows(self._names(words), places, self._companions(words))

    def _names(self, words: tuple[str, ...]) -> tuple[Row, ...]:
        found = [index for index, form in enumerate(self.table.forms) if kept(words, folded(form))]
        if not found:
            return ()
        return (
            Heading("Names", f"{len(self.table.forms):,} in {counted(len(self.table.articles), 'article')}"),
            NamesHeader(self.table),
            *(NameRow(self.table, index) for index in found),
        )

    def _companions(self, words: tuple[str, ...]) -> tuple[Row, ...]:
        found = [one for one, hay in self._company if kept(words, hay)]
        if not found:
            return ()
        most = max(one.sentences for one in found)
        return (
            Heading("Named with", "sentences · G², how far beyond chance"),
            *(CompanionRow(one, most) for one in found),
        )

    def _mentions(self, words: tuple[str, ...]) -> tuple[Row, ...]:
        found = [one for one, hay in self._contexts if kept(words, hay)]
        number = Counter(one.document for one in found)
        rows: list[Row] = [Heading("Mentions", _of(len(found), len(self._contexts)))] if found else []
        for path, group in groupby(found, key=lambda one: one.document):
            place, title = self._articles[path]
            rows += [ArticleHeading(place, title, path, number[path]), *map(ContextRow, group)]
        return tuple(rows)

    def _said(self, words: tuple[str, ...]) -> tuple[Row, ...]:
        found = [one for one, hay in self._sayings if kept(words, hay)]
        if not found:
            return ()
        return (
            Heading("Said", _of(len(found), len(self._sayings))),
            *(SayingRow(one, self._articles[one.document][0]) for one in found),
        )

    def _dated(self, words: tuple[str, ...]) -> tuple[Row, ...]:
        found = [one for one, hay in self._statements if kept(words, hay)]
        if not found:
            return ()
        return (
            Heading("Dates spoken of", _of(len(found), len(self._statements))),
            StripRow(tuple(one.date for one in found)),
            *map(StatementRow, found),
        )


def _of(shown: int, total: int) -> str:
    return f"{total:,}" if shown == total else f"{shown:,} of {total:,}"
