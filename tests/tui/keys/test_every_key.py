"""Every key of the table of commands, pressed where it holds, does what the table says; a new key needs a case here."""

from __future__ import annotations

import os

import cases_copying
import cases_lists
import cases_names
import cases_reading
import cases_screens
import cases_selecting
import cases_typing
import pytest
from stage import EFFECTS, staged

from index.library import Library
from tui.commands import COMMANDS, CONTEXTS, Context, held

MOVES = frozenset(
    f"{group}_{move}"
    for group, moves in (
        ("panel", ("down", "up", "page_down", "page_up", "first", "last")),
        ("line", ("down", "up")),
        ("page", ("down", "up")),
        ("half", ("down", "up")),
    )
    for move in moves
) | {"top", "bottom"}
"""Commands after which the next can be tried without coming to the screen anew."""
CASES = (cases_copying, cases_lists, cases_names, cases_reading, cases_screens, cases_selecting, cases_typing)


def test_every_key_has_a_case_and_every_case_a_key() -> None:
    assert {(context, each.id) for each in COMMANDS if each.keys for context in each.contexts} == set(EFFECTS)


@pytest.mark.parametrize(
    ("context", "colour"),
    [
        (context, colour)
        for place, context in enumerate(CONTEXTS)
        for colour in (True, False)
        if os.environ.get("TRUST_HEAVY") or colour == (place % 2 == 0)  # every other context without colours
    ],
)
async def test_each_key_does_what_the_table_says(
    library: Library, context: Context, colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if colour:
        monkeypatch.delenv("NO_COLOR", raising=False)
    else:
        monkeypatch.setenv("NO_COLOR", "1")
    wrong = []
    ready = False
    async with staged(library) as stage:
        await stage.settle()
        for command, key in ((each, key) for each in held(context) for key in each.keys):
            try:
                if not (ready and command.id in MOVES):
                    await stage.to(context)
                ready = False
                await EFFECTS[context, command.id](stage, key)
                ready = command.id in MOVES
            except AssertionError as failed:
                wrong.append(f"{key} ({command.id}): {failed}")
    assert not wrong, "\n".join(wrong)
