"""What the tests of searching share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from index.search.whoosh_engine import WhooshEngine


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[WhooshEngine]:
    """An empty engine."""
    made = WhooshEngine(tmp_path / "index")
    yield made
    made.close()
