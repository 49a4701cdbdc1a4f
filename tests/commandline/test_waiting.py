"""A search at the command line that takes long: what for is told on a terminal, and a limit that was set stops it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from index.errors import QueryError
from index.library import Library
from index.search.effort import Effort
from index.search.query.parsing import parse
from index.settings import Settings
from tests.commandline.conftest import Run
from tests.commandline.test_output import Terminal
from tui.commandline import waiting
from tui.commandline.waiting import patiently, telling

_SLOW = parse('"of the"').clause


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "corpus").mkdir()
    for number in range(5):
        (tmp_path / "corpus" / f"{number}.txt").write_text("Talks on the ferry\n\nThe ferry of the town sails.\n")
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data")
    opened = Library.open(tmp_path / "corpus", settings=settings)
    opened.refresh()
    yield opened
    opened.close()


class Seen(Terminal):
    """A terminal on which somebody waits for a word."""

    def __init__(self) -> None:
        super().__init__()
        self.told = threading.Event()

    def write(self, text: str) -> int:
        if "takes long" in text:
            self.told.set()
        return super().write(text)


def told_on(columns: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a terminal of so many columns is sent while a search takes long."""
    stream = Seen()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stderr", stream)
    effort = Effort()
    with telling(effort, every=0.001):
        effort.spend(5, _SLOW)
        assert stream.told.wait(60)
    return stream.getvalue()


def test_what_takes_long_is_told_on_a_terminal_and_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    written = told_on(200, monkeypatch)
    assert '\rSearching: "of the" takes long: add a rarer word to it; Ctrl+C stops it\x1b[K' in written
    assert written.endswith("\r\x1b[K")


def test_on_a_narrow_terminal_the_line_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = told_on(34, monkeypatch).split("\r")
    assert {len(line.removesuffix("\x1b[K")) for line in lines} == {0, 33}


def test_nothing_is_told_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Seen()
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(waiting, "threading", None)  # nobody is there to tell it
    with telling(Effort(), every=0.0):
        pass
    assert not stream.getvalue()


@pytest.mark.parametrize("looks", [0, 1, 2])
def test_a_search_stops_at_the_first_look_after_its_time(library: Library, looks: int) -> None:
    ticks = count()
    with pytest.raises(QueryError, match="Not answered within 1 seconds: "):
        patiently(partial(library.search, "ferry"), 1.0, lambda: next(ticks) / (looks + 1))
    assert next(ticks) == looks + 2


def test_a_search_that_has_time_finds_what_one_without_a_limit_does(library: Library) -> None:
    stopped = patiently(partial(library.search, '"of the" ferry'), 1.0, lambda: 0.0)
    free = patiently(partial(library.search, '"of the" ferry'), None)
    assert (stopped.total, stopped.hits) == (free.total, free.hits)
    assert stopped.total == 5


def test_a_limit_at_the_command_line(run: Run, starter: Path) -> None:
    outcome = run("search", "ceasefire", "--within", 0, "--corpus", starter, "--json")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("ceasefire-reader: Not answered within 0 seconds: ")
    assert len(outcome.err.splitlines()) == 1
    within: dict[str, Any] = run("search", "ceasefire", "--within", 86_400, "--corpus", starter, "--json").object()
    free = run("search", "ceasefire", "--corpus", starter, "--json").object()
    assert {**within, "took_ms": 0} == {**free, "took_ms": 0}
    for wrong in ("-1", "nan", "inf", "soon"):
        assert run("search", "ceasefire", f"--within={wrong}", "--corpus", starter).status == 2


@pytest.mark.parametrize("command", ["list", "matrix", "naming", "network", "timeline", "voices"])
def test_every_command_that_searches_has_the_limit(run: Run, starter: Path, command: str) -> None:
    outcome = run(command, "--query", "ceasefire", "--within", 0, "--corpus", starter, "--json")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("ceasefire-reader: Not answered within 0 seconds: ")
    within = run(command, "--query", "ceasefire", "--within", 86_400, "--corpus", starter, "--json")
    assert within.status == 0
    assert within.out == run(command, "--query", "ceasefire", "--corpus", starter, "--json").out
    alone = run(command, "--within", 1, "--corpus", starter)
    assert (alone.status, alone.out) == (2, "")
    assert "needs --query" in alone.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("matrix", "the articles found are being read"),
        ("timeline", '"of the" takes long: add a rarer word to it'),
    ],
)
def test_every_command_that_searches_tells_what_it_takes_long_for(
    run: Run, starter: Path, command: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    @contextmanager
    def listening(effort: Effort) -> Iterator[None]:
        yield
        told.append(effort.why())

    monkeypatch.setattr(waiting, "telling", listening)
    run(command, "--query", '"of the"', "--corpus", starter)
    assert told == [said]


def test_a_limit_in_a_batch_stops_a_line_and_the_rest_goes_on(run: Run, starter: Path) -> None:
    outcome = run(
        "search", "--batch", "-", "--within", 0, "--corpus", starter, stdin=b'ceasefire\n"unclosed\nceasefire\n'
    )
    first, second, third = [json.loads(line) for line in outcome.out.splitlines()]
    assert first == third
    assert first["query"] == "ceasefire"
    assert first["error"].startswith("Not answered within 0 seconds: ")
    assert "not closed" in second["error"]
