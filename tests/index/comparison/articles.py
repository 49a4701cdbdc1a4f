"""Articles made of plain text, read and named as the library does; apart from all rules of comparing."""

from __future__ import annotations

from index.comparison.model import Side
from index.documents.load import load_bytes
from index.entities.recognise import recognise
from index.entities.resolving.resolve import Resolver


def make_sides(*texts: str) -> list[Side]:
    """One side a text, named 0.txt, 1.txt and so on, with entities resolved over all of them."""
    documents = [load_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]
    resolver = Resolver()
    for document in documents:
        resolver.add(document.path, recognise(document))
    return [Side(document, resolver.annotations(document.path)) for document in documents]
