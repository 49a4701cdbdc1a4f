"""PDF: its text by PDFium, in a process of its own (see `pdf_child`); its structure by how it is printed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any, Final

from index.documents.binary.pdf_child import SECONDS
from index.documents.binary.pdf_layout import Line, Page, pieces
from index.documents.builder import Builder, Parsed
from index.documents.cleaning import clean_line
from index.documents.pieces import build
from index.errors import FormatError

_SIGNATURE: Final = b"%PDF-"
_SIGNED_WITHIN: Final = 1024
_WAIT: Final = 60.0
"""Seconds by the clock; the process itself may take a third of that."""
_NO_TITLES: Final = ("microsoft word", "untitled")


def parse(data: bytes) -> Parsed:
    """The document in the bytes of a PDF.  Raises `FormatError` where it is damaged, protected or has no text."""
    if _SIGNATURE not in data[:_SIGNED_WITHIN]:
        raise FormatError("not a PDF")
    told = _told(data)
    if "error" in told:
        raise FormatError(clean_line(str(told["error"])))
    try:
        pages = [Page(float(head[0]), [_line(*line) for line in lines]) for head, *lines in told["pages"]]
        stated, whole = clean_line(str(told["title"])), bool(told["whole"])
    except (KeyError, TypeError, ValueError) as fault:
        raise FormatError("damaged: its pages cannot be read") from fault
    found = pieces(pages)
    if not found:
        raise FormatError("a PDF without text: its pages are pictures")
    title = stated if " " in stated and not stated.lower().startswith(_NO_TITLES) else None
    title = title or next((clean_line(piece.rich.text) for piece in found[:5] if piece.tag == "h1"), None)
    builder = Builder()
    build(builder, found, title)
    return Parsed(builder.content(), title, truncated=not whole)


def _line(text: object, size: float, bold: object, left: float, bottom: float, right: float, top: float) -> Line:
    return Line(str(text), float(size), bool(bold), float(left), float(bottom), float(right), float(top))


def _told(data: bytes) -> dict[str, Any]:
    """What the process tells of a file."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "index.documents.binary.pdf_child"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_WAIT,
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            start_new_session=True,
        )
    except subprocess.TimeoutExpired as late:
        raise FormatError(f"reading it took more than {_WAIT:.0f} seconds") from late
    except OSError as problem:
        raise FormatError("no process can be started to read it") from problem
    if done.returncode < 0:
        raise FormatError(f"reading it ended its process, or took more than {SECONDS} seconds")
    try:
        told = json.loads(done.stdout)
    except (ValueError, RecursionError) as fault:
        raise FormatError("damaged: it cannot be read as a PDF") from fault
    if not isinstance(told, dict):
        raise FormatError("damaged: it cannot be read as a PDF")
    return told
