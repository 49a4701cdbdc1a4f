"""What the command line understands."""

from __future__ import annotations

import argparse
import math
import os
from collections.abc import Sequence

from tui.commandline.help import COMMANDS, PROGRAM, parser
from tui.commandline.status import UsageError

_VALUES = {"--corpus": 1, "--cache-dir": 1, "--query": 1, "--open": 1, "--compare": 2}
"""Options that may stand before a command, with how many values each takes."""

_ACROSS = ("naming", "network", "timeline", "voices")
"""The commands that go over many articles."""
_SEARCHING = ("search", "matrix", "list", *_ACROSS)
"""The commands that search."""

_NO_OPTION = "\0"
"""Before an argument that is none, whatever it begins with; no argument of a system has it."""
_ASKED = {"help": "--help", "version": "--version"}
"""What other programs have as commands, and this one as options."""
_DOC = "a path in the corpus, or any beginning of one that fits no other"


def parse(arguments: Sequence[str]) -> tuple[str, argparse.Namespace]:
    """The command ("" for the screen) and its options, the corpus always as `corpus`.

    Raises UsageError, and SystemExit 0 after --help.
    """
    rest = list(arguments)
    at = _first_at(rest)
    command = rest.pop(at) if at is not None and rest[at] in COMMANDS else ""
    if at is not None and not command:
        _refuse_mistyped(rest[at])
    understands = _command_parser(command) if command else _screen_parser()
    if "--" in rest:
        # argparse looks twice at what stands anywhere, and takes a file named "-o x" for an option the second time.
        dashes = rest.index("--")
        rest = [*rest[:dashes], *(_NO_OPTION + name for name in rest[dashes + 1 :])]
    options = understands.parse_intermixed_args(rest)
    for name, value in vars(options).items():
        setattr(options, name, _as_given(value))
    if (place := getattr(options, "place", None)) is not None:
        if options.corpus is not None:
            raise UsageError(f"the corpus is named twice, {place} and --corpus {options.corpus}")
        options.corpus = place
    if command != "search" and getattr(options, "within", None) is not None and options.query is None:
        raise UsageError("--within limits a search, and needs --query")
    return command, options


def _as_given(value: object) -> object:
    """A value of the parser without what kept it from being an option."""
    if isinstance(value, list):
        return [_as_given(each) for each in value]
    return value.removeprefix(_NO_OPTION) if isinstance(value, str) else value


def _first_at(arguments: list[str]) -> int | None:
    """Where the first argument stands that is neither an option nor an option's value: the command, or the corpus."""
    at = 0
    while at < len(arguments) and arguments[at] != "--":
        argument = arguments[at]
        if not argument.startswith("-") or argument == "-":
            return at
        at += 1 + _VALUES.get(argument, 0)
    return None


def _refuse_mistyped(named: str) -> None:
    """Raises UsageError where what would be a corpus is not there, and looks like a command."""
    if not named.isascii() or not named.isalpha() or os.path.lexists(named):
        return
    from difflib import get_close_matches

    near = _ASKED.get(named) or next(iter(get_close_matches(named, COMMANDS, 1, 0.7)), "")
    if near:
        raise UsageError(f"no command, folder or file is named {named}; did you mean `{PROGRAM} {near}`?")


def _screen_parser() -> argparse.ArgumentParser:
    made = parser("")
    add = made.add_argument
    add("place", nargs="?", metavar="CORPUS", help="a folder or a file; - reads one article from a pipe")
    add("--query", metavar="Q", help="open with this search")
    add("--open", dest="document", metavar="DOC", help="open this article")
    add("--compare", nargs=2, metavar=("A", "B"), help="open these two side by side")
    add("--fresh", action="store_true", help="begin anew, not as the reader was left")
    add("--version", action="store_true", help="print the version and end")
    _shared(made)
    return made


def _command_parser(command: str) -> argparse.ArgumentParser:
    made = parser(command)
    _add_what(made, command)
    if command == "matrix":
        made.add_argument("--query", metavar="Q", help="the best 20 articles of this search, beside the DOCs")
        made.add_argument(
            "--voices", type=_positive, default=2, metavar="K", help="an article lacks what K others tell (2)"
        )
    elif command == "list" or command in _ACROSS:
        best = ", the best first" if command == "list" else ""
        made.add_argument("--query", metavar="Q", help=f"only the articles that answer this search{best}")
    if command in _SEARCHING:
        made.add_argument(
            "--within", type=_seconds, metavar="SECONDS", help="a search that takes longer is stopped and says why"
        )
    _add_form(made, command)
    _shared(made)
    return made


def _add_what(made: argparse.ArgumentParser, command: str) -> None:
    """Adds what a command is given: a query, articles, a name, a report or a corpus."""
    add = made.add_argument
    if command == "search":
        add(
            "query",
            nargs="*",
            metavar="QUERY",
            help='words, "a phrase", +must, -not, title:word, person:name, path:folder, cease*, ...',
        )
        add("--batch", metavar="FILE", help="one query a line, one JSON object a line (-: standard input)")
        add("--explain", action="store_true", help="say why each article was found, and what its score is made of")
        add("--words", action="store_true", help="list the key words of the articles found against all others")
        add("--limit", type=_positive, default=20, metavar="N", help="how many articles at most (20)")
    elif command in ("show", "entities", "matrix", *_ACROSS):
        read = "; -: standard input" if command in ("show", "entities") else ""
        add("documents", nargs="+" if command == "show" else "*", metavar="DOC", help=f"{_DOC}{read}")
    elif command == "compare":
        add("a", nargs="?", metavar="A", help=_DOC)
        add("b", nargs="?", metavar="B", help="the other article")
        add(
            "--batch",
            metavar="FILE",
            help="two articles a line, parted by a tab; one JSON object a line (-: standard input)",
        )
    elif command == "dossier":
        add("name", nargs="+", metavar="NAME", help="a name, any of its words, or the id that `entities --json` gives")
    elif command == "verify":
        add("report", metavar="REPORT", help="a report that compare or matrix wrote (-: standard input)")
    else:
        add("place", nargs="?", metavar="CORPUS", help="a folder or a file")


def _add_form(made: argparse.ArgumentParser, command: str) -> None:
    """Adds in which form a command answers, and where."""
    add = made.add_argument
    form: argparse._ActionsContainer = made
    if command in ("compare", "matrix", "network", "export"):
        form = made.add_mutually_exclusive_group()
    if command in ("compare", "matrix"):
        form.add_argument(
            "--markdown", action="store_true", help="a report whose every line cites document and offsets"
        )
        form.add_argument("--html", action="store_true", help="the same as a web page")
    elif command == "network":
        add("--limit", type=_positive, default=200, metavar="N", help="how many pairs at most (200)")
        form.add_argument("--graphml", action="store_true", help="a graph that Gephi, Cytoscape, yEd and others read")
    elif command == "export":
        form.add_argument("--notes", action="store_true", help="the notes of one corpus, as Markdown")
    elif command == "index":
        form = made.add_mutually_exclusive_group()
        form.add_argument("--rebuild", action="store_true", help="make it anew")
        form.add_argument("--status", action="store_true", help="only say how it stands")
        form = made
    if command == "serve":
        add("--host", default="127.0.0.1", metavar="H", help="the address to serve on (127.0.0.1)")
        add("--port", type=_port, default=8000, metavar="N", help="the port (8000)")
    else:
        form.add_argument("--json", action="store_true", help="JSON, one object a line")
    if command in ("compare", "matrix"):
        add("-o", "--output", metavar="FILE", help="write to FILE; .md, .html or .json tells the form")
    elif command == "network":
        add("-o", "--output", metavar="FILE", help="write to FILE; .graphml or .json tells the form")
    elif command == "export":
        add("-o", "--output", metavar="FILE", help="write to FILE, which must not be there yet")


def _shared(made: argparse.ArgumentParser) -> None:
    made.add_argument("--corpus", metavar="DIR", help="the folder or file of articles")
    made.add_argument("--cache-dir", metavar="DIR", help="keep the index here instead of the user's cache folder")


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError("must be a whole number") from None


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < math.inf:
        raise argparse.ArgumentTypeError("must be a number of seconds")
    return seconds


def _positive(text: str) -> int:
    number = _whole(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _port(text: str) -> int:
    number = _whole(text)
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError("must be from 1 to 65535")
    return number
