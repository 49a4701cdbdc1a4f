"""A search that takes long says so, then what for, and can be stopped; its answer comes all the same."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from index.errors import Cancelled
from index.library import Library
from index.search.effort import Effort
from index.search.model import Cancel, SearchResult
from index.search.query.parsing import parse
from tests.tui.search.seen import ScreenText, Until, documents
from tui.app import ReaderApp
from tui.widgets.bars import SearchBar

_SLOW = parse('"of the"').clause


class Slow:
    """A search of a library that goes on until it is let go or stopped."""

    def __init__(self, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go, self.stopped = threading.Event(), threading.Event()
        self.asked: list[str] = []
        self._search: Callable[..., SearchResult] = library.search
        monkeypatch.setattr(library, "search", self.search)

    def search(
        self, text: str, limit: int = 20, cancelled: Cancel | None = None, effort: Effort | None = None, **more: Any
    ) -> SearchResult:
        if effort is not None:
            self.asked.append(text)
            effort.spend(9, _SLOW)
            while not self.go.wait(0.005):
                if cancelled is not None and cancelled():
                    self.stopped.set()
                    raise Cancelled("stopped")
        return self._search(text, limit, cancelled, effort=effort, **more)


@pytest.mark.parametrize(
    ("width", "said"),
    [(130, '"of the" takes long: add a rarer word to it … Esc stops it'), (60, '"of the" takes long: add a ')],
)
async def test_what_takes_long_is_told_until_the_answer_comes(
    library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch, width: int, said: str
) -> None:
    slow = Slow(library, monkeypatch)
    told: list[str] = []
    say = SearchBar.say

    def heard(bar: SearchBar, text: str, *, alarm: bool = False) -> None:
        told.extend(filter(None, [text]))
        say(bar, text, alarm=alarm)

    monkeypatch.setattr(SearchBar, "say", heard)
    app = ReaderApp(library)
    async with app.run_test(size=(width, 30)) as pilot:
        await pilot.press("slash", *"ferry ")
        await until(pilot, lambda: said in screen_text(app))
        # On a busy machine one may be drawn over by the next before it is seen.
        first, *further = dict.fromkeys(told)
        assert first == "searching … Esc stops it"
        assert further == ['"of the" takes long: add a rarer word to it … Esc stops it']
        slow.go.set()
        await until(pilot, lambda: "4 articles" in screen_text(app) and len(documents(app)) == 2)
        assert "takes long" not in screen_text(app)


async def test_escape_and_the_next_key_stop_it(
    library: Library, until: Until, screen_text: ScreenText, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(library, monkeypatch)
    app = ReaderApp(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("slash", "f")
        await until(pilot, lambda: "takes long" in screen_text(app))
        await pilot.press("e")
        await until(pilot, slow.stopped.is_set)
        slow.stopped.clear()
        await until(pilot, lambda: slow.asked[-1] == "fe")
        await pilot.press("escape")
        await until(pilot, slow.stopped.is_set)
        assert app.reader._bar is None
        assert "takes long" not in screen_text(app)
