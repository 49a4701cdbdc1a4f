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


@given(st.sampled_from(sorted(LANGUAGES)), st.text(alphabet="AbÉé'-. \u2019dLМо\n\u4e2d1", max_size=60))
def test_names_lie_in_the_text_in_order_and_apart(language: str, text: str) -> None:
    names = names_abroad(language, text, [(0, len(text))])
    ends = [0, *(name.end for name in names)]
    assert all(last <= name.start < name.end <= len(text) for last, name in zip(ends, names, strict=False))
