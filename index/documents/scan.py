"""Which files of a folder are articles: regular files inside it with a known ending; everything else is named with
its reason.

Links are never followed, so nothing outside the corpus is reached and no loop is walked.  A name is cleaned for
`path`, by which the corpus knows the file; `location` is the true name, by which it is opened.
"""

from __future__ import annotations

import os
import stat
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from operator import attrgetter, itemgetter, lt
from pathlib import Path
from typing import Final

from index.documents.binary import formats
from index.documents.cleaning import clean, clean_line
from index.documents.model import Skipped, SourceFile
from index.documents.opening import opened
from index.errors import CorpusError, FormatError

SUFFIXES: Final = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")) | formats.SUFFIXES
FILE_AT_MOST: Final = 256 * 2**20
"""Bytes; a larger file is no article."""
_USUAL: Final = (".txt", ".md", ".html")
_HEAD: Final = 4096
_path = attrgetter("path")
_LATEST: Final = 2**63 - 1
"""Nanoseconds that a database can hold, in the year 2262; some file systems can say later ones."""


@dataclass(frozen=True)
class Scan:
    """The files of a corpus by path, and what was left out."""

    files: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]

    @cached_property
    def renamed(self) -> bool:
        """Whether any file is shown under another name than the system has for it."""
        return any(not file.location.endswith(file.path) for file in self.files)

    def with_files(self, found: Mapping[str, SourceFile | Skipped | None]) -> Scan:
        """What is found where only these paths may have changed: what each is now, None for nothing."""
        files = list(self.files)
        for path, each in found.items():
            at = bisect_left(files, path, key=_path)
            there = at < len(files) and files[at].path == path
            files[at : at + there] = [each] if isinstance(each, SourceFile) else []
        skipped = [each for each in self.skipped if each.path not in found]
        skipped += [each for each in found.values() if isinstance(each, Skipped)]
        return Scan(tuple(files), tuple(sorted(skipped, key=_path)))


def scan(root: Path) -> Scan:
    """Every article under `root`, a folder or one file.  Raises `CorpusError` where `root` cannot be used."""
    files: list[SourceFile] = []
    skipped: list[Skipped] = []
    for found in _walk(root):
        if isinstance(found, SourceFile):
            files.append(found)
        else:
            skipped.append(found)
    return Scan(_distinct(files), tuple(sorted(skipped, key=lambda item: item.path)))


def first(root: Path) -> SourceFile | None:
    """The first article of `root` by path that seems readable, found without looking at those after it; None where
    there is none.

    Raises `CorpusError` where `root` cannot be used.
    """
    fallback: SourceFile | None = None
    for found in _walk(root):
        if isinstance(found, SourceFile):
            if _seems_readable(found):
                return found
            fallback = fallback or found
    return fallback


def one(root: Path, path: str) -> SourceFile | Skipped | None:
    """What `scan` would tell of the file of a path, found without looking at the others.

    None where it takes a scan to tell, or where there is no such file: for paths that are not shown as the system has
    them, and for all but regular files in real folders.
    """
    place = os.path.realpath(root)
    *folders, name = path.split("/")
    if not all(map(_is_plain, (*folders, name))):
        return None
    try:
        if not stat.S_ISDIR(os.stat(place).st_mode):
            if path != os.path.basename(place):
                return None
            return _file_or_reason(path, place, os.stat(place))
        for folder in folders:
            # Names are compared by their letters, also where the system does not.
            if folder not in os.listdir(place) or not stat.S_ISDIR(os.lstat(os.path.join(place, folder)).st_mode):
                return None
            place = os.path.join(place, folder)
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name == name:
                    return _look(path, entry) if entry.is_file(follow_symlinks=False) else None
    except OSError:
        pass
    return None


def _is_plain(name: str) -> bool:
    """Whether a name is shown as the system has it, and is that of no hidden file."""
    return name != "" and name[0] != "." and name.isascii() and name.isprintable()


def _walk(root: Path) -> Iterator[SourceFile | Skipped]:
    """Articles in the order of their paths, and what is skipped on the way."""
    try:
        real = os.path.realpath(root, strict=True)
        status = os.stat(real)
    except (OSError, ValueError) as problem:
        raise CorpusError(f"{clean_line(str(root))}: {_reason(problem)}") from problem
    if stat.S_ISREG(status.st_mode):
        yield _file_or_reason(_shown(os.path.basename(real)), real, status)
        return
    if not stat.S_ISDIR(status.st_mode):
        raise CorpusError(f"{clean_line(str(root))}: neither a folder nor a regular file")
    try:
        open_folders = [_entries(real, "")]
    except OSError as problem:
        raise CorpusError(f"{clean_line(str(root))}: {_reason(problem)}") from problem
    while open_folders:
        if not open_folders[-1]:
            open_folders.pop()
            continue
        path, entry = open_folders[-1].pop()
        looked = _look(path, entry)
        if looked is None:
            try:
                open_folders.append(_entries(entry.path, path))
            except OSError as problem:
                yield Skipped(path.rstrip("/"), f"the folder cannot be read: {_reason(problem)}", True)
        else:
            yield looked


def _entries(folder: str, prefix: str) -> list[tuple[str, os.DirEntry[str]]]:
    """What a folder holds, last first; a folder's own path ends with "/", which makes the order that of full paths."""
    with os.scandir(folder) as found:
        entries = [(prefix + _shown(entry.name) + ("/" if _is_folder(entry) else ""), entry) for entry in found]
    entries.sort(key=itemgetter(0), reverse=True)
    if any(one[0] == other[0] for one, other in pairwise(entries)):
        entries.sort(key=lambda item: (item[0], item[1].name), reverse=True)
    return entries


def _shown(name: str) -> str:
    """A file's name as the corpus shows it: clean and on one line, its spaces kept so that it can be typed."""
    return name if name.isascii() and name.isprintable() else clean(name).replace("\n", " ")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _look(path: str, entry: os.DirEntry[str]) -> SourceFile | Skipped | None:
    """What one entry is; None for a folder to be walked."""
    name = entry.name
    if name[0] == "." and name[1:2] != ".":
        return Skipped(path.rstrip("/"), "hidden")
    if not entry.is_file(follow_symlinks=False):
        if entry.is_symlink():
            return Skipped(path, _link_reason(entry.path))
        return None if _is_folder(entry) else Skipped(path, "neither a regular file nor a folder")
    if not name.endswith(_USUAL) and ("." + name.rpartition(".")[2].lower() not in SUFFIXES or "." not in name):
        return Skipped(path, "no known kind of article")
    if name[-4:].lower() == ".pdf" and not formats.reads_pdf():
        return Skipped(path, formats.PDF_WANTED, True)
    if path == "README.md":
        return Skipped(path, "describes the folder, no article")
    try:
        return _file_or_reason(path, entry.path, entry.stat(follow_symlinks=False))
    except OSError as problem:
        return Skipped(path, f"cannot be read: {_reason(problem)}", True)


def _file_or_reason(path: str, location: str, status: os.stat_result) -> SourceFile | Skipped:
    if status.st_size > FILE_AT_MOST:
        return Skipped(path, f"larger than {FILE_AT_MOST >> 20} MB", True)
    return SourceFile(path, location, status.st_size, min(status.st_mtime_ns, _LATEST))


def _link_reason(location: str) -> str:
    try:
        target = os.stat(location)
    except OSError as problem:
        return f"a link that leads nowhere: {_reason(problem)}"
    return "a link to a folder" if stat.S_ISDIR(target.st_mode) else "a link to a file"


def _distinct(files: list[SourceFile]) -> tuple[SourceFile, ...]:
    """The files by path, every path once: of names that look the same, all but the first get a number."""
    paths = [file.path for file in files]
    taken = set(paths)
    if len(taken) == len(files):
        # They come in order, but for names that were cleaned.
        return tuple(files) if all(map(lt, paths, islice(paths, 1, None))) else tuple(sorted(files, key=_path))
    files.sort(
        key=lambda file: (file.path, not os.fsencode(file.location).endswith(os.fsencode(file.path)), file.location)
    )
    seen: set[str] = set()
    distinct: list[SourceFile] = []
    for file in files:
        path = file.path
        stem, suffix = os.path.splitext(path)
        number = 2
        while path in seen or (path != file.path and path in taken):
            path = f"{stem} ({number}){suffix}"
            number += 1
        seen.add(path)
        distinct.append(file if path == file.path else SourceFile(path, file.location, file.size, file.mtime_ns))
    distinct.sort(key=lambda file: file.path)
    return tuple(distinct)


def _seems_readable(file: SourceFile) -> bool:
    """Whether the beginning of a file is text, without waiting for anything."""
    from index.documents.encoding import refuse_binary

    try:
        handle = opened(file)
    except OSError:
        return False
    try:
        head = os.read(handle, _HEAD)
        refuse_binary(head)
    except (OSError, FormatError):
        return False
    finally:
        os.close(handle)
    return bool(head.strip())


def _reason(problem: Exception) -> str:
    return (getattr(problem, "strerror", None) or str(problem) or type(problem).__name__).lower()
