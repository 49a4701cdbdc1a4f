"""`network`: who is named with whom, as a table, as JSON or as a graph."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from index.wording import counted
from tui.commandline.across import articles
from tui.commandline.output import Paper, json_text
from tui.commandline.status import DONE, NOTHING_FOUND, UsageError
from tui.commandline.writing import refuse_folder, write_output

if TYPE_CHECKING:
    from index.across.network import Network


def run(options: Namespace) -> int:
    """Prints or writes the network."""
    from index.across.graph import graphml, network_payload
    from index.across.network import network

    if options.output and not (options.graphml or options.json):
        refuse_folder(options.output)
        options.graphml = options.output.lower().endswith((".graphml", ".xml"))
        options.json = not options.graphml and options.output.lower().endswith(".json")
        if not (options.graphml or options.json):
            raise UsageError("-o writes a graph: say --graphml or --json, or name the file .graphml or .json")
    with articles(options) as (library, paths, progress):
        found = network(paths, library.seen, library.known, most=options.limit, progress=progress)
        progress.end()
        if options.graphml:
            write_output(library, options.output, graphml(found))
        elif options.json:
            write_output(library, options.output, json_text(network_payload(found)))
        else:
            _print(found)
    return DONE if found.edges else NOTHING_FOUND


def _print(found: Network) -> None:
    from index.across.network import MOST_TOGETHER

    paper = Paper()
    if not found.articles:
        paper.line("Nothing found.")
        return
    names = {node.entity.id: node.entity.name for node in found.nodes}
    if found.edges:
        paper.styled_line("sentences  articles         G²  named together")
    for edge in found.edges:
        paper.styled_line(
            f"{edge.sentences:>9,} {edge.articles:>9,} {edge.likelihood:>10,.1f}  ",
            *(("strong", names[edge.a]), " — ", ("strong", names[edge.b])),
        )
    shown = f"{len(found.edges):,} of {counted(found.pairs, 'pair')}"
    paper.line(f"{shown} in {counted(found.sentences, 'sentence')} of {counted(found.articles, 'article')}.")
    if found.lists:
        each = "sentence that names" if found.lists == 1 else "sentences that name"
        paper.line(f"Not counted: the pairs of {found.lists:,} {each} more than {MOST_TOGETHER}.")
