"""What stands about and between the paragraphs of a page is told by place, name or words: one rule at a time."""

from __future__ import annotations

import pytest

from index.documents.dates import day_said, line_date, stated_date
from index.documents.language import language_of
from index.documents.load import load_bytes
from index.documents.model import Document
from tests.bounds import bounded

LEAD = "At least nine people died after a levee broke in the valley early on Sunday, the mayor of the town said."
MORE = "Some 2,400 people were taken to schools, and the army sent 300 soldiers, the ministry of defence said later."
TITLE = "The levee that broke"
SUMMARY = "Nine people are dead, and the town asks who knew of the cracks in its wall"
WINDOW = f"<title>{TITLE}</title>"


def read(body: str, head: str = "") -> Document:
    return load_bytes(f"<html lang=en><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def kinds(document: Document) -> dict[str, str]:
    return {document.text[block.start : block.end]: block.kind for block in document.blocks}


@pytest.mark.parametrize(
    "between",
    [
        f"<div class=intro><p>{SUMMARY}</p></div>",
        f"<div><div class=key-points><ul><li>{SUMMARY}</ul></div></div>",
        f"<div class=storyMediaCaption><p class=lead>{SUMMARY}</p></div>",
        f"<p class=abstract>{SUMMARY[:60]}<a href='https://a.example/x'>{SUMMARY[60:]}</a></p>",
    ],
)
def test_what_sums_up_below_the_headline_is_read_wherever_it_stands(between: str) -> None:
    page = f"<div><div><h1>{TITLE}</h1></div>{between}<div itemprop=articleBody><p>{LEAD}</p><p>{MORE}</p></div></div>"
    assert kinds(read(page, WINDOW))[SUMMARY] in ("paragraph", "list_item")


def test_a_summary_that_the_article_begins_with_is_read_once() -> None:
    body = f"<div itemprop=articleBody><p>{LEAD} {MORE}</p><p>{MORE}</p></div>"
    page = f"<header><h1>{TITLE}</h1><p>{LEAD}</p></header>{body}"
    assert read(page, WINDOW).text.count(LEAD) == 1


def test_the_banner_that_holds_the_headline_is_of_the_article() -> None:
    banner = f"<header class=banner-headline><h1>{TITLE}</h1><h2>{SUMMARY}</h2></header>"
    page = f"<article>{banner}<div class=banner><p>{MORE}</p></div><p>{LEAD}</p><p>{LEAD}</p></article>"
    found = kinds(read(page, WINDOW))
    assert found[SUMMARY] == "heading"
    assert MORE not in found


@pytest.mark.parametrize(
    "caption",
    [
        "<div class=photo><img><p class=caption>{}</p></div>",
        "<div class=x><span class=pb-caption>{}</span></div>",
        "<div class='picBox full'><a href=/x><img></a><p>{}</p></div>",
        "<a href=/x><div class=article__photo__desc>{}</div></a>",
        "<span class=bildunterschrift>{}</span>",
        "<figure><figcaption aria-hidden=true>{}</figcaption></figure>",
    ],
)
def test_what_is_said_of_a_picture_is_told_by_its_name(caption: str) -> None:
    text = "The wall before it was mended"
    assert kinds(read(f"<article><p>{LEAD}</p>{caption.format(text)}<p>{MORE}</p></article>"))[text] == "caption"


def test_a_long_text_in_a_box_called_so_is_no_caption() -> None:
    assert kinds(read(f"<div class=caption><p>{LEAD * 6}</p><p>{MORE * 6}</p></div>"))[LEAD * 6] == "paragraph"
    page = f"<article><div class=pic><img><p>{LEAD * 2}</p></div><p>{MORE}</p></article>"
    assert kinds(read(page))[LEAD * 2] == "paragraph"


def test_more_comments_than_article_are_still_comments() -> None:
    comments = "".join(f"<div class=item><h5>Reader {number}</h5><p>{MORE}</p></div>" for number in range(6))
    text = f"<div class=text><p>{LEAD}</p><p>{LEAD}</p></div>"
    page = f"<div><h1>{TITLE}</h1>{text}<div class=comments>{comments}</div></div>"
    assert "Reader" not in read(page, WINDOW).text


def test_a_page_of_nothing_but_comments_is_read() -> None:
    assert read(f"<div class=comments><p>{LEAD}</p><p>{MORE}</p></div>").text == f"{LEAD}\n\n{MORE}"


def test_a_sentence_said_again_in_large_letters_is_the_pages_own() -> None:
    said = "The pumps were silent from four in the morning"
    page = f"<article><p>{LEAD}</p><div class=pullquote>“{said}”</div><p>{MORE} “{said},” he said.</p>{{}}</article>"
    assert kinds(read(page.format("")))[f"“{said}”"] == "boilerplate"
    other = "Nobody came to see whether they ran at all"
    assert kinds(read(page.format(f"<div class=pullquote>{other}</div>")))[other] == "quote"
    box = f"<aside class='pull-quote'><p>{other}</p></aside><aside class=facts><p>{MORE} Facts.</p></aside>"
    assert kinds(read(page.format(box)))[other] == "quote"
    assert f"{MORE} Facts." not in kinds(read(page.format(box)))


@pytest.mark.parametrize(
    "line",
    [
        "Ada Quill FOR THE VALLEY PAPER",
        "Ada Quill / TN / Mar 2, 2025, 23:57 IST",
        "The Tarn | 02.03.2025 à 16h02 • Mis à jour le 03.03.2025 à 15h40 | Par Ada Quill",
        "Von: Ada Quill 2. März 2025",
        "Ben Ross | Agencies | Tarnow | Lublin",
        "الأحد، 02 آذار/مارس 2025، آخر تحديث 02:21 (GMT+0400)",
    ],
)
def test_a_line_about_the_headline_that_says_who_or_when_is_a_caption(line: str) -> None:
    page = f"<article><h1>{TITLE}</h1><p>{LEAD}</p><div>{line}</div><p>{MORE}</p><p>{{}}</p></article>"
    head = "<meta name=author content='Ada Quill'>"
    assert kinds(read(page.format(""), head))[line] == "caption"


def test_a_word_above_the_headline_says_what_it_is_about() -> None:
    assert (
        kinds(read(f"<article><p>Comment from afar</p><h1>{TITLE}</h1><p>{LEAD}</p></article>"))["Comment from afar"]
        == "caption"
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ada Quill is a reporter in Tarnow and covers the river.", "boilerplate"),
        ("<i>Ada Quill writes on rivers and on what they cost</i>", "boilerplate"),
        ("Ada Quill and the river", "paragraph"),
        ("Ruth Sand is a reporter in Tarnow and covers the river.", "paragraph"),
    ],
)
def test_who_the_writer_is_stands_at_the_end(line: str, kind: str) -> None:
    head = "<meta name=author content='Ada Quill'>"
    found = kinds(read(f"<article><p>{LEAD}</p><p>{MORE}</p><p>{line}</p></article>", head))
    assert found[line.removeprefix("<i>").removesuffix("</i>")] == kind


def test_who_signed_an_embedded_message_is_told_beside_it() -> None:
    signed = "— Tarnow United (@Tarnow) March 3, 2025"
    page = f"<p>{LEAD}</p><blockquote><p>A night on the river</p>{signed}</blockquote><p>{MORE}</p>"
    found = kinds(read(page))
    assert (found["A night on the river"], found[signed]) == ("quote", "caption")


@pytest.mark.parametrize("line", ["239", "1.2K", "-", "By", "Temas", "Lire : le pont emporté", "Leia também: A ponte"])
def test_counts_signs_and_labels_are_the_pages_own(line: str) -> None:
    assert kinds(read(f"<p>{LEAD}</p><p>{line}</p><p>{MORE}</p>"))[line] == "boilerplate"


def test_a_heading_that_is_a_link_leads_to_another_article() -> None:
    page = f"<p>{LEAD}</p><p>{MORE}</p><h2><a href='/x'>Can the dams hold?</a></h2><p>{MORE}</p>"
    assert "dams" not in read(f"<article>{page}</article>").text
    assert "Can the dams hold?" in kinds(read("<article>" + page.replace("<a href='/x'>", "<b>") + "</article>"))


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (
            "<meta name=sailthru.date content=2025-03-05><meta property=article:published_time content=2025-03-04>",
            "2025-03-04",
        ),
        ("<meta name=OriginalPublicationDate content='2025/03/04 10:41:00'>", "2025-03-04"),
        ("<meta name=date content=2025-03-05>", "2025-03-05"),
        ("<title>The levee that broke | Tarn | 04.03.2025</title>", "2025-03-04"),
        ("<title>The levee that broke | Tarn</title>", None),
    ],
)
def test_the_day_of_publication_goes_before_that_of_a_change(head: str, date: str | None) -> None:
    assert read(f"<article><p>{LEAD}</p><p>{MORE}</p></article>", head).date == date


def test_the_marked_day_is_not_that_of_a_change() -> None:
    changed = "<time itemprop=dateModified datetime=2025-03-05>x</time>"
    came = "<time itemprop=datePublished datetime=2025-03-04>x</time>"
    plain = "<time datetime=2025-03-04>x</time>"
    assert read(f"<article>{changed}{plain}<p>{LEAD}</p></article>").date == "2025-03-04"
    assert read(f"<article>{changed}{came}<p>{LEAD}</p></article>").date == "2025-03-04"
    assert (
        read(f"<article><abbr itemprop=datePublished title=2025-03-04>x</abbr><p>{LEAD}</p></article>").date
        == "2025-03-04"
    )


@pytest.mark.parametrize(
    "line",
    ["更新时间 2025年3月4日, 格林尼治标准时间10:41", "Agencia Tarn 04.03.2025", "( 2025-03-04 09:20:26 ) 稿件来源"],
)
def test_a_line_that_says_when_and_by_whom_holds_its_day(line: str) -> None:
    assert day_said(line) == "2025-03-04"


@pytest.mark.parametrize(
    "line",
    [
        "Two years after the flood of 4 March 2025",
        "The wall broke on March 4, 2025, and fell",
        "Did it break on 4 March 2025 at 10:41?",
        "31.02.2025 at 10:41",
        "1,204 and 10:41",
    ],
)
def test_a_sentence_with_a_day_in_it_dates_nothing(line: str) -> None:
    assert day_said(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "4 de março de 2025 às 10:20".replace(" às", ","),
        "4. března 2025",
        "4 Mart 2025",
        "4 maart 2025",
        "4 مارس 2025",
        "4 آذار 2025",
        "2025/3/4 5:50",
    ],
)
def test_days_in_more_languages(line: str) -> None:
    assert line_date(line) == "2025-03-04"


@pytest.mark.parametrize(
    ("line", "month"), [("4. června 2025", "06"), ("4. července 2025", "07"), ("4 lipca 2025", "07")]
)
def test_months_that_begin_alike_for_four_letters(line: str, month: str) -> None:
    assert line_date(line) == f"2025-{month}-04"


def test_a_stated_day_with_strokes_is_one() -> None:
    assert stated_date("2025/03/04 10:41:00") == "2025-03-04"
    assert stated_date("2025/03-04") is None


def test_the_name_of_a_blog_is_not_the_title_of_its_article() -> None:
    head = f"<title>River Notes: {TITLE}</title><meta property=og:title content='{TITLE}'>"
    page = f"<h1>River Notes</h1><h3 class=post-title>{TITLE}</h3><div><p>{LEAD}</p><p>{MORE}</p></div>"
    document = read(page, head)
    assert document.title == TITLE
    assert document.text.count(TITLE) == 1


def test_the_window_names_the_site_without_a_space_where_words_have_none() -> None:
    head = "<title>塔尔诺夫堤坝决口_河边新闻网</title>"
    assert read(f"<p>{LEAD}</p><p>{MORE}</p>", head).title == "塔尔诺夫堤坝决口"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("塔尔诺夫市议会星期二表示，洪水到来之前已有家庭离开了下城。", "zh"),
        ("タルノフ市議会は火曜日、水が来る前に世帯が下町を離れたと発表した。", "ja"),
        ("塔", None),
        ("2025 10:41", None),
    ],
)
def test_scripts_without_spaces_tell_their_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "page",
    [
        "<div class=pullquote>The pumps were silent from four in the morning on</div>" * 10_000,
        "<div class=pic><img><p>x</p></div>" * 10_000,
        "<span class=caption>x</span>" * 20_000,
        "".join(f"<div class='a{number} caption quote'>x</div>" for number in range(15_000)),
        "<p>2025-03-04 10:41 2025-03-04</p>" * 16_000,
        f"<h1>{TITLE}</h1>" + "<div><p>x 4 آذار/مارس 2025</p></div>" * 12_000,
        "<div class='" + "caption-photo_" * 20_000 + "'>x</div>",
    ],
)
def test_hostile_pages_take_bounded_time(page: str) -> None:
    with bounded():
        load_bytes(f"<html><head>{WINDOW}</head><body>{page}<p>{LEAD}</p></body></html>".encode(), "a.html")


@pytest.mark.parametrize(
    "line",
    [
        f"More from The Tarn Post: <a href=/a>{MORE}</a>",
        f"Read more: <a href='https://a.example/a'>{MORE}</a>",
        f"Lesen Sie auch: <a href=/a>{MORE}</a>",
    ],
)
def test_a_link_behind_words_that_announce_it_is_the_pages_own_however_long(line: str) -> None:
    page = f"<article><p>{LEAD}</p><p>{line}</p><p>{LEAD} Twice.</p><p>{LEAD} Thrice.</p></article>"
    assert [kind for text, kind in kinds(read(page)).items() if MORE in text] == ["boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        f"The mayor said: <a href=/a>{MORE}</a>",
        f"More from the mayor: {MORE}",
        f"More from the mayor: he <a href=/a>spoke of the army</a>. {MORE}",
    ],
)
def test_a_sentence_with_a_link_behind_a_colon_is_of_the_article(line: str) -> None:
    page = f"<article><p>{LEAD}</p><p>{line}</p><p>{LEAD} Twice.</p><p>{LEAD} Thrice.</p></article>"
    assert [kind for text, kind in kinds(read(page)).items() if MORE in text] == ["paragraph"]


def test_the_rules_for_comments_are_the_pages_own_at_the_end_alone() -> None:
    rules = (
        "Comments are moderated before they are shown, and those that insult anybody, or that sell anything, are not "
        "shown at all, whoever wrote them and however often they are sent to us."
    )
    text = "".join(f"<p>{LEAD} {number}</p>" for number in range(6))
    assert kinds(read(f"<article>{text}<p>{rules}</p></article>"))[rules] == "boilerplate"
    assert kinds(read(f"<article><p>{rules}</p>{text}</article>"))[rules] == "paragraph"


def test_what_is_written_over_the_points_of_a_summary_is_the_pages_own() -> None:
    points = f"<ul><li>{MORE}</li></ul><p>{LEAD}</p>"
    assert kinds(read(f"<article><div>My News</div><div>Summary</div>{points}</article>"))["Summary"] == "boilerplate"
    assert kinds(read(f"<article><p>Summary</p><p>{MORE}</p><p>{LEAD}</p></article>"))["Summary"] == "paragraph"


@pytest.mark.parametrize("tag", ["amp-sidebar", "amp-consent", "amp-ad", "amp-iframe", "div layout=nodisplay"])
def test_what_an_amp_page_keeps_for_later_is_not_read(tag: str) -> None:
    page = f"<article><p>{LEAD}</p><{tag}><p placeholder>{MORE}</p></{tag.split()[0]}><p>{LEAD} Twice.</p></article>"
    assert MORE not in read(page).text


def test_a_message_that_an_amp_page_shows_until_it_is_loaded_is_read() -> None:
    page = f"<article><p>{LEAD}</p><amp-twitter><blockquote placeholder>{MORE}</blockquote></amp-twitter></article>"
    assert kinds(read(page))[MORE] == "quote"


def test_entries_called_as_a_ticker_of_prices_is_are_read_where_they_are_the_article() -> None:
    entries = "".join(f"<div class='ticker-entry x{number}'><p>{MORE} {number}</p></div>" for number in range(4))
    assert all(f"{MORE} {number}" in read(f"<article><p>{LEAD}</p>{entries}</article>").text for number in range(4))
    text = "".join(f"<p>{LEAD} {number}</p>" for number in range(9))
    assert MORE not in read(f"<article>{text}<div class='ticker x'><p>{MORE}</p></div></article>").text


def test_what_stands_below_a_long_list_is_of_the_article() -> None:
    listed = "".join(f"<li>{MORE} {number}</li>" for number in range(6))
    found = kinds(read(f"<div><ul>{listed}</ul><p>{LEAD}</p></div>"))
    assert list(found.values()) == ["list_item"] * 6 + ["paragraph"]


@pytest.mark.parametrize(
    "hour",
    [
        "17.40 GMT",
        "5:40 p.m.",
        "5pm ET",
        "Posted at 17:40 4 Mar",
        "Updated at 17.52 GMT",
        "17:40, March 4, 2025",
        "17:40 Uhr",
    ],
)
def test_the_hour_of_an_entry_in_a_list_is_no_item(hour: str) -> None:
    entries = f"<ol><li><article><a href=/1><time>{hour}</time></a><p>{MORE}</p></article></li></ol>" * 2
    found = kinds(read(f"<main><p>{LEAD}</p>{entries}</main>"))
    assert (found[hour], found[MORE]) == ("caption", "paragraph")


def test_a_credit_beside_a_caption_stands_apart() -> None:
    box = "<div class=photo><img src=a.jpg><span>The levee on Sunday</span><span>© Ada Quill</span></div>"
    assert "The levee on Sunday © Ada Quill" in kinds(read(f"<article>{box}<p>{LEAD}</p><p>{MORE}</p></article>"))
