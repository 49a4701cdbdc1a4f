"""How long it takes from the last key of a correction until the article shows it, over a whole corpus with its names.

The app runs without a terminal.  Each correction of an entity that many articles name is made by keys from the text
and taken back by a key; what is measured ends where the names of the article are there anew and all lines of the screen
are made.  Elapsed time is what one waits; processor time, of all threads, says the same on a busy machine.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot

from bench.timing import Timing, timing
from index.entities.model import Entity
from index.errors import Cancelled
from index.library import Library, Status
from index.settings import Settings
from tui.app import ReaderApp
from tui.garbage import collect_seldom
from tui.screens.asking.picking import PickScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.row_list import RowList

_TARGET = 1000.0
"""Milliseconds within which a correction is to be seen."""
_LIMIT = 60.0
_NAMED_AT_LEAST = 50
_CORRECTIONS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("merge", ("M",), True),
    ("split", ("S", "down"), True),
    ("rename", ("R", *" II"), False),
    ("retype", ("T", *"event"), True),
    ("ignore", ("X",), False),
)
"""Of each correction but adding, its keys up to the last one, enter (of `ignore`, the only one), and whether it is
chosen from a list."""


class _Indexed(Library):
    """A library whose index is not looked after."""

    def refresh_apart(self, *_: object, **__: object) -> Status:
        """The index stays as it is."""
        raise Cancelled


def measure(corpus: Path, settings: Settings, articles: int, runs: int) -> list[Timing]:
    """Every kind of correction `runs` times, each of another entity; none stays."""
    return asyncio.run(_corrected(corpus, settings, articles, runs))


async def _corrected(corpus: Path, settings: Settings, articles: int, runs: int) -> list[Timing]:
    library = _Indexed.open(corpus, settings=settings)
    app = ReaderApp(library)
    found: dict[str, tuple[list[float], list[float]]] = {}
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        collect_seldom()  # as the program does
        for entity, other in _chosen(library, runs):
            path = next(iter(library.documents_naming(entity.id)))
            for kind, keys, picked in _CORRECTIONS:
                await _stand_on(app, pilot, path, entity)
                *opening, last = keys
                if kind != "ignore":
                    await pilot.press(opening[0] if opening else last)
                    if picked:
                        await _until(lambda: isinstance(app.screen, PickScreen) and bool(_rows(app)))
                    else:
                        await _until(lambda: not isinstance(app.screen, ReaderScreen) and app.focused is not None)
                    typed = other.name if kind == "merge" else ""
                    await pilot.press(*opening[1:], *([last] if opening else []), *map(_key, typed))
                    last = "enter"
                await _timed(app, last, found.setdefault(kind, ([], [])))
                await _timed(app, "U", found.setdefault("undo", ([], [])))
            await _stand_on(app, pilot, path, entity)
            reader = app.reader
            assert reader.document is not None
            start = reader.document.text.index(" the ") + 1
            reader.add_entity(reader.document.text[start : start + 3])
            await _until(lambda: isinstance(app.screen, PickScreen) and bool(_rows(app)))
            await pilot.press(*"event")
            await _timed(app, "enter", found.setdefault("add", ([], [])))
            await _timed(app, "U", found["undo"])
    library.close()
    told: list[Timing] = []
    for kind, (elapsed, used) in found.items():
        name = f"{kind}, from its last key until it is seen, {articles:,} articles"
        told += [timing(name, "ms", elapsed, _TARGET), timing(f"{name}, processor", "ms", used)]
    return told


def _chosen(library: Library, number: int) -> list[tuple[Entity, Entity]]:
    """The entities of several names that are mentioned most, each with another one to be merged with."""
    persons = [each for each in library.entities() if each.type in ("PERSON", "ORG") and each.name.isascii()]
    several = [each for each in persons if each.aliases and each.mentions >= _NAMED_AT_LEAST][:number]
    return [(each, next(other for other in persons if other.id != each.id)) for each in several]


async def _stand_on(app: ReaderApp, pilot: Pilot[Any], path: str, entity: Entity) -> None:
    """Opens an article, and goes to the first place where it names the entity."""
    reader = app.reader
    if reader.document is None or reader.document.path != path:
        reader.open_path(path)
    # What an undone correction changed is found anew, which takes its time.
    await _until(
        lambda: (
            reader.document is not None
            and reader.document.path == path
            and any(each.entity == entity.id for each in reader.mentions)
        )
    )
    for _ in range(len(reader.mentions) + 1):
        mention = reader.current_mention()
        if mention is not None and mention.entity == entity.id:
            return
        await pilot.press("right_square_bracket")
    raise RuntimeError(f"{entity.name} is not named in {path}")


async def _timed(app: ReaderApp, key: str, into: tuple[list[float], list[float]]) -> None:
    """Presses a key and waits until the names of the article are there anew, and painted."""
    reader = app.reader
    before, said = reader.annotations, app.library.corrections().corrections
    start, processor = time.perf_counter(), time.process_time()
    app.post_message(events.Key(key, key if len(key) == 1 else None))
    await _until(
        lambda: (
            # The names may be there anew for what was done before, too.
            reader.annotations is not before and app.screen is reader and app.library.corrections().corrections != said
        )
    )
    app.screen._compositor.render_strips()
    into[0].append(1000 * (time.perf_counter() - start))
    into[1].append(1000 * (time.process_time() - processor))


async def _until(holds: Callable[[], bool]) -> None:
    start = time.perf_counter()
    while not holds():
        if time.perf_counter() - start > _LIMIT:
            raise RuntimeError("a correction was never shown")
        await asyncio.sleep(0.001)


def _rows(app: ReaderApp) -> Sequence[object]:
    return [row for rows in app.screen.query(RowList) for row in rows.rows]  # none before the screen is made


def _key(character: str) -> str:
    return "space" if character == " " else character
