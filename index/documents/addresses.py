"""Addresses of the web as they may be kept and shown: of known kinds only, clean, on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from index.documents.cleaning import clean_line
from index.documents.patterns import late

_ADDRESS: Final = late(r"(?:https?://|mailto:)[^\s<>\"']{1,2000}", re.IGNORECASE)
_PAGE: Final = late(
    r"https?://[^\s<>\"'/?#@\u2400-\u243f]{1,300}(?:[/?#][^\s<>\"'\u2400-\u243f]{0,1700})?", re.IGNORECASE
)
"""Without the signs that stand for what was a control character."""


def address(href: str | None) -> str:
    """A link's target as it may be kept: http, https or mailto, clean, on one line; else "".

    The kind is in small letters, which RFC 3986 (6.2.2.1) holds to be the same.
    """
    target = clean_line(href or "")
    if not _ADDRESS.fullmatch(target):
        return ""
    kind, colon, rest = target.partition(":")
    return kind.lower() + colon + rest


def page_address(stated: Iterable[str | None]) -> str:
    """The first of what a file says of its own address that is one: http or https with a host and
    without a user's name, which could pass for a host; else ""."""
    return next((one for each in stated if each and _PAGE.fullmatch(one := clean_line(each))), "")
