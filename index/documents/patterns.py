"""Regular expressions that are compiled when they are first used.

To compile all that the formats know takes longer than to read an article, and most articles need few of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def late(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern of `source`, which must be valid (`re.error` is raised at its first use, not here)."""
    return cast("re.Pattern[AnyStr]", _Late(source, flags))


class _Late:
    """Stands for a pattern; takes over its methods at the first call of any."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        for method in ("match", "fullmatch", "search", "finditer", "findall", "sub", "split", "pattern"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
