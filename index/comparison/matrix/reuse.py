"""Copied passages: where articles share so long a run of their own words that one of them, or both, copied.

In the manner of passim (Smith, Cordell and Mullen 2014): shingles of four words find the places by hashing, equal
words grow them, and places that follow each other closely, with equal words between them, are one passage.  Quoted
words do not count, since two reporters may have heard the same speech.  Articles that copy one wire story speak with
one voice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import LCSseq

from index.comparison.aligning.passages import Told
from index.documents.model import Span
from index.errors import Cancelled

SHINGLE = 4
"""Words that must be equal in a row for two places to be looked at."""
PASSAGE = 20
"""Equal words that make a copied passage: about a hundred characters, as in passim."""
ONE_VOICE = 0.3
"""The copied share of the shorter article from which the two speak with one voice."""
SAME_VOICE = 0.15
"""The share that every two articles of one voice have in common at least, so that voices do not grow by chaining."""
_GAP = 6  # words an editor may have changed inside a passage
_LONGEST_GAP = 24  # and so many where he left some of them standing
_ALIKE = 0.4  # of the longer side's words
_PLACES = 4  # of a shingle in one article that are tried: text that repeats itself stays linear

Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Copied:
    """The same passage in two articles, nearly word for word; `words` are equal."""

    a: Span
    b: Span
    words: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two articles, by their numbers (`first` < `second`), have in common word for word.

    `share` is that of the shorter article's own words, 0 to 1; passages are in the order of the shorter article.
    """

    first: int
    second: int
    passages: tuple[Copied, ...]
    share: float


@dataclass(frozen=True, slots=True)
class _Words:
    """An article's words outside quotations, in order, and where each of their shingles stands."""

    folded: tuple[str, ...]
    spans: tuple[Span, ...]
    places: dict[Shingle, list[int]]


def reuse(articles: Sequence[Told], cancelled: Callable[[], bool] | None = None) -> tuple[Reuse, ...]:
    """The pairs of articles with copied passages.  Time grows with the words of each pair, whatever they are.

    Raises Cancelled when `cancelled` says so.
    """
    own = [_own_words(article) for article in articles]
    found = []
    for first, second in combinations(range(len(own)), 2):
        if cancelled is not None and cancelled():
            raise Cancelled("The comparison was stopped.")
        one, other = own[first], own[second]
        if one.places.keys().isdisjoint(other.places):
            continue
        turned = len(other.folded) < len(one.folded)
        passages = _passages(other, one) if turned else _passages(one, other)
        if passages:
            share = sum(p.words for p in passages) / min(len(one.folded), len(other.folded))
            told = tuple(Copied(p.b, p.a, p.words) if turned else p for p in passages)
            found.append(Reuse(first, second, told, round(share, 4)))
    return tuple(found)


def voices(count: int, reuses: Sequence[Reuse]) -> tuple[int, ...]:
    """For each of `count` articles the number of its voice: that of the first article which speaks with it."""
    shares = {(r.first, r.second): r.share for r in reuses}
    members = {number: [number] for number in range(count)}
    voice = list(range(count))
    for one in sorted(reuses, key=lambda r: (-r.share, r.first, r.second)):
        left, right = sorted((voice[one.first], voice[one.second]))
        if one.share < ONE_VOICE or left == right:
            continue
        pairs = [(min(x, y), max(x, y)) for x in members[left] for y in members[right]]
        if all(shares.get(pair, 0.0) >= SAME_VOICE for pair in pairs):
            for number in members[right]:
                voice[number] = left
            members[left] += members.pop(right)
    return tuple(voice)


def _own_words(article: Told) -> _Words:
    quoted = [q.span for q in sorted(article.quotations, key=lambda q: q.span)]
    folded: list[str] = []
    spans: list[Span] = []
    at = 0
    for passage in article.passages:
        for word in passage.words:
            while at < len(quoted) and quoted[at].end <= word.start:
                at += 1
            if at == len(quoted) or word.end <= quoted[at].start:
                folded.append(word.folded)
                spans.append(Span(word.start, word.end))
    places: dict[Shingle, list[int]] = {}
    for start in range(len(folded) - SHINGLE + 1):
        found = places.setdefault(tuple(folded[start : start + SHINGLE]), [])
        if len(found) < _PLACES:
            found.append(start)
    return _Words(tuple(folded), tuple(spans), places)


def _passages(a: _Words, b: _Words) -> list[Copied]:
    """The copied passages of `a`, each word of it in one at most."""
    kept: list[Copied] = []
    start_a = start_b = end_a = end_b = words = 0
    for at, place, length in (*_runs(a, b), (len(a.folded) + _GAP + 1, 0, 0)):
        between = _between(a.folded[end_a:at], b.folded[end_b:place]) if words and end_b <= place else None
        if between is not None:
            end_a, end_b, words = at + length, place + length, words + between + length
            continue
        if words >= PASSAGE:
            kept.append(
                Copied(
                    Span(a.spans[start_a].start, a.spans[end_a - 1].end),
                    Span(b.spans[start_b].start, b.spans[end_b - 1].end),
                    words,
                )
            )
        start_a, start_b, end_a, end_b, words = at, place, at + length, place + length, length
    return kept


def _between(a: Sequence[str], b: Sequence[str]) -> int | None:
    """The equal words of two gaps inside a passage; None where the gaps are too long or too little in them is equal."""
    longer = max(len(a), len(b))
    if longer > _LONGEST_GAP:
        return None
    equal = int(LCSseq.similarity(a, b))
    return equal if longer <= _GAP or equal >= _ALIKE * longer else None


def _runs(a: _Words, b: _Words) -> list[tuple[int, int, int]]:
    """Runs of equal words: place in `a`, place in `b`, length; each as long as it can be, one after another in `a`."""
    runs: list[tuple[int, int, int]] = []
    at = ahead = 0
    while at <= len(a.folded) - SHINGLE:
        places = b.places.get(tuple(a.folded[at : at + SHINGLE]), ())
        if not places:
            at += 1
            continue
        length, _, place = max((_equal(a.folded, at, b.folded, p), -abs(p - at - ahead), p) for p in places)
        runs.append((at, place, length))
        ahead = place - at
        at += length
    return runs


def _equal(a: Sequence[str], at: int, b: Sequence[str], place: int) -> int:
    """How many words are equal from `at` and `place` on."""
    length, most = SHINGLE, min(len(a) - at, len(b) - place)
    while length < most and a[at + length] == b[place + length]:
        length += 1
    return length
