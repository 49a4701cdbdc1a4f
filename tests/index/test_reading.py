"""An article that hangs, crashes or swells costs a child process, never the program and never its neighbours."""

from __future__ import annotations

import multiprocessing
import os
import resource
import time
from collections import deque
from collections.abc import Callable
from itertools import repeat
from pathlib import Path
from types import SimpleNamespace

import pytest

from index.building.children import LIMITS, Limits, Part, _Child, apart, parts_apart
from index.building.reading import PartsAhead, recognise_apart
from index.documents.load import load, load_bytes
from index.documents.model import SourceFile
from index.documents.scan import scan
from index.errors import Cancelled

BRIEF = Limits(20, 6)
"""For children that hang, which the clock alone can tell."""


def title(file: SourceFile) -> str:
    """What is read here of an article."""
    return load(file).title


def treacherous(file: SourceFile) -> str:
    """Stands for parsers with faults: what a file does to it is told by the file's name."""
    if "hang" in file.path:
        time.sleep(600)
    while "spin" in file.path:
        pass
    if "crash" in file.path:
        os.abort()
    if "fault" in file.path:
        raise KeyError("a rule with a hole")
    if "swell" in file.path:
        bytearray(8 << 30)
    return title(file)


class Gathering:
    """Gathers the paths of what it reads, and leaves a mark beside each file."""

    def __init__(self) -> None:
        self._paths: list[str] = []

    def __call__(self, file: SourceFile) -> str:
        read = treacherous(file)
        Path(file.location).with_suffix(".read").touch()
        self._paths.append(file.path)
        return read

    def made(self) -> list[str]:
        paths, self._paths = self._paths, []
        if "burst.txt" in paths and len(paths) > 1:
            os.abort()
        return paths


class InSteps(Gathering):
    """Reads in two steps, the second of which has the faults."""

    @property
    def steps(self) -> tuple[Callable[[SourceFile], SourceFile], Callable[[SourceFile | str], str]]:
        """One step and the next."""
        return lambda file: file, self._second

    def _second(self, file: SourceFile | str) -> str:
        return file if isinstance(file, str) else self(file)


def twice(text: str) -> str:
    """What is read is as large as what was given."""
    return text + text


def nothing(file: SourceFile) -> str:
    """Reads nothing."""
    return "read"


def core(_: str) -> str:
    """How large a core file this process may leave."""
    return str(resource.getrlimit(resource.RLIMIT_CORE))


def start_slowly() -> Callable[[SourceFile], str]:
    """What a child does before it can read."""
    time.sleep(1.5)
    return nothing


class SlowToStart:
    """A reader that takes its time to arrive in a child."""

    def __call__(self, file: SourceFile) -> str:
        raise AssertionError("it is another one in the child")

    def __reduce__(self) -> tuple[Callable[[], Callable[[SourceFile], str]], tuple[()]]:
        return start_slowly, ()


def fail_to_start() -> Callable[[SourceFile], str]:
    """What a child does that never can read."""
    os._exit(1)


class UnableToStart(SlowToStart):
    """A reader that never arrives in a child."""

    def __reduce__(self) -> tuple[Callable[[], Callable[[SourceFile], str]], tuple[()]]:
        return fail_to_start, ()


@pytest.fixture
def files(tmp_path: Path) -> tuple[SourceFile, ...]:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(f"Article {number}\n\nOn the {number} things of the day.\n")
    for number, name in enumerate(("hang", "crash", "fault", "swell")):
        (tmp_path / f"{number * 7:02}-{name}.txt").write_text("Words.\n")
    return scan(tmp_path).files


def test_children_read_what_this_process_reads(files: tuple[SourceFile, ...]) -> None:
    sound = [file for file in files if len(file.path) == len("00.txt")]
    assert sorted(apart(sound, title)) == [(file, title(file)) for file in sound]


def test_bad_articles_are_reported_and_their_neighbours_read(files: tuple[SourceFile, ...]) -> None:
    results = {file.path: result for file, result in apart(files, treacherous, limits=BRIEF)}
    assert len(results) == len(files)
    assert {path: result for path, result in results.items() if not result.startswith("Article")} == {
        "00-hang.txt": "reading it took more than 6 seconds",
        "07-crash.txt": "the reader failed on it",
        "14-fault.txt": "the reader failed on it",
        "21-swell.txt": "reading it takes too much memory",
    }


def test_what_keeps_the_processor_busy_ends_however_slow_the_clock_is(tmp_path: Path) -> None:
    for name in ("spin.txt", "sound.txt"):
        (tmp_path / name).write_text("Words.\n")
    results = {file.path: result for file, result in apart(scan(tmp_path).files, treacherous, limits=Limits(1, 600))}
    assert results == {"sound.txt": "Words.", "spin.txt": "reading it took more than 1 seconds"}


def test_a_child_that_crashes_leaves_no_core_file() -> None:
    assert [*apart(["any"], core, children=1)] == [("any", "(0, 0)")]


def test_neither_side_waits_for_ever_where_all_is_larger_than_a_pipe_holds() -> None:
    texts = [f"{number:02}" + "word " * 400_000 for number in range(24)]
    assert sorted(apart(texts, twice)) == [(text, text + text) for text in texts]


def test_the_time_of_an_article_begins_when_its_reader_has_started(files: tuple[SourceFile, ...]) -> None:
    assert [result for _, result in apart(files[:4], SlowToStart(), limits=Limits(20, 1))] == ["read"] * 4


def test_no_article_is_blamed_where_no_reader_can_start(files: tuple[SourceFile, ...]) -> None:
    with pytest.raises(OSError, match="could not start"):
        list(apart(files[:4], UnableToStart()))
    assert multiprocessing.active_children() == []


def test_stopping_early_leaves_no_child(files: tuple[SourceFile, ...]) -> None:
    reads = apart(files, title)
    next(reads)
    assert multiprocessing.active_children()
    reads.close()
    assert multiprocessing.active_children() == []


def test_a_long_article_is_recognised_apart_and_can_be_stopped(tmp_path: Path) -> None:
    long = load_bytes(
        (
            "On the second day Elena Kovac met the lawyer of the other side to talk over the cost of the repair. "
            * 1500
        ).encode(),
        "long.txt",
    )
    assert "Elena Kovac" in {mention.text for mention in recognise_apart(long).mentions}
    with pytest.raises(Cancelled):
        recognise_apart(long, lambda: True)
    assert multiprocessing.active_children() == []


def test_children_read_on_while_the_caller_is_at_other_work(tmp_path: Path) -> None:
    files = []
    for number in range(60):
        path = tmp_path / f"{number:02}.txt"
        path.write_text(f"Article {number} tells of a truce.")
        files.append(SourceFile(path.name, str(path), path.stat().st_size, 1))
    ahead = PartsAhead(files, Gathering(), [1000])
    while len(list(tmp_path.glob("*.read"))) < len(files):  # nobody asks for them
        time.sleep(0.05)
    assert sorted(file.path for part in ahead for file, _ in part.things) == [file.path for file in files]
    ahead.close()


def test_parts_hold_what_was_done_for_them(files: tuple[SourceFile, ...]) -> None:
    sound = [file for file in files if len(file.path) == len("00.txt")]
    parts: list[Part[SourceFile, str]] = list(parts_apart(sound, Gathering(), iter([4, 4, *[7] * 9])))
    assert sum(part.done for part in parts) == len(sound)
    whole = [part for part in parts if part.made]
    assert all(part.made == [file.path for file, _ in part.things] for part in whole)
    assert sorted(file.path for part in whole for file, _ in part.things) == [file.path for file in sound]
    assert max(len(part.things) for part in whole) <= 7


def test_a_part_that_takes_long_is_handed_over_before_it_is_full(
    files: tuple[SourceFile, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.building.children._OPEN", -1.0)  # all take long
    sound = [file for file in files if len(file.path) == len("00.txt")]
    parts: list[Part[SourceFile, str]] = list(parts_apart(sound, Gathering(), repeat(1000)))
    whole = [part for part in parts if part.made]
    assert max(len(part.things) for part in whole) <= 16  # as many as are given at a time
    assert sorted(file.path for part in whole for file, _ in part.things) == [file.path for file in sound]


def test_with_a_child_goes_its_part_and_is_done_again(files: tuple[SourceFile, ...], tmp_path: Path) -> None:
    (tmp_path / "burst.txt").write_text("Words.\n")  # no part with others can be made of it
    todo = scan(tmp_path).files
    parts: list[Part[SourceFile, str]] = list(parts_apart(todo, Gathering(), repeat(1000), limits=BRIEF))
    assert sum(part.done for part in parts) == len(todo)
    results = [thing for part in parts for thing in part.things]
    assert sorted(file.path for file, _ in results) == [file.path for file in todo]
    made = [path for part in parts if isinstance(part.made, list) for path in part.made]
    bad = {"00-hang.txt", "07-crash.txt"}
    assert sorted({file.path for file, _ in results} - bad - {"14-fault.txt", "21-swell.txt"}) == sorted(made)
    assert {file.path: result for file, result in results if file.path in bad} == {
        "00-hang.txt": "reading it took more than 6 seconds",
        "07-crash.txt": "the reader failed on it",
    }


def test_in_steps_over_several_articles_it_is_still_the_bad_ones_that_are_reported(
    files: tuple[SourceFile, ...],
) -> None:
    todo = [file for file in files if "hang" not in file.path]
    parts: list[Part[SourceFile, str]] = list(parts_apart(todo, InSteps(), repeat(1000)))
    assert sum(part.done for part in parts) == len(todo)
    results = {file.path: result for part in parts for file, result in part.things}
    assert len(results) == len(todo)
    assert {path: result for path, result in results.items() if not result.startswith("Article")} == {
        "07-crash.txt": "the reader failed on it",
        "14-fault.txt": "the reader failed on it",
        "21-swell.txt": "reading it takes too much memory",
    }


def test_what_may_take_long_is_alone_and_nothing_waits_behind_it(files: tuple[SourceFile, ...], tmp_path: Path) -> None:
    sound = [file for file in files if len(file.path) == len("00.txt")]
    long = {"05.txt", "06.txt", "20.txt"}
    parts: list[Part[SourceFile, str]] = list(
        parts_apart(sound, Gathering(), repeat(8), alone=lambda file: file.path in long)
    )
    whole = [{file.path for file, _ in part.things} for part in parts if part.made]
    assert all({path} in whole for path in long)
    assert sorted(path for part in whole for path in part) == [file.path for file in sound]


@pytest.mark.timeout(LIMITS.clock - 10)
def test_stopping_does_not_wait_for_an_article_that_hangs(files: tuple[SourceFile, ...]) -> None:
    ahead = PartsAhead(files, Gathering(), [3])
    next(iter(ahead))
    ahead.close()
    assert not [child for child in multiprocessing.active_children() if child.is_alive()]


def test_a_fault_of_the_parent_side_is_raised_where_the_caller_is(
    files: tuple[SourceFile, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("index.building.children.start", broken)
    with pytest.raises(OSError, match="no more processes"):
        list(PartsAhead(files, Gathering(), [3]))


def test_a_child_that_answered_takes_no_longer_however_late_that_is_looked_at() -> None:
    ours, theirs = multiprocessing.Pipe()
    begun = SimpleNamespace(value=1)
    since = time.monotonic() - 100
    child: _Child[str, str] = _Child(multiprocessing.Process(), ours, begun, since, deque(["an article"]), started=True)
    assert child.takes_more_than(20)
    assert not child.takes_more_than(200)
    theirs.send("what was read")
    assert not child.takes_more_than(20)
