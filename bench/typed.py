"""How long it takes from a key in the search bar until its results are painted, passages included.

The app runs without a terminal: a key is posted as the terminal's driver does, and what is measured ends where all
lines of the screen are made.  Elapsed time is what one waits; processor time, of all threads, says the same on a
machine that is busy with other things.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path

from textual import events

from bench.questions import questions
from bench.timing import Timing, timing
from index.errors import Cancelled
from index.library import Library, Status
from index.settings import Settings
from tui.app import ReaderApp
from tui.garbage import collect_seldom

_BETWEEN = 0.06
"""Seconds between a paint and the next key: nobody types faster."""
_LIMIT = 10.0
_MANY = 50_000
_TARGET, _TARGET_OF_MANY = 50.0, 100.0
"""Milliseconds within which 95 of 100 keys are to be answered, up to so many articles and above."""


class _Indexed(Library):
    """A library whose index is not looked after."""

    def refresh_apart(self, *_: object, **__: object) -> Status:
        """The index stays as it is."""
        raise Cancelled


def measure(corpus: Path, paths: Sequence[Path], settings: Settings, number: int) -> list[Timing]:
    """Every key of `number` words and as many pairs of words, typed one after the other into an emptied bar."""
    words = [each.words for each in questions(paths, number) if each.kind in ("term", "two terms")]
    return asyncio.run(_typed(corpus, settings, [" ".join(each) for each in words], len(paths)))


async def _typed(corpus: Path, settings: Settings, texts: Sequence[str], articles: int) -> list[Timing]:
    library = _Indexed.open(corpus, settings=settings)
    library.search("the")  # the index is open, as it is once one has searched
    app = ReaderApp(library)
    elapsed: list[float] = []
    used: list[float] = []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        reader = app.reader
        await reader.action_search("")
        collect_seldom()  # as the program does
        app.collect_at_rest()
        for text in texts:
            reader._bar.text = ""
            await asyncio.sleep(_BETWEEN)
            for end in range(1, len(text) + 1):
                key = text[end - 1]
                start, processor = time.perf_counter(), time.process_time()
                app.post_message(events.Key("space" if key == " " else key, key))
                while not (reader._answered and reader._asked == text[:end]) and time.perf_counter() - start < _LIMIT:
                    await asyncio.sleep(0.001)
                app.screen._compositor.render_strips()
                elapsed.append(1000 * (time.perf_counter() - start))
                used.append(1000 * (time.process_time() - processor))
                await asyncio.sleep(_BETWEEN)
    library.close()
    name = f"a key to its results, {articles:,} articles"
    return [
        timing(name, "ms", elapsed, _TARGET if articles <= _MANY else _TARGET_OF_MANY),
        timing(f"{name}, processor", "ms", used),
    ]
