"""What all tests share: a home of their own, the starter corpus, and the source articles where they lie beside it."""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, is_hypothesis_test, settings

from index.starter import starter_corpus
from tests.memory import in_memory

ROOT = Path(__file__).resolve().parent.parent
# What tests write is synced to the disk as what a user makes is: on a busy disk most of the time of the suite.
if (_memory := in_memory()) is not None:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_memory))
# A shared machine is sometimes slow, which is no fault of what is tested. Every run of the suite tries the same
# examples, so that what passes in one place passes in another; `make properties` searches for others.
settings.register_profile("same", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("searching", deadline=None, print_blob=True)
# Whether a fault is noticed, not by which smallest example: `make mutation`.
settings.register_profile(
    "mutation", deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
settings.load_profile(os.environ.get("PROPERTY_PROFILE", "same"))

EXAMPLES = int(os.environ.get("PROPERTY_EXAMPLES", "0"))
"""So many examples for every property, whatever a test asks for: `make properties`."""

_LONGEST_NAME = 60
_FOLDERS = ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME")


# Python looks for garbage after 700 new objects: a fifth of the time of a test of a screen.
gc.set_threshold(10_000, 10, 10)


def pytest_collection_finish() -> None:
    """What was imported and collected stays, so that no look for garbage goes through it."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where it is asked for, gives every property the same number of examples, and all the time they need."""
    for item in items if EXAMPLES else ():
        if isinstance(item, pytest.Function) and is_hypothesis_test(item.obj):
            here = getattr(item.obj, "__func__", item.obj)
            asked: settings = getattr(here, "_hypothesis_internal_use_settings", None) or settings.default
            here._hypothesis_internal_use_settings = settings(
                asked, max_examples=EXAMPLES, suppress_health_check=list(HealthCheck)
            )
            item.add_marker(pytest.mark.timeout(0))


def pytest_make_parametrize_id(val: object) -> str | None:
    """A hostile text is named by its beginning: its whole would go from process to process with every report."""
    return ascii(val[:_LONGEST_NAME]) if isinstance(val, str | bytes) and len(val) > _LONGEST_NAME else None


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One home after the other; `mktemp` would look through all there are for the number of each."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _home_of_its_own(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes what is the user's, and none sees what another left.

    Nor does the environment name a size of the terminal, as it does below pytest-xdist: that would be believed before
    what a terminal says.
    """
    home = next(_homes)
    home.mkdir()
    for name in _FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in [name for name in os.environ if name.startswith("CEASEFIRE_READER_") or name in ("COLUMNS", "LINES")]:
        monkeypatch.delenv(name)


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this test starts is left alone by `make coverage`, which loads modules of its own and is slow to end."""
    for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
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
