"""Pages and messages in the form of mail (MIME, RFC 2045 and 2046): a page that a browser saved with all that belongs
to it as one file (`.mhtml`, RFC 2557), and an e-mail (`.eml`, RFC 5322), as newsletters and statements come.

Of the parts the first page is read, else the first text; pictures, styles and what is attached are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final

from index.documents import text as plain
from index.documents.addresses import page_address
from index.documents.builder import Parsed
from index.documents.cleaning import clean, clean_line
from index.documents.encoding import decode
from index.documents.pages import html
from index.documents.patterns import late
from index.errors import FormatError

PARTS_AT_MOST: Final = 2_000
NESTED_AT_MOST: Final = 30
"""Parts that hold others; the standard library asks each of them about every line."""
_NESTED: Final = late(rb"content-type:\s{0,9}(?:multipart|message)/", re.IGNORECASE)
_LONG_HEADER: Final = late(rb"(?:\A|\n)[A-Za-z-]{1,60}:(?:[^\n]|\n[ \t]){20000}")
_HEADER_LENGTH: Final = 2_000
_REPLY: Final = late(r"(?:(?:re|fwd?|aw|wg|tr|sv)\s*:\s*)+", re.IGNORECASE)
_SAVED_PAGE: Final = "multipart/related"


def parse(data: bytes) -> Parsed:
    """The article in the bytes of an `.mhtml` or `.eml` file.  Raises `FormatError` where there is none in it."""
    if len(_NESTED.findall(data)) > NESTED_AT_MOST or _LONG_HEADER.search(data):
        raise FormatError("parts inside parts, or a header, without end")
    try:
        message = message_from_bytes(data)
        part = _article(message)
        if part is None:
            raise FormatError("a message without text")
        return _parsed(message, part)
    except (RecursionError, MessageError, ValueError, LookupError, TypeError, AttributeError) as problem:
        # the parser of the standard library trips over damage in many ways
        raise FormatError("a damaged message") from problem


def _parsed(message: Message, part: Message) -> Parsed:
    body, charset = _payload(part), part.get_param("charset")
    stated = charset if isinstance(charset, str) else None
    saved = message.get_content_type() == _SAVED_PAGE or "Snapshot-Content-Location" in message
    subject = _REPLY.sub("", _line(message, "Subject"), 1)
    sender = "" if saved else _line(message, "From")
    if part.get_content_type() == "text/html":
        parsed, _ = html.read(body, stated, above=f"From: {sender}" if sender else "")
    else:
        told = "".join(f"{name}: {value}\n\n" for name, value in (("Subject", subject), ("From", sender)) if value)
        parsed = plain.parse(f"{told}{clean(decode(body, stated)[0])}")
    if saved:
        places = (_line(message, "Snapshot-Content-Location"), _line(part, "Content-Location"))
        return parsed._replace(title=parsed.title or subject or None, address=parsed.address or page_address(places))
    return parsed._replace(title=subject or parsed.title, date=_sent(message) or parsed.date)


def _article(message: Message) -> Message | None:
    """The part that holds the article."""
    text = None
    for part in _parts(message):
        kind = part.get_content_type()
        if part.is_multipart() or "attachment" in str(part.get("Content-Disposition", ""))[:40].lower():
            continue
        if kind == "text/html":
            return part
        if kind == "text/plain" and text is None:
            text = part
    return text


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a message, those in it first, without calling itself."""
    waiting = [message]
    for _ in range(PARTS_AT_MOST):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        inside = part.get_payload()
        if part.is_multipart() and isinstance(inside, list):
            waiting.extend(each for each in reversed(inside) if isinstance(each, Message))


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _line(message: Message, name: str) -> str:
    """A header as a clean line, its encoded words (RFC 2047) read; "" where there is none or it is damaged."""
    raw = str(message.get(name, ""))[:_HEADER_LENGTH]
    try:
        parts = [
            one if isinstance(one, str) else one.decode(charset or "utf-8", "replace")
            for one, charset in decode_header(raw)
        ]
    except (MessageError, ValueError, LookupError):
        parts = [raw]
    return clean_line("".join(parts))


def _sent(message: Message) -> str | None:
    """The day on which a message was sent, where its sender was (ISO 8601)."""
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))[:200]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
