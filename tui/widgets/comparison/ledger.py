"""The ledger of a comparison: every finding as one entry, the most important first, and the figures that sum it up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Literal

from index.comparison.alone import alone_by_weight
from index.comparison.conflicts.findings import by_importance
from index.comparison.in_part import InPart, undisputed
from index.comparison.model import Alignment, Comparison, Conflict, QuotePair, Side, Variant
from index.comparison.said_in_both import left_out, said_by, voiced
from index.documents.model import Span
from index.wording import counted, percent
from tui.widgets.comparison.near import NOTHING_NEAR, Near, near

EntryKind = Literal["conflict", "differs", "only_a", "only_b", "variant", "quote", "partial", "same"]

KINDS: tuple[EntryKind, ...] = ("conflict", "differs", "only_a", "only_b", "variant", "quote", "partial", "same")
"""The order of the ledger."""

TITLES: dict[EntryKind, str] = {
    "conflict": "Conflicts",
    "differs": "May differ",
    "only_a": "Only A tells",
    "only_b": "Only B tells",
    "variant": "Same thing, other words",
    "quote": "Quotations",
    "partial": "Told in part by both",
    "same": "Told by both",
}

LETTERS: dict[EntryKind, str] = {
    "conflict": "!",
    "differs": "?",
    "only_a": "+",
    "only_b": "+",
    "variant": "≈",
    "quote": "”",
    "partial": "~",
    "same": "=",
}

_QUOTE_ORDER = ("reattributed", "truncated", "paraphrased", "identical")


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding.  `a` and `b` are the words it is about, None where that side does not tell it; the sentences hold
    them.

    `label` is the kind of conflict, variant or quotation; `times` is how often the same variant occurs; `a_near` and
    `b_near` are what the sentences of a conflict have besides.
    """

    kind: EntryKind
    label: str
    a: Span | None
    b: Span | None
    a_sentence: Span | None
    b_sentence: Span | None
    a_text: str
    b_text: str
    explanation: str = ""
    times: int = 1
    a_near: Near = NOTHING_NEAR
    b_near: Near = NOTHING_NEAR


def ledger(comparison: Comparison, one: Side, other: Side) -> tuple[Entry, ...]:
    """The findings about two articles: by kind as in `KINDS`, inside a kind by importance, then as A tells them."""
    a, b = one.document.text, other.document.text
    only_a, only_b = alone_by_weight(comparison, one, other)
    return (
        *_conflicts(comparison, a, b),
        *(Entry("only_a", "", span, None, span, None, _cut(a, span), "") for span in only_a),
        *(Entry("only_b", "", None, span, None, span, "", _cut(b, span)) for span in only_b),
        *_variants(comparison, a, b),
        *_quotes(comparison, a, b),
        *_agreements(comparison, a, b),
    )


def _of_both(
    kind: EntryKind, label: str, found: Conflict | Variant | QuotePair | Alignment, a: str, b: str, explanation: str
) -> Entry:
    """The entry of a finding in both texts; what is no conflict is told of no more than its own words."""
    in_a, in_b = (found.a_sentence, found.b_sentence) if isinstance(found, Conflict) else (found.a, found.b)
    return Entry(kind, label, found.a, found.b, in_a, in_b, _cut(a, found.a), _cut(b, found.b), explanation)


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _conflicts(comparison: Comparison, a: str, b: str) -> list[Entry]:
    return [
        replace(
            _of_both(found.strength, found.kind, found, a, b, found.explanation),
            a_near=near(a, found.a, found.a_sentence),
            b_near=near(b, found.b, found.b_sentence),
        )
        for found in by_importance(comparison.conflicts)
    ]


def _variants(comparison: Comparison, a: str, b: str) -> list[Entry]:
    """One entry for each pair of wordings, at its first place."""
    first: dict[tuple[str, str, str], Entry] = {}
    times: Counter[tuple[str, str, str]] = Counter()
    for found in sorted(comparison.variants, key=lambda found: (found.a, found.b)):
        entry = _of_both("variant", found.kind, found, a, b, found.explanation)
        key = (found.kind, entry.a_text.casefold(), entry.b_text.casefold())
        times[key] += 1
        first.setdefault(key, entry)
    return [replace(entry, times=times[key]) for key, entry in first.items()]


def _quotes(comparison: Comparison, a: str, b: str) -> list[Entry]:
    explained = {
        "identical": "the same words in both",
        "truncated": "one of them gives only part of the words",
        "paraphrased": "the same statement in other words",
        "reattributed": "the same words are given to different speakers",
    }
    return [
        _of_both(
            "quote",
            found.kind,
            found,
            a,
            b,
            _told(
                said_by(found), "; ".join(filter(None, (voiced(found), left_out(found, a, b)))) or explained[found.kind]
            ),
        )
        for found in sorted(comparison.quotes, key=lambda found: (_QUOTE_ORDER.index(found.kind), found.a, found.b))
    ]


def _told(speaker: str, explanation: str) -> str:
    told = f"said by {speaker}: {explanation}" if speaker else explanation
    return f"{told[:1].upper()}{told[1:]}."


def _agreements(comparison: Comparison, a: str, b: str) -> list[Entry]:
    """What both tell, without the pairs that a conflict speaks of already."""
    in_part = InPart(comparison, a, b)
    return [
        _of_both(found.kind, "", found, a, b, in_part.said(found) if found.kind == "partial" else "")
        for found in sorted(undisputed(comparison), key=lambda found: (found.kind != "partial", found.a, found.b))
    ]


def counts(entries: tuple[Entry, ...]) -> dict[EntryKind, int]:
    """How many entries each kind has, kinds without any among them."""
    found = Counter(entry.kind for entry in entries)
    return {kind: found[kind] for kind in KINDS}


def summary(entries: tuple[Entry, ...], comparison: Comparison) -> tuple[tuple[EntryKind | None, str], ...]:
    """The figures as short phrases, the most telling first, each with the kind it counts (None: coverage)."""
    number = counts(entries)
    conflicts = number["conflict"]
    phrases: list[tuple[EntryKind | None, str]] = [("conflict", counted(conflicts, "conflict"))]
    words: tuple[tuple[EntryKind, str], ...] = (
        ("differs", "may differ"),
        ("same", "agree"),
        ("partial", "partly"),
        ("only_a", "only A"),
        ("only_b", "only B"),
    )
    phrases += [(kind, f"{number[kind]:,} {word}") for kind, word in words if number[kind]]
    phrases.append((None, f"coverage {percent(comparison.a_in_b)} / {percent(comparison.b_in_a)}"))
    return tuple(phrases)


def walk(entries: tuple[Entry, ...], current: int | None, step: int) -> int | None:
    """The entry after (`step` 1) or before (-1) the current one, around the ends; None for an empty ledger."""
    if not entries:
        return None
    if current is None:
        return 0 if step > 0 else len(entries) - 1
    return (current + step) % len(entries)


def walk_conflicts(
    entries: tuple[Entry, ...], side: Literal["a", "b"], offset: int, current: int | None, step: int
) -> int | None:
    """The next (or previous) conflict as the text of `side` tells them, from the current one or else from `offset`.

    "Differs" counts among conflicts; the walk goes around the ends.  None where there is no conflict.
    """
    places = _conflict_places(entries, side)
    if not places:
        return None
    order = [index for _, index in places]
    if current in order:
        return order[(order.index(current) + step) % len(order)]
    after = [index for span, index in places if span.start >= offset]
    before = [index for span, index in places if span.start < offset]
    if step > 0:
        return after[0] if after else order[0]
    return before[-1] if before else order[-1]


def place_among(entries: tuple[Entry, ...], index: int, side: Literal["a", "b"] | None = None) -> tuple[int, int]:
    """Which of its kind an entry is in the ledger, from 1, and how many there are, as its heading says.

    With a `side`, conflicts and what may differ count as the text of that side tells them.
    """
    kind = entries[index].kind
    if side is None or kind not in ("conflict", "differs"):
        order = list(range(len(entries)))
    else:
        order = [number for _, number in _conflict_places(entries, side)]
    same = [number for number in order if entries[number].kind == kind]
    return same.index(index) + 1, len(same)


def _conflict_places(entries: tuple[Entry, ...], side: Literal["a", "b"]) -> list[tuple[Span, int]]:
    """The conflicts and what may differ as the text of `side` tells them, each with its index in the ledger."""
    places: list[tuple[Span, int]] = []
    for index, entry in enumerate(entries):
        span = entry.a if side == "a" else entry.b
        if entry.kind in ("conflict", "differs") and span is not None:
            places.append((span, index))
    return sorted(places)
