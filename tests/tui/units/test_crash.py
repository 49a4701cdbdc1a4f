"""What is kept and told of a fault of the program: where it arose, and no word of an article."""

from __future__ import annotations

import stat
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from tui import crash

SECRET = "words of an article"


class WorkerFailed(Exception):
    """As Textual tells what a worker failed by."""

    def __init__(self, error: object) -> None:
        super().__init__(SECRET)
        self.error = error


def _raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


def test_a_report_tells_each_error_of_the_chain_and_quotes_none() -> None:
    inner = _raised(KeyError(SECRET))
    outer = _raised(ValueError(SECRET), inner)
    told = crash.report(_raised(WorkerFailed(outer)))
    kinds = [line for line in told.splitlines() if line.endswith(("WorkerFailed", "ValueError", "KeyError"))]
    assert [kind.rpartition(".")[2] for kind in kinds] == ["WorkerFailed", "ValueError", "KeyError"]
    assert told.count("which came of") == 2
    assert "in _raised" in told
    assert SECRET not in told


def test_errors_that_came_of_each_other_are_told_once() -> None:
    one, two = KeyError(SECRET), ValueError(SECRET)
    one.__cause__, two.__cause__ = two, one
    told = crash.report(one)
    assert (told.count("builtins.KeyError"), told.count("builtins.ValueError")) == (1, 1)
    assert crash.report(WorkerFailed("no error")).count("WorkerFailed") == 1


def test_the_last_reports_are_kept_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    reports = tmp_path / "data" / crash.FOLDER
    reports.mkdir(parents=True)
    older = [reports / f"2000010{day}-000000-1.txt" for day in range(1, 8)]
    for file in older:
        file.touch()
    kept = crash.keep(_raised(KeyError(SECRET)), tmp_path / "data")
    assert kept is not None
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert sorted(reports.iterdir()) == sorted([*older[-crash.KEPT + 1 :], kept])
    assert str(kept) in crash.line(KeyError(SECRET), kept)


def test_a_report_is_kept_beside_those_of_a_clock_that_was_ahead(tmp_path: Path) -> None:
    (tmp_path / crash.FOLDER).mkdir()
    for day in range(10, 18):
        (tmp_path / crash.FOLDER / f"209901{day}-000000-1.txt").touch()
    kept = crash.keep(_raised(KeyError(SECRET)), tmp_path)
    assert kept is not None
    assert kept.exists()
    assert len(list(kept.parent.iterdir())) == crash.KEPT


def test_where_nothing_can_be_kept_the_fault_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / crash.FOLDER).write_text("a file where the folder would be")
    assert crash.keep(KeyError(SECRET), tmp_path) is None
    assert crash.line(KeyError(SECRET), None) == "the program failed (KeyError)"


@pytest.mark.parametrize("settings", ["", "width = 'wide'"])
def test_what_nobody_caught_is_one_line_wherever_it_arose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], settings: str
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "ceasefire-reader").mkdir()
    (tmp_path / "ceasefire-reader" / "config.toml").write_text(settings)
    crash.install()
    error = _raised(KeyError(SECRET))
    sys.excepthook(KeyError, error, error.__traceback__)
    thread = threading.Thread(target=_raise, name="any")
    thread.start()
    thread.join()
    sys.excepthook(KeyError, None, None)  # type: ignore[arg-type]
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(";")[0] for line in lines] == ["ceasefire-reader: the program failed (KeyError)"] * 3
    assert SECRET not in "".join(lines)


def test_a_terminal_that_has_gone_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    writer = type("WriterThread", (), {})()
    for error in (OSError(SECRET), KeyError(SECRET)):
        found = SimpleNamespace(exc_type=type(error), exc_value=error, exc_traceback=None, thread=writer)
        crash._uncaught_in_a_thread(found)  # type: ignore[arg-type]
    assert capsys.readouterr().err.count("the program failed") == 1


def _raise() -> None:
    raise KeyError(SECRET)
