"""Bytes become text in whatever encoding they come, or one clear refusal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.encoding import decode
from index.errors import FormatError

RUSSIAN = (
    "Делегации встретились в среду и договорились продолжить переговоры на следующей неделе, сообщил "
    "посредник. «Это шаг», — сказал он."
)
UKRAINIAN = (
    "Делегації зустрілися в середу й домовилися продовжити переговори наступного тижня, повідомив "
    "посередник. Її слова почули всі, є надія."
)
FRENCH = (
    "Les délégations se sont rencontrées mercredi et poursuivront à Genève, où la médiation a été saluée ; "
    "c’était prévu."
)
GERMAN = (
    "Die Unterhändler trafen sich am Mittwoch und führen die Gespräche in der nächsten Woche fort. „Schön“, hieß es."
)
SPANISH = (
    "Las delegaciones se reunieron el miércoles y seguirán mañana, según el portavoz. «¿Quién firmará?», preguntó."
)
ENGLISH = "The envoy said “we’re not there yet” – and left the café."


@pytest.mark.parametrize("size", [50, 120, 2000])
@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", RUSSIAN),
        ("cp1251", UKRAINIAN),
        ("cp1251", RUSSIAN.upper()),
        ("koi8-r", RUSSIAN.replace("«", "").replace("»", "").replace("—", "-")),
        ("koi8-u", UKRAINIAN),
        ("cp866", RUSSIAN.replace("«", "").replace("»", "").replace("—", "-")),
        ("cp1252", FRENCH),
        ("latin-1", FRENCH.replace("’", "'")),
        ("cp1252", GERMAN),
        ("cp1252", SPANISH),
        ("cp1252", ENGLISH),
    ],
)
def test_legacy_encodings(encoding: str, text: str, size: int) -> None:
    data = ((text + "\n") * 40)[:size].encode(encoding)
    assert decode(data)[0] == data.decode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    assert decode((ENGLISH + UKRAINIAN).encode(encoding))[0] == ENGLISH + UKRAINIAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [ENGLISH, UKRAINIAN])
def test_utf16_without_a_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


def test_a_foreign_line_in_utf8_is_read_as_what_it_is() -> None:
    data = (UKRAINIAN + "\n").encode() * 3 + RUSSIAN.encode("cp1251") + b"\n" + ENGLISH.encode()
    text, name = decode(data)
    assert name == "utf-8"
    assert text == (UKRAINIAN + "\n") * 3 + RUSSIAN + "\n" + ENGLISH


def test_broken_utf8_keeps_what_can_be_read() -> None:
    text, name = decode(UKRAINIAN.encode()[:-1] + b"\xe2\x82")
    assert name == "utf-8"
    assert text.startswith(UKRAINIAN[:-1])


def test_a_declared_encoding_is_believed_unless_it_is_utf8() -> None:
    assert decode("Žluťoučký kůň".encode("cp1250"), "windows-1250")[0] == "Žluťoučký kůň"
    assert decode(UKRAINIAN.encode(), "windows-1251")[0] == UKRAINIAN
    assert decode(RUSSIAN.encode("cp1251"), "unicode_escape")[0] == RUSSIAN


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01\x01" + bytes(200),
        b"\x89PNG\r\n\x1a\n....",
        b"\x1f\x8b\x08\x00abc",
        b"PK\x03\x04abc",
        b"%PDF-1.7\n",
        bytes(4096),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        decode(data)


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_format_error(data: bytes) -> None:
    try:
        text, name = decode(data)
    except FormatError:
        return
    assert isinstance(text, str)
    assert name
