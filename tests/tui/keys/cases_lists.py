"""Keys of moving in lists, and those that most screens share."""

from __future__ import annotations

from stage import A, Stage, effect

from tui.screens.help import HelpScreen
from tui.widgets.columns import Piece
from tui.widgets.row_list import RowList

LISTS = "panel articles concordance marks across naming explain keywords"
ALL = f"{LISTS} matrix"
SCREENS = "reader comparison dossier articles concordance facets matrix marks across naming"


def choosable(rows: RowList) -> list[int]:
    """The rows that the cursor may stand on."""
    found = [index for index, row in enumerate(rows.rows) if row.choosable]
    assert len(found) > 2, f"only {len(found)} rows to choose from"
    return found


async def _from(stage: Stage, key: str, start: int) -> tuple[list[int], int]:
    """Presses the key with the cursor on a row, counted among those one can choose; where it is then."""
    rows = stage.rows
    able = choosable(rows)
    rows.move_to(able[start])
    await stage.pilot.pause()
    await stage.press(key)
    assert rows.cursor is not None
    return able, able.index(rows.cursor)


@effect(ALL, "panel_down")
@effect("dossier help", "line_down")
async def down(stage: Stage, key: str) -> None:
    _, at = await _from(stage, key, 0)
    assert at == 1


@effect(ALL, "panel_up")
@effect("dossier help", "line_up")
async def up(stage: Stage, key: str) -> None:
    _, at = await _from(stage, key, 2)
    assert at == 1


@effect(LISTS, "panel_page_down")
@effect("dossier help", "page_down half_down")
async def page_down(stage: Stage, key: str) -> None:
    able, at = await _from(stage, key, 0)
    assert at == len(able) - 1 or _lines_between(stage.rows, able[0], able[at]) >= stage.rows.size.height - 2
    assert at > 1 or len(able) < 3


@effect(LISTS, "panel_page_up")
@effect("dossier help", "page_up half_up")
async def page_up(stage: Stage, key: str) -> None:
    able, at = await _from(stage, key, -1)
    assert at == 0 or _lines_between(stage.rows, able[at], able[-1]) >= stage.rows.size.height - 2


def _lines_between(rows: RowList, first: int, last: int) -> int:
    return sum(row.height for row in rows.rows[first:last])


@effect(LISTS, "panel_first")
@effect("dossier help", "top")
async def first(stage: Stage, key: str) -> None:
    _, at = await _from(stage, key, 2)
    assert at == 0


@effect(LISTS, "panel_last")
@effect("dossier help", "bottom")
async def last(stage: Stage, key: str) -> None:
    able, at = await _from(stage, key, 0)
    assert at == len(able) - 1


@effect(SCREENS, "search")
async def search(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.app.screen is stage.reader
    assert stage.typed == ""
    await stage.press("x")
    assert stage.typed == "x"


@effect(SCREENS, "help")
async def help_(stage: Stage, key: str) -> None:
    await stage.press(key)
    stage.screen(HelpScreen)


@effect(f"{SCREENS} help", "quit")
async def quit_(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.quits == 1


@effect("comparison dossier articles concordance facets explain keywords matrix marks across naming help", "close")
async def close(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert stage.app.screen is stage.reader
    assert stage.given == [None]
    assert stage.reader.document is not None
    assert stage.reader.document.path == A


@effect("dossier concordance marks across naming keywords", "filter")
async def filter_(stage: Stage, key: str) -> None:
    screen = stage.app.screen
    rows = stage.rows
    number = len(rows.rows)
    await stage.press(key, *"zzzz")
    assert screen.filter_field.value == "zzzz"  # type: ignore[attr-defined]
    assert len([row for row in rows.rows if row.choosable]) < number


def shown(rows: RowList) -> list[tuple[tuple[Piece, ...], ...]]:
    """What the rows say, in their order."""
    return [tuple(tuple(line) for line in row.lines(100)) for row in rows.rows]
