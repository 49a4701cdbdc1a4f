"""The user's file as earlier versions of the program made it."""

from __future__ import annotations

import sqlite3

_ADDED = {
    2: {"search": ("found",)},
    3: {"position": ("blanks", "folded"), "mark": ("blanks",)},
    4: {"note": ("ending", "digest")},
}
"""The columns that each version added."""


def make_older(database: sqlite3.Connection, version: int) -> None:
    """Makes of the file of this version that of an earlier one."""
    for added, tables in _ADDED.items():
        for table, columns in tables.items() if added > version else ():
            for column in columns:
                database.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    database.execute(f"PRAGMA user_version={version}")
    database.commit()
