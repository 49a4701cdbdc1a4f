"""Figures, ranks and years for one thing in sentences that share fewer words: what is counted tells which thing it is.

An article that counts a kind of thing once, or always by one figure, tells one fact of it.  Two such articles are held
against each other where a word or two beside the figures is the same.  All are only likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import Quantity, agree, counted_apart, far_apart, of_other_things, years
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import COMMON, FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.times import other_times
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.ledger import Counted, Figures, by_one_figure, company, figures_of
from index.comparison.conflicts.findings import Finding, Wording, held_against
from index.comparison.conflicts.reading.about import TO_A_POINT, what_is_measured, what_stands_near
from index.comparison.conflicts.reading.phrases import content, is_open, of_others
from index.comparison.conflicts.reading.rivals import each_tells_one, rivals
from index.comparison.conflicts.reading.saying import told_otherwise

_RARE, _EVERYDAY = 1, 2  # words beside both figures that are the same, by what is counted
_CLOSE = 3  # words beside two figures in aligned sentences that give one of their kind each
_SINCE = frozenset({"after", "since", "before", "than", "like", "from"})  # "nine days after their first debate"
_SECOND = 2.0
_PASSING = frozenset(
    word_list("time day year week month quarter half day hour minute century floor place round street")
)
_NUMBERING = frozenset(
    {"no", "nos", "number", "chapter", "section", "article", "page", "title", "proposition", "route"}
)
_HEAP = 6  # figures of a sentence that is rather a table
_JOINING = ("-", "/", ".")  # before a figure that is part of a name: EC-12, 1986/87
_MOST = 12
_FEW = 12  # a figure up to this is told of many things: only what is counted is asked


class _Rank(NamedTuple):
    """An ordinal before a noun: words first to end."""

    passage: Passage
    value: float
    first: int
    end: int


def other_counts(a: Told, b: Told, pairs: Sequence[Pair], figures_a: Figures, figures_b: Figures) -> Iterator[Finding]:
    """Other counts of one kind of thing, other ranks, and other sums or years in aligned sentences."""
    yield from _counts(a, b, figures_a, figures_b, {(p.a.order, p.b.order) for p in pairs})
    yield from _ranks(a, b)
    for pair in pairs:
        yield from _alone(pair, figures_a, figures_b)
        yield from _years(pair, a, b, figures_a, figures_b)


def _counts(
    a: Told, b: Told, figures_a: Figures, figures_b: Figures, aligned: Set[tuple[int, int]]
) -> Iterator[Finding]:
    def exclude(head: str, x: Counted, y: Counted) -> bool:
        p, q, o, r = x.passage, x.figure, y.passage, y.figure
        needed = (_EVERYDAY if head in COMMON else _RARE) - ((p.order, o.order) in aligned)
        return (
            not agree(q, r)
            and not counted_apart(p.words, q, o.words, r)
            and not told_otherwise(p.words, q, o.words, r)
            and not of_other_things(q, r)
            and not far_apart(q, r)
            and (max(q.value, r.value) <= _FEW or not (figures_b.repeats(q) or figures_a.repeats(r)))
            and len((company(p.words, q.at) & company(o.words, r.at)) - {head}) >= needed
            and not _parted(p, o)
        )

    for _, x, y in rivals(_counted(a), _counted(b), _MOST, exclude, by_one_figure):
        about = f"“{' '.join(w.text for w in x.passage.words[x.end : x.end + 3])}”"
        yield held_against("number", "differs", x, y, about, 0.5)


@once
def _counted(told: Told) -> dict[str, list[Counted]]:
    """By the key of what is counted: every figure of it."""
    figures = figures_of(told)
    found: dict[str, list[Counted]] = defaultdict(list)
    text = told.side.document.text
    for passage in told.stated:
        of = figures.of[passage.order]
        for quantity in of if len(of) <= _HEAP else ():
            joined = text[passage.words[quantity.first].start - 1 :][:1] in _JOINING
            before = passage.words[quantity.first - 1].folded if quantity.first else ""
            if (
                quantity.unit == "count"
                and quantity.head
                and quantity.value > 1
                and before not in _NUMBERING
                and not joined
            ):
                found[quantity.head[0]].append(Counted(passage, quantity))
    return found


def _parted(a: Passage, b: Passage) -> bool:
    return of_others(a, b) or other_times(a, b)


def _ranks(a: Told, b: Told) -> Iterator[Finding]:
    def settled(mine: Sequence[_Rank], theirs: Sequence[_Rank]) -> bool:
        return each_tells_one({x.value for x in mine}, {y.value for y in theirs})

    def exclude(noun: str, x: _Rank, y: _Rank) -> bool:
        shared = (content(x.passage.words) & content(y.passage.words)) - {noun}
        return bool(shared) and not _parted(x.passage, y.passage)

    for _, x, y in rivals(_ranked(a), _ranked(b), _MOST, exclude, settled):
        about = f"which {x.passage.words[x.end - 1].text} it is"
        yield held_against("number", "differs", x, y, about, 0.5, "They differ on {about}")


@once
def _ranked(told: Told) -> dict[str, list[_Rank]]:
    """By the key of a noun: the ordinals right before it."""
    found: dict[str, list[_Rank]] = defaultdict(list)
    for passage in told.stated:
        words = passage.words
        for at, word in enumerate(words[:-1]):
            value = _SECOND if word.folded == "second" else word.value if word.kind == "ordinal" else 0.0
            if not value:
                continue
            noun = words[at + 1]
            after = any(w.folded in _SINCE for w in words[max(0, at - _CLOSE) : at])
            settled = not after and not is_open(words, at)
            if settled and not word.capital and not noun.capital and _noun(noun):
                found[noun.key].append(_Rank(passage, value, at, at + 2))
    return found


def _noun(word: Word) -> bool:
    return word.kind == "word" and word.folded not in FUNCTION and word.folded not in _PASSING


def _alone(pair: Pair, figures_a: Figures, figures_b: Figures) -> Iterator[Finding]:
    """The one sum, share or stretch of time that either of two aligned sentences gives."""
    for unit in ("money", "percent", "days"):
        mine, theirs = (
            [q for q in of if q.unit == unit] for of in (figures_a.of[pair.a.order], figures_b.of[pair.b.order])
        )
        if len(mine) != 1 or len(theirs) != 1:
            continue
        x, y = mine[0], theirs[0]
        if agree(x, y) or figures_b.repeats(x) or figures_a.repeats(y) or _parted(pair.a, pair.b):
            continue
        if told_otherwise(pair.a.words, x, pair.b.words, y) or of_other_things(x, y):
            continue
        if _from_now(pair.a.words, x) != _from_now(pair.b.words, y):
            continue  # when it was, and how long it took
        if len(company(pair.a.words, x.at) & company(pair.b.words, y.at)) >= _CLOSE:
            about = what_is_measured(pair.a.words, x.first, x.end)
            yield held_against(
                "number", "differs", Wording(pair.a, x.first, x.end), Wording(pair.b, y.first, y.end), about, 0.5
            )


def _from_now(words: Sequence[Word], stretch: Quantity) -> bool:
    """Is a stretch of time the way to a point in it ("three months ago", "six days later")?"""
    return any(w.folded in TO_A_POINT for w in words[stretch.end : stretch.end + 1])


def _years(pair: Pair, a: Told, b: Told, figures_a: Figures, figures_b: Figures) -> Iterator[Finding]:
    """The one year that either of two aligned sentences gives, and neither article gives the other's."""
    places = [years(p.words) for p in (pair.a, pair.b)]
    if len(places[0]) != 1 or len(places[1]) != 1:
        return
    i, j = places[0][0], places[1][0]
    if pair.a.words[i].key == pair.b.words[j].key or of_others(pair.a, pair.b):
        return
    counts = [{q.value for q in figures.of[p.order]} for figures, p in ((figures_a, pair.a), (figures_b, pair.b))]
    if counts[0] and counts[1] and not counts[0] & counts[1]:
        return  # other figures of other years
    if pair.b.words[j].value in _values(a) or pair.a.words[i].value in _values(b):
        return
    shared = company(pair.a.words, i) & company(pair.b.words, j) - LANDS
    if len(shared) >= _CLOSE:
        about = what_stands_near(pair.a.words, i, i + 1)
        yield held_against("date", "differs", Wording(pair.a, i, i + 1), Wording(pair.b, j, j + 1), about, 0.5)


@once
def _values(told: Told) -> Set[float]:
    """Every figure that an article tells."""
    return {word.value for passage in told.stated for word in passage.words}
