"""Every hostile article opened, paged, looked at in every way and compared, as a terminal sees it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import hostile_items
import pytest
from hostile_corpus import Hostile
from journey import SIZE, Journey
from trust_screen import HEAVY, OpenScreen

SLOWEST = 2.0
"""Seconds of the processor that a step may take, children's too."""

pytestmark = [
    pytest.mark.skipif(not HEAVY, reason="a journey takes an hour; TRUST_HEAVY=1 asks for it"),
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="who runs is read from /proc"),
    pytest.mark.timeout(0),
]


def test_our_own_hostile_articles(open_screen: OpenScreen, tmp_path: Path) -> None:
    hostile_items.make(tmp_path / "corpus")

    def watch(written: bytes) -> None:
        assert not hostile_items.PLANTED.search(written)
        assert not hostile_items.INVISIBLE.search(written.decode("utf-8", "replace"))

    _travel(open_screen, tmp_path / "corpus", watch)
    for place in (Path.cwd(), tmp_path, tmp_path / "corpus", Path(os.environ["HOME"])):
        assert not (place / "PWNED").exists()


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_those_of_make_hostile(open_screen: OpenScreen, hostile: Callable[[int], Hostile], seed: int) -> None:
    made = hostile(seed)
    _travel(open_screen, made.corpus, made.watch)
    made.nothing_was_run()


def _travel(open_screen: OpenScreen, corpus: Path, watch: Callable[[bytes], None]) -> None:
    environment = os.environ | {"CEASEFIRE_READER_CACHE_DIR": str(corpus.parent / "cache")}
    command = [sys.executable, "-m", "tui.cli", "index", str(corpus)]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    screen = open_screen(corpus, size=SIZE)
    screen.until("l Articles")
    journey = Journey(screen, watch)
    journey.go()
    screen.type("\x11")
    assert screen.ended() == 0
    assert not screen.modes_left()
    assert not screen.after_screen().strip()
    assert journey.compared >= len(journey.opened) * 0.9
    assert journey.followed
    slowest = sorted(journey.taken, key=lambda step: -step.seconds)[:5]
    print(f"{len(journey.opened)} articles, {journey.compared} compared, {len(journey.taken)} steps; {slowest}")
    assert slowest[0].seconds <= SLOWEST
