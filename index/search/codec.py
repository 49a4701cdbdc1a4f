"""Posting lists of our own inside a Whoosh index: Whoosh keeps segments, terms and columns, this codec the lists
(`postings`).

Whoosh's own blocks are pickled tuples of at most 128 postings that must be walked one by one; ours are read whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.matching import LeafMatcher

from index.search.postings import Postings

Lists = Iterable[tuple[str, Iterable[tuple[bytes, int, int, int, int, bytes]]]]
"""By field, in order: the terms in order, with the number of documents, the count of occurrences, the lowest and the
highest document and the bytes of the list."""


class ListMatcher(LeafMatcher):  # type: ignore[misc]
    """The posting list of a term in the form in which Whoosh asks for it; `postings` is what we read ourselves."""

    def __init__(self, postings: Postings, format_: Any, term: Any = None, scorer: Any = None) -> None:
        self.postings = postings
        self.format = format_
        self._term = term
        self.scorer = scorer
        self._index = 0

    def is_active(self) -> bool:
        """Whether there is a posting left."""
        return self._index < len(self.postings.documents)

    def id(self) -> int:
        """The number of the current document."""
        return self.postings.documents[self._index]

    def next(self) -> None:
        """Goes on to the next document."""
        self._index += 1

    def reset(self) -> None:
        """Goes back to the first document."""
        self._index = 0

    def weight(self) -> float:
        """How often the term stands in the current document."""
        return float(self.postings.counts[self._index] or 1)

    def value(self) -> bytes:
        """No payload: positions are read from `postings`."""
        return b""

    def supports_block_quality(self) -> bool:
        """Never: a list is one block."""
        return False


class ListFieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes whole posting lists."""

    def add_postings(self, schema: Any, lengths: Any, items: Lists) -> None:
        """Writes the lists of all fields; `lengths` is not needed, lengths are a column."""
        for name, lists in items:
            self.start_field(name, schema[name])
            for term, number, total, lowest, highest, data in lists:
                self._btext = term
                info = _TermInfo()
                info.describe(number, total, lowest, highest)
                info.set_extent(self._postfile.tell(), len(data))
                self._postfile.write(data)
                self._postwriter = _Written(info)
                self.finish_term()
            self.finish_field()


class _Written:
    """Stands for the postings writer whose list is already in the file."""

    def __init__(self, info: W3TermInfo) -> None:
        self._info = info

    def finish_postings(self) -> W3TermInfo:
        return self._info


class _TermInfo(W3TermInfo):  # type: ignore[misc]
    def describe(self, number: int, total: int, lowest: int, highest: int) -> None:
        """Notes what Whoosh keeps of a term."""
        self._weight, self._df = float(total), number
        self._minid, self._maxid = lowest, highest
        self._minlength, self._maxlength, self._maxweight = 1, 1, float(total)


class ListCodec(W3Codec):  # type: ignore[misc]
    """Whoosh 3 segments with posting lists of our own.  Its name stands in the index's table of contents."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> ListFieldWriter:
        """The writer of the inverted index of a segment."""
        return ListFieldWriter(self, storage, segment)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> ListMatcher:
        """A term's list, read from the file in one piece.  Raises `ValueError` where it is damaged."""
        offset, length = terminfo.extent()
        if isinstance(length, tuple):  # Whoosh 2.7.4 forgets to unpack it
            (length,) = length
        return ListMatcher(Postings(bytes(dbfile.get(offset, length))), format_, term, scorer)
