"""Every screen, and how it is brought up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.keys.stage import EXPLAINED, Stage
from tests.tui.keys.stage import A as EASTERN
from tests.tui.looks.photographs import SIZES, press, settle
from tui.app import ReaderApp
from tui.screens.comparing.comparison import ComparisonScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.explain import ExplainScreen
from tui.screens.lists.facets import FacetsScreen

Corpus = Literal["harbour", "page", "ferries", "given"]
OPENED: dict[Corpus, str] = {"harbour": "a-harbour.txt", "page": "page.md", "ferries": EASTERN, "given": "bridge.txt"}
"""The article that is open first, by corpus."""

COMPARED = ((60, 34), (100, 34), (160, 34))
"""Sizes at which a comparison has another shape."""
PAGE = """# Boats and Losses

Photo: Anna Kowalska walks along the inner quay on Monday morning. By Stock / Harbour Desk.

The eastern fleet lost more boats than the western one, the harbour office said on Monday.

## What Was Counted by the Harbour Office in the Months of the Truce

| Month | Boats lost | Crews | Repaired | Value | Told by | Note |
|---|---|---|---|---|---|---|
| January 2025 | 14 | 96 | 3 | $1.2 million | the harbour office | the western fleet counts eleven boats and no more |
| February 2025 | 9 | 71 | 5 | $0.7 million | the eastern fleet | |

Nobody else has counted the boats.

Add a comment
Leave a Reply
Share this with Zebedee
"""
"""An article with a caption, a table that fits no narrow terminal, and lines that belong to the page."""


@dataclass(frozen=True, slots=True)
class Look:
    """A screen over a corpus: what opens it by hand, and the keys that follow (as `press` takes them)."""

    corpus: Corpus
    keys: str = ""
    opened: Callable[[Stage], Awaitable[None]] | None = None
    sizes: tuple[tuple[int, int], ...] = SIZES

    async def bring_up(self, pilot: Pilot[Any]) -> None:
        """Opens it."""
        assert isinstance(pilot.app, ReaderApp)
        stage = Stage(pilot.app, pilot, pilot.app.library)
        await stage.until(lambda: stage.reader.annotations is not None)
        if self.opened is not None:
            await self.opened(stage)
        await press(pilot, self.keys)


async def _push(made: Callable[[Stage], Screen[Any]], stage: Stage) -> None:
    stage.app.push_screen(made(stage))
    await settle(stage.pilot)


def _over(
    corpus: Corpus, made: Callable[[Stage], Screen[Any]], keys: str = "", sizes: tuple[tuple[int, int], ...] = SIZES
) -> Look:
    return Look(corpus, keys, partial(_push, made), sizes)


async def _saved(stage: Stage) -> None:
    """Two searches are kept, one of which has found something since."""
    for query in ("truce", "ferry AND boats"):
        stage.library.state.used_search(query)
        stage.library.state.save_search(query)
        stage.library.state.looked_at(query, ())


async def _marked(stage: Stage) -> None:
    state, text = stage.library.state, stage.text
    for number, name in enumerate("ABc"):
        state.set_mark(name, EASTERN, 100 * number, text[100 * number : 100 * number + 40])
    state.add_note(EASTERN, 4, 17, text[4:17], "Ask the harbour office whether this is the same ferry as last year.")


def _explained(stage: Stage) -> Screen[Any]:
    hit = stage.library.search(EXPLAINED).hits[0]
    return ExplainScreen(stage.library, EXPLAINED, hit.document, hit.title)


async def _themes(stage: Stage) -> None:
    stage.app.action_choose_theme()


def _compared(stage: Stage) -> Screen[Any]:
    return ComparisonScreen(stage.library, "bridge.txt", "ferry.txt")


LOOKS: dict[str, Look] = {
    # reading
    "article": Look("harbour", "]"),
    "wide": Look("harbour", "l '漢 enter"),
    "alone": Look("harbour", "] i z"),
    "matches": Look("harbour", "/ 'truce enter n"),
    "find": Look("page", "_ ctrl+f 'eastern down"),
    "selecting": Look("harbour", "] v w w j"),
    "outline": Look("page", "_ o"),
    "names": Look("harbour", "E down"),
    "kinds": Look("harbour", "t"),
    "mark": Look("harbour", "m"),
    "note": Look("harbour", "] a 'Whose?"),
    "palette": Look("harbour", "ctrl+p 'fold"),
    "themes": Look("harbour", "", _themes),
    "help": Look("harbour", "? 'match"),
    "rename": Look("harbour", "] R"),
    "merge": Look("harbour", "] M"),
    # finding
    "results": Look("harbour", "/ 'truce"),
    "saved": Look("ferries", "/", _saved),
    "nothing": Look("ferries", "/ '+ferry space '+zebra space '-kowalska"),
    "language": Look("ferries", "/ f1"),
    "concordance": Look("ferries", "/ 'ferry ctrl+k down"),
    "spread": Look("ferries", "/ 'ferry ctrl+k d down"),
    "facets": _over("ferries", lambda stage: FacetsScreen(stage.library, "ferry"), "down"),
    "keywords": Look("ferries", "/ 'kowalska f5 down"),
    "explain": _over("ferries", _explained, "down"),
    # lists
    "articles": Look("ferries", "l down"),
    "skipped": Look("ferries", "l f3"),
    "marks": Look("ferries", "B down", _marked),
    "network": Look("ferries", "W down"),
    "timeline": Look("ferries", "D down"),
    "voices": Look("harbour", "V down"),
    "voice": Look("harbour", "V enter"),
    "naming": Look("ferries", "F down right"),
    "dossier": _over("given", lambda stage: DossierScreen(stage.library, "ada-lindqvist")),
    # comparing
    "picker": Look("given", "c"),
    "conflict": _over("given", _compared, "}", (*SIZES, *COMPARED)),
    "ledger": _over("given", _compared, "L down", (*SIZES, *COMPARED)),
    "export": _over("given", _compared, "r"),
    "matrix": Look("ferries", "l tab m m m ctrl+g right down"),
    "holes": Look("ferries", "l tab m m m ctrl+g right right h"),
}
