"""What every engine indexes, and what it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

BEST = 20
"""Articles that a question is answered with."""
PASSAGE = 200
"""Characters of a passage."""


class Engine(Protocol):
    """An engine with an index of a folder in it."""

    def ask(self, kind: str, words: Sequence[str]) -> int | None:
        """How many articles answer, after the best of them were fetched with a passage; None where the engine cannot
        be asked this.
        """

    def ranked(self, words: Sequence[str], best: int) -> list[str]:
        """The names of the best articles that hold any of the words, best first."""


def articles(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Name, title and text of every article: the first line is the title."""
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        yield path.name, text.partition("\n")[0], text


def form(kind: str, words: Sequence[str], *, either: str = " OR ") -> str | None:
    """A question in the query language that the engines have in common; None for a kind that is not in it."""
    return {
        "term": words[0],
        "two terms": either.join(words),
        "both terms": " AND ".join(words),
        "phrase": '"' + " ".join(words) + '"',
        "prefix": words[0] + "*",
        "field": f"title:{words[0]}",
    }.get(kind)
