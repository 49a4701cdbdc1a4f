"""Which sentence stands beside which, and what the gutter says of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.comparison.model import Alignment, Comparison, Conflict
from index.documents.model import Span
from tui.widgets.comparison.passages import pair


def comparison(
    alignments: tuple[Alignment, ...] = (),
    conflicts: tuple[Conflict, ...] = (),
    only_a: tuple[Span, ...] = (),
    only_b: tuple[Span, ...] = (),
) -> Comparison:
    return Comparison("a", "b", alignments, conflicts, (), (), (), (), (), only_a, only_b, 0.5, 0.5)


def conflict(a: Span, b: Span, strength: str = "conflict") -> Conflict:
    return Conflict("number", strength, Span(a.start, a.start + 1), Span(b.start, b.start + 1), a, b, "two figures")  # type: ignore[arg-type]


FIRST, SECOND, THIRD = Span(0, 10), Span(11, 20), Span(21, 30)


def test_partners_carry_the_same_number_in_the_order_of_a() -> None:
    sides = pair(comparison((Alignment(FIRST, THIRD, "same", 0.9), Alignment(SECOND, FIRST, "partial", 0.6))))
    assert [(one.start, one.mark, one.number) for one in sides["a"].passages] == [(0, "same", 1), (11, "partial", 2)]
    assert [(one.start, one.mark, one.number) for one in sides["b"].passages] == [(0, "partial", 2), (21, "same", 1)]


def test_one_sentence_with_several_partners_is_one_group() -> None:
    sides = pair(comparison((Alignment(FIRST, FIRST, "partial", 0.6), Alignment(FIRST, SECOND, "partial", 0.7))))
    assert {one.number for one in sides["b"].passages} == {1}
    link = sides["a"].link(5)
    assert link is not None
    assert link.there == SECOND


def test_a_lesser_likeness_joins_no_two_groups_under_one_number() -> None:
    likenesses = (
        Alignment(FIRST, FIRST, "same", 0.9),
        Alignment(FIRST, SECOND, "partial", 0.4),
        Alignment(SECOND, SECOND, "same", 0.8),
        Alignment(THIRD, SECOND, "partial", 0.5),
    )
    sides = pair(comparison(likenesses))
    assert [one.number for one in sides["a"].passages] == [1, 2, 2]
    assert [one.number for one in sides["b"].passages] == [1, 2]


def test_a_conflict_outweighs_likeness_and_is_what_stands_beside() -> None:
    sides = pair(
        comparison(
            (Alignment(FIRST, FIRST, "same", 0.95), Alignment(FIRST, SECOND, "partial", 0.5)),
            (conflict(FIRST, SECOND),),
        )
    )
    assert sides["a"].passages[0].mark == "conflict"
    link = sides["a"].link(0)
    assert link is not None
    assert link.there == SECOND


def test_what_is_told_fully_is_not_called_partly_told() -> None:
    sides = pair(comparison((Alignment(FIRST, FIRST, "partial", 0.6), Alignment(FIRST, SECOND, "same", 0.9))))
    assert sides["a"].passages[0].mark == "same"


def test_gutter_gives_letter_and_number_at_the_beginning_then_a_stroke() -> None:
    sides = pair(comparison((Alignment(Span(0, 100), FIRST, "same", 0.9),), only_a=(Span(101, 150),)))
    own = sides["a"]
    told, only = own.passages
    assert own.gutter(0, 40) == ("=1", told)
    assert own.gutter(40, 80) == ("│", told)
    assert own.gutter(80, 120) == ("+", only)
    assert own.gutter(160, 200) == ("", None)


def test_strongest_mark_wins_where_several_passages_begin_on_one_line() -> None:
    sides = pair(comparison((Alignment(FIRST, FIRST, "same", 0.9),), (conflict(SECOND, SECOND, "differs"),), (THIRD,)))
    assert sides["a"].gutter(0, 40)[0] == "?2"


def test_a_sentence_with_a_partner_is_told_in_part_however_little_that_is() -> None:
    sides = pair(comparison((Alignment(FIRST, SECOND, "partial", 0.3),), only_a=(FIRST, THIRD)))
    assert [one.mark for one in sides["a"].passages] == ["partial", "only"]
    assert sides["a"].link(0) is not None


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(
    st.lists(st.tuples(SPANS, SPANS, st.floats(0, 1)), max_size=12),
    st.lists(SPANS, max_size=6),
    st.integers(0, 80),
)
def test_whatever_is_given_passages_are_in_order_and_apart(
    found: list[tuple[Span, Span, float]], only: list[Span], offset: int
) -> None:
    sides = pair(comparison(tuple(Alignment(a, b, "partial", score) for a, b, score in found), only_a=tuple(only)))
    for own in sides.values():
        assert all(one.end <= other.start for one, other in zip(own.passages, own.passages[1:], strict=False))
        at = own.at(offset)
        assert at is None or at.start <= offset < at.end
        assert set(own.within(offset, offset + 5)) == {
            one for one in own.passages if one.start < offset + 5 and offset < one.end
        }
