"""However the screen ends, the terminal is given back, the status tells why, and no word of an article is left."""

from __future__ import annotations

import asyncio
import os
import random
import re
import signal
import stat
import time
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual import events
from textual.app import ComposeResult
from trust_screen import PATIENCE, OpenScreen, Screen, rounds, write_corpus

from index.library import Library
from index.settings import Settings
from tui import ending
from tui.app import ReaderApp
from tui.screens.lists.marks import MarksScreen

SECRET = "Delegates met"

_SLOW = """
import time
import index.library
index.library.Library.annotations = lambda self, path, cancelled=None: time.sleep(600)
"""
_STUCK = """
import threading, time
import tui.screens.reader
tui.screens.reader.ReaderScreen.action_outline = lambda self: time.sleep(600)
"""
_STUCK_DEAF = """
import os, signal, time
import tui.screens.reader
def stuck(self):
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    os.write(2, b"It is stuck now")
    time.sleep(600)
tui.screens.reader.ReaderScreen.action_outline = stuck
"""
_STOPPED_WHILE_WRITING = """
import os, signal
from textual.drivers import _writer_thread
import tui.widgets.pane.moves
write = _writer_thread.WriterThread.write
def moved(self):
    def stopped(thread, text):
        _writer_thread.WriterThread.write = write
        with thread._queue.mutex:
            os.kill(os.getpid(), signal.SIGTSTP)
        write(thread, text)
    self.moved_pane.move_lines(1)
    _writer_thread.WriterThread.write = stopped
tui.widgets.pane.moves.PaneMoves.action_line_down = moved
"""
_FAULTY_KEY = """
import tui.screens.reader
def fault(self):
    text = self.document.text
    raise KeyError(text)
tui.screens.reader.ReaderScreen.action_outline = fault
"""
_FAULTY_WORKER = """
import index.library
def fault(self, path, cancelled=None, found=None):
    raise KeyError(self.read(path).text)
index.library.Library.annotations = fault
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_ends_it_with_128_and_its_number(open_screen: OpenScreen, corpus: Path, name: str) -> None:
    number = getattr(signal, name)
    screen = open_screen(corpus)
    screen.until(SECRET)
    os.kill(screen.process.pid, number)
    assert screen.ended() == 128 + number
    assert not screen.modes_left()
    assert not screen.after_screen().strip()


@pytest.mark.parametrize(
    "typed", [b"\xff", b"\x1b[M\xff\xff\xff", b"\xe9\xe8", b"\xf0\x9f", b"\x1b[200~\xfe\xed\x1b[201~"]
)
def test_bytes_that_are_no_text_end_nothing(open_screen: OpenScreen, corpus: Path, typed: bytes) -> None:
    screen = open_screen(corpus)
    screen.until(SECRET)
    os.write(screen.ours, typed + b"\xff" * 4)
    screen.read(0.5)
    screen.type("?")
    screen.until("type to search", "Type to search", "all keys", "Show all keys")
    screen.type("\x11")
    assert screen.ended() == 0
    assert not screen.modes_left()


@pytest.mark.parametrize("seed", rounds(4, 100))
def test_a_signal_at_any_moment_gives_the_terminal_back(open_screen: OpenScreen, corpus: Path, seed: int) -> None:
    chance = random.Random(seed)
    number = chance.choice([signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
    screen = _busy(open_screen(corpus), chance)
    os.kill(screen.process.pid, number)
    assert screen.ended() == 128 + number
    assert not screen.modes_left()
    assert not screen.after_screen().strip()


@pytest.mark.parametrize("seed", rounds(2, 100))
def test_suspended_at_any_moment_it_gives_the_terminal_back(open_screen: OpenScreen, corpus: Path, seed: int) -> None:
    screen = _busy(open_screen(corpus), random.Random(seed))
    os.kill(screen.process.pid, signal.SIGTSTP)
    _until_stopped(screen)
    assert not screen.modes_left()
    written = len(screen.written)
    os.kill(screen.process.pid, signal.SIGCONT)
    end = time.monotonic() + 60 * PATIENCE
    while b"\x1b[?1049h" not in screen.written[written:]:
        assert time.monotonic() < end, "it does not go on"
        screen.read(0.05)
    os.kill(screen.process.pid, signal.SIGTERM)
    assert screen.ended() == 143
    assert not screen.modes_left()


def test_suspended_while_it_paints_it_does_not_wait_for_itself(open_screen: OpenScreen, corpus: Path) -> None:
    screen = open_screen(corpus, code=_STOPPED_WHILE_WRITING)
    screen.until(SECRET)
    screen.type("j")
    _until_stopped(screen)
    assert not screen.modes_left()
    os.kill(screen.process.pid, signal.SIGCONT)
    os.kill(screen.process.pid, signal.SIGTERM)
    assert screen.ended() == 143


@pytest.mark.parametrize("seed", rounds(2, 100))
def test_a_terminal_closed_at_any_moment_ends_it(open_screen: OpenScreen, corpus: Path, seed: int) -> None:
    screen = _busy(open_screen(corpus), random.Random(seed))
    os.close(screen.theirs)
    os.close(screen.ours)
    assert screen.process.wait(60 * PATIENCE) == 128 + signal.SIGHUP


def test_a_signal_ends_it_even_where_the_screen_is_stuck(open_screen: OpenScreen, corpus: Path) -> None:
    screen = open_screen(corpus, code=_STUCK)
    screen.until(SECRET)
    screen.type("o")
    time.sleep(0.5)
    os.kill(screen.process.pid, signal.SIGTERM)
    assert screen.ended() == 128 + signal.SIGTERM
    assert not screen.modes_left()


def test_a_signal_ends_it_where_another_thread_than_the_stuck_one_gets_it(
    open_screen: OpenScreen, corpus: Path
) -> None:
    screen = open_screen(corpus, code=_STUCK_DEAF)
    screen.until(SECRET)
    screen.type("o")
    screen.until("It is stuck now")
    time.sleep(0.2)
    os.kill(screen.process.pid, signal.SIGTERM)
    assert screen.ended() == 128 + signal.SIGTERM
    assert not screen.modes_left()


def test_quitting_waits_for_no_work(open_screen: OpenScreen, corpus: Path) -> None:
    screen = open_screen(corpus, code=_SLOW)
    screen.until(SECRET)
    time.sleep(0.5)
    screen.type("q")
    assert screen.ended() == 0
    assert not screen.modes_left()


def test_work_that_does_not_end_is_waited_for_once_and_not_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    waited: list[float] = []
    stuck = [SimpleNamespace(name=f"work-{n}", join=waited.append) for n in range(40)]
    monkeypatch.setattr(ending, "_end", ended.append)
    monkeypatch.setattr(ending.threading, "enumerate", lambda: stuck)
    monkeypatch.setattr(ending.time, "monotonic", lambda: sum(waited))
    ending.leave(lambda: None, 143)
    assert ended == [143]
    assert sum(waited) <= ending.GRACE


def test_a_closed_terminal_ends_it_even_where_no_signal_tells(open_screen: OpenScreen, corpus: Path) -> None:
    screen = open_screen(corpus, code="import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)")
    screen.until(SECRET)
    os.close(screen.theirs)
    os.close(screen.ours)
    assert screen.process.wait(60) != 0


def test_suspended_it_gives_the_terminal_back_and_continues(open_screen: OpenScreen, corpus: Path) -> None:
    screen = open_screen(corpus)
    screen.until(SECRET)
    screen.type("\x1a")
    _until_stopped(screen)
    assert not screen.modes_left()
    screen.type("")
    os.kill(screen.process.pid, signal.SIGCONT)
    screen.until(SECRET)
    assert "1049" in screen.modes_left()
    screen.type("q")
    assert screen.ended() == 0
    assert not screen.modes_left()


def test_a_fault_ends_it_with_one_line_and_a_private_report(
    open_screen: OpenScreen, corpus: Path, tmp_path: Path
) -> None:
    screen = open_screen(corpus, code=_FAULTY_KEY)
    screen.until(SECRET)
    screen.type("o")
    assert screen.ended() == 1
    assert not screen.modes_left()
    said = screen.after_screen()
    assert "the program failed (KeyError)" in said
    assert len(said.split("\n")) <= 3
    (report,) = (tmp_path / "data" / "crashes").iterdir()
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert stat.S_IMODE(report.parent.stat().st_mode) == 0o700
    text = report.read_text()
    assert "KeyError" in text
    assert "in fault" in text
    for left in (said, text):
        assert SECRET not in left
        assert "Truce at" not in left


def test_a_fault_in_the_background_is_told_and_the_reading_goes_on(
    open_screen: OpenScreen, corpus: Path, tmp_path: Path
) -> None:
    screen = open_screen(corpus, code=_FAULTY_WORKER)
    screen.until("the program failed (KeyError)")
    screen.type("q")
    assert screen.ended() == 0
    assert not screen.modes_left()
    assert all("Truce at" not in report.read_text() for report in (tmp_path / "data" / "crashes").iterdir())


def test_a_fault_of_a_command_is_one_line_and_status_1(open_screen: OpenScreen, corpus: Path) -> None:
    fault = "lambda self, *arguments, **options: {}[self.read('article0001.txt').text]"
    code = f"import index.library\nindex.library.Library.search = {fault}"
    screen = open_screen("search", "truce", "--corpus", corpus, code=code)
    assert screen.ended() == 1
    said = screen.shown()
    assert "the program failed (KeyError)" in said
    assert "Traceback" not in said
    assert SECRET not in said


@pytest.mark.parametrize("size", [(1, 1), (2, 50), (400, 120)])
def test_any_size(open_screen: OpenScreen, corpus: Path, size: tuple[int, int]) -> None:
    screen = open_screen(corpus, size=size)
    end = time.monotonic() + 60
    while b"\x1b[?1049h" not in screen.written:
        assert time.monotonic() < end
        assert screen.read(0.1)
    time.sleep(0.5)
    os.kill(screen.process.pid, signal.SIGTERM)
    assert screen.ended() == 143
    assert not screen.modes_left()


def test_keys_typed_ahead_are_no_fault(open_screen: OpenScreen, corpus: Path) -> None:
    screen = open_screen(corpus)
    screen.until(SECRET)
    screen.type("m")
    screen.until("Set a mark")
    screen.type("ABCD" * 5)
    screen.until("Mark A is set", "Marks and notes")  # A is taken for the mark; what follows may open other screens
    os.kill(screen.process.pid, signal.SIGTERM)
    assert screen.ended() == 143
    assert not screen.after_screen().strip()


def test_leaving_while_a_screen_opens_is_no_fault(corpus: Path, settings: Settings) -> None:
    class Opening(MarksScreen):
        def compose(self) -> ComposeResult:
            self.app.exit(return_code=143)
            yield from super().compose()

    async def scenario() -> None:
        with closing(Library.open(corpus, settings=settings)) as library:
            app = ReaderApp(library)
            async with app.run_test():
                app.push_screen(Opening(library))
            assert app.crashed is None
            assert app.return_code == 143

    asyncio.run(scenario())


def test_a_key_that_comes_back_when_the_screens_are_gone_is_no_fault(corpus: Path, settings: Settings) -> None:
    async def scenario() -> None:
        with closing(Library.open(corpus, settings=settings)) as library:
            app = ReaderApp(library)
            async with app.run_test():
                key = events.Key("j", "j")
                key._set_forwarded()
                screens, app._screen_stacks[app._current_mode] = app._screen_stacks[app._current_mode], []
                await app.on_event(key)
                app._screen_stacks[app._current_mode] = screens
            assert app.crashed is None

    asyncio.run(scenario())


def test_a_storm_of_sizes(open_screen: OpenScreen, tmp_path: Path) -> None:
    screen = open_screen(write_corpus(tmp_path / "corpus", 400))  # they are indexed meanwhile
    screen.until(SECRET)
    for n in rounds(100, 1_000):
        screen.resize(1 + (n * 37) % 220, 1 + (n * 13) % 70)
        screen.read(0.01)
    screen.resize(100, 30)
    screen.type("q")
    assert screen.ended() == 0
    assert not screen.modes_left()


@pytest.mark.parametrize(
    "environment", [{"NO_COLOR": "1"}, {"TERM": "dumb", "COLORTERM": "truecolor"}, {"LANG": "C", "LC_ALL": "C"}]
)
def test_plain_terminals(open_screen: OpenScreen, corpus: Path, environment: dict[str, str]) -> None:
    screen = open_screen(corpus, environment=environment)
    screen.until(SECRET)
    screen.type("l")
    screen.until("to filter")
    screen.type("\x11")  # from anywhere
    assert screen.ended() == 0
    assert not screen.modes_left()
    if "LANG" not in environment:  # no colour, no grey either; the cursor of the list is told without
        told = {number for found in _LOOKS.findall(screen.written) for number in found.split(b";") if number}
        assert told - {b"0"} <= {b"1", b"2", b"3", b"4", b"7"}
        assert b"7" in told


_LOOKS = re.compile(rb"\x1b\[([\d;:]*)m")


def _busy(screen: Screen, chance: random.Random) -> Screen:
    """The program some time after some keys."""
    screen.until(SECRET)
    screen.type("".join(chance.choices("jkl]moB?/\x1b\r\t", k=6)))
    end = time.monotonic() + chance.uniform(0, 0.6)
    while time.monotonic() < end:
        screen.read(0.02)
    return screen


def _until_stopped(screen: Screen) -> None:
    end = time.monotonic() + 60 * PATIENCE
    while _state(screen.process.pid) != "T":
        assert time.monotonic() < end, "it is not suspended"
        screen.read(0.05)
    screen.read(0.2)


def _state(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
