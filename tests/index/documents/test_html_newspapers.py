"""Pages as newspapers of several languages build them: what they say to the reader instead of the article, around it
and between its paragraphs, is known as theirs, and headline, summary, writers and day are found.
"""

from __future__ import annotations

import pytest

from index.documents.dates import line_date
from index.documents.load import load_bytes
from index.documents.model import Document

LEAD = "At least nine people died after a levee broke in the valley early on Sunday, the mayor of the town said."
MORE = "Some 2,400 people were taken to schools, and the army sent 300 soldiers, the ministry of defence said later."


def read(body: str, head: str = "") -> Document:
    return load_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def kinds(document: Document) -> dict[str, str]:
    return {document.text[block.start : block.end]: block.kind for block in document.blocks}


@pytest.mark.parametrize(
    "line",
    [
        "Already a subscriber? Log in.",
        "Please enable JavaScript in your browser settings.",
        "Thank you for your patience while we verify access. If you are in the mode for readers please leave it, and "
        "log into your account, or subscribe for all of the paper that you have read since you could read at all.",
        "You’ve reached your limit of free articles.",
        "This content is not available in your location.",
        "You have 2 free articles left.",
        "Do you have a story for us? Email the desk.",
        "For more information, contact Ana Flores at the port office.",
        "This press release contains forward-looking statements, which may turn out otherwise.",
        "The Morning Letter provides all you need to start your day. Sign up here.",
        "A digest of the week, sent to your inbox on Fridays",
        "Advertisement · Scroll to continue",
        "2 of 6 |",
        "Item 3 of 12",
        "Якщо ви помітили помилку, виділіть її і натисніть Ctrl + Enter",
        "Реклама:",
        "Читайте також: Міст знесло вночі",
        "Anzeige",
        "Empfohlener externer Inhalt",
        "Lesen Sie hier mehr zum Thema: Die Brücke am Fluss",
        "La suite après cette publicité",
        "Lire aussi | Le pont emporté par les eaux",
        "À lire aussi : le pont emporté par les eaux",
        "Suscríbete para seguir leyendo",
        "Más información: el puente que cayó",
        "LEGGI ANCHE: Il ponte portato via",
        "Czytaj też: Most porwany przez rzekę",
        "اقرأ أيضا: الجسر",
    ],
)
def test_what_a_page_says_between_paragraphs_is_its_own(line: str) -> None:
    assert kinds(read(f"<article><p>{LEAD}</p><p>{line}</p><p>{MORE}</p></article>"))[line] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "À lire les journaux, le pont tenait encore.",
        "Teilen will der Bürgermeister die Macht nicht.",
        "Follow the river, he told them, and you will be safe.",
        "Most z 1912 roku runął do rzeki.",
        "Read the room, the minister was told.",
        "Do you have a boat, the man asked.",
        "For more information the divers went down again.",
        "Two of six bridges fell.",
        "51/49",
    ],
)
def test_a_sentence_that_begins_like_one_is_of_the_article(line: str) -> None:
    assert kinds(read(f"<article><p>{LEAD}</p><p>{MORE}</p><p>{MORE}</p><p>{line}</p></article>"))[line] == "paragraph"


@pytest.mark.parametrize("heading", ["Mehr zum Thema", "Головне сьогодні", "Sur le même sujet", "Lo más visto"])
def test_other_articles_are_announced_in_other_languages_too(heading: str) -> None:
    found = kinds(read(f"<article><p>{LEAD}</p><p>{MORE}</p><div>{heading}</div><h4>X</h4><p>{MORE}</p></article>"))
    assert found[heading] == "boilerplate"
    assert found[MORE] == "paragraph"


def test_who_contributed_is_told_at_the_end() -> None:
    line = "Ada Quill reported from Tarnow. Ben Ross in London contributed to this report."
    assert kinds(read(f"<article><p>{LEAD}</p><p>{MORE}</p><p>{line}</p></article>"))[line] == "boilerplate"
    early = kinds(read(f"<article><p>{line}</p><p>{LEAD}</p><p>{MORE * 4}</p></article>"))
    assert early[line] == "paragraph"


@pytest.mark.parametrize(
    "name", ["data-testid='promo-box'", "data-component='RelatedStories'", "class='StoryPaywall_x1'"]
)
def test_boxes_are_known_by_what_their_programs_call_them(name: str) -> None:
    text = read(
        f"<article><p>{LEAD}</p><div {name}><p>Nine things to know today.</p></div><p>{MORE}</p></article>"
    ).text
    assert text == f"{LEAD}\n\n{MORE}"


TITLE = "The levee that broke"
SUMMARY = "Nine people are dead, and the town asks who knew of the cracks"


def test_the_summary_in_a_header_of_its_own_is_read() -> None:
    dated = "<p>Published 2 March 2025 at 18h00, changed on 3 March 2025 at 07h15</p>"
    header = f"<header class=article__header><h1>{TITLE}</h1><p class=desc>{SUMMARY}</p>{dated}<p>Save</p></header>"
    page = f"<section>{header}<article><p>{LEAD}</p><p>{MORE}</p></article></section>"
    document = read(page, f"<title>{TITLE}</title>")
    assert document.text == f"{TITLE}\n\n{SUMMARY}\n\n{LEAD}\n\n{MORE}"


@pytest.mark.parametrize(
    "above",
    [
        f"<div><h1>The Valley Paper</h1><p>{SUMMARY}</p></div>",
        f"<div><h1>{TITLE}</h1><div class=newsletter><p>{SUMMARY}</p></div></div>",
        f"<div><h1>{TITLE}</h1><p><a href=/x>{SUMMARY}</a></p></div>",
    ],
)
def test_what_does_not_stand_with_the_headline_sums_nothing_up(above: str) -> None:
    page = f"{above}<div itemprop=articleBody><p>{LEAD}</p><p>{MORE}</p></div>"
    assert SUMMARY not in read(page, f"<title>{TITLE}</title>").text


def test_a_headline_below_what_it_is_about_is_parted_from_it() -> None:
    document = read(
        f"<article><h2><span>Flood in the valley</span><span>{TITLE}</span></h2><p>{LEAD}</p></article>",
        f"<meta property=og:title content='{TITLE}'>",
    )
    assert list(kinds(document).items())[:2] == [("Flood in the valley", "caption"), (TITLE, "heading")]


@pytest.mark.parametrize(
    "line",
    [
        "Von Max Muster, Hamburg",
        "Von Max Muster und Eva von der Au",
        "Par Marie Dupont (Lyon, correspondante)",
        "Por Juan Prado y Ana Ríos",
        "di Paolo Riva",
        "Автор: Ірина Коваль",
    ],
)
def test_writers_are_named_in_other_languages(line: str) -> None:
    assert kinds(read(f"<article><h1>{TITLE}</h1><div>{line}</div><p>{LEAD}</p></article>"))[line] == "caption"


@pytest.mark.parametrize("line", ["Von Hamburg nach Bremen", "Par hasard et par amour", "Di Maio e Salvini", "Por fin"])
def test_a_heading_with_the_word_for_by_names_no_writer(line: str) -> None:
    assert kinds(read(f"<article><h1>{TITLE}</h1><div>{line}</div><p>{LEAD}</p></article>"))[line] == "paragraph"


def test_links_to_writers_tell_who_they_are() -> None:
    line = "Ada Quill and Ben Ross in Tarnow"
    names = "<a rel=author>Ada Quill</a> and <a rel=author>Ben Ross</a> in Tarnow"
    page = f"<article><h1>{TITLE}</h1><address>{names}</address><p>{LEAD}</p></article>"
    assert kinds(read(page))[line] == "caption"


def test_the_day_above_the_article_dates_it_where_the_page_states_none() -> None:
    page = f"<article><h1>{TITLE}</h1><div>Ada Quill</div><div>Mar 02, 2025</div><p>{LEAD}</p><p>{MORE}</p></article>"
    assert read(page).date == "2025-03-02"
    assert read(page, "<meta name=date content=2025-03-01>").date == "2025-03-01"
    assert read(f"<article><h1>{TITLE}</h1>{f'<p>{LEAD}</p>' * 9}<p>2 March 2025</p></article>").date is None


@pytest.mark.parametrize(
    "line",
    [
        "02.03.2025, 17.12 Uhr",
        "Stand: 2.3.2025",
        "Sonntag, 2. März 2025",
        "Publié le 02 mars 2025 à 18h00",
        "Le dimanche 2 mars 2025",
        "2 de marzo de 2025",
        "02 MAR 2025 - 17:00 CEST",
        "domenica 2 marzo 2025, ore 12:10",
        "2 marca 2025",
        "2 Mar 2025 - 20:45 (17:45 GMT)",
        "Last modified on Sun 2 Mar 2025 09.15 GMT",
    ],
)
def test_days_as_papers_of_several_languages_print_them(line: str) -> None:
    assert line_date(line) == "2025-03-02"


@pytest.mark.parametrize(
    ("line", "date"),
    [("1er juillet 2025", "2025-07-01"), ("3 juin 2025", "2025-06-03"), ("1 lipca 2025", "2025-07-01")],
)
def test_months_that_begin_alike(line: str, date: str) -> None:
    assert line_date(line) == date


@pytest.mark.parametrize("line", ["31.02.2025", "13.13.2025", "2 mars 2025 fut un dimanche", "10.12.2025.4", "2.3.25"])
def test_figures_that_are_no_day(line: str) -> None:
    assert line_date(line) is None
