"""The ledger puts what matters most first, and its figures add up."""

from __future__ import annotations

import pytest

from index.comparison.model import Alignment, Comparison, Conflict, QuotePair, Side, Variant
from index.documents.model import Document, Span
from index.entities.model import Annotations
from tui.widgets.comparison.ledger import KINDS, counts, ledger, place_among, summary, walk, walk_conflicts
from tui.widgets.comparison.ledger_list import ledger_rows
from tui.widgets.comparison.near import Near, in_context
from tui.widgets.comparison.strip import summary_line


def sides(*texts: str) -> tuple[Side, ...]:
    """Articles whose names are of no account here."""
    return tuple(
        Side(Document(path, "", text, ()), Annotations(path, (), (), ()))
        for path, text in zip(("a.txt", "b.txt"), texts, strict=True)
    )


A = "Ten men left. Biden agreed. Zelensky spoke. He said “we wait”. It rained. Zelensky slept."
B = "Nine men left. Trump agreed. Zelenskyy spoke. She said “we wait”. Bread rose. Zelenskyy slept."
SIDES = sides(A, B)


def span(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def made() -> Comparison:
    return Comparison(
        "a.txt",
        "b.txt",
        alignments=(
            Alignment(span(A, "Zelensky spoke."), span(B, "Zelenskyy spoke."), "same", 0.9),
            Alignment(span(A, "Zelensky slept."), span(B, "Zelenskyy slept."), "partial", 0.8),
            Alignment(span(A, "Biden agreed."), span(B, "Trump agreed."), "same", 0.8),
        ),
        conflicts=(
            Conflict("number", "conflict", span(A, "Ten"), span(B, "Nine"), span(A, "Ten men left."), span(B, "Nine men left."), "ten is not nine"),  # noqa: E501
            Conflict("place", "differs", span(A, "left"), span(B, "left"), span(A, "Ten men left."), span(B, "Nine men left."), "perhaps"),  # noqa: E501
            Conflict("participant", "conflict", span(A, "Biden"), span(B, "Trump"), span(A, "Biden agreed."), span(B, "Trump agreed."), "who"),  # noqa: E501
        ),
        variants=(
            Variant("spelling", span(A, "Zelensky"), span(B, "Zelenskyy"), "one name"),
            Variant("spelling", span(A, "Zelensky", 50), span(B, "Zelenskyy", 50), "one name"),
        ),
        quotes=(
            QuotePair(span(A, "we wait"), span(B, "we wait"), "", "identical"),
            QuotePair(span(A, "we wait"), span(B, "we wait"), "He", "reattributed"),
        ),
        both=(),
        named_a=(),
        named_b=(),
        only_a=(span(A, "It rained."),),
        only_b=(span(B, "Bread rose."),),
        a_in_b=0.004,
        b_in_a=0.996,
    )  # fmt: skip


def test_kinds_come_in_order_and_conflicts_by_what_they_change() -> None:
    entries = ledger(made(), *SIDES)
    order = [KINDS.index(entry.kind) for entry in entries]
    assert order == sorted(order)
    assert [entry.label for entry in entries if entry.kind == "conflict"] == ["participant", "number"]
    assert [entry.label for entry in entries if entry.kind == "quote"] == ["reattributed", "identical"]


def test_an_entry_carries_the_words_of_its_spans() -> None:
    for entry in ledger(made(), *SIDES):
        assert entry.a_text == ("" if entry.a is None else A[entry.a.start : entry.a.end])
        assert entry.b_text == ("" if entry.b is None else B[entry.b.start : entry.b.end])


def test_what_is_said_of_a_quotation_is_a_sentence() -> None:
    assert [entry.explanation for entry in ledger(made(), *SIDES) if entry.kind == "quote"] == [
        "Said by He: the same words are given to different speakers.",
        "The same words in both.",
    ]


def test_the_same_variant_is_one_entry_with_its_number() -> None:
    (variant,) = [entry for entry in ledger(made(), *SIDES) if entry.kind == "variant"]
    assert variant.times == 2
    assert variant.a == span(A, "Zelensky")


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (80, ["! participant    Biden agreed.", "               ≠ Trump agreed."]),
        (17, ["!   Biden agreed.", "  ≠ Trump agreed."]),
        (12, ["!   Biden a…", "  ≠ Trump a…"]),
    ],
)
def test_a_conflict_stands_among_the_words_of_both_sentences(width: int, said: list[str]) -> None:
    (row,) = [row for row in ledger_rows(ledger(made(), *SIDES)) if getattr(row, "index", None) == 0]
    assert ["".join(piece.text for piece in line) for line in row.lines(width)] == said
    assert [[piece.text for piece in line if piece.style == "row--strong"] for line in row.lines(width)] == [
        ["Biden"],
        ["Trump"],
    ]


def test_what_stands_before_the_words_gives_way_to_what_stands_after_them() -> None:
    around = Near("On Monday evening the council of\nthe town said that ", " people had left, and more would follow.")
    assert "".join(piece.text for piece in in_context("ten", around, 30)) == "…n said that ten people had l…"
    assert "".join(piece.text for piece in in_context("ten", around, 300)) == (
        "On Monday evening the council of the town said that ten people had left, and more would follow."
    )


def test_a_disputed_pair_is_no_agreement() -> None:
    assert counts(ledger(made(), *SIDES)) == {
        "conflict": 2, "differs": 1, "only_a": 1, "only_b": 1, "variant": 1, "quote": 2, "partial": 1, "same": 1,
    }  # fmt: skip


def test_what_is_looked_at_counts_as_its_heading_does() -> None:
    entries = ledger(made(), *SIDES)
    places = [(entry.kind, *place_among(entries, at)) for at, entry in enumerate(entries)]
    assert places[:3] == [("conflict", 1, 2), ("conflict", 2, 2), ("differs", 1, 1)]
    in_text = [place_among(entries, at, "a") for at in range(3)]
    assert in_text == [(2, 2), (1, 2), (1, 1)]
    assert all(total == counts(entries)[kind] for kind, _, total in places)


def test_a_sentence_told_in_part_is_not_also_told_by_one_side_alone() -> None:
    part = span(A, "Zelensky slept.")
    found = made()._replace(only_a=(*made().only_a, part))
    entries = ledger(found, *sides(A, B.replace("Zelenskyy slept.", "Zelenskyy dozed.")))
    assert [entry.a for entry in entries if entry.kind == "only_a"] == [span(A, "It rained.")]
    (told,) = [entry for entry in entries if entry.kind == "partial"]
    assert (told.a, told.explanation) == (part, "Only A has “slept”; only B has “dozed”.")


def test_summary_never_rounds_to_all_or_nothing() -> None:
    phrases = [phrase for _, phrase in summary(ledger(made(), *SIDES), made())]
    assert phrases[0] == "2 conflicts"
    assert phrases[-1] == "coverage less than 1% / 99%"


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (
            120,
            "2 conflicts · 1 may differ · 1 agree · 1 partly · 1 only A · 1 only B · coverage less than 1% / 99%",
        ),
        (80, "2 conflicts · 1 may differ · 1 agree · 1 partly · 1 only A · 1 only B"),
        (60, "! 2 · ? 1 · = 1 · ~ 1 · +A 1 · +B 1"),
        (40, "! 2 · ? 1 · = 1 · ~ 1 · +A 1 · +B 1"),
    ],
)
def test_figures_stand_beside_signs_where_there_is_no_room_for_words(width: int, said: str) -> None:
    assert "".join(piece.text for piece in summary_line(ledger(made(), *SIDES), made(), width)) == said


def test_walking_goes_around() -> None:
    entries = ledger(made(), *SIDES)
    assert walk(entries, None, 1) == 0
    assert walk(entries, len(entries) - 1, 1) == 0
    assert walk(entries, 0, -1) == len(entries) - 1
    assert walk((), None, 1) is None


def test_conflicts_are_walked_in_the_order_of_the_text() -> None:
    entries = ledger(made(), *SIDES)
    walked: list[str] = []
    current = None
    for _ in range(4):
        current = walk_conflicts(entries, "a", 0, current, 1)
        assert current is not None
        walked.append(entries[current].label)
    assert walked == ["number", "place", "participant", "number"]
    back = walk_conflicts(entries, "a", len(A), None, -1)
    assert back is not None
    assert entries[back].label == "participant"
    assert walk_conflicts((), "a", 0, None, 1) is None
