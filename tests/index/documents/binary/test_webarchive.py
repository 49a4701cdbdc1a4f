"""Pages that Safari saved."""

from __future__ import annotations

import plistlib
from typing import Any

import pytest

from index.documents.load import load_bytes
from index.errors import FormatError
from tests.bounds import bounded

LEAD = "At least nine people died after a levee broke in the valley early on Sunday, the mayor said – “at three”."
PAGE = (
    f"<html><head><title>Levee breaks | Tarn Times</title></head><body><article><p>{LEAD}</p></article></body></html>"
)


def saved(form: plistlib.PlistFormat = plistlib.FMT_BINARY, **stated: Any) -> bytes:
    page = {"WebResourceData": PAGE.encode(), "WebResourceURL": "https://tarn.example/levee"} | stated
    return plistlib.dumps({"WebMainResource": page, "WebSubresources": [{"WebResourceData": b"\x89PNG"}]}, fmt=form)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_saved_page_is_read_as_the_page_is(form: plistlib.PlistFormat) -> None:
    document = load_bytes(saved(form), "a.webarchive")
    assert (document.title, document.address) == ("Levee breaks", "https://tarn.example/levee")
    assert document.text.endswith(LEAD)


def test_the_encoding_that_is_stated_is_that_of_the_page() -> None:
    data = saved(WebResourceData=PAGE.encode("cp1252"), WebResourceTextEncodingName="windows-1252", WebResourceURL=3)
    document = load_bytes(data, "a.webarchive")
    assert document.text.endswith(LEAD)
    assert document.address == ""


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "PWNED">]><plist><string>&a;</string></plist>'


@pytest.mark.parametrize(
    "data",
    [
        b"bplist00",
        saved()[:-20],
        saved()[:40] + bytes(40) + saved()[80:],
        plistlib.dumps([1]),
        plistlib.dumps({"WebMainResource": {"WebResourceData": "no bytes"}}),
        plistlib.dumps({"WebMainResource": [b"x"]}),
        ENTITIES,
        b"<plist>" + b"<array>" * 100_000,
        b"bplist00" + b"\xaf\x13" + b"\xff" * 8 + bytes(50),
    ],
)
def test_what_is_damaged_or_holds_no_page_is_refused(data: bytes) -> None:
    with bounded(), pytest.raises(FormatError):
        load_bytes(data, "a.webarchive")
