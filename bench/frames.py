"""Whether the screen is disturbed while the index of a corpus is built: pages are turned in an open article all the
while, and again when nothing else is done.

The app runs without a terminal; a frame is from the turning of the page until all lines of the screen are made.
Elapsed time is what one sees, processor time of the screen's thread says the same on a machine that is busy with other
things.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from bench.timing import Timing, timing
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.garbage import collect_seldom

_BETWEEN = 0.02
_TARGET = 16.0
_LONGEST = 300.0
"""Seconds after which it is measured no further."""
_AT_ONCE = 25
"""Frames between two looks at how far the index is."""
_QUIET = 400


def measure(corpus: Path, articles: int, work: Path) -> list[Timing]:
    """Frames while the words of so many articles are indexed from nothing, and frames after that."""
    settings = Settings(cache_dir=work / "frames", data_dir=work / "data", restore=False)
    return asyncio.run(_frames(corpus, articles, settings))


async def _frames(corpus: Path, articles: int, settings: Settings) -> list[Timing]:
    library = Library.open(corpus, settings=settings)
    app = ReaderApp(library)
    found: list[Timing] = []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        collect_seldom()  # as the program does
        app.collect_at_rest()
        began = time.perf_counter()

        def indexing(_: int) -> bool:
            return library._stored().count() < articles and time.perf_counter() - began < _LONGEST

        for name, going in (("while indexing", indexing), ("afterwards", lambda frames: frames < _QUIET)):
            elapsed, used = await _turned(app, going)
            found += [
                timing(f"frame {name}, {articles:,} articles", "ms", elapsed, _TARGET),
                timing(f"frame {name}, {articles:,} articles, processor", "ms", used),
            ]
    library.close()
    return found


async def _turned(app: ReaderApp, going: Callable[[int], bool]) -> tuple[list[float], list[float]]:
    elapsed: list[float] = []
    used: list[float] = []
    while not elapsed or going(len(elapsed)):
        for number in range(_AT_ONCE):
            start, processor = time.perf_counter(), time.thread_time()
            app.reader.pane.move_pages(1 if number % 2 else -1)
            app.screen._compositor.render_strips()
            elapsed.append(1000 * (time.perf_counter() - start))
            used.append(1000 * (time.thread_time() - processor))
            await asyncio.sleep(_BETWEEN)
    return elapsed, used
