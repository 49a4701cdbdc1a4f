"""Everything that the user made, whole: as one JSON value for keeping and other programs, and notes as Markdown.

The tables of the user's file are taken as they are, every column of every one, so that nothing can be forgotten when
there is more to keep one day.
"""

from __future__ import annotations

import sqlite3
import time
from base64 import b64encode
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from index.cache import corpus_name
from index.comparison.reports.citing import in_markdown
from index.documents.cleaning import clean, clean_line
from index.entities.correcting.corrections import parse
from index.entities.correcting.corrections_file import LARGEST
from index.errors import StateError
from index.own_files import read_own
from index.user.corpus_keys import key_of, path_of
from index.user.database import SCHEMA_VERSION, as_it_is
from index.user.state import FILE_NAME, Note

FORMAT = "ceasefire-reader export"
VERSION = 1
_PLURALS = {"position": "positions", "mark": "marks", "note": "notes", "search": "searches", "session": "session"}
_ABOUT = "# Corrections of names in the corpus "

Rows = list[dict[str, object]]


def made(data_dir: Path, corpus: str | None = None) -> dict[str, object]:
    """What the user made of one corpus (its folder's real path), or of every corpus there ever was.

    Raises StateError where the file cannot be read.
    """
    version, tables = _tables(data_dir / FILE_NAME)
    corrections = _corrections(data_dir / "corrections")
    asked = [key_of(corpus)] if corpus else []
    named = {str(row["corpus"]) for rows in tables.values() for row in rows}
    files = {corpus_name(Path(path)): name for name in (*named, *asked) for path in (name, path_of(name))}
    by_corpus = {files.get(stem) or _corpus_of(text) or stem: text for stem, text in corrections.items()}
    return {
        "format": FORMAT,
        "version": VERSION,
        "state_version": version,
        "corpora": [
            _corpus(name, tables, by_corpus.get(name))
            for name in sorted(named | set(by_corpus))
            if not asked or name in asked
        ],
    }


def _corpus(name: str, tables: Mapping[str, Rows], corrections: str | None) -> dict[str, object]:
    parts: dict[str, object] = {"corpus": name}
    for table, rows in tables.items():
        own = [{key: value for key, value in row.items() if key != "corpus"} for row in rows if row["corpus"] == name]
        parts[_PLURALS.get(table, table)] = own
    parts["corrections"] = [asdict(entry.correction) for entry in parse(corrections or "").entries]
    parts["corrections_file"] = corrections
    return parts


def _tables(file: Path) -> tuple[int, dict[str, Rows]]:
    """The version of the user's file and its tables as they are at one moment; no file holds nothing."""
    if not file.exists():
        return SCHEMA_VERSION, {table: [] for table in _PLURALS}
    try:
        with closing(as_it_is(file)) as base:
            base.row_factory = sqlite3.Row
            base.execute("BEGIN")
            (version,) = base.execute("PRAGMA user_version").fetchone()
            names = [
                str(row["name"])
                for row in base.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")
                if not str(row["name"]).startswith("sqlite_")
            ]
            return int(version), {name: _rows(base, name) for name in names}
    except sqlite3.Error as problem:
        raise StateError(f"cannot read {clean_line(str(file))}: {problem}") from problem


def _rows(base: sqlite3.Connection, table: str) -> Rows:
    rows = (dict(row) for row in base.execute(f'SELECT * FROM "{table}"'))
    return [
        {key: b64encode(value).decode("ascii") if isinstance(value, bytes) else value for key, value in row.items()}
        for row in rows
    ]


def _corrections(folder: Path) -> dict[str, str]:
    """The files of corrections as they are, by their names without suffix."""
    found, file = {}, folder
    try:
        for file in sorted(folder.glob("*.toml")):
            found[file.stem] = read_own(file, LARGEST).decode("utf-8", "replace")
    except OSError as problem:
        raise StateError(f"cannot read {clean_line(str(file))}: {problem.strerror}") from problem
    return found


def _corpus_of(corrections: str) -> str | None:
    """The corpus that a file of corrections names in its first line."""
    first = corrections.split("\n", 1)[0]
    return first.removeprefix(_ABOUT) if first.startswith(_ABOUT) else None


def notes_markdown(corpus: str, notes: Iterable[Note], titles: Mapping[str, str]) -> str:
    """Notes as Markdown, a section an article, each with the words it is about and where they stand."""
    lines = [f"# Notes on {in_markdown(clean_line(corpus))}", ""]
    document = None
    for note in notes:
        if note.document != document:
            document = note.document
            title = clean_line(titles.get(document, document))
            lines += [f"## {in_markdown(title)}", ""]
            lines += [in_markdown(clean_line(document)), ""] if title != clean_line(document) else []
        lines += [f"> {in_markdown(line)}".rstrip() for line in clean(note.quotation.shown).strip().split("\n")]
        day = time.strftime("%Y-%m-%d", time.localtime(note.made_at))
        lines += ["", in_markdown(note.text.strip()), "", f"— characters {note.start}–{note.end}, noted {day}", ""]
    return "\n".join(lines).rstrip("\n") + "\n"
