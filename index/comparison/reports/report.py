"""The comparison as a report to hand on: Markdown, or a page (see `page.py`)."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.model import Comparison, Side
from index.comparison.reports.citing import in_markdown, markdown_citation, markdown_link
from index.comparison.reports.page import as_html
from index.comparison.reports.sealing import sealed
from index.comparison.reports.statement import Statement, statement


def markdown(comparison: Comparison, a: Side, b: Side) -> str:
    """The comparison's report in Markdown."""
    return as_markdown(statement(comparison, a, b))


def html(comparison: Comparison, a: Side, b: Side) -> str:
    """The comparison's report as HTML."""
    titles = ", ".join(side.document.title for side in (a, b))
    return as_html(statement(comparison, a, b), titles, a.document.language or "en")


def as_markdown(told: Statement) -> str:
    """A statement in Markdown, sealed; each cited passage has a line of its own, so that `verify` can name the line."""
    lines = [f"# {told.heading}", ""]
    for one in told.articles:
        link = f" {markdown_link(one.address)}" if one.address else ""
        said = f"{one.letter}: {one.title} ({', '.join(one.facts)})"
        lines.append(f"{in_markdown(said)}{link}\n")
    lines += [f"{in_markdown(sentence)}\n" for sentence in told.summary]
    if told.table is not None:
        lines += [_row(told.table.head), "|" + "---|" * len(told.table.head)]
        lines += [_row((*map(in_markdown, cells), markdown_citation(cited))) for cells, cited in told.table.rows]
        lines.append("")
    for section in told.sections:
        lines += [f"## {in_markdown(section.heading)} ({len(section.lines):,})", ""]
        for line in section.lines:
            # What is told by one article alone is said by the heading.
            says = line.kind != "only"
            lines += [f"- **{in_markdown(line.kind)}** {in_markdown(line.says)}".rstrip()] if says else []
            indent = "  " if says else ""
            lines += [f"{indent}- {letter}: {markdown_citation(citation)}" for letter, citation in line.evidence]
        lines += [] if section.lines else [section.empty]
        lines.append("")
    return sealed("\n".join(lines).rstrip("\n") + "\n")


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
