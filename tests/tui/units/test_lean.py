"""Textual without what the screen never uses: nothing of it is missed, and who asks for it gets it."""

from __future__ import annotations

import json
import subprocess
import sys
from types import ModuleType

import pytest

from tui.lean import _instead, _Names

_UNUSED = ("ssl", "textual.types", "textual.widgets._directory_tree", "textual.widgets._select")

_ASKED = f"""
import json, sys
import tui.commandline.screen
from tui.lean import import_lean
import_lean()
import tui.app, tui.ending, textual.drivers.linux_driver
brought = [name for name in {_UNUSED!r} if name in sys.modules]
import ssl, textual.types
from textual._types import IgnoreReturnCallbackType
from textual.widgets import DirectoryTree, Select
from tui.screens.asking.palette import CommandsProvider
told = [ssl.create_default_context().check_hostname, textual.types.DirEntry.__name__, DirectoryTree.__name__]
same = textual.types.IgnoreReturnCallbackType is IgnoreReturnCallbackType
print(json.dumps([brought, told, same, type(textual.types).__name__]))
"""


@pytest.mark.usefixtures("unmeasured")
def test_what_is_left_out_is_there_when_it_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", _ASKED], capture_output=True, text=True, check=True)
    brought, told, same, kind = json.loads(done.stdout)
    assert brought == []
    assert told == [True, "DirEntry", "DirectoryTree"]
    assert same
    assert kind == "module"


def test_names_that_are_not_at_hand_are_asked_of_the_real_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    home = ModuleType("home")
    home.rgb_to_hsv = "at hand"  # type: ignore[attr-defined]
    with _instead("colorsys", _Names("colorsys", home)):
        import colorsys

        assert colorsys.rgb_to_hsv == "at hand"
        assert type(sys.modules["colorsys"]) is _Names
        assert colorsys.hls_to_rgb(0, 0.5, 0) == (0.5, 0.5, 0.5)
    import colorsys

    assert type(colorsys) is ModuleType


def test_what_was_imported_before_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    for before in (json, None):
        if before is None:
            monkeypatch.delitem(sys.modules, "json")
        with _instead("json", None):
            assert sys.modules["json"] is before
        assert sys.modules.get("json") is before
