"""The corpus of the keys; the helpers of this folder are modules of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.settings import Settings

sys.path.append(str(Path(__file__).parent))

from stage import write_files


@pytest.fixture(scope="module")
def corpus_and_cache(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The corpus and its index."""
    folder = tmp_path_factory.mktemp("keys")
    corpus = write_files(folder / "corpus")
    library = Library.open(corpus, settings=Settings(cache_dir=folder / "cache", data_dir=folder / "data"))
    library.refresh()
    library.close()
    return corpus, folder / "cache"


@pytest.fixture
def library(corpus_and_cache: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The library of somebody who made nothing yet, in a working folder of their own."""
    corpus, cache = corpus_and_cache
    monkeypatch.chdir(tmp_path)
    opened = Library.open(corpus, settings=Settings(cache_dir=cache, data_dir=tmp_path / "data", restore=False))
    yield opened
    opened.close()
