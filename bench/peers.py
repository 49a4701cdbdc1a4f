"""The engines that searching is measured against: SQLite FTS5, which is always there; tantivy and Xapian where a Python
is named that has them; ripgrep where it is installed.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Protocol

ENGINES = ("fts5", "tantivy", "xapian")


class Peer(Protocol):
    """An engine that can be asked."""

    name: str

    def ask(self, kind: str, words: Sequence[str]) -> float | None:
        """Milliseconds of processor time; None where it cannot be asked this."""

    def close(self) -> None:
        """Ends it."""


class Engine:
    """An engine in a process of its own (`engines`)."""

    def __init__(self, name: str, python: str | None, corpus: Path) -> None:
        self.name = name
        self._process = subprocess.Popen(
            [python or sys.executable, "-m", "bench.engines", name, str(corpus.resolve())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parent.parent,
        )
        self._answer()

    def ask(self, kind: str, words: Sequence[str]) -> float | None:
        """Milliseconds of processor time of one question, twenty passages included."""
        answer = self._asked({"kind": kind, "words": list(words)})
        return float(str(answer["ms"])) if answer["found"] is not None else None

    def ranked(self, words: Sequence[str], best: int) -> list[str]:
        """The names of the best articles that hold any of the words, best first."""
        paths = self._asked({"kind": "ranking", "words": list(words), "best": best})["paths"]
        return [str(path) for path in paths] if isinstance(paths, list) else []

    def _asked(self, question: dict[str, object]) -> dict[str, object]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, object]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended with status {self._process.wait()}")
        return dict(json.loads(line))

    def close(self) -> None:
        """Ends the process."""
        self._process.communicate()


class Ripgrep:
    """ripgrep over the files themselves; it ranks nothing."""

    name = "ripgrep"

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus

    def ask(self, kind: str, words: Sequence[str]) -> float | None:
        """Milliseconds of processor time of one run, the first line of each article."""
        patterns = {
            "term": rf"\b{words[0]}\b",
            "two terms": rf"\b({'|'.join(words)})\b",
            "phrase": r"\b" + r"\s+".join(words) + r"\b",
            "prefix": rf"\b{words[0]}",
        }
        if kind not in patterns:
            return None
        before = _children()
        command = ["rg", "--ignore-case", "--max-count", "1", "--no-config", patterns[kind], str(self._corpus)]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        return (_children() - before) * 1000

    def close(self) -> None:
        """Nothing is open."""


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def installed(name: str, pythons: Mapping[str, str]) -> bool:
    """Whether an engine is there; `pythons` gives the interpreter of those that this one has not."""
    module = "sqlite3" if name == ENGINES[0] else name
    command = [pythons.get(name, sys.executable), "-c", f"import {module}"]
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0


def missing(pythons: Mapping[str, str]) -> list[str]:
    """The peers that are not there."""
    absent = [name for name in ENGINES if not installed(name, pythons)]
    return absent if shutil.which("rg") else [*absent, Ripgrep.name]


def opened(corpus: Path, pythons: Mapping[str, str], chosen: Collection[str]) -> list[Peer]:
    """Those of the chosen peers that are there."""
    peers: list[Peer] = [
        Engine(name, pythons.get(name), corpus) for name in ENGINES if name in chosen and installed(name, pythons)
    ]
    if Ripgrep.name in chosen and shutil.which("rg"):
        peers.append(Ripgrep(corpus))
    return peers
