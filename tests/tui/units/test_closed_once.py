"""A key typed ahead, or work that ends late, never closes a screen below the one that it was meant for."""

from __future__ import annotations

import importlib
import pkgutil

from textual.screen import Screen

import tui.screens
from index.library import Library
from tui.app import ReaderApp
from tui.screens.closed_once import ClosedOnce
from tui.screens.help import HelpScreen
from tui.screens.lists.articles import ArticlesScreen


async def test_a_screen_that_is_asked_to_close_twice_closes_alone(starter_library: Library) -> None:
    app = ReaderApp(starter_library)
    async with app.run_test() as pilot:
        await pilot.pause()
        lower, upper = HelpScreen({}), ArticlesScreen(starter_library)
        chosen: list[object] = []
        await app.push_screen(lower)
        await app.push_screen(upper, chosen.append)
        upper.dismiss(None)
        upper.dismiss("late.txt")
        await pilot.pause()
        assert app.screen is lower
        assert chosen == [None]


async def test_a_screen_below_waits_until_it_is_on_top(starter_library: Library) -> None:
    app = ReaderApp(starter_library)
    async with app.run_test() as pilot:
        await pilot.pause()
        lower, upper = ArticlesScreen(starter_library), HelpScreen({})
        await app.push_screen(lower)
        await app.push_screen(upper)
        lower.dismiss("late.txt")
        await pilot.pause()
        assert app.screen is upper


def test_every_screen_that_can_be_closed_is_one_of_these() -> None:
    for module in pkgutil.walk_packages(tui.screens.__path__, "tui.screens."):
        importlib.import_module(module.name)
    known = [each for each in _below(Screen) if each.__module__.startswith("tui.screens.")]
    closed = [each for each in known if "ReaderScreen" not in [base.__name__ for base in each.__mro__]]
    always_there = {"SmallScreen", "Palette"}
    # What screens are made of is never opened by itself.
    parts = {base for each in known for base in each.__mro__[1:]}
    left = [each for each in closed if not issubclass(each, ClosedOnce) and each not in parts]
    assert {each.__name__ for each in left} <= always_there


def _below(kind: type[object]) -> set[type[object]]:
    found = set(kind.__subclasses__())
    return found.union(*map(_below, found))
