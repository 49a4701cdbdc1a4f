"""Names in articles in other languages than English."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.load import load_bytes
from index.entities.recognise import recognise
from index.entities.recognising.abroad import LANGUAGES, names_abroad
from index.entities.resolving.normal_forms import normal_form
from index.entities.tables import FOLDER, sections
from tests.bounds import calls

_NAMES = ("PERSON", "ORG", "PLACE", "GROUP")


def reports() -> dict[str, tuple[str, list[str]]]:
    """By language: a report, and the type and words of each of its names."""
    _, *each = Path(__file__).with_name("abroad.txt").read_text(encoding="utf-8").split("== ")
    found = {}
    for one in each:
        language, _, rest = one.partition("\n")
        text, _, names = rest.partition("\n--\n")
        found[language] = text, names.strip().split("\n")
    return found


REPORTS = reports()


def names_in(text: str, language: str) -> list[str]:
    document = load_bytes(text.encode(), "a.txt")
    assert document.language == language
    mentions = recognise(document).mentions
    assert all(document.text[each.start : each.end] == each.text for each in mentions)
    return [f"{each.type} {each.text}" for each in mentions if each.type in _NAMES]


@pytest.mark.parametrize("language", REPORTS)
def test_names_of_a_report_are_found_and_nothing_else(language: str) -> None:
    text, names = REPORTS[language]
    assert names_in(text, language) == names


def test_every_language_has_a_report() -> None:
    assert REPORTS.keys() == LANGUAGES


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("Ucrania", "Ukraine"),
        ("Україна", "Ukraine"),
        ("Oekraïne", "Ukraine"),
        ("Moscou", "Moscow"),
        ("Moskau", "Moscow"),
        ("Києві", "Kyiv"),
        ("Türkei", "Turkey"),
        ("Deutschland", "Germany"),
        ("В'єтнам", "Vietnam"),
        ("В’єтнам", "Vietnam"),
        ("Вʼєтнам", "Vietnam"),
    ],
)
def test_a_place_is_the_same_in_every_language(name: str, usual: str) -> None:
    assert normal_form(name, "PLACE") == normal_form(usual, "PLACE")


@pytest.mark.parametrize("title", ["MERZ REIST NACH KIEW", "Merz' Besuch in Kiew"])
def test_a_headline_in_capitals_tells_no_names(title: str) -> None:
    text, names = REPORTS["de"]
    found = names_in(f"{title}\n\n{text.partition(chr(10))[2]}", "de")
    assert ("PLACE Kiew" in found) is not title.isupper()
    assert not {"ORG MERZ", "ORG NACH", "ORG KIEW"} & set(found)
    assert found[-5:] == names[-5:]


def told_words(language: str) -> list[str]:
    """Words that tell of names in a language, and words that tell nothing."""
    table = sections((FOLDER / "hand_abroad.txt").read_text(encoding="utf-8"))
    own = [word for name, words in table.items() if name.startswith(language) for word in words[:12]]
    return ["Jean", "Dupont", "Paris", "Xylo", "Kind", "lower", "J.", "XYZ", "l'Été", *table["bodies"][:4], *own]


@given(
    st.sampled_from(sorted(LANGUAGES)).flatmap(
        lambda language: st.tuples(
            st.just(language),
            st.text(alphabet="AbÉé'-. \u2019dLМо\n\u4e2d1", max_size=60)
            | st.lists(st.sampled_from(told_words(language)), max_size=12).map(" ".join),
        )
    )
)
def test_names_lie_in_the_text_in_order_and_apart(told: tuple[str, str]) -> None:
    language, text = told
    names = names_abroad(language, text, [(0, len(text))])
    ends = [0, *(name.end for name in names)]
    assert all(last <= name.start < name.end <= len(text) for last, name in zip(ends, names, strict=False))


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Les Nations unies attendent", ["Nations unies"]),
        ("uk", "У Служба безпеки України повідомили", ["Служба безпеки України"]),
        ("ru", "заявило Министерство обороны", ["Министерство обороны"]),
        ("pl", "powiedział w Krakowie Jan Kowalski", ["Krakowie", "Jan Kowalski"]),
        ("pt", "Luiz Inácio Lula da Silva falou e Lula saiu", ["Luiz Inácio Lula da Silva", "Lula"]),
    ],
)
def test_a_name_is_found_whole(language: str, text: str, names: list[str]) -> None:
    assert [text[name.start : name.end] for name in names_abroad(language, text, [(0, len(text))])] == names


@pytest.mark.parametrize(
    ("name", "found"), [("Houston", []), ("Lyon", []), ("Kassel", ["Kassel"]), ("London", ["London"])]
)
def test_a_place_whose_name_is_a_surname_too_is_none_unless_lands_and_towns_have_it(
    name: str, found: list[str]
) -> None:
    text = f"Er sprach lange mit {name} darüber"
    assert [text[one.start : one.end] for one in names_abroad("de", text, [(0, len(text))])] == found


def test_what_follows_a_body_and_its_person_in_small_letters_is_no_name() -> None:
    text = "La Casa Blanca Pedro nacional"
    assert [text[name.start : name.end] for name in names_abroad("es", text, [(0, len(text))])] == ["Casa Blanca"]


@pytest.mark.parametrize(("language", "unit"), [("de", "Kindx "), ("de", "J. "), ("fr", "Jean de "), ("es", "ABCD ")])
def test_a_long_row_of_capitals_is_read_in_steps_of_its_length(language: str, unit: str) -> None:
    def steps(often: int) -> int:
        return calls(lambda: names_abroad(language, unit * often, [(0, len(unit) * often)]))

    assert steps(800) < 2.5 * steps(400)
