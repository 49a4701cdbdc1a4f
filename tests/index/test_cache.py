"""The index folder is private, versioned, and has one writer."""

from __future__ import annotations

import os
import subprocess
import sys
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
