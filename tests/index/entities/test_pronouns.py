"""Whom "he" and "she" stand for: the last person that fits, and nobody where none does."""

from __future__ import annotations

from index.documents.model import Span
from index.entities.model import Mention, Quote
from index.entities.quoting.pronouns import referent, speaking


def person(start: int, text: str, title: str = "") -> Mention:
    return Mention(start, start + len(text), text, "PERSON", text.split()[-1].lower(), "", title)


MENTIONS = (person(10, "Anna Kowal", "Mrs"), person(40, "Tom Berg"), person(70, "Kim Lee"), person(100, "Kowal"))


def test_the_last_person_that_fits() -> None:
    assert referent("He", 95, MENTIONS, ()) == MENTIONS[2]
    assert referent("he", 130, MENTIONS, ()) == MENTIONS[2]  # Kowal is a woman, as a title says elsewhere
    assert referent("she", 130, MENTIONS, ()) == MENTIONS[3]
    assert referent("He", 95, MENTIONS, (Quote(60, 90, None, None, "direct"),)) == MENTIONS[1]
    assert referent("He", 95, MENTIONS, (Quote(60, 90, None, None, "indirect"),)) == MENTIONS[2]


def test_whoever_spoke_goes_on() -> None:
    """A person named in what another said does not take the word from him; a woman's words leave "he" to that one."""
    assert referent("He", 95, MENTIONS, (Quote(60, 90, Span(40, 48), None, "indirect"),)) == MENTIONS[1]
    assert referent("He", 95, MENTIONS, (Quote(30, 90, Span(10, 20), None, "indirect"),)) == MENTIONS[2]
    chain = (Quote(60, 68, Span(40, 48), None, "indirect"), Quote(69, 90, Span(60, 62), None, "indirect"))
    assert referent("he", 95, MENTIONS, chain) == MENTIONS[1]


def test_who_and_an_office() -> None:
    text = "President Tom Berg met Kim Lee, who said no. The president said yes. The mayor said maybe."
    berg, lee = person(10, "Tom Berg", "President"), person(23, "Kim Lee")
    assert speaking(text, (berg, lee), (), Span(32, 35)) == lee
    assert speaking(text, (berg, lee), (), Span(45, 58)) == berg
    assert speaking(text, (berg, lee), (), Span(69, 78)) is None
    former = person(10, "Tom Berg", "former President")
    assert speaking(text, (former, lee), (), Span(45, 58)) is None
    second = person(23, "Kim Lee", "President")
    assert speaking(text, (berg, second), (), Span(45, 58)) is None


def test_nobody() -> None:
    assert referent("he", 5, MENTIONS, ()) is None
    assert referent("he", 5000, MENTIONS, ()) is None
    assert referent("they", 95, MENTIONS, ()) is None
    assert referent("officials", 95, MENTIONS, ()) is None
    assert referent("he", 30, (Mention(5, 9, "Oslo", "PLACE", "oslo"),), ()) is None
