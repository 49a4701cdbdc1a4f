"""Articles put, replaced and removed: what a commit holds, and what a reader sees of it."""

from __future__ import annotations

import errno
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from search_articles import article, ask, filled, found
from whoosh.index import FileIndex

from index.errors import EngineError
from index.search.whoosh_engine import WhooshEngine

CALM = "Nothing happened on the river that day and nobody asked why. "


def test_put_replace_remove(engine: WhooshEngine) -> None:
    first, second = article("a.txt", "A truce."), article("a.txt", "A battle.")
    other = article("b.txt", "A truce and a battle.")
    filled(engine, [first, other])
    assert engine.documents() == {"a.txt", "b.txt"}
    assert found(ask(engine, [first, other], "truce")) == ["a.txt", "b.txt"]
    filled(engine, [second])
    assert found(ask(engine, [second, other], "truce")) == ["b.txt"]
    assert set(found(ask(engine, [second, other], "battle"))) == {"a.txt", "b.txt"}
    with engine.refresh() as batch:
        batch.remove("b.txt")
        batch.remove("never there.txt")
    assert engine.documents() == {"a.txt"}
    assert found(ask(engine, [second], "truce")) == []


def test_a_new_index_is_made_once_whoever_opens_it_at_the_same_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, begun, go_on = FileIndex.create, threading.Event(), threading.Event()
    made: list[object] = []

    def slow(storage: object, *arguments: object) -> object:
        index = make(storage, *arguments)
        made.append(index)
        begun.set()
        assert go_on.wait(60)
        return index

    monkeypatch.setattr(FileIndex, "create", slow)
    folder = tmp_path / "whoosh"
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(WhooshEngine, folder)
        assert begun.wait(60)
        second = pool.submit(WhooshEngine, folder)
        filler = threading.Timer(0.05, go_on.set)
        filler.start()
        engines = [first.result(10), second.result(10)]
    assert len(made) == 1
    filled(engines[0], [article("a.txt", "A truce.")])
    assert found(ask(engines[1], [article("a.txt", "A truce.")], "truce")) == ["a.txt"]
    for each in engines:
        each.close()


def test_within_one_batch_the_last_word_counts(engine: WhooshEngine) -> None:
    old, new = article("a.txt", "A truce."), article("a.txt", "A battle.")
    with engine.refresh() as batch:
        batch.put(old)
        batch.put(new)
        batch.put(article("b.txt", "A truce."))
        batch.remove("b.txt")
    assert engine.documents() == {"a.txt"}
    assert ask(engine, [new], "battle").total == 1
    assert ask(engine, [new], "NOT battle").total == 0


def test_a_commit_in_between_is_seen_and_an_error_drops_the_rest(engine: WhooshEngine) -> None:

    def broken_off() -> None:
        with engine.refresh() as batch:
            batch.put(article("a.txt", "A truce."))
            batch.commit()
            assert engine.documents() == {"a.txt"}
            batch.put(article("b.txt", "A truce."))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    assert engine.documents() == {"a.txt"}
    filled(engine, [article("c.txt", "A truce.")])
    assert engine.documents() == {"a.txt", "c.txt"}


def test_what_was_committed_is_there_after_opening_again(tmp_path: Path) -> None:
    each = article("a.txt", "A truce.")
    filled(WhooshEngine(tmp_path / "index"), [each]).close()
    assert found(ask(WhooshEngine(tmp_path / "index"), [each], "truce")) == ["a.txt"]


def test_one_writer_at_a_time(engine: WhooshEngine, tmp_path: Path) -> None:
    with engine.refresh() as batch:
        batch.put(article("a.txt", "A truce."))
        second = WhooshEngine(tmp_path / "index")
        with pytest.raises(EngineError, match="another window"), second.refresh() as other:
            other.put(article("b.txt", "A truce."))
    assert engine.documents() == {"a.txt"}


@pytest.mark.parametrize(
    "step", ["whoosh.util.filelock.FcntlLock.acquire", "index.search.stored.writing.ListCodec.per_document_writer"]
)
def test_a_writer_that_could_not_begin_lets_others_write(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(step, full)
        with pytest.raises(EngineError, match="No space left") as told:
            filled(engine, [article("a.txt", "A truce.")])
    filled(engine, [article("a.txt", "A truce.")])
    assert engine.documents() == {"a.txt"}
    assert told.value  # an error that is still to be told holds all that was at work then


def test_many_commits_leave_few_segments_and_lose_nothing(engine: WhooshEngine) -> None:
    articles = [article(f"{number}.txt", f"word{number} truce") for number in range(60)]
    for each in articles:
        filled(engine, [each])
    assert engine.documents() == {each.document.path for each in articles}
    assert ask(engine, articles, "truce").total == 60
    assert found(ask(engine, articles, "word17")) == ["17.txt"]
    with engine._snapshots.latest() as snapshot:
        assert len(snapshot.segments) <= 12


def test_what_is_left_of_articles_put_anew_does_not_keep_the_others(engine: WhooshEngine) -> None:
    articles = [article(f"{number}.txt", f"Truce number {number}.") for number in range(400)]
    filled(engine, articles)
    anew = [article(each.document.path, "A battle.") for each in articles[20:]]
    filled(engine, anew)
    with engine._snapshots.latest() as snapshot:
        assert sum(len(segment.deleted) for segment in snapshot.segments) == 0
    assert sorted(found(ask(engine, articles, "truce"))) == sorted(f"{number}.txt" for number in range(20))
    assert engine.documents() == {each.document.path for each in articles}


def test_an_article_of_very_many_words_is_not_merged_again_with_every_small_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.search.stored.writing._USUAL", 64)
    engine = WhooshEngine(tmp_path / "index")
    huge = article("huge.txt", " ".join(f"w{number:x}" for number in range(6_000)))
    filled(engine, [huge])
    (terms,) = (tmp_path / "index").glob("*.trm")
    articles = [article(f"{number}.txt", f"word{number} truce") for number in range(4)]
    for each in articles:
        filled(engine, [each])
    assert terms.exists()
    assert found(ask(engine, [huge, *articles], "w176f")) == ["huge.txt"]
    assert ask(engine, articles, "truce").total == 4


def test_a_history_of_changes_ranks_like_a_new_index(tmp_path: Path) -> None:
    texts = {f"{n}.txt": f"truce {'talks ' * (n % 5)} {'envoy ' * (n % 3)} {CALM * (n % 4)}" for n in range(30)}
    articles = [article(path, text, title="Talks") for path, text in texts.items()]
    fresh = filled(WhooshEngine(tmp_path / "fresh"), articles)
    grown = WhooshEngine(tmp_path / "grown")
    for start in range(0, 30, 7):
        filled(grown, [article(each.document.path, "truce old words") for each in articles[start : start + 9]])
    filled(grown, [*articles, article("gone.txt", "truce talks envoy")])
    with grown.refresh() as batch:
        batch.remove("gone.txt")
    for query in ("truce", "talks envoy", '"truce talks"', "title:talks river", "env* AND talks", "envoi~"):
        one, other = ask(fresh, articles, query), ask(grown, articles, query)
        assert [(h.document, round(h.score, 9)) for h in one.hits] == [
            (h.document, round(h.score, 9)) for h in other.hits
        ]


def test_readers_go_on_while_a_writer_commits(engine: WhooshEngine, tmp_path: Path) -> None:
    articles = [article(f"{n}.txt", f"truce word{n}") for n in range(120)]
    filled(engine, articles[:10])
    problems: list[BaseException] = []
    done = threading.Event()

    def search(own: WhooshEngine) -> None:
        least = 0
        try:
            while not done.is_set():
                total = ask(own, articles, "truce", limit=5).total
                assert total >= least
                least = total
        except BaseException as problem:  # noqa: BLE001 - handed to the main thread
            problems.append(problem)

    other = WhooshEngine(tmp_path / "index")
    threads = [threading.Thread(target=search, args=(own,)) for own in (engine, engine, other)]
    for thread in threads:
        thread.start()
    for start in range(10, 120, 10):
        filled(engine, articles[start : start + 10])
    done.set()
    for thread in threads:
        thread.join()
    other.close()
    assert not problems
    assert ask(engine, articles, "truce", limit=5).total == 120


def test_a_commit_is_seen_at_once_and_long_after_a_look(engine: WhooshEngine, tmp_path: Path) -> None:
    first, second, third = (article(f"{name}.txt", f"A truce in {name}.") for name in ("Lviv", "Kyiv", "Odesa"))
    filled(engine, [first])
    assert ask(engine, [first], "truce").total == 1
    filled(engine, [second])
    assert ask(engine, [first, second], "truce").total == 2
    # As if nothing had changed for long: the folder's time alone tells of the next commit.
    os.utime(tmp_path / "index", ns=(1, 1))
    assert ask(engine, [first, second], "truce").total == 2
    assert ask(engine, [first, second], "truce").total == 2
    filled(engine, [third])
    assert ask(engine, [first, second, third], "truce").total == 3
