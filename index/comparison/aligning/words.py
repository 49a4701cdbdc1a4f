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
    runs = []
    i = j = 0
    for x, y in [*matched, (len(a), len(b))]:
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
