"""What is printed for people: styled on a terminal alone, and clean everywhere."""

from __future__ import annotations

import io
import json
import re

import pytest

from index.documents.model import Span
from tui.commandline.output import Paper, Progress, json_line


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_matches_are_set_off_on_a_terminal() -> None:
    stream = Terminal()
    Paper(stream).passage("a truce, and a truce", 10, (Span(12, 17), Span(25, 30)), "> ")
    assert stream.getvalue() == "> a \x1b[1;4mtruce\x1b[0m, and a \x1b[1;4mtruce\x1b[0m\n"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb"), ("TERM", "")])
def test_no_style_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    stream = Terminal()
    Paper(stream).passage("a truce", 0, (Span(2, 7),), "")
    assert stream.getvalue() == "a truce\n"


@pytest.mark.parametrize(("terminal", "told"), [("xterm", "\rIndexing: 1 of 2\x1b[K\r\x1b[K"), ("dumb", "")])
def test_progress_where_a_line_can_be_rewritten(monkeypatch: pytest.MonkeyPatch, terminal: str, told: str) -> None:
    stream = Terminal()
    monkeypatch.setenv("TERM", terminal)
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr("tui.commandline.output._PATIENCE", 0)
    progress = Progress("Indexing")
    progress(1, 2)
    progress.end()
    assert stream.getvalue() == told


def test_no_style_in_a_pipe() -> None:
    stream = io.StringIO()
    Paper(stream).styled_line(("strong", "Talks"), "  ", ("quiet", "a.txt"))
    assert stream.getvalue() == "Talks  a.txt\n"


def test_matches_outside_the_passage_are_ignored() -> None:
    stream = Terminal()
    Paper(stream).passage("truce", 10, (Span(0, 3), Span(12, 40), Span(13, 14)), "")
    assert stream.getvalue() == "tr\x1b[1;4muce\x1b[0m\n"


_LONG = "  A [30-90] The ministers of both sides met for three hours on Tuesday and agreed to meet again in Geneva."


@pytest.mark.parametrize("columns", [24, 50, 80])
def test_a_terminal_gets_lines_broken_between_words_below_what_they_are_of(
    monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    stream = Terminal()
    paper = Paper(stream)
    paper.line(_LONG)
    paper.styled_line(("strong", "A truce that is to hold for thirty days, and an exchange"), "  ", ("quiet", "a.txt"))
    passage, _, line = re.sub(r"\x1b\[\d+m", "", stream.getvalue()).partition("A truce")
    assert passage.split() == _LONG.split()
    rows = passage.splitlines()
    assert max(map(len, (*rows, *line.splitlines()))) <= columns
    assert {len(row) - len(row.lstrip()) for row in rows[1:]} == {len("  A [30-90] ")}
    assert not any(row.startswith(" ") for row in line.splitlines()[1:])  # "A truce" names no side


def test_lines_are_broken_by_what_they_take_of_a_terminal_and_addresses_are_not_broken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    stream = Terminal()
    Paper(stream).lines("停火 停火 停火 停火 停火\nsee https://example.org/a/long/address for more")
    assert stream.getvalue() == "停火 停火 停火 停火\n停火\nsee\nhttps://example.org/a/long/address\nfor more\n"


def test_in_a_pipe_no_line_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    stream = io.StringIO()
    Paper(stream).line(_LONG)
    assert stream.getvalue() == f"{_LONG}\n"


def test_what_is_printed_is_clean() -> None:
    stream = Terminal()
    Paper(stream).styled_line(("strong", "a\x1b]0;x\x07b"), "\x9b6n")
    assert "\x07" not in stream.getvalue()
    assert "\x9b" not in stream.getvalue()
    assert stream.getvalue().count("\x1b") == 2


def test_json_on_a_terminal_deceives_nobody_and_keeps_its_value(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    value = {"query": "\u202etruce\u200b \x9b31m \U000e0041 \ud800 é 👩"}
    json_line(value)
    written = capfdbinary.readouterr().out
    assert json.loads(written) == value
    text = written.decode()
    assert not [mark for mark in "\u202e\u200b\x9b\U000e0041" if mark in text]
    assert "é 👩" in text
