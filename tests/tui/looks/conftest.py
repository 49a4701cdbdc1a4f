"""The corpora that are looked at, each indexed once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from index.library import Library
from index.settings import Settings
from tests.tui.comparing.given import GivenLibrary, write_given
from tests.tui.keys.stage import write_files
from tests.tui.looks.table import PAGE, Corpus
from tests.tui.reader.harbour import write_harbour


def write_page(folder: Path) -> Path:
    """The article with a table."""
    folder.mkdir()
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    return folder


_WRITTEN: dict[Corpus, Callable[[Path], Path]] = {
    "harbour": write_harbour,
    "page": write_page,
    "ferries": write_files,
    "given": write_given,
}
Open = Callable[[Corpus], Library]


@pytest.fixture(scope="module")
def _indexed(tmp_path_factory: pytest.TempPathFactory) -> dict[Corpus, tuple[Path, Path]]:
    return {}


@pytest.fixture
def open_corpus(
    _indexed: dict[Corpus, tuple[Path, Path]],
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Open]:
    """Opens a corpus for somebody who made nothing yet."""
    opened: list[Library] = []
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)  # the cursor of a field does not blink

    def library(name: Corpus) -> Library:
        kind = GivenLibrary if name == "given" else Library
        made = name in _indexed
        if not made:
            folder = tmp_path_factory.mktemp(name)
            _indexed[name] = _WRITTEN[name](folder / "corpus"), folder / "cache"
        corpus, cache = _indexed[name]
        opened.append(kind.open(corpus, settings=Settings(cache_dir=cache, data_dir=tmp_path / "data", restore=False)))
        if not made:
            opened[-1].refresh()
        return opened[-1]

    yield library
    for each in opened:
        each.close()
