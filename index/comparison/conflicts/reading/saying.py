"""Small things that turn what a sentence says: denials, who counted, what was only planned, by how much or to what."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.aligning.quantities import Quantity
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION, MODALS, NEGATIONS
from index.comparison.aligning.tokens import Word

FAILING = frozenset(word_list("fail failed fails failing refuse refused refuses decline declined declines unable"))
"""Words that deny what "to" joins to them: "failed to reach"."""

_PLANNED = frozenset(
    word_list(
        """
        planned expected projected forecast proposed budgeted hoped targeted requested predicted intended initially
        originally offered demanded sought wanted promised pledged plans planning aims expects hopes
        wants intends proposes seeks
        """
    )
)
_OPEN = _PLANNED | MODALS
_COUNTING = frozenset({"=say", "count", "estim", "put", "report", "regist", "record", "calcul", "tally", "found"})
_CHANGE, _LEVEL = (
    frozenset(
        word_list(
            """
            by plunge plunged plunges plunging drop dropped drops dropping fall fell falls fallen falling sank sunk
            sinks sinking descended descends descending rose rises risen rising climbed climbs climbing
            gained gains gaining jumped soared tumbled slid shed
            """
        )
    ),
    frozenset({"at", "to", "from"}),
)
"""Right before a figure: by how much something changed ("plunged 20,000 feet"), and where it was ("to 10,000 feet")."""
_NEAR = 6
_CLAUSE = 12


def is_denial(words: Sequence[Word], at: int) -> bool:
    """Does word `at` deny what follows: not, never, without, failed to?"""
    word = words[at]
    return word.folded in NEGATIONS or (word.folded in FAILING and at + 1 < len(words) and words[at + 1].folded == "to")


_DENYING = frozenset({"=deny", "doubt", "unlik", "fals", "disput"})


def denies(words: Sequence[Word]) -> bool:
    """Does a word deny the clause after it: "denied that he had met them", "in denial of", "doubts that"?"""
    return any(w.key in _DENYING or w.stem in _DENYING for w in words)


def denials(words: Sequence[Word]) -> int:
    return sum(is_denial(words, at) for at in range(len(words)))


def told_otherwise(words_a: Sequence[Word], a: Quantity, words_b: Sequence[Word], b: Quantity) -> bool:
    """May two figures both be right: one planned and one come true, a change and a level, two who counted?"""
    plans_a, plans_b = _near(words_a, a), _near(words_b, b)
    if (plans_a & _PLANNED and not plans_b & _OPEN) or (plans_b & _PLANNED and not plans_a & _OPEN):
        return True
    if of_two_sources(words_a, a, words_b, b):
        return True
    before = [words[q.first - 1].folded if q.first else "" for words, q in ((words_a, a), (words_b, b))]
    if (before[0] in _CHANGE and before[1] in _LEVEL) or (before[1] in _CHANGE and before[0] in _LEVEL):
        return True
    return set(before) == {"from", "to"}


def of_two_sources(words_a: Sequence[Word], a: Quantity, words_b: Sequence[Word], b: Quantity) -> bool:
    """Has each figure its own source, or its own end of one range: "10 cents to 15 cents", "10 to 15 cents"?"""
    value_a, value_b = words_a[a.at].value, words_b[b.at].value
    ends_a, ends_b = _range(words_a, a), _range(words_b, b)
    if (len(ends_b) == 1 and _between(words_a, a, value_b)) or (len(ends_a) == 1 and _between(words_b, b, value_a)):
        return True
    if len(ends_a) > 1 and value_a in ends_b and value_b in ends_a:
        return True
    counted_a, counted_b = _who_counted(words_a, a), _who_counted(words_b, b)
    return bool(counted_a and counted_b) and counted_a[0] not in counted_b and counted_b[0] not in counted_a


def _near(words: Sequence[Word], figure: Quantity) -> set[str]:
    """The words before a figure."""
    return {w.folded for w in words[max(0, figure.first - _NEAR) : figure.first]}


def _who_counted(words: Sequence[Word], figure: Quantity) -> list[str]:
    """The keys of the words for who counted, the last one first: "Sánchez, the prime minister, announced two days"."""
    for at in range(figure.first, max(0, figure.first - _CLAUSE), -1):
        word = words[at]
        if (word.key in _COUNTING or word.stem in _COUNTING) and not word.capital:
            if words[at - 1].folded in FUNCTION:
                return []  # "it was said", "they counted"
            near = words[max(0, at - _NEAR) : at]
            return [w.key for w in reversed(near) if w.kind == "word" and w.folded not in FUNCTION]
    return []


def _between(words: Sequence[Word], figure: Quantity, value: float) -> bool:
    """Does a value lie in the range that the figure is an end of: "between 30 and 40", "10 to 15"?"""
    for at in (figure.at - 2, figure.at):
        if not 0 <= at < len(words) - 2:
            continue
        low, joining, high = words[at : at + 3]
        joined = joining.folded == "to" or (joining.folded == "and" and words[at - 1].folded == "between")
        if joined and low.kind == "number" and low.value < value < high.value:
            return True
    return False


def _range(words: Sequence[Word], figure: Quantity) -> set[float]:
    """The figure with the other end of its range: "10 to 15", "between 10 and 15", "10 cents to 15"."""
    ends = {words[figure.at].value}
    for steps in (-3, -2, 2, 3):
        at = figure.at + steps
        if 0 <= at < len(words) and words[at].kind == "number":
            between = words[min(at, figure.at) : max(at, figure.at)]
            if any(w.folded in ("to", "and") for w in between):
                ends.add(words[at].value)
    return ends
