"""The engines that searching is measured against: SQLite FTS5, which is always there; tantivy and Xapian where a Python
is named that has them; ripgrep where it is installed.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
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
    """An engine in a process of its own (`peer_engine`)."""

    def __init__(self, name: str, python: str, corpus: Path) -> None:
        self.name = name
        self._process = subprocess.Popen(
            [python, str(Path(__file__).with_name("peer_engine.py")), name, str(corpus)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._answer()

    def ask(self, kind: str, words: Sequence[str]) -> float | None:
        """Milliseconds of processor time of one question, twenty passages included."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"kind": kind, "words": list(words)}) + "\n")
        self._process.stdin.flush()
        took = self._answer()["ms"]
        return float(str(took)) if took is not None else None

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


def opened(corpus: Path, pythons: dict[str, str]) -> list[Peer]:
    """The peers there are; `pythons` gives the interpreter of those that this one has not."""
    peers: list[Peer] = [Engine("fts5", sys.executable, corpus)]
    peers += [Engine(name, pythons[name], corpus) for name in ENGINES[1:] if name in pythons]
    if shutil.which("rg"):
        peers.append(Ripgrep(corpus))
    return peers
