"""A small corpus of our own, its index, and the app driven over it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp

HARBOUR = """Harbour Talks Enter a Third Day

Mayor Anna Kowalska said on Monday that the harbour truce in Gdansk would hold for 30 days. Her deputy, Tomas Berg, was
less certain and asked for a ceasefire that both fleets would sign.

**The fleets have waited since April.** [sic] They will not wait for ever, the mayor told reporters.

What the Fleets Want

The eastern fleet wants the inner harbour. The western fleet wants the outer one, and $40 million for the repairs.

Questions Remain

Nobody has said who will watch over the truce. Anna Kowalska hopes for the European Union; Tomas Berg hopes for nobody.

| Fleet | Boats | Demand |
|---|---|---|
| Eastern | 14 | the inner harbour, with all its cranes and the old customs house beside the bridge |
| Western | 9 | the outer harbour |
"""

MARKET = """Market Square Quiet After Truce

The market square was quiet on Tuesday. Kowalska walked across it without guards, and the truce held.

Traders counted 12 stalls. A ceasefire, one of them said, is a truce that somebody wrote down.
"""

LONG = "A Long Account of the Harbour\n\n" + "\n\n".join(
    f"Paragraph {number} tells what happened on the quay, slowly and with many words, as harbour stories are told."
    for number in range(120)
)

WIDE = """漢字の記事

これは試験のための短い文章です。 港の停戦は三日目に入りました。 e\u0301tude, nai\u0308ve, 👩‍👩‍👧 family.
"""


@pytest.fixture(scope="session")
def harbour_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four articles."""
    folder = tmp_path_factory.mktemp("harbour")
    for name, text in (("a-harbour", HARBOUR), ("b-market", MARKET), ("c-long", LONG), ("d-wide", WIDE)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


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
