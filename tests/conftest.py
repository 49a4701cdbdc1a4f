"""What all tests share: a home of their own, the starter corpus, and the source articles where they lie beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from index.starter import starter_corpus

ROOT = Path(__file__).resolve().parent.parent
# A shared machine is sometimes slow, which is no fault of what is tested; in CI every run tries the same examples.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

_FOLDERS = ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME")


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what is the user's, and none sees what another left."""
    home = tmp_path_factory.mktemp("home")
    for name in _FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in [name for name in os.environ if name.startswith("CEASEFIRE_READER_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def starter() -> Path:
    """The starter corpus."""
    return starter_corpus()


@pytest.fixture(scope="session")
def real_articles() -> Path:
    """The five articles that the starter corpus was digested from; they are no part of the project."""
    folder = ROOT / "../shared/seeds"
    if not folder.is_dir():
        pytest.skip("the five source articles are not beside this checkout")
    return folder.resolve()


@pytest.fixture(scope="session")
def starter_cache(tmp_path_factory: pytest.TempPathFactory, starter: Path) -> Path:
    """A cache folder that holds the starter corpus's index, made once for all tests that only read it."""
    from index.library import Library
    from index.settings import Settings

    folder = tmp_path_factory.mktemp("starter-cache")
    library = Library.open(starter, settings=Settings(cache_dir=folder, data_dir=folder / "data"))
    library.refresh()
    library.close()
    return folder
