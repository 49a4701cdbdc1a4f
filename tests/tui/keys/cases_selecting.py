"""Keys of selecting words."""

from __future__ import annotations

from collections.abc import Callable

from stage import A, Stage, effect


def _selecting(before: tuple[str, ...], selected: Callable[[str], str]) -> Callable[[Stage, str], object]:
    """After `before` and the key, that is selected which `selected` says of the text."""

    async def selects(stage: Stage, key: str) -> None:
        await stage.press(*before, key)
        span = stage.reader.pane.selected
        assert span is not None
        assert stage.text[span.start : span.end] == selected(stage.text)

    return selects


_FIRST = "The Eastern Ferry Sails Again"
for _command, _before, _selected in (
    ("select_next_word", (), lambda text: "The Eastern"),
    ("select_previous_word", ("w", "w"), lambda text: "The Eastern"),
    ("select_right", (), lambda text: "The "),
    ("select_left", (), lambda text: "Th"),
    ("select_paragraph", (), lambda text: _FIRST),
    (
        "select_paragraph_before",
        ("right_curly_bracket", "right_curly_bracket"),
        lambda text: text[: text.index("The mayor") + 1],
    ),
):
    effect("select", _command)(_selecting(_before, _selected))  # type: ignore[arg-type]


@effect("select", "select_down")
async def select_down(stage: Stage, key: str) -> None:
    await stage.press("right_curly_bracket", key)
    span = stage.reader.pane.selected
    assert span is not None
    assert stage.text[span.start :].startswith(_FIRST)
    assert stage.text[: span.end].startswith(_FIRST + "\n\nThe mayor Anna")


@effect("select", "select_up")
async def select_up(stage: Stage, key: str) -> None:
    pane = stage.reader.pane
    await stage.press("right_curly_bracket", "right_curly_bracket")
    before = pane.selected
    await stage.press(key)
    assert before is not None
    assert pane.selected is not None
    assert pane.row_of(pane.selected.end - 1) == pane.row_of(before.end - 1) - 1


@effect("select", "select_copy")
async def select_copy(stage: Stage, key: str) -> None:
    await stage.press("w", key)
    assert stage.app.clipboard.startswith("“The Eastern”")
    assert not stage.reader.selecting


@effect("select", "select_note")
async def select_note(stage: Stage, key: str) -> None:
    await stage.press("w", key, *"east?", "enter")
    (kept,) = stage.library.state.notes()
    assert (kept.quotation.shown, kept.text) == ("The Eastern", "east?")


@effect("select", "select_similar")
async def select_similar(stage: Stage, key: str) -> None:
    stage.reader.pane.scroll_to_offset(stage.text.index("Paragraph 20"))
    await stage.settle()
    await stage.press("v", "v", "right_curly_bracket")
    selected = stage.reader.pane.selected
    assert selected is not None
    await stage.press(key)
    await stage.until(lambda: stage.reader._bar is not None and stage.typed)
    assert stage.typed.strip() == stage.library.more_like(A, selected)


@effect("select", "select_end")
async def select_end(stage: Stage, key: str) -> None:
    await stage.press(key)
    assert not stage.reader.selecting
    assert stage.reader.pane.selected is None
