"""When two articles surely report one event, and when they are rather of two."""

from __future__ import annotations

import pytest

from index.comparison.aligning.passages import Told, told
from index.comparison.conflicts.reading.one_event import perhaps_two_events, surely_one_event
from tests.index.comparison.articles import make_sides

OWN = "Velm", "Tarn", "Kolmen", "Vardo", "Grimstad", "Hallund", "Skara", "Lofot", "Nordvik", "Osten"
EVERYWHERE = "Republicans", "Senate", "Reuters", "Congress"
FERRY = "The keel of the ferry scraped a reef, water flooded its engine deck and the crew lowered rafts."
BAKERS = "Bakers want dearer flour, longer ovens and cheaper yeast before the harvest fair opens its gates."


def articles(a: str, b: str, title_a: str = "News of the day", title_b: str = "News of the day") -> tuple[Told, Told]:
    left, right = make_sides(f"{title_a}\n\n{a}\n", f"{title_b}\n\n{b}\n")
    return told(left), told(right)


def naming(*names: str) -> str:
    return f"They met {', '.join(names)}."


@pytest.mark.parametrize(
    ("names_a", "names_b", "sure"),
    [
        (OWN[:5], (*OWN[:2], "Osby", "Risby", "Lundby"), True),
        (OWN[:6], (*OWN[:2], "Osby", "Risby", "Lundby", "Malby"), False),
        (OWN[:1], OWN[:1], False),
        ((*EVERYWHERE, *OWN[:5]), (*EVERYWHERE, *OWN[5:]), False),
        (
            ("President Ostrow", "Prime Minister Falk", *OWN[:3]),
            ("President Ostrow", "Prime Minister Falk", *OWN[5:8]),
            False,
        ),
        (("Anna Ostrow", "Ivar Falk", *OWN[:3]), ("Anna Ostrow", "Ivar Falk", *OWN[5:8]), True),
        (
            ("the Ostrow administration", "the Falk administration", *OWN[:3]),
            ("the Ostrow administration", "the Falk administration", *OWN[5:8]),
            False,
        ),
    ],
)
def test_names_of_its_own_tell_an_event_and_not_those_of_all_reports(
    names_a: tuple[str, ...], names_b: tuple[str, ...], sure: bool
) -> None:
    a, b = articles(f"{FERRY} {naming(*names_a)}", f"{BAKERS} {naming(*names_b)}")
    assert surely_one_event(a, b) is surely_one_event(b, a) is sure


@pytest.mark.parametrize(
    ("text", "shared", "sure"), [(FERRY, 3, True), (BAKERS, 3, False), (FERRY, 2, False)], ids=["like", "unlike", "few"]
)
def test_fewer_names_do_where_the_words_are_like(text: str, shared: int, sure: bool) -> None:
    names = (*OWN[:shared], *(f"{name}by" for name in OWN[: 10 - shared]))
    a, b = articles(f"{FERRY} {naming(*OWN)}", f"{text} {naming(*names)}")
    assert surely_one_event(a, b) is sure


@pytest.mark.parametrize(
    ("title_a", "title_b", "two"),
    [
        ("News of the day", "News of the day", False),
        ("Ferry scrapes a reef", "Rafts are lowered", False),
        ("Velm waits", "Tarn waits", True),
        ("How Velm waits", "Why Tarn waits", True),
        ("Velm waits", "Ferry of Velm waits", False),
        ("Board spoke to Velm", "Board spoke to Tarn", True),
        ("Board spoke to Velm", "Harbours shut near Tarn", True),
        ("Ferry on reef near Velm", "Harbours shut near Tarn", False),
        ("Board warned Velm", "Tarn warns a board again", True),
    ],
)
def test_titles_that_name_two_subjects_tell_of_two_events(title_a: str, title_b: str, two: bool) -> None:
    shared = naming("Kolmen", "Vardo", "Grimstad", "Hallund")
    a, b = articles(f"{FERRY} {shared} {naming('Velm')}", f"{FERRY} {shared} {naming('Tarn')}", title_a, title_b)
    assert surely_one_event(a, b)
    assert perhaps_two_events(a, b) is perhaps_two_events(b, a) is two


@pytest.mark.parametrize(
    ("title_a", "title_b", "two"),
    [
        ("Brakel net", "Sorund net", True),
        ("Net of Brakel", "Net of Sorund", False),
        ("Nets", "Sorund net", False),
        ("Board spoke", "Ferry scraped", False),
    ],
)
def test_where_little_is_named_titles_that_begin_with_words_of_their_own_tell(
    title_a: str, title_b: str, two: bool
) -> None:
    text = f"{FERRY} The board spoke. The net grew."
    assert perhaps_two_events(*articles(text, text, title_a, title_b)) is two


def test_articles_that_name_others_tell_of_two_events() -> None:
    assert perhaps_two_events(*articles(naming(*OWN[:5]), naming(*OWN[5:])))
    assert not perhaps_two_events(*articles(naming(*OWN[:4]), naming(*OWN[5:])))


@pytest.mark.parametrize(
    ("words", "other", "two"),
    [(100, "grast", True), (100, "plov", False), (40, "grast", False)],
    ids=["unlike", "like", "short"],
)
def test_long_articles_that_share_nothing_but_names_are_perhaps_of_two_events(
    words: int, other: str, two: bool
) -> None:
    def content(root: str) -> str:
        return " ".join(f"{root}{chr(97 + n // 10)}{chr(97 + n % 10)}k" for n in range(words))

    a, b = articles(f"{naming(*OWN)} They saw {content('plov')}.", f"{naming(*OWN)} They saw {content(other)}.")
    assert surely_one_event(a, b)
    assert perhaps_two_events(a, b) is perhaps_two_events(b, a) is two
