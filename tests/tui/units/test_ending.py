"""Ending the screen, in this process: what a signal, a terminal that has gone and work that does not end lead to."""

from __future__ import annotations

import asyncio
import os
import pty
import signal
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tui import ending


class Ended(Exception):
    """Instead of the end of the process."""


class FakeApp:
    """As much of the app as its end needs: it runs until it is told to end."""

    def __init__(self, act: Callable[[], None], *, deaf: bool = False) -> None:
        self.return_code: int | None = None
        self._act = act
        self._deaf = deaf

    def run(self, *, loop: asyncio.AbstractEventLoop) -> None:
        try:
            self._told = asyncio.Event()
            loop.run_until_complete(self._reading())
        finally:
            loop.close()

    async def _reading(self) -> None:
        self._act()
        if not self._deaf:
            await asyncio.wait_for(self._told.wait(), 20)

    def end_by_signal(self, number: int) -> None:
        self.return_code = 128 + number
        self._told.set()


@pytest.fixture
def forced(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The signals by which the program would have been ended without the app, in a process that outlives them."""
    numbers: list[int] = []
    monkeypatch.setattr(ending, "PATIENCE", 0.0)
    monkeypatch.setattr(ending, "_force", lambda number, terminal: numbers.append(number))
    handlers = {number: signal.getsignal(number) for number in (*ending.SIGNALS, signal.SIGTSTP)}
    yield numbers
    for number, handler in handlers.items():
        signal.signal(number, handler)
    asyncio.set_event_loop(None)


@pytest.fixture
def hang_up() -> Iterator[Callable[[], None]]:
    """A terminal in the place of standard input; what closes it."""
    ours, theirs = pty.openpty()
    before = os.dup(0)
    os.dup2(theirs, 0)
    os.close(theirs)
    open_ends = [ours]

    def close() -> None:
        while open_ends:
            os.close(open_ends.pop())

    yield close
    os.dup2(before, 0)
    os.close(before)
    close()


def _watching_is_over() -> None:
    for thread in threading.enumerate():
        if thread.name == "signals":
            thread.join(20)
            assert not thread.is_alive()


def _raised(number: int) -> Callable[[], None]:
    return lambda: os.kill(os.getpid(), number)


@pytest.mark.parametrize("number", ending.SIGNALS)
def test_a_signal_ends_the_app_and_all_is_as_before(forced: list[int], number: signal.Signals) -> None:
    signal.signal(number, signal.default_int_handler)  # a shell may have us ignore it
    assert ending.run(FakeApp(_raised(number))) == 128 + number  # type: ignore[arg-type]
    _watching_is_over()
    assert forced in ([], [number])  # the app had no time at all for it
    assert signal.getsignal(number) is signal.default_int_handler
    assert signal.set_wakeup_fd(-1) == -1


def test_an_ignored_signal_stays_ignored_and_one_that_is_not_for_ending_ends_nothing(forced: list[int]) -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    before = signal.signal(signal.SIGWINCH, lambda number, frame: None)
    seen: list[object] = []

    def act() -> None:
        seen.append(signal.getsignal(signal.SIGHUP))
        for number in (signal.SIGHUP, signal.SIGWINCH):
            os.kill(os.getpid(), number)

    try:
        assert ending.run(FakeApp(act, deaf=True)) == 0  # type: ignore[arg-type]
    finally:
        signal.signal(signal.SIGWINCH, before)
    _watching_is_over()
    assert seen == [signal.SIG_IGN]
    assert not forced


def test_an_app_that_has_ended_its_loop_is_ended_all_the_same(forced: list[int]) -> None:
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    loop = asyncio.new_event_loop()
    loop.close()
    with ending._signals(FakeApp(lambda: None), loop, None):  # type: ignore[arg-type]
        os.kill(os.getpid(), signal.SIGTERM)
        end = time.monotonic() + 60
        while not forced and time.monotonic() < end:
            time.sleep(0.001)
    _watching_is_over()
    assert forced == [signal.SIGTERM]


def test_in_another_thread_no_signal_is_taken(forced: list[int]) -> None:
    before = [signal.getsignal(number) for number in ending.SIGNALS]
    seen: list[object] = []
    app = FakeApp(lambda: seen.extend(signal.getsignal(number) for number in ending.SIGNALS), deaf=True)
    thread = threading.Thread(target=ending.run, args=(app,))
    thread.start()
    thread.join(20)
    _watching_is_over()
    assert seen == before
    assert not forced


def test_a_terminal_that_hangs_up_ends_it_as_the_signal_would(hang_up: Callable[[], None]) -> None:
    heard, told = os.pipe()
    hang_up()

    def end(number: int) -> Any:
        raise Ended(number)

    with pytest.raises(Ended) as caught:
        ending._watch(heard, frozenset(), True, end)
    assert caught.value.args == (signal.SIGHUP,)
    os.close(heard)
    os.close(told)


def _ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def end(status: int) -> Any:
        raise Ended(status)

    monkeypatch.setattr(ending.os, "_exit", end)


@pytest.mark.usefixtures("hang_up")
def test_by_force_the_terminal_is_as_it_was(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    _ends(monkeypatch)
    before = ending._attributes()
    assert before is not None
    raw = [*before]
    raw[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(0, termios.TCSANOW, raw)
    with pytest.raises(Ended) as caught:
        ending._force(signal.SIGTERM, before)
    assert caught.value.args == (143,)
    assert termios.tcgetattr(0) == before
    written = capfd.readouterr().err
    for mode in ("1049l", "25h", "2004l", "1000l"):
        assert f"\x1b[?{mode}" in written


@pytest.mark.usefixtures("hang_up")
@pytest.mark.parametrize("known", [True, False])
def test_by_force_it_ends_where_the_terminal_has_gone_or_never_was(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], known: bool
) -> None:
    _ends(monkeypatch)
    before = ending._attributes()
    with open(os.devnull) as nowhere:
        os.dup2(nowhere.fileno(), 0)
    assert ending._attributes() is None
    with pytest.raises(Ended) as caught:
        ending._force(signal.SIGHUP, before if known else None)
    assert caught.value.args == (129,)
    assert not capfd.readouterr().err


def test_what_is_closed_in_time_ends_nothing_and_what_hangs_is_ended_with_its_status(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _ends(monkeypatch)
    closed = threading.Event()
    ending.leave(closed.set, 0)
    assert closed.is_set()
    monkeypatch.setattr(ending, "GRACE", 0.0)
    go_on = threading.Event()

    class Gone:
        def flush(self) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Gone())
    with pytest.raises(Ended) as caught:
        ending.leave(lambda: go_on.wait(60) and None, 7)
    assert caught.value.args == (7,)
    go_on.set()


def test_it_is_suspended_between_two_steps(forced: list[int]) -> None:
    steps: list[str] = []
    signal.signal(signal.SIGTSTP, lambda number, frame: steps.append("suspended"))

    async def reading() -> None:
        ending.suspend_in_turn()
        os.kill(os.getpid(), signal.SIGTSTP)
        steps.append("this step to its end")
        for _ in range(3):
            await asyncio.sleep(0)

    asyncio.run(reading())
    assert steps == ["this step to its end", "suspended"]


def test_who_cannot_be_suspended_stays_so(forced: list[int]) -> None:
    async def reading() -> None:
        ending.suspend_in_turn()

    signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    asyncio.run(reading())
    assert signal.getsignal(signal.SIGTSTP) is signal.SIG_DFL

    def theirs(number: int, frame: object) -> None:
        raise AssertionError

    signal.signal(signal.SIGTSTP, theirs)
    thread = threading.Thread(target=lambda: asyncio.run(reading()))
    thread.start()
    thread.join(20)
    assert signal.getsignal(signal.SIGTSTP) is theirs
