"""Where the words of a text stand that begin with some letters: of an article that is shown they are sooner found in
the text than in the lists of the hundreds of words that begin so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate

from index.search.folding import fold

_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo", "Nd"})
"""Categories of characters that remain in a form; what else stands first or second in a word may be left out of it."""


class MayBegin(dict[str, bool]):
    """Whether a word whose first characters are these two may begin with some letters, told once for each such pair."""

    def __init__(self, letters: str) -> None:
        self._letters = letters[:2]

    def __missing__(self, pair: str) -> bool:
        self[pair] = found = self._told(pair)
        return found

    def _told(self, pair: str) -> bool:
        folded, category = fold(pair), unicodedata.category(pair[1:] or " ")
        if category.startswith("M") or unicodedata.category(pair[:1] or " ") not in _LETTERS:
            return True
        return self._letters.startswith(folded[:2] if category in _LETTERS else folded[:1])


def words_begun(text: str, gaps: Sequence[int], may: MayBegin) -> Iterator[tuple[int, int]]:
    """Of the words of a text, whose `gaps` are those of `starts`, the ones that may have a part that begins with some
    letters: position and character of each, in order.

    Raises ValueError where the text is not the one that has the gaps.
    """
    begins = list(accumulate(gaps))
    if begins and begins[-1] >= len(text):
        raise ValueError("a position beyond the text")
    found = [at for at, begin in enumerate(begins) if may[text[begin : begin + 2]]]
    if 0 in gaps:
        # The further parts of a word begin where it begins: what they are is not told by its first letters.
        further = {at for at, gap in enumerate(gaps) if at and not gap}
        found = sorted({*found, *(at - 1 for at in further)} - further)
    for at in found:
        yield at, begins[at]
