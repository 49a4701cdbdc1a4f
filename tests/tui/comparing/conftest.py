"""The library of given findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.settings import Settings
from tests.tui.comparing.given import GivenLibrary, write_given


@pytest.fixture
def given_library(tmp_path: Path) -> Iterator[GivenLibrary]:
    """The library of given findings, indexed."""
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    library = GivenLibrary.open(write_given(tmp_path / "corpus"), settings=settings)
    assert isinstance(library, GivenLibrary)
    library.refresh()
    yield library
    library.close()
