"""Running the command as a user does, in this process where that is enough, and in one of its own where it is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui.cli import main


@dataclass(frozen=True)
class Outcome:
    """What a run left: its exit status, and what it wrote."""

    status: int
    out: str
    err: str

    def objects(self) -> list[dict[str, Any]]:
        """The JSON lines of standard output."""
        return [json.loads(line) for line in self.out.splitlines()]

    def object(self) -> dict[str, Any]:
        """The only JSON line of standard output."""
        (line,) = self.objects()
        return line


Run = Callable[..., Outcome]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, starter_cache: Path) -> Run:
    """Calls the program's `main` with the starter corpus's index at hand; `stdin` is bytes for standard input."""

    def run_in_process(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setenv("CEASEFIRE_READER_CACHE_DIR", str(starter_cache))
        read, write = os.pipe()
        os.write(write, stdin)
        os.close(write)
        capfdbinary.readouterr()
        with open(read, encoding="utf-8") as pipe:
            monkeypatch.setattr(sys, "stdin", pipe)
            try:
                status = main([str(argument) for argument in arguments])
            except SystemExit as end:
                status = end.code if isinstance(end.code, int) else 1
        sys.stdout.flush()
        sys.stderr.flush()
        written = capfdbinary.readouterr()
        return Outcome(status, written.out.decode(), written.err.decode())

    return run_in_process


@pytest.fixture
def start(starter_cache: Path) -> Run:
    """Runs the command as a process; `environment` is added to this one's."""

    def run_process(*arguments: object, stdin: bytes = b"", environment: dict[str, str] | None = None) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "tui.cli", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            timeout=60,
            env=os.environ | {"CEASEFIRE_READER_CACHE_DIR": str(starter_cache)} | (environment or {}),
        )
        return Outcome(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    return run_process
