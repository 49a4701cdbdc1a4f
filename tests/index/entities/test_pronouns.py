"""Whom "he" and "she" stand for: the last person that fits, and nobody where none does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from index.documents.model import Span
from index.entities.model import Mention, Quote
from index.entities.quoting.pronouns import Speakers
from index.entities.recognise import recognise
from tests.bounds import bounded


def referent(word: str, at: int, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> Mention | None:
    return Speakers("", mentions, quotes).referent(word, at)


def speaking(text: str, mentions: Sequence[Mention], quotes: Sequence[Quote], span: Span) -> Mention | None:
    return Speakers(text, mentions, quotes).of(span)


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


@pytest.mark.parametrize(
    ("text", "voice", "speaker"),
    [
        ("A Kremlin spokesperson, Dmitry Peskov, confirmed it.", "A Kremlin spokesperson", "Dmitry Peskov"),
        ("A spokesman for the Kremlin said no.", "A spokesman for the Kremlin", "Kremlin"),
        ("Officials at the White House said no.", "Officials at the White House", "White House"),
        ("A guest at the White House said no.", "A guest at the White House", None),
        ("A court in Kyiv said no.", "A court in Kyiv", None),
        ("A video on YouTube said no.", "A video on YouTube", None),
        ("A statement on YouTube said no.", "A statement on YouTube", None),
        ("Kremlin spokesman Dmitry Peskov said no.", "Kremlin spokesman Dmitry Peskov", "Dmitry Peskov"),
        ("Critics of Donald Trump said no.", "Critics of Donald Trump", None),
        ("Donald Trump's lawyer said no.", "Donald Trump's lawyer", None),
        ("A lawyer for Donald Trump said no.", "A lawyer for Donald Trump", None),
        ("US Secretary of State Marco Rubio said no.", "US Secretary of State Marco Rubio", "Marco Rubio"),
        ("Critics of President Donald Trump said no.", "Critics of President Donald Trump", None),
        ("Donald Trump of Florida said no.", "Donald Trump of Florida", "Donald Trump"),
        ("The head of NATO Jens Stoltenberg said no.", "The head of NATO Jens Stoltenberg", "Jens Stoltenberg"),
        ("Ukrainian officials said no.", "Ukrainian officials", None),
    ],
)
def test_the_head_of_the_words_for_a_voice_speaks(make, text, voice, speaker):
    """Not who is only named in them."""
    found = recognise(make(text))
    start = text.index(voice)
    mention = speaking(text, found.mentions, found.quotes, Span(start, start + len(voice)))
    assert (mention.text if mention else None) == speaker


def test_a_given_name_tells_he_from_she() -> None:
    mentions = (person(10, "Rachel Moss"), person(40, "Daniel Berg"))
    assert referent("she", 60, mentions, ()) == mentions[0]
    assert referent("he", 60, mentions, ()) == mentions[1]
    reversed_ = (person(10, "Daniel Berg"), person(40, "Rachel Moss"))
    assert referent("he", 60, reversed_, ()) == reversed_[0]


def test_thousands_of_voices_in_one_article():
    mentions = tuple(person(40 * n, f"Ann Number{n}", "President") for n in range(20_000))
    quotes = tuple(
        Quote(40 * n + 20, 40 * n + 38, Span(40 * n + 16, 40 * n + 18), None, "indirect") for n in range(20_000)
    )
    with bounded():
        speakers = Speakers("x" * 800_000, mentions, quotes)
        assert all(speakers.of(quote.speaker) is None for quote in quotes)
        assert speakers.referent("she", 700_000) is not None
