"""The rules of the house at run time: what a process really loads, also by imports inside functions."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from index.digests import blake2b, hex_sha256

LOADED = """
import sys
from tui.cli import main
try:
    status = main({arguments!r})
except SystemExit as end:
    status = end.code or 0
print("status", status, file=sys.stderr)
print("loaded", *sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


def loaded_by(arguments: list[str], cache: Path) -> tuple[int, set[str]]:
    code = LOADED.format(arguments=[*arguments])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    lines = done.stderr.splitlines()
    return int(lines[-2].split()[1]), set(lines[-1].split()[1:])


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["search", "--help"], 0),
        (["search", "ceasefire", "--json"], 0),
        (["list"], 0),
        (["show", "putin"], 0),
        (["entities", "putin", "--json"], 0),
        (["compare", "putin", "week"], 0),
        (["compare", "putin", "week", "--html"], 0),
        (["index", "--status"], 0),
        (["network", "--graphml"], 0),
        (["voices", "--json"], 0),
        (["dossier", "Crimea"], 0),
        (["verify", "/dev/null"], 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_commands_load_no_textual(
    arguments: list[str], status: int, starter: Path, starter_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CEASEFIRE_READER_CACHE_DIR", str(starter_cache))
    monkeypatch.setenv("CEASEFIRE_READER_CORPUS", str(starter))
    ended, loaded = loaded_by(arguments, starter_cache)
    assert ended == status
    assert not loaded & {"textual", "rich"}


@pytest.mark.usefixtures("unmeasured")
def test_version_loads_nothing_heavy(starter_cache: Path) -> None:
    _, loaded = loaded_by(["--version"], starter_cache)
    assert not loaded & {"argparse", "index", "whoosh", "json", "sqlite3", "importlib.metadata"}


@pytest.mark.usefixtures("unmeasured")
def test_help_makes_no_data_classes(starter_cache: Path) -> None:
    _, loaded = loaded_by(["--help"], starter_cache)
    assert not loaded & {"dataclasses", "inspect"}


@pytest.mark.parametrize(
    "arguments",
    [["entities"], ["entities", "putin"], ["compare", "putin", "week"], ["show", "putin"], ["list"]],
    ids=" ".join,
)
def test_what_searches_nothing_loads_no_engine(
    arguments: list[str], starter: Path, starter_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CEASEFIRE_READER_CACHE_DIR", str(starter_cache))
    monkeypatch.setenv("CEASEFIRE_READER_CORPUS", str(starter))
    ended, loaded = loaded_by(arguments, starter_cache)
    assert ended == 0
    assert "whoosh" not in loaded


def test_a_search_for_a_word_loads_what_it_needs(
    starter: Path, starter_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CEASEFIRE_READER_CACHE_DIR", str(starter_cache))
    monkeypatch.setenv("CEASEFIRE_READER_CORPUS", str(starter))
    ended, loaded = loaded_by(["search", "ceasefire"], starter_cache)
    assert ended == 0
    assert "whoosh" in loaded
    assert not loaded & {"rapidfuzz", "http", "email", "ssl", "markdown_it", "selectolax"}


def test_the_index_loads_no_screen() -> None:
    code = (
        "import sys, pkgutil, importlib, index\n"
        "for module in pkgutil.walk_packages(index.__path__, 'index.'): importlib.import_module(module.name)\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.split())
    assert "whoosh" in loaded
    assert not loaded & {"tui", "textual", "rich"}


@pytest.mark.usefixtures("unmeasured")
def test_the_screen_opens_without_the_engine() -> None:
    code = "import sys, tui.app, index.library; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.split())
    assert "textual" in loaded
    # What loads OpenSSL is felt before the first paint.
    assert not loaded & {"whoosh", "_hashlib"}


def test_digests_are_those_of_hashlib() -> None:
    for data in (b"", b"truce", bytes(1 << 18)):
        assert hex_sha256(data) == hashlib.sha256(data).hexdigest()
    assert blake2b(b"truce", digest_size=8).digest() == hashlib.blake2b(b"truce", digest_size=8).digest()
