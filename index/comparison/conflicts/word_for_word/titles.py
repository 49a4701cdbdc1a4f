"""Titles are held against each other, and against the sentence of the other article that tells the same.

A title is no passage of the alignment: it repeats what the article tells.  It is compared with a sentence only where no
sentence of its own article answers that one, so nothing is reported twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from index.comparison.aligning.alignment import SAME, Pair, similarity
from index.comparison.aligning.naming import names_unknown
from index.comparison.aligning.passages import Passage, Told
from index.comparison.conflicts.findings import Finding

_ONE_THING = 0.3  # the likeness from which two titles tell of one thing
_TOLD = 0.45  # that from which a sentence tells what a title does
_LEAD = 6  # passages in which an article tells what its title does


def title_pairs(a: Told, b: Told, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The two titles as a pair, and each title with the nearest of the other article's first sentences."""
    found: list[Pair] = []
    if a.title is not None and b.title is not None:
        score = similarity(a.title, b.title)
        one = a.title.plain != b.title.plain and not names_unknown(a.title, b) and not names_unknown(b.title, a)
        if score >= _ONE_THING and one:
            found.append(Pair(a.title, b.title, score))
    if a.title is not None:
        answered = {p.b.order for p in pairs if p.score >= SAME}
        found += [Pair(a.title, p, score) for p, score in _nearest(a.title, a, b, answered)]
    if b.title is not None:
        answered = {p.a.order for p in pairs if p.score >= SAME}
        found += [Pair(p, b.title, score) for p, score in _nearest(b.title, b, a, answered)]
    return tuple(found)


def of_titles(found: Iterable[Finding], pair: Pair) -> list[Finding]:
    """What holds of titles: each is surer than its report, and without its sentence a figure may be of anything."""
    return [f for f in found if f.kind != "modality" and (f.kind != "number" or pair.score >= SAME)]


def _nearest(title: Passage, own: Told, other: Told, answered: set[int]) -> Iterator[tuple[Passage, float]]:
    """The sentence that tells what a title of `own` does, unless `own` has that sentence too."""
    plain = {p.plain for p in own.passages}
    scored = [
        (similarity(title, p), p)
        for p in other.passages[:_LEAD]
        if p.order not in answered and p.plain not in plain and title.plain != p.plain
    ]
    if not scored or names_unknown(title, other):
        return
    score, nearest = max(scored, key=itemgetter(0))
    if score >= _TOLD:
        yield nearest, score
