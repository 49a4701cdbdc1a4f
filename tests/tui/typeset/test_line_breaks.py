"""Where lines break: as a rule says it that tries every place, and in headings and texts of which it is known."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.widgets.typeset.cells import graphemes, most_cells
from tui.widgets.typeset.wrapping import balanced, wrap

INSIDE = "-/—–_.?&=,;:"
CLOSING = "、。，！？」』）】〉》”’)]}!?.,:;%"

NARROW = st.text(st.sampled_from("ab   -/.,:é"), max_size=60)
WIDE = st.text(st.sampled_from("ab  \t漢字。」🙂한e\u0301\u0302👩\u200d\ufe0fक\u093f"), max_size=50)


def by_trying(text: str, width: int) -> list[tuple[int, int]]:
    """One paragraph of narrow characters: each line as long as may be, and none begins or ends with a space."""
    lines: list[tuple[int, int]] = []
    at = 0
    while len(text) - at > width:
        spaces = [end for end in range(at + 1, at + width + 1) if text[end] == " " and text[at:end].strip()]
        if spaces:
            following = spaces[-1]
            stop = at + len(text[at:following].rstrip(" "))
        else:
            window = text[at : at + width]
            marks = [n + 1 for n, c in enumerate(window) if c in INSIDE and not any(map(str.isspace, window[n + 1 :]))]
            stop = following = at + (marks[-1] if marks else width)
        lines.append((at, stop))
        at = len(text) - len(text[following:].lstrip(" "))
    if at < len(text) or not lines:
        lines.append((at, len(text)))
    return lines


@given(NARROW, st.integers(2, 20), st.integers(0, 3))
@example("a" * 20 + " b", 20, 0)
@example("ab-cd", 3, 0)
@settings(max_examples=300, deadline=None)
def test_lines_are_as_long_as_may_be(text: str, width: int, before: int) -> None:
    """Also where the text is a stretch of a longer one, of many paragraphs."""
    whole = "x" * before + text + "y" * before
    assert wrap(whole, before, before + len(text), width) == [
        (start + before, end + before) for start, end in by_trying(text, width)
    ]
    several = f"{text}\n\n{text}"
    first, last = by_trying(text, width), len(text) + 2
    assert wrap(several, 0, len(several), width) == [
        *first,
        (last - 1, last - 1),
        *((start + last, end + last) for start, end in first),
    ]


@given(WIDE, st.integers(4, 20))
@settings(max_examples=300, deadline=None)
def test_wide_lines_are_as_long_as_may_be(text: str, width: int) -> None:
    """Each line but the last would be too wide with what comes next; what it ends with is a place to end."""
    lines = wrap(text, 0, len(text), width)
    pieces = graphemes(text, 0, len(text))
    cells = {one.start: most_cells(text, one) for one in pieces}
    assert lines[0][0] == 0
    shown = {place for start, end in lines for place in range(start, end)}
    assert all(text[place] in " \t" for place in set(range(len(text))) - shown)
    for (start, end), (following, stop) in itertools.pairwise(lines):
        inside = [one for one in pieces if start <= one.start < end]
        assert sum(cells[one.start] for one in inside) <= width or len(inside) == 1
        assert end == following or not text[end:following].strip(" \t")
        after = [one for one in pieces if one.start >= following]
        # Up to the next place at which it could break, there would have been no room.
        joined = sum(cells[one.start] for one in pieces if start <= one.start < following)
        for number, one in enumerate(after):
            joined += cells[one.start]
            later = after[number + 1] if number + 1 < len(after) else None
            if later is None or text[later.start : later.end] in (" ", "\t") or breaks(text, one, later):
                break
        assert joined > width, (text[start:end], text[following:stop])


def breaks(text: str, before: object, after: object) -> bool:
    return 2 in (before.cells, after.cells) and text[after.start] not in CLOSING  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("漢字漢字。漢", 4, ["漢字", "漢", "字。", "漢"]),
        ("漢字 ab漢", 5, ["漢字", "ab漢"]),
        ("漢 \t 字", 3, ["漢", "字"]),
        ("a漢" * 3, 6, ["a漢a漢", "a漢"]),
        ("漢" + "a" * 9, 5, ["漢", "aaaaa", "aaaa"]),
        ("漢\n\n字", 8, ["漢", "", "字"]),
        ("漢字  ", 4, ["漢字"]),
        ("\nab", 4, ["", "ab"]),
        ("\n漢字", 4, ["", "漢字"]),
        ("e\u0301" * 5, 4, ["e\u0301" * 4, "e\u0301"]),
        ("नि" * 3, 4, ["नि" * 2, "नि"]),
    ],
)
def test_known_wide_lines(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, 0, len(text), width)] == lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("    aaaaaaa", 5, ["    a", "aaaaa", "a"]),  # spaces alone are no line
        ("aa    bbb", 5, ["aa", "bbb"]),
        ("aa    bbb", 7, ["aa", "bbb"]),
        ("aaa bbb", 3, ["aaa", "bbb"]),
        ("aaa-bbb", 5, ["aaa-", "bbb"]),
        ("aaaaaa  ", 3, ["aaa", "aaa"]),
    ],
)
def test_known_narrow_lines(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, 0, len(text), width)] == lines
    inside = f"xx{text}yy"
    assert [inside[start:end] for start, end in wrap(inside, 2, len(text) + 2, width)] == lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        # As many lines as it must have, as even as they can be.
        ("one two three four five", 20, ["one two three", "four five"]),
        ("aa bb cc dd ee ff gg", 16, ["aa bb cc dd", "ee ff gg"]),
        ("a short one", 20, ["a short one"]),
        # No line is shorter than half of the width, nor than the longest word.
        ("a bbbbbbbbbbbbbbbb c", 18, ["a", "bbbbbbbbbbbbbbbb c"]),
        ("aa bb cc dd e", 12, ["aa bb", "cc dd e"]),
        # A word alone at the end takes one from the line before, if there is room and one stays.
        ("aaaaaaaaaa bbbbbbbbbb c", 21, ["aaaaaaaaaa", "bbbbbbbbbb c"]),
        ("aaaaaaaaaa bbbbbbbbbb", 12, ["aaaaaaaaaa", "bbbbbbbbbb"]),
        ("aa bbbbbbbb cccccccc", 11, ["aa bbbbbbbb", "cccccccc"]),
        ("aa bbb cccccccc", 12, ["aa", "bbb cccccccc"]),
        ("aa bbbb cccccccc", 12, ["aa bbbb", "cccccccc"]),
        # A line end that was written stays.
        ("aa bb\ncc", 12, ["aa bb", "cc"]),
        ("aa bbbb\ncccc dddd eee", 12, ["aa bbbb", "cccc", "dddd eee"]),
        # Six lines are made even; seven are as they come, but for the last.
        (" ".join(["aa"] * 51), 29, [" ".join(["aa"] * 9)] * 5 + [" ".join(["aa"] * 6)]),
        (" ".join(["aa"] * 61), 29, [*[" ".join(["aa"] * 10)] * 5, " ".join(["aa"] * 9), "aa aa"]),
        (" ".join(["aaaa"] * 13), 10, ["aaaa aaaa"] * 5 + ["aaaa", "aaaa aaaa"]),
        (" ".join(["aaaa"] * 11), 10, ["aaaa aaaa"] * 4 + ["aaaa", "aaaa aaaa"]),
    ],
)
def test_headings_are_even(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in balanced(text, 0, len(text), width)] == lines
    around = "x" * 29 + "\n" + "x" * 29
    moved = balanced(f"{around[:30]}{text} {around}", 30, len(text) + 30, width)
    assert [text[start - 30 : end - 30] for start, end in moved] == lines
