"""Word-level alignment of two sentences: which words stand, and which runs were replaced, inserted or deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from index.comparison.aligning.tokens import Word
from index.documents.model import Span

_LARGEST = 160_000  # cells of the table; longer pairs of sentences are compared at their equal beginnings and ends only


class Run(NamedTuple):
    """Words a[a0:a1] stand where b[b0:b1] stand; one of the two may be empty."""

    a0: int
    a1: int
    b0: int
    b1: int


class WordAlignment(NamedTuple):
    """`matched` holds index pairs of equal words in order; `runs` what lies between them."""

    matched: tuple[tuple[int, int], ...]
    runs: tuple[Run, ...]

    def share(self, a: Sequence[Word], b: Sequence[Word]) -> float:
        """The share of the longer sentence's words that stand in both."""
        return len(self.matched) / max(1, len(a), len(b))


def align_words(a: Sequence[Word], b: Sequence[Word]) -> WordAlignment:
    """Longest common subsequence over the words' keys."""
    keys_a, keys_b = [w.key for w in a], [w.key for w in b]
    head = 0
    while head < min(len(a), len(b)) and keys_a[head] == keys_b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and keys_a[-1 - tail] == keys_b[-1 - tail]:
        tail += 1
    middle_a, middle_b = keys_a[head : len(a) - tail], keys_b[head : len(b) - tail]
    matched = [(n, n) for n in range(head)]
    if len(middle_a) * len(middle_b) <= _LARGEST:
        matched += [(head + i, head + j) for i, j in _longest_common(middle_a, middle_b)]
    matched += [(len(a) - n, len(b) - n) for n in range(tail, 0, -1)]
    return _with_runs(matched, len(a), len(b))


def align_piece(a: Sequence[Word], b: Sequence[Word]) -> WordAlignment:
    """The same, but where all words of one stand in a row in the other, these are meant: "I wish I could" is the end of
    "I never do it. I wish I could", and its first word not the first one there.
    """
    keys_a, keys_b = [w.key for w in a], [w.key for w in b]
    if (at := place_of(keys_b, keys_a)) >= 0:
        return _with_runs([(at + n, n) for n in range(len(b))], len(a), len(b))
    if (at := place_of(keys_a, keys_b)) >= 0:
        return _with_runs([(n, at + n) for n in range(len(a))], len(a), len(b))
    return align_words(a, b)


def place_of(piece: Sequence[str], whole: Sequence[str], first: int = 0) -> int:
    """Where the words of a piece stand in a row, from `first` on; -1 where they do not, or where there are none."""
    if not piece:
        return -1
    ends = range(first, len(whole) - len(piece) + 1)
    return next((at for at in ends if whole[at] == piece[0] and whole[at : at + len(piece)] == piece), -1)


def _with_runs(matched: Sequence[tuple[int, int]], length_a: int, length_b: int) -> WordAlignment:
    """The matched words, and what lies between them."""
    runs = []
    i = j = 0
    for x, y in [*matched, (length_a, length_b)]:
        if x > i or y > j:
            runs.append(Run(i, x, j, y))
        i, j = x + 1, y + 1
    return WordAlignment(tuple(matched), tuple(runs))


def _longest_common(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    return [
        (block.src_start + n, block.dest_start + n)
        for block in LCSseq.opcodes(a, b)
        if block.tag == "equal"
        for n in range(block.src_end - block.src_start)
    ]


def span_of(words: Sequence[Word], first: int, end: int) -> Span:
    """The characters from word `first` to word `end`, not including it.

    Nothing begins inside a word as it is written: "hasn't" is two words, and no article says "n't apologized".
    """
    while first > 0 and words[first].folded == "not" and words[first - 1].end == words[first].start:
        first -= 1
    return Span(words[first].start, words[end - 1].end)
