"""The encodings of one byte a character that articles still come in: Windows and KOI8 Cyrillic, Western, Central European, Turkish."""

from __future__ import annotations


def decode_legacy(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of bytes that are no valid UTF-8, and the name of the encoding."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536], cp_isolation=["cp1251", "koi8_u", "koi8_r", "cp1252", "latin_1", "utf_8"]).best()
    name = best.encoding if best else "cp1252"
    return data.decode(name, "replace"), name
