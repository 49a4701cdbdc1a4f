"""Where the starter corpus lies: beside the packages, in the checkout and in the installed wheel alike."""

from __future__ import annotations

from pathlib import Path


def starter_corpus() -> Path:
    """The folder of the articles that are opened when none are named; never looked for in the working folder."""
    return Path(__file__).resolve().parent.parent / "seeds"
