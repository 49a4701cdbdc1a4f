"""What the tests of trust share: a corpus in our own words, and the program in a terminal that is looked at closely."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.settings import Settings

HEAVY = bool(os.environ.get("TRUST_HEAVY"))
"""With TRUST_HEAVY=1 in the environment the same tests run many more rounds."""
PATIENCE = 10 if HEAVY else 1
"""Who has many rounds to run has other work on the machine, too."""

_ESCAPE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
_MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
_PLACES = ("Harbour", "Valley", "Ridge", "Ferry", "Orchard", "Quarry", "Lakeside", "Mill")


def rounds(few: int, many: int) -> range:
    """So many rounds of a test, by how much time there is."""
    return range(many if HEAVY else few)


def write_corpus(folder: Path, number: int) -> Path:
    """A folder of small articles, each with a word of its own."""
    folder.mkdir(exist_ok=True)
    for n in range(number):
        place = _PLACES[n % len(_PLACES)]
        text = f"Truce at {place} number {n}\n\nDelegates met at {place} on Monday. Word{n}x was said by Maria Lopez. "
        (folder / f"article{n:04}.txt").write_text(text + "The guns were silent for a day. " * (1 + n % 7))
    return folder


def write_kept_apart(folder: Path) -> int:
    """Articles of whose words an index keeps more than where they stand; says how many they are.

    In German ones it keeps which forms belong together, and of the many words of the last one who begins like them.
    """
    german = (
        "Neue Verhandlung in Lemberg\n\nDie Verhandlungen der Minister mit Präsident Emil Brandauer gingen am Montag in"
        " Lemberg weiter. Der Minister sagte, die Waffen sollen schweigen, und die Soldaten bleiben in der Stadt.\n"
    )
    (folder / "german1.txt").write_text(german, encoding="utf-8")
    (folder / "german2.txt").write_text(german.replace("Soldaten", "Flüchtlinge"), encoding="utf-8")
    words = " ".join(f"quay{first}{second}" for first in "abcdefghijklm" for second in "abcdefghijklm")
    (folder / "quays.txt").write_text(f"The quays\n\nAt the quays of the port lay the ships {words}.\n")
    return 3


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Forty-five articles."""
    return write_corpus(tmp_path / "corpus", 45)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Folders of the test's own."""
    return replace(Settings(), cache_dir=tmp_path / "cache", data_dir=tmp_path / "data")


def _in_front() -> None:
    """Makes the terminal that of the process, which signals end also where a shell runs the tests in the background."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Screen:
    """A command in a terminal of its own, and what it leaves of that terminal."""

    def __init__(self, command: list[str], environment: dict[str, str], size: tuple[int, int] = (100, 30)) -> None:
        self.ours, self.theirs = pty.openpty()
        self.resize(*size)
        self._before = termios.tcgetattr(self.theirs)
        self.process = subprocess.Popen(
            command,
            stdin=self.theirs,
            stdout=self.theirs,
            stderr=self.theirs,
            start_new_session=True,
            preexec_fn=_in_front,
            env={**os.environ, "TERM": "xterm-256color", **environment},
        )
        self.written = bytearray()
        self._since = 0

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bool:
        """Takes in what is written for a while; False once there is nobody to write."""
        if not select.select([self.ours], [], [], seconds)[0]:
            return self.process.poll() is None
        try:
            self.written += os.read(self.ours, 65536)
        except OSError:
            return False
        return True

    def until(self, *texts: str, seconds: float = 60) -> None:
        """Waits until one of `texts` has been painted since the last key."""
        end = time.monotonic() + seconds * PATIENCE
        while not any(text in self.shown() for text in texts):
            going_on = self.read(0.1) and time.monotonic() < end
            assert going_on, f"{texts!r} was not painted: {self.shown()[-800:]!r}"

    def shown(self) -> str:
        """The text painted since the last key."""
        return _ESCAPE.sub(b"", self.written[self._since :]).decode("utf-8", "replace")

    def type(self, keys: str) -> None:
        self._since = len(self.written)
        os.write(self.ours, keys.encode())

    def ended(self, seconds: float = 60) -> int:
        """The exit status; fails where the program does not end in time."""
        end = time.monotonic() + seconds * PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it does not end: {self.shown()[-400:]!r}"
            self.read(0.05)
        while select.select([self.ours], [], [], 0.05)[0] and self.read(0.05):
            pass
        return self.process.returncode

    def after_screen(self) -> str:
        """The text written after the screen was closed."""
        _, _, after = self.written.rpartition(b"\x1b[?1049l")
        return _ESCAPE.sub(b"", after).decode("utf-8", "replace")

    def modes_left(self) -> set[str]:
        """The modes of the terminal that are not as a shell wants them: what is on, and "25" where the cursor hides."""
        modes: dict[str, bool] = {}
        for number, letter in _MODE.findall(self.written):
            modes[number.decode()] = letter == b"h"
        left = {number for number, on in modes.items() if on and number not in ("25", "7")}
        left |= {number for number in ("25", "7") if modes.get(number) is False}
        if termios.tcgetattr(self.theirs)[:4] != self._before[:4]:
            left.add("termios")
        return left

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGCONT)
            self.process.kill()
        self.process.wait()
        for handle in (self.ours, self.theirs):
            try:
                os.close(handle)
            except OSError:
                continue


OpenScreen = Callable[..., Screen]


@pytest.fixture
def open_screen(tmp_path: Path, unmeasured: None) -> Iterator[OpenScreen]:
    """Opens the program in a terminal; `code` runs before it in the same process, to put faults into it."""
    screens: list[Screen] = []

    def opened(
        *arguments: object, code: str = "", environment: dict[str, str] | None = None, **options: object
    ) -> Screen:
        program = f"{code}\nimport sys\nfrom tui.cli import main\nsys.exit(main())\n"
        folders = {f"CEASEFIRE_READER_{kind}_DIR": str(tmp_path / kind.lower()) for kind in ("CACHE", "DATA")}
        command = [sys.executable, "-c", program, *map(str, arguments)]
        screens.append(Screen(command, folders | (environment or {}), **options))  # type: ignore[arg-type]
        return screens[-1]

    yield opened
    for screen in screens:
        screen.close()
