"""An article that hangs, crashes or swells costs a child process, never the program and never its neighbours."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pytest

from index.documents.load import load_bytes
from index.documents.model import SourceFile
from index.documents.scan import scan
from index.errors import Cancelled
from index.reading import _Child, read_ahead, read_apart, read_article, read_articles, read_with_names, recognise_apart
from index.search.model import Article


def treacherous(file: SourceFile) -> Article | str:
    """Stands for parsers with faults: what a file does to it is told by the file's name."""
    if "hang" in file.path:
        time.sleep(60)
    if "crash" in file.path:
        os.abort()
    if "fault" in file.path:
        raise KeyError("a rule with a hole")
    if "swell" in file.path:
        bytearray(8 << 30)
    return read_article(file)


def marking(file: SourceFile) -> Article | str:
    """Leaves a mark beside what it read."""
    article = read_article(file)
    Path(file.location).with_suffix(".read").touch()
    return article


def twice(text: str) -> str:
    """What is read is as large as what was given."""
    return text + text


def nothing(file: SourceFile) -> str:
    """Reads nothing."""
    return "read"


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
    assert sorted(read_apart(files, read_with_names), key=lambda read: read[0].path) == list(read_articles(files))


def test_bad_articles_are_reported_and_their_neighbours_read(files: tuple[SourceFile, ...]) -> None:
    results = {file.path: result for file, result in read_apart(files, treacherous, seconds=3)}
    assert len(results) == len(files)
    assert {path: result for path, result in results.items() if isinstance(result, str)} == {
        "00-hang.txt": "reading it took more than 3 seconds",
        "07-crash.txt": "the reader failed on it",
        "14-fault.txt": "the reader failed on it",
        "21-swell.txt": "reading it takes too much memory",
    }


def test_neither_side_waits_for_ever_where_all_is_larger_than_a_pipe_holds() -> None:
    texts = [f"{number:02}" + "word " * 400_000 for number in range(24)]
    assert sorted(read_apart(texts, twice)) == [(text, text + text) for text in texts]


def test_the_time_of_an_article_begins_when_its_reader_has_started(files: tuple[SourceFile, ...]) -> None:
    assert [result for _, result in read_apart(files[:4], SlowToStart(), seconds=1)] == ["read"] * 4


def test_no_article_is_blamed_where_no_reader_can_start(files: tuple[SourceFile, ...]) -> None:
    with pytest.raises(OSError, match="could not start"):
        list(read_apart(files[:4], UnableToStart()))
    assert multiprocessing.active_children() == []


def test_stopping_early_leaves_no_child(files: tuple[SourceFile, ...]) -> None:
    reads = read_apart(files, read_article)
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
    reads = read_ahead(files, marking)
    first = next(reads)
    while len(list(tmp_path.glob("*.read"))) < len(files):  # nobody asks for them
        time.sleep(0.05)
    assert sorted(file.path for file, _ in (first, *reads)) == [file.path for file in files]


def test_stopping_does_not_wait_for_an_article_that_hangs(files) -> None:
    reads = read_ahead(files, treacherous)
    next(reads)
    started = time.monotonic()
    reads.close()
    assert time.monotonic() - started < 30, "it waited for the article"
    assert not [child for child in multiprocessing.active_children() if child.is_alive()]


def test_a_fault_of_the_parent_side_is_raised_where_the_caller_is(files, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("index.reading._start", broken)
    with pytest.raises(OSError, match="no more processes"):
        list(read_ahead(files, read_article))


def test_a_child_that_answered_takes_no_longer_however_late_that_is_looked_at() -> None:
    ours, theirs = multiprocessing.Pipe()
    child = _Child(multiprocessing.Process(), ours, deque(["an article"]), since=time.monotonic() - 100, started=True)
    assert child.takes_more_than(20)
    assert not child.takes_more_than(200)
    theirs.send("what was read")
    assert not child.takes_more_than(20)
