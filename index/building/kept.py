"""One article as the index keeps it: packed, and unpacked part by part, since a line of results shows two sentences of
it.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple

from index.building import structure
from index.building.structure import Structure
from index.building.usual import Usual
from index.compressing import compressed, decompressed
from index.documents.model import Document, Span
from index.entities import as_json
from index.entities.model import Recognition
from index.errors import DamageError
from index.search.model import Article, Outline
from index.search.stored import starts
from index.search.stored.pieces import Cut

_NONE = Usual()


class Page:
    """An article of the index.  What is damaged raises DamageError when it is asked for."""

    __slots__ = ("_blocks", "_gaps", "_packed", "_recognition", "_text", "_usual", "date", "path", "sha256", "title")

    def __init__(
        self,
        path: str,
        title: str,
        date: str | None,
        sha256: str,
        text: bytes,
        structure: bytes,
        gaps: bytes,
        recognition: bytes,
        usual: Usual = _NONE,
    ) -> None:
        self.path = path
        self.title = title
        self.date = date
        self.sha256 = sha256
        self._packed = text, structure, gaps, recognition
        self._usual = usual
        self._text: str | None = None
        self._blocks: Structure | None = None
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
            self._text = inflated(self._packed[0], self._usual.text)
        return self._text

    @property
    def blocks(self) -> Structure:
        """The blocks of the article."""
        if self._blocks is None:
            self._blocks = Structure(self._packed[1])
        return self._blocks

    @property
    def language(self) -> str | None:
        """The language of the article."""
        return self.blocks.language()

    def block_at(self, place: int) -> int:
        """Which block is the last that begins at a character or before it; -1 where none does."""
        return self.blocks.at(place)

    def outline(self, index: int) -> Outline:
        """Kind, start, end and table rows of a block, which is not made for that."""
        return self.blocks.outline(index)

    def title_start(self) -> int:
        """Where the title stands in the text, or -1."""
        found = self.blocks.title()
        return found[0] if found and self.text[slice(*found)] == self.title else -1

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
            values = self.blocks.of_document()
            return Document(self.path, self.title, self.text, date=self.date, sha256=self.sha256, **values)
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
            return as_json.load_spans(inflated(self._packed[3], self._usual.names))
        except ValueError as problem:
            raise DamageError(f"the index is damaged: {problem}") from problem

    def _unpacked(self) -> Recognition:
        return as_json.load(inflated(self._packed[3], self._usual.names), self.text)

    def _named_now(self) -> Recognition:
        from index.naming import names  # its tables would take their time in every process

        return names(self.document)


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


def inflated(blob: object, usual: bytes) -> str:
    """A packed string, perhaps packed by a sample.  Raises DamageError where it is none."""
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
    structure: bytes
    starts: bytes
    names: bytes | None
    unread: str
    lacking: str


def packed(document: Document, text: Cut, recognition: Recognition | None, usual: Usual = _NONE) -> Packed:
    """A document, its text cut, and what it names, where that is known."""
    return Packed(
        document.sha256,
        document.title,
        document.date,
        text.words,
        _zipped(document.text, usual.text),
        structure.packed(document),
        starts.encode(text.gaps()),
        None if recognition is None else packed_names(recognition, usual.names),
        "it is longer than what is read; the rest of it is left out" if document.truncated else "",
        "" if recognition is None else recognition.lacking,
    )


def packed_names(recognition: Recognition, usual: bytes = b"") -> bytes:
    """What an article names."""
    return _zipped(as_json.dump(recognition), usual)


def _zipped(text: str, usual: bytes) -> bytes:
    return compressed(text.encode("utf-8", "surrogatepass"), usual)
