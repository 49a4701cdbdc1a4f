"""The comparison as the JSON object that the commands print (docs/schemas)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from index.comparison.model import Comparison
from index.comparison.reports.citing import digest
from index.comparison.reports.sealing import sealed_object
from index.documents.model import Document, Span


def comparison_payload(comparison: Comparison, a: Document, b: Document, names: Callable[[str], str]) -> dict[str, Any]:
    """One object; every span comes with its text, every entity id with its name (`names`)."""

    def cut(a_span: Span, b_span: Span) -> dict[str, Any]:
        return {
            "a": list(a_span),
            "b": list(b_span),
            "a_text": a.text[a_span.start : a_span.end],
            "b_text": b.text[b_span.start : b_span.end],
        }

    found = {
        "a": comparison.a,
        "b": comparison.b,
        "a_url": a.address or None,
        "b_url": b.address or None,
        "alignments": [cut(x.a, x.b) | {"kind": x.kind, "score": x.score} for x in comparison.alignments],
        "conflicts": [
            {"kind": x.kind, "strength": x.strength}
            | cut(x.a, x.b)
            | {"a_sentence": list(x.a_sentence), "b_sentence": list(x.b_sentence), "explanation": x.explanation}
            for x in comparison.conflicts
        ],
        "variants": [{"kind": x.kind} | cut(x.a, x.b) | {"explanation": x.explanation} for x in comparison.variants],
        "quotes": [
            cut(x.a, x.b)
            | {"speaker": x.speaker, "speaker_a": x.speaker_a, "speaker_b": x.speaker_b, "kind": x.kind}
            | {"dropped_a": [list(s) for s in x.dropped_a], "dropped_b": [list(s) for s in x.dropped_b]}
            | {"dropped_a_text": [a.text[slice(*s)] for s in x.dropped_a]}
            | {"dropped_b_text": [b.text[slice(*s)] for s in x.dropped_b]}
            for x in comparison.quotes
        ],
        "entities": {
            "both": list(comparison.both),
            "only_a": list(comparison.named_a),
            "only_b": list(comparison.named_b),
        },
        "names": {i: names(i) for i in _ids(comparison)},
        "only_a": [list(s) for s in comparison.only_a],
        "only_b": [list(s) for s in comparison.only_b],
        "only_a_text": [a.text[s.start : s.end] for s in comparison.only_a],
        "only_b_text": [b.text[s.start : s.end] for s in comparison.only_b],
        "hashes": {
            "a": _hashes(a, (*(x for x, _ in _cited(comparison)), *comparison.only_a, *_dropped(comparison, "a"))),
            "b": _hashes(b, (*(y for _, y in _cited(comparison)), *comparison.only_b, *_dropped(comparison, "b"))),
        },
        "coverage": {"a_in_b": comparison.a_in_b, "b_in_a": comparison.b_in_a},
    }
    return sealed_object(found)


def _cited(comparison: Comparison) -> Iterable[tuple[Span, Span]]:
    """Every two spans that are cited beside each other."""
    yield from ((x.a, x.b) for x in comparison.alignments)
    yield from ((x.a, x.b) for x in comparison.variants)
    yield from ((x.a, x.b) for x in comparison.quotes)
    for x in comparison.conflicts:
        yield x.a, x.b
        yield x.a_sentence, x.b_sentence


def _dropped(comparison: Comparison, side: Literal["a", "b"]) -> Iterable[Span]:
    """The words of one side's quotations that the other leaves out."""
    for quote in comparison.quotes:
        yield from quote.dropped_a if side == "a" else quote.dropped_b


def _hashes(document: Document, cited: Iterable[Span]) -> dict[str, str]:
    """The hash of the words of each span that is cited, by "start-end", so that `verify` can check them."""
    return {f"{s.start}-{s.end}": digest(document.text[s.start : s.end]) for s in sorted(set(cited))}


def _ids(comparison: Comparison) -> Iterable[str]:
    return (*comparison.both, *comparison.named_a, *comparison.named_b)
