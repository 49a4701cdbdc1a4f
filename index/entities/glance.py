"""Names of what is in view, found from that alone: they stand out until those of the whole article are found.

A name that only another part of the article makes clear is missing, and none is an entity's yet.
"""

from __future__ import annotations

from dataclasses import replace

from index.documents.model import Block, Document, Span
from index.entities.model import Mention
from index.entities.recognising.mentions import named

_AROUND = 150
"""Characters before and after, so that a sentence begins and ends; of a longer block only so many are looked at."""


def glance(document: Document, view: Span) -> tuple[Mention, ...]:
    """The mentions in and around `view`, sorted, by characters of the document; in time by the length of the view."""
    text = document.text
    start = _between_words(text, max(0, view.start - _AROUND), view.start)
    end = _between_words(text, min(len(text), view.end + _AROUND), len(text))
    first = max(0, document.block_at(start))
    blocks = [
        _cut(block, start, end)
        for block in document.blocks[first : document.block_at(end) + 1]
        if block.start < end and block.end > start
    ]
    passage = replace(document, text=text[start:end], blocks=tuple(blocks), inlines=())
    return tuple(mention._replace(start=mention.start + start, end=mention.end + start) for mention in named(passage))


def _between_words(text: str, place: int, last: int) -> int:
    """The next place from `place` on that is inside no word, at most `last` and no further than a word may be long."""
    last = min(last, place + _AROUND)
    while 0 < place < last and not text[place - 1].isspace():
        place += 1
    return place


def _cut(block: Block, start: int, end: int) -> Block:
    """What of a block stands from `start` to `end`, by characters from `start` on."""
    rows = tuple(
        tuple(Span(cell.start - start, cell.end - start) for cell in row if cell.start >= start and cell.end <= end)
        for row in block.rows
    )
    return block._replace(start=max(block.start, start) - start, end=min(block.end, end) - start, rows=rows)
