"""What a wildcard or a misspelling stands for: the forms of the index that it fits, or those of one article, by one
rule for both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from index.errors import QueryError
from index.search.answering.recent import Recent
from index.search.query.syntax import Fuzzy, Pattern
from index.search.stored.segments import Segment, Snapshot

_MOST_FORMS = 2_000
"""Forms that a wildcard may stand for."""
_MOST_TYPED = {2: 50, 3: 100}
_MOST_TYPED_ELSE = 200
"""Forms that an unfinished word of so many letters stands for; the shortest ones, since more letters are on the way."""
_CLOSENESS = (1.0, 0.6, 0.4)
"""How much an occurrence counts that is so many edits away."""


def expand(slot: Pattern | Fuzzy, snapshot: Snapshot, recent: Recent) -> list[tuple[str, float]]:
    """The forms of the index that a slot stands for, in order, each with what an occurrence counts.

    Raises `QueryError` where they are more than can be looked for in time.
    """
    if isinstance(slot, Pattern) and slot.typed:
        beginning = slot.text[:-1]
        forms_typed = recent.beginning(beginning, lambda prefix: snapshot.each(lambda each: each.beginning(prefix)))
        return [(form, 1.0) for form in forms_typed[: _MOST_TYPED.get(len(beginning), _MOST_TYPED_ELSE)]]
    fits = fitting(slot)
    prefix = slot.form[0] if isinstance(slot, Fuzzy) else re.split(r"[*?]", slot.text, maxsplit=1)[0]
    forms: dict[str, float] = {}
    for form in snapshot.each(lambda segment: _forms(segment, prefix)):
        if form not in forms and (weight := fits(form)):
            forms[form] = weight
    if len(forms) > _MOST_FORMS:
        shown = slot.text if isinstance(slot, Pattern) else slot.form + "~"
        raise QueryError(f"{shown} stands for more than {_MOST_FORMS:,} words: give more letters")
    return sorted(forms.items())


def _forms(segment: Segment, prefix: str) -> list[str]:
    if len(prefix) < 2:
        segment.lexicon()  # kept, since the next such word asks for it again
    return segment.beginning(prefix)


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
    # At most three stars over at most 64 characters: bounded, whatever the letters are.
    pattern = re.compile(
        "".join(".*?" if mark == "*" else "." if mark == "?" else re.escape(mark) for mark in slot.text)
    )
    return lambda form: float(pattern.fullmatch(form) is not None)
