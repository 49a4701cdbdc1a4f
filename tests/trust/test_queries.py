"""Any query is answered or explained, soon, and never by anything but an answer or a `QueryError`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hostile_queries import FIXED, scrambled
from trust_screen import HEAVY, OpenScreen, Screen, write_corpus

from index.documents.cleaning import clean_line
from index.errors import QueryError
from index.library import Library
from index.settings import Settings
from tests.bounds import bounded, calls
from tui.finding import find

CALLS = 1_000_000
"""What one query may take: half a second on a slow machine, five times what any of these needs."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """An indexed corpus of some hundred articles."""
    folder = tmp_path_factory.mktemp("queries")
    settings = replace(Settings(), cache_dir=folder / "cache", data_dir=folder / "data")
    opened = Library.open(write_corpus(folder / "corpus", 5_000 if HEAVY else 250), settings=settings)
    opened.refresh()
    opened.search("warm person:lopez")
    yield opened
    opened.close()


@pytest.mark.parametrize("typing", [False, True])
def test_every_query_is_answered_or_explained(library: Library, typing: bool) -> None:
    for query in (*FIXED, *scrambled(5_000 if HEAVY else 300)):
        with bounded():
            took = calls(lambda: _asked(library, query, typing))  # noqa: B023  called at once
        assert took < CALLS, f"{query[:80]!r} took {took:,} calls"


def _asked(library: Library, query: str, typing: bool) -> None:
    """Asks a query that is answered, or refused with a line."""
    try:
        result = library.search(query, limit=20, typing=typing)
        assert result.total >= len(result.hits)
    except QueryError as problem:
        message = str(problem)
        assert message == clean_line(message), query[:80]
        assert len(message) < 500, query[:80]


def test_a_pattern_that_never_ends_is_ended() -> None:
    with pytest.raises(QueryError):
        find("(a+)+$", "a" * 40 + "b", regex=True)


def test_the_search_bar_takes_anything(open_screen: OpenScreen, corpus: Path) -> None:
    screen = open_screen(corpus)
    screen.until("Delegates met")
    screen.type("/")
    screen.until("words, ")
    for query in (
        "[a TO zzz]",
        "(a+)+$",
        "((((((",
        "p*",
        "a~99",
        '"""',
        "person:(((",
        "\x1b[200~\u202etruce\x07\x1b[201~",
    ):
        screen.type(query)
        _settle(screen)
        screen.type("\x15")
        _settle(screen)
    screen.type("word7x")
    screen.until("Mill number 7")
    assert "\u202e" not in screen.written.decode("utf-8", "replace")


def _settle(screen: Screen) -> None:
    """Lets it take in what was typed."""
    end = time.monotonic() + 0.4
    while time.monotonic() < end:
        screen.read(0.1)
