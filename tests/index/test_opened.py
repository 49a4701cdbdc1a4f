"""What the user opens while a large folder is being indexed can be found before its turn comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.building import refresh as refreshing
from index.building.children import Part
from index.building.opened import Beside
from index.documents.model import SourceFile
from index.errors import Cancelled
from index.library import Library
from index.library.indexer import run_apart
from index.settings import Settings


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(120):
        (folder / f"{number:03}.txt").write_text(f"Ferry number {number} sails.\n")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(Settings(), cache_dir=tmp_path / "cache", data_dir=tmp_path / "data")


class NoParts:
    """Stands for processes none of which has finished anything yet; tells once that they are at it."""

    def __init__(self, *_: object) -> None:
        pass

    def __iter__(self) -> Iterator[Part[object, object]]:
        yield Part()

    def close(self) -> None:
        pass


def found(library: Library) -> list[str]:
    return sorted(hit.document for hit in library.search("ferry", limit=200).hits)


def test_the_open_article_and_those_beside_it_are_in_the_first_commit(corpus: Path, settings: Settings) -> None:
    library = Library.open(corpus, settings=settings)
    done = [0]

    def progress(number: int, _: int) -> None:
        done[0] = number

    with pytest.raises(Cancelled):
        library.refresh(progress, lambda: done[0] >= 40, names=False, opened=lambda: "090.txt")
    assert found(library) == [f"{number:03}.txt" for number in (*range(28), *range(87, 99))]
    library.refresh(names=False)
    assert len(found(library)) == 120


def test_what_is_opened_meanwhile_does_not_wait(
    corpus: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open(corpus, settings=settings)
    monkeypatch.setattr(refreshing, "PartsAhead", NoParts)
    opened = iter(["000.txt", "110.txt"])
    library.refresh(names=False, opened=lambda: next(opened))
    assert found(library) == [f"{number:03}.txt" for number in (*range(40), *range(107, 119))]
    monkeypatch.undo()
    assert library.refresh(names=False, opened=lambda: "110.txt").articles == 120
    assert len(found(library)) == 120


def test_a_process_apart_is_told_what_is_open(corpus: Path, settings: Settings) -> None:
    changed, _ = run_apart(corpus, settings, None, None, names=False, opened=lambda: "090.txt")
    assert len(changed) == 120
    assert len(found(Library.open(corpus, settings=settings))) == 120


def test_each_opening_is_told_once_and_long_files_are_left_out() -> None:
    files = [SourceFile(f"{n}", f"/{n}", 10 if n != 6 else 1_000_000, 0) for n in range(30)]
    opened: str | None = None
    beside = Beside(files, lambda: opened)
    assert beside.now() == []
    opened = "5"
    assert [file.path for file in beside.now()] == ["2", "3", "4", "5", "7", "8", "9", "10", "11", "12", "13"]
    assert beside.now() == []
    opened = "no such article"
    assert beside.now() == []
    opened = "0"
    assert [file.path for file in beside.now()][:2] == ["0", "1"]
    assert Beside(files, None).now() == []
