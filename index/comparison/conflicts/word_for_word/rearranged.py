"""Conflicts between two sentences of the same words in another order: "On Friday the board …" and "The board … Monday".

Here the place of a word proves little, so the words are held against each other as a heap: where nearly all of them
stand in both, what one lacks stands for what the other lacks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.naming import Naming, same_name
from index.comparison.aligning.quantities import is_date, is_year
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION, NEGATIONS
from index.comparison.aligning.tokens import Word
from index.comparison.aligning.words import span_of
from index.comparison.conflicts.figures.ledger import strangers
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.reading.saying import FAILING, denials, denies, is_denial
from index.comparison.conflicts.word_for_word.opposites import from_today, opposed
from index.comparison.model import ConflictKind

_SHARED = 0.7  # of the content words of either sentence
_FEWEST = 4  # content words in both
_BESIDE = 2  # words that may stand beside two opposed ones
_REACH = 5  # words between a deed and who did or suffered it
_BEING = frozenset(word_list("is are was were be been being got"))
_MUTUAL = frozenset(
    word_list("=meet =talks =agreement marri debat join wed divorc face resembl accompani follow succeed replac")
)
_OTHERS = frozenset({"other", "another"})
_DONE = frozenset(
    word_list(
        """
        beat sued told hit shot struck stabbed sold gave lent taught caught bit paid fed led sent hurt thanked won
        """
    )
)


class _Heaps(NamedTuple):
    """The content words of a pair of sentences that the other lacks, as places; `bare`: nothing else differs."""

    pair: Pair
    rest_a: tuple[int, ...]
    rest_b: tuple[int, ...]

    @property
    def a(self) -> Sequence[Word]:
        return self.pair.a.words

    @property
    def b(self) -> Sequence[Word]:
        return self.pair.b.words

    def finding(self, kind: ConflictKind, a: tuple[int, int], b: tuple[int, int], bare: bool, about: str) -> Finding:
        """`a` and `b` are places of words, the second not included."""
        return Finding(
            kind,
            "conflict" if bare else "differs",
            span_of(self.a, *a),
            span_of(self.b, *b),
            self.pair.a.span,
            self.pair.b.span,
            about,
            self.pair.score,
            _OPENINGS.get(kind, ""),
        )


_OPENINGS = {
    "negation": "They say opposite things about {about}",
    "participant": "They tell {about}",
}


def rearranged_conflicts(pair: Pair, names_a: Naming, names_b: Naming) -> Iterator[Finding]:
    """What differs between two sentences of nearly the same words."""
    heaps = _heaps(pair)
    if heaps is None:
        return
    yield from _exchanged(heaps)
    if denials(pair.a.words) != denials(pair.b.words):
        yield from _denied(heaps)
        return
    yield from _other_name(heaps, names_a, names_b)
    if not strangers(pair.a, pair.b):
        yield from _other_times(heaps)
        yield from _opposed(heaps)


def _heaps(pair: Pair) -> _Heaps | None:
    rests = []
    for words, others in ((pair.a.words, pair.b.words), (pair.b.words, pair.a.words)):
        left = Counter(w.key for w in others)
        content = [n for n, w in enumerate(words) if w.folded not in FUNCTION and w.kind != "sign"]
        rest = []
        for place in content:
            if left[words[place].key] > 0:
                left[words[place].key] -= 1
            else:
                rest.append(place)
        shared = len(content) - len(rest)
        if shared < max(_FEWEST, _SHARED * len(content)):
            return None
        rests.append(tuple(rest))
    return _Heaps(pair, *rests)


def _denied(heaps: _Heaps) -> Iterator[Finding]:
    """ "Failed to pay" against "paid", "never fired" against "fired", and not a word beside."""
    rests = ((heaps.a, heaps.rest_a), (heaps.b, heaps.rest_b))
    beside = (words[n] for words, rest in rests for n in rest)
    if any(w.folded not in FAILING | NEGATIONS for w in beside) or denies(heaps.a) != denies(heaps.b):
        return
    places = [[n for n in range(len(words)) if is_denial(words, n)] for words, _ in rests]
    if sorted(map(len, places)) != [0, 1]:
        return
    denying, stating = (heaps.a, heaps.b) if places[0] else (heaps.b, heaps.a)
    at = (places[0] or places[1])[0]
    verb = next((w for w in denying[at + 1 : at + 4] if w.folded not in FUNCTION), None)
    there = next((n for n, w in enumerate(stating) if verb is not None and w.key == verb.key), None)
    if verb is None or there is None:
        return
    about = f"“{stating[there].text}”"
    spans = (at, at + 1), (there, there + 1)
    a, b = spans if places[0] else (spans[1], spans[0])
    yield heaps.finding("negation", a, b, False, about)


def _other_times(heaps: _Heaps) -> Iterator[Finding]:
    """Another weekday, month, day or year, and no other figure with it."""
    times_a, times_b = _times(heaps.a, heaps.rest_a), _times(heaps.b, heaps.rest_b)
    figures = [
        words[n]
        for words, rest, times in ((heaps.a, heaps.rest_a, times_a), (heaps.b, heaps.rest_b, times_b))
        for n in rest
        if words[n].kind in ("number", "ordinal") and n not in times.values()
    ]
    if figures or len(times_a) != len(times_b):
        return
    bare = len(heaps.rest_a) == len(heaps.rest_b) == len(times_a)
    for scale in sorted(times_a.keys() & times_b.keys()):
        i, j = times_a[scale], times_b[scale]
        about = f"“{' '.join(w.text for w in heaps.a[max(0, i - 5) : i] or heaps.a[i + 1 : i + 6])}”"
        yield heaps.finding("date", (i, i + 1), (j, j + 1), bare, about)


def _times(words: Sequence[Word], places: Sequence[int]) -> dict[str, int]:
    """The first time of each scale among the words at `places`."""
    found: dict[str, int] = {}
    for n in places:
        if words[n].kind in ("weekday", "month"):
            found.setdefault(words[n].kind, n)
        elif words[n].kind == "number" and is_date(words, n):
            found.setdefault("year" if is_year(words, n) else "day", n)
    return found


def _other_name(heaps: _Heaps, names_a: Naming, names_b: Naming) -> Iterator[Finding]:
    """Another person or place, and nothing else: "… in Tarnow", "… in Lennestadt"."""
    if not heaps.rest_a or not heaps.rest_b:
        return
    runs = [(rest[0], rest[-1] + 1) for rest in (heaps.rest_a, heaps.rest_b)]
    if any(end - first != len(rest) for (first, end), rest in zip(runs, (heaps.rest_a, heaps.rest_b), strict=True)):
        return
    a, b = names_a.name_in(heaps.a, *runs[0]), names_b.name_in(heaps.b, *runs[1])
    if a is None or b is None or not {a.type, b.type} & {"PERSON", "PLACE"}:
        return
    if (a.first, a.end) == runs[0] and (b.first, b.end) == runs[1] and not same_name(names_a, a, names_b, b):
        kind: ConflictKind = "place" if "PLACE" in (a.type, b.type) else "participant"
        about = "the same event" if kind == "place" else "of other people in one event"
        yield heaps.finding(kind, runs[0], runs[1], a.type == b.type, about)


def _opposed(heaps: _Heaps) -> Iterator[Finding]:
    """ "Raised" against "lowered", with hardly another word beside."""
    if len(heaps.rest_a) + len(heaps.rest_b) - 2 > _BESIDE:
        return
    found = [
        (i, j, opposition)
        for i in heaps.rest_a
        for j in heaps.rest_b
        if (opposition := opposed(heaps.a[i], heaps.b[j])) is not None
    ]
    if len(found) != 1:
        return
    i, j, opposition = found[0]
    if from_today(heaps.a, i) or from_today(heaps.b, j):
        return
    beside = [
        words[n]
        for words, rest, at in ((heaps.a, heaps.rest_a, i), (heaps.b, heaps.rest_b, j))
        for n in rest
        if n != at
    ]
    if any(w.capital or w.kind != "word" for w in beside):
        return
    about = f"“{' '.join(w.text for w in heaps.a[i + 1 : i + 5] or heaps.a[max(0, i - 4) : i])}”"
    yield heaps.finding(opposition.kind, (i, i + 1), (j, j + 1), opposition.sure and not beside, about)


def _exchanged(heaps: _Heaps) -> Iterator[Finding]:
    """ "Lund accused Hahn" against "Hahn accused Lund", also in the passive voice."""
    if len(heaps.rest_a) + len(heaps.rest_b) > _BESIDE or any(w.folded in _OTHERS for w in (*heaps.a, *heaps.b)):
        return
    deeds_b = {w.key: n for n, w in enumerate(heaps.b) if _is_deed(w)}
    for at, word in enumerate(heaps.a):
        there = deeds_b.get(word.key) if _is_deed(word) else None
        if there is None or word.key in _MUTUAL or word.stem in _MUTUAL:
            continue
        one, other = _roles(heaps.a, at), _roles(heaps.b, there)
        if one is None or other is None or one[0] & one[1] or one != (other[1], other[0]):
            continue
        bare = not heaps.rest_a and not heaps.rest_b
        about = f"in opposite ways who “{word.text}” whom"
        yield heaps.finding("participant", (at, at + 1), (there, there + 1), bare, about)
        return


def _is_deed(word: Word) -> bool:
    return not word.capital and word.kind == "word" and (word.folded.endswith("ed") or word.folded in _DONE)


def _roles(words: Sequence[Word], at: int) -> tuple[frozenset[str], frozenset[str]] | None:
    """Who does what word `at` tells, and to whom, as the keys of the names nearest to it."""
    before = next((n for n in range(at - 1, max(-1, at - _REACH - 1), -1) if _names(words[n], n)), None)
    after = next((n for n in range(at + 1, min(len(words), at + _REACH + 1)) if _names(words[n], n)), None)
    if before is None or after is None:
        return None
    passive = words[at - 1].folded in _BEING and any(w.folded == "by" for w in words[at + 1 : after])
    first = before
    while first > 0 and _names(words[first - 1], first - 1):
        first -= 1
    end = after + 1
    while end < len(words) and _names(words[end], end):
        end += 1
    one, other = (frozenset(w.key for w in part) for part in (words[first : before + 1], words[after:end]))
    return (other, one) if passive else (one, other)


def _names(word: Word, place: int) -> bool:
    return word.capital and word.kind == "word" and word.folded not in FUNCTION and (place > 0 or len(word.text) > 1)
