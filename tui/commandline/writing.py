"""What a command writes: to a file that the user names, never over an article, else to standard output."""

from __future__ import annotations

import os
import sys
import tempfile
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from index.documents.cleaning import clean_line
from tui.commandline.status import UsageError

if TYPE_CHECKING:
    from index.library import Library


def write_output(library: Library, output: str | None, text: str) -> None:
    """Writes text to the file `output`, or to standard output for None and "-".  Raises UsageError."""
    data = text.rstrip("\n").encode("utf-8", "replace") + b"\n"
    if output is None or output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    if _is_article(library, output):
        raise UsageError(f"{clean_line(output)} is an article of the corpus and is not written over")
    try:
        _replace(Path(output), data)
    except OSError as problem:
        raise UsageError(f"cannot write {clean_line(output)}: {problem.strerror}") from problem


def _replace(file: Path, data: bytes) -> None:
    """Writes the file whole, or leaves what was there: a full disk costs no earlier report."""
    target = Path(os.path.realpath(file))  # a link stays a link
    if target.exists() and not target.is_file():  # a pipe, a device
        target.write_bytes(data)
        return
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_mask()
    handle, new = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with open(handle, "wb") as stream:
            stream.write(data)
            os.fchmod(handle, mode)
            stream.flush()
            os.fsync(handle)
        os.replace(new, target)
    except BaseException:
        os.unlink(new)
        raise


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _is_article(library: Library, output: str) -> bool:
    """Whether it would be written over an article, under whatever name."""
    try:
        return any(os.path.samefile(output, file.location) for file in library.files())
    except OSError:
        return False


def refuse_folder(output: str) -> None:
    """Raises UsageError where a file is to be written and a folder is named."""
    if os.path.isdir(output):
        raise UsageError(f"cannot write {clean_line(output)}: it is a folder; name a file in it")


def form_by_name(options: Namespace) -> None:
    """With `-o FILE` and no form, the form is that of the file's name."""
    if not options.output or options.markdown or options.html or options.json:
        return
    refuse_folder(options.output)
    options.html = options.output.lower().endswith((".html", ".htm"))
    options.markdown = options.output.lower().endswith((".md", ".markdown"))
    options.json = options.output.lower().endswith(".json")
    if not (options.html or options.markdown or options.json):
        raise UsageError("-o writes a report: say --markdown, --html or --json, or name the file .md, .html or .json")
