"""The table of commands: one line each, and nothing about a command is said anywhere else.

What is made of it (bindings, footer, palette, help, the documentation's key table) is in `tui.commands`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Context = Literal[
    "app", "reader", "search", "find", "panel", "comparison", "dossier", "articles", "concordance", "facets", "help"
]
Group = Literal["Find", "Move", "Entities", "Compare", "Marks and notes", "Go", "View", "Program"]

GROUPS: tuple[Group, ...] = ("Find", "Move", "Entities", "Compare", "Marks and notes", "Go", "View", "Program")
CONTEXTS: dict[Context, str] = {
    "app": "everywhere",
    "reader": "reading",
    "search": "in the search bar",
    "find": "finding in the article",
    "panel": "in a panel",
    "comparison": "comparing",
    "dossier": "in a dossier",
    "articles": "in the list of articles",
    "concordance": "in a concordance",
    "facets": "choosing what to narrow a search by",
    "help": "in the help",
}


@dataclass(frozen=True, slots=True)
class Command:
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


_READER: tuple[Context, ...] = ("reader",)
_PANES: tuple[Context, ...] = ("reader", "comparison", "dossier")
_NAMED: tuple[Context, ...] = ("reader", "dossier")
_SCREENS: tuple[Context, ...] = ("reader", "comparison", "dossier", "articles", "concordance", "facets")

COMMANDS: tuple[Command, ...] = (
    # Find
    Command("search", ("slash",), "app.search", "Search", "Search the corpus",
            "Open the search bar; articles and their matching passages appear while you type.",
            "Find", _SCREENS, 1),
    Command("find", ("ctrl+f",), "find", "Find", "Find in this article",
            "Find words in the open article; all small letters match capitals too.", "Find", _READER, 6),
    Command("next_match", ("n",), "next_match", "Next", "Next match",
            "Go to the next match of the search or of find.", "Find", _READER, 7),
    Command("previous_match", ("N",), "previous_match", "Previous", "Previous match",
            "Go to the match before.", "Find", _READER),
    Command("concordance", ("K",), "concordance", "Concordance", "Every occurrence in context",
            "List every occurrence of the search in all articles, one line each.", "Find", _READER),
    Command("search_concordance", ("ctrl+k",), "concordance", "Concordance", "Every occurrence of what is typed",
            "List every occurrence of what is typed in all articles, one line each.", "Find", ("search",), 5,
            palette=False),
    Command("search_facets", ("f4",), "facets", "Narrow", "Narrow what is typed",
            "Show what the articles found name, when they are dated and where they lie, to keep or leave out some.",
            "Find", ("search",), 6, palette=False),
    Command("facet_include", ("enter", "plus"), "include", "Only these", "Only articles with it",
            "Add the chosen name, year or folder to the search, so that only articles with it are found.",
            "Find", ("facets",), 1),
    Command("facet_exclude", ("minus", "x"), "exclude", "Not these", "Only articles without it",
            "Add the chosen name, year or folder to the search, so that articles with it are left out.",
            "Find", ("facets",), 2),
    Command("concordance_sort", ("s",), "sort", "Sort", "Sort the concordance",
            "Sort by what stands before the match, by what stands after it, by the match itself, or by file.",
            "Find", ("concordance",), 3),
    Command("concordance_plot", ("d",), "plot", "Spread", "Spread over the articles",
            "Show for each article where in its text the occurrences stand, or the occurrences again.",
            "Find", ("concordance",), 4),
    Command("search_choose", ("enter",), "choose", "Open", "Open the chosen result",
            "Open the chosen article at its first match.", "Find", ("search",), 1, palette=False),
    Command("search_down", ("down", "ctrl+n"), "result_down", "Down", "Next result",
            "Choose the next result.", "Find", ("search",), 2, palette=False),
    Command("search_up", ("up", "ctrl+p"), "result_up", "Up", "Previous result",
            "Choose the result before.", "Find", ("search",), 3, palette=False),
    Command("search_page_down", ("pagedown",), "result_page_down", "Page down", "A page of results down",
            "Go a page down in the results.", "Find", ("search",), palette=False),
    Command("search_page_up", ("pageup",), "result_page_up", "Page up", "A page of results up",
            "Go a page up in the results.", "Find", ("search",), palette=False),
    Command("search_cancel", ("escape",), "cancel", "Back", "Leave the search",
            "Close the search and return to where you were.", "Find", ("search",), 4, palette=False),
    Command("find_accept", ("enter",), "accept", "Keep", "Keep the matches",
            "Close the find bar at this match; n and N walk on.", "Find", ("find",), 1, palette=False),
    Command("find_next", ("down", "ctrl+n"), "find_next", "Next", "Next match while finding",
            "Go to the next match, still typing.", "Find", ("find",), 2, palette=False),
    Command("find_previous", ("up", "ctrl+p"), "find_previous", "Previous", "Previous match while finding",
            "Go to the match before, still typing.", "Find", ("find",), 3, palette=False),
    Command("find_regex", ("ctrl+r",), "toggle_regex", "Regex", "Pattern or words",
            "Read what is typed as a regular expression, or as plain words again.", "Find", ("find",), 5,
            palette=False),
    Command("find_cancel", ("escape",), "cancel", "Back", "Leave find",
            "Close the find bar and return to where you were.", "Find", ("find",), 4, palette=False),
    # Move
    Command("line_down", ("j", "down"), "line_down", "Down", "A line down", "Move one line down.", "Move",
            (*_PANES, "help"), palette=False),
    Command("line_up", ("k", "up"), "line_up", "Up", "A line up", "Move one line up.", "Move",
            (*_PANES, "help"), palette=False),
    Command("page_down", ("space", "pagedown", "ctrl+v"), "page_down", "Page", "A page down", "Move one page down.",
            "Move", (*_PANES, "help"), palette=False),
    Command("page_up", ("b", "pageup", "shift+space"), "page_up", "Page up", "A page up", "Move one page up.",
            "Move", (*_PANES, "help"), palette=False),
    Command("half_down", ("ctrl+d",), "half_down", "Half down", "Half a page down", "Move half a page down.",
            "Move", (*_PANES, "help"), palette=False),
    Command("half_up", ("ctrl+u",), "half_up", "Half up", "Half a page up", "Move half a page up.",
            "Move", (*_PANES, "help"), palette=False),
    Command("top", ("g", "home"), "top", "Top", "To the beginning",
            "Go to the beginning; while reading, after a number, to that paragraph.", "Move", (*_PANES, "help")),
    Command("bottom", ("G", "end"), "bottom", "End", "To the end",
            "Go to the end; while reading, after a number, to that paragraph.", "Move", (*_PANES, "help")),
    Command("count", tuple("1234567890"), "count", "Count", "A count before a command",
            "Type a number before a command to do it so often: 5 and j moves five lines. Esc drops it.", "Move",
            _READER, palette=False, keyed=True),
    Command("percent", ("percent_sign",), "percent", "Percent", "To a percentage of the article",
            "After a number, go to that part of the article: 50% goes to the middle.", "Move", _READER,
            palette=False),
    Command("next_heading", ("right_curly_bracket",), "next_heading", "Next heading", "Next heading",
            "Go to the next heading.", "Move", _READER),
    Command("previous_heading", ("left_curly_bracket",), "previous_heading", "Previous heading", "Previous heading",
            "Go to the heading before.", "Move", _READER),
    Command("outline", ("o",), "outline", "Outline", "Outline",
            "Show the headings of the article; the one you are under is marked.", "Move", _READER, 9),
    # Entities
    Command("next_mention", ("right_square_bracket",), "next_mention", "Name", "Next name",
            "Go to the next person, organisation, place, group, date or number.", "Entities", _READER, 3),
    Command("previous_mention", ("left_square_bracket",), "previous_mention", "Name before", "Name before",
            "Go to the name, date or number before.", "Entities", _READER),
    Command("open", ("enter",), "open", "Dossier", "Open the dossier",
            "Open the dossier of the name you are on: all its names and every mention in every article.",
            "Entities", _READER, 4),
    Command("highlights", ("e",), "toggle_highlights", "Highlights", "Highlights on or off",
            "Show or hide the highlighting of names.", "Entities", ("reader", "comparison")),
    Command("entity_panel", ("E",), "entity_panel", "Names", "Names in this article",
            "Show what each colour means, how often each kind occurs, and everything that is named.",
            "Entities", _READER, 8),
    Command("merge_entity", ("M",), "merge_entity", "Merge", "Merge with another name",
            "Say that this is the same as another: choose it, and both are one in every article.",
            "Entities", _NAMED, 15),
    Command("split_entity", ("S",), "split_entity", "Split", "Split a name off",
            "Say that one of its names is another's: choose the name, and it becomes an entity of its own.",
            "Entities", _NAMED, 16),
    Command("rename_entity", ("R",), "rename_entity", "Rename", "Rename",
            "Give it the name it is to be shown by.", "Entities", _NAMED, 17),
    Command("retype_entity", ("T",), "retype_entity", "Retype", "Change what it is",
            "Say that it is a person, an organisation, a place, a group, an event, a date or a number.",
            "Entities", _NAMED, 18),
    Command("ignore_entity", ("X",), "ignore_entity", "Ignore", "Ignore this name",
            "Say that this names nothing: it is not highlighted, listed or found by kind any more.",
            "Entities", _NAMED, 19),
    Command("add_entity", ("A",), "add_entity", "Add", "Name the selected words",
            "Say that the selected words name something, here and wherever they stand.", "Entities", _READER),
    Command("undo_correction", ("U",), "undo_correction", "Undo", "Take the last correction back",
            "Take back the last merge, split, rename, change of kind, ignoring or naming.",
            "Entities", _NAMED, 20),
    Command("panel_open", ("enter",), "choose", "Open", "Open the chosen line",
            "Go to what the chosen line stands for.", "Go", ("panel", "dossier", "articles", "concordance"), 1,
            palette=False),
    Command("panel_down", ("down", "j"), "cursor_down", "Down", "Next line", "Choose the next line.", "Move",
            ("panel", "articles", "concordance"), 2, palette=False),
    Command("panel_up", ("up", "k"), "cursor_up", "Up", "Line before", "Choose the line before.", "Move",
            ("panel", "articles", "concordance"), 3, palette=False),
    Command("panel_page_down", ("pagedown", "space", "ctrl+d"), "page_down", "Page down", "A page of lines down",
            "Go a page down in the list.", "Move", ("panel", "articles", "concordance"), palette=False),
    Command("panel_page_up", ("pageup", "b", "ctrl+u"), "page_up", "Page up", "A page of lines up",
            "Go a page up in the list.", "Move", ("panel", "articles", "concordance"), palette=False),
    Command("panel_first", ("home", "g"), "first", "First", "First line", "Choose the first line.", "Move",
            ("panel", "articles", "concordance"), palette=False),
    Command("panel_last", ("end", "G"), "last", "Last", "Last line", "Choose the last line.", "Move",
            ("panel", "articles", "concordance"), palette=False),
    Command("panel_close", ("escape",), "close", "Close", "Close the panel", "Close the panel, back to the article.",
            "Go", ("panel",), 4, palette=False),
    # Compare
    Command("compare", ("c",), "compare", "Compare", "Compare with another article",
            "Choose another article and put both side by side: what agrees, what conflicts, what only one tells.",
            "Compare", ("reader", "comparison", "articles"), 2),
    Command("next_conflict", ("right_curly_bracket",), "next_conflict", "Next conflict", "Next conflict",
            "Go to the next point on which the two articles conflict.", "Compare", ("comparison",), 1),
    Command("previous_conflict", ("left_curly_bracket",), "previous_conflict", "Conflict before", "Conflict before",
            "Go to the conflict before.", "Compare", ("comparison",)),
    Command("swap_sides", ("x",), "swap_sides", "Swap", "Swap the sides",
            "Put the left article on the right, and the right one on the left.", "Compare", ("comparison",), 3),
    Command("step_scroll", ("s",), "toggle_step", "In step", "Scroll in step",
            "Let the other side follow to the passage that tells the same, or scroll each alone.",
            "Compare", ("comparison",), 4),
    Command("other_side", ("tab",), "other_side", "Other side", "To the other side",
            "Move the keys to the other article.", "Compare", ("comparison",), 5),
    Command("export", ("r",), "export", "Export", "Export the comparison",
            "Write the comparison as a report whose every line cites document and offsets.",
            "Compare", ("comparison",), 7),
    Command("next_finding", ("greater_than_sign",), "next_finding", "Next finding", "Next line of the ledger",
            "Go to the next finding, the most important first.", "Compare", ("comparison",), 6),
    Command("previous_finding", ("less_than_sign",), "previous_finding", "Finding before", "Line of the ledger before",
            "Go to the finding before.", "Compare", ("comparison",)),
    Command("ledger", ("L",), "toggle_ledger", "Ledger", "Ledger of findings",
            "List everything that was found: conflicts, what only one tells, other words, quotations, what agrees.",
            "Compare", ("comparison",), 2),
    Command("flip_layout", ("v",), "flip_layout", "Layout", "Beside or above each other",
            "Put the two articles side by side, or one above the other.", "Compare", ("comparison",), 8),
    # Marks and notes
    Command("mark", ("m",), "mark", "Mark", "Set a mark",
            "Set a mark here; the next key, a letter, names it.", "Marks and notes", _READER),
    Command("go_mark", ("apostrophe",), "go_mark", "To mark", "Go to a mark",
            "Go to the mark that the next key, a letter, names.", "Marks and notes", _READER),
    Command("marks", ("B",), "marks", "Marks", "Marks and notes",
            "List the marks and notes of all articles.", "Marks and notes", _READER),
    Command("note", ("a",), "note", "Note", "Note on the selection",
            "Write a note on the selected words, or on the name or paragraph you are on.", "Marks and notes", _READER),
    Command("copy", ("y",), "copy", "Copy", "Copy with its citation",
            "Copy the selected words, or the paragraph you are on, with title, document and offsets.",
            "Marks and notes", ("reader", "comparison", "dossier", "concordance"), 12),
    # Go
    Command("articles", ("l",), "articles", "Articles", "List of articles",
            "List all articles of the corpus, and open one.", "Go", _READER, 5),
    Command("back", ("alt+left", "backspace"), "back", "Back", "Back",
            "Back to the exact place you came from.", "Go", _READER),
    Command("forward", ("alt+right",), "forward", "Forward", "Forward",
            "Forward again to the place you came back from.", "Go", _READER),
    Command("leave", ("escape",), "leave", "Back", "Back to the article",
            "Clear the search or find, close a panel, and return to where you were.", "Go", _READER),
    Command("filter", ("f",), "filter", "Filter", "Filter the list",
            "Show only the lines that hold what you type.", "Go", ("dossier", "concordance"), 2),
    Command("sort", ("ctrl+t",), "sort", "Sort", "Sort the list",
            "Sort by file, title, date or length; where an article is chosen for comparison, by relatedness too.",
            "Go", ("articles",), 4),
    Command("skipped", ("f3",), "skipped", "Skipped", "Files that are not read",
            "List the files of the folder that are not read, each with its reason.", "Go", ("articles",)),
    Command("close", ("escape", "backspace", "alt+left"), "close", "Close", "Back to the article",
            "Close this screen and return to the article.", "Go",
            ("comparison", "dossier", "articles", "concordance", "facets", "help"), 10, palette=False),
    # View
    Command("width", ("w",), "reading_width", "Width", "Reading width",
            "Change the length of lines: 60, 80, 100 characters, or the whole terminal.",
            "View", ("reader", "comparison"), 11),
    Command("theme", (), "app.next_theme", "Theme", "Light or dark",
            "Change between the dark and the light colours.", "View", ("app",)),
    # Program
    Command("palette", ("ctrl+p",), "app.palette", "Palette", "All commands",
            "Find any command by typing a part of its name.", "Program", ("app",), palette=False),
    Command("help", ("question_mark", "f1"), "app.help", "Help", "Help",
            "Show all keys and what they do; type to search.", "Program", (*_SCREENS,), 13),
    Command("quit", ("q", "ctrl+q"), "app.quit", "Quit", "Quit", "Leave the program; it remembers where you were.",
            "Program", (*_SCREENS, "help"), 14),
)  # fmt: skip
