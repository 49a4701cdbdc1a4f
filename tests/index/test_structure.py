"""The blocks of an article, kept in arrays: they come back as they were, and damage is told."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.building.structure import Structure, packed
from index.documents.model import Block, Document, Inline, Span
from index.errors import DamageError

places = st.integers(0, 70_000)
ahead = st.one_of(st.integers(0, 3), st.sampled_from((255, 256, 65_535, 65_536)))
spans = st.builds(Span, places, places)
blocks = st.lists(
    st.tuples(
        st.sampled_from(("heading", "paragraph", "list_item", "table", "quote", "caption", "code", "boilerplate")),
        ahead,
        ahead,
        st.integers(0, 12),
        st.sampled_from(("", "title", "question")),
        st.lists(st.lists(spans, max_size=2).map(tuple), max_size=2).map(tuple),
        st.booleans(),
        st.sampled_from(("", "•", "1.", "\ud800")),
        st.sampled_from(("", "c", "l r")),
    ),
    max_size=8,
)


def in_order(many: list[tuple[Any, ...]]) -> tuple[Block, ...]:
    """Blocks of which each begins so far behind the one before, and is so long."""
    made: list[Block] = []
    end = 0
    for kind, gap, length, *rest in many:
        made.append(Block(kind, end + gap, end + gap + length, *rest))
        end += gap + length
    return tuple(made)


documents = st.builds(
    Document,
    st.just("a.txt"),
    st.just("A"),
    st.just(""),
    blocks.map(in_order),
    st.lists(st.builds(Inline, places, places, st.sampled_from(("strong", "link")), st.text(max_size=3))).map(tuple),
    language=st.sampled_from((None, "en")),
    encoding=st.sampled_from(("utf-8", "windows-1251")),
    truncated=st.booleans(),
)


@given(documents, places)
def test_a_structure_comes_back_as_it_was(document: Document, place: int) -> None:
    read = Structure(packed(document))
    values = read.of_document()
    assert Document("a.txt", "A", "", **values) == document
    assert values.keys() < {field.name for field in fields(Document)}
    assert read.at(place) == document.block_at(place)
    for index, block in enumerate(document.blocks):
        kind, start, end, rows = read.outline(index)
        assert (kind, start, end) == (block.kind, block.start, block.end)
        if block.kind == "table":
            assert [[tuple(cell) for cell in row] for row in rows] == [[*row] for row in block.rows]
    titles = [(block.start, block.end) for block in document.blocks if block.role == "title"]
    assert read.title() == (titles[0] if titles else None)


def test_every_field_of_a_document_is_kept() -> None:
    """A field that is added to documents has a default that is left out, or is written."""
    document = Document("a.txt", "A", "", (), address="https://example.org/a", encoding="koi8-u", language="uk")
    values = Structure(packed(document)).of_document()
    assert Document("a.txt", "A", "", **values) == document
    assert len(packed(replace(document, address="", encoding="utf-8", language="en"))) < 10


@pytest.mark.parametrize("place", [0, 4, 9, 12])
def test_what_is_damaged_is_told(place: int) -> None:
    data = bytearray(packed(Document("a.txt", "A", "one", (Block("paragraph", 0, 3),))))
    data[place] ^= 1
    with pytest.raises(DamageError):
        Structure(bytes(data))
    with pytest.raises(DamageError):
        Structure(b"short")
