"""A small corpus of three articles on one invented event, and a library over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.settings import Settings

BRIDGE = """Bridge at Marrow reopens after eleven days

Mayor Elena Kovac opened the Marrow bridge to traffic on Friday, eleven days after a barge struck its third pillar.

“We promised a fortnight and needed less,” Kovac told reporters. She thanked the engineers of Nordhaven University.

The repair cost $4 million, the city of Tarn said.
"""
BARGE = """Barge owner disputes the bill for Marrow bridge

The owner of the barge that hit the Marrow bridge will not pay $6 million, his lawyer Tomas Brandl said on Saturday.

Former Mayor Elena Kovac had asked the company to bear the whole cost. Tarn expects an answer within 30 days.
"""
HARVEST = """A late harvest in the hills

Growers above Tarn began to pick their grapes on Monday. Nobody spoke of the bridge.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in (("barge.txt", BARGE), ("bridge.txt", BRIDGE), ("harvest.txt", HARVEST)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data")


@pytest.fixture
def library(corpus: Path, settings: Settings) -> Iterator[Library]:
    opened = Library.open(corpus, settings=settings)
    yield opened
    opened.close()
