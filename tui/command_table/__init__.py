"""The table of commands: each declared once, and nothing about a command is said anywhere else.

A module holds the commands of a group of the key table. What is made of them (bindings, footer, palette, help, the
documentation's key table) is in `tui.commands`.
"""

from __future__ import annotations

from tui.command_table.comparing import COMPARING
from tui.command_table.entities import ENTITIES
from tui.command_table.finding import FINDING
from tui.command_table.going import GOING
from tui.command_table.marking import MARKING
from tui.command_table.model import CONTEXTS, GROUPS, Command, Context, Group
from tui.command_table.moving import MOVING

__all__ = ["COMMANDS", "CONTEXTS", "GROUPS", "Command", "Context", "Group"]

COMMANDS: tuple[Command, ...] = (*FINDING, *MOVING, *ENTITIES, *COMPARING, *MARKING, *GOING)
