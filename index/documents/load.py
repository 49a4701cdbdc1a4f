"""A file becomes a `Document`: opened with care, decoded, cleaned, and read by the format that its name or its
content tells.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import replace
from typing import Final

from index.digests import hex_sha256
from index.documents import text as plain
from index.documents.binary import formats as binary
from index.documents.builder import Parsed
from index.documents.cleaning import clean, clean_line
from index.documents.dates import address_date
from index.documents.encoding import decode
from index.documents.language import language_of
from index.documents.model import Document, SourceFile
from index.documents.opening import opened
from index.documents.patterns import late
from index.documents.sentences import first_sentence
from index.errors import FormatError

BYTES_AT_MOST: Final = 64 * 2**20
"""So much of a file is read; the rest is left out, and the document says so (`truncated`)."""
MARKDOWN_BYTES_AT_MOST: Final = 2**18
"""Longer Markdown is read by the rules for plain text, which know its commonest marks and are faster."""
TITLE_AT_MOST: Final = 120
LONG_FROM: Final = 2**18
"""Bytes from which on a text is read in two steps: first the beginning, to have something to read."""
_BEGINNING: Final = 2**15
_HTML: Final = frozenset((".html", ".htm", ".xhtml"))
_MARKDOWN: Final = frozenset((".md", ".markdown"))
_MARKUP: Final = late(rb"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!doctype html\b|<html[\s>])", re.IGNORECASE)
_DAY_FIRST: Final = late(r"\A\d{4}[-_.]\d{2}[-_.]\d{2}[-_. ]+")
_NAMED: Final = late(r"[^\W\d_]{3,}")


def load(file: SourceFile) -> Document:
    """The article in a file of the corpus.  Raises `FormatError` where it cannot be opened or is no text."""
    return load_bytes(read_bytes(file), file.path)


def takes_long(file: SourceFile) -> bool:
    """Whether there should be something to read before the whole of a file is."""
    return file.size >= LONG_FROM or _suffix(file.path) in binary.SUFFIXES


def load_beginning(file: SourceFile) -> Document:
    """The beginning of a long text, as an article; its `sha256` is empty, since that is the whole file's.

    Of a file that is no text there is only the name to begin with.  Raises `FormatError` as `load` does.
    """
    if _suffix(file.path) in binary.SUFFIXES:
        return Document(file.path, file.path.rpartition("/")[2], "", (), truncated=True)
    data = read_bytes(file, _BEGINNING)[:_BEGINNING]
    cut = max(data.rfind(b"\n"), data.rfind(b" ", _BEGINNING // 2))
    return replace(load_bytes(data[:cut] if cut > 0 else data, file.path), sha256="", truncated=True)


def load_bytes(data: bytes, path: str) -> Document:
    """The article in `data`; the ending of `path` tells the format.  Raises `FormatError` where it is no text."""
    truncated = len(data) > BYTES_AT_MOST
    digest = hex_sha256(data)
    if truncated:
        data = data[:BYTES_AT_MOST]
    suffix = _suffix(path)
    if suffix in binary.SUFFIXES:
        if truncated:
            raise FormatError(f"larger than {BYTES_AT_MOST >> 20} MB")
        parsed, encoding = binary.parse(data, suffix), "binary"
    else:
        parsed, encoding = _parse(data, suffix)
    content = parsed.content
    return Document(
        path=path,
        title=_title(parsed, path),
        text=content.text,
        blocks=content.blocks,
        inlines=content.inlines,
        date=parsed.date or address_date(parsed.address),
        language=parsed.language or language_of(content.text),
        encoding=encoding,
        sha256=digest,
        truncated=truncated or parsed.truncated,
        address=parsed.address,
    )


def read_bytes(file: SourceFile, most: int = BYTES_AT_MOST) -> bytes:
    """The bytes of a regular file, at most one more than `most`.

    Nothing else is ever waited for: a pipe, a device or a link, also in the place of a folder on the way, raises
    `FormatError`, as does what cannot be read.
    """
    try:
        handle = opened(file)
    except OSError as problem:
        raise FormatError(f"cannot be opened: {_reason(problem)}") from problem
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise FormatError("not a regular file")
        data = os.read(handle, min(state.st_size, most) + 1)
        if len(data) == state.st_size:  # as nearly always: nothing more would come
            return data
        with open(handle, "rb", closefd=False) as more:
            return data + more.read(max(0, most + 1 - len(data)))
    except OSError as problem:
        raise FormatError(f"cannot be read: {_reason(problem)}") from problem
    finally:
        os.close(handle)


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _parse(data: bytes, suffix: str) -> tuple[Parsed, str]:
    if suffix in _HTML or (suffix not in _MARKDOWN and _MARKUP.match(data, 0)):
        from index.documents.pages.html import read  # a parser that plain text has no use for

        return read(data)
    source, encoding = decode(data)
    source = clean(source)
    if suffix in _MARKDOWN:
        from index.documents.markdown import parse as parse_markdown  # likewise

        return parse_markdown(source, whole=len(data) <= MARKDOWN_BYTES_AT_MOST), encoding
    return plain.parse(source), encoding


def _title(parsed: Parsed, path: str) -> str:
    """The stated title, or what the file's name says, or the beginning of the text."""
    if stated := clean_line(parsed.title or ""):
        return shortened(stated)
    name = clean_line(os.path.splitext(path.rpartition("/")[2])[0])
    words = _NAMED.findall(name)
    if len(words) >= 2 and not any(
        character.isdigit()
        for word in re.split(r"[\W_]+", name)
        for character in word
        if word.isalnum() and not word.isdigit()
    ):
        spoken = " ".join(re.split(r"[\s_\-]+", _DAY_FIRST.sub("", name))).strip()
        return shortened(spoken[:1].upper() + spoken[1:])
    for block in parsed.content.blocks:
        if block.kind in ("paragraph", "heading", "list_item", "quote"):
            beginning = parsed.content.text[block.start : min(block.end, block.start + 600)]
            line = beginning.partition("\n")[0] if block.kind == "paragraph" else beginning
            return shortened(clean_line(first_sentence(line)))
    return shortened(name or path)


def shortened(line: str) -> str:
    """A line of at most `TITLE_AT_MOST` characters, cut between words."""
    if len(line) <= TITLE_AT_MOST:
        return line
    head, _, _ = line[:TITLE_AT_MOST].rpartition(" ")
    return (head or line[: TITLE_AT_MOST - 1]).rstrip(" ,;:–—-") + "…"


def _reason(problem: OSError) -> str:
    return (problem.strerror or type(problem).__name__).lower()
