"""What the user made is kept: across openings, windows, versions and sudden death."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from index.documents.cleaning import clean
from index.documents.model import Span
from index.errors import StateError
from index.search.query.clauses import LIMITS
from index.user.database import SCHEMA_VERSION
from index.user.placing import placed
from index.user.quotation import LONGEST, OMITTED, quotation
from index.user.state import LONGEST_SEARCH, State
from tests.older_state import make_older


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "state.sqlite"


def test_a_position_is_found_again_after_reopening(file: Path) -> None:
    state = State(file, "/corpus")
    state.keep_position("a.txt", 120, 400, 1000)
    state.close()
    position = State(file, "/corpus").position("a.txt")
    assert position is not None
    assert (position.offset, position.furthest, position.length) == (120, 400, 1000)


def test_the_furthest_place_only_grows_while_the_text_is_the_same(file: Path) -> None:
    state = State(file, "/corpus")
    state.keep_position("a.txt", 900, 900, 1000)
    state.keep_position("a.txt", 10, 50, 1000)
    assert state.positions()["a.txt"].furthest == 900
    state.keep_position("a.txt", 10, 50, 800)
    assert state.positions()["a.txt"].furthest == 50


def test_what_was_made_of_a_document_goes_with_it_to_another_path(file: Path) -> None:
    state, window = State(file, "/corpus"), State(file, "/corpus")
    state.keep_position("b.txt", 1, 500, 1000)
    state.keep_position("a.txt", 120, 400, 1000)
    state.set_mark("k", "a.txt", 5, "here")
    state.set_mark("m", "a.txt", 7, "there")
    state.set_mark("k", "b.txt", 9, "was here before")
    state.add_note("a.txt", 1, 2, "x", "mine")
    for one in (state, window):  # the second finds nothing left to do
        one.rename("a.txt", "b.txt")
        position = one.position("b.txt")
        assert position is not None
        assert (position.offset, position.furthest) == (120, 500)
        assert one.position("a.txt") is None
        assert [note.document for note in one.notes()] == ["b.txt"]
        # A mark of a name that is taken there is not lost.
        marks = {(mark.document, mark.name, mark.offset) for mark in one.marks()}
        assert marks == {("a.txt", "k", 5), ("b.txt", "m", 7), ("b.txt", "k", 9)}


def test_two_corpora_do_not_see_each_other(file: Path) -> None:
    one, other = State(file, "/one"), State(file, "/other")
    one.keep_position("a.txt", 1, 1, 10)
    one.set_mark("A", "a.txt", 5, "here")
    one.add_note("a.txt", 1, 2, "x", "mine")
    one.save_search("truce")
    one.keep_session({"open": "a.txt"})
    assert (other.position("a.txt"), other.marks(), other.notes(), other.searches(), other.session()) == (
        None,
        (),
        (),
        (),
        {},
    )


def test_an_upper_case_mark_stands_once_in_the_corpus_a_lower_case_one_once_a_document(file: Path) -> None:
    state = State(file, "/corpus")
    for document in ("a.txt", "b.txt"):
        state.set_mark("q", document, 7, "near")
        state.set_mark("Q", document, 9, "far")
    found = {(mark.document, mark.name) for mark in state.marks()}
    assert found == {("a.txt", "q"), ("b.txt", "q"), ("b.txt", "Q")}
    far = state.mark("Q", "a.txt")
    assert far is not None
    assert far.document == "b.txt"
    state.remove_mark("q", "a.txt")
    assert state.mark("q", "a.txt") is None


def test_notes_are_added_changed_removed_and_ordered_by_place(file: Path) -> None:
    state = State(file, "/corpus")
    late = state.add_note("a.txt", 50, 60, "later words", "second")
    early = state.add_note("a.txt", 5, 9, "words", "first")
    assert [note.text for note in state.notes("a.txt")] == ["first", "second"]
    state.change_note(early.id, "changed")
    state.remove_note(late.id)
    assert [(note.text, note.quotation.shown) for note in state.notes()] == [("changed", "words")]


def test_of_a_long_passage_the_ends_are_kept_and_the_note_is_found_by_all_of_it(file: Path) -> None:
    words = "".join(f"{number} " for number in range(200_000))
    with closing(State(file, "/corpus")) as state:
        state.add_note("a.txt", 7, 7 + len(words), words, "long")
    assert file.stat().st_size < 100_000 < len(words)
    with closing(State(file, "/corpus")) as state:
        (note,) = state.notes()
    assert len(note.quotation.shown) < 5_000
    assert note.quotation.shown.startswith("0 1 2 3 ")
    assert note.quotation.shown.endswith(" 199998 199999 ")
    assert placed(note, f"Before. {words} after") == Span(8, 8 + len(words))
    assert placed(note, f"Before. {words.replace('100000', '1OOOOO')} after") is None
    assert quotation(words[:LONGEST]).shown == words[:LONGEST]
    assert OMITTED in quotation(words[: LONGEST + 1]).shown


def test_a_search_that_no_query_can_be_is_not_kept(file: Path) -> None:
    assert LIMITS.characters == LONGEST_SEARCH
    longest = "a" * LONGEST_SEARCH
    with closing(State(file, "/corpus")) as state:
        state.save_search(longest)
        state.used_search(longest)
        for keep in (state.save_search, state.used_search):
            with pytest.raises(StateError, match="a search of more than 10,000 characters is not kept"):
                keep(longest + "a")
        state.save_search(longest + "a", saved=False)
        assert state.searches(saved=True) == (longest,)


def test_history_is_latest_first_and_saved_searches_are_told_apart(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter(range(1, 100))
    monkeypatch.setattr("index.user.state.time.time", lambda: float(next(ticks)))
    state = State(file, "/corpus")
    for query in ("truce", "envoy", "truce"):
        state.used_search(query)
    assert state.searches() == ("truce", "envoy")
    state.save_search("envoy")
    assert state.searches(saved=True) == ("envoy",)
    state.used_search("envoy")
    assert state.searches(saved=True) == ("envoy",)
    state.save_search("envoy", saved=False)
    assert state.searches(saved=True) == ()


def test_what_is_latest_stays_so_where_the_clock_jumps(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = State(file, "/corpus")
    paths = []
    for number, clock in enumerate((1.8e9, 4e9, 0.0, 1.8e9, 1.7e9)):  # years ahead, never set, and back to now
        monkeypatch.setattr("index.user.state.time.time", lambda clock=clock: clock)
        state.used_search(f"truce {number}")
        state.keep_position(f"{number}.txt", 1, 2, 3)
        paths.append(f"{number}.txt")
    assert state.searches() == tuple(f"truce {number}" for number in reversed(range(5)))
    places = state.positions()
    assert sorted(places, key=lambda path: places[path].read_at) == paths
    with closing(sqlite3.connect(file)) as database, database:  # what nobody wrote there orders nothing
        database.execute("UPDATE position SET read_at='tomorrow' WHERE document='0.txt'")
        database.execute("UPDATE position SET read_at=9e999 WHERE document='1.txt'")
    state.keep_position("5.txt", 1, 2, 3)
    assert max(state.positions().values(), key=lambda place: place.read_at).document == "5.txt"
    state.close()


def test_a_file_of_a_newer_version_is_left_alone(file: Path) -> None:
    State(file, "/corpus").close()
    with sqlite3.connect(file) as database:
        database.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    database.close()
    before = file.read_bytes()
    with pytest.raises(StateError, match="newer version"):
        State(file, "/corpus")
    assert file.read_bytes() == before


def test_a_file_that_is_no_database_is_reported_and_kept(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(b"these are not the tables you look for" * 40)
    with pytest.raises(StateError, match="cannot use"):
        State(file, "/corpus")
    assert file.read_bytes().startswith(b"these are not")


def test_the_file_is_private(file: Path) -> None:
    State(file, "/corpus").close()
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_two_windows_and_many_threads_lose_nothing(file: Path) -> None:
    windows = [State(file, "/corpus"), State(file, "/corpus")]

    def write(number: int) -> None:
        for turn in range(20):
            windows[number % 2].add_note("a.txt", number, number + 1, "q", f"{number}:{turn}")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({note.text for note in windows[0].notes()}) == 80


def test_what_was_reported_done_survives_being_killed(file: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from index.user.state import State\n"
        "state = State(Path(sys.argv[1]), '/corpus')\n"
        "for n in range(100000):\n"
        "    state.add_note('a.txt', n, n + 1, 'q', str(n)); print(n, flush=True)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", script, str(file)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    for _ in range(25):
        done = int(child.stdout.readline())
    os.kill(child.pid, signal.SIGKILL)
    rest = child.stdout.read().splitlines()
    child.wait()
    done = int(rest[-1]) if rest and rest[-1].isdigit() else done
    kept = [int(note.text) for note in State(file, "/corpus").notes()]
    assert kept[: done + 1] == list(range(done + 1))


def test_what_is_new_in_a_saved_search(tmp_path: Path) -> None:
    state = State(tmp_path / "state.sqlite", "/corpus")
    state.save_search("truce")
    assert state.new_in("truce", ["a.txt"]) == frozenset()
    state.looked_at("truce", ["a.txt", "b.txt"])
    assert state.new_in("truce", ["a.txt", "b.txt"]) == frozenset()
    assert state.new_in("truce", ["b.txt", "c.txt", "d/\udcff.txt"]) == {"c.txt", "d/\udcff.txt"}
    state.looked_at("truce", [])
    assert state.new_in("truce", ["a.txt"]) == {"a.txt"}
    assert state.new_in("envoy", ["a.txt"]) == frozenset()
    state.used_search("truce")
    state.close()
    again = State(tmp_path / "state.sqlite", "/corpus")
    assert again.new_in("truce", ["a.txt"]) == {"a.txt"}
    again.close()


def test_the_exact_place_and_what_is_folded_are_kept(file: Path) -> None:
    state = State(file, "/corpus")
    state.keep_position("a.txt", 120, 400, 1000, blanks=1, folded=(5, 900))
    state.set_mark("q", "a.txt", 7, "near", blanks=2)
    state.close()
    state = State(file, "/corpus")
    position = state.position("a.txt")
    assert position is not None
    assert (position.blanks, position.folded) == (1, (5, 900))
    assert state.positions()["a.txt"] == position
    mark = state.mark("q", "a.txt")
    assert mark is not None
    assert mark.blanks == 2
    state.keep_position("a.txt", 120, 400, 1000)
    assert state.positions()["a.txt"].folded == ()
    state.close()


def test_a_note_of_the_third_version_keeps_its_words_however_long(file: Path) -> None:
    words = "said and said again, " * 4_000
    with closing(State(file, "/corpus")) as state:
        state.add_note("a.txt", 0, 4, "said", "short")
        state.add_note("a.txt", 10, 10 + len(words), "said", "long")
    with closing(sqlite3.connect(file)) as database:
        make_older(database, 3)
        database.execute("UPDATE note SET quotation=? WHERE text='long'", (words,))
        database.commit()
    with closing(State(file, "/corpus")) as state:
        short, long = state.notes()
        assert (short.quotation.shown, long.quotation.shown) == ("said", words)
        assert placed(long, f"More. {words}") == Span(6, 6 + len(words))
        assert placed(long, f"More. {words[:-2]}") is None
    assert file.with_suffix(".v3.backup").exists()


def test_a_file_of_the_second_version_is_upgraded_and_copied(file: Path) -> None:
    state = State(file, "/corpus")
    state.keep_position("a.txt", 120, 400, 1000)
    state.set_mark("q", "a.txt", 7, "near")
    state.close()
    with closing(sqlite3.connect(file)) as database:
        make_older(database, 2)
    state = State(file, "/corpus")
    position, mark = state.position("a.txt"), state.mark("q", "a.txt")
    assert position is not None
    assert mark is not None
    assert (position.offset, position.blanks, position.folded, mark.blanks) == (120, 0, (), 0)
    state.keep_position("a.txt", 1, 1, 1000, blanks=1, folded=(3,))
    assert state.positions()["a.txt"].folded == (3,)
    state.close()
    assert file.with_suffix(".v2.backup").exists()


def test_a_file_of_the_first_version_is_upgraded_and_copied(tmp_path: Path) -> None:
    file = tmp_path / "state.sqlite"
    state = State(file, "/corpus")
    state.save_search("truce")
    state.close()
    with closing(sqlite3.connect(file)) as database:
        make_older(database, 1)
    state = State(file, "/corpus")
    assert state.searches(saved=True) == ("truce",)
    state.looked_at("truce", ["a.txt"])
    assert state.new_in("truce", ["a.txt", "b.txt"]) == {"b.txt"}
    state.close()
    assert (tmp_path / "state.v1.backup").exists()


def test_the_copy_holds_what_a_killed_window_left_beside_the_file(tmp_path: Path) -> None:
    old, left = tmp_path / "old", tmp_path / "left"
    state = State(old / "state.sqlite", "/corpus")
    state.add_note("a.txt", 0, 5, "Talks", "the first")
    state.close()
    with closing(sqlite3.connect(old / "state.sqlite")) as database:
        make_older(database, 1)
        database.execute("UPDATE note SET text='the last'")
        database.commit()
        # As after a kill: what was written last is in the log, and nobody has put it into the file.
        left.mkdir()
        for name in ("state.sqlite", "state.sqlite-wal"):
            (left / name).write_bytes((old / name).read_bytes())
    State(left / "state.sqlite", "/corpus").close()
    backup = left / "state.v1.backup"
    assert backup.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(backup)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)
        assert database.execute("SELECT text FROM note").fetchall() == [("the last",)]


_HOSTILE = "\x1b]0;x\x07talks\n\u202e"
_WRONG = ("", b"\xff", "x", -1, 1 << 60, 1.5, float("inf"))
"""What the columns of numbers may hold in a file that another program, or a disk, has changed."""


def test_a_text_that_is_no_text_any_more_costs_no_other(file: Path) -> None:
    with closing(State(file, "/corpus")) as state:
        state.set_mark("a", "good.txt", 1, "talks")
        for document in ("bad.txt", "good.txt"):
            state.add_note(document, 1, 2, "talks", "Ask.")
            state.keep_position(document, 1, 2, 3)
            state.used_search(f"talks {document}")
        state.keep_session({"reader": "{}", "document": "bad.txt"})
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("UPDATE note SET text=CAST(x'41ff' AS TEXT) WHERE document='bad.txt'")
        base.execute("UPDATE position SET folded=CAST(x'ff' AS TEXT) WHERE document='bad.txt'")
        base.execute("UPDATE search SET query=CAST(x'41ff' AS TEXT) WHERE query LIKE '%bad%'")
        base.execute("UPDATE session SET value=CAST(x'ff' AS TEXT) WHERE key='document'")
    with closing(State(file, "/corpus")) as state:
        assert [note.text for note in state.notes()] == ["A\ufffd", "Ask."]
        assert list(state.positions()) == ["good.txt"]
        assert set(state.searches()) == {"A\ufffd", "talks good.txt"}
        assert state.session() == {"reader": "{}", "document": "\ufffd"}
        assert state.mark("a", "good.txt") is not None


def test_what_cannot_be_used_is_passed_over_and_stays(file: Path) -> None:
    state = State(file, "/corpus")
    state.keep_position("good.txt", 1, 2, 3)
    state.set_mark("a", "good.txt", 1, "talks")
    note = state.add_note("good.txt", 1, 2, "talks", "Ask.")
    state.used_search("talks")
    with closing(sqlite3.connect(file)) as base:
        for number, wrong in enumerate(_WRONG):
            base.execute("INSERT INTO position VALUES ('/corpus', ?, ?, 1, 1, 1, 0, '')", (f"{number}.txt", wrong))
            base.execute("INSERT INTO mark VALUES ('/corpus', ?, 'b', ?, 'x', 0)", (f"{number}.txt", wrong))
            base.execute("INSERT INTO note VALUES (NULL, '/corpus', 'a.txt', 0, ?, 'x', 'x', 1, '', '')", (wrong,))
        base.execute("INSERT INTO position VALUES ('/corpus', 'folds.txt', 1, 1, 1, 1, 0, '3 x')")
        base.execute("INSERT INTO note VALUES (NULL, '/corpus', 'a.txt', 0, 1, 'x', 'x', ?, '', '')", (float("inf"),))
        base.execute("INSERT INTO search VALUES ('/corpus', ?, 1, 0, 5)", (b"\xff",))
        base.execute("INSERT INTO session VALUES ('/corpus', 'reader', ?)", (b"\xff",))
        base.commit()
        kept = [base.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("position", "mark", "note")]
    assert set(state.positions()) == {"good.txt"}
    assert state.position("0.txt") is None
    assert [mark.name for mark in state.marks()] == ["a"]
    assert state.notes() == (note,)
    assert state.searches() == ("talks",)
    assert state.session() == {}
    assert kept == [(9,), (8,), (9,)]


def test_what_is_shown_of_the_file_is_clean(file: Path) -> None:
    state = State(file, "/corpus")
    state.used_search(_HOSTILE)
    state.add_note(_HOSTILE, 0, 1, "x", _HOSTILE)
    state.set_mark(_HOSTILE, _HOSTILE, 0, "x")
    (note,), (mark,) = state.notes(), state.marks()
    assert {*state.searches(), note.document, mark.document, mark.name} == {clean(_HOSTILE).replace("\n", " ")}
    assert note.text == clean(_HOSTILE)
