"""Words in one place of two nearly equal sentences that contradict each other: rose and fell, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.stopwords import FUNCTION, NEGATIONS
from index.comparison.aligning.tokens import Word
from index.comparison.aligning.words import Run, WordAlignment, span_of
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.reading.about import what_stands_near
from index.comparison.conflicts.word_for_word.opposites import from_today, opposed

_LONGEST = 4  # words in the place of others
_POSTS = {
    "president": "president",
    "vice president": "vice president",
    "chief executive": "chief executive",
    "chief executive officer": "chief executive",
    "ceo": "chief executive",
    "chairman": "chairman",
    "chairwoman": "chairman",
    "chief operating officer": "chief operating officer",
    "chief financial officer": "chief financial officer",
}
_PRINTED = tuple(f" {post} " for post in _POSTS)
_SIDES = frozenset({"over", "under", "above", "below"})
_OPENINGS = {
    "negation": "They say opposite things about {about}",
    "participant": "They tell of different people in {about}",
    "place": "They give different directions in {about}",
}


def contradictions(pair: Pair, aligned: WordAlignment, copy: bool) -> Iterator[Finding]:
    """The opposed words of a pair of sentences; all are only likely where the two are no copies (`copy`).

    Another "not" on one side alone turns the sense of what it stands by: then nothing is said.
    """
    more_denials = _denials(pair.a.words) - _denials(pair.b.words)
    for run in aligned.runs:
        part_a, part_b = pair.a.words[run.a0 : run.a1], pair.b.words[run.b0 : run.b1]
        if not part_a or not part_b or max(len(part_a), len(part_b)) > _LONGEST or _counts(part_a) or _counts(part_b):
            continue
        posts = _post(part_a), _post(part_b)
        if all(posts) and posts[0] != posts[1] and not _holds_both(pair):
            a, b = span_of(part_a, 0, len(part_a)), span_of(part_b, 0, len(part_b))
            about, spans = _around(pair.a.words, run), (pair.a.span, pair.b.span)
            yield Finding("status", "differs", a, b, *spans, about, pair.score, "They give different posts in {about}")
            continue
        found = [
            (i, j, kind)
            for i, x in enumerate(part_a)
            for j, y in enumerate(part_b)
            if (kind := opposed(x, y)) is not None
        ]
        if len(found) != 1 or _bounds_a_figure(pair.a.words, run.a1):
            continue
        i, j, opposition = found[0]
        if from_today(pair.a.words, run.a0 + i) or from_today(pair.b.words, run.b0 + j):
            continue
        turned = more_denials != _denials([part_a[i]]) - _denials([part_b[j]])
        if turned or _says_more(part_a, i) or _says_more(part_b, j):
            continue
        yield Finding(
            opposition.kind,
            "conflict" if opposition.sure and copy else "differs",
            span_of(part_a, i, i + 1),
            span_of(part_b, j, j + 1),
            pair.a.span,
            pair.b.span,
            _around(pair.a.words, run),
            pair.score,
            _OPENINGS.get(opposition.kind, ""),
        )


def _post(words: Sequence[Word]) -> str:
    """The post at the head of a firm or body that the words name and nothing else, or ""."""
    return _POSTS.get(" ".join(w.folded for w in words if w.folded not in FUNCTION), "")


def _holds_both(pair: Pair) -> bool:
    """Does one of the sentences name two such posts: "president and chief executive"?"""
    return any(sum(post in f" {p.plain} " for post in _PRINTED) > 1 for p in (pair.a, pair.b))


def _denials(words: Sequence[Word]) -> int:
    return sum(w.folded in NEGATIONS for w in words)


def _counts(words: Sequence[Word]) -> bool:
    """Is a figure among the words?  Then it is the figures that are held against each other."""
    return any(w.kind in ("number", "ordinal") for w in words)


def _bounds_a_figure(words: Sequence[Word], end: int) -> bool:
    """ "More than 40", "over 40": then it is the figure with its bound that is held against the other."""
    if end and words[end - 1].folded in _SIDES:
        return end < len(words) and words[end].kind == "number"
    return [w.kind == "number" or w.folded == "than" for w in words[end : end + 2]] == [True, True]


def _says_more(words: Sequence[Word], at: int) -> bool:
    """Do other words of the place tell something too?"""
    return any(n != at and w.folded not in FUNCTION for n, w in enumerate(words))


def _around(words: Sequence[Word], run: Run) -> str:
    """The sentence's words about the place, for people."""
    if run.a1 == len(words):
        return what_stands_near(words, run.a0, run.a1)
    before = " ".join(w.text for w in words[max(0, run.a0 - 2) : run.a0])
    after = " ".join(w.text for w in words[run.a1 : run.a1 + 3])
    return f"“{before} … {after}”".replace("“ ", "“").replace(" ”", "”")
