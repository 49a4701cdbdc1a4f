"""All conflicts between two articles, from every finder, each said once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.naming import Naming, names_shared, names_told
from index.comparison.aligning.passages import Told
from index.comparison.conflicts.figures.counts import other_counts
from index.comparison.conflicts.figures.elsewhere import told_elsewhere
from index.comparison.conflicts.figures.event_figures import event_figures
from index.comparison.conflicts.figures.events import event_conflicts
from index.comparison.conflicts.figures.ledger import Figures, figures_of, reworded_figures
from index.comparison.conflicts.figures.of_two_things import of_two_things
from index.comparison.conflicts.figures.told_once import counted_once
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.occasions import copied, in_one_mould, occasion, of_one_time
from index.comparison.conflicts.people.governments import government_conflicts
from index.comparison.conflicts.people.kin import other_kin
from index.comparison.conflicts.people.mediators import other_mediators
from index.comparison.conflicts.people.moves import other_orders
from index.comparison.conflicts.people.offices import office_conflicts
from index.comparison.conflicts.people.positions import other_positions
from index.comparison.conflicts.people.talks import talks_conflicts
from index.comparison.conflicts.reading.markets import of_the_market
from index.comparison.conflicts.reading.one_event import perhaps_two_events
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
from index.comparison.conflicts.word_for_word.titles import of_titles, title_pairs
from index.comparison.quotes import QuoteFinding, named_speaker

_NAMES = 5  # from so many names on, articles are asked whether they share some
_SHARED_NAMES = 0.08  # of the names of the one with fewer; reports of one event share from 0.2 on, mostly half
_SERIAL = 4  # figures, days and months that differ; from more on the two are rather reports of two days
_MOVES = ("number", "date")  # kinds of conflicts about what another day's report gives anew
_FINDERS: tuple[Callable[[Told, Told], Iterable[Finding]], ...] = (
    office_conflicts,
    government_conflicts,
    event_conflicts,
    talks_conflicts,
    other_outcomes,
    other_answers,
    other_qualities,
    other_places,
    other_mediators,
    other_directions,
    other_kin,
    other_orders,
    other_positions,
    other_hours,
    other_causes,
    event_days,
    other_moments,
    none_at_all,
)
"""Those that need nothing but the two articles; of two that find the same the first is told."""
_STRETCH = 500  # characters of a text whose findings are looked through together
_BEST = 0.9  # of the best score of either sentence: only such a pair is read word by word


def conflicts(a: Told, b: Told, pairs: Sequence[Pair], quotes: Sequence[QuoteFinding]) -> tuple[Finding, ...]:
    """Every conflict once; none between articles that hardly name anything in common, for those tell of two events.

    Where they may be of two events, only what differs inside one quotation is held against them.
    """
    fewer = min(len(names_told(a)), len(names_told(b)))
    if fewer >= _NAMES and names_shared(a, b) < _SHARED_NAMES * fewer:
        return ()
    found = [f for pair in _unsettled(pairs) for f in days_told(pair)]
    found += [*reattributions(a, b, quotes), *quoted_conflicts(a, b, quotes)]
    if perhaps_two_events(a, b):
        return _once(found)
    return _once([*_of_one_event(a, b, pairs, found), *other_datelines(a, b, pairs)])


def _of_one_event(a: Told, b: Told, pairs: Sequence[Pair], quoted: Sequence[Finding]) -> list[Finding]:
    """What two reports of one event tell otherwise; `quoted` is what their quotations do."""
    seen = occasion(a, b, pairs)
    open_pairs = _unsettled(pairs)
    figures_a, figures_b = figures_of(a), figures_of(b)
    found = [] if seen.other_subject else _in_sentences(a, b, pairs, open_pairs, figures_a, figures_b)
    moves = _once([f for f in found if f.kind in _MOVES])
    moulded = in_one_mould(moves, a, b, pairs, figures_a.in_common(figures_b))
    if len(moves) > _SERIAL:
        found = [f._replace(strength="differs") for f in found]
    found += [f for pair in open_pairs for f in (*charges(pair), *times_from_today(pair, a, b))]
    found += [f for finder in _FINDERS for f in finder(a, b)]
    found += quoted
    found += _unsaid(other_states(a, b), found)
    found += _unsaid(opposed_claims(a, b, open_pairs), found)
    found += _unsaid(event_matters(a, b), found)
    found += _unsaid(contraries(a, b), found)
    found += _unsaid(no_such_thing(a, b), found)
    moving = of_one_time([f for f in found if f.kind in _MOVES], seen, moulded, a, b)
    near_copy = copied(a, b, pairs)
    if not near_copy:
        moving = [f for f in moving if not of_two_things(a, figures_a, b, figures_b, f)]
    # What an event has once is in no mould: serial reports give other kinds of figures.
    once = [*event_figures(a, b, figures_a, figures_b), *counted_once(a, b)]
    moving += of_one_time(once, seen, False, a, b)
    if not near_copy:
        moving = [f for f in moving if not of_the_market(a, f.a_sentence, b, f.b_sentence)]
    return [*moving, *(f for f in found if f.kind not in _MOVES)]


def _in_sentences(
    a: Told, b: Told, all_pairs: Sequence[Pair], pairs: Sequence[Pair], figures_a: Figures, figures_b: Figures
) -> list[Finding]:
    """What differs in the same place of nearly equal sentences or titles, and the figures of others.

    `pairs` are those of `all_pairs` that are not settled.
    """
    names_a, names_b = Naming(a), Naming(b)
    text_a, text_b = a.side.document.text, b.side.document.text
    found: list[Finding] = []
    titles = title_pairs(a, b, all_pairs)
    for pair in (*_closest(pairs), *titles):
        in_place = slot_conflicts(pair, text_a, text_b, names_a, names_b)
        told = in_place or rearranged_conflicts(pair, names_a, names_b)
        found += told if pair not in titles else of_titles(told, pair)
    reworded = [f for pair in (*pairs, *titles) for f in reworded_figures(pair, figures_a, figures_b)]
    return [
        *found,
        *_unambiguous(
            [*reworded, *told_elsewhere(a, b, figures_a, figures_b), *other_counts(a, b, pairs, figures_a, figures_b)]
        ),
    ]


def _unsaid(claims: Iterable[Finding], found: Sequence[Finding]) -> list[Finding]:
    """The contradictions of sentences that no other finder has a denial in."""
    told = {(f.a_sentence, f.b_sentence) for f in found if f.kind not in _MOVES}
    return [f for f in claims if (f.a_sentence, f.b_sentence) not in told]


def reattributions(a: Told, b: Told, quotes: Sequence[QuoteFinding]) -> Iterator[Finding]:
    """The same quoted words given to different speakers."""
    for quote in quotes:
        if quote.kind != "reattributed":
            continue
        named_a, named_b = named_speaker(a, quote.a), named_speaker(b, quote.b)
        if named_a is not None and named_b is not None:
            yield Finding(
                "attribution",
                "conflict",
                named_a[0],
                named_b[0],
                named_a[1],
                named_b[1],
                "who said the same quoted words",
                0.9,
            )


def _unambiguous(found: Sequence[Finding]) -> list[Finding]:
    """The findings whose words are in no other: a figure with two rivals is surely another fact than at least one.

    Of two about the same words of both sides the first is kept.
    """
    found = list({(f.a, f.b): f for f in reversed(found)}.values())
    in_a, in_b = Counter(f.a for f in found), Counter(f.b for f in found)
    return [f for f in found if in_a[f.a] == in_b[f.b] == 1]


def _unsettled(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs of sentences that do not stand word for word in the other article: those that do agree with it."""
    settled_a = {p.a.order for p in pairs if p.a.plain == p.b.plain}
    settled_b = {p.b.order for p in pairs if p.a.plain == p.b.plain}
    return [p for p in pairs if p.a.order not in settled_a and p.b.order not in settled_b]


def _closest(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that are (nearly) the best of both their sentences: a fact is held against its nearest telling."""
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for pair in pairs:
        best_a[pair.a.order] = max(pair.score, best_a.get(pair.a.order, 0.0))
        best_b[pair.b.order] = max(pair.score, best_b.get(pair.b.order, 0.0))
    return [p for p in pairs if p.score >= _BEST * max(best_a[p.a.order], best_b[p.b.order])]


def _once(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Of findings on overlapping words of both sides the surest."""
    kept: list[Finding] = []
    near: dict[int, list[Finding]] = defaultdict(list)  # by the stretches of A that they touch
    for finding in sorted(found, key=lambda f: (f.strength == "differs", -f.sure, f.a, f.b)):
        stretches = range(finding.a.start // _STRETCH, finding.a.end // _STRETCH + 1)
        if not any(_overlap(finding.a, k.a) and _overlap(finding.b, k.b) for n in stretches for k in near[n]):
            kept.append(finding)
            for n in stretches:
                near[n].append(finding)
    return tuple(kept)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
