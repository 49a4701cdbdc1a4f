"""Keys in the order they are typed, however fast they come: each has had its effect before the next is looked at.

Textual hands a key to the widget that has the focus, and from there up to the application, while the next key is
already on its way.  Of "5j" typed at once the j would then move before the 5 is counted, and what is typed after a key
that opens a field would go to what was there before.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from weakref import WeakSet

from textual import events
from textual.app import App
from textual.screen import Screen

_PATIENCE = 0.25
"""Seconds that one widget may take for what it was told before; then the next key comes all the same."""


class OrderedKeys(App[None]):
    """An application that takes one key at a time."""

    def __init__(self, *, css_path: list[str]) -> None:
        super().__init__(css_path=list(css_path))
        self._waiting_keys: deque[events.Key | events.Paste] = deque()
        self._key_under_way = False
        self._shown: WeakSet[Screen[object]] = WeakSet()

    def opening(self, screen: Screen[object]) -> bool:
        """Whether a screen is about to open something that the keys are meant for."""
        return False

    async def on_event(self, event: events.Event) -> None:
        """A key, or what is pasted, waits for those before it and for a screen that is not there yet."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            if isinstance(event, events.Key) and not self.screen_stack:
                return  # the program is leaving, and nothing is there that the key was meant for
            await super().on_event(event)
            return
        self._waiting_keys.append(event)
        await self.take_keys()

    def give_back(self, event: events.Key) -> None:
        """A key that came to what has its answer already: it is the next to be taken."""
        self._waiting_keys.appendleft(events.Key(event.key, event.character))  # this one has been stopped
        self.call_later(self.take_keys)

    async def take_keys(self) -> None:
        """Take the keys that wait, where none is under way."""
        if not self._key_under_way:
            await self._next_key()

    async def _next_key(self) -> None:
        self._key_under_way = False
        if not self._waiting_keys or self.opening(self.screen):
            return
        screen = self.screen
        self._key_under_way = True
        if screen not in self._shown:
            # Its fields are focused when it is first shown, by way of this queue.
            if not screen.call_after_refresh(self.call_later, self._show_screen, screen):
                self.call_later(self._show_screen, screen)
            return
        await self._passed()
        await super().on_event(self._waiting_keys.popleft())
        await self._passed()
        # What no widget took has come back to this queue by now: its command is run first.
        self.call_later(self._next_key)

    async def _show_screen(self, screen: Screen[object]) -> None:
        self._shown.add(screen)
        await self._next_key()

    async def _passed(self) -> None:
        """Wait until the widget that has the focus, and those it stands in, are done with what they were sent."""
        for node in (self.focused or self.screen).ancestors_with_self:
            if node is self:
                break
            done = asyncio.Event()
            if node.call_later(done.set):
                with suppress(TimeoutError):
                    await asyncio.wait_for(done.wait(), _PATIENCE)
