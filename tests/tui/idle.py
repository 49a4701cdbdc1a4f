"""Waiting until nothing more happens in an app, as its event loop tells.

Textual's pilot sleeps for 20 ms at a time until next to no processor time was used meanwhile, twice for every key and
once for every pause: more than half of the time of tests that press keys, and on a busy machine it may end too soon.
"""

from __future__ import annotations

import asyncio
import math
import time
from typing import Any

from textual._context import active_app

_SOON = 0.04
"""Seconds; timers that are due so soon belong to what goes on: a screen is painted up to two frames later."""
_STEP, _STEPS = 0.005, 4
_AT_REST = 0.001
"""A worker waits for something where so many steps take less processor time than this: Textual's own measure."""


async def until_idle(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Waits until no callback is ready, no timer due soon and no worker at work."""
    loop: Any = asyncio.get_running_loop()
    began = loop.time()
    while loop.time() < began + max_sleep:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if _works():
            if await _rests():
                return
            continue
        due = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=math.inf)
        if due > max(loop.time() + _SOON, began + min_sleep):
            return
        await asyncio.sleep(max(0.0, due - loop.time()))


def _works() -> bool:
    return any(worker.is_running for worker in active_app.get().workers)


async def _rests() -> bool:
    """Whether the worker that runs only waits; no longer than it runs."""
    used = time.process_time()
    for _ in range(_STEPS):
        await asyncio.sleep(_STEP)
        if not _works():
            return False
    return time.process_time() - used < _AT_REST
