"""Ending the screen: whatever happens, the terminal is given back and the program ends.

A signal asks the app to end as `q` does.  Where the app is too busy to, or the terminal has gone so that it cannot even
write, a thread puts the terminal back as it was and ends the program all the same.  After the screen has closed, work
that nobody wants any more is not waited for.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from tui.app import ReaderApp

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
PATIENCE = 2.0
"""Seconds that the app has for ending by itself."""
GRACE = 0.3
"""Seconds that cancelled work has for ending after the screen has closed."""
_THREADS = 16
_AT_ONCE = 4096
"""Signals taken from the pipe at once; a storm of sizes sends many that are not for ending."""
_BACK = (
    b"\x1b[<u\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[?2048l"
    b"\x1b[?2026l\x1b[?1049l\x1b[?25h\x1b[0m"
)
"""Keys, pasting, wrapping, mouse, focus, sizes, synchronised output, screen, cursor, colours: as a shell wants them."""


def run(app: ReaderApp) -> int:
    """Runs the app and gives its exit status: 128 and the number of the signal that ended it, 1 after a crash."""
    loop = asyncio.new_event_loop()
    executor = ThreadPoolExecutor(_THREADS, thread_name_prefix="work")
    loop.set_default_executor(executor)
    asyncio.set_event_loop(loop)
    terminal = _attributes()
    try:
        with _signals(app, loop, terminal):
            app.run(loop=loop)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
    return app.return_code or 0


def suspend_in_turn() -> None:
    """From a running loop: suspend between two of its steps.

    Textual gives the terminal back inside of the signal's handler.  That may have come in the midst of what writes to
    the terminal, which holds a lock then that giving the terminal back would wait for, for ever.
    """
    theirs = signal.getsignal(signal.SIGTSTP)
    if not callable(theirs) or threading.current_thread() is not threading.main_thread():
        return
    loop = asyncio.get_running_loop()
    signal.signal(signal.SIGTSTP, lambda sent, frame: loop.call_soon_threadsafe(theirs, sent, None) and None)


def leave(close: Callable[[], None], status: int) -> None:
    """Closes what is open; ends the program at once where cancelled work does not end by itself."""
    closing = threading.Thread(target=close, name="work-close", daemon=True)
    closing.start()
    end = time.monotonic() + GRACE  # for all of it together
    for thread in threading.enumerate():
        if thread.name.startswith("work"):
            thread.join(max(0.0, end - time.monotonic()))
    if any(thread.name.startswith("work") for thread in threading.enumerate()):
        _end(status)


def _end(status: int) -> NoReturn:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # nobody is there to read it
            continue
    os._exit(status)


@contextmanager
def _signals(app: ReaderApp, loop: asyncio.AbstractEventLoop, terminal: list[Any] | None) -> Iterator[None]:
    """Ends the app on a signal, or when the terminal is gone."""
    before: dict[int, Any] = {}
    heard, told = os.pipe()
    in_main = threading.current_thread() is threading.main_thread()
    other = -1
    if in_main:
        os.set_blocking(told, False)
        other = signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, _heard_elsewhere)

    def end(number: int) -> NoReturn:
        try:
            loop.call_soon_threadsafe(app.end_by_signal, number)
        except RuntimeError:  # the loop has closed: the program is ending as it is
            pass
        time.sleep(PATIENCE)
        _force(number, terminal)

    watching = (heard, frozenset(before), terminal is not None, end)
    threading.Thread(target=_watch, args=watching, name="signals", daemon=True).start()
    try:
        yield
    finally:
        for ours, handler in before.items():
            signal.signal(ours, handler)
        if in_main:
            signal.set_wakeup_fd(other)
        os.close(told)


def _heard_elsewhere(number: int, frame: FrameType | None) -> None:
    """Python calls this in the main thread, between two of its steps, which may come late or never: another thread may
    have got the signal while the main thread waits or is stuck, or it came just before.  The number of the signal is
    written into a pipe at once, whichever thread gets it, and `_watch` reads it there.
    """


def _watch(heard: int, ending: frozenset[int], terminal: bool, end: Callable[[int], NoReturn]) -> None:
    """Waits until one of the signals comes, or the terminal hangs up; where a signal for that is ignored, nothing else
    would tell.  Without either it waits until nobody writes to `heard` any more.
    """
    watched = select.poll()
    watched.register(heard, select.POLLIN)
    if terminal:
        watched.register(0, 0)
    while True:
        for handle, _ in watched.poll(1000):
            if handle == heard:
                numbers = os.read(heard, _AT_ONCE)
                if not numbers:
                    os.close(heard)
                    return
                for number in numbers:
                    if number in ending:
                        end(number)
            else:  # asked for nothing, it tells only that it is gone
                end(signal.SIGHUP)


def _attributes() -> list[Any] | None:
    try:
        return termios.tcgetattr(0)
    except termios.error:  # served to a browser, or another driver without a terminal
        return None


def _force(number: int, terminal: list[Any] | None) -> NoReturn:
    """Gives the terminal back without the app, and ends."""
    if terminal is not None:
        try:
            termios.tcsetattr(0, termios.TCSANOW, terminal)
            os.set_blocking(2, False)
            os.write(2, _BACK)
            os.set_blocking(2, True)
        except (OSError, termios.error):  # it is gone
            pass
    os._exit(128 + number)
