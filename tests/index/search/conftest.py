"""What the tests of searching share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from index.library import Library
from index.search.whoosh_engine import WhooshEngine
from index.settings import Settings


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[WhooshEngine]:
    """An empty engine."""
    made = WhooshEngine(tmp_path / "index")
    yield made
    made.close()


@pytest.fixture
def starter_library_here(starter: Path, starter_cache: Path, tmp_path: Path) -> Iterator[Library]:
    """The starter corpus, indexed."""
    opened = Library.open(starter, settings=Settings(cache_dir=starter_cache, data_dir=tmp_path / "data"))
    yield opened
    opened.close()
