"""How long the reader takes to open an article, to turn a page and to set it anew, and what memory it takes.

The app runs without a terminal: what is measured ends where all lines of the screen are made, before they are written.
Times are processor time, of the whole process for opening and of the screen's thread for the rest, so that they say the
same on a busy machine.  Nothing is indexed meanwhile.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bench.timing import Timing, timing
from index.entities.model import Annotations
from index.errors import Cancelled
from index.library import Library, Status
from index.search.model import Cancel
from index.settings import Settings
from tui.app import ReaderApp
from tui.garbage import collect_seldom

_LINE = (
    "The delegations met in Geneva on day {} of the talks, and nobody wrote down what was said there, not even they."
)
_PAGES = 200
_WIDTHS = (60, 80, 100, 0)
_SMALL = "a small one.txt"


class _Read(Library):
    """A library that is read only: neither indexed nor searched for names."""

    def refresh_apart(self, *_: object, **__: object) -> Status:
        """Nothing is indexed."""
        raise Cancelled

    def annotations(self, path: str, cancelled: Cancel | None = None) -> Annotations:
        """Nothing is named."""
        raise Cancelled


def measure(work: Path, runs: int) -> list[Timing]:
    """Opening, paging, setting anew, and memory, for 1,000 and 100,000 lines and for 50 MB in one line."""
    folder = work / "pane"
    folder.mkdir()
    (folder / _SMALL).write_text("A Small One\n\nNothing much is told here.\n", encoding="utf-8")
    for lines in (1_000, 100_000):
        paragraphs = (_LINE.format(number) for number in range(lines // 2))
        (folder / f"{lines:,} lines.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    one = "Talk followed talk, and no word of it was final. "
    (folder / "50 MB in one line.txt").write_text(one * (50_000_000 // len(one)), encoding="utf-8")
    wanted = (("1,000 lines", 150, 16), ("100,000 lines", 150, 16), ("50 MB in one line", 1000, 100))
    found: list[Timing] = []
    for name, opening, paging in wanted:
        found += asyncio.run(_screen(folder, work, f"{name}.txt", name, (opening, paging), runs))
    small = _memory(folder / _SMALL, work)
    for name, _, _ in wanted[1:]:  # of a small file the share says nothing
        file = folder / f"{name}.txt"
        share = (_memory(file, work) - small) / file.stat().st_size
        found.append(timing(f"memory, {name}", "× file", [share], 8))
    return found


async def _screen(folder: Path, work: Path, path: str, name: str, targets: tuple[int, int], runs: int) -> list[Timing]:
    settings = Settings(cache_dir=work / "cache", data_dir=work / "data", restore=False, highlights=False)
    library = _Read.open(folder, settings=settings)
    app = ReaderApp(library, open_document=_SMALL)
    opened: list[float] = []
    paged: list[float] = []
    resized: list[float] = []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        reader = app.reader
        collect_seldom()  # as the program does
        app.collect_at_rest()
        for _ in range(runs):
            os.utime(folder / path)  # so that it is read, not remembered
            with _timed(opened, time.process_time):
                reader.open_path(path)
                while reader.document is None or reader.document.path != path:
                    await asyncio.sleep(0)
                _paint(app)
            await _whole(app)
            if len(paged) < _PAGES:
                for _ in range(_PAGES):
                    with _timed(paged):
                        reader.pane.move_pages(1)
                        _paint(app)
                reader.pane.scroll_to_offset(len(reader.document.text) // 2)
                for number in range(_PAGES):
                    with _timed(resized):
                        reader.pane.reading_width = _WIDTHS[number % len(_WIDTHS)]
                        _paint(app)
            reader.open_path(_SMALL)
            while reader.document is None or reader.document.path != _SMALL:
                await pilot.pause()
    library.close()
    return [
        timing(f"open, {name}", "ms", opened, targets[0]),
        timing(f"page, {name}", "ms", paged, targets[1]),
        timing(f"resize, {name}", "ms", resized, targets[1]),
    ]


async def _whole(app: ReaderApp) -> None:
    """Waits until all of the article is there."""
    while app.reader.partial:
        await asyncio.sleep(0.01)


def _paint(app: ReaderApp) -> None:
    app.screen._compositor.render_strips()


@contextmanager
def _timed(into: list[float], clock: Callable[[], float] = time.thread_time) -> Iterator[None]:
    start = clock()
    yield
    into.append(1000 * (clock() - start))


def _memory(file: Path, work: Path) -> int:
    """Bytes that a process takes at most that opens the article in the reader and pages through it."""
    command = [sys.executable, "-m", "bench.pane", str(file), str(work / "memory")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return int(done.stdout.split()[-1])


async def _look(file: Path, work: Path) -> None:
    settings = Settings(cache_dir=work / "cache", data_dir=work / "data", restore=False, highlights=False)
    library = _Read.open(file, settings=settings)
    app = ReaderApp(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await _whole(app)
        for _ in range(50):
            app.reader.pane.move_pages(1)
            _paint(app)
        await pilot.pause()
    library.close()


def largest() -> int:
    """The most bytes that this process has had in memory; what its parent had does not count, as in `ru_maxrss`."""
    with suppress(OSError), open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    asyncio.run(_look(Path(sys.argv[1]), Path(sys.argv[2])))
    print(largest())
