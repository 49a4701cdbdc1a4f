"""The clipboard tool: the one of this desktop, with an argument list and a time limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.library import Library
from index.settings import Settings
from tui import clipboard
from tui.app import ReaderApp


def _make(folder: Path, name: str, script: str) -> None:
    tool = folder / name
    tool.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    tool.chmod(0o755)


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of tools, the only one; no display is known yet."""
    monkeypatch.setattr(clipboard.sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return tmp_path


def test_the_tool_is_that_of_the_desktop(desktop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(desktop, "xsel", "")
    assert clipboard.tool() is None
    monkeypatch.setenv("DISPLAY", ":0")
    assert clipboard.tool() == (str(desktop / "xsel"), "--clipboard", "--input")
    _make(desktop, "xclip", "")
    assert clipboard.tool() == (str(desktop / "xclip"), "-selection", "clipboard")
    _make(desktop, "wl-copy", "")
    assert clipboard.tool() == (str(desktop / "xclip"), "-selection", "clipboard")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert clipboard.tool() == (str(desktop / "wl-copy"),)
    monkeypatch.setattr(clipboard.sys, "platform", "darwin")
    assert clipboard.tool() is None
    _make(desktop, "pbcopy", "")
    assert clipboard.tool() == (str(desktop / "pbcopy"),)


def test_what_is_copied_arrives_as_it_is(desktop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    _make(desktop, "xclip", f'/bin/cat > "{desktop}/got"; echo "$@" > "{desktop}/arguments"')
    text = "“$(rm -rf x)” `y`; 'z' \\ é 👩‍👩‍👧\n— a title"
    assert clipboard.copy(text)
    assert (desktop / "got").read_text(encoding="utf-8") == text
    assert (desktop / "arguments").read_text(encoding="utf-8") == "-selection clipboard\n"


def test_a_tool_that_fails_or_hangs_is_given_up(desktop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not clipboard.copy("x")
    monkeypatch.setenv("DISPLAY", ":0")
    _make(desktop, "xclip", "exit 1")
    assert not clipboard.copy("x")
    monkeypatch.setattr(clipboard, "_SECONDS", 0.2)
    _make(desktop, "xclip", "exec /bin/sleep 600")
    assert not clipboard.copy("x")
    (desktop / "xclip").write_bytes(b"not a program")
    assert not clipboard.copy("x")


async def test_what_the_app_copies_goes_to_the_tool_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(clipboard, "copy", lambda text: copied.append(text) or True)
    (tmp_path / "a.txt").write_text("One Article\n\nIt has words.\n", encoding="utf-8")
    library = Library.open(tmp_path / "a.txt", settings=Settings(cache_dir=tmp_path / "c", data_dir=tmp_path / "d"))
    app = ReaderApp(library)
    async with app.run_test() as pilot:
        app.copy_to_clipboard("nobody's desktop")
        monkeypatch.setattr(ReaderApp, "is_headless", False)
        app.copy_to_clipboard("words\x1b[31m")
        while not copied:
            await pilot.pause(0.01)
        monkeypatch.undo()
    assert copied == ["words"]
    library.close()
