"""The article is found in a page, and the page's own furniture is not."""

from __future__ import annotations

import pytest

from index.documents.load import load_bytes
from index.documents.model import Document
from index.documents.pages.html import declared_encoding
from tests.bounds import bounded

PROSE = (
    "Negotiators from both delegations returned to the lakeside hotel on Thursday, and worked through the "
    "evening, officials said."
)
NAV = "<nav><ul><li><a href=/w>World</a><li><a href=/s>Sport</a></ul></nav>"
PAGE = f"""<!doctype html><html lang="en-US"><head><title>Lakeside talks resume | The Lake</title>
<meta property="article:published_time" content="2021-05-03T08:00:00Z">
<style>p{{}}</style><script>var x="scriptword";</script></head>
<body>{NAV}<div class="cookie-banner"><p>We use cookies for this and for that, as all the others do as well, dear
reader.</p></div>
<div class="wrap"><h1>Lakeside talks resume</h1><p class="byline">By Jane Roe</p>
<div class="story"><p>{PROSE} See <a href="https://lake.example/r">the report</a> of <b>the envoy</b>.</p>
<figure><img src=x><figcaption>Envoys by the lake</figcaption></figure>
<h2>The map</h2><p>It was drawn in a single night &amp; nobody liked it, &#27;]0;x as one of them put it later
to us.<br>Nobody.</p>
<ol start=3><li>One point<li>Another<ul><li>Under it</ul></ol><blockquote><p>We want peace.</p></blockquote>
<pre>raw  text</pre>
<table><tr><th>Side<th>Demand<tr><td>North<td>a map</table>
<ul class="related-links"><li><a href=/q>Another story of ours</a></ul></div>
<div id="comments"><p>{PROSE} I do not believe one word of it!</p></div></div>
<footer><p>© 2021 The Lake, all rights reserved, and so on and so forth for ever and ever.</p></footer></body></html>"""


def read(text: str, path: str = "a.html") -> Document:
    return load_bytes(text.encode(), path)


def shapes(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_a_page_with_everything_around_its_article() -> None:
    document = read(PAGE)
    assert (document.title, document.date, document.language) == ("Lakeside talks resume", "2021-05-03", "en")
    assert shapes(document) == [
        ("heading", "Lakeside talks resume"),
        ("paragraph", f"{PROSE} See the report of the envoy."),
        ("caption", "Envoys by the lake"),
        ("heading", "The map"),
        (
            "paragraph",
            "It was drawn in a single night & nobody liked it, ␛]0;x as one of them put it later to us.\nNobody.",
        ),
        ("list_item", "One point"),
        ("list_item", "Another"),
        ("list_item", "Under it"),
        ("quote", "We want peace."),
        ("code", "raw  text"),
        ("table", "Side  Demand\nNorth  a map"),
    ]
    assert [block.marker for block in document.blocks if block.kind == "list_item"] == ["3.", "4.", "•"]
    assert document.blocks[0].role == "title"
    assert document.blocks[-1].header
    found = {(inline.style, document.text[inline.start : inline.end], inline.target) for inline in document.inlines}
    assert found == {("link", "the report", "https://lake.example/r"), ("strong", "the envoy", "")}


@pytest.mark.parametrize(
    "page",
    [
        f"<body>{NAV}<article><h1>Talks</h1><p>{PROSE}</p></article><aside><p>{PROSE} aside</p></aside>",
        f"<body>{NAV}<main><div><p>{PROSE}</p></div><div class='related'><p>Also aside: a whole sentence "
        f"about others, long enough.</p></div></main>",
        f"<body><div itemprop=articleBody><p>{PROSE}</p></div><div><p>{PROSE[:80]} aside</p></div>",
        f"<body class='has-sidebar'><div id=content><p>{PROSE}</p><p>{PROSE}</p></div><div "
        f"class=newsletter><p>{PROSE[:60]} aside</p></div>",
        f"<body><table><tr><td>{NAV}<td><p>{PROSE}</p><p>{PROSE}</p></table>",
    ],
)
def test_the_article_is_found_and_the_rest_is_not(page: str) -> None:
    text = read(page).text
    assert PROSE in text
    assert "aside" not in text
    assert "Sport" not in text


@pytest.mark.parametrize("tag", ["p", "li", "pre", "dd"])
def test_a_paragraph_that_is_most_of_a_page_is_not_the_article(tag: str) -> None:
    text = read(f"<body><h1>Talks</h1><{tag}>{PROSE * 40}</{tag}><p>One more sentence, and no short one, ends it.").text
    assert text.endswith("One more sentence, and no short one, ends it.")
    assert text.startswith("Talks")


def test_a_table_that_lays_out_a_page_gives_its_blocks() -> None:
    links = "<a href=/>Home</a><br><a href=/a>Archive of all the years that this paper has appeared in</a><br>"
    page = f"<table><tr><td>{links}</td><td>{PROSE}<br><br>{PROSE}<br><br><b>The line</b> will cost.</table>"
    document = read(page)
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("paragraph", PROSE),
        ("paragraph", PROSE),
        ("paragraph", "The line will cost."),
    ]
    assert [document.text[one.start : one.end] for one in document.inlines] == ["The line"]


def test_without_a_title_the_first_line_is_it() -> None:
    assert read(f"<div><b>Council votes</b><br><i>by Jo Park</i><br><br>{PROSE}</div>").title == "Council votes"


def test_a_table_of_facts_stays_one_whatever_its_cells_hold() -> None:
    document = read(
        "<table><tr><th>Side<th>Wants</tr><tr><td><p>North</p><td><p>A map.</p><p>Two <b>years</b>.</p><p>Rest.</table>"
    )
    assert document.text == "Side  Wants\nNorth  A map. Two years. Rest."
    assert [document.text[one.start : one.end] for one in document.inlines if one.style == "strong"] == ["years"]


def test_a_page_that_is_nothing_but_short_text_is_kept_whole() -> None:
    assert read("<p>Short.</p><p>Words.</p>").text == "Short.\n\nWords."
    assert read("plain words, no tags").text == "plain words, no tags"
    assert read("").text == ""


def test_html_under_another_name_is_html() -> None:
    assert read(f"<!DOCTYPE html><html><body><p>{PROSE}</p></body></html>", "a.txt").text == PROSE
    assert "<p>" in read(f"{PROSE} <p> is a tag", "a.txt").text


def test_unsafe_targets_are_no_links() -> None:
    document = read(
        f"<p>{PROSE} <a href='javascript:alert(1)'>a</a> <a href='file:///etc/passwd'>b</a> <a "
        f"href='https://x.example/\x1b]0;y'>c</a></p>"
    )
    assert [
        inline.target
        for inline in document.inlines
        if "\x1b" in inline.target or not inline.target.startswith("https:")
    ] == []


def test_the_kind_of_an_address_is_in_small_letters() -> None:
    document = read(f"<p>{PROSE} <a href='HTtps://Example.org/Page'>a page</a></p>")
    assert [inline.target for inline in document.inlines] == ["https://Example.org/Page"]


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000 + "x",
        "<p " + " ".join(f"a{number}=1" for number in range(60_000)) + ">x</p>",
        "<p>" + "".join(f"<b a={number}>" for number in range(300)) + "</p>" + "<p>x</p>" * 50_000,
        "<table><tr><td>" * 20_000 + "x",
        "<p>x" * 100_000,
        "<!--" * 100_000 + "x",
        "<script>" * 100_000,
        "<" * 500_000,
        "<a href=x>" * 80_000,
        "&lt;&#27;" * 60_000,
        "</div>" * 100_000 + "x",
    ],
)
def test_hostile_pages_take_bounded_time(page: str) -> None:
    with bounded():
        document = read(page)
    assert len(document.text) <= 2 * len(page)


def test_a_deep_page_keeps_its_words() -> None:
    document = read("<div>" * 5000 + "<p>words in the deep</p>" + "</div>" * 5000)
    assert "words in the deep" in document.text
    assert document.truncated


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Lakeside talks | The Lake</title>", "", "Lakeside talks"),
        ("<title>Lakeside talks</title>", "", "Lakeside talks"),
        ("<title>Lake</title><meta property=og:title content='Talks by the lake'>", "", "Talks by the lake"),
        ("<title>Talks by the lake - News</title>", "<h1>News</h1><h1>Talks by the lake</h1>", "Talks by the lake"),
        ("<meta name=twitter:title content='The map - Lake'>", "<h1>The map</h1><h1>Sport</h1>", "The map"),
        ("", "<h1>One</h1><h1>Other</h1>", "One"),
    ],
)
def test_the_title_where_headings_do_not_tell(head: str, body: str, title: str) -> None:
    document = read(f"<html><head>{head}</head><body>{body}<p>{PROSE}</p></body></html>")
    assert document.title == title
    assert [block.role for block in document.blocks].count("title") == 1


@pytest.mark.parametrize(
    ("page", "date"),
    [
        ("<meta itemprop=datePublished content=2021-05-03>", "2021-05-03"),
        ("<meta name=date content=soon><meta name=pubdate content=2021-05-03>", "2021-05-03"),
        ('<script type="application/ld+json">{"datePublished": "2021-05-03T08:00"}</script>', "2021-05-03"),
        ('<script type="application/ld+json">{"datePublished": "some day"}</script>', None),
        ("<article><time datetime=2021-05-03>May</time></article>", "2021-05-03"),
        ("<span itemprop=datePublished content=2021-05-03></span>", "2021-05-03"),
        ("<div><time datetime=2021-05-03>of something else</time></div>", None),
    ],
)
def test_the_date_that_the_page_states(page: str, date: str | None) -> None:
    assert read(f"{page}<p>{PROSE}</p>").date == date


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel='Canonical' href='https://lake.example/talks'>", "https://lake.example/talks"),
        (
            "<link rel=canonical href='/talks'><meta property=og:url content='http://lake.example'>",
            "http://lake.example",
        ),
        ("<link rel=alternate href='https://lake.example/feed'>", ""),
        ("<meta property=og:url content='javascript:alert(1)'>", ""),
    ],
)
def test_where_the_page_says_that_it_stands(head: str, address: str) -> None:
    assert read(f"<html><head>{head}</head><body><p>{PROSE}</p></body></html>").address == address


def test_the_language_that_the_page_states() -> None:
    stated = ("lang=en-US", "xml:lang=ru", "lang=_", "lang=deutsch")
    assert [read(f"<html {one}><body><p>{PROSE}</p>").language for one in stated[:2]] == ["en", "ru"]
    assert {read(f"<html {one}><body><p>{PROSE}</p>").language for one in stated[2:]} == {read(PROSE, "a.txt").language}


def test_the_encoding_that_the_page_states() -> None:
    assert declared_encoding(b"<html><meta http-equiv=x content='text/html; charset=Windows-1251'>") == "windows-1251"
    assert declared_encoding(b"<?xml version='1.0' encoding='koi8-u'?><html>") == "koi8-u"
    assert declared_encoding(b"<html>charset=koi8-u") is None
    assert declared_encoding(b" " * 4096 + b"<meta charset=koi8-u>") is None


def test_of_a_hostile_page_the_words_are_read_and_no_script() -> None:
    hostile = "<div>" * 1000
    assert (
        read(f"{hostile}<p>One.</p><script>no</script ><p>Two.</p><style>p{{}}</style>Three.").text
        == "One.\n\nTwo.\n\nThree."
    )
    assert read(f"{hostile}<svg a=b><p>What is left open hides nothing.").text == "What is left open hides nothing."
    for open_ended in ("<script>", "<STYLE media=all>", "<!-- "):
        shown = read(
            f"{hostile}<p>İstanbul.</p>Nine<!-- a > b -->teen.<svg><p>Two.</p>{open_ended}var no = '<p>words</p>';"
        )
        assert shown.text == "İstanbul.\n\nNineteen.\n\nTwo.", open_ended


def test_the_kinds_of_headings_and_lines() -> None:
    document = read(
        f"<h1>Talks</h1><p>{PROSE}</p><h2>Who drew <b>the map</b>?</h2><p>{PROSE}</p><p>Photo: Jane Roe</p>"
        f"<table><caption>Sides</caption><tr><td>North<td>a map</table>"
    )
    assert [(block.kind, block.level, block.role) for block in document.blocks if block.kind == "heading"] == [
        ("heading", 1, "title"),
        ("heading", 2, "question"),
    ]
    assert not document.inlines


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"<p><br>{PROSE}<br><br>{PROSE}</p>", [("paragraph", PROSE), ("paragraph", PROSE)]),
        (f"<p><b>{PROSE}<p>{PROSE}</b></p>", [("paragraph", PROSE), ("paragraph", PROSE)]),
        (
            f"<p>{PROSE}</p><div><li>A point by itself</div>",
            [("paragraph", PROSE), ("list_item", "A point by itself")],
        ),
        (
            f"<table><tr><td><table><tr><td>{PROSE}</table><tr><td><p>Side<td>North</table><p>{PROSE}</p>",
            [("paragraph", PROSE), ("paragraph", PROSE)],
        ),
        (f"<p>{PROSE}</p><p>Q: Who was there?</p>", [("paragraph", PROSE), ("heading", "Q: Who was there?")]),
    ],
)
def test_what_pages_get_wrong_is_read_all_the_same(inside: str, expected: list[tuple[str, str]]) -> None:
    document = load_bytes(f"<html><body><article>{inside}</article></body></html>".encode(), "a.html")
    found = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    for one in expected:
        assert one in found


def test_a_date_that_is_none_is_passed_over() -> None:
    head = "<meta name=date content=soon><meta property='article:published_time' content='2021-05-03'>"
    assert load_bytes(f"<html><head>{head}</head><p>{PROSE}</p></html>".encode(), "a.html").date == "2021-05-03"
