"""Whom "he" and "she" stand for: the last person that fits, and nobody where none does."""

from __future__ import annotations

from index.documents.model import Span
from index.entities.model import Mention, Quote
from index.entities.quoting.pronouns import referent


def person(start: int, text: str, title: str = "") -> Mention:
    return Mention(start, start + len(text), text, "PERSON", text.split()[-1].lower(), "", title)


MENTIONS = (person(10, "Anna Kowal", "Mrs"), person(40, "Tom Berg"), person(70, "Kim Lee"), person(100, "Kowal"))


def test_the_last_person_that_fits() -> None:
    assert referent("He", 95, MENTIONS, ()) == MENTIONS[2]
    assert referent("he", 130, MENTIONS, ()) == MENTIONS[2]  # Kowal is a woman, as a title says elsewhere
    assert referent("she", 130, MENTIONS, ()) == MENTIONS[3]
    assert referent("He", 95, MENTIONS, (Quote(60, 90, None, None, "direct"),)) == MENTIONS[1]
    assert referent("He", 95, MENTIONS, (Quote(60, 90, Span(40, 48), None, "indirect"),)) == MENTIONS[2]


def test_nobody() -> None:
    assert referent("he", 5, MENTIONS, ()) is None
    assert referent("he", 5000, MENTIONS, ()) is None
    assert referent("they", 95, MENTIONS, ()) is None
    assert referent("officials", 95, MENTIONS, ()) is None
    assert referent("he", 30, (Mention(5, 9, "Oslo", "PLACE", "oslo"),), ()) is None
