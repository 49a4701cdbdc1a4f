"""Pictures of the screen on the starter corpus, for README.md: `python tools/pictures.py FOLDER` writes one SVG each.

They show the program as it runs, in a terminal of a fixed size with nothing remembered, so that a picture changes when
what it shows does.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from index.library import Library
from index.settings import Settings
from index.starter import starter_corpus
from tui.app import ReaderApp


@dataclass(frozen=True, slots=True)
class Picture:
    """What is typed after an article was opened, and the cells of the terminal."""

    name: str
    article: str
    keys: tuple[str, ...]
    size: tuple[int, int]


_PUTIN = "putin-open-to-direct-talks.txt"

PICTURES = (
    Picture("reading", _PUTIN, ("right_square_bracket",), (110, 32)),
    Picture("searching", _PUTIN, ("slash", *"ceasefire"), (110, 32)),
    Picture(
        "comparing", "week-called-critical-for-a-truce.txt", ("c", *"direct", "enter", "right_curly_bracket"), (140, 36)
    ),
)


async def take(picture: Picture, library: Library) -> str:
    """The picture as SVG that fetches nothing: text is set in the reader's own monospaced font."""
    app = ReaderApp(library, open_document=picture.article)
    async with app.run_test(size=picture.size) as pilot:
        await _settle(app, pilot)
        for key in picture.keys:
            await pilot.press(key)
            await _settle(app, pilot)
        svg = app.export_screenshot(title="ceasefire-reader")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"[ \t]+$", "", svg.replace("Fira Code", "monospace"), flags=re.MULTILINE)


async def _settle(app: ReaderApp, pilot: Pilot[object]) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


def main(folder: Path) -> None:
    """Writes every picture into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        kept = Path(scratch)
        for picture in PICTURES:
            settings = Settings(cache_dir=kept / "cache", data_dir=kept / picture.name)
            library = Library.open(starter_corpus(), settings=settings)
            library.refresh()
            (folder / f"{picture.name}.svg").write_text(asyncio.run(take(picture, library)), encoding="utf-8")
            print(folder / f"{picture.name}.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
