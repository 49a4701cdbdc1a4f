"""What `--help` says, and how wrong usage is told: in one line, as all that goes wrong is."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

from tui.commandline.output import terminal_columns
from tui.commandline.status import UsageError
from tui.commandline.wrapping import broken

PROGRAM = "ceasefire-reader"

COMMANDS = {
    "search": (
        (
            "QUERY [--limit N] [--within SECONDS] [--explain] [--words] [--json]",
            "--batch FILE [--limit N] [--within SECONDS] [--explain] [--words]",
        ),
        "Finds articles with any of the words; those with all, near each other, in the title, come first.",
        ("search '+ceasefire \"prisoner exchanges\" -istanbul'", "search 'person:zelensky' --json --limit 100"),
    ),
    "list": (
        ("[CORPUS] [--query Q [--within SECONDS]] [--json]",),
        "Lists the articles, a line each: date, language, length, title, path; of what cannot be read, the reason.",
        ("list ~/articles", "list --query 'path:2025 ceasefire' --json"),
    ),
    "show": (
        ("DOC ... [--json]",),
        "Prints articles as they are read.",
        ("show putin", "curl -s https://example.org/article.html | ceasefire-reader show -"),
    ),
    "entities": (
        ("[DOC ...] [--json]",),
        "Prints who and what is named; without DOC, in the whole corpus.",
        ("entities putin", "entities --json"),
    ),
    "dossier": (
        ("NAME [--json]",),
        "Prints all that the articles say of one name: its forms, who it is named with, every mention, what it says.",
        ("dossier Zelensky", "dossier volodymyr-zelensky --json"),
    ),
    "compare": (
        ("A B [--markdown | --html | --json] [-o FILE]", "--batch FILE"),
        "Says what two articles agree on, what only one has, and where they conflict.",
        ("compare putin week", "compare putin week -o report.html"),
    ),
    "matrix": (
        ("[DOC ...] [--query Q [--within SECONDS]] [--voices K] [--markdown | --html | --json] [-o FILE]",),
        "Lays several articles on one event beside each other: facts as rows, articles as columns; without DOC and"
        " --query the whole corpus.",
        ("matrix putin week zelensky", "matrix --query 'ceasefire talks' -o matrix.html"),
    ),
    "naming": (
        ("[DOC ...] [--query Q [--within SECONDS]] [--json]",),
        "Lays the names that articles use beside each other: entities as rows, articles as columns.",
        ("naming putin week",),
    ),
    "network": (
        ("[DOC ...] [--query Q [--within SECONDS]] [--limit N] [--graphml | --json] [-o FILE]",),
        "Prints who is named with whom: sentences with both, and how far that is beyond chance (G²).",
        ("network --query istanbul", "network -o names.graphml"),
    ),
    "timeline": (
        ("[DOC ...] [--query Q [--within SECONDS]] [--json]",),
        "Prints the sentences that name a date, in the order of the dates they speak of.",
        ("timeline --query ceasefire",),
    ),
    "voices": (
        ("[DOC ...] [--query Q [--within SECONDS]] [--json]",),
        "Prints who speaks, with the words that the articles give to each voice.",
        ("voices putin",),
    ),
    "index": (
        ("[CORPUS] [--rebuild | --status] [--json]",),
        "Builds or refreshes the index, and lists the files that are skipped, with reasons.",
        ("index ~/articles", "index ~/articles --status"),
    ),
    "verify": (
        ("REPORT [--json]",),
        "Reads the corpus again and checks every citation of a report; status 1 where one no longer stands, or the"
        " report itself was changed.",
        ("verify report.md",),
    ),
    "export": (
        ("[CORPUS] [--notes | --json] [-o FILE]",),
        "Writes all that you made, of one corpus or of all, as JSON; or the notes of one as Markdown.",
        ("export -o everything.json", "export ~/articles --notes"),
    ),
    "serve": (
        ("[CORPUS] [--host H] [--port N]",),
        "Shows the reader in a web browser. Only this machine can reach it, unless --host says otherwise.",
        ("serve ~/articles",),
    ),
}
"""Of each command: how it is called, what it does, and examples."""

_STATUS = (
    "Exit status: 0 done, 1 nothing found, 2 bad usage, query or input, 3 corpus or index unusable, 130 interrupted."
)

_SCREEN = f"""\
commands:
  search QUERY        ranked articles with their matching passages
  list [CORPUS]       the articles: date, language, length and title
  show DOC ...        the articles, as they are read
  entities [DOC ...]  who and what is named, under all its names
  dossier NAME        all that the articles say of one name
  compare A B         what two articles agree on, leave out, and contradict
  matrix [DOC ...]    which of several articles reports what, and what each leaves out
  naming [DOC ...]    what each article calls the same people, organisations and places
  network [DOC ...]   who is named with whom, as a table or a graph
  timeline [DOC ...]  dated statements in the order of the dates they speak of
  voices [DOC ...]    who speaks, and how many words each is given
  index [CORPUS]      build or refresh the index, or say how it stands
  verify REPORT       check every citation of an exported comparison
  export [CORPUS]     all that you made: places, marks, notes, searches, corrections
  serve [CORPUS]      the same screen in a web browser

`ceasefire-reader COMMAND --help` says more. A folder that is named like a command is opened as ./search.
DOC, A and B are paths in the corpus, or any beginning of one that fits no other.
Without CORPUS: $CEASEFIRE_READER_CORPUS, the config's corpus, ./seeds, else the starter corpus.
{_STATUS}
"""


_UNKNOWN = "unrecognized arguments: "
_SAID = {
    _UNKNOWN: "cannot be understood: ",
    "the following arguments are required: ": "needs ",
    "not allowed with argument ": "cannot stand together with ",
    "argument ": "",
}
"""How argparse puts it, and how it is put here."""


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, and whose help is written as other output is."""

    def error(self, message: str) -> NoReturn:
        """Raises UsageError."""
        for theirs, ours in _SAID.items():
            message = message.replace(theirs, ours)
        dashes = " (what begins with - and is no option stands behind --)" if f"{_SAID[_UNKNOWN]}-" in message else ""
        raise UsageError(f"{message}{dashes}; see `{self.prog} --help`")

    def print_help(self, file: object = None) -> None:
        """Prints it to standard output, in lines that a terminal holds.  Raises OSError, which argparse would keep to
        itself.
        """
        told = self.format_help()
        sys.stdout.write(kept_within(told, terminal_columns()) if sys.stdout.isatty() else told)
        sys.stdout.flush()


def kept_within(text: str, columns: int) -> str:
    """`text` with its lines broken between words where they are longer; what follows stands below what it is of."""
    lines: list[str] = []
    for line in text.splitlines():
        gap = _HANGING.match(line)
        parts, indent = broken(line, columns, gap.end() if gap else 0)
        lines += [f"{' ' * indent if number else ''}{line[start:end]}" for number, (start, end) in enumerate(parts)]
    return "".join(f"{line}\n" for line in lines)


_HANGING = re.compile(r"usage: |       (?=ceasefire-reader)|  \S+(?: \S+)*  +(?=\S)|  (?=\S)")
"""What stands before the words of a line: `usage:`, an option or command with the blanks behind it, or an indent."""


class _Lines(argparse.RawDescriptionHelpFormatter):
    """Usage and texts as they are written here, and each option with its value once."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=110)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        values = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{', '.join(action.option_strings)} {values}"


def parser(command: str) -> Parser:
    """A parser that understands nothing yet but --help, of a command or ("") of the screen."""
    if command:
        usages, description, examples = COMMANDS[command]
        called = f"{PROGRAM} {command}"
        usage = "\n       ".join(f"{called} {one} [--corpus DIR] [--cache-dir DIR]" for one in usages)
        shown = "\n".join(f"  {one if PROGRAM in one else f'{PROGRAM} {one}'}" for one in examples)
        epilog = f"{'examples' if len(examples) > 1 else 'example'}:\n{shown}\n\n{_STATUS}\n"
    else:
        called, epilog = PROGRAM, _SCREEN
        usage = f"{PROGRAM} [CORPUS] [--query Q] [--open DOC] [--compare A B] [--fresh]\n       {PROGRAM} COMMAND ..."
        description = "Read many articles about the same events, and tell what each really says."
    made = Parser(
        prog=called,
        usage=usage,
        description=description,
        epilog=epilog,
        formatter_class=_Lines,
        allow_abbrev=False,
        add_help=False,
    )
    made.add_argument("-h", "--help", action="help", help="print this and end")
    return made
