"""What stands above an article in plain text is said of it, and is no part of it."""

from __future__ import annotations

import pytest

from index.documents.dates import address_date
from index.documents.heads import LINES_AT_MOST, head, head_lines
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


SAID = {
    "title": "Title: Levee breaks above Tarn",
    "date": "Date: 2025-03-04",
    "source": "Source: The Tarn Daily",
    "address": PLACE,
    "author": "Author: Jane Roe",
}
SHORT = "The levee above Tarn broke in the night.\nForty families left the lower town.\nNobody was hurt."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "order",
    [
        ("title", "date"),
        ("title", "date", "source"),
        ("address", "title", "date"),
        ("source", "title", "date", "author"),
        ("date", "source", "title"),
    ],
)
def test_the_lines_above_a_short_article_are_not_joined(order: tuple[str, ...], gap: str) -> None:
    document = read("\n".join(SAID[name] for name in order) + gap + SHORT + "\n")
    assert (document.title, document.date) == ("Levee breaks above Tarn", "2025-03-04")
    head = [("heading:title", document.title) if name == "title" else ("caption", SAID[name]) for name in order]
    assert shapes(document) == head + [("paragraph", line) for line in SHORT.split("\n")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_lines_above_an_article_tell_nothing_of_its_width(gap: str) -> None:
    text = (
        "The levee above Tarn broke in the night, and the water ran into\n"
        "the lower town, where forty families had to leave their houses\n"
        "before the morning came, the council said.\n\nNobody was hurt.\n"
    )
    document = read("\n".join((*SAID.values(), "Section: Valley", "Language: en")) + gap + text)
    assert shapes(document)[-2:] == [
        ("paragraph", " ".join(text.partition("\n\n")[0].split())),
        ("paragraph", "Nobody was hurt."),
    ]


@pytest.mark.parametrize("below", ["Date: 2025-03-04\n\n", "\n"])
def test_a_title_that_goes_on_in_the_next_line_is_one(below: str) -> None:
    title = "Title: Levee breaks above Tarn after the second flood in a\nmonth, and the council is asked why\n"
    text = (
        "The levee above Tarn broke in the night, and the water ran\n"
        "into the lower town, where forty families had to leave it\n"
        "before the morning came, the council said on Tuesday.\n"
    )
    document = read(title + below + text)
    assert document.title == " ".join(title.split())[len("Title: ") :]
    assert shapes(document)[-1] == ("paragraph", " ".join(text.split()))


def test_a_line_of_the_article_is_not_taken_for_the_rest_of_its_head() -> None:
    assert head_lines(["Title: Ferries", "", "The ferries sail.", "Source: the mayor"]) == (["Title: Ferries"], 1)
    assert head_lines([PLACE, "Ferries sail again", "Date: today"]) == ([PLACE], 1)
    assert head_lines(["Title: Ferries", "The lake is calm", "Date: today"]) == (["Title: Ferries"], 1)
    assert head_lines(["Title: Ferries", "one", "two", "three", "Date: today"]) == (["Title: Ferries"], 1)
    assert head_lines(["The ferries sail.", "Title: Ferries"]) == ([], 0)
    assert head_lines(["Source: the mayor", "The ferries sail."]) == ([], 0)
    assert head_lines(["", "Title: Ferries", "sail", "Date: today"]) == (["Title: Ferries sail", "Date: today"], 4)
