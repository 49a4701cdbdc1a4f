"""Pictures of a screen in one run of the program: at four widths, in the light theme, and without colour."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from index.library import Library
from tests.tui.looks.pairs import painted_in_codes, unknown_pairs
from tui.app import ReaderApp
from tui.colours.theme import DARK, LIGHT
from tui.screens.comparing.making import ComparingScreen

SIZES = ((120, 30), (200, 60), (80, 24), (40, 20))
"""The four widths at which every screen is looked at, with rows that go with them; it is opened at the first."""
PLAIN = (80, 24)
"""The size at which it is looked at in the light theme, and without colour."""

Prepare = Callable[["Pilot[Any]"], Awaitable[None]]


async def photographs(
    library: Library, opened: str, prepare: Prepare, sizes: tuple[tuple[int, int], ...]
) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """The pictures, by what they show, of the screen that `prepare` brings up over the article `opened`, and the pairs
    of colours on it whose contrast is not reckoned.

    With one size that is the screen without colour (`NO_COLOR`), with several there is one of the light theme.
    """
    colour = len(sizes) > 1
    app = ReaderApp(library, open_document=opened)
    app._keep_as_it_goes = lambda: None  # type: ignore[method-assign]  # lists would tell of it, sooner or later
    pictures: dict[str, str] = {}
    unknown: dict[tuple[str, str], str] = {}
    async with app.run_test(size=sizes[0]) as pilot:
        await settle(pilot)
        await prepare(pilot)
        for width, height in sizes:
            await pilot.resize_terminal(width, height)
            pictures[str(width) if colour else "plain"] = await still(pilot)
            if (width, height) == PLAIN and colour:
                app.theme = LIGHT
                pictures["light"] = await still(pilot)
                app.theme = DARK
        if colour and not isinstance(app.screen, CommandPalette):  # its colours are Textual's own
            await pilot.resize_terminal(*sizes[0])
            meant = painted_in_codes(app)
            await settle(pilot)
            unknown = unknown_pairs(app, meant)
    return pictures, unknown


async def settle(pilot: Pilot[Any]) -> None:
    """Waits until nothing goes on in the background any more."""
    await pilot.pause()
    with suppress(WorkerCancelled):  # a later one took its place
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[Any], keys: str) -> None:
    """Presses keys, parted by blanks, each after the one before has had its effect; of `'word` all at once."""
    for key in keys.split():
        await pilot.press(*(key[1:] if key.startswith("'") and len(key) > 1 else (key,)))
        await settle(pilot)


def _told(app: ReaderApp) -> bool:
    """Whether all is there that is told of results, and what they can be narrowed by, when the typing pauses."""
    reader = app.reader
    results, facets = reader._results, reader._facets
    if results is None or facets is None or not reader._asked.strip():
        return True
    told = results._text == reader._asked and results._looked is not None
    faceted = facets._faceted is not None and facets._faceted.query == reader._asked.strip()
    return told and (faceted or not facets.fits(app.size.width))


_ALIKE = 2
"""Pictures on end that are like the one before: on a busy machine one alone may be of a screen that is not done."""


async def still(pilot: Pilot[Any]) -> str:
    """The screen, when it does not change any more: what stands beside a list follows its cursor when that rests."""
    app = pilot.app
    assert isinstance(app, ReaderApp)
    before, times = "", 0
    for _ in range(300):
        await settle(pilot)
        # What is said for a few seconds would be gone on a slow machine.
        app.reader.say(message="", alarm=False)
        for screen in app.screen_stack:
            if isinstance(screen, ComparingScreen):
                screen._hush()
        app.clear_notifications()
        await pilot.pause(0.07)
        if not _told(app):
            continue
        now = app.export_screenshot(title=app.title, simplify=True)
        before, times = now, times + 1 if now == before else 0
        if times == _ALIKE:
            return now
    raise AssertionError("the screen never came to rest")
