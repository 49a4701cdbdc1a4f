"""Conflicts between two sentences that are nearly word for word the same: what stands in the same place but differs."""

from __future__ import annotations

from collections.abc import Sequence

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.naming import TITLES, Naming, same_name
from index.comparison.aligning.quantities import is_date, is_year, quantities
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION, MODALS, NEGATIONS
from index.comparison.aligning.times import part_of_year_alone
from index.comparison.aligning.tokens import Word
from index.comparison.aligning.words import Run, WordAlignment, align_words, span_of
from index.comparison.conflicts.figures.figures_in_place import other_bounds, other_figures
from index.comparison.conflicts.figures.ledger import strangers
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.reading.about import what_stands_near
from index.comparison.conflicts.reading.in_place import COPY, OTHER_NAME, Sides, share_in_place
from index.comparison.conflicts.reading.saying import FAILING, denies, is_denial
from index.comparison.conflicts.word_for_word.contradictions import contradictions
from index.comparison.conflicts.word_for_word.opposites import opposed
from index.comparison.model import ConflictKind, Strength
from index.documents.model import Span

NEAR_COPY = 0.55
"""The share of the longer sentence's words that must stand in both for the rest to be comparable by its place."""
_OTHER_WORDS = 0.25  # of the content words, at most, may be others where the two are not taken for copies
_MOST_FIGURES = 2
_BEHIND = 3  # words after a denial, one of which the other sentence may have its opposite for
_OTHER_DAY = 0.90  # below this share figures that differ together with their date are those of another day
_DENIAL = 0.70  # below this share a denied verb may belong to another statement

_ANY_FIRM = frozenset({"company", "firm"})
_INTRODUCES = frozenset(":-–—")  # ends of a line that only introduces the figures below it

_STANDING = frozenset({"former", "ex", "acting", "interim", "vice", "deputy", "retired", "late"})
_CLASSES = {"will": 1, "would": 1, "shall": 1, "can": 2, "could": 2, "may": 2, "might": 2, "must": 3, "should": 3}
_SAYING = frozenset({"=say", "=ask", "=answer", "=warn", "argu", "write", "tweet", "insist"})
_ACCORDING = ["according", "to"]
_SAME_PLACE: dict[ConflictKind, str] = {
    "place": "the same event",
    "participant": "people or bodies in nearly the same words",
    "attribution": "who said it",
}


def slot_conflicts(pair: Pair, text_a: str, text_b: str, names_a: Naming, names_b: Naming) -> tuple[Finding, ...]:
    """The conflicts of a nearly equal pair of sentences, none when they are worded too differently."""
    aligned = align_words(pair.a.words, pair.b.words)
    share = share_in_place(pair.a.words, pair.b.words, aligned)
    if share < NEAR_COPY or len(aligned.matched) < 3:
        return ()
    if all(text[p.span.end - 1] in _INTRODUCES for text, p in ((text_a, pair.a), (text_b, pair.b))):
        return ()
    figures = quantities(pair.a.words, text_a), quantities(pair.b.words, text_b)
    sides = Sides(pair, names_a, names_b, *figures, share)
    if share < COPY and _unmatched(sides, aligned) > _OTHER_WORDS:
        return ()
    in_figures = [f for run in aligned.runs for f in other_figures(sides, run)]
    figures_found = [f for f in in_figures if f.kind == "number"]
    times = [f for run in aligned.runs for f in _dates(sides, run)] + [f for f in in_figures if f.kind == "date"]
    names = [f for run in aligned.runs for f in _names(sides, run)]
    other_day = bool(figures_found) and share < _OTHER_DAY and (bool(times) or part_of_year_alone(pair.a, pair.b))
    if (
        len(figures_found) > _MOST_FIGURES
        or other_day
        or (share < COPY and _another_fact(sides, figures_found, times, names))
        or (share < OTHER_NAME and figures_found and names)
    ):
        return ()
    opposed = list(contradictions(pair, aligned, share >= COPY))
    if figures_found and share < _OTHER_DAY and any(f.kind == "date" for f in opposed):
        return ()
    found = [*figures_found, *times, *names, *other_bounds(sides, aligned), *opposed]
    for run in aligned.runs:
        found += _negation(sides, run) + _modality(sides, run) + _standing(sides, run)
    return tuple(found)


def _another_fact(sides: Sides, numbers: list[Finding], times: list[Finding], names: list[Finding]) -> bool:
    """Does so much differ that it is no longer the same thing: the next quarter's figures, another firm's?"""
    if sum(map(bool, (numbers, times, names))) > 1:
        return True
    every = len(numbers) > 1 and len(numbers) == len(sides.figures_a) == len(sides.figures_b)
    return every or (bool(numbers or times) and strangers(sides.pair.a, sides.pair.b))


def _unmatched(sides: Sides, aligned: WordAlignment) -> float:
    """The share of the shorter sentence's content words, figures and names left out, that the other does not have."""
    shares = []
    for words, matched in ((sides.a, {i for i, _ in aligned.matched}), (sides.b, {j for _, j in aligned.matched})):
        content = [n for n, w in enumerate(words) if w.kind == "word" and not w.capital and w.folded not in FUNCTION]
        shares.append((len(words), sum(n not in matched for n in content) / max(1, len(content))))
    return min(shares)[1]


def _dates(sides: Sides, run: Run) -> list[Finding]:
    """Different weekdays, months, days or years in the same place."""

    def dates(words: Sequence[Word], first: int, end: int) -> dict[str, int]:
        kinds: dict[str, int] = {}
        for i in range(first, end):
            word = words[i]
            if word.kind in ("weekday", "month"):
                kinds.setdefault(word.kind, i)
            elif word.kind == "number" and is_date(words, i):
                kinds.setdefault("year" if is_year(words, i) else "day", i)
        return kinds

    in_a, in_b = dates(sides.a, run.a0, run.a1), dates(sides.b, run.b0, run.b1)
    return [
        sides.finding(
            "date",
            "conflict",
            span_of(sides.a, in_a[k], in_a[k] + 1),
            span_of(sides.b, in_b[k], in_b[k] + 1),
            what_stands_near(sides.a, in_a[k], in_a[k] + 1),
        )
        for k in sorted(in_a.keys() & in_b.keys())
        if sides.a[in_a[k]].key != sides.b[in_b[k]].key
    ]


def _names(sides: Sides, run: Run) -> list[Finding]:
    """Someone or something else named in the same place."""
    a = sides.names_a.name_in(sides.a, run.a0, run.a1)
    b = sides.names_b.name_in(sides.b, run.b0, run.b1)
    if a is None or b is None or same_name(sides.names_a, a, sides.names_b, b):
        return []
    if a.words[-1] in _ANY_FIRM or b.words[-1] in _ANY_FIRM:
        return []  # "The Company" is whoever the article is about
    if not (_only_name(sides.a, run.a0, run.a1) and _only_name(sides.b, run.b0, run.b1)):
        return []
    if sides.share < COPY and (not a.type or a.type != b.type):
        return []
    kind: ConflictKind = "place" if "PLACE" in (a.type, b.type) else "participant"
    if kind == "participant" and _speaks(sides.a, a.first, a.end):
        kind = "attribution"
    strength: Strength = "conflict" if a.type == b.type and a.type in ("PERSON", "PLACE") else "differs"
    return [
        sides.finding(
            kind, strength, span_of(sides.a, a.first, a.end), span_of(sides.b, b.first, b.end), _SAME_PLACE[kind]
        )
    ]


def _speaks(words: Sequence[Word], first: int, end: int) -> bool:
    """Does a word of saying stand beside the name that is words first to end, or "according to" before it?"""
    beside = any(w.key in _SAYING for w in words[max(0, first - 1) : end + 1])
    return beside or [w.folded for w in words[max(0, first - 2) : first]] == _ACCORDING


def _only_name(words: Sequence[Word], first: int, end: int) -> bool:
    """Do these words hold nothing but a name with its title?"""
    return all(w.capital or w.folded in TITLES or w.folded in FUNCTION for w in words[first:end])


def _negation(sides: Sides, run: Run) -> list[Finding]:
    """One side denies what the other states."""
    in_a = [i for i in range(run.a0, run.a1) if is_denial(sides.a, i)]
    in_b = [j for j in range(run.b0, run.b1) if is_denial(sides.b, j)]
    if bool(in_a) == bool(in_b) or sides.share < _DENIAL or denies(sides.a) != denies(sides.b):
        return []
    words, (first, end), at = (sides.a, (run.a0, run.a1), in_a[0]) if in_a else (sides.b, (run.b0, run.b1), in_b[0])
    others, (other_first, other_end) = (sides.b, (run.b0, run.b1)) if in_a else (sides.a, (run.a0, run.a1))
    bare = AUXILIARIES | NEGATIONS | {"any", "longer", "ever", "yet", "still", "a", "an", "the"}
    if words[at].folded in FAILING:
        bare |= FAILING | {"to"}
    if any(w.folded not in bare for w in (*words[first:end], *others[other_first:other_end])):
        return []
    if _denies_nothing(words, at) or _denied_by_syllable(words, at, others, other_end):
        return []
    denied = _verb_group(words, first, end)
    stated = _verb_group(others, other_first, other_end)
    if denied is None or stated is None:
        return []
    about = f"“{' '.join(w.text for w in words[end : end + 3])}”" if end < len(words) else "what happened"
    a, b = (denied, stated) if in_a else (stated, denied)
    return [sides.finding("negation", "conflict", a, b, about)]


def _denies_nothing(words: Sequence[Word], at: int) -> bool:
    """Does word `at` deny no more than itself: "not only", "or not", "no 4"?"""
    if at and words[at - 1].folded == "or":
        return True
    if at + 1 == len(words):
        return False
    return words[at + 1].folded == "only" or (words[at].folded == "no" and words[at + 1].kind == "number")


def _denied_by_syllable(words: Sequence[Word], at: int, others: Sequence[Word], place: int) -> bool:
    """Do the others deny by an opposite what word `at` denies: "may not be able to", "may be unable to"?"""
    return any(
        opposed(one, other) is not None
        for one in words[at + 1 : at + 1 + _BEHIND]
        for other in others[max(0, place - 1) : place + _BEHIND]
    )


def _verb_group(words: Sequence[Word], first: int, end: int) -> Span | None:
    """The run with the auxiliary before it; with the word after it where that leaves nothing."""
    while first and words[first - 1].folded in AUXILIARIES and end - first < 4:
        first -= 1
    if first == end:
        if end >= len(words):
            return None
        end += 1
    return span_of(words, first, end)


def _modality(sides: Sides, run: Run) -> list[Finding]:
    """will against may: only where nothing else was replaced."""
    part_a, part_b = sides.a[run.a0 : run.a1], sides.b[run.b0 : run.b1]
    if any(w.folded not in AUXILIARIES for w in (*part_a, *part_b)):
        return []
    modal_a = next((w for w in part_a if w.folded in MODALS), None)
    modal_b = next((w for w in part_b if w.folded in MODALS), None)
    if modal_a is None or modal_b is None or _CLASSES.get(modal_a.folded) == _CLASSES.get(modal_b.folded):
        return []
    behind = " ".join(w.text for w in sides.a[run.a1 : run.a1 + 3])
    about = f"“{behind}”" if behind else "what happened"
    return [
        sides.finding("modality", "differs", Span(modal_a.start, modal_a.end), Span(modal_b.start, modal_b.end), about)
    ]


def _standing(sides: Sides, run: Run) -> list[Finding]:
    """former, acting, vice … before the same title or name on one side only."""
    part_a, part_b = sides.a[run.a0 : run.a1], sides.b[run.b0 : run.b1]
    if bool(part_a) == bool(part_b) or any(w.folded not in _STANDING for w in (*part_a, *part_b)):
        return []
    if run.a1 == len(sides.a) or sides.a[run.a1].folded in FUNCTION:
        return []
    a, b = span_of(sides.a, run.a0, run.a1 + 1), span_of(sides.b, run.b0, run.b1 + 1)
    about = f"the office of “{' '.join(w.text for w in sides.a[run.a1 : run.a1 + 3])}”"
    return [sides.finding("status", "conflict", a, b, about)]
