"""Every rule of conflicts by itself: what it finds between two texts, without what other rules would say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from index.comparison.aligning.alignment import align
from index.comparison.aligning.naming import Naming
from index.comparison.aligning.passages import Told
from index.comparison.conflicts.figures.counts import other_counts
from index.comparison.conflicts.figures.elsewhere import told_elsewhere
from index.comparison.conflicts.figures.event_figures import event_figures
from index.comparison.conflicts.figures.events import event_conflicts
from index.comparison.conflicts.figures.ledger import Figures, reworded_figures
from index.comparison.conflicts.figures.told_once import counted_once
from index.comparison.conflicts.findings import Finding, explained
from index.comparison.conflicts.people.governments import government_conflicts
from index.comparison.conflicts.people.kin import other_kin
from index.comparison.conflicts.people.mediators import other_mediators
from index.comparison.conflicts.people.moves import other_orders
from index.comparison.conflicts.people.offices import office_conflicts
from index.comparison.conflicts.people.positions import other_positions
from index.comparison.conflicts.people.talks import talks_conflicts
from index.comparison.conflicts.statements.charges import charges
from index.comparison.conflicts.statements.no_such_thing import no_such_thing
from index.comparison.conflicts.statements.none_at_all import none_at_all
from index.comparison.conflicts.statements.opposed_claims import opposed_claims
from index.comparison.conflicts.statements.qualified import other_qualities
from index.comparison.conflicts.what_became.causes import other_causes
from index.comparison.conflicts.what_became.contraries import contraries
from index.comparison.conflicts.what_became.event_matters import event_matters
from index.comparison.conflicts.what_became.fillers import other_answers
from index.comparison.conflicts.what_became.outcomes import other_outcomes
from index.comparison.conflicts.what_became.things import other_states
from index.comparison.conflicts.when_and_where.directions import other_directions
from index.comparison.conflicts.when_and_where.event_days import event_days
from index.comparison.conflicts.when_and_where.hours import other_hours
from index.comparison.conflicts.when_and_where.moments import other_moments
from index.comparison.conflicts.when_and_where.relative_times import times_from_today
from index.comparison.conflicts.when_and_where.whereabouts import other_places
from index.comparison.conflicts.word_for_word.datelines import other_datelines
from index.comparison.conflicts.word_for_word.quoted_words import days_told, quoted_conflicts
from index.comparison.conflicts.word_for_word.rearranged import rearranged_conflicts
from index.comparison.conflicts.word_for_word.slots import slot_conflicts
from index.comparison.quotes import quote_pairs
from tests.index.comparison.rules.texts import both_told

Rule = Callable[[Told, Told], Iterable[Finding]]


def _quoted(a: Told, b: Told) -> Iterator[Finding]:
    yield from quoted_conflicts(a, b, quote_pairs(a, b))
    for pair in align(a, b):
        yield from days_told(pair)


def _event_figures(a: Told, b: Told) -> Iterator[Finding]:
    yield from event_figures(a, b, Figures(a), Figures(b))


def _in_place(a: Told, b: Told) -> Iterator[Finding]:
    for pair in align(a, b):
        yield from slot_conflicts(pair, a.side.document.text, b.side.document.text, Naming(a), Naming(b))


def _rearranged(a: Told, b: Told) -> Iterator[Finding]:
    for pair in align(a, b):
        yield from rearranged_conflicts(pair, Naming(a), Naming(b))


def _reworded(a: Told, b: Told) -> Iterator[Finding]:
    for pair in align(a, b):
        yield from reworded_figures(pair, Figures(a), Figures(b))


def _charges(a: Told, b: Told) -> Iterator[Finding]:
    for pair in align(a, b):
        yield from charges(pair)


def _from_today(a: Told, b: Told) -> Iterator[Finding]:
    for pair in align(a, b):
        yield from times_from_today(pair, a, b)


RULES: dict[str, Rule] = {
    "causes": other_causes,
    "clause_cues": _event_figures,
    "positions": other_positions,
    "moves": other_orders,
    "hours": other_hours,
    "kin": other_kin,
    "directions": other_directions,
    "contests": other_outcomes,
    "contraries": contraries,
    "charges": _charges,
    "counts": lambda a, b: other_counts(a, b, align(a, b), Figures(a), Figures(b)),
    "datelines": lambda a, b: other_datelines(a, b, align(a, b)),
    "elsewhere": lambda a, b: told_elsewhere(a, b, Figures(a), Figures(b)),
    "event_days": event_days,
    "event_figures": _event_figures,
    "event_figures_of_occasions": _event_figures,
    "event_figures_of_whom": _event_figures,
    "event_matters": event_matters,
    "events": event_conflicts,
    "figures_in_place": _in_place,
    "fillers": other_answers,
    "ledger": _reworded,
    "mediators": other_mediators,
    "moments": other_moments,
    "offices": lambda a, b: (*office_conflicts(a, b), *government_conflicts(a, b)),
    "no_such_thing": no_such_thing,
    "none_at_all": none_at_all,
    "opposed_claims": lambda a, b: opposed_claims(a, b, align(a, b)),
    "outcomes": other_outcomes,
    "qualified": other_qualities,
    "quoted_words": _quoted,
    "rearranged": _rearranged,
    "relative_times": _from_today,
    "slots": _in_place,
    "talks": talks_conflicts,
    "things": other_states,
    "told_once": counted_once,
    "whereabouts": other_places,
}


def found(rule: str, a: str, b: str) -> list[str]:
    """What one rule finds between two texts: kind and strength, and the explanation in words."""
    left, right = both_told(a, b)
    lines = []
    for finding in RULES[rule](left, right):
        for span, sentence in ((finding.a, finding.a_sentence), (finding.b, finding.b_sentence)):
            assert sentence.start <= span.start < span.end <= sentence.end
        assert 0 <= finding.sure <= 1
        conflict = explained(finding, left.side.document.text, right.side.document.text)
        lines.append(f"{conflict.kind}, {conflict.strength}: {conflict.explanation}")
    return lines
