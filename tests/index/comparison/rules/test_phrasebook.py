"""Phrases are found as they stand, at their first word, the longest first."""

from __future__ import annotations

import pytest

from index.comparison.aligning.tokens import tokenize
from index.comparison.conflicts.reading.phrasebook import Phrasebook

BOOK = Phrasebook([(("sank",), 1), (("sank", "at", "sea"), 2), (("sank",), 3), (("sank",), 1), (("at", "sea"), 4)])


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("It sank at sea.", 1, [(4, 2), (2, 1), (2, 3)]),
        ("It sank at", 1, [(2, 1), (2, 3)]),
        ("It sank at the sea", 1, [(2, 1), (2, 3)]),
        ("It sank at sea.", 2, [(4, 4)]),
        ("It sank at sea.", 0, []),
    ],
)
def test_what_begins_at_a_word(text: str, at: int, found: list[tuple[int, int]]) -> None:
    assert list(BOOK.at(tokenize(text, 0, len(text)), at)) == found
