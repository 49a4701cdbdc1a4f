"""The corpus, its index, and the app driven over it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from index.library import Library
from index.settings import Settings
from tests.tui.reader.harbour import write_harbour
from tui.app import ReaderApp


@pytest.fixture(scope="session")
def harbour_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four articles."""
    return write_harbour(tmp_path_factory.mktemp("harbour"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a user who has none."""
    return Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data")


@pytest.fixture
def library(harbour_corpus: Path, settings: Settings) -> Iterator[Library]:
    """The library over them, indexed."""
    library = Library.open(harbour_corpus, settings=settings)
    library.refresh()
    yield library
    library.close()


Settle = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture
def settle() -> Settle:
    """Waits until nothing goes on in the background any more."""

    async def wait(pilot: Pilot[None]) -> None:
        for _ in range(3):
            await pilot.pause()
            with suppress(WorkerCancelled):  # a later one took its place
                await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    return wait


Press = Callable[..., Awaitable[None]]


@pytest.fixture
def press(settle: Settle) -> Press:
    """Presses keys one after the other, each after the one before has had its effect; words without waiting."""

    async def keys(pilot: Pilot[None], *names: str) -> None:
        word = len(names) > 3 and all(len(name) == 1 for name in names[-4:])
        for number, name in enumerate(names):
            await pilot.press(name)
            if not word or len(name) > 1 or number == len(names) - 1:
                await settle(pilot)

    return keys


@pytest.fixture
def app(library: Library) -> ReaderApp:
    """The app."""
    return ReaderApp(library)
