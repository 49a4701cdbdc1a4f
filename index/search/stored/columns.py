"""A column of strings of a segment, read in one piece: Whoosh reads the file anew for each value."""

from __future__ import annotations

from typing import Any

from whoosh.columns import VarBytesColumn


class Strings:
    """The strings of a column by the number of the document."""

    def __init__(self, column: Any) -> None:
        """`column` is the reader of a column of bytes of any length."""
        self._column = column
        self._data: bytes | None = None
        if isinstance(column, VarBytesColumn.Reader):
            self._offsets, self._lengths = column._offsets, column._lengths
            size = self._offsets[-1] + self._lengths[-1] if len(self._lengths) else 0
            self._data = bytes(column._dbfile.get(column._basepos, size))

    def longest(self) -> int:
        """The bytes of the longest string."""
        return max(self._lengths if self._data is not None else map(len, self._column), default=0)

    def __getitem__(self, number: int) -> str:
        if self._data is None:
            return bytes(self._column[number]).decode("utf-8", "surrogatepass")
        start = self._offsets[number]
        return self._data[start : start + self._lengths[number]].decode("utf-8", "surrogatepass")
