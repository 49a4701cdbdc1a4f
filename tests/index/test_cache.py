"""The index folder is private, versioned, and has one writer."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index import cache
from index.errors import EngineError


def test_the_folder_is_told_apart_by_real_path_and_readable(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "news of the day!").mkdir(parents=True)
    one, two = (cache.corpus_folder(tmp_path, tmp_path / name / "news of the day!") for name in ("one", "two"))
    assert one != two
    assert one.name.startswith("news-of-the-day-")
    (tmp_path / "link").symlink_to(tmp_path / "one")
    assert cache.corpus_folder(tmp_path, tmp_path / "link" / "news of the day!") == one


def test_a_folder_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    cache.ensure_private(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_planted_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "index").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EngineError, match="does not belong"):
        cache.ensure_private(tmp_path / "index")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to another user")
def test_a_folder_of_another_user_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    folder.mkdir()
    os.chown(folder, 12345, 12345)
    with pytest.raises(EngineError, match="does not belong"):
        cache.ensure_private(folder)


def test_what_an_older_version_or_a_stranger_left_is_emptied(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    (folder / "whoosh").mkdir(parents=True)
    (folder / "whoosh" / "_MAIN_1.toc").write_bytes(b"planted")
    cache.ensure_private(folder)
    assert not (folder / "whoosh").exists()
    (folder / "articles.sqlite").write_bytes(b"kept")
    cache.ensure_private(folder)
    assert (folder / "articles.sqlite").exists()
    (folder / "version").write_text("0")
    cache.ensure_private(folder)
    assert not (folder / "articles.sqlite").exists()


def old(folder: Path, days: int) -> None:
    """Makes everything in a folder as if it had last been changed so many days ago."""
    when = time.time() - days * 86_400
    for file in folder.iterdir():
        os.utime(file, (when, when))


def of_version(version: int, cache_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The index folder of a corpus, as another version of the program makes it, with something in it."""
    with monkeypatch.context() as other:
        other.setattr(cache, "CACHE_VERSION", version)
        folder = cache.corpus_folder(cache_dir, cache_dir)
        cache.ensure_private(folder)
    (folder / "articles.sqlite").write_bytes(b"kept")
    return folder


def test_versions_used_in_turn_leave_each_others_index_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        for version in (7, 8):
            kept = of_version(version, tmp_path, monkeypatch) / f"kept by {version}"
            kept.touch()
    assert sorted(file.name for file in (tmp_path / "corpora").glob("*/*/kept*")) == ["kept by 7", "kept by 8"]


def test_what_a_version_left_goes_when_nobody_uses_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used, unused, first = (of_version(number, tmp_path, monkeypatch) for number in (7, 8, 9))
    first = first.rename(tmp_path / "corpora" / first.name)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").touch()
    linked = tmp_path / "corpora" / "v10" / first.name
    linked.parent.mkdir()
    linked.symlink_to(elsewhere)
    other_corpus = cache.corpus_folder(tmp_path, elsewhere)
    cache.ensure_private(other_corpus)
    for folder in (used, unused, first, elsewhere, other_corpus):
        old(folder, 40)
    os.utime(used / "version", None)
    with cache.writing(unused):
        os.utime(unused / "lock", (1e9, 1e9))
        cache.ensure_private(cache.corpus_folder(tmp_path, tmp_path))
    assert unused.exists()  # somebody is writing it
    assert not first.exists()
    assert all(folder.exists() for folder in (used, linked / "mine", other_corpus))
    now = cache.corpus_folder(tmp_path, tmp_path)
    old(now, 2)
    cache.ensure_private(now)
    assert not unused.exists()
    assert now.exists()
    old(unused.parent.parent / used.parent.name / used.name, 40)
    cache.ensure_private(now)
    assert used.exists()  # looked at once a day


def test_the_day_of_the_last_use_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = of_version(7, tmp_path, monkeypatch)
    old(folder, 40)
    of_version(7, tmp_path, monkeypatch)
    cache.ensure_private(cache.corpus_folder(tmp_path, tmp_path))
    assert folder.exists()


def test_a_place_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(EngineError, match="cannot use the index folder"):
        cache.ensure_private(tmp_path / "file" / "index")


def test_one_process_writes_and_the_lock_dies_with_it(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from index import cache\n"
        "with cache.writing(Path(sys.argv[1])) as ours:\n    print(ours, flush=True); time.sleep(60)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "True\n"
    with cache.writing(tmp_path) as ours:
        assert not ours
    child.kill()
    child.wait()
    child.stdout.close()
    with cache.writing(tmp_path) as ours:
        assert ours


def test_size_counts_all_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a").write_bytes(b"123")
    (tmp_path / "deep" / "b").write_bytes(b"4567")
    assert cache.size_of(tmp_path) == 7
