"""What the tests of entities share: a document of plain paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.documents.model import Block, Document

Make = Callable[..., Document]


def document(text: str, path: str = "a.txt", kind: str = "paragraph") -> Document:
    """A document with one block for each stretch between empty lines."""
    blocks: list[Block] = []
    at = 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block(kind, at, at + len(part)))  # type: ignore[arg-type]
        at += len(part) + 2
    return Document(path, "", text, tuple(blocks))


@pytest.fixture
def make() -> Make:
    """Builds a document from text."""
    return document
