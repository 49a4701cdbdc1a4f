"""Giving an address to the browser of this desktop, by an argument list, never by a shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading

_KINDS = ("http://", "https://", "mailto:")


def opener() -> str | None:
    """The program that opens an address on this desktop; None where there is no desktop, or no such program."""
    if sys.platform == "darwin":
        return shutil.which("open")
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"):
        return shutil.which("xdg-open")
    return None


def open_address(address: str) -> bool:
    """Whether an address was given to the browser.  Nothing of it writes to our terminal, or ends with us."""
    program = opener()
    if program is None or not address.startswith(_KINDS):
        return False
    try:
        running = subprocess.Popen(
            (program, address),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    # Some wait until the browser is closed; meanwhile we may end.
    threading.Thread(target=running.wait, daemon=True).start()
    return True
