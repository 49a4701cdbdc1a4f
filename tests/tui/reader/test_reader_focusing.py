"""Attending to one name: walking its mentions, one entity alone, kinds on and off, the dimmed rest, the card."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from textual.widgets._toast import Toast

from index.entities.correcting.corrections import Correction
from index.entities.model import Mention
from index.library import Library
from index.settings import Settings
from tui.app import ReaderApp
from tui.colours.theme import THEMES, entity_variables
from tui.screens.reader import ReaderScreen
from tui.widgets.entity_card import EntityCard
from tui.widgets.name_looks import NAME_LOOKS
from tui.widgets.names import KindRow, NameRow, NamesPanel

TEXT = """A pact in Oslo

Elena Kovac spoke in Oslo on Monday. Kovac thanked Norway for 300 tents. The line held, said Elena Kovac.

Peter Lindqvist of the European Commission met Elena Kovac in Bergen on 3 May 2025. Lindqvist thanked Kovac.
"""


@pytest.fixture
def app(tmp_path: Path, settings: Settings) -> Iterator[ReaderApp]:
    """The app on an article that names one person five times."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT)
    library = Library.open(tmp_path / "news", settings=settings)
    library.refresh()
    yield ReaderApp(library)
    library.close()


def styles(reader: ReaderScreen) -> set[str]:
    return {one.style for layer in reader.pane._ordered for one in layer.highlights}


def alike(reader: ReaderScreen, mention: Mention) -> list[Mention]:
    assert reader.annotations is not None
    return [one for one in reader.annotations.mentions if one.entity == mention.entity]


@pytest.fixture
def at_a_name(app: ReaderApp, press, settle):
    """Stands on the first mention of an entity that is mentioned at least three times."""

    async def go(pilot) -> Mention:
        await settle(pilot)
        for _ in range(60):
            await press(pilot, "right_square_bracket")
            mention = app.reader.current_mention()
            if mention is not None and len(alike(app.reader, mention)) > 2:
                return mention
        raise AssertionError("nobody is named so often")

    return go


async def test_the_walk_stays_with_the_name_or_its_kind(app: ReaderApp, press, at_a_name) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        first = await at_a_name(pilot)
        same = alike(app.reader, first)
        for expected in (same[1], same[2]):
            await press(pilot, "right_parenthesis")
            assert app.reader.current_mention() == expected
        assert f"3 of {len(same)}" in app.reader.header.status.message
        await press(pilot, "2", "left_parenthesis")
        assert app.reader.current_mention() == first
        await press(pilot, "left_parenthesis")
        assert "first of this name" in app.reader.header.status.message
        await press(pilot, "greater_than_sign")
        here = app.reader.current_mention()
        assert here is not None
        assert (here.type, here.start > first.start) == (first.type, True)
        between = [m for m in app.reader.mentions if first.end <= m.start < here.start]
        assert first.type not in {m.type for m in between}
        await press(pilot, "less_than_sign")
        assert app.reader.current_mention() == first


async def test_one_name_alone_and_all_again(app: ReaderApp, press, at_a_name) -> None:
    async with app.run_test(size=(110, 24)) as pilot:
        first = await at_a_name(pilot)
        await press(pilot, "i")
        assert list(app.reader.mentions) == alike(app.reader, first)
        assert app.reader.current_mention() == first
        assert app.reader.header.status.only
        await press(pilot, "right_square_bracket")
        assert app.reader.current_mention() == alike(app.reader, first)[1]
        await press(pilot, "escape")
        assert app.reader.alone is None
        assert app.reader.annotations is not None
        assert app.reader.mentions == app.reader.annotations.mentions
        await press(pilot, "i", "i")
        assert app.reader.alone is None
        # In the list of names: of a kind, only that kind; of a name, only that one.
        await press(pilot, "E")
        panel = app.reader.panel
        assert isinstance(panel, NamesPanel)
        assert isinstance(panel.chosen, KindRow)
        await press(pilot, "i")
        assert {mention.type for mention in app.reader.mentions} == {panel.chosen.type}
        await press(pilot, "i", "j", "i")
        assert isinstance(panel.chosen, NameRow)
        assert {mention.entity for mention in app.reader.mentions} == {panel.chosen.entity.id}


async def test_kinds_by_number(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(110, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "t", "3")
        assert "place" not in styles(app.reader)
        await press(pilot, "3", "t", "5", "t")
        assert "place" in styles(app.reader)
        assert "date" not in styles(app.reader)
        await press(pilot, "t", "0")
        assert {"place", "date", "person"} <= styles(app.reader)
        await press(pilot, "t", "9", "t", "escape")
        assert app.reader.hidden_types == frozenset()


async def test_the_rest_is_dimmed(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "z")
        reader = app.reader
        assert reader.document is not None
        dimmed = [one for layer in reader.pane._ordered for one in layer.highlights if one.style == "dim"]
        named = sorted((one.start, one.end) for one in [*dimmed, *reader.mentions])
        assert named[0][0] == 0
        assert named[-1][1] == len(reader.document.text)
        assert all(one[1] == other[0] for one, other in pairwise(named))
        await press(pilot, "z")
        assert "dim" not in styles(reader)


async def test_the_card_of_the_name_one_stands_on_or_points_at(app: ReaderApp, press, settle, at_a_name) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        first = await at_a_name(pilot)
        card = app.screen.query_one(EntityCard)
        entity = app.reader.entity_here(first.entity)
        total = sum(app.library.documents_naming(first.entity).values())
        assert entity is not None

        def told() -> str:
            return "\n".join("".join(piece.text for piece in line) for line in card._make(60))

        assert entity.name in told()
        assert f"{entity.mentions} here, {total} in" in told()
        row = app.reader.pane.row_of(first.start) - app.reader.pane.scroll_offset.y
        assert not card.region.contains(app.reader.pane.region.x + 10, app.reader.pane.region.y + row)
        await press(pilot, "escape")
        assert not card.display
        pane = app.reader.pane
        other = next(m for m in app.reader.mentions if m.entity != first.entity and m.start < pane.in_view.end)
        row = pane.row_of(other.start) - pane.scroll_offset.y
        column = next(x for x in range(pane.size.width) if pane.offset_under(x, row) == other.start)
        await pilot.hover(pane, offset=(column, row))
        await settle(pilot)
        assert card.display
        assert (app.reader.entity_here(other.entity) or entity).name in told()
        await pilot.hover(pane, offset=(0, 0))
        await settle(pilot)
        assert not card.display or app.reader.current_mention() is not None


@pytest.mark.parametrize("size", [(50, 16), (80, 24), (120, 30)])
async def test_the_card_lies_at_the_foot_over_whole_lines_and_never_over_its_name(
    app: ReaderApp, press, settle, tmp_path: Path, size: tuple[int, int]
) -> None:
    """The headline stays in view, and no line of the text is cut in the middle of a word."""
    (tmp_path / "news" / "a.txt").write_text(TEXT + "\nKovac met Lindqvist again in Oslo.\n" * 40)
    app.library.refresh()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        pane = app.reader.pane
        for _ in range(30):
            await press(pilot, "right_square_bracket")
            mention, card = app.reader.current_mention(), app.screen.query_one(EntityCard)
            assert mention is not None
            row = pane.region.y + pane.row_of(mention.start) - pane.scroll_offset.y
            assert card.display
            assert not card.region.y <= row < card.region.bottom
            assert card.region.bottom == pane.region.bottom
            assert card.region.x < pane.column.x
            assert card.region.right >= pane.column.right
        other = next(m for m in reversed(app.reader.mentions) if m.start < pane.in_view.end)
        row = pane.row_of(other.start) - pane.scroll_offset.y
        column = next(x for x in range(pane.size.width) if pane.offset_under(x, row) == other.start)
        assert row > pane.size.height - card.size.height - 2
        await pilot.hover(offset=(pane.region.x, pane.region.y))
        app.reader.action_leave()
        await settle(pilot)
        await pilot.hover(pane, offset=(column, row))
        await settle(pilot)
        assert card.display
        assert card.region.bottom == pane.region.y + row - 1


async def test_no_card_lies_over_the_results_of_a_search(app: ReaderApp, press, settle, at_a_name) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        mention = await at_a_name(pilot)
        card = app.screen.query_one(EntityCard)
        assert card.display
        await press(pilot, "slash", *"oslo")
        assert not card.display
        await press(pilot, "escape")
        await settle(pilot)
        assert app.reader._bar is None
        assert app.reader.current_mention() == mention
        assert card.display


async def test_the_card_follows_a_correction_and_messages_lie_over_it(app: ReaderApp, press, settle, at_a_name) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at_a_name(pilot)
        card = app.screen.query_one(EntityCard)
        entity = app.reader.entity_here((app.reader.current_mention() or app.reader.mentions[0]).entity)
        assert entity is not None
        app.library.correct(Correction("rename", (entity.name,), entity.type, "Somebody Else"))
        app.reader.annotate()
        await settle(pilot)
        assert "Somebody Else" in "".join(piece.text for line in card._make(60) for piece in line)
        app.notify("A message of two words")
        await settle(pilot)
        shown = next(iter(app.screen.query(Toast)), None)
        assert shown is not None
        over = card.region.intersection(shown.region)
        assert over.area
        assert app.screen.get_widget_at(over.x, over.y)[0] is shown


async def test_without_a_name_the_keys_say_so(app: ReaderApp, press, settle) -> None:
    async with app.run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        for key in ("right_parenthesis", "left_parenthesis", "greater_than_sign", "less_than_sign", "i"):
            app.reader.say(message="")
            await press(pilot, key)
            assert "Go to a name first" in app.reader.header.status.message, key
        await press(pilot, "right_square_bracket")
        assert not app.screen.query(EntityCard)  # too low a terminal: the header says it


async def test_every_kind_has_a_look_of_its_own_without_colour(app: ReaderApp, settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pane = app.reader.pane
        looks = [pane.get_component_rich_style(look.replace("name", "pane"), partial=True) for look in NAME_LOOKS]
        assert len({(look.bold, look.italic, look.underline) for look in looks}) == len(NAME_LOOKS)
        assert all(look.bold or look.italic or look.underline for look in looks)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_sixteen_colours_leave_all_legible(theme) -> None:
    def number(colour: str) -> int | None:
        return Color.parse(colour).downgrade(ColorSystem.STANDARD).number

    names = entity_variables(dark=theme.dark)
    for name, ink in names.items():
        if name.startswith("entity-"):
            assert number(ink) != number(theme.background), name
    for kind in ("match", "current"):
        assert number(names[f"{kind}-foreground"]) != number(names[f"{kind}-background"])
    for ink in (theme.foreground, theme.variables["text-disabled"], theme.variables["text-muted"]):
        assert number(ink) != number(theme.background)
