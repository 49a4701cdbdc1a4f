"""A reader who opens every article of a folder in turn and looks at it in every way that the screen has.

Nothing is typed before the screen it is meant for has come: after each key it is waited until nobody has anything left
to do (what was typed is read, no thread of the program or of its children runs), however busy the machine is.
"""

from __future__ import annotations

import array
import fcntl
import os
import re
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from painted import Painted
from trust_screen import PATIENCE, Screen

SIZE = (120, 40)
ESC, ENTER, DOWN, HOME, PAGE, FACETS, WORDS, EXPLAIN = (
    "\x1b",
    "\r",
    "\x1b[B",
    "\x1b[H",
    "\x1b[6~",
    "\x1bOS",
    "\x1b[15~",
    "!",
)
_REST, _LOOKS = 0.025, 6
"""Seconds between two looks, and so many that find it at rest: longer than the list waits before it shows a text."""
_HANGS = 120
_WORKING, _CURSOR, _FIRST_ROW = "Esc stops", "▌", 4
_TICKS = os.sysconf("SC_CLK_TCK")

IN_EVERY = ("E", "o", "V", "F")
"""What is opened over every article: names, outline, who speaks, the names of those like it."""
OF_ALL = ("D", "W", "B", "?")
"""What tells of all articles, or of none."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A step, and the seconds of the processor that it took."""

    article: str
    keys: str
    seconds: float


class Journey:
    """Through the articles of one screen; `watch` is given what was written, in pieces that no sequence goes beyond."""

    def __init__(self, screen: Screen, watch: Callable[[bytes], None]) -> None:
        self._screen, self._watch = screen, watch
        self._painted = Painted(*SIZE)
        self._seen = 0
        self.article = ""
        self.opened: dict[str, None] = {}
        """The articles, as the list names them, in the order they were opened."""
        self.compared = self.followed = 0
        self.taken: list[Taken] = []
        self.step("")

    def go(self, every: int = 1) -> None:
        """Opens every article, or one in so many, and comes back from it."""
        total = self._total()
        for place in range(0, total, every):
            self._open(every if place else 0)
            self._read()
            self._look()
            self._compare()
            self._watch_on()
        self._search()
        for key in OF_ALL:
            self._visit(key)
        self._watch_on()
        assert len(self.opened) == len(range(0, total, every)), "an article was opened twice"

    def step(self, keys: str, comes: Callable[[], bool] = lambda: True) -> None:
        """Types, and waits until what is to come has come, and all is done that this asks for."""
        before = _processor(self._screen.process.pid)
        if keys:
            self._screen.type(keys)
        self._settle(keys, comes)
        self.taken.append(Taken(self.article, keys, _processor(self._screen.process.pid) - before))

    def _total(self) -> int:
        self._list()
        told = re.match(r" Articles +([\d,]+)", self._line(0))
        assert told, self._picture()
        self.step(HOME)
        self._leave()
        return int(told[1].replace(",", ""))

    def _list(self) -> None:
        self.step("l", lambda: self._line(0).startswith(" Articles"))

    def _open(self, further: int) -> None:
        """Opens the article so many rows below the open one."""
        self._list()
        if further:
            self.step(DOWN * further, lambda: self._chosen() not in self.opened)
        else:
            self.step(HOME, lambda: self._line(_FIRST_ROW).startswith(_CURSOR))
        self.article = self._chosen()
        self.opened[self.article] = None
        self.step(ENTER, self._reads)

    def _chosen(self) -> str:
        """The row of the list with the cursor on it, and the head of what is shown beside the list."""
        lines = self._painted.lines()
        row = next((line for line in lines if line.startswith(_CURSOR)), "")
        return " ".join([row[1:72].strip(), *(line[74:].strip() for line in lines[_FIRST_ROW : _FIRST_ROW + 5])])

    def _read(self) -> None:
        for key in (" ", " ", PAGE, "G", "g", "_", "_", "-", "-", "}", "v", "w"):
            self.step(key)
        self.step(ESC, self._reads)

    def _look(self) -> None:
        for key in IN_EVERY:
            self._visit(key)
        self.step("]")
        self.step("]")
        self.step(ENTER)
        if "Merge" in self._line(-1):
            self.followed += 1
            self.step(PAGE)
        self._leave()

    def _compare(self) -> None:
        self.step("c")
        if self._line(0).startswith(" Compare with"):
            self.step(ENTER, lambda: "Ledger" in self._line(-1))
            self.compared += 1
            for key in ("}", ">", ">", " ", "x", "L", PAGE):
                self.step(key)
        self._leave()

    def _search(self) -> None:
        self.step("/")
        self.step("zzhostile", lambda: " articles" in self._line(1))
        for key in (DOWN, PAGE, EXPLAIN, ESC, FACETS, ESC, WORDS, ESC):
            self.step(key)
        self._leave()
        self.step("/")
        self.step("PWNED", lambda: " articles" in self._line(1))
        self.step(ENTER, self._reads)
        self.step("n")
        self._visit("K")

    def _visit(self, key: str) -> None:
        """A screen or a panel, and back."""
        self.step(key)
        if not self._reads():
            self.step(PAGE)
        self._leave()

    def _leave(self) -> None:
        for _ in range(6):
            if self._reads():
                return
            self.step(ESC)
        raise AssertionError(f"there is no way back to the article:\n{self._picture()}")

    def _reads(self) -> bool:
        """Whether the article has the keys."""
        return "l Articles" in self._line(-1)

    def _line(self, row: int) -> str:
        return self._painted.lines()[row]

    def _picture(self) -> str:
        return "\n".join(self._painted.lines())

    def _settle(self, keys: str, comes: Callable[[], bool]) -> None:
        end = time.monotonic() + _HANGS * PATIENCE
        rested = 0
        while rested < _LOOKS:
            assert time.monotonic() < end, f"{keys!r} does not end:\n{self._picture()}"
            written = len(self._screen.written)
            assert self._screen.read(_REST), f"it ended: {self._screen.after_screen()!r}"
            if len(self._screen.written) > written:
                self._painted.feed(bytes(self._screen.written[written:]))
                rested = 0
            elif self._at_rest() and not any(_WORKING in line for line in self._painted.lines()[:2]) and comes():
                rested += 1
            else:
                rested = 0

    def _at_rest(self) -> bool:
        waiting = array.array("i", [0])
        fcntl.ioctl(self._screen.theirs, termios.FIONREAD, waiting)
        return not waiting[0] and not any(_runs(pid) for pid in _family(self._screen.process.pid))

    def _watch_on(self) -> None:
        self._watch(bytes(self._screen.written[self._seen :]))
        self._seen = len(self._screen.written)


def _family(pid: int) -> list[int]:
    """The process and what it started."""
    found = [pid]
    for each in found:
        try:
            tasks = list(Path(f"/proc/{each}/task").iterdir())
            found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _runs(pid: int) -> bool:
    """Whether a thread of the process runs, or would if it were its turn."""
    try:
        states = [_fields(task / "stat")[0] for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return True
    return not set(states) <= {"S", "I", "Z"}


def _processor(pid: int) -> float:
    """Seconds of the processor that the process and its children took."""
    ticks = 0
    for each in _family(pid):
        try:
            ticks += sum(int(number) for number in _fields(Path(f"/proc/{each}/stat"))[11:15])
        except OSError:
            continue
    return ticks / _TICKS


def _fields(stat: Path) -> list[str]:
    """Of what the kernel tells of a process: its state, and what comes after."""
    return stat.read_text().rpartition(")")[2].split()
