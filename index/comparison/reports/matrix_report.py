"""The coverage matrix as a report: the table of facts, conflicts, what each article leaves out, and who copies whom."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.matrix.disputed import question
from index.comparison.matrix.holes import holes
from index.comparison.matrix.model import Matrix
from index.comparison.matrix.reuse import Reuse
from index.comparison.reports.citing import Citation, cite
from index.comparison.reports.matrix_payload import LETTERS
from index.comparison.reports.page import as_html
from index.comparison.reports.report import as_markdown
from index.comparison.reports.statement import Line, Section, Statement, Table, Told
from index.documents.model import Document, Span
from index.wording import counted, percent


def matrix_markdown(matrix: Matrix, documents: Sequence[Document], at_least: int = 2) -> str:
    """The report in Markdown; `documents` are those of the columns, `at_least` voices make a hole."""
    return as_markdown(matrix_statement(matrix, documents, at_least))


def matrix_html(matrix: Matrix, documents: Sequence[Document], at_least: int = 2) -> str:
    """The same as one HTML file."""
    titles = ", ".join(column.title for column in matrix.columns)
    return as_html(matrix_statement(matrix, documents, at_least), titles, documents[0].language or "en")


def matrix_statement(matrix: Matrix, documents: Sequence[Document], at_least: int = 2) -> Statement:
    """What the matrix says; articles go by their numbers from 1, facts of one article alone are only counted."""

    def cited(column: int, span: Span) -> Citation:
        return cite(documents[column], span)

    shared = [row for row in matrix.rows if row.conflicts or sum(bool(cell.spans) for cell in row.cells) > 1]
    numbers = tuple(str(at + 1) for at in range(len(documents)))
    questions = [question(row) for row in shared]
    table = Table(
        (*numbers, "voices", *(("question",) if any(questions) else ()), "fact"),
        tuple(
            (
                (
                    *(LETTERS[cell.state] for cell in row.cells),
                    str(row.voices),
                    *((asked,) if any(questions) else ()),
                ),
                cited(row.column, row.label),
            )
            for row, asked in zip(shared, questions, strict=True)
        ),
    )
    conflicts = tuple(
        Line(
            f"{one.conflict.kind}, {one.conflict.strength}",
            one.conflict.explanation,
            (
                (str(one.a + 1), cited(one.a, one.conflict.a_sentence)),
                (str(one.b + 1), cited(one.b, one.conflict.b_sentence)),
            ),
        )
        for one in dict.fromkeys(found for row in shared for found in row.conflicts)
    )
    left_out = (
        Section(
            f"Not in {at + 1}, {column.title}",
            tuple(
                Line(
                    "left out",
                    f"Told by {counted(hole.voices, 'voice')}.",
                    tuple((str(s.column + 1), cited(s.column, s.span)) for s in hole.sources),
                )
                for hole in holes(matrix, at, at_least)
            ),
            f"Nothing that {at_least} others tell is missing."
            if at_least > 1
            else "Nothing that another tells is missing.",
        )
        for at, column in enumerate(matrix.columns)
    )
    return Statement(
        "Coverage of one event",
        _articles(matrix, documents),
        _counted(matrix, len(shared), at_least),
        (
            Section("Conflicts", conflicts, "No conflict was found."),
            *left_out,
            Section("Copied passages", tuple(_copied(one, documents) for one in matrix.reuses), "Nothing was copied."),
        ),
        table,
    )


def _articles(matrix: Matrix, documents: Sequence[Document]) -> tuple[Told, ...]:
    articles = []
    for at, (column, document) in enumerate(zip(matrix.columns, documents, strict=True)):
        copy = (f"one voice with article {column.voice + 1}",) if column.voice != at else ()
        facts = (column.path, *copy, f"file sha256 {document.sha256 or 'unknown'}")
        articles.append(Told(str(at + 1), column.title, facts, document.address))
    return tuple(articles)


def _counted(matrix: Matrix, shared: int, at_least: int) -> tuple[str, ...]:
    told = f"{counted(shared, 'fact')} {'is' if shared == 1 else 'are'} told by two articles or more"
    others = f"{at_least} other voices tell" if at_least > 1 else "another voice tells"
    return (
        f"{told[0].upper()}{told[1:]}, {len(matrix.rows) - shared:,} by one alone. "
        f"An article leaves out what {others}; articles that copy each other are one voice.",
        "● reported, ○ absent, ! in conflict, ? likely in conflict.",
        "Found by rules, without understanding: read the passages before relying on a line.",
    )


def _copied(one: Reuse, documents: Sequence[Document]) -> Line:
    first, second = documents[one.first], documents[one.second]
    evidence = [
        (str(number + 1), cite(document, span))
        for passage in one.passages
        for number, document, span in ((one.first, first, passage.a), (one.second, second, passage.b))
    ]
    return Line("copied", f"{percent(one.share)} of the shorter article.", tuple(evidence))
