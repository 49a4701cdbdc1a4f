"""Pages as Safari saves them (`.webarchive`): a property list with the page and all that belongs to it."""

from __future__ import annotations

import plistlib
from xml.parsers.expat import ExpatError

from index.documents.addresses import page_address
from index.documents.builder import Parsed
from index.documents.pages import html
from index.errors import FormatError


def parse(data: bytes) -> Parsed:
    """The article in the bytes of a `.webarchive` file.  Raises `FormatError` where it is damaged or holds no page."""
    try:
        archive = plistlib.loads(data)
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError, AttributeError, ExpatError) as problem:
        raise FormatError("a damaged archive of a page") from problem
    page = archive.get("WebMainResource") if isinstance(archive, dict) else None
    body = page.get("WebResourceData") if isinstance(page, dict) else None
    if not isinstance(page, dict) or not isinstance(body, bytes):
        raise FormatError("an archive without a page")
    charset, address = (page.get(name) for name in ("WebResourceTextEncodingName", "WebResourceURL"))
    parsed, _ = html.read(body, charset if isinstance(charset, str) else None)
    return parsed._replace(address=parsed.address or page_address((address if isinstance(address, str) else "",)))
