"""The command line opens the screen where it was told to, in a real (pseudo-)terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shlex
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")


class Session:
    """A shell command in a terminal of its own."""

    def __init__(self, command: str, cache: Path, size: tuple[int, int] = (100, 30)) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", command],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={**os.environ, "TERM": "xterm-256color", "CEASEFIRE_READER_CACHE_DIR": str(cache)},
        )
        os.close(theirs)
        self.seen = b""

    def until(self, text: str, seconds: float = 60) -> bool:
        """Whether `text` has been painted since the last key, within that time."""
        end = time.monotonic() + seconds
        while text.encode() not in ESCAPES.sub(b"", self.seen):
            if time.monotonic() > end or not self._read(0.1):
                return text.encode() in ESCAPES.sub(b"", self.seen)
        return True

    def text(self) -> str:
        """What has been painted since the last key."""
        return ESCAPES.sub(b"", self.seen).decode("utf-8", "replace")

    def type(self, keys: str) -> None:
        """Types keys."""
        self.seen = b""
        os.write(self._ours, keys.encode())

    def ended(self, seconds: float = 60) -> int:
        """The exit status, once the command has ended."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        return self.process.wait(1)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)

    def _read(self, seconds: float) -> bool:
        """Takes in what was written; False once the terminal is closed."""
        if select.select([self._ours], [], [], seconds)[0]:
            try:
                self.seen += os.read(self._ours, 65536)
            except OSError:
                return False
        return True


Open = Callable[..., Session]


@pytest.fixture
def open_screen(starter_cache: Path) -> Iterator[Open]:
    sessions: list[Session] = []

    def opened(arguments: str, before: str = "") -> Session:
        command = f"{before}{shlex.quote(sys.executable)} -m tui.cli {arguments}"
        sessions.append(Session(command, starter_cache))
        return sessions[-1]

    yield opened
    for session in sessions:
        session.close()


def test_the_first_article(open_screen: Open, starter: Path) -> None:
    session = open_screen(str(starter))
    assert session.until("untangle the ceasefire talks"), session.text()
    session.type("q")
    assert session.ended() == 0


def test_an_article_by_the_beginning_of_its_name(open_screen: Open, starter: Path) -> None:
    session = open_screen(f"{starter} --open zel")
    assert session.until("invited Russia to a new round"), session.text()
    session.type("q")
    assert session.ended() == 0


def test_a_query(open_screen: Open, starter: Path) -> None:
    session = open_screen(f"{starter} --query istanbul")
    assert session.until("Zelensky proposes talks next week"), session.text()


def test_a_comparison(open_screen: Open, starter: Path) -> None:
    session = open_screen(f"{starter} --compare putin week")
    assert session.until("Putin Says He Is Open"), session.text()
    assert session.until("Week called critical"), session.text()


def test_an_article_from_a_pipe(open_screen: Open, starter: Path) -> None:
    article = starter / "putin-open-to-direct-talks.txt"
    session = open_screen("-", before=f"cat {shlex.quote(str(article))} | ")
    assert session.until("new readiness for direct"), session.text()
    session.type("q")
    assert session.ended() == 0


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ("/nowhere", 3, "cannot open /nowhere"),
        ("--open nobody", 2, "no article of"),
        ("--compare putin nobody", 2, "no article of"),
    ],
)
def test_one_clear_line_instead_of_a_screen(
    open_screen: Open, starter: Path, arguments: str, status: int, said: str
) -> None:
    session = open_screen(arguments if arguments.startswith("/") else f"{starter} {arguments}")
    assert session.ended() == status
    assert said.encode() in session.seen
    assert b"\x1b" not in session.seen
    assert len(session.seen.splitlines()) == 1


def test_an_empty_folder(open_screen: Open, tmp_path: Path) -> None:
    session = open_screen(str(tmp_path))
    assert session.ended() == 3
    assert b"holds no article" in session.seen
    assert len(session.seen.splitlines()) == 1


def test_a_binary_file(open_screen: Open, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
    for place in (tmp_path, tmp_path / "picture.txt"):
        session = open_screen(str(place))
        assert session.ended() == 3
        assert len(session.seen.splitlines()) == 1, session.seen
        assert b"holds no article: picture.txt is skipped (not a text: a picture)" in session.seen
