"""`export` leaves nothing out that the user made."""

from __future__ import annotations

import json
import os
import sqlite3
from base64 import b64encode
from contextlib import closing
from pathlib import Path

import pytest

from index.entities.correcting.corrections import Correction
from index.library import Library
from index.settings import Settings
from index.user.state import State
from tests.commandline.conftest import Run
from tests.commandline.schema import check

_KEYS = {"position": "positions", "mark": "marks", "note": "notes", "search": "searches"}


@pytest.fixture
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that the program is told of."""
    monkeypatch.setenv("CEASEFIRE_READER_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of one article."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "one.txt").write_text("A Day in Geneva\n\nThe *delegations* met in Geneva.\n")
    return folder.resolve()


def fill(data_dir: Path, corpus: Path) -> None:
    """Something of every kind for one corpus."""
    state = State(data_dir / "state.sqlite", str(corpus))
    state.keep_position("one.txt", 3, 20, 48)
    state.set_mark("a", "one.txt", 17, "The delegations met")
    state.set_mark("B", "two.txt", 0, "Ünïcode 漢字")
    state.add_note("one.txt", 17, 32, "The *delegations*", "who? [sic]\n# <b>")
    state.used_search("geneva")
    state.save_search("person:lavrov")
    state.looked_at("person:lavrov", ["one.txt"])
    state.keep_session({"document": "one.txt"})
    state.close()


def shown(value: object) -> object:
    """A value of the file as JSON holds it."""
    return b64encode(value).decode() if isinstance(value, bytes) else value


def test_every_row_and_column_of_every_table_is_there(run: Run, data_dir: Path, corpus: Path, tmp_path: Path) -> None:
    other = tmp_path / "gone"
    fill(data_dir, corpus)
    fill(data_dir, other)
    library = Library.open(corpus, settings=Settings(cache_dir=tmp_path / "cache", data_dir=data_dir))
    library.correct(Correction("merge", ("Kyiv", "Kiev"), "PLACE"))
    library.correct(Correction("ignore", ("Day",)))
    text = library.corrections_file.read_text()
    library.close()
    whole = run("export").object()
    check("export", whole)
    assert [part["corpus"] for part in whole["corpora"]] == sorted([str(corpus), str(other)])
    base = sqlite3.connect(data_dir / "state.sqlite")
    tables = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    assert set(_KEYS) | {"session"} <= set(tables)
    for part in whole["corpora"]:
        for table in tables:
            rows = base.execute(f"SELECT * FROM {table} WHERE corpus=?", (part["corpus"],))
            columns = [column[0] for column in rows.description]
            kept = [dict(zip(columns, map(shown, row), strict=True)) for row in rows]
            assert kept, f"nothing of {table} is tried"
            assert [{"corpus": part["corpus"]} | row for row in part[_KEYS.get(table, table)]] == kept
    base.close()
    own = next(part for part in whole["corpora"] if part["corpus"] == str(corpus))
    assert own["corrections_file"] == text
    assert own["corrections"] == [
        {"kind": "merge", "names": ["Kyiv", "Kiev"], "type": "PLACE", "to": ""},
        {"kind": "ignore", "names": ["Day"], "type": None, "to": ""},
    ]
    # One corpus alone, also where its folder is gone.
    for name in (corpus, other):
        assert [part["corpus"] for part in run("export", name).object()["corpora"]] == [str(name)]


def test_a_folder_that_is_not_there_and_never_was_is_told(run: Run, tmp_path: Path) -> None:
    done = run("export", tmp_path / "mistyped")
    assert done.status == 3
    assert done.out == ""
    assert "mistyped is not there, and nothing is kept of it" in done.err


def test_nothing_made_is_an_empty_export(run: Run, data_dir: Path) -> None:
    done = run("export")
    assert done.status == 0
    check("export", done.object())
    assert done.object()["corpora"] == []
    assert not data_dir.exists()


def test_a_file_is_written_once(run: Run, data_dir: Path, corpus: Path, tmp_path: Path) -> None:
    fill(data_dir, corpus)
    target = tmp_path / "made.json"
    assert run("export", "-o", target).status == 0
    check("export", json.loads(target.read_text(encoding="utf-8")))
    again = run("export", "-o", target)
    assert again.status == 2
    assert "exists already" in again.err


def test_notes_as_markdown(run: Run, data_dir: Path, corpus: Path) -> None:
    assert run("export", corpus, "--notes").status == 1
    fill(data_dir, corpus)
    shown = run("export", corpus, "--notes").out
    assert "\n## A Day in Geneva\n\none.txt\n\n> The \\*delegations\\*\n\nwho? \\[sic\\] \\# \\<b\\>\n" in shown
    assert "— characters 17–32, noted 20" in shown


def test_half_of_a_file_is_not_left(
    run: Run, data_dir: Path, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    fill(data_dir, corpus)
    monkeypatch.setattr(os, "fsync", full)
    failed = run("export", "-o", tmp_path / "made.json")
    assert failed.status == 2
    assert "No space left on device" in failed.err
    assert not (tmp_path / "made.json").exists()


def test_a_text_that_a_disk_has_made_no_utf_8_costs_no_other(run: Run, data_dir: Path, corpus: Path) -> None:
    fill(data_dir, corpus)
    with closing(sqlite3.connect(data_dir / "state.sqlite")) as base, base:
        base.execute("UPDATE mark SET context=CAST(x'41ff42' AS TEXT) WHERE name='a'")
    (part,) = run("export").object()["corpora"]
    assert [mark["context"] for mark in part["marks"]] == ["A\ufffdB", "Ünïcode 漢字"]
    assert part["notes"]


def test_what_was_made_is_exported_where_nothing_can_be_written(run: Run, data_dir: Path, corpus: Path) -> None:
    fill(data_dir, corpus)
    whole = run("export").object()
    (data_dir / "state.sqlite-shm").mkdir()  # SQLite can open no log there, as in a read-only home
    assert run("export").object() == whole


def test_a_pipe_in_the_place_of_corrections_is_not_waited_for(run: Run, data_dir: Path) -> None:
    (data_dir / "corrections").mkdir(parents=True)
    os.mkfifo(data_dir / "corrections" / "corpus.toml")
    done = run("export")
    assert done.status == 3
    assert "not a regular file" in done.err


def test_the_folder_of_a_corpus_may_have_a_name_that_is_no_text(run: Run, data_dir: Path, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"odd\xffname")
    odd.mkdir()
    (odd / "one.txt").write_text("A Day in Geneva\n\nThe delegations met.\n")
    fill(data_dir, odd)
    state = State(data_dir / "state.sqlite", str(odd))
    assert [note.text for note in state.notes()] == ["who? [sic]\n# <b>"]
    state.close()
    with closing(Library.open(odd, settings=Settings(data_dir=data_dir, cache_dir=tmp_path / "cache"))) as library:
        library.correct(Correction("add", ("Geneva",), "PLACE"))
    for asked in ((), (odd,)):
        (part,) = run("export", *asked).object()["corpora"]
        assert part["corpus"] == f"{tmp_path}/odd\\xffname"
        assert part["notes"]
        assert part["corrections"]


def test_what_cannot_be_read_says_so(run: Run, data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "state.sqlite").write_bytes(b"no database" * 100)
    done = run("export")
    assert done.status == 3
    assert "state.sqlite" in done.err
