"""A statement as a page: one HTML file that needs nothing else, reads well by day and by night, and prints."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.comparison.reports.citing import html_citation, html_link, in_html
from index.comparison.reports.sealing import sealed
from index.comparison.reports.statement import Line, Section, Statement, Table, Told

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1b1a; --paper: #fdfcfa; --faint: #5f5b55; --rule: #d9d4cc; --card: #f6f3ee;
  --red: #a3181f; --amber: #7d5000; --green: #1d6a36; --blue: #1f5285; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e4dd; --paper: #191817; --faint: #a59f95; --rule: #3b3834;
  --card: #22201e; --red: #ff9a92; --amber: #efbf6a; --green: #8fd3a3; --blue: #93c2f0; } }
body { font: 1.0625rem/1.55 Charter, "Bitstream Charter", Cambria, Georgia, serif; color: var(--ink);
  background: var(--paper); max-width: 48rem; margin: 2.5rem auto 4rem; padding: 0 1.25rem; hyphens: auto; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--rule); }
h2 .count, .where, .empty, header p { color: var(--faint); } h2 .count { font-weight: normal; }
header { border-bottom: 3px double var(--rule); padding-bottom: .75rem; }
header p { font-size: .9rem; margin: .35rem 0; overflow-wrap: anywhere; }
header a { color: inherit; }
header p.told, header p.article { color: var(--ink); font-size: 1.05rem; }
header p.article { padding-left: 1.7rem; }
header p.article b { display: inline-block; margin-left: -1.7rem; width: 1.4rem; color: var(--faint);
  font: 700 .8rem/1 ui-sans-serif, system-ui, sans-serif; }
nav { margin: 1rem 0 0; font-size: .9rem; color: var(--faint); } nav a { color: var(--blue); }
nav span { display: inline-block; margin-right: 1.1rem; }
.wide { overflow-x: auto; }
ul { list-style: none; margin: 0; padding: 0; } li { overflow-wrap: anywhere; }
li.statement { margin: .8rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--rule); break-inside: avoid; }
li.statement > ul { margin-top: .3rem; } li.statement > ul > li { margin: .3rem 0; padding-left: 1.7rem; }
li.statement b { display: inline-block; margin-left: -1.7rem; width: 1.4rem; color: var(--faint);
  font: 700 .8rem/1 ui-sans-serif, system-ui, sans-serif; }
.kind { font: 600 .72rem/1 ui-sans-serif, system-ui, sans-serif; letter-spacing: .04em; text-transform: uppercase;
  color: var(--faint); margin-right: .4rem; }
li.conflict { border-color: var(--red); background: var(--card); } .conflict > .kind { color: var(--red); }
li.differs { border-color: var(--amber); background: var(--card); } .differs > .kind { color: var(--amber); }
li.same, li.identical { border-color: var(--green); } .same > .kind, .identical > .kind { color: var(--green); }
li.partial, li.truncated, li.paraphrased { border-color: var(--blue); }
.partial > .kind, .truncated > .kind, .paraphrased > .kind { color: var(--blue); }
@media (min-width: 40rem), print { li.statement:not(.only):not(.out):not(.copied) > ul {
  display: grid; grid-template-columns: 1fr 1fr; column-gap: 1.5rem; } }
.where { display: block; font: .72rem/1.4 ui-monospace, "DejaVu Sans Mono", monospace; hyphens: none; }
table { border-collapse: collapse; width: 100%; margin-top: 1.5rem; font-size: .98rem; }
th { font: 600 .75rem/1.3 ui-sans-serif, system-ui, sans-serif; color: var(--faint); }
thead { border-bottom: 2px solid var(--rule); }
th, td { padding: .4rem .45rem; text-align: center; vertical-align: top; } td { border-bottom: 1px solid var(--rule); }
td:last-child, th:last-child { text-align: left; overflow-wrap: anywhere; } tr { break-inside: avoid; }
td.conflict, td.differs { font-weight: bold; } td.conflict { color: var(--red); } td.differs { color: var(--amber); }
td.absent { color: var(--faint); }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #444; --rule: #bbb; --card: #fff;
    --red: #8a0f16; --amber: #6b4400; --green: #14502a; --blue: #173f66; }
  @page { margin: 18mm 16mm; } body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  h2 { break-after: avoid; } nav { display: none; } .wide { overflow: visible; }
  thead { display: table-header-group; } }
""".strip()
_STATES = {"●": "reported", "○": "absent", "!": "conflict", "?": "differs"}


def as_html(told: Statement, titles: str, language: str) -> str:
    """A statement as one HTML file, sealed: no script, no other file, every word of the articles escaped."""
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
        "<header>",
        f"<h1>{in_html(told.heading)}</h1>",
        *map(_article, told.articles),
        f'<p class="told">{in_html(told.summary[0])}</p>',
        *(f"<p>{in_html(sentence)}</p>" for sentence in told.summary[1:]),
        "</header>",
        *_contents(told.sections),
        "<main>",
    ]
    if told.table is not None:
        lines += _table(told.table)
    for number, section in enumerate(told.sections, 1):
        lines += _section(section, number)
    lines += ["</main>", "</body>", "</html>"]
    return sealed("\n".join(lines) + "\n")


def _article(one: Told) -> str:
    link = f" {html_link(one.address)}" if one.address else ""
    facts = f'<span class="where">{in_html(", ".join(one.facts))}{link}</span>'
    return f'<p class="article"><b>{in_html(one.letter)}</b> {in_html(one.title)} {facts}</p>'


def _contents(sections: Sequence[Section]) -> list[str]:
    """The sections that hold anything, each a link to it: a report may be many pages long."""
    links = [
        f'<a href="#part-{number}">{in_html(section.heading)}</a> ({len(section.lines):,})'
        for number, section in enumerate(sections, 1)
        if section.lines
    ]
    return ['<nav aria-label="Sections">', *(f"<span>{link}</span>" for link in links), "</nav>"] if links else []


def _table(table: Table) -> list[str]:
    head = "".join(f'<th scope="col">{in_html(name)}</th>' for name in table.head)
    lines = ['<div class="wide">', "<table>", f"<thead><tr>{head}</tr></thead>"]
    for cells, cited in table.rows:
        states = "".join(f"<td{_state(cell)}>{in_html(cell)}</td>" for cell in cells)
        lines.append(f"<tr>{states}<td>{html_citation(cited)}</td></tr>")
    return [*lines, "</table>", "</div>"]


def _state(cell: str) -> str:
    return f' class="{_STATES[cell]}"' if cell in _STATES else ""


def _section(section: Section, number: int) -> list[str]:
    count = f'<span class="count">({len(section.lines):,})</span>'
    lines = [f'<h2 id="part-{number}">{in_html(section.heading)} {count}</h2>']
    if not section.lines:
        return [*lines, f'<p class="empty">{in_html(section.empty)}</p>']
    return [*lines, "<ul>", *(part for line in section.lines for part in _statement(line)), "</ul>"]


def _statement(line: Line) -> list[str]:
    looks = " ".join(["statement", *re.findall(r"[a-z]+", line.kind)])
    kind = "" if line.kind == "only" else f'<span class="kind">{in_html(line.kind)}</span> '
    cited = [f"<li><b>{letter}</b> {html_citation(citation)}</li>" for letter, citation in line.evidence]
    return [f'<li class="{looks}">{kind}{in_html(line.says)}', "<ul>", *cited, "</ul></li>"]
