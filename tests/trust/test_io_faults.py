"""Each change of a file fails once: a full disk from there on, or one error of the device.

What was there is still served, nothing that the user made is lost, and one line says what could not be done.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from trust_screen import HEAVY, write_corpus, write_kept_apart

from index.library import Library
from index.settings import Settings

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shim, compiled."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("faults are injected by a library that needs Linux and a C compiler")
    made = tmp_path_factory.mktemp("shim") / "shim.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", made, HERE / "fault_shim.c", "-ldl"], check=True)
    return made


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus with its index."""
    folder = tmp_path_factory.mktemp("faults") / "template"
    folder.mkdir()
    corpus = write_corpus(folder / "corpus", 24)
    write_kept_apart(corpus)
    for file in corpus.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    return folder


@pytest.mark.timeout(0 if HEAVY else 120)
@pytest.mark.parametrize(
    ("kind", "few"), [("indexing", 40), ("noting", 12), ("upgrading", 14), ("correcting", 1), ("exporting", 2)]
)
def test_any_change_of_a_file_may_fail(shim: Path, template: Path, kind: str, few: int) -> None:
    # Where the index lies is told by the path of the corpus, so it is made where it is tried.
    place = template.with_name("try")
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(template, place)
    settings = replace(Settings(), cache_dir=place / "cache", data_dir=place / "data")
    library = Library.open(place / "corpus", settings=settings)
    library.refresh()
    library.close()
    made = template.with_name(f"made-{kind}")
    place.rename(made)
    done = subprocess.run(
        [sys.executable, HERE / "fault_program.py", kind, made, "1" if HEAVY else str(few)],
        env={**os.environ, "LD_PRELOAD": str(shim)},
        capture_output=True,
        text=True,
        timeout=100_000 if HEAVY else 100,
    )
    tries = [json.loads(line) for line in done.stdout.splitlines()]
    assert tries, done.stderr[-2000:]
    assert tries[0]["count"] > 2
    assert not tries[0]["told"]
    assert len(tries) > 4
    wrong = [one for one in tries if not (one.get("holds") and one.get("sound")) or "\n" in one["told"]]
    assert not wrong, json.dumps(wrong[:5], indent=1)
    print(f"{kind}: {len(tries) - 1} faults")
