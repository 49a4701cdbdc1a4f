"""Footnotes and definition lists of Markdown, as Pandoc and PHP Markdown Extra write them.

In the text a footnote is its number in brackets, as in Word documents; the notes stand at the end in the order in which
the text refers to them, then those that it never does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token


class Notes:
    """The footnotes of one document: its definitions are taken out of the tokens of its blocks."""

    def __init__(self, parser: MarkdownIt, source: str) -> None:
        """Lets `parser` read what of both the source may hold; most articles hold none."""
        if "[^" in source:
            from mdit_py_plugins.footnote import footnote_plugin

            # Without notes inside the line, whose nesting costs much more than it is long.
            parser.use(footnote_plugin, inline=False, move_to_end=False)
        if "\n:" in source or "\n~" in source:
            from mdit_py_plugins.deflist import deflist_plugin

            parser.use(deflist_plugin)
        self._open: list[str] = []
        self._defined: dict[str, list[str]] = {}

    def took(self, token: Token) -> bool:
        """Whether a token of a block is of a definition, whose paragraphs are kept for the end."""
        if token.type == "footnote_reference_open":
            self._open.append(str(token.meta["label"]))
            self._defined.setdefault(self._open[-1], [])
        elif token.type == "footnote_reference_close":
            self._open.pop()
        elif not self._open:
            return False
        elif token.content.strip():
            self._defined[self._open[-1]].append(token.content)
        return True

    def sign(self, token: Token) -> str:
        """What stands in the text where it refers to a note."""
        return f"[{int(token.meta['id']) + 1}]"

    def in_order(self, env: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """The notes with their signs, each as inline Markdown with a line a paragraph; a note may refer to others."""
        told: set[str] = set()
        number = 0
        while (note := env.get("footnotes", {}).get("list", {}).get(number)) is not None:
            label = note.get("label", "")
            told.add(label)
            number += 1
            yield f"[{number}]", _lines(self._defined.get(label, []))
        for label, paragraphs in self._defined.items():
            if label not in told:
                number += 1
                yield f"[{number}]", _lines(paragraphs)


def _lines(paragraphs: list[str]) -> str:
    return "  \n".join(" ".join(paragraph.split("\n")) for paragraph in paragraphs)
