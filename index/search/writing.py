"""Articles go into a Whoosh segment: posting lists grow in arrays in memory and are written whole, a list a term.

Segments are merged so that few remain: a new one takes along those that are not much larger than itself.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whoosh.index import FileIndex, clean_files
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from index.documents.model import Document
from index.search import checksums, schema
from index.search.codec import ListCodec, Lists
from index.search.folding import Part, analyse, words
from index.search.model import Article, Told
from index.search.postings import SHIFT, TITLE, WIDE, Postings, encode

_MOST_SEGMENTS = 10
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class _Growing:
    """A posting list while articles are added."""

    __slots__ = ("codes", "counts", "documents", "titles")

    def __init__(self) -> None:
        self.documents = array("I")
        self.counts = array("I")
        self.titles: list[tuple[int, int]] = []
        self.codes = array("I")


class ListPool:
    """The posting lists of the segment being written; stands where Whoosh has its pool of single postings."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[bytes, _Growing]] = {}

    def add(self, field: str, term: bytes, document: int, count: int, title: int, codes: Any) -> None:
        """Adds a posting; documents come in ascending order."""
        lists = self._fields.setdefault(field, {})
        growing = lists.get(term)
        if growing is None:
            growing = lists[term] = _Growing()
        if title:
            growing.titles.append((len(growing.documents), title))
        growing.documents.append(document)
        growing.counts.append(count)
        growing.codes.extend(codes)

    def add_all(self, field: str, document: int, inside: dict[str, list[int]], titled: dict[str, list[int]]) -> None:
        """Adds the postings of all words of a document: their position codes in the text and in the title."""
        lists = self._fields.setdefault(field, {})
        for term, codes in inside.items():
            key = term.encode()
            growing = lists.get(key)
            if growing is None:
                growing = lists[key] = _Growing()
            if term in titled:
                growing.titles.append((len(growing.documents), len(titled[term])))
            growing.documents.append(document)
            growing.counts.append(len(codes))
            growing.codes.extend(codes)
            if term in titled:
                growing.codes.extend(titled[term])
        for term, codes in titled.items():
            if term not in inside:
                self.add(field, term.encode(), document, 0, len(codes), codes)

    def add_list(self, field: str, term: bytes, postings: Postings, shift: int, numbers: dict[int, int] | None) -> None:
        """Adds the list of another segment: documents get their number in `numbers`, or are shifted where there is
        none.
        """
        if numbers is not None:
            titles = dict(postings.titles)
            for index, document in enumerate(postings.documents):
                if document in numbers:
                    codes = array("I", postings.codes(index))
                    self.add(field, term, numbers[document], postings.counts[index], titles.get(index, 0), codes)
            return
        lists = self._fields.setdefault(field, {})
        growing = lists.get(term)
        if growing is None:
            growing = lists[term] = _Growing()
        before = len(growing.documents)
        growing.titles += [(before + index, count) for index, count in postings.titles]
        growing.documents.extend(document + shift for document in postings.documents)
        growing.counts.extend(iter(postings.counts))
        growing.codes.extend(iter(postings.all_codes()))

    def iter_postings(self) -> Lists:
        """All lists in the order in which a segment holds them."""
        for field in sorted(self._fields):
            yield field, self._lists(self._fields[field])

    def _lists(self, lists: dict[bytes, _Growing]) -> Iterator[tuple[bytes, int, int, int, int, bytes]]:
        for term in sorted(lists):
            growing = lists[term]
            data = encode(growing.documents, growing.counts, growing.titles, growing.codes)
            documents = growing.documents
            yield term, len(documents), sum(growing.counts), documents[0], documents[-1], data

    def cleanup(self) -> None:
        """Forgets all lists."""
        self._fields.clear()


class ArticleWriter(SegmentWriter):  # type: ignore[misc]
    """A Whoosh writer that is given articles.  Raises Whoosh's `LockError` where another writer is at work."""

    def __init__(self, index: FileIndex) -> None:
        # Files of their own are read faster than parts of one file, which Whoosh reads by way of Python.
        super().__init__(index, codec=ListCodec(), compound=False)
        self._committed = list(self.segments)
        self.storage.sweep()
        self.pool = ListPool()
        self._new: dict[str, int] = {}
        self.changed = False
        """Whether a committed article was deleted."""

    def put_article(self, article: Article) -> None:
        """Adds an article; one of the same path that was added before it in this segment counts no more."""
        document = article.document
        number = self.docnum
        self.perdocwriter.start_doc(number)
        length = self._put_words(number, document)
        path = document.path.encode("utf-8", "surrogatepass")
        add = self.perdocwriter.add_column_value
        add(schema.WHERE, schema.WHERE_COLUMN, path)
        add(schema.TITLE, schema.TITLE_COLUMN, document.title.encode("utf-8", "surrogatepass"))
        add(schema.LENGTH, schema.LENGTH_COLUMN, length)
        self.pool.add(schema.PATH, path, number, 1, 0, ())
        for term, count in _names(article).items():
            self.pool.add(schema.NAME, term, number, count, 0, ())
        for term in sorted(_dates(article)):
            self.pool.add(schema.DATE, term, number, 1, 0, ())
        self.perdocwriter.finish_doc()
        self.forget(document.path)
        self._new[document.path] = number
        self._added = True
        self.docnum += 1

    def forget(self, path: str) -> None:
        """Takes out an article that was added to this segment."""
        number = self._new.pop(path, None)
        if number is not None:
            self.newsegment.delete_document(number)

    def _put_words(self, number: int, document: Document) -> int:
        """Adds the postings of text and title; gives the number of words of the text."""
        length, forms, stems = _collect(document.text, 0)
        _, title_forms, title_stems = _collect(document.title, TITLE)
        for field, inside, titled in ((schema.FORM, forms, title_forms), (schema.STEM, stems, title_stems)):
            self.pool.add_all(field, number, inside, titled)
        return length

    def add_postings_to_pool(self, reader: Any, startdoc: int, docmap: dict[int, int] | None) -> None:
        """Takes over the posting lists of a segment that is merged into this one (called by Whoosh)."""
        for field, term in reader.all_terms():
            self.pool.add_list(field, term, whole_list(reader, field, term), startdoc, docmap)

    def finish(self) -> None:
        """Writes the segment and makes the index hold it; the index changes at once and wholly, or not at all."""
        if self._added or self.changed:
            self.commit(mergetype=_merge)
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


def whole_list(reader: Any, field: str, term: bytes) -> Postings:
    """The posting list of a term of one segment, deleted documents included.  Raises Whoosh's `TermNotFound`."""
    matcher = reader.postings(field, term)
    # With deleted documents, Whoosh puts a filter around the matcher.
    postings: Postings = getattr(matcher, "child", matcher).postings
    return postings


def _collect(text: str, bits: int) -> tuple[int, dict[str, list[int]], dict[str, list[int]]]:
    """The number of words of a text, and for each form and each stem its position codes, ascending."""
    # Each word as it is written is analysed once, however often it stands there.
    seen: dict[str, tuple[int, tuple[Part, ...], list[int]]] = {}
    base = 0
    for match in words(text):
        word = match[0]
        known = seen.get(word)
        if known is None:
            parts = analyse(word)
            known = seen[word] = (parts[-1].position + 1 if parts else 1, parts, [])
        known[2].append(base)
        base += known[0]
    forms: dict[str, list[int]] = {}
    stems: dict[str, list[int]] = {}
    mixed: list[list[int]] = []
    for _, parts, bases in seen.values():
        for form, stem, _, _, position, width in parts:
            low = (position << SHIFT) | bits | (WIDE if width == 2 else 0)
            codes = [(place << SHIFT) + low for place in bases]
            for term, lists in ((form, forms), (stem, stems)):
                if term in lists:
                    lists[term] = lists[term] + codes
                    mixed.append(lists[term])
                else:
                    lists[term] = codes
    for codes in mixed:
        codes.sort()
    return base, forms, stems


def _names(article: Article) -> dict[bytes, int]:
    """How often the article names something of a type by a surface form."""
    counts: dict[bytes, int] = {}
    for mention in article.recognition.mentions:
        term = name_term(mention.type, mention.text)
        counts[term] = counts.get(term, 0) + 1
    return counts


def name_term(kind: str, surface: str) -> bytes:
    """The term of the field of names for a type and a surface form, in any case."""
    return f"{kind}{schema.SEPARATOR}{surface.casefold()}".encode("utf-8", "surrogatepass")[:500]


def _dates(article: Article) -> set[bytes]:
    """The article's own date and the absolute dates it names."""
    found = {
        f"m{mention.value}".encode() for mention in article.recognition.mentions if dated(mention.type, mention.value)
    }
    if own := own_date(article.document):
        found.add(f"d{own}".encode())
    return found


def own_date(document: Told) -> str:
    """The article's date as coarse as it is given, without the time of day, or ""."""
    match = _ISO.match(document.date or "")
    return match[0] if match else ""


def dated(kind: str, value: str) -> bool:
    """Whether a mention's value is an absolute date."""
    return kind == "DATE" and _ISO.fullmatch(value) is not None


def _merge(writer: ArticleWriter, segments: list[Any]) -> list[Any]:
    """Whoosh's merge policy: takes small segments into the new one and gives the rest.

    A commit stays cheap: it rewrites at most ten times what it adds, or, where segments have become many, the smaller
    half.
    """
    ordered = sorted(segments, key=lambda segment: segment.doc_count_all())
    allowed = 10 * writer.doc_count() + 100
    taken = 0
    total = writer.doc_count()
    while taken < len(ordered) and ordered[taken].doc_count_all() <= min(allowed, 2 * total + 100):
        total += ordered[taken].doc_count_all()
        allowed -= ordered[taken].doc_count_all()
        taken += 1
    if len(ordered) - taken >= _MOST_SEGMENTS:
        taken = max(taken, len(ordered) // 2)
    for segment in ordered[:taken]:
        if segment.doc_count_all() > segment.deleted_count():
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
    return [segment for segment in ordered[taken:] if segment.doc_count_all() > segment.deleted_count()]
