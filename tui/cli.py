"""The `ceasefire-reader` command: from arguments to a screen or a command, and from its outcome to an exit status.

Imports are deferred: `--version` costs no more than starting Python, and Textual is loaded only to open the screen.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program and gives its exit status; never raises, but for SystemExit after --help."""
    whole_program = arguments is None
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if not sys.warnoptions:  # what a dependency warns of is for its developers; -W or PYTHONWARNINGS brings it back
        warnings.simplefilter("ignore")
    if arguments[:1] == ["--version"]:
        try:
            return _print_version()
        except OSError as problem:
            return _not_written(problem)

    from index.errors import CorpusError, EngineError, FormatError, ReaderError, StateError
    from tui import crash
    from tui.commandline.output import say
    from tui.commandline.status import BAD_INPUT, INTERRUPTED, UNUSABLE, UsageError

    if whole_program:
        _fill_streams()
    _plain_errors()
    if whole_program:
        crash.install()
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except (CorpusError, EngineError, StateError) as problem:
        say(str(problem))
        return UNUSABLE
    except (UsageError, FormatError, ReaderError) as problem:
        say(str(problem))
        return BAD_INPUT
    except OSError as problem:
        return _not_written(problem)
    return status


def _run(arguments: Sequence[str]) -> int:
    from importlib import import_module

    from tui.commandline.arguments import parse

    command, options = parse(arguments)
    if not command and options.version:
        return _print_version()
    run = import_module(f"tui.commandline.{command or 'screen'}").run
    return int(run(options))


def _print_version() -> int:
    from tui.version import VERSION

    print(f"ceasefire-reader {VERSION}", flush=True)
    return 0


def _fill_streams() -> None:
    """A standard stream that is closed leads nowhere from now on: else the next file that is opened, as one of the
    index, would be what a library takes for the standard error.
    """
    while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(handle, True)
    os.close(handle)


def _plain_errors() -> None:
    """What the terminal cannot show is printed as an escape, not raised; what goes to a closed stream goes nowhere."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _not_written(problem: OSError) -> int:
    """Standard output is on a full disk, for one, or nobody takes it any more, which is no fault: the exit status."""
    from tui.commandline.output import say, to_nowhere
    from tui.commandline.status import DONE, UNUSABLE

    to_nowhere(sys.stdout)
    if isinstance(problem, BrokenPipeError):
        return DONE
    say(f"{problem.strerror or problem}{f': {problem.filename}' if problem.filename else ''}")
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
