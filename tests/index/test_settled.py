"""An index that is up to date is told so at a glance, and every change and damage is noticed all the same."""

from __future__ import annotations

import os
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from index.building.store import Store
from index.library import Library
from index.settings import Settings

LONG_AGO = 1_600_000_000


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in (("a.txt", "Ann Bloggs spoke in Paris."), ("b.txt", "The truce held, said Bloggs.")):
        (folder / name).write_text(text)
        os.utime(folder / name, (LONG_AGO, LONG_AGO))
    return folder


def opened(corpus: Path) -> Library:
    settings = replace(Settings(), cache_dir=corpus.parent / "cache", data_dir=corpus.parent / "data")
    return Library.open(corpus, settings=settings)


@pytest.fixture
def settled(corpus: Path) -> Path:
    library = opened(corpus)
    before = library.refresh()
    assert opened(corpus).status() == before._replace(changed=frozenset())
    library.close()
    return corpus


def test_what_is_settled_is_not_looked_through(settled, monkeypatch):
    def never(_: Store) -> None:
        raise AssertionError

    monkeypatch.setattr(Store, "stamps", never)
    status = opened(settled).refresh()
    assert (status.articles, status.files, status.current, status.changed) == (2, 2, True, frozenset())


@pytest.mark.parametrize("change", ["size", "time", "added", "removed", "renamed"])
def test_every_change_of_a_file_is_noticed(settled, change):
    file = settled / "a.txt"
    if change == "size":
        file.write_text("Now of another length.")
    elif change == "time":
        file.write_text("Bob Bloggs spoke in Paris.")
    elif change == "added":
        (settled / "c.txt").write_text("One more.")
    elif change == "removed":
        file.unlink()
    else:
        file.rename(settled / "c.txt")
    library = opened(settled)
    assert not library.status().current
    assert library.refresh().changed
    assert library.status().current


def test_a_file_that_was_just_written_is_looked_at_again(settled):
    (settled / "a.txt").write_text("Just now.")
    opened(settled).refresh()
    library = opened(settled)
    library.rescan()
    assert library._settled() is None


def test_a_damaged_article_is_read_again_once_it_was_seen(settled):
    library = opened(settled)
    listed = library.listing()
    with sqlite3.connect(library.folder / "articles.sqlite") as database:
        database.execute("UPDATE article SET title='other' WHERE path='a.txt'")
    assert library.listing() == listed


def test_an_engine_that_lost_its_files_is_made_anew(settled):
    library = opened(settled)
    for file in (library.folder / "whoosh").iterdir():
        file.unlink()
    assert library.refresh().changed == {"a.txt", "b.txt"}
    assert library.search("truce").total == 1


def test_a_corpus_is_resolved_again_only_when_an_article_changed(settled, monkeypatch):
    first = opened(settled)
    (bloggs,) = first._resolving().find("Bloggs")
    assert bloggs.name == "Ann Bloggs"

    def never(_: Store) -> None:
        raise AssertionError

    monkeypatch.setattr(Store, "named", never)
    again = opened(settled)
    again.refresh()
    assert again._resolving().find("Bloggs") == (bloggs,)
    monkeypatch.undo()
    (settled / "a.txt").write_text("Eve Bloggs spoke in Paris.")
    again.refresh()
    assert [entity.name for entity in again._resolving().find("Bloggs")] == ["Eve Bloggs"]


def test_articles_of_a_clock_that_is_ahead_are_not_read_again(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ahead = time.time() + 400_000_000
    for file in corpus.iterdir():
        os.utime(file, (ahead, ahead))
    opened(corpus).refresh()
    monkeypatch.setattr("index.building.reading.load", lambda file: pytest.fail(f"{file.path} is read again"))
    assert opened(corpus).refresh().current
    monkeypatch.undo()
    (corpus / "a.txt").write_text("Bob Bloggs spoke in Paris.")  # of the same length, by a clock that is right
    assert opened(corpus).refresh().changed == {"a.txt"}
