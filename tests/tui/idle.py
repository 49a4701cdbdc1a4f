"""Waiting until nothing more happens in an app, as its event loop tells.

Textual's pilot sleeps for 20 ms at a time until next to no processor time was used meanwhile, twice for every key and
once for every pause: more than half of the time of tests that press keys, and on a busy machine it may end too soon.
"""

from __future__ import annotations

import asyncio
import math
from typing import Any

from textual._context import active_app
from textual._wait import wait_for_idle

_SOON = 0.04
"""Seconds; timers that are due so soon belong to what goes on: a screen is painted up to two frames later."""


async def until_idle(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Waits until no callback is ready and no timer due soon; where a worker runs, as Textual does."""
    loop: Any = asyncio.get_running_loop()
    began = loop.time()
    while loop.time() < began + max_sleep:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if any(worker.is_running for worker in active_app.get().workers):
            await wait_for_idle(min_sleep, max_sleep)
            return
        due = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=math.inf)
        if due > max(loop.time() + _SOON, began + min_sleep):
            return
        await asyncio.sleep(max(0.0, due - loop.time()))
