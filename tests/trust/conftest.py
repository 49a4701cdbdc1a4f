"""Fixtures of the tests of trust; the helpers themselves are in `trust_screen` and `hostile_corpus`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))

from hostile_corpus import hostile
from trust_screen import corpus, open_screen, settings

__all__ = ["corpus", "hostile", "open_screen", "settings"]
