"""What was done last takes the place of what was told of the step before, by an inside of Textual that may change."""

from __future__ import annotations

from textual.app import App
from textual.widgets._toast import Toast

from tui.last_told import tell_last


async def test_only_the_last_of_what_was_done_is_told() -> None:
    app: App[None] = App()
    async with app.run_test(notifications=True) as pilot:
        app.notify("Something else is indexed.")
        tell_last(app, "Merged [a].")
        await pilot.pause()
        tell_last(app, "Taken back.")
        await pilot.pause()
        told = [str(toast.render()) for toast in app.screen.query(Toast)]
    assert told == ["Something else is indexed.", "Taken back."]
