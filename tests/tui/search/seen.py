"""What a test sees of the search bar and its results."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from textual.pilot import Pilot

from tui.app import ReaderApp
from tui.screens.reading.results import Results
from tui.widgets.rows.results import ResultRow

Until = Callable[[Pilot[Any], Callable[[], bool]], Awaitable[None]]
ScreenText = Callable[[ReaderApp], str]


def results(app: ReaderApp) -> Results:
    found = app.reader._results
    assert found is not None
    return found


def documents(app: ReaderApp) -> list[str]:
    """The results shown."""
    return [row.hit.document for row in results(app).rows if isinstance(row, ResultRow)]


def bar_text(app: ReaderApp) -> str:
    assert app.reader._bar is not None
    return app.reader._bar.text


async def looked(pilot: Pilot[None], until: Until, app: ReaderApp) -> None:
    """All is told of the results of what is typed."""
    await until(pilot, lambda: bool(documents(app)) and results(app)._text == app.reader._asked)
    await until(pilot, lambda: results(app)._looked is not None)


def counted(app: ReaderApp) -> bool:
    """Whether the facets beside the results are those of what is typed."""
    facets = app.reader._facets
    return facets is not None and facets._faceted is not None and facets._faceted.query.strip() == bar_text(app).strip()
