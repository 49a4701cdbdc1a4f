"""What lies in the folder that the program is started in is never run, whatever it is called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.building.reading import recognise_apart
from index.documents.load import load_bytes
from index.library import Library
from index.settings import Settings

PLANTED = (
    "index",
    "tui",
    "multiprocessing",
    "json",
    "subprocess",
    "tempfile",
    "whoosh",
    "sqlite3",
    "struct",
    "resource",
)


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder full of modules that tell when they are run, and the file in which they tell it."""
    folder, told = tmp_path / "here", tmp_path / "told"
    for name in PLANTED:
        package = folder / name
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(f"open({str(told)!r}, 'a').write({name!r} + ' ')\n")
    monkeypatch.chdir(folder)
    return told


@pytest.mark.usefixtures("unmeasured")
def test_modules_of_the_working_folder_would_be_run(planted: Path) -> None:
    """What the tests below rely on."""
    subprocess.run([sys.executable, "-c", "import multiprocessing"], check=False, capture_output=True)
    assert "multiprocessing" in planted.read_text()


def test_processes_that_read_run_nothing_of_the_working_folder(planted: Path) -> None:
    document = load_bytes(b"Jane Roe spoke in Geneva on Monday.", "a.txt")
    assert [mention.text for mention in recognise_apart(document).mentions][:1] == ["Jane Roe"]
    assert not planted.exists()


def test_the_process_that_indexes_runs_nothing_of_the_working_folder(
    planted: Path, tmp_path: Path, settings: Settings
) -> None:
    corpus = tmp_path / "articles"
    corpus.mkdir()
    for number in range(60):
        (corpus / f"{number}.txt").write_text(f"Envoy {number} spoke in Geneva.")
    library = Library.open(corpus, settings=settings)
    assert library.refresh_apart().articles == 60
    library.close()
    assert not planted.exists()
