"""What every screen with work in the background does when that work fails by a fault of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import Worker, WorkerState

if TYPE_CHECKING:
    from textual.app import App


class Working:
    """For a screen, before `Screen` among its bases: a worker's error that nobody caught is reported, and told once.

    The screen stays: what failed can be left, and the rest used.
    """

    app: App[None]

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A worker began or ended."""
        from tui.app import ReaderApp

        error = event.worker.error
        if event.state is WorkerState.ERROR and error is not None and isinstance(self.app, ReaderApp):
            self.app.report_failure(error)
