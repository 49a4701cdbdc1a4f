"""Texts and names are compressed by a sample of others, and come back as they were; a damaged sample is told."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from index.building import usual as samples
from index.building.kept import inflated, packed, packed_names
from index.building.store import Store
from index.building.usual import Usual
from index.compressing import compressed, decompressed
from index.documents.load import load
from index.documents.model import SourceFile
from index.errors import DamageError
from index.naming import names
from index.search.stored.pieces import cut

COUNT = 60


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store of articles that were put without a sample."""
    store = Store(tmp_path / "articles.sqlite")
    store.put(
        (file, packed(document, cut(document.text), names(document)))
        for file in written(tmp_path)
        for document in [load(file)]
    )
    return store


def written(folder: Path) -> list[SourceFile]:
    files = []
    for number in range(COUNT):
        path = folder / f"{number:03}.txt"
        path.write_text(
            f"Talks {number}\n\nMinister Ann Bloggs of Ruritania met {number} envoys of the United Nations in Geneva "
            f'on {number % 28 + 1} March 2022, and said that "{"nothing " * (number % 7)}was agreed".\n' * 3,
            encoding="utf-8",
        )
        files.append(SourceFile(path.name, str(path), path.stat().st_size, path.stat().st_mtime_ns))
    return files


@pytest.mark.parametrize("size", [10, 700, 9_000, 40_000])
def test_what_is_compressed_by_a_sample_comes_back(size: int):
    sample = bytes(range(256)) * 120
    data = (sample[100:200] + b"something else ") * (size // 115 + 1)
    made = compressed(data, sample)
    assert decompressed(made, sample) == data
    assert decompressed(compressed(data), sample) == data, "what was written before there was a sample"
    assert len(made) < len(compressed(data))
    for wrong in (b"", sample[1:]):
        with pytest.raises(DamageError):
            inflated(made, wrong)


def test_articles_put_with_a_sample_take_less_room_and_stay_the_same(store: Store, tmp_path: Path):
    before = {path: (page.document, page.recognition) for path, page in store.each(sorted(store.stamps()))}
    plain = store.pages(["031.txt"])["031.txt"].packed_size
    assert store.samples.usual() == Usual()
    usual = store.samples.take("text")
    usual = store.samples.take("names")
    assert all(usual)
    assert store.samples.take("text") == usual, "a sample is never changed"
    for path, (document, recognition) in before.items():
        store.put_names([(path, packed_names(recognition, usual.names), "")])
        if path >= "030":
            file = next(file for file in written(tmp_path) if file.path == path)
            store.put([(file, packed(document, cut(document.text), recognition, usual))])
    elsewhere = Store(tmp_path / "articles.sqlite")
    for each in (store, elsewhere):
        assert {path: (page.document, page.recognition) for path, page in each.each(sorted(before))} == before
        assert len([named for _, named in each.named() if named]) == COUNT
    assert store.pages(["031.txt"])["031.txt"].packed_size < plain / 2
    elsewhere.close()
    store.close()


def test_too_few_make_no_sample(tmp_path: Path):
    store = Store(tmp_path / "articles.sqlite")
    file, *_ = written(tmp_path)
    document = load(file)
    store.put([(file, packed(document, cut(document.text), names(document)))])
    assert store.samples.take("text") == store.samples.take("names") == Usual()
    store.close()


@pytest.mark.parametrize("what", ["text", "names"])
def test_a_sample_that_is_another_is_damage(store: Store, tmp_path: Path, what: str):
    assert store.samples.take(what)._asdict()[what]
    store.close()
    with sqlite3.connect(tmp_path / "articles.sqlite") as database:
        database.execute("UPDATE usual SET sample = zeroblob(length(sample)) WHERE what = ?", (what,))
    for _ in range(2):  # it is remembered
        with pytest.raises(DamageError):
            Store(tmp_path / "articles.sqlite")


def test_samples_are_no_longer_than_is_said():
    for what, (_, one, most) in samples.SAMPLED.items():
        long = b"x" * (one * 3)
        assert samples.sample(what, [long] * 200) == b"x" * most
        assert len(samples.sample(what, [long] * (most // one // 2))) == most // one // 2 * one
        assert samples.sample(what, [long]) == b""
