"""Markdown with its front matter becomes blocks without marks; what is built to stall a parser does not."""

from __future__ import annotations

import pytest

from index.documents.front_matter import split
from index.documents.load import load_bytes
from index.documents.model import Document
from index.documents.sentences import sentences
from tests.bounds import bounded

ARTICLE = """---
title: "Lakeside talks \\u2013 day two"
date: 2021-05-03T10:00:00+02:00
lang: en-GB
tags: [lake, talks]
---
# Lakeside talks

Envoys **met** on *Tuesday*, [they](https://lake.example/x "t") said `so`. [bad](javascript:x) [sic] ~~gone~~
and went on.

Side | Demand
---|---
North | *a* map
South | stalls \\| waits

1. First
2. Second
   - under it

     and more
> We want peace.

## What next?

```
raw  text
```

![Envoys by the lake](x.png)

<div>from <b>HTML</b></div>

Source link
"""


def read(text: str) -> Document:
    return load_bytes(text.encode(), "a.md")


def shapes(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_an_article_with_everything() -> None:
    document = read(ARTICLE)
    assert (document.title, document.date, document.language) == ("Lakeside talks – day two", "2021-05-03", "en")
    assert shapes(document) == [
        ("heading", "Lakeside talks"),
        ("paragraph", "Envoys met on Tuesday, they said so. [bad](javascript:x) [sic] gone and went on."),
        ("table", "Side  Demand\nNorth  a map\nSouth  stalls | waits"),
        ("list_item", "First"),
        ("list_item", "Second"),
        ("list_item", "under it"),
        ("list_item", "and more"),
        ("quote", "We want peace."),
        ("heading", "What next?"),
        ("code", "raw  text"),
        ("caption", "Envoys by the lake"),
        ("paragraph", "from HTML"),
        ("boilerplate", "Source link"),
    ]
    assert [(block.marker, block.level) for block in document.blocks if block.kind == "list_item"] == [
        ("1.", 1),
        ("2.", 1),
        ("•", 2),
        ("", 2),
    ]
    assert document.blocks[0].role == "title"
    found = {(inline.style, document.text[inline.start : inline.end], inline.target) for inline in document.inlines}
    assert found == {
        ("strong", "met", ""),
        ("emphasis", "Tuesday", ""),
        ("link", "they", "https://lake.example/x"),
        ("code", "so", ""),
        ("strike", "gone", ""),
        ("emphasis", "a", ""),
        ("strong", "HTML", ""),
    }


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("title: Plain words # comment", {"title": "Plain words"}),
        ("title: 'It''s'", {"title": "It's"}),
        ('title: "\\u001b]0;x\\u0007y"', {"title": "␛y"}),
        ("title: *alias\ndate: 2021-05-03", {"date": "2021-05-03"}),
        ("title: !!python/object/apply:os.system ['x']", {}),
        ("a: &a [x,x]\nb: &b [*a,*a]\ntitle: T", {"title": "T"}),
        ("title: [" + "[" * 5000, {}),
        ("title: null", {}),
        ("tags:\n  - lake\n  - talks", {"tags": "lake"}),
        ("no colon here\ntitle: T", {"title": "T"}),
    ],
)
def test_front_matter_is_a_bounded_subset(lines: str, values: dict[str, str]) -> None:
    assert split(f"---\n{lines}\n---\nbody") == (values, "body")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("url: https://pier.example/a?b=1#c", "https://pier.example/a?b=1#c"),
        ("source: The Pier\nlink: 'http://pier.example'", "http://pier.example"),
        ("url: javascript:alert(1)", ""),
        ("url: https://bank.example@pier.example/", ""),
        ("url: https:///nowhere", ""),
        ("url: https://pier.example/a b", ""),
        ('url: "https://pier.example/\\u001b[2J"', ""),
    ],
)
def test_where_an_article_was_published(lines: str, found: str) -> None:
    assert load_bytes(f"---\n{lines}\n---\nThe pier stood.\n".encode(), "a.md").address == found


def test_front_matter_without_an_end_is_text() -> None:
    assert "no end" in read("---\ntitle: x\nno end marker here\n").text
    assert read("---\ndate: 2021-13-45\ntitle: T\n---\ntext").date is None


def test_escapes_hidden_in_entities_are_cleaned() -> None:
    document = read("# Head &#27;]0;x&#7;\n\nText &#x202e; and &#155;0m `\\x1b`\n")
    assert "\x1b" not in document.text + document.title
    assert "\u202e" not in document.text
    assert "\x9b" not in document.text


@pytest.mark.parametrize(
    "unit",
    [
        "*",
        "|",
        "#",
        ">",
        "[",
        "_",
        "`",
        "<",
        "&",
        "\\",
        "***a ",
        "*a_ ",
        "a|b\n---|---\n",
        "- ",
        "1. ",
        "> a\n",
        "![](",
        "[a](b",
        "a\n",
        "<!--",
        "[a]: b\n",
    ],
)
def test_markdown_is_read_in_bounded_time(unit: str) -> None:
    text = (unit * (200_000 // len(unit) + 1))[:200_000]
    with bounded():
        read(text)


def test_nesting_is_cut_and_nothing_is_lost() -> None:
    document = read(">" * 3000 + " deep quote\n\n" + "".join("  " * depth + f"- item{depth}\n" for depth in range(200)))
    assert "deep quote" in document.text
    assert all(f"item{depth}" in document.text for depth in range(200))


def test_a_wide_table_with_short_rows_stays_small() -> None:
    text = "|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n" + "|x|\n" * 3000
    with bounded():
        document = read(text)
    assert len(document.text) < 2 * len(text)


NOTED = """# Talks

They met on Tuesday.[^1] Nobody said why,[^long] but it rained.[^1] See [^none].

Harbour
: Where the **boats** lie.
: A pub.

[^never]: Never referred to.
[^1]: The minutes say *Wednesday*.[^2]
[^2]: So they do.

[^long]: Two paragraphs.

    The second.

Last words.
"""


def test_footnotes_stand_at_the_end_and_definitions_under_their_terms() -> None:
    document = read(NOTED)
    assert [(block.kind, block.marker, document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", "", "Talks"),
        ("paragraph", "", "They met on Tuesday.[1] Nobody said why,[2] but it rained.[1] See [^none]."),
        ("list_item", "•", "Harbour"),
        ("list_item", "–", "Where the boats lie."),
        ("list_item", "–", "A pub."),
        ("paragraph", "", "Last words."),
        ("list_item", "[1]", "The minutes say Wednesday.[3]"),
        ("list_item", "[2]", "Two paragraphs.\nThe second."),
        ("list_item", "[3]", "So they do."),
        ("list_item", "[4]", "Never referred to."),
    ]
    marks = [(one.style, document.text[one.start : one.end]) for one in document.inlines]
    assert [text for style, text in marks if style == "note"] == ["[1]", "[2]", "[1]", "[3]"]
    assert ("strong", "Harbour") in marks
    said = [document.text[one.start : one.end] for one in sentences(document)]
    assert "They met on Tuesday.[1]" in said


def test_notes_in_the_line_stand_at_the_end_with_the_others() -> None:
    source = (
        "They met.^[On *Tuesday*, see [the log](https://a.example/l).] It rained.[^1] Nobody\n"
        "left^[But one.^[He said\nso.]] in time: 2^3, a^[], `b^[c]` and ^[open.\n\n[^1]: In [May].\n"
    )
    document = read(source)
    assert [(block.kind, block.marker, document.text[block.start : block.end]) for block in document.blocks] == [
        ("paragraph", "", "They met.[1] It rained.[2] Nobody left[3] in time: 2^3, a^[], b^[c] and ^[open."),
        ("list_item", "[1]", "On Tuesday, see the log."),
        ("list_item", "[2]", "In [May]."),
        ("list_item", "[3]", "But one.[4]"),
        ("list_item", "[4]", "He said so."),
    ]
    marks = [(one.style, document.text[one.start : one.end]) for one in document.inlines]
    assert [text for style, text in marks if style == "note"] == ["[1]", "[2]", "[3]", "[4]"]
    assert {("emphasis", "Tuesday"), ("link", "the log")} <= set(marks)


@pytest.mark.parametrize("text", ["w^[a] " * 4000, "^[a " * 3000, "^[" + "[a]" * 5000, "^[a" * 300 + "]" * 300])
def test_notes_in_the_line_are_read_in_bounded_time(text: str) -> None:
    with bounded():
        document = read(text)
    assert len(document.text) <= 2 * len(text)


@pytest.mark.parametrize(
    "text",
    ["[^a]: " * 5000, "w[^1] " * 4000 + "\n\n[^1]: x", "x\n: y\n" * 3500, "x\n" + ": " * 5000],
)
def test_notes_are_read_in_bounded_time_and_do_not_grow(text: str) -> None:
    with bounded():
        document = read(text)
    assert len(document.text) <= len(text)


def test_questions_pictures_and_addresses_that_are_not_opened() -> None:
    source = "Q: Who was there?\n\n![](x.png)\n\n[Talks](ftp://a.example/x) and [more](https://a.example/y) ended.\n"
    document = load_bytes(source.encode(), "a.md")
    assert [(block.kind, block.role) for block in document.blocks] == [("heading", "question"), ("paragraph", "")]
    assert [(mark.style, mark.target) for mark in document.inlines if mark.style == "link"] == [
        ("link", "https://a.example/y")
    ]
