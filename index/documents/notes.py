"""Footnotes and definition lists of Markdown, as Pandoc and PHP Markdown Extra write them.

In the text a footnote is its number in brackets, as in Word documents; the notes stand at the end in the order in which
the text refers to them, then those that it never does.  A note may stand apart (`[^1]`) or in the line (`^[so]`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_IN_LINE: Final = re.compile(r"\^\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,1000}+\]){1,2000}+)\]", re.DOTALL)
"""A note in the line, with a link or another note in it; what is longer is none, so that reading stays linear."""


class Notes:
    """The footnotes of one document: its definitions are taken out of the tokens of its blocks."""

    def __init__(self, parser: MarkdownIt, source: str) -> None:
        """Lets `parser` read what of both the source may hold; most articles hold none."""
        if "[^" in source:
            from mdit_py_plugins.footnote import footnote_plugin

            # Without its notes in the line, whose nesting costs much more than it is long.
            parser.use(footnote_plugin, inline=False, move_to_end=False)
        if "^[" in source:
            parser.inline.ruler.after("image", "note_in_line", _note_in_line)
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
            number += 1
            if "content" in note:
                yield f"[{number}]", _lines([note["content"]])
            else:
                told.add(note["label"])
                yield f"[{number}]", _lines(self._defined.get(note["label"], []))
        for label, paragraphs in self._defined.items():
            if label not in told:
                number += 1
                yield f"[{number}]", _lines(paragraphs)


def _note_in_line(state: StateInline, silent: bool) -> bool:
    """A rule of markdown-it: a note in the line is a reference to a note that has no label."""
    found = _IN_LINE.match(state.src, state.pos, state.posMax)
    if found is None or not found[1].strip():
        return False
    if not silent:
        listed = state.env.setdefault("footnotes", {}).setdefault("list", {})
        state.push("footnote_ref", "", 0).meta = {"id": len(listed)}
        listed[len(listed)] = {"content": found[1].strip()}
    state.pos = found.end()
    return True


def _lines(paragraphs: list[str]) -> str:
    return "  \n".join(" ".join(paragraph.split("\n")) for paragraph in paragraphs)
