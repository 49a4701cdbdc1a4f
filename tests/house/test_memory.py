"""Tests write to memory only where there is room for what they write, and where it may be run."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.memory import in_memory


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert in_memory(tmp_path / "none") is None


@pytest.mark.parametrize(
    ("free", "flags", "taken"),
    [(4 << 30, 0, True), (64 << 20, 0, False), (4 << 30, os.ST_NOEXEC, False)],
    ids=["roomy", "small", "nothing runs there"],
)
def test_room_and_leave_to_run(
    free: int, flags: int, taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = SimpleNamespace(f_bavail=free >> 12, f_frsize=1 << 12, f_flag=flags)
    monkeypatch.setattr(os, "statvfs", lambda _: told)
    assert in_memory(tmp_path) == (tmp_path if taken else None)
