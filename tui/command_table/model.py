"""What a command is, where commands hold, and the contexts that many of them share."""

from __future__ import annotations

from typing import Literal, NamedTuple

Context = Literal[
    "app",
    "reader",
    "select",
    "search",
    "find",
    "panel",
    "comparison",
    "dossier",
    "articles",
    "concordance",
    "facets",
    "beside",
    "explain",
    "keywords",
    "matrix",
    "marks",
    "across",
    "naming",
    "help",
]
Group = Literal["Find", "Move", "Entities", "Compare", "Marks and notes", "Go", "View", "Program"]

GROUPS: tuple[Group, ...] = ("Find", "Move", "Entities", "Compare", "Marks and notes", "Go", "View", "Program")
CONTEXTS: dict[Context, str] = {
    "app": "everywhere",
    "reader": "reading",
    "select": "selecting words",
    "search": "in the search bar",
    "find": "finding in the article",
    "panel": "in a panel",
    "comparison": "comparing",
    "dossier": "in a dossier",
    "articles": "in the list of articles",
    "concordance": "in a concordance",
    "facets": "choosing what to narrow a search by",
    "beside": "in the facets beside the results",
    "explain": "in an explanation",
    "keywords": "in the key words of a search",
    "matrix": "in the coverage matrix",
    "marks": "in the list of marks and notes",
    "across": "in a list over the articles",
    "naming": "in the naming matrix",
    "help": "in the help",
}


class Command(NamedTuple):
    """One thing that the program can be told to do.

    `id` is what the user's config rebinds; `keys` are Textual key names; `action` is the action's name on the screen
    or widget of its `contexts`; `label` is one or two words for the footer; `rank` is its place there (0: not in the
    footer; the highest rank goes first when the terminal is narrow); `palette` says that the palette offers it.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    title: str
    help: str
    group: Group
    contexts: tuple[Context, ...]
    rank: int = 0
    palette: bool = True
    keyed: bool = False
    """Whether the action is told which of the keys was pressed."""


READER: tuple[Context, ...] = ("reader",)
LISTS: tuple[Context, ...] = (
    "panel", "articles", "concordance", "marks", "across", "naming", "explain", "keywords",
)  # fmt: skip
PANES: tuple[Context, ...] = ("reader", "comparison", "dossier")
NAMED: tuple[Context, ...] = ("reader", "dossier")
SCREENS: tuple[Context, ...] = (
    "reader",
    "comparison",
    "dossier",
    "articles",
    "concordance",
    "facets",
    "matrix",
    "marks",
    "across",
    "naming",
)
