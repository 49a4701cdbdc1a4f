"""What a document names, whatever the rules make of it."""

from __future__ import annotations

from index.documents.model import Document
from index.entities.model import NOTHING, Recognition
from index.entities.recognise import recognise


def names(document: Document) -> Recognition:
    """What a document names; nothing where recognising finds a fault of ours in it: it can still be read and found."""
    try:
        return recognise(document)
    except Exception:  # noqa: BLE001 - a fault of ours in one article must not cost all the others
        return NOTHING
