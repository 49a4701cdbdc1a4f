"""A small corpus for searches: three versions of one story and two other articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.settings import Settings

STORY = (
    "The mayor of Weyford said on Monday that the ferry would sail again before the end of the month, once both engines"
    " were mended and the crew had agreed to new hours. Nobody on the quay believed it, and the harbour office said"
    " nothing."
)
FILES = {
    "wire/a.txt": f"Ferry to Sail Again\n\n{STORY}\n",
    "wire/b.txt": f"Ferry Will Sail\n\n{STORY.replace('Monday', 'Tuesday')}\n",
    "wire/c.txt": f"A Ferry Sails\n\n{STORY} The council met.\n",
    "own/d.txt": "The Bridge\n\nA bridge will replace the ferry, said Anna Kowalska. The harbour needs the bridge.\n",
    "own/e.txt": "Rain\n\nIt rained in the hills above the harbour, where Anna Kowalska lives.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "corpus"
    for name, text in FILES.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Iterator[Library]:
    """Three versions of one story and two other articles, indexed."""
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    opened = Library.open(folder, settings=settings)
    opened.refresh()
    yield opened
    opened.close()
