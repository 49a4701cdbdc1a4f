"""One article as the index keeps it: packed, and unpacked part by part, since a line of results shows two sentences of
it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from functools import cached_property
from typing import Any, overload

from index.documents.model import Block, BlockKind, BlockRole, Document, Inline, Span
from index.entities import as_json
from index.entities.model import Recognition
from index.errors import DamageError
from index.search import starts
from index.search.model import Article


class Page:
    """An article of the index.  What is damaged raises DamageError when it is asked for."""

    def __init__(
        self, path: str, title: str, date: str | None, text: bytes, shape: bytes, gaps: bytes, recognition: bytes
    ) -> None:
        self.path = path
        self.title = title
        self.date = date
        self._packed = text, shape, gaps, recognition

    @cached_property
    def text(self) -> str:
        """The text of the article."""
        return inflated(self._packed[0])

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the article."""
        return _Blocks(self._shape["blocks"])

    @cached_property
    def gaps(self) -> Sequence[int]:
        """Where its words begin, as `search.starts` says."""
        try:
            return starts.decode(self._packed[2])
        except ValueError as problem:
            raise DamageError(f"the index is damaged: {problem}") from problem

    @cached_property
    def document(self) -> Document:
        """The whole document."""
        try:
            values = dict(self._shape)
            values["text"] = self.text
            values["blocks"] = tuple(self.blocks)
            values["inlines"] = tuple(Inline(*inline) for inline in values["inlines"])
            return Document(**values)
        except (ValueError, TypeError, KeyError) as problem:
            raise DamageError(f"the index is damaged: {problem}") from problem

    @cached_property
    def recognition(self) -> Recognition:
        """What it names."""
        try:
            return as_json.load(inflated(self._packed[3]))
        except ValueError as problem:
            raise DamageError(f"the index is damaged: {problem}") from problem

    @cached_property
    def _shape(self) -> dict[str, Any]:
        try:
            values = json.loads(inflated(self._packed[1]))
            if not isinstance(values["blocks"], list):
                raise ValueError("blocks that are no list")
        except (ValueError, TypeError, KeyError) as problem:
            raise DamageError(f"the index is damaged: {problem}") from problem
        return dict(values)


class _Blocks(Sequence[Block]):
    """Blocks, each made when it is looked at: a long article has thousands."""

    def __init__(self, rows: list[list[object]]) -> None:
        self._rows = rows
        self._made: dict[int, Block] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self._rows)))]
        made = self._made.get(index)
        if made is None:
            row = self._rows[index]
            try:
                made = self._made[index] = _block(*row)  # type: ignore[arg-type]
            except TypeError as problem:
                raise DamageError(f"the index is damaged: {problem}") from problem
        return made

    def __iter__(self) -> Iterator[Block]:
        return (self[index] for index in range(len(self._rows)))


def inflated(blob: object) -> str:
    """A packed string.  Raises DamageError where it is none."""
    if not isinstance(blob, bytes):
        raise DamageError("the index holds an article without its text")
    try:
        return zlib.decompress(blob).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as problem:
        raise DamageError(f"the index is damaged: {problem}") from problem


def packed(article: Article) -> tuple[bytes, bytes, bytes, bytes]:
    """An article's text, shape, beginnings of words and names, as `Page` unpacks them."""
    document = article.document
    parts = (document.text, _shape(document), as_json.dump(article.recognition))
    text, shape, names = (zlib.compress(part.encode("utf-8", "surrogatepass"), 1) for part in parts)
    return text, shape, starts.encode(document.text), names


def _shape(document: Document) -> str:
    """A document without its text.  Blocks and inlines are arrays in the order of their fields: a third of the size of
    objects.
    """
    values = {field.name: getattr(document, field.name) for field in fields(Document) if field.name != "text"}
    values["blocks"] = [astuple(block) for block in document.blocks]
    values["inlines"] = [astuple(inline) for inline in document.inlines]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _block(
    kind: BlockKind,
    start: int,
    end: int,
    level: int,
    role: BlockRole,
    rows: list[list[list[int]]],
    header: bool,
    marker: str,
) -> Block:
    cells = tuple(tuple(Span(*cell) for cell in row) for row in rows)
    return Block(kind, start, end, level, role, cells, header, marker)
