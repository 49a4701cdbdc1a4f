"""Articles go into a Whoosh segment: posting lists grow in memory and are written whole, a list a term.

Segments are merged so that few remain: a new one takes along those that are not much larger than itself.
"""

from __future__ import annotations

import heapq
import os
import shutil
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from whoosh.index import FileIndex, clean_files
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from index.search.stored import checksums, schema
from index.search.stored.beginnings import Crowds, list_of
from index.search.stored.codec import Fields, ListCodec, terms_of
from index.search.stored.encoding import encode, joined
from index.search.stored.entry import Entry
from index.search.stored.inverting import Inverter
from index.search.stored.postings import Postings
from index.search.stored.terms import Listed

_MOST_SEGMENTS = 10
_SMALL = 100
_USUAL = 16_384
"""Bytes of a segment that one article adds at most, of a usual length; some 2,000 words."""
_LEFT = 10
"""A segment is mostly deleted where no more than one article in so many is left of it."""
_Coming = tuple[bytes, int, int, bytes, int]
"""A term, the place of the segment that its list comes from, the documents of the list, the list, and by how much the
numbers of its documents grow."""
_FIELDS = sorted((schema.FORM, schema.STEM, schema.NAME, schema.DATE, schema.INFLECTED))
_COLUMNS = (
    (schema.WHERE, schema.WHERE_COLUMN),
    (schema.TITLE, schema.TITLE_COLUMN),
    (schema.LENGTH, schema.LENGTH_COLUMN),
)


class _Merged:
    """A segment whose lists come behind those written before it."""

    def __init__(self, reader: SegmentReader, start: int, numbers: Mapping[int, int] | None) -> None:
        """Its documents begin at `start`, or, where some are deleted, get their number in `numbers`."""
        self.reader = reader
        self._start = start
        self._numbers = numbers

    def lists(self, field: str, place: int) -> Iterator[_Coming]:
        """What comes of a field from here, which is the segment at `place`."""
        for term, documents, data in self.reader._terms.lists(field):
            documents, data, shift = self._renumbered(documents, data)
            if documents:
                yield term, place, documents, data, shift

    def beginning_with(self, letters: str) -> tuple[int, bytes, int]:
        """Of the documents with words that begin with some letters how many they are, their list, and by how much their
        numbers grow.
        """
        terms = terms_of(self.reader)
        found = terms.kept_beginning(letters)
        if found is None:
            total = terms.sum_of(schema.FORM, terms.beginning(schema.FORM, letters.encode("utf-8", "surrogatepass")))
            found = list_of(total.counts, total.titles)
        return self._renumbered(*found) if found[0] else (0, b"", 0)

    def _renumbered(self, documents: int, data: bytes) -> tuple[int, bytes, int]:
        if self._numbers is None:
            return documents, data, self._start
        return *_without(Postings(data), self._numbers), 0


class ListPool:
    """The posting lists of the segment being written; stands where Whoosh has its pool of single postings."""

    def __init__(self) -> None:
        self.inverter = Inverter()
        self.merged: list[_Merged] = []

    def iter_postings(self) -> Fields:
        """All lists in the order in which a segment holds them."""
        made = self.inverter.lists()
        crowds = Crowds()
        for field in _FIELDS:
            listed = self._with_merged(field, made[field]) if self.merged else made[field]
            yield field, crowds.looking_at(listed) if field == schema.FORM else listed
        yield schema.BEGINNING, map(self._beginning_with, crowds.found())

    def _beginning_with(self, letters: str) -> tuple[bytes, int, bytes]:
        sources = [(*self.inverter.beginning_with(letters), 0), *(each.beginning_with(letters) for each in self.merged)]
        lists = [each for each in sources if each[0]]
        documents = sum(documents for documents, _, _ in lists)
        return letters.encode("utf-8", "surrogatepass"), documents, joined(each[1:] for each in lists)

    def _with_merged(self, field: str, made: Listed) -> Listed:
        first: Iterator[_Coming] = ((term, 0, documents, data, 0) for term, documents, data in made)
        others = (merged.lists(field, place) for place, merged in enumerate(self.merged, 1))
        for term, coming in groupby(heapq.merge(first, *others), key=itemgetter(0)):
            lists = list(coming)
            _, _, documents, data, shift = lists[0]
            if len(lists) > 1 or shift:
                documents = sum(each[2] for each in lists)
                data = joined(each[3:] for each in lists)
            yield term, documents, data

    def cleanup(self) -> None:
        """Forgets all lists."""
        self.inverter = Inverter()
        for merged in self.merged:
            merged.reader.close()
        self.merged = []


class ArticleWriter(SegmentWriter):  # type: ignore[misc]
    """A Whoosh writer that is given articles.  Raises Whoosh's `LockError` where another writer is at work."""

    def __init__(self, index: FileIndex, *, anew: bool = False) -> None:
        """With `anew`, the segments of before are no part of what is committed."""
        # Files of their own are read faster than parts of one file, which Whoosh reads by way of Python.
        try:
            super().__init__(index, codec=ListCodec(), compound=False)
            self._committed = list(self.segments)
            self.storage.sweep()
        except BaseException:  # Whoosh keeps the lock, and nobody could write before this program ends
            if self.writelock is not None and self.writelock.fd is not None:
                self.writelock.release()
            raise
        self.pool = ListPool()
        self._new: dict[str, int] = {}
        self._anew = anew
        self.changed = anew
        """Whether a committed article was deleted, or all of them."""
        self.adopted: list[Any] = []
        """Segments made apart that this commit brings into the index."""

    def put_entry(self, entry: Entry) -> None:
        """Adds an article; one of the same path that was added before it in this segment counts no more."""
        number = self.docnum
        length = self.pool.inverter.add(number, entry)
        path = entry.path.encode("utf-8", "surrogatepass")
        self._put_columns(path, entry.title.encode("utf-8", "surrogatepass"), length)
        self.forget(entry.path)
        self._new[entry.path] = number

    def _put_columns(self, *values: bytes | int) -> None:
        """Adds a document with the values of its columns."""
        self.perdocwriter.start_doc(self.docnum)
        for (name, column), value in zip(_COLUMNS, values, strict=True):
            self.perdocwriter.add_column_value(name, column, value)
        self.perdocwriter.finish_doc()
        self._added = True
        self.docnum += 1

    def forget(self, path: str) -> None:
        """Takes out an article that was added to this segment."""
        number = self._new.pop(path, None)
        if number is not None:
            self.newsegment.delete_document(number)

    def take(self, segment: Any) -> None:
        """Merges a segment into this one."""
        reader = SegmentReader(self.storage, self.schema, segment)
        start = self.docnum
        deleted = frozenset(segment.deleted_docs())
        numbers: dict[int, int] | None = {} if deleted else None
        columns = [reader.column_reader(name, column, translate=False) for name, column in _COLUMNS]
        for number in range(segment.doc_count_all()):
            if number not in deleted:
                if numbers is not None:
                    numbers[number] = self.docnum
                self._put_columns(*(column[number] for column in columns))
        self.pool.merged.append(_Merged(reader, start, numbers))

    def adopt(self, folder: str, segment: Any) -> None:
        """Takes over a segment whose files lie in a folder of their own, which is deleted."""
        for name in os.listdir(folder):
            if name.startswith(segment.segment_id()):
                os.rename(os.path.join(folder, name), os.path.join(self.storage.folder, name))
        shutil.rmtree(folder, ignore_errors=True)
        self.adopted.append(segment)

    def apart(self) -> Any:
        """Writes the segment; whoever adopts it makes an index hold it."""
        segment = self._finalize_segment()
        self._finish()
        return segment

    def finish(self) -> None:
        """Writes the segment and makes the index hold it; the index changes at once and wholly, or not at all."""
        if self._added or self.changed or self.adopted:
            self.commit(mergetype=_none_of if self._anew else _merge)
        else:
            self.cancel()

    def _commit_toc(self, segments: list[Any]) -> None:
        super()._commit_toc(segments)
        checksums.sweep(Path(self.storage.folder), self.generation)

    def clean(self) -> None:
        """Deletes what a commit that failed has left behind."""
        clean_files(self.storage, self.indexname, self.generation - 1, self._committed)
        checksums.sweep(Path(self.storage.folder), self.generation - 1)
        self.storage.sweep()


def _without(postings: Postings, numbers: Mapping[int, int]) -> tuple[int, bytes]:
    """How many documents of a list have a number there, and the list of these."""
    kept = [index for index, document in enumerate(postings.documents) if document in numbers]
    if not kept:
        return 0, b""
    titles = dict(postings.titles)
    return len(kept), encode(
        [numbers[postings.documents[index]] for index in kept],
        [postings.counts[index] for index in kept],
        [(place, titles[index]) for place, index in enumerate(kept) if index in titles],
        [code for index in kept for code in postings.codes(index)],
    )


def _none_of(writer: ArticleWriter, segments: list[Any]) -> list[Any]:
    """Whoosh's merge policy for an index that begins anew."""
    return writer.adopted


def _merge(writer: ArticleWriter, segments: list[Any]) -> list[Any]:
    """Whoosh's merge policy: takes small segments into the new one and gives the rest, adopted ones among them.

    A commit stays cheap: it rewrites half of what it adds and a hundred articles more, or, where segments have become
    many, the smaller half.  Of an adopted segment it is an eighth alone: more such follow, and it is not rewritten
    itself.
    What is left of a segment that is mostly deleted is taken as well, since all articles are put anew with their names
    and the segments of the words alone would else remain for the sake of those few that name nothing.
    """
    for segment in filter(_mostly_deleted, segments):
        if segment.doc_count_all() > segment.deleted_count():
            writer.take(segment)
    segments = [segment for segment in segments if not _mostly_deleted(segment)]
    sizes = _sizes(writer.storage.folder, [*segments, *writer.adopted])

    def size(segment: Any) -> int:
        return sizes[segment.segment_id()]

    ordered = sorted(segments, key=size)
    taken = 0
    total = writer.doc_count() + sum(map(size, writer.adopted))
    share, small = (8, 0) if writer.adopted else (2, _SMALL)
    while taken < len(ordered) and size(ordered[taken]) <= total // share + small:
        total += size(ordered[taken])
        taken += 1
    if taken == 1 and not writer.doc_count() and not ordered[0].deleted_count():
        taken = 0  # it would only be copied
    if len(ordered) - taken + len(writer.adopted) >= _MOST_SEGMENTS:
        ordered = sorted((*segments, *writer.adopted), key=size)
        taken = max(taken, len(ordered) // 2)
        writer.adopted = []
    for segment in ordered[:taken]:
        if segment.doc_count_all() > segment.deleted_count():
            writer.take(segment)
    rest = [segment for segment in ordered[taken:] if segment.doc_count_all() > segment.deleted_count()]
    return rest + writer.adopted


def _mostly_deleted(segment: Any) -> bool:
    return bool((segment.doc_count_all() - segment.deleted_count()) * _LEFT <= segment.doc_count_all())


def _sizes(folder: str, segments: list[Any]) -> dict[str, int]:
    """By the ids of segments the articles in each, or as many usual ones as its files would hold: a single one can
    have as many words as thousands.
    """
    bytes_of: dict[str, int] = dict.fromkeys((segment.segment_id() for segment in segments), 0)
    for entry in os.scandir(folder):
        name = entry.name.partition(".")[0]
        if name in bytes_of:
            bytes_of[name] += entry.stat().st_size
    return {
        segment.segment_id(): max(int(segment.doc_count_all()), bytes_of[segment.segment_id()] // _USUAL)
        for segment in segments
    }
