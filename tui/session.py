"""How the reader is left, so that it comes back so: one flat record, kept as JSON in the user's file."""

from __future__ import annotations

import json
from typing import NamedTuple

from tui import kept_json

KEY = "reader"
"""The name under which it is kept."""


class Session(NamedTuple):
    """What was open, and what had the keys.

    `width` is the reading width that was chosen over `settings_width`, which the settings then had (-1: none was).
    `query` or `find` (of which `regex` says that it is a pattern) are the matches that were walked, `match` where the
    current one begins. `bar` is what stood in the open search bar, `result` the article that was chosen under it.
    `panel` is the panel beside the article, `row` its cursor. `keys` names what had them: "", "panel", "bar", "facets".
    `toggled` says that names were shown or hidden against the settings, `hidden` which kinds were not shown.
    `alone` is the entity that alone stood out, `alone_name` its name. `stack` are the screens that were open over the
    article, as written by `tui.screens.coming_back`; `order` is how the list of articles is sorted. `sideways` tells
    how far tables of the article were scrolled: their blocks and first columns, as "block:column". `history` are the
    places to go back and forward to, as written by `History`.
    """

    theme: str = ""
    width: int = -1
    settings_width: int = -1
    query: str = ""
    find: str = ""
    regex: bool = False
    match: int = -1
    searching: bool = False
    bar: str = ""
    result: str = ""
    panel: str = ""
    row: int = 0
    keys: str = ""
    toggled: bool = False
    hidden: str = ""
    alone: str = ""
    alone_name: str = ""
    dims: bool = False
    stack: str = ""
    order: str = ""
    sideways: str = ""
    history: str = ""

    @property
    def opens(self) -> bool:
        """Whether something is to be opened that keys are meant for."""
        return self.searching or bool(self.panel or self.stack)

    @property
    def looks(self) -> Session:
        """Only how articles look, without anything that was open."""
        return Session(
            theme=self.theme,
            width=self.width,
            settings_width=self.settings_width,
            toggled=self.toggled,
            hidden=self.hidden,
            dims=self.dims,
            order=self.order,
        )


def written(session: Session) -> str:
    """The record as it is kept."""
    return json.dumps(session._asdict())


def read(text: str | None) -> Session:
    """The record that was kept; what is missing, unknown or of another kind in it is as in a new one."""
    kept = kept_json.read(text)
    if not isinstance(kept, dict):
        return Session()
    defaults = Session._field_defaults
    return Session(**{name: kept[name] for name, default in defaults.items() if type(kept.get(name)) is type(default)})
