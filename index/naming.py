"""What a document names, whatever the rules make of it."""

from __future__ import annotations

from collections.abc import Callable

from index.documents.model import Document
from index.entities.model import Mention, Recognition, unknown
from index.entities.recognise import recognise


def names(document: Document, found: Callable[[tuple[Mention, ...]], None] | None = None) -> Recognition:
    """What a document names; nothing, and why, where that finds a fault of ours: it can still be read and found.
    `found` hears the mentions before it is known which of them are one thing.
    """
    try:
        return recognise(document, found)
    except Exception as fault:  # noqa: BLE001 - a fault of ours in one article must not cost all the others
        return unknown(f"the reader failed on it ({type(fault).__name__})")
