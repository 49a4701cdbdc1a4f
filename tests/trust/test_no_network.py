"""The program opens no socket to anywhere; `serve` listens where only this machine can reach it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from index.settings import Settings
from tui.commandline.arguments import parse
from tui.commandline.serve import is_loopback

WATCHED = """
import sys, json, runpy
seen = []
def hook(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        seen.append((event, repr(arguments[-1])))
sys.addaudithook(hook)
from tui.cli import main
main(sys.argv[1:])
"""
SCREEN = """
import asyncio
from dataclasses import replace
from pathlib import Path
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
async def journey():
    settings = replace(Settings(), cache_dir=Path(sys.argv[2]), data_dir=Path(sys.argv[2]))
    library = Library.open(sys.argv[1], settings=settings)
    library.refresh()
    app = ReaderApp(library)
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ("slash", *"truce", "enter", "right_square_bracket", "enter", "escape", "l", "escape"):
            await pilot.press(key)
            await pilot.pause(0.1)
        app.reader.open_comparison("article0001.txt", "article0002.txt")
        while getattr(app.screen, "compared", None) is None:
            await pilot.pause(0.05)
    library.close()
asyncio.run(journey())
"""
END = "\nprint('SEEN' + json.dumps(seen))\n"


def _sockets(code: str, *arguments: object) -> list[object]:
    command = [sys.executable, "-c", code + END, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert "SEEN" in done.stdout, done.stderr
    return list(json.loads(done.stdout.rpartition("SEEN")[2]))


def test_the_commands_open_no_socket(corpus: Path, settings: Settings) -> None:
    where = ("--corpus", corpus, "--cache-dir", settings.cache_dir)
    assert _sockets(WATCHED, "search", "truce", *where) == []
    assert _sockets(WATCHED, "compare", "article0001.txt", "article0002.txt", *where) == []


def test_the_screen_opens_no_socket(corpus: Path, settings: Settings) -> None:
    assert _sockets(WATCHED.replace("main(sys.argv[1:])", "") + SCREEN, corpus, settings.cache_dir) == []


def test_the_hook_would_see_one() -> None:
    code = WATCHED.replace("main(sys.argv[1:])", "") + "import socket; socket.socket().bind(('127.0.0.1', 0))"
    assert len(_sockets(code)) == 1


def test_serve_is_for_this_machine_alone() -> None:
    _, options = parse(["serve"])
    assert is_loopback(options.host)
