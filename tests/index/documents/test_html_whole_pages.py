"""Whole pages, built as agencies, papers, broadcasters, blogs and portals of eleven languages build theirs: menus,
notes, boxes, lists of other articles, comments and all, in the places where those have them. Only the words are ours.

`pages/expected.json` tells of each what is to be read: title, day, language, the blocks of the article in order, what
is said of its pictures and its writer (`captions`), and what is the page's own (`boilerplate`). The rest is left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.documents.load import load_bytes
from index.documents.model import Document

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))
ASIDE = {"caption": "captions", "boilerplate": "boilerplate"}


def read(name: str) -> Document:
    return load_bytes((PAGES / f"{name}.html").read_bytes(), f"{name}.html")


def blocks(document: Document) -> list[list[str]]:
    return [[one.kind, " ".join(document.text[one.start : one.end].split())] for one in document.blocks]


def test_every_page_says_what_is_to_be_read_of_it() -> None:
    assert sorted(EXPECTED) == sorted(file.stem for file in PAGES.glob("*.html"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_article_of_a_whole_page_is_read_and_nothing_else(name: str) -> None:
    found = blocks(read(name))
    assert [one for one in found if one[0] not in ASIDE] == EXPECTED[name]["text"]
    for kind, key in ASIDE.items():
        assert [text for of_kind, text in found if of_kind == kind] == EXPECTED[name][key]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_title_day_and_language_of_a_whole_page(name: str) -> None:
    document = read(name)
    assert [document.title, document.date, document.language] == [
        EXPECTED[name][key] for key in ("title", "date", "language")
    ]
