"""The file of what the user made is read with its log as SQLite reads it, where nothing can be written."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.user.log import with_log


def rows(file: Path) -> list[tuple[int, str]]:
    """What SQLite finds there."""
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT id, text FROM note ORDER BY id").fetchall()


def read(file: Path) -> list[tuple[int, str]]:
    """The same, without SQLite's reading of the log."""
    log = Path(f"{file}-wal")
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.deserialize(with_log(file.read_bytes(), log.read_bytes() if log.exists() else b""))
        return memory.execute("SELECT id, text FROM note ORDER BY id").fetchall()


def outcome(reading: Callable[[Path], list[tuple[int, str]]], file: Path) -> object:
    """What is found, or what is wrong: a log that is cut may have held the table, or the rest of a page."""
    try:
        return reading(file)
    except sqlite3.DatabaseError as problem:
        return type(problem), str(problem)


def copied(file: Path, target: Path, log: bytes | None) -> Path:
    """The file with its log as a power cut would leave them."""
    target.mkdir()
    shutil.copyfile(file, target / file.name)
    if log is not None:
        (target / f"{file.name}-wal").write_bytes(log)
    return target / file.name


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("size", [512, 4096])
def test_it_is_read_as_sqlite_reads_it(tmp_path: Path, seed: int, size: int) -> None:
    chance = random.Random(seed)
    file = tmp_path / "state.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute(f"PRAGMA page_size={size}")
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("PRAGMA wal_autocheckpoint=0")
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        for step in range(60):
            done = chance.random()
            if done < 0.7:
                database.execute("INSERT INTO note VALUES (NULL, ?)", ("words " * chance.randrange(300),))
            elif done < 0.85:
                database.execute("DELETE FROM note WHERE id % 3 = ?", (step % 3,))
            elif done < 0.9:
                database.execute("VACUUM")
            else:
                database.execute(f"PRAGMA wal_checkpoint({chance.choice(('PASSIVE', 'RESTART', 'TRUNCATE'))})")
            if step % 6 == 5:
                log = Path(f"{file}-wal").read_bytes()
                whole = copied(file, tmp_path / f"whole{step}", log)
                assert read(whole) == rows(whole)
                cut = log[: chance.randrange(len(log) + 1)]
                if chance.random() < 0.5 and cut:
                    at = chance.randrange(len(cut))
                    cut = cut[:at] + bytes([cut[at] ^ 1 << chance.randrange(8)]) + cut[at + 1 :]
                bent = copied(file, tmp_path / f"cut{step}", cut)
                assert outcome(read, bent) == outcome(rows, bent)


def test_without_a_log_it_is_the_file(tmp_path: Path) -> None:
    file = tmp_path / "state.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        database.execute("INSERT INTO note VALUES (1, 'kept')")
        database.commit()
    assert not Path(f"{file}-wal").exists()
    assert read(file) == [(1, "kept")]


def test_what_is_no_log_counts_for_nothing(tmp_path: Path) -> None:
    file = tmp_path / "state.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    data = file.read_bytes()
    for log in (b"\0" * 4096, b"\x37\x7f\x06\x82" * 1100, b"x", b"\x37\x7f\x06\x82" + b"\0" * 28):
        assert with_log(data, log) == with_log(data, b"")
