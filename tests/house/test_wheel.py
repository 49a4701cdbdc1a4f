"""The wheel, built and installed into a clean environment, holds all that the program needs, the starter corpus too."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
import tomllib
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.version import VERSION

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in an environment of its own, at the versions of the lock file."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    (wheel,) = folder.glob("*.whl")
    lock = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(re.findall(r"^[\w.-]+==[^\s\\]+", lock, re.MULTILINE)))
    venv.create(folder / "env")
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "env" / "bin" / "python")]
    install = [*pip, "install", "--no-compile", "--retries", "1", "--constraint", constraints, wheel]
    done = subprocess.run(install, capture_output=True, text=True, timeout=300, cwd=folder)
    if done.returncode and re.search(r"connection|resolution|timed out|No matching distribution", done.stderr):
        pytest.skip("the package index cannot be reached, so nothing can be installed into a clean environment")
    assert done.returncode == 0, done.stderr
    return folder / "env" / "bin" / "ceasefire-reader"


def run(program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, cwd=program.parent)


def test_the_source_archive_holds_all_that_make_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = {name.strip("/") for name in project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]}
    packed |= {"LICENSE", "README.md", "pyproject.toml", ".gitignore"}  # these are always packed
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, timeout=60)
    if listed.returncode:
        pytest.skip("this is no checkout, so that what belongs to the project is not listed")
    assert {path.partition("/")[0] for path in listed.stdout.splitlines()} == packed


def test_version(installed: Path) -> None:
    assert run(installed, "--version").stdout == f"ceasefire-reader {VERSION}\n"


def test_search_finds_the_starter_corpus_without_a_warning(installed: Path) -> None:
    """The first run compiles every module that it imports, which is when Python warns of Whoosh's old escapes."""
    done = run(installed, "search", "ceasefire", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["total"] == 5


def test_compare(installed: Path) -> None:
    done = run(installed, "compare", "putin", "week", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["conflicts"]


def test_the_screen_opens_and_closes(installed: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [installed],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=installed.parent,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"},
    )
    os.close(theirs)
    try:
        assert _painted(ours, b"untangle", 60), "the first article was never painted"
        os.write(ours, b"q")
        _painted(ours, b"\0never", 10, process)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _painted(terminal: int, wanted: bytes, seconds: float, process: subprocess.Popen[bytes] | None = None) -> bool:
    """Reads what is written to the terminal until `wanted` is in it; False after that long, or when `process` ended."""
    seen = b""
    end = time.monotonic() + seconds
    while time.monotonic() < end and (process is None or process.poll() is None):
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                return False
            if wanted in ESCAPES.sub(b"", seen):
                return True
    return False


def test_the_wheel_holds_what_it_should(installed: Path) -> None:
    site = next((installed.parent.parent / "lib").glob("python*")) / "site-packages"
    assert len(list((site / "seeds").glob("*.txt"))) == 5
    assert list((site / "tui" / "styles").glob("*.tcss"))
    shipped = {path.relative_to(site).as_posix() for top in ("index", "tui") for path in (site / top).rglob("*")}
    for top in ("index", "tui"):
        for path in (ROOT / top).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert path.relative_to(ROOT).as_posix() in shipped
    assert not (site / "tests").exists()
