"""What was so only until something came, and what is so until then."""

from __future__ import annotations

import pytest

from index.comparison.aligning.tokens import tokenize
from index.comparison.conflicts.reading.lasting import was_until


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("The march was |peaceful| until the police came", True),
        ("It had |been quite peaceful| till then", True),
        ("The shops stayed |shut| until noon", True),
        ("Trains did |not run| until noon", True),
        ("Until noon came all |was calm|", True),
        ("Held |back| until noon, the crowd went home", True),
        ("It was all in all |peaceful| until noon", False),
        ("All was in all |peaceful| until noon", True),
        ("It was |calm| for one two three four five six seven eight until then", True),
        ("It was |calm| for one two three four five six seven eight nine until then", False),
        ("The road is |closed| until Monday", False),
        ("It will |stay shut| until Monday", False),
        ("It is |shut| until what was broken is mended", False),
        ("The march was |peaceful|", False),
        ("It was |calm|, and until noon all slept", False),
        ("All waited until it was |calm|", False),
        ("It was |calm| at five o’clock - until noon", True),
    ],
)
def test_until(text: str, over: bool) -> None:
    before, said, after = text.split("|")
    whole = before + said + after
    first, end = (len(tokenize(part, 0, len(part))) for part in (before, before + said))
    assert was_until(whole, tokenize(whole, 0, len(whole)), first, end) is over
