"""Words that a person has added as a name: where they stand, and what they take from what articles name themselves."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from index.documents.model import Document, Span
from index.documents.sentences import segments


def words_pattern(names: Collection[str]) -> re.Pattern[str] | None:
    """Finds any of the names, the longest first, as whole words; None for no names."""
    if not names:
        return None
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(f"({_spaced(name)})" for name in ordered) + r")(?!\w)")


def _spaced(name: str) -> str:
    return r"\s".join(map(re.escape, name.split()))


def occurrences(document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and words, with single spaces, of each occurrence inside one segment of the document."""
    if pattern.search(document.text) is None:
        return
    for segment in segments(document):
        for match in pattern.finditer(document.text, segment.start, segment.end):
            yield *match.span(), " ".join(match.group().split())


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands after added words found their place: numbers of the added ones that do, in order, and numbers of
    what they cover."""

    kept: tuple[int, ...]
    covered: frozenset[int]


def standing(recognised: Sequence[Span], added: Sequence[Span]) -> Standing:
    """Both are sorted, and in neither lies one over another.  An added one goes before recognised ones that it wholly
    covers and is longer than, and gives way to all others.
    """
    starts = [span.start for span in recognised]
    kept: list[int] = []
    covered: set[int] = set()
    for number, one in enumerate(added):
        at = bisect_right(starts, one.start) - 1
        if at < 0 or recognised[at].end <= one.start:
            at += 1
        over = []
        while at < len(recognised) and recognised[at].start < one.end:
            over.append(at)
            at += 1
        inside = all(one.start <= recognised[n].start and recognised[n].end <= one.end for n in over)
        if inside and all(recognised[n].end - recognised[n].start < one.end - one.start for n in over):
            covered.update(over)
            kept.append(number)
    return Standing(tuple(kept), frozenset(covered))
