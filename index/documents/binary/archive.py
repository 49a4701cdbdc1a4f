"""The parts of a zip archive, as EPUB, Word and OpenDocument files are: read in memory, within limits.

Nothing is ever unpacked to a folder, and what an archive says of sizes is not believed.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from index.errors import FormatError

UNPACKED_AT_MOST: Final = 32 * 2**20
"""Bytes of all parts that are read, together."""
_LISTED_AT_MOST: Final = 2 * 2**20
"""Bytes of an archive's list of parts: some 20,000 of them."""
_END: Final = b"PK\x05\x06"
_END_LENGTH: Final = 22
_COMMENT_AT_MOST: Final = 65_535
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PROTECTED: Final = 0x1


class Archive:
    """An archive's parts by name.  Raises `FormatError` where the bytes are no archive, or one made to take long."""

    def __init__(self, data: bytes) -> None:
        at = data.rfind(_END, max(0, len(data) - _END_LENGTH - _COMMENT_AT_MOST))
        end = data[at : at + _END_LENGTH]
        if at < 0 or len(end) < _END_LENGTH:
            raise FormatError("not whole: the list of its parts is missing")
        if int.from_bytes(end[12:16], "little") > _LISTED_AT_MOST:
            raise FormatError("an archive of too many parts")
        try:
            self._parts = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, OSError) as problem:
            raise FormatError("damaged: the list of its parts cannot be read") from problem
        self._left = UNPACKED_AT_MOST

    def __contains__(self, name: str) -> bool:
        return name in self._parts.NameToInfo

    def part(self, name: str) -> bytes:
        """The bytes of a part.  Raises `FormatError` where it is missing, damaged, protected, or too large unpacked."""
        info = self._parts.NameToInfo.get(name)
        if info is None:
            raise FormatError("damaged: a part of it is missing")
        if info.flag_bits & _PROTECTED:
            raise FormatError("protected by a password")
        if info.compress_type not in _METHODS:
            raise FormatError("packed in an unusual way")
        try:
            with self._parts.open(info) as packed:
                data = packed.read(self._left + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            ValueError,
            OSError,
            RuntimeError,
        ) as fault:
            raise FormatError("damaged: a part of it cannot be unpacked") from fault
        self._left -= len(data)
        if self._left < 0:
            raise FormatError(f"more than {UNPACKED_AT_MOST >> 20} MB when unpacked")
        return data
