"""Terms and posting lists of our own inside a Whoosh index: Whoosh keeps commits, segments, deletions and columns, this
codec the terms (`terms`) and their lists (`postings`).

Whoosh's own table of terms takes some sixty bytes a term, and its blocks of postings are pickled tuples that must be
walked one by one; ours are read whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec

from index.search.stored.beginnings import Sum
from index.search.stored.postings import Postings
from index.search.stored.schema import BEGINNING
from index.search.stored.terms import Listed, TermTable, TermWriter
from index.search.stored.unions import Union, heads_of, parts_of

Fields = Iterable[tuple[str, Listed]]
"""The fields in order, each with its terms."""


class ListFieldWriter:
    """Writes the terms of a segment and their lists."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._files = [segment.create_file(storage, ending) for ending in (W3Codec.TERMS_EXT, W3Codec.POSTS_EXT)]
        self._writer = TermWriter(*self._files)
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: Any, items: Fields) -> None:
        """Writes all fields (called by Whoosh); `lengths` is not needed, lengths are a column."""
        for name, terms in items:
            self._writer.field(name, terms)

    def close(self) -> None:
        """Finishes the files."""
        self._writer.close()
        for file in self._files:
            file.close()
        self.is_closed = True


class ListTermsReader(base.TermsReader):  # type: ignore[misc]
    """The terms of a segment, as Whoosh asks for them; what nothing of ours makes it ask for is left to the base."""

    def __init__(self, storage: Any, segment: Any) -> None:
        name = segment.make_filename(W3Codec.TERMS_EXT)
        self._files = [storage.open_file(name), segment.open_file(storage, W3Codec.POSTS_EXT)]
        self._table = TermTable(self._files[0], storage.file_length(name), self._files[1])

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._table.find(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return self._table.fields()

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All terms with their fields, in order."""
        for field in self._table.fields():
            yield from self.terms_from(field, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The terms of a field from one on, in order."""
        return ((fieldname, term) for term, _ in self._table.terms(fieldname, prefix))

    def lists(self, field: str) -> Iterator[tuple[bytes, int, bytes]]:
        """The terms of a field with their lists, as a `TermWriter` takes them."""
        return ((term, found.documents, self._table.data(found)) for term, found in self._table.terms(field))

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """How many documents have a term."""
        found = self._table.find(fieldname, text)
        return found.documents if found is not None else 0

    def find(self, field: str, term: bytes) -> Postings | None:
        """A term's list, read in one piece, deleted documents included; None where there is no such term.

        Raises `ValueError` where it is damaged.
        """
        found = self._table.find(field, term)
        return None if found is None else Postings(self._table.data(found))

    def kept_beginning(self, letters: str) -> tuple[int, bytes] | None:
        """How many documents have words that begin with some letters, and their list; None where it is not kept."""
        found = self._table.find(BEGINNING, letters.encode("utf-8", "surrogatepass"))
        return None if found is None else (found.documents, self._table.data(found))

    def sum_of(self, field: str, terms: Iterable[bytes]) -> Sum:
        """How often documents have any of some terms, deleted ones included.  Raises as `find` does."""
        total = Sum()
        parts: list[bytes] = []
        for term in terms:
            found = self._table.find(field, term)
            if found is not None:
                parts += parts_of(self._table.data(found))
        for head in heads_of(parts):
            total.add(head.documents, head.counts, head.titles)
        return total

    def union(self, field: str, terms: Iterable[str], size: int, deleted: frozenset[int]) -> Union:
        """The short lists of some terms as one, where a segment has so many documents.  Raises as `find` does."""
        wanted = [term.encode("utf-8", "surrogatepass") for term in terms]
        return Union(self._table.short_lists(field, wanted), size, deleted)

    def beginning(self, field: str, prefix: bytes) -> list[bytes]:
        """The terms of a field that begin with a prefix, in order; the blocks they are in are kept."""
        return self._table.beginning(field, prefix)

    def has_beginning(self, field: str, prefix: bytes) -> bool:
        """Whether a term of a field begins with a prefix."""
        return self._table.has_beginning(field, prefix)

    def close(self) -> None:
        """Closes the files."""
        for file in self._files:
            file.close()


class ListCodec(W3Codec):  # type: ignore[misc]
    """Whoosh 3 segments with terms and posting lists of our own.  Its name stands in the index's table of contents."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> ListFieldWriter:
        """The writer of the inverted index of a segment."""
        return ListFieldWriter(storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> ListTermsReader:
        """The reader of the inverted index of a segment."""
        return ListTermsReader(storage, segment)


def terms_of(reader: Any) -> ListTermsReader:
    """The terms of a segment that Whoosh has open, for what asks for many lists at once."""
    found: ListTermsReader = reader._terms
    return found
