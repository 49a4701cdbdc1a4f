"""Pages as the systems of newspapers, blogs and channels build them: what is seen of the article is read, in words that
stand apart as they do on the screen, and what the page says beside it is known as its own.
"""

from __future__ import annotations

import pytest

from index.documents.load import load_bytes
from index.documents.model import Document
from tests.bounds import bounded

LEAD = "At least nine people died after a levee broke in the valley early on Sunday, the mayor of the town said."
MORE = "Some 2,400 people were taken to schools, and the army sent 300 soldiers, the ministry of defence said later."


def read(article: str, head: str = "") -> Document:
    page = f"<html><head>{head}</head><body><main><article>{article}</article></main></body></html>"
    return load_bytes(page.encode(), "a.html")


def kinds(document: Document) -> dict[str, str]:
    return {document.text[block.start : block.end]: block.kind for block in document.blocks}


@pytest.mark.parametrize(
    "unseen",
    [
        "<span class='visually-hidden x-VisuallyHidden'>, opens new tab</span>",
        "<span class=sr-only>, opens new tab</span>",
        "<span class='screen-reader-text'>, opens new tab</span>",
        "<i style='display: none'>, opens new tab</i>",
        "<span hidden>, opens new tab</span>",
        "<span style='border:0;clip:rect(0, 0, 0, 0);height:1px;width:1px;position:absolute'>, opens new tab</span>",
        "<b style='VISIBILITY:hidden'>, opens new tab</b>",
        "<span style='font-size:0'>, opens new tab</span>",
        "<span style='position:absolute;left:-9999px'>, opens new tab</span>",
    ],
)
def test_what_is_kept_from_the_eye_is_not_read(unseen: str) -> None:
    document = read(f"<p>{LEAD}</p><p>The <a href='https://a.example/x'>report{unseen}</a> came late.</p>")
    assert document.text == f"{LEAD}\n\nThe report came late."


@pytest.mark.parametrize(
    "seen",
    [
        "<span class='sronly'>kept</span>",
        "<span style='font-size:0.9em'>kept</span>",
        "<span style='opacity:0;display:inline'>kept</span>",
        "<span class='unscreened readers'>kept</span>",
        "<x-app style='opacity:0'>kept</x-app>",
    ],
)
def test_what_is_seen_is_read(seen: str) -> None:
    assert "kept" in read(f"<p>{LEAD} {seen}</p>").text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<div><span>Tom Reed</span><span>Europe desk</span></div>", "Tom Reed Europe desk"),
        (
            "<div><span>March 2, 2025</span><span>6:12 AM UTC</span><span>Berlin</span></div>",
            "March 2, 2025 6:12 AM UTC Berlin",
        ),
        ("<figure><figcaption><span>A street.</span><span>Jan Olm</span></figcaption></figure>", "A street. Jan Olm"),
        ("<li><a href='/x'>Tarnow</a><time>12:10</time></li>", "Tarnow 12:10"),
    ],
)
def test_elements_that_the_style_sheet_parts_are_parted(inside: str, text: str) -> None:
    assert text in read(f"<p>{LEAD}</p>{inside}<p>{MORE}</p>").text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<p>The <span>cease</span><span>Fire</span> held.</p>", "The ceaseFire held."),
        ("<p><span>T</span><span>he</span> army.</p>", "The army."),
        ("<div><span>T</span>HE army.</div>", "THE army."),
        ("<div>H<sub>2</sub>O</div>", "H2O"),
        ("<div><b>19</b><b>85</b></div>", "1985"),
    ],
)
def test_words_that_elements_only_divide_stay_whole(inside: str, text: str) -> None:
    assert text in read(f"<p>{LEAD}</p>{inside}<p>{MORE}</p>").text


def test_a_link_keeps_its_place_where_elements_are_parted() -> None:
    document = read(f"<p>{LEAD}</p><div><span>Tom Reed</span><a href='https://a.example/d'>Desk</a></div><p>{MORE}</p>")
    assert [document.text[one.start : one.end] for one in document.inlines if one.style == "link"] == ["Desk"]


@pytest.mark.parametrize(
    "line",
    [
        "4 hours ago",
        "Updated 3 days ago",
        "12 Likes · 1 Restack",
        "1.2K shares",
        "Save",
        "Help keep local journalism alive. Join our community of 12,000 members.",
        "Subscribe to our morning letter.",
        "This audio is created with AI assistance 0:00 / 2:14 1x",
    ],
)
def test_lines_of_the_page_are_known_anywhere(line: str) -> None:
    assert kinds(read(f"<p>{line}</p><p>{LEAD}</p><p>{MORE}</p>"))[line] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Marta Kowal in Tarnow and Ian Pryce in London; Writing by Jo Park; Editing by Ana Li",
        "Additional reporting by Ian Pryce in London and by Eva Lind, who was with the soldiers at the levee",
        "A version of this article appears in print on March 3, 2025, Section A, Page 6 of the New York edition.",
        "(With inputs from agencies)",
    ],
)
def test_the_line_of_all_who_worked_on_it_is_known_at_the_end(line: str) -> None:
    assert kinds(read(f"<p>{LEAD}</p><p>{MORE}</p><p>{line}</p>"))[line] == "boilerplate"
    assert kinds(read(f"<p>{line}</p><p>{LEAD}</p><p>{MORE * 4}</p>"))[line] != "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "4 hours ago the levee still stood.",
        "He sold 500 shares at once.",
        "Save the bridge, they called.",
        "Listen to the river, she said.",
        "Some 12 likes the mayor counted were his own.",
    ],
)
def test_sentences_of_an_article_are_none(line: str) -> None:
    assert kinds(read(f"<p>{LEAD}</p><p>{line}</p><p>{MORE}</p>"))[line] == "paragraph"


@pytest.mark.parametrize(
    "heading", ["Read Next", "More on this story", "Most popular", "More from Tarn Times", "Related:"]
)
def test_other_articles_that_the_page_announces_are_its_own(heading: str) -> None:
    found = kinds(
        read(
            f"<p>{LEAD}</p><p>{MORE}</p><h2>{heading}</h2><ul><li>Oil falls as talks end<li>Are you at risk?</ul>"
            f"<p>Dollar firm before data</p><p>{LEAD} {MORE}</p><h2>The warning</h2><p>It came late.</p>"
        )
    )
    assert {text for text, kind in found.items() if kind == "boilerplate"} == {
        heading,
        "Oil falls as talks end",
        "Are you at risk?",
        "Dollar firm before data",
    }


def test_a_heading_of_the_article_announces_nothing() -> None:
    found = kinds(read(f"<p>{LEAD}</p><h2>More from the river than rain</h2><ul><li>One bridge</ul><p>{MORE}</p>"))
    assert found["One bridge"] == "list_item"


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("<meta name=author content='Lena Fox'>", "Lena Fox"),
        ("<meta name=byl content='By Ada Quill and Ben Ross'>", "Ada Quill, Ben Ross"),
        (
            '<script type="application/ld+json">{"author":[{"@type":"Person","name":"Lena Fox"},{"name":"Jo Park"}]}'
            "</script>",
            "Jo Park and Lena Fox",
        ),
        ('<script type="application/ld+json">{"author": "Lena Fox"}</script>', "LENA FOX"),
        ("", "Tom Reed Europe correspondent"),
        ("", "Jo Park, senior political editor"),
        ("", "by Lena Fox · March 2, 2025 12:00 PM · 3 min read"),
        ("", "By Jo Park|Mar 2, 2025"),
        ("", "March 2, 2025 6:12 AM UTC Updated 3 hours ago"),
        ("", "Updated 1:02 PM GMT+1, March 2, 2025"),
        ("", "Марія Коваль — неділя, 2 березня 2025, 08:11"),
        ("", "2 марта 2025 года, 08:11 | Иван Петров"),
    ],
)
def test_who_wrote_it_and_when_is_said_beside_the_article(head: str, line: str) -> None:
    assert kinds(read(f"<h1>Flood</h1><div>{line}</div><p>{LEAD}</p>", head))[line] == "caption"


@pytest.mark.parametrize(
    "line", ["Lena Fox and the river", "Ruth Sand", "The mayor named Lena Fox editor", "Bridges of wood - 2 March 2025"]
)
def test_whoever_did_not_write_it_is_of_the_article(line: str) -> None:
    head = "<meta name=author content='Lena Fox'>"
    assert kinds(read(f"<p>{LEAD}</p><p>{MORE}</p><div>{line}</div><p>{MORE}</p>", head))[line] == "paragraph"


def test_a_rule_of_signs_is_no_text() -> None:
    assert read(f"<p>{LEAD}</p><p>___</p><p>{MORE}</p>").text == f"{LEAD}\n\n{MORE}"


def test_who_is_the_source_stays_of_the_article() -> None:
    source = "Джерело: мерка Гелена Брандт"
    assert kinds(read(f"<p>{LEAD}</p><p>{source}</p><p>{MORE}</p><p>{source}.</p>"))[source] == "paragraph"


@pytest.mark.parametrize(
    ("heading", "window", "title"),
    [
        ("At least nine dead as levee fails in the valley", "At least nine dead as levee fails | CNN", None),
        ("The Tarn Times", "At least nine dead as levee fails - The Tarn Times", "At least nine dead as levee fails"),
    ],
)
def test_the_one_heading_of_a_page_is_its_title_where_it_says_what_the_window_does(
    heading: str, window: str, title: str | None
) -> None:
    head = f"<html><head><title>{window}</title></head><body><div><h1>{heading}</h1></div>"
    page = f"{head}<main><div itemprop=articleBody><p>{LEAD}</p><p>{MORE}</p></div></main>"
    assert load_bytes(page.encode(), "a.html").title == (title or heading)


def test_the_hours_of_a_running_report_are_kept_though_they_are_links() -> None:
    entry = "<section><header><a href='#b{0}'><time>{0}.10 CET</time></a><h2>News {0}</h2></header><p>{1}</p></section>"
    document = read(entry.format(12, LEAD) + entry.format(9, MORE))
    assert {text for text, kind in kinds(document).items() if kind == "caption"} == {"12.10 CET", "9.10 CET"}
    assert document.text == f"12.10 CET\n\nNews 12\n\n{LEAD}\n\n9.10 CET\n\nNews 9\n\n{MORE}"


def test_what_stands_at_a_picture_is_its_caption() -> None:
    found = kinds(read(f"<p>{LEAD}</p><figure><div>Jan Olm</div><blockquote>We heard nothing.</blockquote></figure>"))
    assert (found["Jan Olm"], found["We heard nothing."]) == ("caption", "quote")


def test_every_message_of_a_channel_is_read() -> None:
    message = "<div class='message default'><div class=date>03:20</div><div class=text>{}</div></div>"
    page = f"<body><div class=history>{message.format(LEAD)}{message.format('The bridge is gone.')}</div></body>"
    assert load_bytes(page.encode(), "a.html").text == f"03:20\n\n{LEAD}\n\n03:20\n\nThe bridge is gone."


def test_a_heading_loses_the_controls_of_an_encyclopedia() -> None:
    heading = "<h2><span>Background</span><span class='mw-editsection'>[<a href='/e'>edit</a>]</span></h2>"
    note = "<div class=hatnote>For another flood, see 1985.</div>"
    assert read(f"{note}<p>{LEAD}</p>{heading}<p>{MORE}</p>").text == f"{LEAD}\n\nBackground\n\n{MORE}"


STATED = r"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Flood","articleBody":
"At least nine people died.\n\n\u201cWe lost the bridge,\u201d Helena Brandt told <b>reporters</b>.\n%s"}</script>"""


def test_an_article_that_a_script_would_show_is_read_from_the_metadata() -> None:
    document = load_bytes(
        f"<html><head>{STATED % (MORE * 2)}</head><body><div id=root></div></body></html>".encode(), "a.html"
    )
    assert kinds(document) == {
        "At least nine people died.": "paragraph",
        "“We lost the bridge,” Helena Brandt told reporters.": "paragraph",
        MORE * 2: "paragraph",
    }


@pytest.mark.parametrize("stated", [STATED % "", STATED % "Another text.", STATED.replace("\\u201c", "\\q") % MORE])
def test_metadata_never_stand_before_what_the_page_shows(stated: str) -> None:
    assert "bridge" not in read(f"<p>{LEAD}</p><p>{MORE}</p>", stated).text


@pytest.mark.parametrize(
    "page",
    [
        '<script type="application/ld+json">' + '"author":[' * 100_000 + "</script>",
        '<script type="application/ld+json">' + '"articleBody":"' * 60_000 + "</script>",
        '<script type="application/ld+json">"articleBody":"' + "\\" * 300_001 + "</script>",
        "<div>" + "<span>Aa</span>" * 16_000 + "</div>",
        "<div class=message>x</div>" * 16_000,
        "<p style='" + "display:" * 20_000 + "'>x</p>",
        "<h2>Read next</h2>" + "<p>x</p>" * 16_000,
    ],
)
def test_hostile_pages_take_bounded_time(page: str) -> None:
    with bounded():
        load_bytes(f"<html><body>{page}<p>{LEAD}</p></body></html>".encode(), "a.html")
