"""From the start of the process to the first text on the screen, against an empty Textual app.

Elapsed time is what a user waits; processor time says the same on a machine that is busy with other things.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from bench.figure import Figure, figure

EMPTY = """\
from textual.app import App
from textual.widgets import Footer, Static
class Empty(App):
    def compose(self):
        yield Static("Quagga")
        yield Footer()
Empty().run()
"""
_ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")
_COLUMNS, _LINES = 120, 40
_LIMIT = 30.0


def measure(corpus: Path, needle: str, runs: int, name: str) -> list[Figure]:
    """Both in turn, `runs` times after a warm-up; seconds until `needle`, or the empty app's word, is painted."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.py")
        empty.write_text(EMPTY)
        home = {f"XDG_{kind}_HOME": f"{folder}/{kind}" for kind in ("CACHE", "DATA", "CONFIG", "STATE")}
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith("CEASEFIRE_READER_")
        } | home
        ours, peer = [], []
        for _ in range(runs + 1):
            peer.append(_paint([sys.executable, str(empty)], b"Quagga", environment))
            ours.append(_paint([sys.executable, "-m", "tui.cli", str(corpus)], needle.encode(), environment))
    return [
        figure(
            f"{name}{suffix}", "s", [run[at] for run in ours[1:]], [run[at] for run in peer[1:]], "an empty Textual app"
        )
        for at, suffix in enumerate(("", ", processor"))
    ]


def measure_others(folder: Path, runs: int) -> list[Figure]:
    """The same of other programs for reading in a terminal, as far as they are in a folder of commands."""
    figures = []
    with tempfile.TemporaryDirectory() as work:
        empty, page = Path(work, "empty.py"), Path(work, "page.md")
        empty.write_text(EMPTY)
        page.write_text("# Quagga\n\nAn animal.\n")
        home = {f"XDG_{kind}_HOME": f"{work}/{kind}" for kind in ("CACHE", "DATA", "CONFIG", "STATE")}
        environment = dict(os.environ) | home
        for name, arguments, needle in (
            ("hike", [str(page)], b"animal"),
            ("frogmouth", [str(page)], b"animal"),
            ("harlequin", [], b"Run Query"),
        ):
            if not (folder / name).exists():
                continue
            theirs, peer = [], []
            for _ in range(runs + 1):
                peer.append(_paint([sys.executable, str(empty)], b"Quagga", environment)[1])
                theirs.append(_paint([str(folder / name), *arguments], needle, environment)[1])
            label = f"first paint of {name}, processor"
            figures.append(figure(label, "s", theirs[1:], peer[1:], "an empty Textual app"))
    return figures


def _paint(command: list[str], needle: bytes, environment: dict[str, str]) -> tuple[float, float]:
    """Elapsed and processor seconds."""
    start = time.perf_counter()
    ours, theirs = pty.openpty()
    fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", _LINES, _COLUMNS, 0, 0))
    process = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env=environment | {"TERM": "xterm-256color", "COLUMNS": str(_COLUMNS), "LINES": str(_LINES)},
    )
    os.close(theirs)
    seen = b""
    try:
        while time.perf_counter() - start < _LIMIT:
            if select.select([ours], [], [], 0.05)[0]:
                seen += os.read(ours, 65536)
                if needle in _ESCAPES.sub(b"", seen):
                    elapsed = time.perf_counter() - start
                    process.kill()
                    _, process.returncode, used = os.wait4(process.pid, 0)
                    return elapsed, used.ru_utime + used.ru_stime
    except OSError:
        pass  # the program ended and its terminal with it: told below
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    raise RuntimeError(f"{command[1:]} painted no {needle.decode()!r}: {_ESCAPES.sub(b'', seen)[-300:]!r}")
