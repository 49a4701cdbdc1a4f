"""Where it is known which files changed, only they are looked at; what comes of it is what a whole refresh gives."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.building.store import Store
from index.documents import scan
from index.library import Library
from index.settings import Settings

LONG_AGO = 1_600_000_000
TEXTS = ("Ann Bloggs spoke in Paris.", "The truce held, said Bob Bloggs.", "Rain fell on Kyiv.")


def write(place: Path, text: str, when: int = LONG_AGO) -> None:
    place.parent.mkdir(exist_ok=True)
    place.write_text(text)
    os.utime(place, (when, when))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for number, text in enumerate(TEXTS):
        write(tmp_path / "corpus" / f"{number}.txt", text)
    return tmp_path / "corpus"


def opened(corpus: Path, cache: str = "cache") -> Library:
    return Library.open(corpus, settings=replace(Settings(), cache_dir=corpus.parent / cache, data_dir=corpus.parent))


@pytest.fixture
def library(corpus: Path) -> Iterator[Library]:
    library = opened(corpus)
    library.refresh()
    yield library
    library.close()


def told(library: Library) -> object:
    """What a library answers."""
    queries = ("bloggs", "truce", "rain", "person:bloggs", "NOT rain", "snow", "path:sub")
    answers = [[hit.document for hit in library.search(query, limit=99).hits] for query in queries]
    return answers, library.listing(), [(e.id, e.name, e.mentions) for e in library.entities()], library.files()


def test_only_what_changed_is_looked_at(library: Library, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    stamps = Store.stamps
    monkeypatch.setattr(Store, "stamps", lambda store, among=None: read.append(among) or stamps(store, among))
    monkeypatch.setattr(scan, "scan", lambda root: pytest.fail("everything was scanned"))
    write(corpus / "1.txt", "Snow fell.", LONG_AGO + 9)
    write(corpus / "new.txt", "More snow fell, said Cem Demir.")
    (corpus / "2.txt").unlink()
    status = library.follow([str(corpus / name) for name in ("1.txt", "2.txt", "new.txt")])
    assert (status.changed, status.articles, status.files, status.current) == (
        {"1.txt", "2.txt", "new.txt"},
        3,
        3,
        True,
    )
    assert read == [{"1.txt", "2.txt", "new.txt"}]
    assert library.search("snow").total == 2
    assert library.search("person:demir").total == 1
    assert library.search("rain").total == 0


def test_what_cannot_be_told_alone_is_scanned_for(library: Library, corpus: Path) -> None:
    write(corpus / "sub" / "3.txt", "Snow fell.")
    assert library.follow([str(corpus / "sub")]).changed == {"sub/3.txt"}
    write(corpus / "schön.txt", "Snow fell.")
    assert library.follow([str(corpus / "schön.txt")]).changed == {"schön.txt"}
    (corpus / "link.txt").symlink_to("0.txt")
    write(corpus / "4.txt", "Snow fell.")
    assert library.follow([str(corpus / "link.txt")]).changed == {"4.txt"}


def test_a_file_that_cannot_be_read_is_told_of(library: Library, corpus: Path) -> None:
    (corpus / "1.txt").write_bytes(b"\x00\x01\x02" * 50)
    status = library.follow([str(corpus / "1.txt")])
    assert (status.articles, status.files, status.skipped) == (2, 3, 1)
    assert library.search("truce").total == 0
    write(corpus / "1.txt", "The truce is back.", LONG_AGO + 5)
    assert library.follow([str(corpus / "1.txt")]).articles == 3
    assert library.search("truce").total == 1


steps = st.lists(
    st.tuples(
        st.sampled_from(("0.txt", "1.txt", "7.txt", "sub/8.txt", ".hid.txt", "é.txt", "README.md")),
        st.sampled_from(("", *TEXTS, "Snow fell on Ann Bloggs.")),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=st.lists(steps, min_size=1, max_size=3))
def test_following_gives_what_a_new_index_would(
    tmp_path_factory: pytest.TempPathFactory, history: list[list[tuple[str, str]]]
) -> None:
    corpus = tmp_path_factory.mktemp("here") / "corpus"
    write(corpus / "always.txt", "Something is always there.")
    write(corpus / "sub" / "too.txt", "And here.")
    library = opened(corpus)
    library.refresh()
    for when, changes in enumerate(history):
        for name, text in changes:
            if text:
                write(corpus / name, text, LONG_AGO + 10 * when)
            else:
                (corpus / name).unlink(missing_ok=True)
        library.follow([str(corpus / name) for name, _ in changes])
        library.entities()  # resolved now, and followed after the next changes
    other = opened(corpus, "other")
    other.refresh()
    assert told(library) == told(other)
    library.close()
    other.close()
