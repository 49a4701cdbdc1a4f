"""What a finding is about, in a few words of the article, for people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION
from index.comparison.aligning.tokens import Word

_AFTER = 4
"""Words after a figure that may tell what it counts."""
_BEFORE = 5
"""Words before a figure or a time that tell what it is of."""
_FURTHER = 3
"""Words more, where the first of them leans on what stands before: not "of the town", but "the heart of the town"."""
_LEANS = frozenset(
    word_list(
        """
    as of at by for from in into on onto to with without within before between among during through off per via near
    above below behind beside against around across along toward towards beyond and or but nor so yet if then than
    that who whom whose which when where while because although though since until unless whether
    """
    )
)
"""Words that lean on those before them: no phrase begins or ends with one."""
_UNFINISHED = (
    _LEANS
    | AUXILIARIES
    | frozenset(
        word_list(
            "the a an this these those its his her their our my your about over under up only just least most more"
        )
    )
)
"""Words that ask for what comes after them: no phrase ends with one."""
TO_A_POINT = frozenset({"ago", "later", "earlier", "before"})
"""Words after a stretch of time that leads to a point in it."""


def what_counts(words: Sequence[Word], at: int) -> str:
    """What a number counts: the words after it up to a function word, else those before it."""
    tail = list(takewhile(lambda w: w.folded not in FUNCTION, words[at + 1 : at + 4]))
    if any(w.kind == "word" and w.key != "percent" for w in tail):
        return f"“{' '.join(w.text for w in tail)}”"
    return what_stands_near(words, at, at + 1)


def what_is_measured(words: Sequence[Word], first: int, end: int) -> str:
    """What a figure, the words from `first` to `end`, is of: the words after it up to a mark, else those before it."""
    if end < len(words) and words[end].folded in TO_A_POINT:
        return what_stands_near(words, first, end + 1)
    last = end
    while last < min(end + _AFTER, len(words)) and words[last].start <= words[last - 1].end + 1:  # no comma, no bracket
        last += 1
    while last > end and words[last - 1].folded in FUNCTION:
        last -= 1
    # A name at the end is told whole, and "of" before the rest says nothing: "airtime in Fort Myers".
    while end < last < len(words) and words[last - 1].capital and words[last].capital and _follows(words, last):
        last += 1
    end += end < last - 1 and words[end].folded == "of"
    return f"“{' '.join(w.text for w in words[end:last])}”" if last > end else what_stands_near(words, first, end)


def _follows(words: Sequence[Word], at: int) -> bool:
    """Whether a word stands right behind the one before it, with no mark between them."""
    return words[at].start == words[at - 1].end + 1


def what_stands_near(words: Sequence[Word], first: int, end: int) -> str:
    """What the words from `first` to `end` are of: the phrase before them, the one after them where none is."""
    for at, stop in (_phrase_before(words, first), _phrase_after(words, end), (first, end)):
        if any(w.kind != "sign" and w.folded not in FUNCTION for w in words[at:stop]):
            break
    return f"“{' '.join(w.text for w in words[at:stop])}”"


def _phrase_before(words: Sequence[Word], end: int) -> tuple[int, int]:
    """From where to where the words before `end` are a phrase that neither begins nor ends in the middle."""
    while end and _is_unfinished(words[end - 1]):
        end -= 1
    first = max(0, end - _BEFORE)
    furthest = max(0, first - _FURTHER)
    while first > furthest and _leans(words[first]):
        first -= 1
    while first < end and _leans(words[first]):
        first += 1
    return first, end


def _phrase_after(words: Sequence[Word], first: int) -> tuple[int, int]:
    """The same of the words that follow."""
    end = min(first + _BEFORE, len(words))
    while first < end and _leans(words[first]):
        first += 1
    while end > first and _is_unfinished(words[end - 1]):
        end -= 1
    return first, end


def _leans(word: Word) -> bool:
    return word.kind == "sign" or word.folded in _LEANS


def _is_unfinished(word: Word) -> bool:
    return word.kind == "sign" or word.folded in _UNFINISHED
