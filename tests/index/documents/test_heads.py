"""What stands above an article in plain text is said of it, and is no part of it."""

from __future__ import annotations

import pytest

from index.documents.dates import address_date
from index.documents.heads import LINES_AT_MOST, head
from tests.index.documents.test_text_structure import LONG, OTHER, kinds, read, shapes

PLACE = "https://herald.example/news/2021/05/03/ferries-sail-again"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_address_above_an_article_is_where_it_was_published(gap: str) -> None:
    document = read(f"{PLACE}{gap}Ferries Sail Again\n\n{LONG}\n\n{OTHER}\n")
    assert (document.title, document.date, document.address) == ("Ferries Sail Again", "2021-05-03", PLACE)
    assert [kind for kind, _ in shapes(document)] == ["caption", "heading:title", "paragraph", "paragraph"]


def test_an_article_below_an_address_may_have_no_title() -> None:
    document = read(f"{PLACE}\n\n{LONG}\n\n{OTHER}\n")
    assert document.title.startswith("Negotiators from both delegations")
    assert [kind for kind, _ in shapes(document)] == ["caption", "paragraph", "paragraph"]


def test_a_question_below_an_address_may_be_the_title() -> None:
    found = shapes(read(f"{PLACE}\n\nWill the ferries ever sail again?\n{LONG}\n\n{OTHER}\n"))
    assert found[1] == ("heading:title", "Will the ferries ever sail again?")


def test_an_address_above_text_of_one_width_is_not_joined_to_it() -> None:
    text = (
        "Negotiators from both delegations came back to the hotel on Thursday\n"
        "and worked through the evening, in what officials of both sides called\n"
        "a last attempt before the summer recess begins at the end of the week.\n"
    )
    found = shapes(read(f"https://herald.example/news/a-long-address-of-an-article-about-ferries-in-may\n{text}"))
    assert [kind for kind, _ in found] == ["caption", "paragraph"]
    assert found[1][1].endswith("end of the week.")


def test_lines_with_labels_say_what_an_article_is() -> None:
    document = read(f"Source: The Herald\nURL: {PLACE}x\nDate: 4 May 2021\nTitle: Ferries _sail_ again\n\n{LONG}\n")
    assert (document.title, document.date) == ("Ferries sail again", "2021-05-04")
    assert document.address == PLACE + "x"
    assert [kind for kind, _ in shapes(document)] == [*["caption"] * 3, "heading:title", "paragraph"]


def test_a_letter_is_called_by_its_subject() -> None:
    document = read(
        f"From: a@b.example\nTo: c@d.example\nSubject: Ferries\nDate: Mon, 3 May 2021 10:00:00 +0000\n\n{LONG}\n"
    )
    assert (document.title, document.date) == ("Ferries", "2021-05-03")


def test_a_title_with_its_label_needs_no_other_line() -> None:
    assert read(f"Headline: Ferries sail again\n{LONG}\n").title == "Ferries sail again"


@pytest.mark.parametrize(
    "line",
    [
        "Source: The Herald",
        "Date: nobody knows",
        "Kisumu: The ferries sail again",
        "Author: Ada Morley\nSection: Lakes",
        "URL: not given",
        "See https://herald.example/news",
        "ftp://herald.example/news",
        "https://user@herald.example/news",
    ],
)
def test_what_says_nothing_of_an_article_is_no_head(line: str) -> None:
    assert head([*line.split("\n"), LONG]) == []


def test_a_head_ends_where_the_article_begins() -> None:
    assert kinds(f"{PLACE}\n\n{LONG}\n\nTitle: Not This One\n\n{OTHER}\n").count("caption") == 1
    assert len(head([PLACE] * 40)) == LINES_AT_MOST


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (PLACE, "2021-05-03"),
        ("https://a.example/2021-05-03/x", "2021-05-03"),
        ("https://a.example/news/2021/5/3/", "2021-05-03"),
        ("https://a.example/2021/13/03/x", None),
        ("https://a.example/2021/05/03/and/2022/05/03/x", None),
        ("https://a.example/20210503/x", None),
        ("https://a.example/2021/05/x", None),
        ("", None),
    ],
)
def test_the_day_in_an_address(address: str, told: str | None) -> None:
    assert address_date(address) == told


def test_a_day_that_the_article_gives_itself_goes_before() -> None:
    assert read(f"{PLACE}\n\nFerries Sail Again\nMay 5, 2021\n\n{LONG}\n").date == "2021-05-05"


def test_a_file_named_by_day_and_words_is_called_by_the_words() -> None:
    assert read(f"{LONG}\n{OTHER}\n", "2021-05-03-ferries-sail.txt").title == "Ferries sail"
    assert read(f"{LONG}\n{OTHER}\n", "2021-05-03.txt").title.startswith("Negotiators")
