"""Dates whose month is written in another language than English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.load import load_bytes
from index.entities.recognise import recognise
from index.entities.recognising.abroad import LANGUAGES
from index.entities.recognising.dates_abroad import times_abroad
from index.entities.tables import FOLDER, sections
from tests.bounds import calls


def dates(language: str, text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.value) for one in times_abroad(language, text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "am 3. Oktober 2024", [("3. Oktober 2024", "2024-10-03")]),
        ("de", "vom 3. bis 5. Mai und Ende August", [("3. bis 5. Mai", "--05-03"), ("August", "--08")]),
        ("de", "der 12. Dez. 2022", [("12. Dez. 2022", "2022-12-12")]),
        ("fr", "le 1er mars, en avril 2022", [("1er mars", "--03-01"), ("avril 2022", "2022-04")]),
        ("fr", "du 3 au 5 mai 2024", [("3 au 5 mai 2024", "2024-05-03")]),
        ("fr", "le 31 février, le 29 février 2023", [("31 février", ""), ("29 février 2023", "2023")]),
        ("es", "el 3 de octubre de 2024", [("3 de octubre de 2024", "2024-10-03")]),
        (
            "es",
            "en mayo de 2023, el 1 de mayo del 2020",
            [("mayo de 2023", "2023-05"), ("1 de mayo del 2020", "2020-05-01")],
        ),
        ("it", "il 1° maggio, a marzo", [("1° maggio", "--05-01"), ("marzo", "--03")]),
        ("pt", "3 de Outubro de 2024", [("3 de Outubro de 2024", "2024-10-03")]),
        ("nl", "op 3 oktober 2024, in mei", [("3 oktober 2024", "2024-10-03"), ("mei", "--05")]),
        ("pl", "3 października 2024 r., w maju", [("3 października 2024", "2024-10-03"), ("maju", "--05")]),
        ("uk", "3-го травня, у жовтні 2024 року", [("3-го травня", "--05-03"), ("жовтні 2024", "2024-10")]),
        ("ru", "с 3 по 5 мая, в октябре", [("3 по 5 мая", "--05-03"), ("октябре", "--10")]),
    ],
)
def test_a_date_is_told_with_its_month(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert dates(language, text) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Frau April kam im Maierhof an, es war Mai"),
        ("es", "Mar del Plata, en mar abierto, Julio Iglesias"),
        ("fr", "la planète mars, un mot de mai"),
        ("it", "40 marziani, in mare, vince in 3 set"),
        ("pl", "lipca nie ma, 40 maja"),
        ("de", "Raum 3.12. Mai Thi sagte"),
    ],
)
def test_a_word_that_is_a_month_elsewhere_is_no_date(language: str, text: str) -> None:
    assert dates(language, text) == []


def test_every_language_has_twelve_months() -> None:
    table = sections((FOLDER / "hand_months.txt").read_text(encoding="utf-8"))
    for language in LANGUAGES:
        assert len(table[f"{language} months"]) == 12
        forms = " ".join(table[f"{language} months"]).split()
        assert len(set(forms)) == len(forms)


def test_an_article_has_the_whole_date_and_not_its_year() -> None:
    text = "Die Stadt war am 3. Oktober 2024 und auch im Jahr 2025 wieder ein Ziel der Angriffe, wie die Polizei sagte."
    document = load_bytes(text.encode(), "a.txt")
    assert document.language == "de"
    found = [(one.text, one.value) for one in recognise(document).mentions if one.type == "DATE"]
    assert found == [("3. Oktober 2024", "2024-10-03"), ("2025", "2025")]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_letters_of_other_times_and_lands_that_pass_for_those_of_a_month_are_read_as_them(language: str) -> None:
    table = sections((FOLDER / "hand_months.txt").read_text(encoding="utf-8"))
    for number, forms in enumerate(table[f"{language} months"], 1):
        for form in forms.split():
            for letters in zip("siiдотвс", "ſıİᲁᲂᲄᲀᲃ", strict=True):
                text = f"3. {form.replace(*letters)} 2024"
                assert dates(language, text) == [(text, f"2024-{number:02}-03")]


@given(
    st.sampled_from(sorted(LANGUAGES)),
    st.lists(
        st.sampled_from(
            [
                "3",
                "31.",
                "0",
                "1er",
                "mai",
                "Mai.",
                "de",
                "del",
                "2024",
                ",",
                "-",
                "–",
                "bis",
                "bis\xa0",
                "3.–5.",
                "октября",
                "w",
                "Oktober",
            ]
        )
    ),
)
def test_dates_lie_in_the_text_in_order_and_apart(language: str, words: list[str]) -> None:
    text = " ".join(words)
    found = times_abroad(language, text, [(0, len(text))])
    ends = [0, *(one.end for one in found)]
    assert all(last <= one.start < one.end <= len(text) for last, one in zip(ends, found, strict=False))


@pytest.mark.parametrize("unit", ["3. ", "mai ", "3 - 3 ", "de "])
def test_hostile_text_is_read_in_steps_of_its_length(unit: str) -> None:
    assert calls(lambda: dates("fr", unit * 800)) < 2.5 * calls(lambda: dates("fr", unit * 400)) + 50
