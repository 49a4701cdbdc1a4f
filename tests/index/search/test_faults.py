"""The index in trouble: killed in a commit, damaged, foreign, of another version, open to others, on a full disk."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from search_articles import article, ask, filled

from index.errors import EngineError
from index.search.whoosh_engine import WhooshEngine

ARTICLES = [article(f"{n}.txt", f"A truce of {n} days, word{n}, held near Lviv.", title=f"Day {n}") for n in range(40)]

WRITER = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[2:]
from search_articles import article
from index.search.whoosh_engine import WhooshEngine
engine = WhooshEngine(Path(sys.argv[1]))
number = 0
while True:
    with engine.refresh() as batch:
        for _ in range(20):
            batch.put(article(f"{number}.txt", f"truce word{number} " + "talks " * 50))
            number += 1
    print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(5))
def test_killed_at_any_moment_it_holds_the_last_commit(tmp_path: Path, seed: int) -> None:
    here = Path(__file__).parent
    command = [sys.executable, "-c", WRITER, str(tmp_path / "index"), str(here), str(here.parents[2])]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    committed = int(process.stdout.readline())
    time.sleep(random.Random(seed).uniform(0.0, 0.15))
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().split()
    process.wait()
    committed = int(rest[-1]) if rest else committed
    engine = WhooshEngine(tmp_path / "index")
    # A commit may have been finished that was not told any more.
    assert len(engine.documents()) in (committed, committed + 20)
    each = article("new.txt", "A truce after the storm.")
    filled(engine, [each])
    assert ask(engine, [each], "storm").total == 1
    assert ask(engine, [each], "truce", limit=3).total == len(engine.documents())
    left = [path.name for path in (tmp_path / "index").iterdir()]
    segments = {name.split(".")[0] for name in left if name.startswith("articles_") and "LOCK" not in name}
    with engine._snapshots.latest() as snapshot:
        assert len(segments) == len(snapshot.segments)
    assert sum(".toc" in name for name in left) == 1


def _asked(folder: Path) -> list[str]:
    engine = WhooshEngine(folder)
    result = ask(engine, ARTICLES, "truce lviv")
    ask(engine, ARTICLES, "wor*", limit=3)
    return [hit.document for hit in result.hits]


@pytest.mark.parametrize("seed", range(60))
def test_damage_is_an_engine_error_or_harmless_and_never_more(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "index"
    filled(WhooshEngine(folder), ARTICLES).close()
    chance = random.Random(seed)
    victim = chance.choice(sorted(path for path in folder.iterdir() if path.stat().st_size))
    data = bytearray(victim.read_bytes())
    kind = chance.choice(["cut", "gone", "empty", "flip"])
    if kind == "gone":
        victim.unlink()
    else:
        if kind == "flip":
            for _ in range(chance.randrange(1, 9)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        victim.write_bytes(data if kind == "flip" else b"" if kind == "empty" else data[: chance.randrange(len(data))])
    with contextlib.suppress(EngineError):
        _asked(folder)
    WhooshEngine.destroy(folder)
    filled(WhooshEngine(folder), ARTICLES).close()
    assert len(_asked(folder)) == len(ARTICLES)


def test_another_version_is_an_engine_error_and_destroying_it_helps(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    filled(WhooshEngine(folder), ARTICLES).close()
    (folder / "stamp").write_text("1.0")
    with pytest.raises(EngineError, match="another version"):
        WhooshEngine(folder)
    WhooshEngine.destroy(folder)
    assert WhooshEngine(folder).documents() == frozenset()


def test_a_folder_of_something_else_is_neither_opened_nor_deleted(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear reader")
    (tmp_path / "_articles_1.toc").write_bytes(b"cos\nsystem\n(S'true'\ntR.")
    with pytest.raises(EngineError, match="something else"):
        WhooshEngine(tmp_path)
    WhooshEngine.destroy(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    filled(WhooshEngine(folder), ARTICLES[:3])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert all(not path.stat().st_mode & 0o077 for path in folder.iterdir())


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(EngineError):
        WhooshEngine(tmp_path / "link")


def test_a_commit_that_fails_leaves_the_last_one_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "index"
    engine = filled(WhooshEngine(folder), ARTICLES[:20])
    before = sorted(path.name for path in folder.iterdir())
    original = os.rename

    def full(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", full)
    with pytest.raises(EngineError, match="No space left"):
        filled(engine, ARTICLES[20:])
    monkeypatch.setattr(os, "rename", original)
    assert sorted(path.name for path in folder.iterdir()) == before
    assert ask(engine, ARTICLES, "truce").total == 20
    filled(engine, ARTICLES[20:])
    assert ask(engine, ARTICLES, "truce").total == 40


def test_a_file_cut_short_while_open_ends_no_process(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    engine = filled(WhooshEngine(folder), ARTICLES)
    assert ask(engine, ARTICLES, "word3").total == 1
    for path in folder.glob("*.pst"):
        os.truncate(path, 10)
    with pytest.raises(EngineError):
        ask(engine, ARTICLES, "truce")


def test_the_folder_taken_away_while_open(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    engine = filled(WhooshEngine(folder), ARTICLES[:5])
    shutil.rmtree(folder)
    with pytest.raises(EngineError):
        ask(engine, ARTICLES, "truce")
    with pytest.raises(EngineError):
        filled(engine, ARTICLES)
