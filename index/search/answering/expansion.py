"""What a word of a query stands for: terms of the index.

A wildcard or a misspelling stands for the forms that it fits, in the index or in one article, by one rule for both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from index.errors import QueryError
from index.search.answering.budget import OF_FITTING, Budget
from index.search.answering.recent import Recent
from index.search.query.syntax import Fuzzy, Pattern, Word
from index.search.stored import schema
from index.search.stored.segments import Snapshot

Terms = list[tuple[str, str, float]]
"""Field, term and how much an occurrence of it counts."""

_MOST_FORMS = 2_000
"""Forms that a wildcard may stand for."""
_MOST_TYPED = {2: 50, 3: 100}
_MOST_TYPED_ELSE = 200
"""Forms that an unfinished word of so many letters stands for in a phrase; the shortest ones, since more letters are on
the way."""
_LITERALLY = 4
"""Forms that are looked through for some letters in the time that one posting takes."""
_CLOSENESS = (1.0, 0.6, 0.4)
"""How much an occurrence counts that is so many edits away."""
PARTS = 5
"""What an occurrence counts is a whole number of such parts of one."""


def terms_of(word: Word) -> Terms:
    """The terms that a word stands for; no place in an article is in the lists of two of them."""
    return [(schema.STEM, word.stem, 1.0), *((schema.FORM, form, 1.0) for form in word.inflected)]


def articles_with(word: Word, snapshot: Snapshot) -> int:
    """How many articles have a word; those with several forms that have not one stem count for each."""
    return sum(snapshot.holding(field, term) for field, term, _ in terms_of(word))


def expand(slot: Pattern | Fuzzy, snapshot: Snapshot, recent: Recent, budget: Budget) -> list[tuple[str, float]]:
    """The forms of the index that a slot stands for, in order, each with what an occurrence counts.

    Raises `QueryError` where they are more than can be looked for in time.
    """
    if isinstance(slot, Pattern) and slot.typed:
        beginning = slot.text[:-1]
        forms_typed = recent.beginning(beginning, snapshot.beginning)
        return [(form, 1.0) for form in forms_typed[: _MOST_TYPED.get(len(beginning), _MOST_TYPED_ELSE)]]
    forms = _close(slot, snapshot, budget) if isinstance(slot, Fuzzy) else _fitting(slot, snapshot, budget)
    if len(forms) > _MOST_FORMS:
        shown = slot.text if isinstance(slot, Pattern) else slot.form + "~"
        raise QueryError(f"{shown} stands for more than {_MOST_FORMS:,} words: give more letters")
    return sorted(forms)


def _close(slot: Fuzzy, snapshot: Snapshot, budget: Budget) -> list[tuple[str, float]]:
    """The forms some letters away."""
    from rapidfuzz import process  # takes longer to import than most searches take
    from rapidfuzz.distance import OSA

    forms = snapshot.lexicon().beginning(slot.form[0])
    budget.spend(len(forms))
    found = process.extract_iter(slot.form, forms, scorer=OSA.distance, score_cutoff=slot.distance)
    return [(form, _CLOSENESS[distance]) for form, distance, _ in found]


def _fitting(slot: Pattern, snapshot: Snapshot, budget: Budget) -> list[tuple[str, float]]:
    """The forms that a wildcard stands for."""
    literals = re.split(r"[*?]+", slot.text)
    prefix, longest = literals[0], max(literals, key=len)
    # The lexicon stays, since the next such word asks for it again.
    forms = set(snapshot.beginning(prefix)) if len(prefix) > 1 else snapshot.lexicon().beginning(prefix)
    if slot.text == prefix + "*":
        return [(form, 1.0) for form in forms]
    budget.spend(len(forms) // _LITERALLY)
    likely = [form for form in forms if longest in form]
    budget.spend(OF_FITTING * len(likely))
    fits = _expression(slot).fullmatch
    return [(form, 1.0) for form in likely if fits(form)]


@lru_cache(maxsize=256)
def fitting(slot: Pattern | Fuzzy) -> Callable[[str], float]:
    """A function that gives what an occurrence of a form counts for the slot: 0 where the form does not fit."""
    if isinstance(slot, Fuzzy):
        from rapidfuzz.distance import OSA  # takes longer to import than most searches take

        wanted, first, most = slot.form, slot.form[0], slot.distance

        def close(form: str) -> float:
            if form[0] != first:
                return 0.0
            distance = OSA.distance(wanted, form, score_cutoff=most)
            return _CLOSENESS[distance] if distance <= most else 0.0

        return close
    prefix = slot.text[:-1]
    if not re.search(r"[*?]", prefix) and slot.text.endswith("*"):
        return lambda form: float(form.startswith(prefix))
    fits = _expression(slot).fullmatch
    return lambda form: float(fits(form) is not None)


def _expression(slot: Pattern) -> re.Pattern[str]:
    # At most three stars over at most 64 characters: bounded, whatever the letters are.
    marks = {"*": ".*?", "?": "."}
    return re.compile("".join(marks.get(mark) or re.escape(mark) for mark in slot.text))
