"""A segment's terms come back from their bytes as they were, and damage is told."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.search.stored.terms import TermTable, TermWriter


class Bytes:
    """A file as a table of terms reads it."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def get(self, offset: int, length: int) -> bytes:
        return self.data[offset : offset + length]


def written(fields: dict[str, dict[bytes, tuple[int, bytes]]]) -> tuple[bytes, bytes]:
    terms, lists = io.BytesIO(), io.BytesIO()
    writer = TermWriter(terms, lists)
    for name in sorted(fields):
        writer.field(name, ((term, *fields[name][term]) for term in sorted(fields[name])))
    writer.close()
    return terms.getvalue(), lists.getvalue()


def opened(terms: bytes, lists: bytes) -> TermTable:
    return TermTable(Bytes(terms), len(terms), Bytes(lists))


words = st.dictionaries(
    st.binary(min_size=1, max_size=4) | st.binary(min_size=250, max_size=300),
    st.tuples(st.integers(1, 5_000_000), st.binary(min_size=1, max_size=200)),
    max_size=400,
)


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries({"form": words, "stem": words}), st.binary(max_size=4))
def test_there_and_back(fields: dict[str, dict[bytes, tuple[int, bytes]]], start: bytes) -> None:
    table = opened(*written(fields))
    for name, terms in fields.items():
        assert [term for term, _ in table.terms(name)] == sorted(terms)
        assert [term for term, _ in table.terms(name, start)] == sorted(term for term in terms if term >= start)
        assert table.beginning(name, start) == sorted(term for term in terms if term.startswith(start))
        for term, (documents, data) in terms.items():
            found = table.find(name, term)
            assert found is not None
            assert (found.documents, table.data(found)) == (documents, data)
        assert (table.find(name, start) is not None) == (start in terms)
    assert table.find("none", b"a") is None


def test_lists_that_are_the_same_are_written_once() -> None:
    long = bytes(range(200))
    _, lists = written({"form": {b"oil": (3, long)}, "stem": {b"oil": (3, long)}})
    assert len(lists) == len(long) + 4


def test_any_damage_is_noticed() -> None:
    fields = {"form": {b"word%d" % number: (number + 1, bytes([number]) * (number % 90 + 1)) for number in range(200)}}
    terms, lists = written(fields)
    for place in range(0, len(terms), 7):
        bad = bytearray(terms)
        bad[place] ^= 0x10
        with pytest.raises(ValueError, match="damaged"):
            list(opened(bytes(bad), lists).terms("form"))
    table = opened(terms, lists[:10] + b"\xff" + lists[11:])
    with pytest.raises(ValueError, match="damaged"):
        [table.data(term) for _, term in table.terms("form")]
