"""Screens that come back after a restart, as they were left, with the screens that were opened from them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from textual.screen import Screen

from tui import kept_json

Standing = Mapping[str, object]
"""How a screen was left, by name: texts, whole numbers, truth values, and lists of texts or numbers."""

Kept = Mapping[str, Sequence[object] | None]
"""Attributes that are kept, each with the values that it may have; None: any whole number from 0 on."""


class Left(NamedTuple):
    """A screen that was left: its kind, what it shows (an entity, a query, paths each on a line), and how."""

    name: str
    what: str
    standing: Standing


class ComesBack(Screen[Any]):
    """A screen that can be opened again as it was left, once it is pushed and before it is mounted: `take_up`.

    A screen whose subject is not there any more leaves by itself then, when nothing lies over it.
    """

    comes_as: ClassVar[str] = ""
    """Its kind in what is kept."""
    stands_by: ClassVar[Kept] = {}
    """Its attributes that are kept."""

    came_back: Standing | None = None
    """How it is to stand, where it was opened again."""
    _nothing_there = False

    @property
    def shows(self) -> str:
        """What it is opened again by."""
        return ""

    def left_as(self) -> Left:
        """How it is left now; while it is still being opened again, how it was left before."""
        standing = self.standing() if self.settled else self.came_back or {}
        return Left(self.comes_as, self.shows, standing)

    @property
    def settled(self) -> bool:
        """Whether it shows what it is to show, so that it can be told how it stands."""
        return True

    def standing(self) -> dict[str, object]:
        """How it stands."""
        return {name: getattr(self, name) for name in self.stands_by}

    def take_up(self, standing: Standing) -> None:
        """Stand so, as soon as it is there; what does not fit is as in a new one."""
        self.came_back = standing
        for name, values in self.stands_by.items():
            value = standing.get(name)
            if value in values if values is not None else type(value) is int and value >= 0:
                setattr(self, name, value)

    def was_left(self, name: str, default: Any) -> Any:
        """What was kept under a name, where it is of the default's type; else the default."""
        value = (self.came_back or {}).get(name)
        return value if type(value) is type(default) else default

    def open_again(self, left: Left) -> None:
        """Open a screen over this one, where it is of a kind that is opened from here."""

    def go_as_nothing_is_there(self) -> bool:
        """What it shows is gone: where it was opened again it goes too, without a word. Whether it does."""
        if self.came_back is None:
            return False
        self._nothing_there = True
        if self.is_current:
            self.dismiss(None)
        return True

    def on_screen_resume(self) -> None:
        """Nothing lies over it any more."""
        if self._nothing_there:
            self.dismiss(None)


def written(screens: Sequence[object]) -> str:
    """The screens over the reader, as they are kept; those that do not come back are left out."""
    left = [screen.left_as() for screen in screens if isinstance(screen, ComesBack) and screen.comes_as]
    return json.dumps(left) if left else ""


def read(text: str) -> list[Left]:
    """The screens that were kept; what is unknown in them is left out."""
    kept = kept_json.read(text)
    found = []
    for each in kept if isinstance(kept, list) else ():
        match each:
            case [str(name), str(what), dict(standing)]:
                found.append(Left(name, what, standing))
    return found
