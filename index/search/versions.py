"""Versions of one article among others: texts that are the same but for some words.

Two texts are as alike as the sets of their runs of five words (shingles; Broder 1997: resemblance).  A text is kept as
the least hash in each of 128 parts of the hashes' range (one permutation hashing; Li, Owen and Zhang 2012), from which
the resemblance of two is estimated to within some hundredths, whatever their length.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Sequence

ALIKE = 0.5
"""Resemblance from which two texts are versions of one: about one word in ten changed, or a fifth of the text cut."""
_WORDS = 5
_BINS = 128
_MASK = (1 << 64) - 1
_EMPTY = (1 << 32) - 1
_MOST_WORDS = 20_000
"""Words of a text that are looked at."""
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0xD6E8FEB86659FD93)
_WORD = re.compile(r"\w+")

Sketch = Sequence[int]
"""What is kept of a text: for each part of the range the least hash in it."""


def sketch(text: str) -> Sketch:
    """The sketch of a text, by its words without case."""
    words = _WORD.findall(text[: _MOST_WORDS * 10].casefold())[:_MOST_WORDS]
    numbers = {word: zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in set(words)}
    codes = [numbers[word] for word in words]
    # A text of fewer words than a shingle is one shingle.
    codes += [0] * (_WORDS - len(codes))
    columns = [[code * factor for code in codes[at:]] for at, factor in enumerate(_FACTORS)]
    least = array("I", [_EMPTY]) * _BINS
    for hashed in {sum(together) & _MASK for together in zip(*columns, strict=False)}:
        mixed = (hashed ^ (hashed >> 31)) * _FACTORS[0] & _MASK
        part, value = mixed >> 57, mixed >> 20 & _EMPTY
        if value < least[part]:
            least[part] = value
    return least


def resemblance(one: Sketch, other: Sketch) -> float:
    """An estimate of how alike two texts are, from 0 to 1."""
    both = [(a, b) for a, b in zip(one, other, strict=True) if a != _EMPTY or b != _EMPTY]
    return sum(a == b for a, b in both) / len(both) if both else 1.0


def leaders(sketches: Sequence[Sketch]) -> list[int]:
    """For each text the first one that it is a version of, which may be itself.

    Only texts that share a least hash are compared, so that time grows with the likeness found.
    """
    first: list[int] = []
    sharing: dict[tuple[int, int], list[int]] = {}
    for number, own in enumerate(sketches):
        shared: dict[int, int] = {}
        for part in enumerate(own):
            for leader in sharing.get(part, ()) if part[1] != _EMPTY else ():
                shared[leader] = shared.get(leader, 0) + 1
        # Equally many parts shared: the one that came first.
        likely = sorted(shared, key=lambda leader: (-shared[leader], leader))[:3]
        found = next((leader for leader in likely if resemblance(own, sketches[leader]) >= ALIKE), number)
        if found == number:
            for part in enumerate(own):
                sharing.setdefault(part, []).append(number)
        first.append(found)
    return first
