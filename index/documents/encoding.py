"""Bytes become text: which encoding a file is in, and whether it is text at all.

UTF-8 and byte order marks decide first, then zero bytes in a pattern (UTF-16 without a mark), then, for the legacy
encodings of one byte a character, what kind of writing each candidate makes of the bytes beyond ASCII (`legacy.py`).
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from index.documents.patterns import late
from index.errors import FormatError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK_BEGINS: Final = frozenset(mark[:1] for mark, _ in _MARKS)
_SIGNATURES: Final = (
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "an archive"),
    (b"PK\x03\x04", "an archive"),
    (b"%PDF-", "a PDF"),
    (b"SQLite format 3\0", "a database"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
)
_SIGNATURE_BEGINS: Final = frozenset(signature[:1] for signature, _ in _SIGNATURES)
_CONTROLS: Final = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b\x0b\x08\x07\x0e\x0f")
_SAMPLE: Final = 65_536
_MARKUP: Final = late(rb"<(?:!doctype html|html|body)\b", re.IGNORECASE)


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of `data` and the name of its encoding; what cannot be decoded becomes U+FFFD.

    `declared` is what the file says of itself (an HTML `charset`); it is believed unless the bytes are UTF-8.
    Raises `FormatError` where the bytes are no text.
    """
    if data[:1] in _MARK_BEGINS:
        for mark, name in _MARKS:
            if data.startswith(mark):
                return data[len(mark) :].decode(name, "replace"), name
    refuse_binary(data)
    if wide := _wide(data[:_SAMPLE]):
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    from index.documents.legacy import decode_legacy  # its tables are needed by few files only

    return decode_legacy(data, declared)


def refuse_binary(head: bytes) -> None:
    """Raise `FormatError` where the beginning of a file shows that it is no text."""
    for signature, what in _SIGNATURES if head[:1] in _SIGNATURE_BEGINS else ():
        if head.startswith(signature) and not _MARKUP.search(head, 0, 2048):
            raise FormatError(f"not a text: {what}")
    sample = head[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > 3 + 0.02 * len(sample) and not _wide(sample):
        raise FormatError("not a text: binary data")


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: zero bytes, or the block number of Cyrillic, in every second place."""
    if len(sample) < 8:
        return None
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        low = sample[0::2] if name == "utf-16-le" else sample[1::2]
        if high.count(0) + high.count(4) > 0.9 * len(high) and high.count(0) and low.count(0) < 0.05 * len(low):
            return name
    return None
