"""Front matter: the title, date, language and tags at the head of a Markdown file, in a bounded subset of YAML of our
own.

Only `key: value` lines at the left margin are understood, with plain, quoted and simple list values.  Anchors,
aliases, tags and nested values are passed over, so nothing can expand, nest or run.
"""

from __future__ import annotations

import json
from typing import Final

from index.documents.cleaning import clean_line

LINES_AT_MOST: Final = 300
VALUE_AT_MOST: Final = 2000


def split(source: str) -> tuple[dict[str, str], str]:
    """The front matter of a clean source by lower-case key, and the rest; ({}, source) where there is none."""
    if not source.startswith("---"):
        return {}, source
    lines = source.split("\n", LINES_AT_MOST + 1)
    if lines[0].rstrip() != "---":
        return {}, source
    for number, line in enumerate(lines[1 : LINES_AT_MOST + 1], 1):
        if line.rstrip() in ("---", "..."):
            return _values(lines[1:number]), "\n".join(lines[number + 1 :])
    return {}, source


def _values(lines: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    key = ""
    for line in lines:
        if line[:1].isspace() or line.startswith("- "):
            item = line.strip()
            if key and not values.get(key) and item.startswith("- "):
                values[key] = _scalar(item[2:])
            continue
        name, colon, value = line.partition(":")
        key = name.strip().strip("\"'").lower() if colon else ""
        if key and key not in values:
            values[key] = _scalar(value)
    return {key: value for key, value in values.items() if value}


def _scalar(value: str) -> str:
    """A plain or quoted value as one clean line; "" for everything that this subset leaves out."""
    value = value.strip()[:VALUE_AT_MOST]
    if not value or value[0] in "&*!|>{[%@`":
        return ""
    if value[0] == '"':
        try:
            decoded = json.loads(value)
        except ValueError:
            decoded = value.strip('"')
        return clean_line(decoded) if isinstance(decoded, str) else ""
    if value[0] == "'" and value.endswith("'") and len(value) > 1:
        return clean_line(value[1:-1].replace("''", "'"))
    value = value.split(" #", 1)[0].strip()
    return "" if value.lower() in ("null", "~") else clean_line(value)
