"""One article as the index keeps it: packed, and unpacked part by part, since a line of results shows two sentences of
it.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import fields
from operator import itemgetter
from typing import Any, NamedTuple, overload

from index.compressing import compressed, decompressed
from index.documents.model import Block, BlockKind, BlockRole, Document, Inline, Span
from index.entities import as_json
from index.entities.model import Recognition
from index.errors import DamageError
from index.search.model import Article, Outline
from index.search.stored import starts

_ROLE = 4
_APART = frozenset(("path", "title", "text", "date", "sha256"))
"""What of a document has a column of its own."""
_SHAPE = tuple(field for field in fields(Document) if field.name not in _APART)
_USUAL: tuple[Any, ...] = tuple(Block._field_defaults.values())
_USUAL_SHAPE = (
    '"truncated":true,"encoding":"windows-1252","inlines":[[,"code",""],"emphasis",""],"strong",""],"link",'
    '"http://https://www."]],["code",2,],["boilerplate",2,],["caption",2,],["quote",2,],["table",2,,0,"",[[[],true],'
    '["list_item",1,1,"",[],false,"•"],["heading",2,,2],["paragraph",2,2],["paragraph",2,1],["paragraph",2,3]]}'
    '{"language":"en","blocks":[["heading",0,,1,"title"],["paragraph",2,'
).encode()
"""What the shapes of articles often hold, the most usual last."""
_START = itemgetter(1)


class Page:
    """An article of the index.  What is damaged raises DamageError when it is asked for."""

    __slots__ = ("_blocks", "_gaps", "_packed", "_recognition", "_shape", "_text", "date", "path", "sha256",
                 "title")  # fmt: skip

    def __init__(
        self,
        path: str,
        title: str,
        date: str | None,
        sha256: str,
        text: bytes,
        shape: bytes,
        gaps: bytes,
        recognition: bytes,
    ) -> None:
        self.path = path
        self.title = title
        self.date = date
        self.sha256 = sha256
        self._packed = text, shape, gaps, recognition
        self._text: str | None = None
        self._shape: dict[str, Any] | None = None
        self._blocks: _Blocks | None = None
        self._gaps: Sequence[int] | None = None
        self._recognition: Recognition | None = None

    @property
    def packed_size(self) -> int:
        """Bytes of its text as it is kept."""
        return len(self._packed[0])

    @property
    def named(self) -> bool:
        """Whether its names are in the index."""
        return bool(self._packed[3])

    @property
    def article(self) -> Article:
        """The article; what it names is not unpacked, or found, before it is asked for."""
        return _Unpacked(self)

    @property
    def text(self) -> str:
        """The text of the article."""
        if self._text is None:
            self._text = inflated(self._packed[0])
        return self._text

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the article."""
        return self._rows()

    def block_at(self, place: int) -> int:
        """Which block is the last that begins at a character or before it; -1 where none does."""
        return bisect_right(self._rows().rows, place, key=_START) - 1

    def outline(self, index: int) -> Outline:
        """Kind, start, end and table rows of a block, which is not made for that."""
        kind, start, end, _, _, rows, _, _ = self._rows().rows[index]
        return kind, start, end, rows

    def title_start(self) -> int:
        """Where the title stands in the text, or -1."""
        for row in self._rows().rows:
            if row[_ROLE] == "title":
                return row[1] if self.text[row[1] : row[2]] == self.title else -1
        return -1

    @property
    def gaps(self) -> Sequence[int]:
        """Where its words begin, as `search.starts` says."""
        if self._gaps is None:
            try:
                self._gaps = starts.decode(self._packed[2])
            except ValueError as problem:
                raise DamageError(f"the index is damaged: {problem}") from problem
        return self._gaps

    @property
    def document(self) -> Document:
        """The whole document."""
        try:
            values = dict(self._shaped())
            values["blocks"] = tuple(self.blocks)
            values["inlines"] = tuple(Inline(*inline) for inline in values.get("inlines", ()))
            return Document(
                path=self.path, title=self.title, text=self.text, date=self.date, sha256=self.sha256, **values
            )
        except (ValueError, TypeError, KeyError) as problem:
            raise DamageError(f"the index is damaged: {problem}") from problem

    @property
    def recognition(self) -> Recognition:
        """What it names; found now, where it was not yet."""
        if self._recognition is None:
            try:
                self._recognition = self._unpacked() if self.named else self._named_now()
            except ValueError as problem:
                raise DamageError(f"the index is damaged: {problem}") from problem
        return self._recognition

    def named_at(self) -> list[Span]:
        """Where its mentions stand, in order; unpacked no further where they were found."""
        if self._recognition is not None or not self.named:
            return [Span(mention.start, mention.end) for mention in self.recognition.mentions]
        try:
            return as_json.load_spans(inflated(self._packed[3]))
        except ValueError as problem:
            raise DamageError(f"the index is damaged: {problem}") from problem

    def _unpacked(self) -> Recognition:
        return as_json.load(inflated(self._packed[3]), self.text)

    def _named_now(self) -> Recognition:
        from index.naming import names  # its tables would take their time in every process

        return names(self.document)

    def _rows(self) -> _Blocks:
        if self._blocks is None:
            self._blocks = _Blocks(self._shaped()["blocks"])
        return self._blocks

    def _shaped(self) -> dict[str, Any]:
        if self._shape is None:
            try:
                values = json.loads(inflated(self._packed[1], _USUAL_SHAPE))
                values["blocks"] = _placed(values["blocks"])
            except (ValueError, TypeError, KeyError) as problem:
                raise DamageError(f"the index is damaged: {problem}") from problem
            self._shape = dict(values)
        return self._shape


class _Unpacked(Article):
    """An article of a page."""

    __slots__ = ("_page",)
    _page: Page

    def __init__(self, page: Page) -> None:
        object.__setattr__(self, "document", page.document)
        object.__setattr__(self, "_page", page)

    @property
    def recognition(self) -> Recognition:
        """What it names."""
        return self._page.recognition

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Article):
            return NotImplemented
        return (self.document, self.recognition) == (other.document, other.recognition)

    def __hash__(self) -> int:
        return hash((self.document, self.recognition))


class _Blocks(Sequence[Block]):
    """Blocks, each made when it is looked at: a long article has thousands."""

    def __init__(self, rows: list[list[Any]]) -> None:
        self.rows = rows
        """As they are kept: a list of each block's fields."""
        self._made: dict[int, Block] = {}

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self.rows)))]
        made = self._made.get(index)
        if made is None:
            row = self.rows[index]
            try:
                made = self._made[index] = _block(*row)
            except TypeError as problem:
                raise DamageError(f"the index is damaged: {problem}") from problem
        return made

    def __iter__(self) -> Iterator[Block]:
        return (self[index] for index in range(len(self.rows)))


def inflated(blob: object, usual: bytes = b"") -> str:
    """A packed string.  Raises DamageError where it is none."""
    if not isinstance(blob, bytes):
        raise DamageError("the index holds an article without its text")
    try:
        return decompressed(blob, usual).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as problem:
        raise DamageError(f"the index is damaged: {problem}") from problem


class Packed(NamedTuple):
    """An article as a `Page` unpacks it; `names` is None until they are found, `words` counts them.  `unread` tells
    what of it was not read, `lacking` what of its names is not known, "" where all is.
    """

    sha256: str
    title: str
    date: str | None
    words: int
    text: bytes
    shape: bytes
    starts: bytes
    names: bytes | None
    unread: str
    lacking: str


def packed(document: Document, gaps: Sequence[int], recognition: Recognition | None) -> Packed:
    """A document, where its words begin, and what it names, where that is known."""
    return Packed(
        document.sha256,
        document.title,
        document.date,
        len(document.text.split()),
        _zipped(document.text),
        _zipped(_shape(document), _USUAL_SHAPE),
        starts.encode(gaps),
        None if recognition is None else packed_names(recognition),
        "it is longer than what is read; the rest of it is left out" if document.truncated else "",
        "" if recognition is None else recognition.lacking,
    )


def packed_names(recognition: Recognition) -> bytes:
    """What an article names."""
    return _zipped(as_json.dump(recognition))


def _zipped(text: str, usual: bytes = b"") -> bytes:
    return compressed(text.encode("utf-8", "surrogatepass"), usual)


def _shape(document: Document) -> str:
    """A document without what is kept apart.  Blocks and inlines are arrays in the order of their fields: a third of
    the size of objects.  A block has the characters since the one before and its own in place of its start and end, and
    nothing behind its last field that is not as usual; nor has the document any field that is.
    """
    values = {field.name: value for field in _SHAPE if (value := getattr(document, field.name)) != field.default}
    end = 0
    blocks = []
    for each in document.blocks:
        kind, start, stop, *rest = each
        while rest and rest[-1] == _USUAL[len(rest) - 1]:
            rest.pop()
        blocks.append((kind, start - end, stop - start, *rest))
        end = stop
    values["blocks"] = blocks
    if document.inlines:
        values["inlines"] = [(each.start, each.end, each.style, each.target) for each in document.inlines]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _placed(blocks: list[list[Any]]) -> list[list[Any]]:
    """Blocks as `_shape` writes them, each with all its fields.  Raises ValueError and TypeError for others."""
    placed = []
    end = 0
    for kind, gap, length, *rest in blocks:
        start = end + gap
        end = start + length
        placed.append([kind, start, end, *rest, *_USUAL[len(rest) :]])
    return placed


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
