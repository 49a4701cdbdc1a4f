"""A count that either article gives once: "48 turbines" in one, "36 turbines" in the other, in no words in common.

An article on an event counts what belongs to it.  Where two articles surely report one event, each counts a kind of
thing by one figure once those are taken away that both give, that are of another time or that are a part, and the two
figures do not go together, they are held against each other.  All are only likely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Told
from index.comparison.aligning.quantities import Quantity, far_apart, years
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import COMMON, FUNCTION, MODALS
from index.comparison.aligning.times import other_times, periods_in
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.figures_in_place import bound_from
from index.comparison.conflicts.figures.ledger import Counted, by_one_figure, figures_of
from index.comparison.conflicts.findings import Finding, held_against
from index.comparison.conflicts.reading.called import called
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.phrases import of_others
from index.comparison.conflicts.reading.rivals import rivals
from index.comparison.conflicts.reading.saying import told_otherwise

_FEWEST = 4  # below, a figure is told of many things
_MOST = 12  # figures of one thing; more tell none apart
_HEAP = 4  # figures of a sentence that is rather a table
_BESIDE = 6  # words on either side that may tell that a count is of another time, or a part
_OTHERWISE = MODALS - {"will", "would"} | frozenset(
    word_list(
        """
        previous previously earlier ago former formerly original originally initially once first last next another
        other others more additional further each every per half quarter third remaining rest including include
        included among least if planned similar average usual usually normally since history record decade decades
        already only fewer than same extra separate elsewhere
        """
    )
)
_UNCOUNTED = frozenset(
    word_list(
        """
        persons members officials points hours minutes others countries nations seats votes dollars dlrs pages words
        steps sides levels questions issues miles inches kilometers kilometres meters metres yards lots cts cents pounds
        tons tonnes barrels shares bushels acres hectares degrees centuries letters emails figures republicans democrats
        senators lawmakers voters
        """
    )
)
"""Plurals that are counted of many things, beside the everyday words."""


def counted_once(a: Told, b: Told) -> Iterator[Finding]:
    """The counts of one kind of thing that differ, where each article has one left."""
    if not surely_one_event(a, b):
        return

    def exclude(_: str, x: Counted, y: Counted) -> bool:
        return (
            not far_apart(x.figure, y.figure)
            and not told_otherwise(x.passage.words, x.figure, y.passage.words, y.figure)
            and not other_times(x.passage, y.passage)
            and not of_others(x.passage, y.passage)
        )

    for _, x, y in rivals(_left(a, b), _left(b, a), _MOST, exclude, by_one_figure):
        yield held_against("number", "differs", x, y, f"“{x.passage.words[x.end].text}”", 0.4)


def _left(told: Told, other: Told) -> Mapping[str, Sequence[Counted]]:
    """By the word for what both count: the figures that the other article does not give."""
    given, things = figures_of(other), _counted(other).keys()
    return {
        thing: [x for x in of if not given.repeats(x.figure)] for thing, of in _counted(told).items() if thing in things
    }


@once
def _counted(told: Told) -> dict[str, list[Counted]]:
    """By the word for what is counted: its figures, those of another time and of a part left out."""
    figures = figures_of(told)
    found: dict[str, list[Counted]] = defaultdict(list)
    for passage in told.stated:
        words, of = passage.words, figures.of[passage.order]
        if not of or len(of) > _HEAP or periods_in(words) or years(words):
            continue
        for quantity in of:
            if quantity.unit == "count" and quantity.value >= _FEWEST and _bare(words, quantity):
                found[called(words[quantity.end])].append(Counted(passage, quantity))
    return found


def _bare(words: Sequence[Word], quantity: Quantity) -> bool:
    """Is a plain thing counted right after the figure, all of it, and of this event: "48 turbines are to be built"?"""
    end = quantity.end
    if end >= len(words):
        return False
    noun = words[end]
    if noun.kind != "word" or noun.capital or not _is_plural(noun.folded):
        return False
    if noun.folded in _UNCOUNTED or noun.folded in FUNCTION or noun.key in COMMON or noun.stem in COMMON:
        return False
    following = words[end + 1] if end + 1 < len(words) else None
    if following is not None and (following.folded in _PART_OF or following.capital):
        return False
    begin = bound_from(words, quantity.first) if quantity.bound else quantity.first
    near = words[max(0, begin - _BESIDE) : begin]
    return not any(w.folded in _OTHERWISE for w in near) and not (near and near[-1].folded in _OF_ALL)


def _is_plural(folded: str) -> bool:
    """As far as it is seen by its ending: "turbines", but not "basis" (points) or "gas" (turbines)."""
    return folded.endswith("s") and not folded.endswith(("as", "is", "ss", "us"))


_PART_OF = frozenset({"of", "from", "in", "with", "who", "whose", "that", "which", "per", "ago", "later", "old"})
_OF_ALL = frozenset({"the", "these", "those", "of", "no", "to", "by", "out"})
