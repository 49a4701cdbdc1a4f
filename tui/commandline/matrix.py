"""`matrix`: which of several articles reports what, where they conflict, and what each leaves out."""

from __future__ import annotations

from argparse import Namespace
from functools import partial
from typing import TYPE_CHECKING

from index.comparison.matrix.disputed import question
from index.comparison.matrix.holes import holes
from index.comparison.reports.matrix_payload import LETTERS, matrix_payload
from index.wording import counted
from tui.commandline.opening import document_named, opened, readable, refreshed
from tui.commandline.output import Paper, Progress, json_text, say
from tui.commandline.status import DONE, NOTHING_FOUND, UsageError
from tui.commandline.waiting import patiently
from tui.commandline.writing import form_by_name, write_output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.comparison.matrix.model import Matrix
    from index.documents.model import Document


MOST_FOUND = 20
"""Articles of a search that are laid beside each other."""


def run(options: Namespace) -> int:
    """Lays the documents beside each other."""
    from index.comparison.matrix.coverage_matrix import MOST_ARTICLES

    form_by_name(options)
    with opened(options, options.corpus) as library:
        named = [document_named(library, name) for name in options.documents]
        refreshed(library)
        if options.query:
            found = patiently(partial(library.search, options.query, MOST_FOUND), options.within)
            named += [hit.document for hit in found.hits]
            if not named:
                say("the search finds no article")
                return NOTHING_FOUND
        elif not named:
            named = sorted(one.path for one in library.listing())
        paths = tuple(dict.fromkeys(named))
        if not 2 <= len(paths) <= MOST_ARTICLES:
            raise UsageError(f"matrix takes 2 to {MOST_ARTICLES} different documents, not {len(paths):,}")
        readable(library, *paths)
        progress = Progress("Comparing")
        try:
            matrix = library.matrix(paths, None, progress)
        finally:
            progress.end()
        documents = [library.read(path) for path in paths]
        if options.markdown or options.html:
            from index.comparison.reports import matrix_report

            write = matrix_report.matrix_markdown if options.markdown else matrix_report.matrix_html
            write_output(library, options.output, write(matrix, documents, options.voices))
        elif options.json:
            write_output(library, options.output, json_text(matrix_payload(matrix, documents, options.voices)))
        else:
            _print(matrix, documents, options.voices)
    return DONE


def _print(matrix: Matrix, documents: Sequence[Document], at_least: int) -> None:
    paper = Paper()
    for number, column in enumerate(matrix.columns):
        copy = f"  copies {column.voice + 1}" if column.voice != number else ""
        paper.styled_line(f"{number + 1}  ", ("strong", column.title), "  ", ("quiet", column.path), copy)
    shared = [row for row in matrix.rows if row.conflicts or sum(bool(cell.spans) for cell in row.cells) > 1]
    alone = len(matrix.rows) - len(shared)
    paper.line()
    paper.styled_line(
        ("strong", f"Told by two or more ({len(shared):,})"), "  ● reported  ○ absent  ! conflict  ? likely"
    )
    for row in shared:
        letters = " ".join(LETTERS[cell.state] for cell in row.cells)
        paper.line(f"{letters}  {question(row) or documents[row.column].text[slice(*row.label)]}")
        for explanation in dict.fromkeys(one.conflict.explanation for one in row.conflicts):
            paper.styled_line(f"{'  ' * len(row.cells)}  {explanation}")
    paper.line(f"{counted(alone, 'more fact')} {'is' if alone == 1 else 'are'} told by one article alone.")
    for number, column in enumerate(matrix.columns):
        found = holes(matrix, number, at_least)
        paper.line()
        paper.styled_line(("strong", f"Not in {number + 1}, {column.title} ({len(found):,})"))
        for hole in found:
            source = hole.sources[0]
            told_by = ", ".join(str(one.column + 1) for one in hole.sources)
            paper.styled_line(f"  told by {told_by}: {documents[source.column].text[slice(*source.span)]}")
