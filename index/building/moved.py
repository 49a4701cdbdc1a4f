"""Files that were renamed or moved while nobody looked: articles that are gone, found again by their bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress

from index.building.rows import Stamp
from index.digests import hex_sha256
from index.documents.load import read_bytes
from index.documents.model import SourceFile
from index.errors import FormatError

_TRIED = 20
"""Files that are read for one that is gone, the likeliest first."""


def moved(gone: Mapping[str, Stamp], come: Iterable[SourceFile]) -> dict[str, str]:
    """The path that each article which is gone has now: that of a file which came, and holds the same bytes.

    Of several it is the one with the same time of change, then the one with the same name in another folder.
    """
    sizes = {stamp.size for stamp in gone.values()}
    by_size: dict[int, list[SourceFile]] = {}
    for file in come:
        if file.size in sizes:
            by_size.setdefault(file.size, []).append(file)
    digests: dict[str, str] = {}
    found: dict[str, str] = {}
    for path, stamp in sorted(gone.items()):
        if stamp.failure is not None:
            continue
        free = [file for file in by_size.get(stamp.size, ()) if file.path not in found.values()]
        for file in sorted(free, key=lambda file: _unlike(file, path, stamp))[:_TRIED]:
            if file.path not in digests:
                with suppress(FormatError):
                    digests[file.path] = hex_sha256(read_bytes(file))
            if digests.get(file.path) == stamp.sha256:
                found[path] = file.path
                break
    return found


def _unlike(file: SourceFile, path: str, stamp: Stamp) -> tuple[bool, bool, str]:
    return file.mtime_ns != stamp.mtime_ns, os.path.basename(file.path) != os.path.basename(path), file.path
