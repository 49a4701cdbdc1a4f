"""What sentences tell of questions in the words of their author: the one point of each that cues place in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from index.comparison.aligning.passages import Passage, Told
from index.comparison.conflicts.reading.cues import Cue, left_open, placed
from index.comparison.conflicts.reading.lasting import was_until
from index.comparison.conflicts.reading.quoted import is_quoted

_OPEN_REACH = 6  # words before a cue in which it is left open


class _Placed(Protocol):
    """A telling, and the first word of it."""

    @property
    def first(self) -> int: ...


_Telling = TypeVar("_Telling", bound=_Placed)


def told_in_own_words(
    told: Told,
    longest: int,
    asked: Callable[[Passage], Iterable[int]],
    telling: Callable[[Passage, int], _Telling | None],
) -> Mapping[int, Sequence[_Telling]]:
    """By the number of the question, what the sentences of an article tell outside of quotations.

    Sentences of more than `longest` words are no prose.  `asked` gives the questions that a sentence may answer,
    `telling` its answer to one of them.
    """
    found: dict[int, list[_Telling]] = defaultdict(list)
    text = told.side.document.text
    for passage in told.stated:
        words = passage.words
        if len(words) > longest or text.endswith("?", *passage.span):
            continue
        for number in sorted(asked(passage)):
            one = telling(passage, number)
            if one is not None and not is_quoted(told, words[one.first].start):
                found[number].append(one)
    return found


def one_point(
    text: str, passage: Passage, cues: Iterable[Cue], until: Callable[[int, int], int]
) -> tuple[int, int, int] | None:
    """The point that a sentence tells and its first word and its end, None where it tells no point, several, or leaves
    it open; `until` as `rows` asks for it.
    """
    words, stems = passage.words, passage.stems
    found: dict[int, tuple[int, int]] = {}
    for cue in cues:
        if cue.point not in found and stems.issuperset(cue.said):
            place = placed(words, cue, until)
            if place is not None:
                found[cue.point] = place
    if len(found) != 1:
        return None
    ((point, (first, end)),) = found.items()
    if left_open(words[:first][-_OPEN_REACH:]) or was_until(text, words, first, end):
        return None
    return point, first, end
