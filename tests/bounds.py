"""Guards against costs that grow with the square of a text's length: bounds that only those exceed."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

_WATCHED = 10
"""How many times longer what a debugger or `make coverage` watches may take."""


@contextmanager
def bounded(seconds: float = 30.0) -> Iterator[None]:
    """Fails where its block takes more processor time; it should need a twentieth of that, on a busy machine too.

    How fast things are is measured in `bench/`.
    """
    allowed = seconds * (_WATCHED if sys.gettrace() is not None else 1)
    began = time.process_time()
    yield
    assert time.process_time() - began < allowed
