"""The comparison as a report to hand on: Markdown, or one HTML file that needs nothing else and prints well."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.citing import html_citation, in_html, in_markdown, markdown_citation
from index.comparison.model import Comparison, Side
from index.comparison.statement import Line, Statement, statement

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; border-bottom: 1px solid; margin-top: 2rem; }
ul { padding-left: 1.2rem; } li { margin: .4rem 0; overflow-wrap: anywhere; } li.statement { break-inside: avoid; }
table { border-collapse: collapse; } th, td { border: 1px solid; padding: .2rem .4rem; text-align: center; }
td:last-child, th:last-child { text-align: left; overflow-wrap: anywhere; } tr { break-inside: avoid; }
.kind { font-weight: bold; } .where { font: .75rem/1.3 ui-monospace, monospace; opacity: .75; }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } h2 { break-after: avoid; } }
""".strip()


def markdown(comparison: Comparison, a: Side, b: Side) -> str:
    """The comparison's report in Markdown."""
    return as_markdown(statement(comparison, a, b))


def html(comparison: Comparison, a: Side, b: Side) -> str:
    """The comparison's report as HTML."""
    titles = ", ".join(side.document.title for side in (a, b))
    return as_html(statement(comparison, a, b), titles, a.document.language or "en")


def as_markdown(told: Statement) -> str:
    """A statement in Markdown; each cited passage has a line of its own, so that `verify` can name the line."""
    lines = [f"# {told.heading}", ""]
    lines += [f"{in_markdown(sentence)}\n" for sentence in told.summary]
    if told.table is not None:
        lines += [_row(told.table.head), "|" + "---|" * len(told.table.head)]
        lines += [_row((*cells, markdown_citation(cited))) for cells, cited in told.table.rows]
        lines.append("")
    for section in told.sections:
        lines += [f"## {in_markdown(section.heading)} ({len(section.lines)})", ""]
        for line in section.lines:
            lines.append(f"- **{in_markdown(line.kind)}** {in_markdown(line.says)}".rstrip())
            lines += [f"  - {letter}: {markdown_citation(citation)}" for letter, citation in line.evidence]
        lines += [] if section.lines else [section.empty]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def as_html(told: Statement, titles: str, language: str) -> str:
    """A statement as one HTML file: no script, no other file, every word of the articles escaped."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{in_html(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{in_html(told.heading)}: {in_html(titles)}</title>",
        f"<style>\n{_STYLE}\n</style>",
        "</head>",
        "<body>",
        f"<h1>{in_html(told.heading)}</h1>",
        *(f"<p>{in_html(sentence)}</p>" for sentence in told.summary),
    ]
    if told.table is not None:
        lines += ["<table>", "<tr>" + "".join(f"<th>{in_html(name)}</th>" for name in told.table.head) + "</tr>"]
        for cells, cited in told.table.rows:
            states = "".join(f"<td>{in_html(cell)}</td>" for cell in cells)
            lines.append(f"<tr>{states}<td>{html_citation(cited)}</td></tr>")
        lines.append("</table>")
    for section in told.sections:
        lines.append(f"<h2>{in_html(section.heading)} ({len(section.lines)})</h2>")
        if not section.lines:
            lines.append(f"<p>{in_html(section.empty)}</p>")
            continue
        lines.append("<ul>")
        for line in section.lines:
            lines += _html_line(line)
        lines.append("</ul>")
    lines += ["</body>", "</html>"]
    return "\n".join(lines) + "\n"


def _html_line(line: Line) -> list[str]:
    cited = [f"<li>{letter}: {html_citation(citation)}</li>" for letter, citation in line.evidence]
    return [
        f'<li class="statement"><span class="kind">{in_html(line.kind)}</span> {in_html(line.says)}',
        "<ul>",
        *cited,
        "</ul></li>",
    ]
