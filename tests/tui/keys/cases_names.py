"""Keys of names: walking, showing, correcting them, and the panel of names."""

from __future__ import annotations

from collections.abc import Callable

from stage import Stage, effect

from index.documents.model import Span
from index.entities.correcting.corrections import Correction
from index.entities.model import ENTITY_TYPES
from tui.screens.asking.picking import PickScreen
from tui.screens.asking.prompts import LetterScreen, LineScreen
from tui.screens.lists.dossier import DossierScreen
from tui.screens.lists.naming import NamingScreen
from tui.screens.lists.network import NetworkScreen
from tui.screens.lists.timeline import TimelineScreen
from tui.screens.lists.voices import VoicesScreen
from tui.widgets.names import NamesPanel
from tui.widgets.pane.document import DocumentPane


@effect("reader", "next_mention")
async def next_mention(stage: Stage, key: str) -> None:
    stage.reader.go_mention(1)
    await stage.press(key)
    assert stage.reader.current_mention() == stage.reader.mentions[2]


@effect("reader", "previous_mention")
async def previous_mention(stage: Stage, key: str) -> None:
    stage.reader.go_mention(2)
    await stage.press(key)
    assert stage.reader.current_mention() == stage.reader.mentions[1]


@effect("reader", "open")
async def open_(stage: Stage, key: str) -> None:
    mention = stage.at("Tomas Berg")
    await stage.press(key)
    assert stage.screen(DossierScreen)._entity == mention.entity


def _styles(pane: DocumentPane) -> set[str]:
    return {one.style for layer in pane._ordered for one in layer.highlights}


@effect("reader", "highlights")
async def highlights(stage: Stage, key: str) -> None:
    assert "person" in _styles(stage.reader.pane)
    await stage.press(key)
    assert "person" not in _styles(stage.reader.pane)


@effect("reader", "entity_panel")
async def entity_panel(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert isinstance(stage.reader.panel, NamesPanel)


def _walks(same: Callable[[object], object], step: int) -> Callable[[Stage, str], object]:
    async def walks(stage: Stage, key: str) -> None:
        mentions = stage.reader.mentions
        here = stage.at("Tomas Berg")
        alike = [mention for mention in mentions if same(mention) == same(here)]
        start = alike[1]
        stage.reader.go_mention(mentions.index(start))
        await stage.press(key)
        assert stage.reader.current_mention() == alike[1 + step]

    return walks


for _command, _same, _step in (
    ("next_of_entity", lambda mention: mention.entity, 1),
    ("previous_of_entity", lambda mention: mention.entity, -1),
    ("next_of_kind", lambda mention: mention.type, 1),
    ("previous_of_kind", lambda mention: mention.type, -1),
):
    effect("reader", _command)(_walks(_same, _step))  # type: ignore[arg-type]


@effect("reader", "alone")
async def alone(stage: Stage, key: str) -> None:
    mention = stage.at("Tomas Berg")
    await stage.press(key)
    assert stage.reader.alone == mention.entity
    assert {one.entity for one in stage.reader.mentions} == {mention.entity}


@effect("reader", "dim")
async def dim(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert "dim" in _styles(stage.reader.pane)


@effect("reader", "toggle_kind")
async def toggle_kind(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(LetterScreen)
    await stage.press("1")
    assert stage.reader.hidden_types == {ENTITY_TYPES[0]}
    await stage.press("2", key)
    assert stage.reader.hidden_types == {*ENTITY_TYPES[:2]}


@effect("reader", "voices")
async def voices(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(VoicesScreen)


@effect("reader", "network")
async def network(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(NetworkScreen)


@effect("reader", "timeline")
async def timeline(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(TimelineScreen)


@effect("reader dossier", "naming")
async def naming(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(NamingScreen)


def _named(stage: Stage) -> str:
    """The name that is corrected: the dossier's, or the one that is stood on."""
    if stage.app.screen is stage.reader:
        stage.at("Anna Kowalska")
    return "Anna Kowalska"


@effect("reader dossier", "merge_entity")
async def merge(stage: Stage, key: str) -> None:
    name = _named(stage)
    await stage.press(key)
    assert stage.screen(PickScreen)._question == f"{name} is the same as …"
    await stage.press(*"tomas berg", "enter")
    await stage.until(lambda: all(one.name != name for one in stage.library.entities()))


@effect("reader dossier", "split_entity")
async def split(stage: Stage, key: str) -> None:
    name = _named(stage)
    await stage.press(key)
    assert stage.screen(PickScreen)._question == f"Not {name}, but another:"


@effect("reader dossier", "rename_entity")
async def rename(stage: Stage, key: str) -> None:
    name = _named(stage)
    await stage.press(key)
    assert stage.screen(LineScreen)._text == name
    await stage.press("X", "enter")
    await stage.until(lambda: any(one.name == f"{name}X" for one in stage.library.entities()))


@effect("reader dossier", "retype_entity")
async def retype(stage: Stage, key: str) -> None:
    name = _named(stage)
    await stage.press(key)
    assert stage.screen(PickScreen)._question == f"{name} is a …"


@effect("reader dossier", "ignore_entity")
async def ignore(stage: Stage, key: str) -> None:
    name = _named(stage)
    await stage.press(key)
    await stage.until(lambda: all(one.name != name for one in stage.library.entities()))


@effect("reader dossier", "undo_correction")
async def undo(stage: Stage, key: str) -> None:
    stage.library.correct(Correction("rename", ("Tomas Berg",), "PERSON", "T. Berg"))
    await stage.press(key)
    await stage.until(lambda: not stage.library.corrections().entries)


@effect("reader", "add_entity")
@effect("select", "select_add")
async def add(stage: Stage, key: str) -> None:
    start = stage.text.index("crane")
    stage.reader.pane.select(Span(start, start + 5))
    await stage.press(key)
    assert stage.screen(PickScreen)._question == "crane is a …"
