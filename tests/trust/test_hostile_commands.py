"""The corpora of `make_hostile.py` through every command that tells of articles."""

from __future__ import annotations

import json
import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_corpus import Hostile
from trust_screen import HEAVY, OpenScreen, rounds

from index.documents.scan import scan
from tui.cli import main

FEW, SLOWEST = 30, 2.0
"""One article in so many, where there is little time; seconds of the processor, looked at where there is much."""
_WHOLE = (
    *(("index", "--json"), ("index", "--status"), ("search", "zzhostile"), ("search", "PWNED", "--json")),
    *(("search", "title:PWNED"), ("search", "ceasefire~1 OR zz*"), ("search", '"reported quiet" -PWNED')),
    *(("list",), ("list", "--json"), ("list", "--query", "title:PWNED")),
    *(("entities",), ("entities", "--json"), ("dossier", "Zelenskyy"), ("dossier", "Kyiv", "--json")),
    *(("timeline",), ("timeline", "--json"), ("voices",), ("voices", "--json"), ("naming",), ("naming", "--json")),
    *(("network",), ("network", "--json"), ("network", "--graphml"), ("matrix", "--query", "title:PWNED")),
    *(("matrix", "--query", "title:head", "--html"), ("export",), ("export", "--notes")),
)
_ONE = (("show",), ("show", "--json"), ("entities",), ("entities", "--json"))
_PAIR = (("compare",), ("compare", "--json"), ("compare", "--markdown"), ("compare", "--html"), ("matrix",))
_CONTROL = "control-normal.txt"
_FOLDERS = ("directory.txt", "noaccess/x.txt")
"""Folders, and what lies in one that only root may look into."""

pytestmark = pytest.mark.timeout(0 if HEAVY else 1_200)


@pytest.mark.parametrize("seed", [5 - n for n in rounds(1, 5)])
def test_no_command_passes_on_what_articles_plant(
    hostile: Callable[[int], Hostile],
    seed: int,
    open_screen: OpenScreen,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    made = hostile(seed)
    monkeypatch.setenv("CEASEFIRE_READER_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    slow: list[tuple[float, tuple[str, ...]]] = []

    def run(*arguments: str) -> bytes:
        before = _processor()
        status = main([*arguments])
        slow.append((round(_processor() - before, 2), arguments))
        told = capfdbinary.readouterr()
        assert status in (0, 1) or (status == 2 and told.err.count(b"\n") == 1), (arguments, told.err)
        made.watch(told.out)
        made.watch(told.err)
        return told.out

    commands = [(*command, *_place(command[0], made.corpus)) for command in _WHOLE]
    files = list(scan(made.corpus).files)
    for file in files[:: 1 if HEAVY else FEW]:
        name = os.path.relpath(file.location, os.path.realpath(made.corpus))
        for command in (*_ONE, *_PAIR):
            both = (name,) if command in _ONE else (_CONTROL, name)
            commands.append((*command, *_place(command[0], made.corpus), "--", *both))
    _all_is_listed(made, json.loads(run("index", "--json", str(made.corpus))))
    slow.clear()
    for command in commands:
        run(*command)
    for command in commands[::40]:
        screen = open_screen(*command)
        screen.ended(300)
        made.watch(bytes(screen.written).replace(b"\r\n", b"\n"))
        assert not screen.modes_left()
    made.nothing_was_run()
    slow.sort(reverse=True)
    print(f"{len(commands)} commands, {slow[:5]}")
    assert not HEAVY or slow[0][0] <= SLOWEST


def _all_is_listed(made: Hostile, told: dict[str, list[dict[str, str]]]) -> None:
    """What is no article is listed with its reason."""
    reasons = {each["document"]: each["reason"] for each in told["skipped"]}
    articles = {file.path for file in scan(made.corpus).files} - set(reasons)
    assert all(reasons.values())
    for item in made.items:
        if item["expect"] in ("skipped", "error") and item["name"] not in _FOLDERS:
            assert item["name"] in reasons or item["name"] in articles
    assert {"fifo.txt", "socket.txt", "dev-zero.txt", "bomb.epub", "_MAIN_1.toc", ".hidden.txt"} <= set(reasons)


def _place(command: str, corpus: Path) -> tuple[str, ...]:
    return (str(corpus),) if command in ("index", "export") else ("--corpus", str(corpus))


def _processor() -> float:
    """Seconds of the processor that this process and its children took."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
