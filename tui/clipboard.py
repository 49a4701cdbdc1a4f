"""The system's own clipboard tool, for terminals that do not take what a program copies (OSC 52)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

_TOOLS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
_SECONDS = 2.0
AT_MOST = 1 << 20
"""Characters that are copied: what a terminal is sent stands between the reader and the screen."""


def tool() -> tuple[str, ...] | None:
    """The command that puts its standard input on the clipboard of this desktop; None where there is none."""
    if sys.platform == "darwin":
        found = shutil.which("pbcopy")
        return (found,) if found else None
    for variable, (name, *arguments) in _TOOLS:
        if os.environ.get(variable) and (found := shutil.which(name)):
            return (found, *arguments)
    return None


def copy(text: str) -> bool:
    """Whether a tool put the text on the clipboard.  It takes at most two seconds."""
    command = tool()
    if command is None:
        return False
    try:
        # Some tools stay to serve the clipboard: they must not hold our terminal.
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
