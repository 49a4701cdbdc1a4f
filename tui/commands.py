"""What is made of the table of commands: bindings, footer, help and the documentation's key table.

Nothing here imports Textual before a binding is asked for, so that documentation can be made without a screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tui.command_table import COMMANDS, CONTEXTS, GROUPS, Command, Context, Group

if TYPE_CHECKING:
    from textual.binding import Binding

__all__ = [
    "COMMANDS",
    "CONTEXTS",
    "GROUPS",
    "Command",
    "Context",
    "Group",
    "bindings",
    "by_place",
    "command",
    "footer",
    "grouped",
    "held",
    "key_label",
    "key_table",
    "keymap",
    "keys_of",
    "matching",
    "where",
]

_BY_ID = {command.id: command for command in COMMANDS}

_NAMES = {
    "slash": "/",
    "question_mark": "?",
    "exclamation_mark": "!",
    "apostrophe": "'",
    "percent_sign": "%",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "plus": "+",
    "minus": "-",
    "underscore": "_",
    "space": "Space",
    "delete": "Del",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "tab": "Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def command(identifier: str) -> Command:
    """The command of that id; KeyError where there is none."""
    return _BY_ID[identifier]


def held(context: Context) -> tuple[Command, ...]:
    """The commands that hold in a context, in the order of the table."""
    return tuple(command for command in COMMANDS if context in command.contexts)


def bindings(context: Context) -> list[Binding]:
    """Textual's bindings of a context, for a class's `BINDINGS`, each with its command's id for rebinding.

    Where a context is a widget's (search, find, panel), they go to that widget.
    """
    from textual.binding import Binding

    made = []
    for each in held(context):
        if each.keyed:
            made += [
                Binding(key, f"{each.action}({key!r})", each.title, show=False, id=_keyed(each.id, key))
                for key in each.keys
            ]
        elif each.keys:
            made.append(Binding(",".join(each.keys), each.action, each.title, show=False, id=each.id))
    return made


def keys_of(command: Command, overrides: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The keys of a command, the user's where the config gives some (comma separated, as in a keymap)."""
    if overrides and (own := overrides.get(command.id)):
        return tuple(key.strip() for key in own.split(",") if key.strip())
    return command.keys


def key_label(key: str) -> str:
    """A key as a person reads it: "ctrl+f" is "Ctrl+F", "right_square_bracket" is "]"."""
    *modifiers, name = key.split("+")
    shown = _NAMES.get(name, name)
    if (modifiers and len(shown) == 1) or (shown[:1] == "f" and shown[1:].isdigit()):
        shown = shown.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


def footer(context: Context, overrides: Mapping[str, str] | None = None) -> tuple[tuple[str, Command], ...]:
    """The footer of a context, most wanted first: the first key's label, and the command."""
    shown = sorted((command for command in held(context) if command.rank), key=lambda command: command.rank)
    return tuple((key_label(keys[0]), each) for each in shown if (keys := keys_of(each, overrides)))


def keymap(overrides: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The part of the user's own keys that `App.set_keymap` can take, and a line for each that it cannot."""
    known: dict[str, str] = {}
    problems: list[str] = []
    for identifier, keys in overrides.items():
        each = _BY_ID.get(identifier)
        given = [key.strip() for key in keys.split(",") if key.strip()]
        if each is None:
            problems.append(f"There is no command “{identifier}” to give a key to.")
        elif not given:
            problems.append(f"No key is given for “{identifier}”.")
        elif not each.keyed:
            known[identifier] = keys
        elif len(given) != len(each.keys):
            problems.append(f"“{identifier}” needs {len(each.keys)} keys, in the order of {' '.join(each.keys)}.")
        else:
            known |= {_keyed(identifier, key): own for key, own in zip(each.keys, given, strict=True)}
    return known, tuple(problems)


def _keyed(identifier: str, key: str) -> str:
    """The id of the binding of one key of a command that is told which of its keys was pressed."""
    return f"{identifier}-{key}"


def grouped(commands: Iterable[Command] = COMMANDS) -> Iterator[tuple[Group, tuple[Command, ...]]]:
    """The commands by group, in the order of `GROUPS`; empty groups are left out."""
    chosen = tuple(commands)
    for group in GROUPS:
        if members := tuple(command for command in chosen if command.group == group):
            yield group, members


def by_place(commands: Iterable[Command], here: Context) -> Iterator[tuple[str, tuple[Command, ...]]]:
    """The commands in sections with headings: by group those that hold `here`, then the others by where they hold.

    Each stands once; empty sections are left out.
    """
    left = tuple(commands)
    yield from grouped(each for each in left if {here, "app"} & {*each.contexts})
    left = tuple(each for each in left if not {here, "app"} & {*each.contexts})
    for context, place in CONTEXTS.items():
        if members := tuple(each for each in left if context in each.contexts):
            yield place[0].upper() + place[1:], members
            left = tuple(each for each in left if context not in each.contexts)


def matching(text: str, overrides: Mapping[str, str] | None = None) -> tuple[Command, ...]:
    """The commands whose title, help, group, or key holds every word of `text`, in any case; all for no words."""
    words = text.casefold().split()
    found = []
    for each in COMMANDS:
        keys = " ".join(key_label(key) for key in keys_of(each, overrides))
        hay = f"{each.title} {each.help} {each.group} {keys}".casefold()
        if all(word in hay for word in words):
            found.append(each)
    return tuple(found)


def where(command: Command) -> str:
    """The contexts of a command in words: "reading, comparing"."""
    return ", ".join(CONTEXTS[context] for context in command.contexts)


def key_table() -> str:
    """The documentation's table of keys, as Markdown; one section a group."""
    parts = []
    for group, members in grouped():
        lines = [f"### {group}", "", "| key | does | where | id |", "|---|---|---|---|"]
        for each in members:
            keys = " ".join(f"`{key_label(key)}`" for key in each.keys) or "(palette)"
            lines.append(f"| {keys} | {each.help} | {where(each)} | `{each.id}` |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"
