"""A glance stands for the files: what the scan tells of them changes only where the glance does."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.documents.glance import begun, glance
from index.documents.scan import one, scan

LONG_AGO = 1_600_000_000
NAMES = ("a.txt", "b.md", "README.md", ".hidden.txt", "c.pdf", "ü.txt", "d\te.txt")
FOLDERS = ("", "sub/", "sub/deep/", ".git/")


def write(place: Path, text: str, when: int = LONG_AGO) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)
    os.utime(place, (when, when))


def test_the_same_files_look_the_same(tmp_path: Path) -> None:
    write(tmp_path / "sub" / "a.txt", "One.")
    write(tmp_path / "b.txt", "Two.")
    first = glance(tmp_path)
    assert first is not None
    assert glance(tmp_path) == first
    assert glance(tmp_path / "b.txt") == glance(tmp_path / "b.txt") != first
    assert glance(tmp_path / "not there") is None


@pytest.mark.parametrize("threads", [1, 2])
def test_one_begun_ahead_tells_the_same(tmp_path: Path, threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "sub" / "a.txt", "One.")
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    children: list[int] = []
    fork = os.fork
    monkeypatch.setattr(os, "fork", lambda: children.append(fork()) or children[-1])
    told = begun(tmp_path)
    assert told() == glance(tmp_path)
    assert begun(tmp_path / "not there")() is None
    assert len(children) == (2 if threads == 1 else 0)


@pytest.mark.parametrize("change", ["size", "time", "added", "removed", "renamed", "folder", "moved", "linked"])
def test_every_change_is_seen(tmp_path: Path, change: str) -> None:
    for name in ("a.txt", "sub/b.txt"):
        write(tmp_path / name, "One.")
    (tmp_path / "link.txt").symlink_to("a.txt")
    before, file = glance(tmp_path), tmp_path / "sub" / "b.txt"
    if change == "size":
        write(file, "Two words.")
    elif change == "time":
        os.utime(file, ns=(LONG_AGO * 10**9, LONG_AGO * 10**9 + 1))
    elif change == "added":
        write(tmp_path / "sub" / "c.txt", "")
    elif change == "removed":
        file.unlink()
    elif change == "renamed":
        file.rename(tmp_path / "sub" / "c.txt")
    elif change == "folder":
        (tmp_path / "empty").mkdir()
    elif change == "moved":
        (tmp_path / "sub").rename(tmp_path / "tub")
    else:
        (tmp_path / "link.txt").unlink()
        write(tmp_path / "link.txt", "One.")
    assert glance(tmp_path) != before


changes = st.lists(
    st.tuples(st.sampled_from(FOLDERS), st.sampled_from(NAMES), st.sampled_from(["put", "drop", "touch"])), max_size=6
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=changes, after=changes)
def test_what_is_scanned_never_changes_unseen(
    tmp_path_factory: pytest.TempPathFactory, before: list[tuple[str, str, str]], after: list[tuple[str, str, str]]
) -> None:
    root = tmp_path_factory.mktemp("corpus")

    def change(steps: list[tuple[str, str, str]]) -> None:
        for folder, name, what in steps:
            place = root / folder / name
            if what == "put":
                write(place, "Text.")
            elif place.exists():
                place.unlink() if what == "drop" else os.utime(place, (LONG_AGO + 1, LONG_AGO + 1))

    change(before)
    looked, found = glance(root), scan(root)
    change(after)
    assert scan(root) == found or glance(root) != looked


@settings(max_examples=60, deadline=None)
@given(steps=changes)
def test_one_file_is_what_the_scan_tells_of_it(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]
) -> None:
    root = tmp_path_factory.mktemp("corpus")
    for folder, name, _ in steps:
        write(root / folder / name, "Text.")
    found = scan(root)
    by_path = {each.path: each for each in (*found.files, *found.skipped)}
    for folder in FOLDERS:
        for name in NAMES:
            told = one(root, folder + name)
            assert told is None or told == by_path[folder + name]
            if name in ("a.txt", "b.md") and folder + name in by_path:
                assert told == by_path[folder + name]


def test_nothing_outside_and_no_link_is_one_file(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    write(root / "sub" / "a.txt", "In.")
    write(tmp_path / "out" / "b.txt", "Out.")
    (root / "link").symlink_to(tmp_path / "out")
    (root / "c.txt").symlink_to(tmp_path / "out" / "b.txt")
    for path in ("../out/b.txt", "link/b.txt", "c.txt", "sub", "sub/", "/sub/a.txt", "sub/./a.txt", "", ".", "no.txt"):
        assert one(root, path) is None, path
    alone = one(root / "sub" / "a.txt", "a.txt")
    assert alone == scan(root / "sub" / "a.txt").files[0]
    assert one(root / "sub" / "a.txt", "b.txt") is None
