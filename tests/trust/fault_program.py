"""Run with the shim: does one thing again and again, each time with the next change of a file failing.

Prints a JSON line for each try: what was told, and what holds afterwards.  Tries are forks, so that nothing is started
anew for them.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sqlite3
import sys
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from index.entities.correcting.corrections import Correction
from index.entities.correcting.corrections_file import CorrectionsFile
from index.errors import ReaderError
from index.library import Library
from index.settings import Settings
from index.user.state import State
from tests.older_state import make_older
from tui.commandline.status import UsageError
from tui.commandline.writing import write_output
from tui.new_files import write_new

SHIM = ctypes.CDLL(None)
NEW, OLD, KEPT_APART = "new.txt", 24, 3


def indexing(folder: Path) -> Callable[[], dict[str, object]]:
    """A corpus with an article more than the index has."""
    settings = replace(Settings(), cache_dir=folder / "cache", data_dir=folder / "data")
    (folder / "corpus" / NEW).write_text("A parley in the fog. Maria Lopez was there.")

    def act() -> dict[str, object]:
        library = Library.open(folder / "corpus", settings=settings)
        told = ""
        try:
            library.refresh()
        except ReaderError as problem:
            told = str(problem)
        served = library.search("truce", limit=100).total
        library.close()
        return {"told": told, "holds": served == OLD, "served": served}

    return act


def indexed(folder: Path) -> bool:
    settings = replace(Settings(), cache_dir=folder / "cache", data_dir=folder / "data")
    library = Library.open(folder / "corpus", settings=settings)
    status = library.refresh()
    sound = (status.articles, library.search("truce", limit=100).total) == (OLD + KEPT_APART + 1, OLD)
    sound &= library.search("parley").total == 1 and library.search("person:lopez", limit=100).total == OLD + 1
    sound &= [library.search(words).total for words in ("quayb*", "Soldat", "person:brandauer")] == [1, 1, 2]
    library.close()
    left = [file.name for file in library.folder.iterdir() if file.name.endswith((".new", ".damaged"))]
    whoosh = [file.name for file in (library.folder / "whoosh").iterdir() if not file.name.startswith("articles_")]
    return sound and not left and len(whoosh) == 3


def _state(folder: Path) -> State:
    return State(folder / "data" / "state.sqlite", "corpus")


def noting(folder: Path) -> Callable[[], dict[str, object]]:
    """All that the user's file keeps: each change is kept whole, or what was there stays."""
    (folder / "data").mkdir(exist_ok=True)
    state = _state(folder)
    state.add_note("a.txt", 0, 1, "words", "old")
    state.set_mark("X", "a.txt", 1, "words")
    state.save_search("old")
    state.keep_session({"reader": "old"})
    state.keep_position("a.txt", 3, 3, 9)
    state.close()

    def act() -> dict[str, object]:
        told, done = "", False
        try:
            state = _state(folder)
            state.add_note("a.txt", 1, 2, "words", "new")
            state.set_mark("X", "b.txt", 1, "words")
            state.save_search("new")
            state.keep_session({"reader": "new"})
            state.rename("a.txt", "c.txt")
            done = True
            state.close()
        except ReaderError as problem:
            told = str(problem)
        return {"told": told, "done": done, "holds": True}

    return act


def noted(folder: Path, done: bool) -> bool:
    state = _state(folder)
    notes = [note.text for note in state.notes()]
    marks = [mark.document for mark in state.marks()]
    searches = set(state.searches(saved=True))
    session = state.session()["reader"]
    moved = {note.document for note in state.notes()} | set(state.positions())
    state.close()
    if done:
        return (notes, marks, searches, session, moved) == (["old", "new"], ["b.txt"], {"old", "new"}, "new", {"c.txt"})
    held = notes in (["old"], ["old", "new"]) and marks in (["a.txt"], ["b.txt"], ["c.txt"])
    return held and "old" in searches and session in ("old", "new") and moved in ({"a.txt"}, {"c.txt"})


def upgrading(folder: Path) -> Callable[[], dict[str, object]]:
    """The user's file of the first version is opened."""
    noting(folder)
    file = folder / "data" / "state.sqlite"
    with closing(sqlite3.connect(file)) as database:
        make_older(database, 1)

    def act() -> dict[str, object]:
        try:
            state = _state(folder)
            notes = [note.text for note in state.notes()]
            state.close()
        except ReaderError as problem:
            return {"told": str(problem), "done": False, "holds": True}
        return {"told": "", "done": True, "holds": notes == ["old"]}

    return act


def upgraded(folder: Path, done: bool) -> bool:
    held = noted(folder, done=False)
    names = {file.name for file in (folder / "data").iterdir() if not file.name.endswith((".toml", ".lock"))}
    with closing(sqlite3.connect(folder / "data" / "state.v1.backup")) as copy:
        (version,) = copy.execute("PRAGMA user_version").fetchone()
        (note,) = copy.execute("SELECT text FROM note").fetchone()
    return held and not [name for name in names if name.startswith(".")] and (version, note) == (1, "old")


def correcting(folder: Path) -> Callable[[], dict[str, object]]:
    file = CorrectionsFile(folder / "data" / "corrections" / "corpus.toml", "corpus")
    file.append(Correction("add", ("Ferry Board",), "ORG"))

    def act() -> dict[str, object]:
        try:
            CorrectionsFile(file.path, "corpus").append(Correction("add", ("Lock Keepers",), "ORG"))
        except ReaderError as problem:
            return {"told": str(problem), "done": False, "holds": True}
        return {"told": "", "done": True, "holds": True}

    return act


def corrected(folder: Path, done: bool) -> bool:
    path = folder / "data" / "corrections" / "corpus.toml"
    said = CorrectionsFile(path, "corpus").read()
    names = [one.names[0] for one in said.corrections]
    left = {file.name for file in path.parent.iterdir()} - {"corpus.toml", "corpus.lock"}
    return not said.problems and not left and names[0] == "Ferry Board" and (not done or names[1:] == ["Lock Keepers"])


def exporting(folder: Path) -> Callable[[], dict[str, object]]:
    text = "A report.\n" * 5_000
    (folder / "old.md").write_text("what was written before\n")
    library = Library.open(folder / "corpus")

    def act() -> dict[str, object]:
        told, done = "", False
        try:
            write_new(folder / "notes.md", text)
            done = True
        except ReaderError as problem:
            told = str(problem)
        written = (folder / "notes.md").read_text() if (folder / "notes.md").exists() else None
        held = written == (text if done else None)
        try:
            write_output(library, str(folder / "old.md"), text)
            held &= (folder / "old.md").read_text() == text
        except UsageError as problem:
            told = str(problem)
            held &= (folder / "old.md").read_text() == "what was written before\n"
        return {"told": told, "done": done, "holds": held}

    return act


def exported(folder: Path) -> bool:
    return not [file.name for file in folder.iterdir() if file.name.startswith(".") or file.name.endswith(".new")]


KINDS: dict[str, tuple[Callable[[Path], Callable[[], dict[str, object]]], Callable[[Path, bool], bool]]] = {
    "indexing": (indexing, lambda folder, done: indexed(folder)),
    "noting": (noting, noted),
    "upgrading": (upgrading, upgraded),
    "correcting": (correcting, corrected),
    "exporting": (exporting, lambda folder, done: exported(folder)),
}


def attempt(kind: str, template: Path, at: int, number: int, *, stays: bool) -> dict[str, object]:
    """One try in a fork; what it printed and left."""
    folder = template.with_name("try")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder, symlinks=True)
    os.environ["HOME"] = str(folder / "home")
    prepare, check = KINDS[kind]
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        answer: dict[str, object]
        try:
            act = prepare(folder)
            SHIM.fault_arm(os.fsencode(folder), at, number, int(stays))
            answer = act()
            answer["count"] = SHIM.fault_count()
            SHIM.fault_arm(b"", -1, 0, 0)
            answer["sound"] = check(folder, bool(answer.get("done")))
        except BaseException:  # noqa: BLE001 - whatever it is, it is told
            SHIM.fault_arm(b"", -1, 0, 0)
            answer = {"fault": traceback.format_exc()[-1500:]}
        os.write(writer, json.dumps(answer).encode())
        os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        data = pipe.read()
    os.waitpid(child, 0)
    return {"kind": kind, "at": at, "error": errno.errorcode[number], **json.loads(data or b'{"fault": "it died"}')}


def main() -> None:
    """KIND TEMPLATE EVERY: fails the first change, then every EVERY-th from there on."""
    kind, template, every = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    SHIM.fault_count.restype = ctypes.c_long
    whole = attempt(kind, template, 1 << 30, errno.EIO, stays=False)
    print(json.dumps(whole), flush=True)
    for at in range(1, int(str(whole["count"])) + 1, every):
        for number, stays in ((errno.ENOSPC, True), (errno.EIO, False)):
            print(json.dumps(attempt(kind, template, at, number, stays=stays)), flush=True)


main()
