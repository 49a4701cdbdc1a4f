"""The library: opening, reading, keeping the index true to the files, and the ways into every part."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index import cache
from index.documents.model import Document
from index.errors import Cancelled, CorpusError, EngineError, FormatError
from index.library import Library
from index.library.indexer import run_apart
from index.settings import Settings
from tests.index.finding import found

# -- opening


@pytest.mark.usefixtures("unmeasured")
def test_opening_reads_nothing_and_loads_no_engine(corpus: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from index.library import Library; from index.settings import Settings\n"
        "home = Path(sys.argv[2])\n"
        "library = Library.open(sys.argv[1], settings=Settings(cache_dir=home, data_dir=home))\n"
        "assert library.first().path == 'barge.txt'\n"
        "print([name for name in ('whoosh', 'sqlite3', 'index.entities.recognise', 'selectolax', 'markdown_it') "
        "if name in sys.modules])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, corpus, tmp_path / "k"], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"
    assert not (tmp_path / "k").exists()


@pytest.mark.parametrize("name", ["missing", "nul\0byte", "barge.txt/deeper"])
def test_what_is_not_there_is_one_clear_line(corpus: Path, settings: Settings, name: str) -> None:
    with pytest.raises(CorpusError, match="cannot open") as caught:
        Library.open(corpus / name, settings=settings)
    assert str(caught.value).isprintable()


def test_a_fifo_is_no_corpus(tmp_path: Path, settings: Settings) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CorpusError, match="neither a folder nor a regular file"):
        Library.open(tmp_path / "pipe", settings=settings)


def test_the_settings_name_a_corpus_else_seeds_here_else_the_starter(
    corpus: Path, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Library.open(settings=replace(settings, corpus=str(corpus))).root == corpus
    starter = Library.open(settings=settings)
    assert len(starter.files()) == 5
    (tmp_path / "seeds").mkdir()
    assert Library.open(settings=settings).root == tmp_path / "seeds"


def test_one_file_is_a_corpus_of_one(corpus: Path, settings: Settings) -> None:
    library = Library.open(corpus / "bridge.txt", settings=settings)
    library.refresh()
    assert [file.path for file in library.files()] == ["bridge.txt"]
    assert found(library, "bridge") == ["bridge.txt"]


def test_standard_input_is_one_document_and_leaves_nothing_behind(settings: Settings) -> None:
    library = Library.open_bytes(b"<!DOCTYPE html><p>Grapes of <b>Tarn</b> are ripe.", settings=settings)
    library.refresh()
    (file,) = library.files()
    assert library.read(file.path).text == "Grapes of Tarn are ripe."
    assert found(library, "tarn") == [file.path]
    library.close()
    assert not os.path.exists(file.location)
    assert not settings.cache_dir.exists()


def test_an_empty_folder_says_what_to_do_and_why(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match=r"no article.*put \.txt"):
        Library.open(tmp_path / "empty", settings=settings).refresh()
    (tmp_path / "empty" / "film.mp4").write_bytes(b"\0\0")
    with pytest.raises(CorpusError, match=r"film\.mp4 is skipped"):
        Library.open(tmp_path / "empty", settings=settings).refresh()


# -- naming and reading


def test_a_document_is_named_by_any_unambiguous_beginning(library: Library) -> None:
    assert library.name_document("bri") == "bridge.txt"
    assert library.name_document("./bridge.txt") == "bridge.txt"
    with pytest.raises(CorpusError, match="beginning of 2 articles"):
        library.name_document("b")
    for unknown in ("", "zebra", "\x1b[2J"):
        with pytest.raises(CorpusError, match="no article") as caught:
            library.name_document(unknown)
        assert "\x1b" not in str(caught.value)


def test_a_document_is_read_as_its_file_is_now(library: Library, corpus: Path) -> None:
    before = library.read("harvest.txt")
    assert library.read("harvest.txt") is before
    (corpus / "harvest.txt").write_text("An early harvest after all\n\nRain came.\n")
    assert "Rain came." in library.read("harvest.txt").text


def test_the_articles_are_never_written(library: Library, corpus: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in corpus.iterdir()}
    library.refresh()
    library.search("bridge")
    library.compare("bridge.txt", "barge.txt")
    library.refresh(rebuild=True)
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in corpus.iterdir()} == before


# -- the index follows the files


def test_refresh_takes_in_what_was_added_changed_and_removed(library: Library, corpus: Path) -> None:
    assert library.refresh().changed == {"barge.txt", "bridge.txt", "harvest.txt"}
    assert found(library, "grapes") == ["harvest.txt"]
    (corpus / "harvest.txt").write_text("Olives\n\nThe olives of Tarn are small this year.\n")
    (corpus / "deep").mkdir()
    (corpus / "deep" / "new.md").write_text("# Hail\n\nHail fell on the *grapes*.\n")
    (corpus / "barge.txt").unlink()
    status = library.refresh()
    assert status.changed == {"barge.txt", "deep/new.md", "harvest.txt"}
    assert status.current
    assert found(library, "grapes") == ["deep/new.md"]
    assert found(library, "olives") == ["harvest.txt"]
    assert found(library, "lawyer") == []
    assert [one.title for one in library.listing()][-1].startswith("Olives")


def test_nothing_changed_means_nothing_done(library: Library) -> None:
    library.refresh()
    generation = library.generation
    assert library.refresh().changed == frozenset()
    assert library.generation == generation


def _fresh(file: Path) -> None:
    """Lets a file be one that was just written, however long the test takes."""
    soon = file.stat().st_mtime_ns + 600_000_000_000
    os.utime(file, ns=(soon, soon))


def test_a_change_that_keeps_size_and_time_is_found_while_the_file_is_fresh(library: Library, corpus: Path) -> None:
    file = corpus / "harvest.txt"
    _fresh(file)
    library.refresh()
    stamp = file.stat()
    file.write_text(file.read_text().replace("grapes", "quince"))
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    library.refresh()
    assert found(library, "quince") == ["harvest.txt"]


def test_a_touched_file_is_not_read_into_the_index_again(library: Library, corpus: Path) -> None:
    library.refresh()
    os.utime(corpus / "harvest.txt")
    status = library.refresh()
    assert status.changed == frozenset()
    assert status.current


def test_an_unreadable_file_is_listed_with_its_reason_and_the_rest_is_read(library: Library, corpus: Path) -> None:
    (corpus / "photo.txt").write_bytes(bytes(range(256)) * 20)
    library.refresh()
    assert [one.path for one in library.skipped()] == ["photo.txt"]
    assert found(library, "bridge")
    assert "photo.txt" not in [one.path for one in library.listing()]
    (corpus / "photo.txt").write_text("It was words after all.\n")
    library.refresh()
    assert library.skipped() == ()


def test_a_damaged_index_is_built_anew_without_a_question(library: Library, settings: Settings, corpus: Path) -> None:
    library.refresh()
    library.close()
    for file in library.folder.rglob("*"):
        if file.is_file() and file.name not in ("lock", "version"):
            file.write_bytes(b"\x80\x04damage" * 9)
    again = Library.open(corpus, settings=settings)
    again.refresh()
    assert found(again, "grapes") == ["harvest.txt"]
    again.close()


def test_an_index_is_as_large_as_it_says_when_it_was_made(library: Library) -> None:
    told = library.refresh().bytes
    library.close()
    assert 0 <= told - cache.size_of(library.folder) < 70_000  # what SQLite needs while the file is open
    assert library.refresh(rebuild=True).bytes < told * 1.1


def test_who_still_reads_delays_nothing(library: Library, corpus: Path) -> None:
    folder = Path(library.refresh().folder)
    with closing(sqlite3.connect(folder / "articles.sqlite", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM article").fetchone()
        (corpus / "later.txt").write_text("Later\n\nWord of it came later.\n", encoding="utf-8")
        assert library.refresh().changed == {"later.txt"}
        left = folder / "articles.sqlite-wal"
        assert left.stat().st_size
    (corpus / "last.txt").write_text("Last\n\nThe last word.\n", encoding="utf-8")
    library.refresh()
    assert not left.stat().st_size


def test_deleting_the_index_loses_nothing(library: Library, settings: Settings, corpus: Path) -> None:
    library.refresh()
    library.state.add_note("bridge.txt", 0, 6, "Bridge", "mine")
    library.close()
    cache.empty(library.folder)
    again = Library.open(corpus, settings=settings)
    again.refresh()
    assert found(again, "bridge") == ["barge.txt", "bridge.txt", "harvest.txt"]
    assert [note.text for note in again.state.notes()] == ["mine"]
    again.close()


def test_a_stopped_refresh_keeps_what_was_read(library: Library, corpus: Path) -> None:
    for number in range(120):
        (corpus / f"n{number:03}.txt").write_text(f"Note {number}\n\nThe ferry number {number} sailed.\n")
    for file in corpus.iterdir():
        os.utime(file, (1_000_000, 1_000_000))  # old enough for their stamps to be believed
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 41

    with pytest.raises(Cancelled):
        library.refresh(cancelled=cancelled)
    assert 0 < library.status().articles < 123
    done = []
    library.refresh(progress=lambda done_, todo: done.append((done_, todo)), names=False)
    assert done[-1][0] == done[-1][1] < 123
    assert library.search("ferry", limit=500).total == 120


def test_a_second_window_reads_while_the_first_writes(library: Library, corpus: Path, settings: Settings) -> None:
    _fresh(corpus / "harvest.txt")
    library.refresh()
    with cache.writing(library.folder):
        other = Library.open(corpus, settings=settings)
        assert other.refresh().busy
        assert found(other, "grapes") == ["harvest.txt"]
        other.close()


def test_what_another_window_changed_is_known_here_too(library: Library, corpus: Path, settings: Settings) -> None:
    other = Library.open(corpus, settings=settings)
    library.refresh()
    other.refresh()
    assert not any(entity.name == "Ivo Marek" for entity in other.entities())
    (corpus / "harvest.txt").write_text("Harvest\n\nIvo Marek bought the grapes.\n")
    library.rescan()
    assert library.refresh().changed == {"harvest.txt"}
    other.rescan()
    for refresh in (other.refresh_apart, other.refresh):
        status = refresh()
        assert (status.changed, status.elsewhere) == (frozenset(), refresh == other.refresh_apart)
        assert any(entity.name == "Ivo Marek" for entity in other.entities())
    with cache.writing(library.folder):
        for number in range(60):
            (corpus / f"n{number:03}.txt").write_text(f"Note {number}\n\nThe ferry number {number} sailed.\n")
        assert other.refresh_apart().busy
    other.close()


def test_a_refresh_apart_gives_the_same_index(library: Library, corpus: Path, settings: Settings) -> None:
    for number in range(80):
        (corpus / f"n{number:03}.txt").write_text(f"Note {number}\n\nThe ferry number {number} sailed.\n")
    heard: list[tuple[int, int]] = []
    status = library.refresh_apart(lambda done, todo: heard.append((done, todo)))
    assert len(status.changed) == 83
    assert heard[-1] == (83, 83)
    assert library.search("ferry").total == 80
    (corpus / "late.txt").write_text("There is something to write.")
    with cache.writing(library.folder):
        assert run_apart(corpus, settings, None, None, names=False) == (frozenset(), True)


def test_a_refresh_apart_can_be_stopped_and_tells_errors(library: Library, corpus: Path, settings: Settings) -> None:
    with pytest.raises(Cancelled):
        run_apart(corpus, settings, None, lambda: True, names=False)
    (corpus.parent / "file").write_text("")
    with pytest.raises(EngineError, match="cannot use the index folder"):
        run_apart(corpus, replace(settings, cache_dir=corpus.parent / "file"), None, None, names=False)


def test_a_program_that_was_replaced_while_it_runs_says_so(
    corpus: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "CACHE_VERSION", cache.CACHE_VERSION - 1)
    with pytest.raises(EngineError, match="replaced by another version"):
        run_apart(corpus, settings, None, None, names=False)


def test_where_the_first_article_cannot_be_read_the_next_is_opened(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Envoys met in the hotel by the lake.")
    unreadable = {"a.txt"}
    read = Library.read

    def failing(self: Library, path: str) -> Document:
        if path in unreadable:
            raise FormatError("cannot be read: input/output error")
        return read(self, path)

    monkeypatch.setattr(Library, "read", failing)
    with closing(Library.open(tmp_path, settings=settings)) as library:
        found = library.first()
        assert found is not None
        assert found.path == "b.txt"
        unreadable.add("b.txt")
        with pytest.raises(CorpusError, match=r"a\.txt is skipped \(cannot be read.*\) and 1 more"):
            library.first()


@pytest.mark.parametrize("below", [".", "sub/deep", "link"])
def test_an_index_is_neither_made_nor_opened_in_the_corpus(
    corpus: Path, settings: Settings, tmp_path: Path, below: str
) -> None:
    (tmp_path / "link").symlink_to(corpus)
    here = tmp_path / "link" if below == "link" else corpus / below
    before = sorted(corpus.iterdir())
    with closing(Library.open(corpus, settings=replace(settings, cache_dir=here))) as library:
        library.refresh()
        assert found(library, "bridge") == ["barge.txt", "bridge.txt", "harvest.txt"]
        assert library.notice is not None
        assert "lies in the corpus" in library.notice
    assert sorted(corpus.iterdir()) == before


def test_a_corpus_may_hold_the_home_of_its_user(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(corpus / ".cache"))
    monkeypatch.setenv("HOME", str(corpus))
    with closing(Library.open(corpus, settings=Settings())) as library:
        library.refresh()
        assert library.notice is None
        assert library.folder.is_relative_to(corpus)
