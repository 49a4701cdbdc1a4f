"""What was done last is told in the place of what was told of the step before, which may no longer hold.

Textual can take back all notifications or none; that one is taken back rests on its inside, here alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.notifications import Notification, Notify

if TYPE_CHECKING:
    from textual.app import App


class LastTold(Notification):
    """Of these one is shown."""


def tell_last(app: App[None], message: str, *, alarm: bool = False) -> None:
    """Tell that something was done or taken back, or, as an alarm, that it could not be."""
    for before in [each for each in app._notifications if isinstance(each, LastTold)]:
        app._unnotify(before, refresh=False)
    app.post_message(Notify(LastTold(message, severity="error" if alarm else "information", markup=False)))
