"""Times of the clock in figures and in words: "9:40 a.m.", "0940 GMT", "half past four in the morning"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from index.comparison.aligning.tokens import Word

HALF_DAY = 720  # minutes
_HALVES_OF_DAY = {"·am": 0, "am": 0, "·pm": HALF_DAY, "pm": HALF_DAY}
_ZONES = frozenset({"·gmt", "·est", "·edt", "·cet"})
_CLOCKS = _ZONES | {"o'clock"}
_FRACTIONS = {"half": 30, "quarter": 15}
_PAST = {"past": 1, "to": -1}
_IN_WORDS: Mapping[tuple[str, ...], int] = {
    ("in", "the", "morning"): 0,
    ("in", "the", "afternoon"): HALF_DAY,
    ("in", "the", "evening"): HALF_DAY,
}
_POINT = frozenset({"at", "around", "by", "before", "after", "until", "till", "since"})
"""Before the hour in "at four in the morning" and "at a quarter to six"; "killed four in the morning" tells none."""


class Clock(NamedTuple):
    """`minutes` of the day; `zone`, "" where none is told; words up to `end`; `half`: it is told with its half of the
    day.
    """

    minutes: float
    zone: str
    end: int
    half: bool


def clock(words: Sequence[Word], text: str, at: int) -> Clock | None:
    """The time of the clock that begins at word `at`; None for other numbers."""
    return _spoken(words, at) or _in_figures(words, text, at)


def _spoken(words: Sequence[Word], at: int) -> Clock | None:
    """ "Half past four", "a quarter to six in the evening", "at four in the morning"."""
    begin = at + (words[at].folded == "a")
    parts = [w.folded for w in words[begin : begin + 2]]
    led = at > 0 and words[at - 1].folded in _POINT
    if len(parts) > 1 and parts[0] in _FRACTIONS and parts[1] in _PAST and (led or parts[1] != "to"):
        hour_at, minutes = begin + 2, _FRACTIONS[parts[0]] * _PAST[parts[1]]
    elif led and _half_of_day(words, at + 1) is not None:
        hour_at, minutes = at, 0
    else:
        return None
    if hour_at >= len(words) or not _is_hour(words[hour_at]):
        return None
    end = hour_at + 1 + any(w.folded == "o'clock" for w in words[hour_at + 1 : hour_at + 2])
    noon = _half_of_day(words, end)
    told = words[hour_at].value * 60 + minutes
    if noon is None:
        return Clock(told % (2 * HALF_DAY), "", end, half=False)
    return Clock(told % HALF_DAY + noon, "", end + 3, half=True)


def _is_hour(word: Word) -> bool:
    return word.kind == "number" and word.value in range(1, 13) and word.text.isalnum()


def _half_of_day(words: Sequence[Word], at: int) -> int | None:
    return _IN_WORDS.get(tuple(w.folded for w in words[at : at + 3]))


def _in_figures(words: Sequence[Word], text: str, at: int) -> Clock | None:
    """ "9:40 a.m.", "4 pm", "0940 GMT"."""
    word = words[at]
    if word.kind != "number" or not word.text.isdigit():
        return None
    end, minutes = at + 1, word.value * 60
    military = len(word.text) == 4 and word.value < 2400
    if military:
        minutes = word.value // 100 * 60 + word.value % 100
    elif word.value > 24:
        return None
    elif end < len(words) and text[word.end : words[end].start] == ":" and len(words[end].text) == 2:
        minutes += words[end].value
        end += 1
    sign = words[end].key if end < len(words) else ""
    half = military or sign in _HALVES_OF_DAY
    if sign in _HALVES_OF_DAY:
        minutes = minutes % HALF_DAY + _HALVES_OF_DAY[sign]
        end += 1
    elif sign in _CLOCKS or (sign == "hrs" and military):
        end += 1
    elif end == at + 1:
        return None
    zone = words[end].key if end < len(words) and words[end].key in _ZONES else sign if sign in _ZONES else ""
    return Clock(minutes, zone, end, half or minutes >= 13 * 60)
