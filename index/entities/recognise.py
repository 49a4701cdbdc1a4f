"""What one document says by itself: its mentions, local entities and quotations.

The rules of quotations take longer to load than those of names; so they are, with what tells who is who, when the
mentions are there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from index.documents.model import Document
from index.entities.model import Mention, Recognition
from index.entities.recognising.mentions import named

NAMED_AT_MOST = 4_000_000
"""Characters of an article in which names are looked for, some twenty-five issues of a newspaper; the rest can be read
and found.
"""


def recognise(document: Document, found: Callable[[tuple[Mention, ...]], None] | None = None) -> Recognition:
    """The mentions of a document, sorted and apart, each inside one segment; its local entities; who says what.  Of
    what stands beyond `NAMED_AT_MOST` nothing is told but that.  `found` hears the mentions as soon as they are there,
    none an entity's yet.
    """
    lacking = ""
    if len(document.text) > NAMED_AT_MOST:
        document = _beginning(document)
        lacking = f"names were looked for in its first {NAMED_AT_MOST:,} characters only"
    mentions = named(document)
    if found is not None:
        found(mentions)
    from index.entities.quoting.quotes import quotations
    from index.entities.resolving.local import cluster

    mentions, entities = cluster(document, mentions)
    return Recognition(mentions, entities, quotations(document, mentions), lacking)


def _beginning(document: Document) -> Document:
    """A document up to the last whole word of those in which names are looked for."""
    text = document.text
    end = max(text.rfind(" ", 0, NAMED_AT_MOST), text.rfind("\n", 0, NAMED_AT_MOST), 0)
    blocks = [
        block._replace(
            end=min(block.end, end),
            rows=tuple(tuple(cell for cell in row if cell.end <= end) for row in block.rows),
        )
        for block in document.blocks
        if block.start < end
    ]
    return replace(document, text=text[:end], blocks=tuple(blocks), inlines=())
