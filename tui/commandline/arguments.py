"""What the command line understands."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

COMMANDS = (
    "search",
    "show",
    "entities",
    "compare",
    "matrix",
    "naming",
    "network",
    "timeline",
    "voices",
    "index",
    "verify",
    "export",
    "serve",
)

_VALUES = {"--corpus": 1, "--cache-dir": 1, "--query": 1, "--open": 1, "--compare": 2}
"""Options that may stand before a command, with how many values each takes."""

_NO_OPTION = "\0"
"""Before an argument that is none, whatever it begins with; no argument of a system has it."""

_SCREEN_TEXT = """\
commands:
  search QUERY        ranked articles with their matching passages
  show DOC ...        the articles, as they are read
  entities [DOC ...]  who and what is named, under all its names
  compare A B         what two articles agree on, leave out, and contradict
  matrix DOC DOC ...  which of several articles reports what, and what each leaves out
  naming [DOC ...]    what each article calls the same people, organisations and places
  network [DOC ...]   who is named with whom, as a table or a graph
  timeline [DOC ...]  dated statements in the order of the dates they speak of
  voices [DOC ...]    who speaks, and how many words each is given
  index [CORPUS]      build or refresh the index, or say how it stands
  verify REPORT       check every citation of an exported comparison
  export [CORPUS]     all that you made: places, marks, notes, searches, corrections
  serve [CORPUS]      the same screen in a web browser

`ceasefire-reader COMMAND --help` says more. A folder that is named like a command is opened as ./search.
Without CORPUS: $CEASEFIRE_READER_CORPUS, the config's corpus, ./seeds, else the starter corpus.
Exit status: 0 done, 1 nothing found, 2 bad usage, query or input, 3 corpus or index unusable, 130 interrupted.
"""


def parse(arguments: Sequence[str]) -> tuple[str, argparse.Namespace]:
    """The command ("" for the screen) and its options.  SystemExit 2 with usage where they are wrong."""
    rest = list(arguments)
    at = _command_at(rest)
    command = rest.pop(at) if at is not None else ""
    parser = _command_parser(command) if command else _screen_parser()
    if "--" not in rest:
        return command, parser.parse_intermixed_args(rest)
    # argparse looks twice at what stands anywhere, and takes a file named "-o x" for an option the second time.
    dashes = rest.index("--")
    options = parser.parse_intermixed_args([*rest[:dashes], *(_NO_OPTION + name for name in rest[dashes + 1 :])])
    for name, value in vars(options).items():
        setattr(options, name, _as_given(value))
    return command, options


def _as_given(value: object) -> object:
    """A value of the parser without what kept it from being an option."""
    if isinstance(value, list):
        return [_as_given(each) for each in value]
    return value.removeprefix(_NO_OPTION) if isinstance(value, str) else value


def _command_at(arguments: list[str]) -> int | None:
    """Where the command stands: the first argument that is neither an option nor an option's value."""
    at = 0
    while at < len(arguments) and arguments[at] != "--":
        argument = arguments[at]
        if not argument.startswith("-") or argument == "-":
            return at if argument in COMMANDS else None
        at += 1 + _VALUES.get(argument, 0)
    return None


def _screen_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ceasefire-reader",
        usage="ceasefire-reader [CORPUS] [--query Q] [--open DOC] [--compare A B] [--fresh]\n"
        "       ceasefire-reader COMMAND ...",
        description="Read many articles about the same events, and tell what each really says.",
        epilog=_SCREEN_TEXT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "place", nargs="?", metavar="CORPUS", help="a folder or a file; - reads one article from a pipe"
    )
    parser.add_argument("--query", metavar="Q", help="open with this search")
    parser.add_argument("--open", dest="document", metavar="DOC", help="open this article")
    parser.add_argument("--compare", nargs=2, metavar=("A", "B"), help="open these two side by side")
    parser.add_argument("--fresh", action="store_true", help="begin anew, not as the reader was left")
    parser.add_argument("--version", action="store_true", help="print the version and end")
    _shared(parser)
    return parser


def _command_parser(command: str) -> argparse.ArgumentParser:
    descriptions = {
        "search": "Finds articles with any of the words; those with all, near each other, in the title, come first.",
        "show": "Prints articles as they are read. DOC is a path in the corpus or any unambiguous beginning of one.",
        "entities": "Prints who and what is named; without DOC, in the whole corpus.",
        "compare": "Says what two articles agree on, what only one has, and where they conflict.",
        "matrix": "Lays several articles on one event beside each other: facts as rows, articles as columns.",
        "naming": "Lays the names that articles use beside each other: entities as rows, articles as columns.",
        "network": "Prints who is named with whom: sentences with both, and how far that is beyond chance (G²).",
        "timeline": "Prints the sentences that name a date, in the order of the dates they speak of.",
        "voices": "Prints who speaks, with the words that the articles give to each voice.",
        "index": "Builds or refreshes the index, and lists the files that are skipped, with reasons.",
        "verify": "Re-reads the corpus and checks every citation of an exported report; status 1 where one drifted.",
        "export": "Writes all that you made, of one corpus or of all, as JSON; or the notes of one as Markdown.",
        "serve": "Shows the reader in a web browser. Only this machine can reach it, unless --host says otherwise.",
    }
    parser = argparse.ArgumentParser(
        prog=f"ceasefire-reader {command}", description=descriptions[command], allow_abbrev=False
    )
    add = parser.add_argument
    if command == "search":
        add(
            "query",
            nargs="*",
            metavar="QUERY",
            help='words, "a phrase", +must, -not, title:word, person:name, path:folder, cease*, ...',
        )
        add("--batch", metavar="FILE", help="one query a line, one JSON object a line (-: standard input)")
        add(
            "--explain", action="store_true", help="say of each article why it was found, and what its score is made of"
        )
        add("--words", action="store_true", help="list the key words of the articles found against all others")
        add("--limit", type=_positive, default=20, metavar="N", help="how many articles at most (20)")
    elif command == "show":
        add("documents", nargs="+", metavar="DOC")
    elif command == "entities":
        add("documents", nargs="*", metavar="DOC")
    elif command == "compare":
        add("a", nargs="?", metavar="A")
        add("b", nargs="?", metavar="B")
        add(
            "--batch",
            metavar="FILE",
            help="two documents a line, parted by a tab; one JSON object a line (-: standard input)",
        )
        _add_report(parser)
    elif command == "matrix":
        add("documents", nargs="*", metavar="DOC")
        add("--query", metavar="QUERY", help="the best 20 articles of this search, beside the DOCs")
        add("--voices", type=_positive, default=2, metavar="K", help="an article lacks what K others tell (2)")
        _add_report(parser)
    elif command in ("naming", "network", "timeline", "voices"):
        add("documents", nargs="*", metavar="DOC")
        add("--query", metavar="Q", help="only the articles that answer this search")
        if command == "network":
            add("--limit", type=_positive, default=200, metavar="N", help="how many pairs at most (200)")
            add("--graphml", action="store_true", help="a graph that Gephi, Cytoscape, yEd and others read")
            add("-o", "--output", metavar="FILE", help="write the graph to FILE")
    elif command == "verify":
        add("report", metavar="REPORT", help="a report that compare or matrix wrote (-: standard input)")
    else:
        add("place", nargs="?", metavar="CORPUS", help="a folder or a file")
    if command == "export":
        add("--notes", action="store_true", help="the notes of one corpus, as Markdown")
        add("-o", "--output", metavar="FILE", help="write to FILE, which must not be there yet")
    if command == "index":
        add("--rebuild", action="store_true", help="make it anew")
        add("--status", action="store_true", help="only say how it stands")
    if command == "serve":
        add("--host", default="127.0.0.1", help="the address to serve on (127.0.0.1)")
        add("--port", type=_port, default=8000, help="the port (8000)")
    else:
        add("--json", action="store_true", help="JSON, one object a line")
    _shared(parser)
    return parser


def _shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--corpus", metavar="DIR", help="the folder or file of articles")
    parser.add_argument("--cache-dir", metavar="DIR", help="keep the index here instead of the user's cache folder")


def _add_report(parser: argparse.ArgumentParser) -> None:
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--markdown", action="store_true", help="a report whose every line cites document and offsets")
    kind.add_argument("--html", action="store_true", help="the same as a web page")
    parser.add_argument("-o", "--output", metavar="FILE", help="write the report to FILE")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError("must be from 1 to 65535")
    return number
