"""What a dependency warns of does not reach the user, who can do nothing about it; who asks for warnings gets them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WARN = "import warnings; from tui.cli import main; main(['--version']); warnings.warn('old escape', SyntaxWarning)"


def test_warnings_are_not_shown() -> None:
    done = subprocess.run([sys.executable, "-c", WARN], capture_output=True, text=True, timeout=60)
    assert done.stderr == ""


def test_who_asks_for_warnings_gets_them() -> None:
    done = subprocess.run([sys.executable, "-W", "default", "-c", WARN], capture_output=True, text=True, timeout=60)
    assert "old escape" in done.stderr


def test_the_first_run_is_silent(tmp_path: Path, starter: Path) -> None:
    """With no compiled module anywhere, as after an installation that compiles nothing."""
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    command = [sys.executable, "-m", "tui.cli", "search", "truce", "--corpus", str(starter)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
