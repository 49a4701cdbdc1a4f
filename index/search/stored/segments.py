"""What is in the index at one moment: its segments, open for reading, with what ranking asks of every document kept in
memory.
"""

from __future__ import annotations

import sys
import weakref
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from whoosh.columns import NumericColumn
from whoosh.index import TOC
from whoosh.reading import SegmentReader

from index.search.inflection import LANGUAGES
from index.search.stored import schema
from index.search.stored.codec import terms_of
from index.search.stored.columns import Strings
from index.search.stored.entry import SEPARATOR, inflected_begin
from index.search.stored.lexicon import Lexicon, beginning, packed
from index.search.stored.postings import Postings
from index.search.stored.unions import Union

_KEPT = 200_000
"""Documents of all lists that are kept of a segment."""
_LIST = 100
"""Documents whose memory a list takes besides."""
_UNIONS = 4
"""Unions that are kept of a segment."""
CLASSES = 8
"""Classes of documents by their length."""
_Made = TypeVar("_Made")


class TermList:
    """The posting list of one term in one segment without deleted documents.

    `documents`, `counts` and `titles` (count in the title) lie in step; `places[i]` is where `documents[i]` is in
    `postings`.  `row` is for who counts and `row_of_places` for who looks for phrases: what was made of the list, to
    be used again.
    """

    __slots__ = ("_documents", "_titles", "counts", "places", "postings", "row", "row_of_places")

    def __init__(self, postings: Postings, deleted: frozenset[int]) -> None:
        self.postings = postings
        self.row: tuple[int, int] | None = None
        self.row_of_places: Any = None
        self._documents: Sequence[int] | None = None
        self.counts: Sequence[int] = postings.counts
        self._titles: dict[int, int] | None = None
        self.places: Sequence[int] = range(len(postings.counts))
        if deleted and not deleted.isdisjoint(postings.documents):
            places = [place for place, document in enumerate(postings.documents) if document not in deleted]
            self._documents = [postings.documents[place] for place in places]
            self.counts = [postings.counts[place] for place in places]
            self.places = places

    def __len__(self) -> int:
        return len(self.counts)

    @property
    def documents(self) -> Sequence[int]:
        """The documents, which need not be counted for who asks how many they are."""
        return self.postings.documents if self._documents is None else self._documents

    @property
    def titles(self) -> dict[int, int]:
        """How often documents, told by where they stand in `documents`, have the term in their title."""
        if self._titles is None:
            told = dict(self.postings.titles)
            if not isinstance(self.places, range) and told:
                told = {new: told[old] for new, old in enumerate(self.places) if old in told}
            self._titles = told
        return self._titles

    def codes(self, index: int) -> Sequence[int]:
        """The position codes of the term in `documents[index]`."""
        return self.postings.codes(self.places[index])


class Opened:
    """The open files of a segment, closed when nobody uses them any more: a search may outlive the commit it began
    with.
    """

    def __init__(self, reader: SegmentReader) -> None:
        self.reader = reader
        self.identity: str = reader.segment().segment_id()
        weakref.finalize(self, reader.close)


class Segment:
    """One segment.  Documents are numbered from 0; `deleted` ones are in no list."""

    def __init__(self, opened: Opened, deleted: frozenset[int], earlier: Segment | None = None) -> None:
        self.opened = opened
        self._reader = opened.reader
        self._terms = terms_of(opened.reader)
        self.deleted = deleted
        self.size: int = opened.reader.doc_count_all()
        self._lists: OrderedDict[tuple[str, str], TermList | None] = OrderedDict()
        self._kept = 0
        self._unions: OrderedDict[tuple[str, ...], Union] = OrderedDict()
        # A segment never changes but for its deletions, so what was read of it before stays true.
        self._lengths: array[int] | None = earlier._lengths if earlier else None
        self._longest: tuple[int, int] | None = earlier._longest if earlier else None
        self._classes: tuple[list[int], bytes] | None = earlier._classes if earlier else None
        self._forms: bytes | None = earlier._forms if earlier else None
        self._paths: list[str] | None = earlier._paths if earlier else None
        self._folded_paths: list[str] | None = earlier._folded_paths if earlier else None
        self._numbers: dict[str, int] | None = earlier._numbers if earlier else None
        self._wheres: Strings | None = earlier._wheres if earlier else None
        self._titles: Strings | None = earlier._titles if earlier else None
        self._norms: tuple[tuple[float, float, float], list[float], float] | None = None
        self._live: frozenset[int] | None = None
        self._languages: tuple[str, ...] | None = earlier._languages if earlier else None

    def live(self) -> frozenset[int]:
        """All documents that are not deleted."""
        if self._live is None:
            self._live = frozenset(range(self.size)) - self.deleted
        return self._live

    def list_of(self, field: str, term: str) -> TermList | None:
        """The posting list of a term, or None where no document has it."""
        key = (field, term)
        if key in self._lists:
            self._lists.move_to_end(key)
            return self._lists[key]
        postings = self._terms.find(field, term.encode("utf-8", "surrogatepass"))
        found = TermList(postings, self.deleted) if postings is not None else None
        if not found:
            found = None
        self._lists[key] = found
        self._kept += _LIST + (len(found) if found else 0)
        while self._kept > _KEPT and len(self._lists) > 1:
            _, gone = self._lists.popitem(last=False)
            self._kept -= _LIST + (len(gone) if gone else 0)
        return found

    def union(self, field: str, terms: Sequence[str]) -> Union:
        """The short lists of some terms as one."""
        key = (field, *terms)
        union = self._unions.get(key)
        if union is None:
            union = self._unions[key] = self._terms.union(field, terms, self.size, self.deleted)
            if len(self._unions) > _UNIONS:
                self._unions.popitem(last=False)
        return union

    def holding(self, field: str, term: str) -> int:
        """How many documents have a term."""
        if self.deleted or (field, term) in self._lists:
            found = self.list_of(field, term)
            return len(found) if found else 0
        # The number alone is in the table of terms; the list need not be read for it.
        return self._terms.doc_frequency(field, term.encode("utf-8", "surrogatepass"))

    def lengths(self) -> array[int]:
        """The number of words of each document."""
        if self._lengths is None:
            column = self._reader.column_reader(schema.LENGTH, schema.LENGTH_COLUMN, translate=False)
            lengths = array("I")
            if isinstance(column, NumericColumn.Reader):
                # All at once: a column is its numbers, the most significant byte first, less the zeros at its end.
                lengths.frombytes(column._dbfile.get(column._basepos, column._count * lengths.itemsize))
                if sys.byteorder == "little":
                    lengths.byteswap()
            lengths.extend(array("I", bytes(lengths.itemsize)) * (self.size - len(lengths)))
            self._lengths = lengths
        return self._lengths

    def longest(self) -> tuple[int, int]:
        """The number of words of the longest text, and a number that those of no title exceed."""
        if self._longest is None:
            self._longest = max(self.lengths(), default=0), self._all_titles().longest()
        return self._longest

    def norms(self, k1: float, b: float, mean: float) -> list[float]:
        """BM25's `k1 * (1 - b + b * length / mean)` of each document."""
        key = (k1, b, mean)
        if self._norms is None or self._norms[0] != key:
            norms = [k1 * (1 - b + b * length / mean) for length in self.lengths()]
            self._norms = key, norms, min(norms, default=0.0)
        return self._norms[1]

    def least_norm(self) -> float:
        """The least of the `norms` that were asked for last."""
        return self._norms[2] if self._norms else 0.0

    def length_classes(self) -> tuple[list[int], bytes]:
        """The documents in at most `CLASSES` classes by their length: the least length of each class, and the class of
        each document.
        """
        if self._classes is None:
            lengths = self.lengths()
            bounds = sorted(set(sorted(lengths)[:: max(1, -(-self.size // CLASSES))]))
            self._classes = bounds, bytes([bisect_right(bounds, length) - 1 for length in lengths])
        return self._classes

    def forms(self) -> bytes:
        """All folded forms of the segment's words, `packed`."""
        if self._forms is None:
            self._forms = packed(self._terms.beginning(schema.FORM, b""))
        return self._forms

    def forms_beginning(self, letters: str) -> list[str]:
        """The forms that begin with some letters, in order."""
        if self._forms is None:
            return self.terms(schema.FORM, letters)
        found = beginning(self._forms, letters.encode("utf-8", "surrogatepass"))
        return [form.decode("utf-8", "surrogatepass") for form in found]

    def terms(self, field: str, prefix: str) -> list[str]:
        """The terms of a field that begin with a prefix, in order."""
        found = self._terms.beginning(field, prefix.encode("utf-8", "surrogatepass"))
        return [term.decode("utf-8", "surrogatepass") for term in found]

    def inflected(self, form: str) -> set[str]:
        """The forms that a folded form has in the languages of the segment's articles, itself among them."""
        found: set[str] = set()
        for language in self._inflecting():
            terms = self._terms.beginning(schema.INFLECTED, inflected_begin(language, form))
            found.update(term.decode().rpartition(SEPARATOR)[2] for term in terms)
        return found

    def _inflecting(self) -> tuple[str, ...]:
        if self._languages is None:
            self._languages = tuple(
                language
                for language in LANGUAGES
                if self._terms.has_beginning(schema.INFLECTED, f"{language}{SEPARATOR}".encode())
            )
        return self._languages

    def paths(self) -> list[str]:
        """The path of each document, deleted ones included."""
        if self._paths is None:
            column = self._strings(schema.WHERE, schema.WHERE_COLUMN)
            self._paths = [column[number] for number in range(self.size)]
        return self._paths

    def path(self, number: int) -> str:
        """The path of one document; of a few this is faster than all `paths`."""
        if self._paths is not None:
            return self._paths[number]
        if self._wheres is None:
            self._wheres = self._strings(schema.WHERE, schema.WHERE_COLUMN)
        return self._wheres[number]

    def number_of(self, path: str) -> int | None:
        """The number of the live article of a path."""
        if self._numbers is None:
            self._numbers = {known: number for number, known in enumerate(self.paths()) if number not in self.deleted}
        number = self._numbers.get(path)
        return None if number in self.deleted else number

    def folded_paths(self) -> list[str]:
        """The path of each document, case folded."""
        if self._folded_paths is None:
            self._folded_paths = [path.casefold() for path in self.paths()]
        return self._folded_paths

    def title(self, number: int) -> str:
        """The title of a document."""
        return self._all_titles()[number]

    def _all_titles(self) -> Strings:
        if self._titles is None:
            self._titles = self._strings(schema.TITLE, schema.TITLE_COLUMN)
        return self._titles

    def _strings(self, field: str, column: Any) -> Strings:
        return Strings(self._reader.column_reader(field, column, translate=False))


class Snapshot:
    """The segments of one commit.  `articles` counts live documents, `mean` is their mean length in words (at least
    1).
    """

    def __init__(self, segments: tuple[Segment, ...], generation: int) -> None:
        self.segments = segments
        self.generation = generation
        self._lexicon: Lexicon | None = None
        self.articles = sum(segment.size - len(segment.deleted) for segment in segments)
        words = 0
        for segment in segments:
            lengths = segment.lengths()
            words += sum(lengths) - sum(lengths[number] for number in segment.deleted)
        self.mean = max(1.0, words / self.articles) if self.articles else 1.0

    def holding(self, field: str, term: str) -> int:
        """How many articles have a term."""
        return sum(segment.holding(field, term) for segment in self.segments)

    def lexicon(self) -> Lexicon:
        """The forms of all words; the first time all of them are read.

        Where `forms` of all segments are read, any thread may ask.
        """
        if self._lexicon is None:
            self._lexicon = Lexicon(segment.forms() for segment in self.segments)
        return self._lexicon

    def beginning(self, prefix: str) -> list[str]:
        """The forms that begin with a prefix."""
        if self._lexicon is not None:
            return self._lexicon.beginning(prefix)
        # Some blocks of each table: reading all of them takes longer than any search.
        return self.each(lambda segment: segment.terms(schema.FORM, prefix))

    def inflected(self, form: str) -> tuple[str, ...]:
        """The other forms that a folded form has in the languages of the articles, in order."""
        found: set[str] = set()
        for segment in self.segments:
            found |= segment.inflected(form)
        return tuple(sorted(found - {form}))

    def each(self, make: Callable[[Segment], Iterable[_Made]]) -> list[_Made]:
        """What `make` gives for each segment, in one list."""
        return [made for segment in self.segments for made in make(segment)]


def open_snapshot(storage: Any, name: str, earlier: Snapshot | None) -> Snapshot:
    """Opens the last commit; segments that `earlier` has open are taken over from it.

    Raises OSError where a file is missing, EngineError where one is not as it was written.
    """
    generation, sums = storage.last_commit()
    contents = TOC.read(storage, name, generation)
    known = {segment.opened.identity: segment for segment in earlier.segments} if earlier else {}
    segments: list[Segment] = []
    for each in contents.segments:
        before = known.get(each.segment_id())
        deleted = frozenset(each.deleted_docs())
        if before is not None and before.deleted == deleted:
            segments.append(before)
        else:
            if before is None:
                sums.check(sums.of_segment(each.segment_id()))
            opened = before.opened if before else Opened(SegmentReader(storage, contents.schema, each))
            segments.append(Segment(opened, deleted, before))
    return Snapshot(tuple(segments), contents.generation)
