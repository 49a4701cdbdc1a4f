"""Writes the tables of keys into the documents: `python -m tui.commandline.key_table FILE ...` (`make docs`).

What stands between a document's `<!-- keys -->` marks is made from the table of commands, so that it cannot drift.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tui.commands import footer, key_label, key_table

_MARKED = re.compile(r"(<!-- (?P<which>keys|main keys) -->\n)(?:[^<]|<(?!!--))*+(<!-- end of keys -->)")


def main_keys() -> str:
    """The keys of the reader's footer, most wanted first, as a Markdown table."""
    lines = ["| key | does |", "|---|---|"]
    for _, command in footer("reader"):
        keys = " ".join(f"`{key_label(key)}`" for key in command.keys)
        lines.append(f"| {keys} | {command.help} |")
    return "\n".join(lines) + "\n"


def with_keys(text: str) -> str:
    """A document's text with its tables of keys as they are now."""

    def table(found: re.Match[str]) -> str:
        return f"{found[1]}\n{key_table() if found['which'] == 'keys' else main_keys()}\n{found[3]}"

    return _MARKED.sub(table, text)


def main(names: list[str]) -> None:
    """Brings the named documents up to date."""
    for name in names:
        path = Path(name)
        path.write_text(with_keys(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
