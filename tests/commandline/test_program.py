"""How the program starts and ends: commands and flags, exit statuses, pipes, encodings, signals."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commandline.conftest import Run
from tui.commandline.arguments import COMMANDS, parse
from tui.commandline.help import kept_within
from tui.version import VERSION


def test_version(run: Run) -> None:
    assert run("--version").out == f"ceasefire-reader {VERSION}\n"
    assert run("--corpus", "x", "--version").out == f"ceasefire-reader {VERSION}\n"


def test_help_names_every_command(run: Run) -> None:
    outcome = run("--help")
    assert outcome.status == 0
    for command in COMMANDS:
        assert f"\n  {command} " in outcome.out
        called, _, told = run(command, "--help").out.partition("\n\n")
        assert called.startswith(f"usage: ceasefire-reader {command}")
        options = set(re.findall(r"--[a-z-]+|-o\b", told.partition("options:")[2].partition("\nexample")[0])) - {
            "--help"
        }
        assert options - {"--output"} == set(re.findall(r"--[a-z-]+|-o\b", called)), command
        for example in re.findall(r"^  (?:.*\| )?ceasefire-reader (.*)", told, re.MULTILINE):
            assert parse(shlex.split(example))[0] == command


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_help_keeps_to_the_terminal_and_loses_no_word(run: Run, columns: int) -> None:
    for command in COMMANDS:
        whole = run(command, "--help").out
        kept = kept_within(whole, columns)
        assert kept.split() == whole.split()
        for line in kept.splitlines():
            assert len(line) <= columns or " " not in line.strip(), line
    assert kept_within("  --json   JSON, one object\n", 22) == "  --json   JSON, one\n           object\n"


def test_options_may_stand_before_the_command() -> None:
    command, options = parse(["--cache-dir", "search", "--corpus", "show", "compare", "a", "b"])
    assert (command, options.cache_dir, options.corpus, options.a, options.b) == ("compare", "search", "show", "a", "b")


def test_a_folder_named_like_a_command() -> None:
    command, options = parse(["./search"])
    assert (command, options.place) == ("", "./search")
    command, options = parse(["--", "search"])
    assert (command, options.place) == ("", "search")


def test_a_folder_whose_name_is_near_a_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse(["meadow"])[1].place == "meadow"
    (tmp_path / "serach").mkdir()
    assert parse(["serach"])[1].place == "serach"


def test_the_screen_and_its_places() -> None:
    command, options = parse(["folder", "--query", "index", "--open", "show", "--compare", "entities", "verify"])
    assert (command, options.place, options.query, options.document) == ("", "folder", "index", "show")
    assert options.compare == ["entities", "verify"]
    assert parse(["-"])[1].place == "-"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("--nonsense", "cannot be understood: --nonsense (what begins with - and is no option stands behind --)"),
        ("search truce -istanbul", "cannot be understood: -istanbul (what begins with - and is no option"),
        ("search truce --limit many", "--limit: must be a whole number; see `ceasefire-reader search --help`"),
        ("search truce --limit 0", "--limit: must be 1 or more"),
        ("search --limit", "--limit: expected one argument"),
        ("one two", "cannot be understood: two; see `ceasefire-reader --help`"),
        ("show", "needs DOC; see `ceasefire-reader show --help`"),
        ("verify", "needs REPORT"),
        ("one --corpus two", "the corpus is named twice, one and --corpus two"),
        ("compare a b --html --json", "cannot stand together with --html"),
        ("index --status --rebuild", "--rebuild: cannot stand together with --status"),
        ("export --notes --json", "--json: cannot stand together with --notes"),
        ("serve --port 0", "--port: must be from 1 to 65535"),
        ("compare --batch pairs.txt --html", "a batch answers in JSON, one line a pair"),
        ("entities - other", "- stands for standard input"),
        ("show - other", "- stands for standard input"),
        ("export --notes --corpus -", "nothing is kept of standard input"),
        ("serve -", "standard input cannot be served; name a folder"),
        ("serach truce", "named serach; did you mean `ceasefire-reader search`?"),
        ("--query truce timelin", "named timelin; did you mean `ceasefire-reader timeline`?"),
        ("help", "named help; did you mean `ceasefire-reader --help`?"),
    ],
)
def test_wrong_usage_is_one_line(run: Run, wrong: str, said: str) -> None:
    outcome = run(*wrong.split())
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith("ceasefire-reader: ")
    assert outcome.err.count("\n") == 1
    assert said in outcome.err


@pytest.mark.parametrize("command", [["search", "truce", "--corpus", ""], ["index", ""], [""]])
def test_a_corpus_without_a_name_is_not_another_one(run: Run, command: list[str]) -> None:
    outcome = run(*command)
    assert (outcome.status, outcome.out) == (3, "")
    assert outcome.err == "ceasefire-reader: cannot open the corpus: its name is empty\n"


@pytest.mark.parametrize(
    "command",
    ["search x --corpus {}", "{}", "export --corpus {}", "export --notes --corpus {}", "index --cache-dir {}"],
)
def test_a_home_that_there_is_not_is_one_clear_line(run: Run, tmp_path: Path, command: str) -> None:
    outcome = run(*command.format("~nobody-at-all/x").split())
    assert (outcome.status, outcome.out) == (3, "")
    assert outcome.err.endswith("~nobody-at-all/x: there is no home ~nobody-at-all\n")
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    "command", ["search x", "list", "entities", "entities --json", "voices --json", "index", "show x", "compare x y"]
)
def test_an_empty_folder_is_told_alike_by_every_command(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "picture.jpg").touch()
    outcome = run(*command.split(), "--corpus", tmp_path)
    assert (outcome.status, outcome.out) == (3, "")
    assert f"{tmp_path} holds no article: picture.jpg is skipped (" in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("command", ["search x", "list", "entities --json", "voices", "network"])
def test_where_nothing_can_be_read_a_file_and_the_reason_are_told(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    (tmp_path / "b.epub").write_bytes(b"PK no archive")
    outcome = run(*command.split(), "--corpus", tmp_path)
    assert (outcome.status, outcome.out) == (3, "")
    assert f"{tmp_path} holds no article: a.txt is skipped (not a text: a picture) and 1 more" in outcome.err


def test_the_screen_needs_a_terminal(start: Run, starter: Path) -> None:
    outcome = start(starter)
    assert outcome.status == 2
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1
    assert "needs a terminal" in outcome.err


def test_settings_that_cannot_be_read(start: Run, starter: Path) -> None:
    outcome = start("search", "truce", "--corpus", starter, environment={"CEASEFIRE_READER_WIDTH": "wide"})
    assert outcome.status == 3
    assert outcome.err == "ceasefire-reader: $CEASEFIRE_READER_WIDTH must be a whole number, not 'wide'\n"


def test_the_corpus_of_the_environment(start: Run, starter: Path) -> None:
    outcome = start("show", "putin", "--json", environment={"CEASEFIRE_READER_CORPUS": str(starter)})
    assert outcome.object()["document"] == "putin-open-to-direct-talks.txt"


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}]
)
def test_json_is_utf8_and_text_is_printed_under_any_locale(start: Run, starter: Path, locale: dict[str, str]) -> None:
    assert "’" in start("show", "zelensky", "--corpus", starter, "--json", environment=locale).object()["text"]
    outcome = start("show", "zelensky", "--corpus", starter, environment=locale)
    assert (outcome.status, outcome.err) == (0, "")


def test_a_broken_pipe_ends_quietly(starter: Path, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("They talked, and talked on. " * 50_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "show", "long", "--corpus", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(100)
    process.stdout.close()
    errors = process.stderr.read()
    assert process.wait(30) == 0
    assert errors == b""
    process.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["show putin --corpus {}", "--help", "show --help", "--version"])
def test_a_full_disk_is_one_clear_line(starter: Path, command: str) -> None:
    program = f"{sys.executable} -m tui.cli {command.format(starter)}"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}

    def outcome(shell: str) -> tuple[int, str]:
        done = subprocess.run(["/bin/sh", "-c", shell], stderr=subprocess.PIPE, text=True, timeout=60, env=environment)
        return done.returncode, done.stderr

    assert outcome(f"{program} >/dev/full") == (3, "ceasefire-reader: No space left on device\n")
    assert outcome(f"{program} >/dev/full 2>/dev/full") == (3, "")
    assert outcome(f"({program}; echo $? >&2) | true") == (0, "0\n")


def test_closed_streams(start: Run, starter: Path) -> None:
    command = f"{sys.executable} -m tui.cli show putin --corpus {starter} --json >&- 2>&-"
    assert subprocess.run(["/bin/sh", "-c", command], timeout=60).returncode == 0


def test_no_file_takes_the_place_of_a_closed_stream(tmp_path: Path) -> None:
    told = tmp_path / "told"
    look = "[os.fstat(n).st_rdev == os.stat(os.devnull).st_rdev for n in range(3)], os.open(sys.executable, 0) > 2"
    program = f"import os, sys\nfrom tui.cli import main\nmain()\nopen({str(told)!r}, 'w').write(repr(({look})))"
    command = [sys.executable, "-c", program, "index", str(tmp_path), "--status"]
    subprocess.run(["/bin/sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", *command], timeout=60)
    assert told.read_text() == "([True, True, True], True)"


@pytest.mark.usefixtures("unmeasured")
def test_an_interrupt_ends_with_130(starter: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "search", "--batch", "-", "--corpus", str(starter)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.SIG_DFL
        ),  # what the shell starts in the background ignores it
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"truce\n")
    process.stdin.flush()
    assert process.stdout.readline().startswith(b"{")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.decode() == "ceasefire-reader: interrupted\n"


def test_a_batch_answers_line_by_line(starter: Path, starter_cache: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.cli", "search", "--batch", "-", "--corpus", str(starter)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"CEASEFIRE_READER_CACHE_DIR": str(starter_cache)},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for query in ("truce", "istanbul"):
        process.stdin.write(f"{query}\n".encode())
        process.stdin.flush()
        assert f'"{query}"'.encode() in process.stdout.readline()
    process.communicate(timeout=60)
    assert process.returncode == 0


@pytest.mark.parametrize("name", ["-o report.md", "--html", "-", "--help.txt", "--"])
def test_behind_two_dashes_nothing_is_an_option(name: str) -> None:
    command, options = parse(["compare", "--corpus", "c", "--", "a.txt", name])
    assert (command, options.a, options.b, options.output, options.html) == ("compare", "a.txt", name, None, False)
    assert parse(["show", "one", "--json", "--", name, "two"])[1].documents == ["one", name, "two"]
    assert parse(["--", name])[1].place == name
