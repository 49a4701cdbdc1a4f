"""The hostile corpora of `make_hostile.py`, and `probe_tty.py`, which looks at what reaches a terminal.

Both lie beside this checkout, or the tests that ask for them are skipped. Other seeds plant other payloads.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[3] / "shared" / "tools"


class Hostile:
    """One corpus, and what is planted in it."""

    def __init__(self, corpus: Path, probe: ModuleType) -> None:
        manifest = corpus.with_name(f"{corpus.name}.manifest.json")
        told = json.loads(manifest.read_text())
        self.corpus = corpus
        self.items: list[dict[str, str]] = told["items"]
        self._canaries = [Path(place) for place in told["must_not_exist"]]
        self._probe = probe
        self._needles = probe.load_needles(manifest)
        assert not any(place.exists() for place in self._canaries), "something left them there before"

    def watch(self, written: bytes) -> None:
        """Nothing that was planted, nothing else that a terminal obeys, and nothing that deceives the eye."""
        told = self._probe.analyse(written, self._needles)
        assert not told["hits"]
        assert not told["foreign"]
        assert not told["deceive"]

    def nothing_was_run(self) -> None:
        """No file is there that only a planted command would make."""
        assert not any(place.exists() for place in self._canaries)


@pytest.fixture
def hostile(tmp_path: Path) -> Callable[[int], Hostile]:
    """Makes the corpus of a seed."""
    if not (TOOLS / "probe_tty.py").exists():
        pytest.skip("make_hostile.py and probe_tty.py are not beside this checkout")

    def made(seed: int) -> Hostile:
        folder = tmp_path / f"hostile-{seed}"
        command = [sys.executable, str(TOOLS / "make_hostile.py"), str(folder), "--seed", str(seed), "--small"]
        subprocess.run(command, check=True, capture_output=True)
        return Hostile(folder, _probe())

    return made


def _probe() -> ModuleType:
    spec = importlib.util.spec_from_file_location("probe_tty", TOOLS / "probe_tty.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
