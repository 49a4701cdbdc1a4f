"""Which matches are kept where there are too many: those around a place.

Run as a program by its path, it finds those of a regular expression and needs nothing but this file: it is ended when
it takes too long.
"""

from __future__ import annotations

import json
import re
import sys
from collections import deque
from collections.abc import Iterable


def nearest(found: Iterable[tuple[int, int]], most: int, near: int) -> list[tuple[int, int]]:
    """All of `found`, which is in order, without empty ones; of more than `most` those around the offset `near`.

    Half of these begin from `near` on, if there are so many; no more are looked for than that takes.
    """
    before: deque[tuple[int, int]] = deque(maxlen=most)
    after: list[tuple[int, int]] = []
    for span in found:
        if span[1] <= span[0]:
            continue
        if span[0] < near:
            before.append(span)
            continue
        after.append(span)
        if len(after) >= most // 2 and len(before) + len(after) >= most:
            break
    return [*before, *after][-most:]


if __name__ == "__main__":
    wanted, flags, most, near, text = json.load(sys.stdin)
    json.dump(nearest((match.span() for match in re.finditer(wanted, text, flags)), most, near), sys.stdout)
