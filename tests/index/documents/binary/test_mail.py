"""Pages that a browser saved as one file, and e-mails."""

from __future__ import annotations

import base64
import quopri

import pytest

from index.documents.load import load_bytes
from index.documents.model import Document
from index.errors import FormatError
from tests.bounds import bounded

LEAD = "At least nine people died after a levee broke in the valley early on Sunday, the mayor said – “at three”."
PAGE = (
    f"<html><head><title>Levee breaks | Tarn Times</title></head><body><article><p>{LEAD}</p></article></body></html>"
)


def saved(page: bytes, *, charset: str = "", location: str = "https://tarn.example/levee") -> bytes:
    """A page as browsers save it, with a picture and the page of a frame."""
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {location}\r\n"
        "Subject: =?utf-8?Q?Levee=20breaks=20|=20Tarn=20Times?=\r\nDate: Sun, 9 Mar 2025 11:22:33 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n\r\n'
    )
    parts = (
        f"----x\r\nContent-Type: text/html{charset}\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {location}\r\n\r\n".encode(),
        quopri.encodestring(page),
        b"\r\n----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.b64encode(b"no text"),
        b"\r\n----x\r\nContent-Type: text/html\r\n\r\n<p>A frame with advertisements.</p>\r\n----x--\r\n",
    )
    return head.encode() + b"".join(parts)


def message(body: bytes, kind: str, *headers: str) -> bytes:
    return "\n".join((*headers, f"Content-Type: {kind}", "", "")).encode() + body


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize("name", ["a.mhtml", "a.MHT"])
def test_a_saved_page_is_read_as_the_page_is(name: str) -> None:
    document = load_bytes(saved(PAGE.encode()), name)
    assert blocks(document) == [("heading", "Levee breaks"), ("paragraph", LEAD)]
    assert (document.title, document.address) == ("Levee breaks", "https://tarn.example/levee")
    assert document.date is None, "the day of saving is none of the article"


def test_the_encoding_of_the_part_goes_before_what_the_page_says() -> None:
    page = PAGE.replace("<head>", "<head><meta charset=utf-8>").encode("cp1252")
    assert LEAD in load_bytes(saved(page, charset="; charset=windows-1252"), "a.mhtml").text
    assert LEAD in load_bytes(saved(PAGE.encode(), charset="; charset=no-such"), "a.mhtml").text


def test_an_address_that_is_none_is_left_out() -> None:
    assert load_bytes(saved(PAGE.encode(), location="file:///home/jo/levee.html"), "a.mhtml").address == ""


HEADERS = (
    "Received: from a.example by b.example; Sun, 2 Mar 2025 09:00:00 +0000",
    "From: Town of Tarnow <press@tarnow.example>",
    "Subject: Fwd: Re: =?UTF-8?B?U3RhdGVtZW50IG9uIHRoZSBmbG9vZCDigJMgMiBNYXJjaA==?=",
    "Date: Sun, 2 Mar 2025 23:15:00 -0500",
)


def test_a_message_says_who_sent_it_when_and_on_what() -> None:
    body = "Nine people have died. The café is open.\n\nThe mayor will speak at noon.\n".encode("latin-1")
    document = load_bytes(message(body, "text/plain; charset=iso-8859-1", *HEADERS), "a.eml")
    assert (document.title, document.date) == ("Statement on the flood – 2 March", "2025-03-02")
    assert blocks(document) == [
        ("heading", "Statement on the flood – 2 March"),
        ("caption", "From: Town of Tarnow <press@tarnow.example>"),
        ("paragraph", "Nine people have died. The café is open."),
        ("paragraph", "The mayor will speak at noon."),
    ]


def test_the_page_of_a_message_goes_before_its_plain_words_and_nothing_attached_is_read() -> None:
    body = (
        "--x\nContent-Type: text/plain\n\nSee this in a browser.\n"
        f"--x\nContent-Type: text/html; charset=utf-8\n\n{PAGE}\n"
        "--x\nContent-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>attached</p>\n--x--\n"
    )
    document = load_bytes(message(body.encode(), 'multipart/mixed; boundary="x"', *HEADERS), "a.eml")
    assert blocks(document)[0] == ("caption", "From: Town of Tarnow <press@tarnow.example>")
    assert ("paragraph", LEAD) in blocks(document)
    assert "attached" not in document.text
    assert "browser" not in document.text


@pytest.mark.parametrize("subject", [b"=?x?Q?\xff?=", b"=?utf-8?B?abcde?=", b"=?no-such?Q?x?=", b"=?utf-7?Q?+?="])
def test_a_message_without_headers_that_tell_is_read(subject: bytes) -> None:
    data = b"Subject: " + subject + b"\nDate: some day\n\nNine people died in the flood.\n"
    document = load_bytes(data, "a.eml")
    assert document.date is None
    assert "Nine people died in the flood." in document.text


def test_nothing_of_a_header_reaches_the_screen_as_it_is() -> None:
    sender = "From: =?utf-8?Q?=1b]0;x=07=E2=80=AE?= <a@b.example>"
    text = load_bytes(message(b"Nine people died.", "text/plain", sender, "Subject: \x1b[31mFlood"), "a.eml").text
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "Flood" in text


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: image/png\n\nxyz",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/pdf\n\nx\n--x--\n",
        b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 40,
        b'Content-Type: text/plain; a="' + b';"' * 30_000 + b"\n\nx",
        b"Content-Type: text/plain;\n" + b' a=";"\n' * 30_000 + b"\n\nx",
    ],
)
def test_what_holds_no_article_or_no_end_is_refused(data: bytes) -> None:
    with bounded(), pytest.raises(FormatError):
        load_bytes(data, "a.eml")


@pytest.mark.parametrize(
    "data",
    [
        b"A: " + b"=?utf-8?Q?x?= " * 1000 + b"\n\nx",
        b"Subject: " + b"=?utf-8?Q?x?= " * 1000 + b"\n\nx",
        b"X: y\n" * 100_000 + b"\nx",
        b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\ny\n" * 20_000,
        b"\n" * 300_000,
        b"Content-Transfer-Encoding: base64\n\n" + b"=" * 300_000,
        b"Content-Transfer-Encoding: x-uuencode\n\nbegin 666 a\n" + b"M" * 300_000,
    ],
)
def test_hostile_messages_take_bounded_time(data: bytes) -> None:
    with bounded():
        load_bytes(data, "a.eml")
