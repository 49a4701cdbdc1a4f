"""How much of two sentences stands in the same place, and what a figure counts, in words."""

from __future__ import annotations

import pytest

from index.comparison.aligning.tokens import tokenize
from index.comparison.aligning.words import align_words, span_of
from index.comparison.conflicts.reading.about import what_counts, what_is_measured, what_stands_near
from index.comparison.conflicts.reading.in_place import share_in_place

SHORT = "The old crew of the ferry sold torn nets"
ASIDE = "The old crew of the ferry, cold and tired after the night on the fjord, sold torn nets"


def share(a: str, b: str) -> float:
    words = [tokenize(text, 0, len(text)) for text in (a, b)]
    both = [share_in_place(x, y, align_words(x, y)) for x, y in (words, words[::-1])]
    assert both[0] == both[1]
    return round(both[0], 3)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (SHORT, SHORT, 1.0),
        (SHORT, ASIDE, 0.97),
        # Words that stand for others count against it, the longer side of each place.
        (SHORT.replace("torn", "new"), ASIDE, round(0.97 * 8 / 9, 3)),
        (SHORT.replace("torn", "very new"), ASIDE, round(0.97 * 8 / 10, 3)),
        # Too little in common to be known by: four words, or less than seven in ten of the shorter.
        (
            "The crew of the ferry sold nets",
            "The crew of the ferry, cold and tired after the night, sold nets",
            round(7 / 13, 3),
        ),
        (SHORT.replace("torn", "some"), ASIDE.replace("torn", "few"), round(0.97 * 8 / 9, 3)),
        ("Old grey crew of ferry sold torn nets near tall cliff", "Old grey crew sold torn nets", 0.97),
        # Of sentences with more and with fewer figures nobody knows which answer which; one without any is shorter.
        (f"{SHORT} for 12", f"{ASIDE} for 12", 0.97),
        (f"{SHORT} for 12", f"{ASIDE} for 12 or 15", 0.5),
        (SHORT, f"{ASIDE} for 12", 0.97),
    ],
)
def test_asides_do_not_count(a: str, b: str, expected: float) -> None:
    assert share(a, b) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sold 40 torn nets of the ferry", "“torn nets”"),
        ("They sold 40 torn old grey nets", "“torn old grey”"),
        ("They sold 40 nets", "“nets”"),
        ("The old crew of the ferry sold 40 of them", "“crew of the ferry sold”"),
        ("They sold $40 for it", "“They sold”"),
        ("They sold 40 percent of it", "“They sold”"),
        ("They sold 40", "“They sold”"),
    ],
)
def test_what_a_figure_counts(text: str, expected: str) -> None:
    words = tokenize(text, 0, len(text))
    assert what_counts(words, next(n for n, w in enumerate(words) if w.value == 40)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They paid 40 million euros of airtime in Fort Myers and Miami", "“airtime in Fort Myers”"),
        ("They paid 40 million euros of airtime in Fort, Myers", "“airtime in Fort”"),
        ("They paid 40 million euros of airtime in Port old", "“airtime in Port”"),
    ],
)
def test_what_a_sum_is_of_ends_with_a_whole_name(text: str, expected: str) -> None:
    words = tokenize(text, 0, len(text))
    after = next(n for n, word in enumerate(words) if word.folded == "of")
    assert what_is_measured(words, after - 3, after) == expected


def test_no_words_begin_inside_a_shortened_denial() -> None:
    text = "He hasn't apologized, he has not."
    words = tokenize(text, 0, len(text))
    at = [number for number, word in enumerate(words) if word.folded == "not"]
    assert text[slice(*span_of(words, at[0], at[0] + 2))] == "hasn't apologized"
    assert text[slice(*span_of(words, at[1], at[1] + 1))] == "not"
    assert text[slice(*span_of(words, at[0] + 1, at[0] + 2))] == "apologized"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells landed on its outskirts on the 40 nets", "“Shells landed on its outskirts”"),
        ("They saw the heart of the old town in 40", "“heart of the old town”"),
        ("The nets that she and her father had sold by 40", "“she and her father had sold”"),
        ("In the north and of the south and of the 40", "“north and of the south”"),
        ("At 40 the crew of the ferry near the pier", "“the crew of the ferry”"),
        ("At 40, when a crew sold them", "“a crew sold them”"),
        ("At 40", "“40”"),
    ],
)
def test_what_stands_near_neither_begins_nor_ends_in_the_middle(text: str, expected: str) -> None:
    words = tokenize(text, 0, len(text))
    at = next(n for n, word in enumerate(words) if word.value == 40)
    assert what_stands_near(words, at, at + 1) == expected
