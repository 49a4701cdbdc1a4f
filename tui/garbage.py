"""Garbage is looked for while nobody types.

A screen that is closed stays behind in circles, tens of thousands of objects that only such a look frees.  Python looks
when so many objects were made, whoever waits then; and the longer it has not, the longer it takes.  Here enough that
was made is looked through at the first rest after it, and what has turned out to stay is not looked through again.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import perf_counter

YOUNG, MIDDLE, SELDOM = 10_000, 10, 20
"""Objects made before the young ones are looked through, such looks before one among those that outlived one, and such
before one among everything; Python's own numbers are 700, 10 and 10.  At 100,000 articles the looks took a tenth of
the time of a key, and the whole one a fifth of a second, in which the screen stands still.
"""
REST, LONGEST_REST = 0.1, 2.0
"""Seconds without a key, after which one looks: so long that no key is held up that follows another."""
TIMES = 10
"""Times as long as the last look took, the next rest is waited for, so that a key seldom falls into a look.  At 100,000
articles a look takes an eighth of a second, and who thinks for a tenth between two keys did meet it.
"""
WORTH_IT = 2 * YOUNG
"""Objects made since the last look: fewer are left for the next rest."""
MANY = 30_000
"""Objects that a look took in and found in use, from which on they are passed over: for the first time, and twice as
many each time after that.  Parts of the program come when they are first asked for, with remembered words by the ten
thousand, and a long article has as many blocks; but what is in use may be in a circle that is closed one day and then
stays, so this must not come often.
"""


def collect_seldom() -> None:
    """What there is now is taken to stay, and what lives long is seldom looked through while somebody types."""
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, SELDOM)


def after_a_while(look: Callable[[], None], seconds: float) -> None:
    """Where an event loop runs."""
    from asyncio import get_running_loop  # deferred: `tui.lean` imports it without what is not needed

    get_running_loop().call_later(seconds, look)


class Garbage:
    """What was left behind, looked for once there was a rest.

    `settled` tells that nothing is open but what stays open; `later` calls what it is given, after so many seconds;
    `clock` tells seconds.
    """

    def __init__(
        self,
        settled: Callable[[], bool],
        later: Callable[[Callable[[], None], float], object],
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        self._settled, self._later, self._clock = settled, later, clock
        self._waits = self._typed = False
        self._many = MANY
        self._rest = REST

    def typed(self) -> None:
        """Somebody does something; a while without that is a rest."""
        self._typed = True
        if not self._waits:
            self._waits = True
            self._later(self._look, self._rest)

    def _look(self) -> None:
        if self._typed:
            self._typed = False
            self._later(self._look, self._rest)
            return
        self._waits = False
        if _made() < WORTH_IT:
            return
        began = self._clock()
        gc.collect()
        self._rest = min(max(REST, TIMES * (self._clock() - began)), LONGEST_REST)
        if self._settled() and len(gc.get_objects()) > self._many:
            gc.freeze()
            self._many *= 2


def _made() -> int:
    """Objects made since the last look among all, about, without those that are gone again."""
    youngest, young, old = gc.get_count()
    return youngest + YOUNG * (young + MIDDLE * old)
