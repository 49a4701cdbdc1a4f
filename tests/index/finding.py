"""Asking a library, for tests."""

from __future__ import annotations

from index.library import Library


def found(library: Library, query: str) -> list[str]:
    """The paths of the articles that a query finds, sorted."""
    return sorted(hit.document for hit in library.search(query).hits)
