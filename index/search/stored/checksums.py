"""Checksums of a Whoosh index: one file a commit, written before the commit is seen and compared before any file of the
index is read.

Damage to a posting list would otherwise show as a wrong answer, and damage to Whoosh's table of contents, which is a
pickle, as anything.  The checksums find what disks, full or failing, and interrupted programs do; they are no defence
against somebody who may write in the folder, who is kept out by its mode.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.errors import DamageError

_NAME = re.compile(r"sums-(\d+)")
_NEW = "sums.new"
_CHUNK = 1 << 20
_DAMAGED = "the search index is damaged"


@dataclass(slots=True, eq=False, repr=False)
class Checksums:
    """Of each file of a commit its name, size in bytes and CRC-32."""

    folder: Path
    files: dict[str, tuple[int, int]]

    def check(self, names: Iterable[str]) -> None:
        """Raises DamageError where a file is not as it was written; FileNotFoundError where it is not there."""
        for name in names:
            if name not in self.files or _sum(self.folder / name) != self.files[name]:
                raise DamageError(f"{_DAMAGED} ({name} has changed)")

    def of_segment(self, identity: str) -> tuple[str, ...]:
        """The names of a segment's files; DamageError where none is known."""
        names = tuple(name for name in self.files if name.startswith(f"{identity}."))
        if not names:
            raise DamageError(f"{_DAMAGED} (a segment without checksums)")
        return names


def read(folder: Path, generation: int) -> Checksums:
    """The checksums of a commit.  Raises DamageError where they are damaged, FileNotFoundError where there are none."""
    data = (folder / f"sums-{generation}").read_bytes()
    own, _, rest = data.partition(b"\n")
    if own != b"%08x" % zlib.crc32(rest):
        raise DamageError(f"{_DAMAGED} (its checksums have changed)")
    files = {}
    for line in rest.decode().splitlines():
        crc, size, name = line.split(" ", 2)
        files[name] = (int(size), int(crc, 16))
    return Checksums(folder, files)


def write(folder: Path, generation: int, contents: str, contents_from: str, names: Iterable[str]) -> None:
    """Notes the checksums of `names` and of the table of contents, which will be called `contents` and is still called
    `contents_from`, and brings all of them to the disk.

    Segments are never changed: what the commit before knows of them is taken over.
    """
    try:
        known = read(folder, generation - 1).files
    except (FileNotFoundError, DamageError):
        known = {}
    files = {contents: _sum(folder / contents_from, sync=True)}
    for name in names:
        files[name] = known.get(name) or _sum(folder / name, sync=True)
    rest = "".join(f"{crc:08x} {size} {name}\n" for name, (size, crc) in sorted(files.items())).encode()
    handle = os.open(folder / _NEW, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with open(handle, "wb") as file:
        file.write(b"%08x\n" % zlib.crc32(rest) + rest)
        file.flush()
        os.fsync(handle)
    os.replace(folder / _NEW, folder / f"sums-{generation}")


def sweep(folder: Path, generation: int) -> None:
    """Deletes the checksums of other commits than this one.  The caller holds the write lock."""
    for name in os.listdir(folder):
        if name == _NEW or ((found := _NAME.fullmatch(name)) and int(found[1]) != generation):
            os.unlink(folder / name)


def _sum(path: Path, *, sync: bool = False) -> tuple[int, int]:
    size = crc = 0
    with open(path, "rb", buffering=0) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            crc = zlib.crc32(chunk, crc)
        if sync:
            os.fsync(file.fileno())
    return size, crc
