"""What is copied with its citation, in each list that has words to copy."""

from __future__ import annotations

from cases_screens import move_to
from stage import A, Stage, effect

from tui.screens.lists.across import AcrossScreen
from tui.screens.lists.concordance import ConcordanceScreen
from tui.widgets.rows.concordance import OccurrenceRow
from tui.widgets.rows.dossier import ContextRow
from tui.widgets.rows.marks import MarkRow, NoteRow


@effect("concordance dossier", "copy")
async def copy(stage: Stage, key: str) -> None:
    row = move_to(stage, OccurrenceRow if isinstance(stage.app.screen, ConcordanceScreen) else ContextRow)
    place = row.occurrence if isinstance(row, OccurrenceRow) else row.context  # type: ignore[attr-defined]
    await stage.press(key)
    assert f"({place.document}, {place.start}–{place.end})" in stage.app.clipboard


@effect("marks", "copy")
async def copy_note(stage: Stage, key: str) -> None:
    row = move_to(stage, NoteRow)
    assert isinstance(row, NoteRow)
    await stage.press(key)
    note = row.note
    assert f"({A}, characters {note.start}–{note.end})\n\n{note.text}" in stage.app.clipboard
    assert stage.app.clipboard.startswith(f"“{note.quotation.shown.strip()}”")
    move_to(stage, MarkRow)
    await stage.press(key)
    assert stage.app.clipboard.startswith("“The Eastern Ferry Sails Again”")


@effect("across naming", "copy")
async def copy_passage(stage: Stage, key: str) -> None:
    screen = stage.screen(AcrossScreen)
    row = screen.main_list.chosen
    document, start, end = screen.passage(row)
    await stage.press(key)
    words = stage.library.read(document).text[start:end]
    assert stage.app.clipboard.startswith(f"“{words}”\n— ")
    assert f"({document}, characters {start}–{end})" in stage.app.clipboard
