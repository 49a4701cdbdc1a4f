"""A document as the JSON of `show`: the shape that scripts rely on."""

from __future__ import annotations

from typing import Any

from index.documents.model import Block, Document


def document_payload(document: Document) -> dict[str, Any]:
    """The JSON object of one document; offsets count characters of its text, end exclusive."""
    return {
        "document": document.path,
        "title": document.title,
        "date": document.date,
        "language": document.language,
        "text": document.text,
        "blocks": [_block(block) for block in document.blocks],
        "inlines": [
            {"start": inline.start, "end": inline.end, "style": inline.style}
            | ({"target": inline.target} if inline.target else {})
            for inline in document.inlines
        ],
        "encoding": document.encoding,
        "sha256": document.sha256,
        "truncated": document.truncated,
        "url": document.address or None,
    }


def _block(block: Block) -> dict[str, Any]:
    payload: dict[str, Any] = {"kind": block.kind, "start": block.start, "end": block.end, "level": block.level}
    if block.role:
        payload["role"] = block.role
    if block.marker:
        payload["marker"] = block.marker
    if block.rows:
        payload["rows"] = [[list(cell) for cell in row] for row in block.rows]
        payload["header"] = block.header
    if block.aligned:
        payload["aligned"] = block.aligned
    return payload
