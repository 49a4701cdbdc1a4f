"""Guards against costs that grow with the square of a text's length: bounds that only those exceed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def bounded(seconds: float = 30.0) -> Iterator[None]:
    """Fails where its block takes more processor time; it should need a twentieth of that, on a busy machine too.

    How fast things are is measured in `bench/`.
    """
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds
