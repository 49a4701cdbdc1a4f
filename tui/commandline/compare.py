"""`compare`: what two articles say of one event, as text, a report or JSON, for one pair or a batch of them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from index.documents.cleaning import clean_line
from index.errors import CorpusError, FormatError
from tui.commandline.opening import batch_lines, document_named, opened, readable, refreshed
from tui.commandline.output import Paper, json_line, json_text
from tui.commandline.status import DONE, UsageError
from tui.commandline.writing import form_by_name, write_output

if TYPE_CHECKING:
    from index.comparison.model import Comparison, Side
    from index.documents.model import Document
    from index.library import Library

_ALONE = ("Told in A alone", "Told in B alone")


def run(options: Namespace) -> int:
    """Compares the two documents, or each pair of the batch."""
    if (options.a is not None) == (options.batch is not None) or (options.a is None) != (options.b is None):
        raise UsageError("compare needs two documents, or --batch FILE with two a line, parted by a tab")
    if options.batch is not None and (options.markdown or options.html or options.output):
        raise UsageError("a batch answers in JSON, one line a pair; --markdown, --html and -o are for one pair")
    form_by_name(options)
    with opened(options, options.corpus) as library:
        if options.batch is not None:
            refreshed(library, words=False)
            return _batch(library, options.batch)
        a, b = document_named(library, options.a), document_named(library, options.b)
        refreshed(library, words=False)
        readable(library, a, b)
        comparison = library.compare(a, b)
        if options.markdown or options.html:
            _report(library, comparison, options)
        elif options.json:
            write_output(library, options.output, json_text(_payload(library, comparison)))
        else:
            _print(library, comparison)
    return DONE


def _names(library: Library) -> Callable[[str], str]:
    def name(entity_id: str) -> str:
        entity = library.entity(entity_id)
        return entity.name if entity is not None else entity_id

    return name


def _payload(library: Library, comparison: Comparison) -> dict[str, object]:
    from index.comparison.reports.payload import comparison_payload

    return comparison_payload(comparison, library.read(comparison.a), library.read(comparison.b), _names(library))


def _batch(library: Library, source: str) -> int:
    for line in batch_lines(source):
        try:
            parts = line.split("\t")
            if len(parts) != 2 or not all(part.strip() for part in parts):
                raise UsageError("a line must name two documents, parted by a tab")
            a, b = (document_named(library, part.strip()) for part in parts)
            readable(library, a, b)
            answer = _payload(library, library.compare(a, b))
        except (UsageError, CorpusError, FormatError) as problem:
            answer = {"query": clean_line(line), "error": str(problem)}
        json_line(answer)
    return DONE


def _report(library: Library, comparison: Comparison, options: Namespace) -> None:
    from index.comparison.reports import report

    write = report.markdown if options.markdown else report.html
    text = write(comparison, library.side(comparison.a), library.side(comparison.b))
    write_output(library, options.output, text)


def _print(library: Library, comparison: Comparison) -> None:
    from index.comparison.alone import alone_by_weight
    from index.comparison.in_common import why_little
    from index.comparison.in_part import covered

    one, other = library.side(comparison.a), library.side(comparison.b)
    a, b = one.document, other.document
    paper = Paper()
    paper.styled_line("A  ", ("strong", a.title), "  ", ("quiet", a.path))
    paper.styled_line("B  ", ("strong", b.title), "  ", ("quiet", b.path))
    paper.line(covered(comparison))
    if little := why_little(comparison, a, b):
        paper.line(little)

    _conflicts(paper, comparison, a, b)
    alone = alone_by_weight(comparison, one, other)
    for title, document, spans in zip(_ALONE, (a, b), alone, strict=True):
        _section(paper, title, len(spans))
        for span in spans:
            paper.line(f"  [{span.start}-{span.end}] {document.text[slice(*span)]}")
    _variants(paper, comparison, a, b)
    _quotes(paper, comparison, a, b)
    _told_by_both(paper, comparison, a, b)
    _names_of(paper, comparison, one, other)


def _section(paper: Paper, title: str, count: int) -> None:
    paper.line()
    paper.styled_line(("strong", f"{title} ({count:,})"))


def _conflicts(paper: Paper, comparison: Comparison, a: Document, b: Document) -> None:
    from index.comparison.conflicts.findings import by_importance

    for title, strength in (("Conflicts", "conflict"), ("May differ", "differs")):
        found = [one for one in by_importance(comparison.conflicts) if one.strength == strength]
        _section(paper, title, len(found))
        for conflict in found:
            paper.line(f"  {conflict.kind}: {conflict.explanation}")
            for label, document, sentence, span in (
                ("A", a, conflict.a_sentence, conflict.a),
                ("B", b, conflict.b_sentence, conflict.b),
            ):
                paper.passage(document.text[slice(*sentence)], sentence.start, (span,), f"    {label} [{span.start}] ")


def _variants(paper: Paper, comparison: Comparison, a: Document, b: Document) -> None:
    variants = dict.fromkeys((one.kind, a.text[slice(*one.a)], b.text[slice(*one.b)]) for one in comparison.variants)
    _section(paper, "The same under another name or word", len(variants))
    for kind, in_a, in_b in variants:
        paper.line(f"  {kind}: {in_a} | {in_b}")


def _quotes(paper: Paper, comparison: Comparison, a: Document, b: Document) -> None:
    from index.comparison.said_in_both import left_out, said_by, voiced

    if not comparison.quotes:
        return
    _section(paper, "Quotations in both", len(comparison.quotes))
    for quote in comparison.quotes:
        who = said_by(quote)
        paper.line(f"  {quote.kind}{', ' + who if who else ''}: {a.text[slice(*quote.a)]}")
        for line in (voiced(quote), left_out(quote, a.text, b.text)):
            if line:
                paper.line(f"    {line}")


def _names_of(paper: Paper, comparison: Comparison, a: Side, b: Side) -> None:
    from index.comparison.reports.statement import named

    found = named(comparison, a, b)
    for title, kind in (("Named in both", "both"), ("Named in A alone", "only A"), ("Named in B alone", "only B")):
        names = [line.says for line in found if line.kind == kind]
        _section(paper, title, len(names))
        if names:
            paper.line("  " + ", ".join(names))


def _told_by_both(paper: Paper, comparison: Comparison, a: Document, b: Document) -> None:
    from index.comparison.in_part import InPart, undisputed

    in_part = InPart(comparison, a.text, b.text)
    for title, kind in (("Told by both", "same"), ("Told in part by both", "partial")):
        found = [one for one in undisputed(comparison) if one.kind == kind]
        _section(paper, title, len(found))
        for number, pair in enumerate(found):
            if number:
                paper.line()
            for label, document, span in (("A", a, pair.a), ("B", b, pair.b)):
                paper.line(f"  {label} [{span.start}-{span.end}] {document.text[slice(*span)]}")
            if kind == "partial" and (own := in_part.said(pair)):
                paper.line(f"    {own}")
