"""Text that its file parts by line breaks, not by elements: an empty line parts paragraphs, a single break does not,
and a line that is set in below a finished one begins a paragraph, as in print.
"""

from __future__ import annotations

import pytest

from index.documents.binary.sheet import Sheet
from index.documents.builder import Mark, Rich, parted
from index.documents.load import load_bytes
from index.documents.model import Document

FIRST = "The river rose in the night, and the lower town had to be left by all who live there."
SECOND = "Firemen carried forty of them over the bridge, the mayor said, and nobody was hurt."
THIRD = "The water is to fall again by Friday, said the office that measures it at the mill."


def page(body: str) -> Document:
    source = f"<html><head><title>Flood</title></head><body><h1>Flood</h1>{body}</body></html>"
    return load_bytes(source.encode(), "a.html")


def told(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.text[one.start : one.end]) for one in document.blocks[1:]]


@pytest.mark.parametrize(
    "empty",
    [
        "<br><br>",
        "<br />\n<br />",
        "<BR>&nbsp;<BR>",
        "<br>\xa0\u3000\n<br/>",
        "<br><br><br>",
        "<br clear=all><b></b><br>",
        "<br><a name=p2></a><br>",
        "<br><!-- more --><br>",
        "<br>&#8203;<br>",
    ],
)
@pytest.mark.parametrize(
    "box",
    [
        "<div class='post-body entry-content'>{}</div>",
        "<table width=600><tr><td><font face=arial size=2>{}</font></td></tr></table>",
        "<div class=post_content><span style='font-size:12px'>{}</span></div>",
        "<p>{}</p>",
    ],
)
def test_an_empty_line_of_a_page_parts_paragraphs(box: str, empty: str) -> None:
    found = told(page(box.format(f"{FIRST}{empty}<i>{SECOND}</i>{empty}{THIRD}")))
    assert found == [("paragraph", FIRST), ("paragraph", SECOND), ("paragraph", THIRD)]


@pytest.mark.parametrize(
    "in_set",
    [
        "<br>&nbsp;&nbsp;&nbsp; ",
        "<br />\n&nbsp; &nbsp;",
        "<br>&emsp;",
        "<br>\xa0\xa0",
        "<br/>\n\u3000\u3000",
        "<br><b>&nbsp;&nbsp;</b>",
    ],
)
def test_a_line_set_in_below_a_finished_one_begins_a_paragraph(in_set: str) -> None:
    found = told(page(f"<div>&nbsp;&nbsp;{FIRST}{in_set}{SECOND}</div>"))
    if "<b>" in in_set:  # spaces that stand alone may be of anything
        assert found == [("paragraph", f"{FIRST}\n{SECOND}")]
    else:
        assert found == [("paragraph", FIRST), ("paragraph", SECOND)]


@pytest.mark.parametrize(
    ("above", "between"),
    [
        (FIRST, "<br>"),
        (FIRST, "<br>\n    "),
        (FIRST, "<br>&nbsp;"),
        ("The river rose in the night", "<br>&nbsp;&nbsp;"),
    ],
)
def test_any_other_line_of_a_page_stays_in_its_paragraph(above: str, between: str) -> None:
    assert told(page(f"<div>{above}{between}{SECOND}</div>")) == [("paragraph", f"{above}\n{SECOND}")]


def test_lines_kept_as_they_are_stay_one_block() -> None:
    found = told(page(f"<pre>{FIRST}<br><br>{SECOND}<br>&nbsp;&nbsp;{THIRD}</pre>"))
    assert [kind for kind, _ in found] == ["code"]


@pytest.mark.parametrize("empty", ["<br><br>", "<br />\n<br />\n", "  \n<br>  \n", "<br>&nbsp;<br>"])
def test_an_empty_line_in_markdown_parts_paragraphs(empty: str) -> None:
    document = load_bytes(f"# Flood\n\n{FIRST}{empty}*{SECOND}*{empty}{THIRD}\n".encode(), "a.md")
    assert told(document) == [("paragraph", FIRST), ("paragraph", SECOND), ("paragraph", THIRD)]
    assert [document.text[one.start : one.end] for one in document.inlines] == [SECOND]


def test_a_single_break_in_markdown_stays_one_and_no_space_begins_the_line() -> None:
    document = load_bytes(f"# Flood\n\n{FIRST}<br>\n{SECOND}\n\n> {FIRST}<br><br>{SECOND}\n".encode(), "a.md")
    assert told(document) == [("paragraph", f"{FIRST}\n{SECOND}"), ("quote", FIRST), ("quote", SECOND)]


def test_what_parts_of_a_paragraph_are_is_told_of_each() -> None:
    document = load_bytes(f"# Flood\n\n{FIRST}<br><br>{SECOND}<br><br>Read also: The mill is sold\n".encode(), "a.md")
    assert [kind for kind, _ in told(document)] == ["paragraph", "paragraph", "boilerplate"]


def test_an_empty_line_of_a_word_processor_parts_paragraphs_but_no_headings() -> None:
    sheet = Sheet()
    for tag in ("p", "li", "h2"):
        sheet.begin_paragraph()
        sheet.is_now(tag, level=1, marker="•")
        sheet.say("One.")
        sheet.break_line()
        sheet.say(" ")
        sheet.break_line()
        sheet.say("Two.")
        sheet.break_line()
        sheet.say("Three.")
        assert sheet.end_paragraph() is not None
    assert [(piece.tag, piece.rich.text, piece.marker) for piece in sheet.pieces] == [
        ("p", "One.", "•"),
        ("p", "Two.\nThree.", ""),
        ("li", "One.", "•"),
        ("li", "Two.\nThree.", ""),
        ("h2", "One.\n\nTwo.\nThree.", "•"),
    ]


def test_marks_stay_on_their_words_where_a_text_is_parted() -> None:
    text = f"{FIRST}\n \n\n  {SECOND}\n{THIRD}\n\n"
    at = text.index(SECOND)
    rich = Rich(
        text, (Mark(0, 9, "strong"), Mark(4, at + 7, "emphasis"), Mark(at, at + 7, "link", "https://a.example"))
    )
    first, second = parted(rich)
    assert (first.text, second.text) == (FIRST, f"{SECOND}\n{THIRD}")
    assert first.marks == (Mark(0, 9, "strong"), Mark(4, len(FIRST), "emphasis"))
    assert second.marks == (Mark(0, 7, "emphasis"), Mark(0, 7, "link", "https://a.example"))
