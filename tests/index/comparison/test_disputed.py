"""What several articles disagree on is one row of the matrix, however many sentences tell it."""

from __future__ import annotations

from index.comparison.matrix.coverage_matrix import _Draft, _put_conflicts, matrix
from index.comparison.matrix.disputed import matters
from index.comparison.matrix.model import CellConflict
from index.comparison.model import Conflict
from index.documents.model import Span
from tests.index.comparison.articles import make_sides

CRASH = "A barge with 60 workers struck the pier of Ostra on Friday morning."
CRASH_AGAIN = "On Friday morning a barge carrying 60 workers struck the pier of Ostra."
CRASH_OTHERWISE = "A barge with 90 workers struck the pier of Ostra on Friday morning."
GRAIN = "Three tons of grain spilled from the broken hold and drifted into the fish market on the eastern quay."
GRAIN_AGAIN = "Three tons of grain spilled out of a broken hold and drifted into a fish market on the eastern quay."


def _cell_conflict(a: int, b: int, spans: tuple[Span, Span], explanation: str) -> CellConflict:
    return CellConflict(a, b, Conflict("status", "conflict", *spans, *spans, explanation))


def test_conflicts_of_one_question_over_the_same_words_are_one_matter() -> None:
    texts = ("Former President Ostrow. The former president.", "President Ostrow, the mayor.", "Ostrow, president.")
    former, again, president, mayor = Span(0, 16), Span(29, 45), Span(0, 9), Span(18, 27)
    whether = "They differ on whether Ostrow is president: article {} has “x”, article {} has “y”."
    one = _cell_conflict(0, 1, (former, president), whether.format(1, 2))
    same_words = _cell_conflict(2, 0, (Span(8, 17), again), whether.format(3, 1))
    same_question = _cell_conflict(0, 2, (Span(0, 16), Span(8, 17)), whether.format(1, 3))
    other = _cell_conflict(
        0, 1, (Span(17, 23), mayor), "They differ on the mayor: article 1 has “x”, article 2 has “y”."
    )
    assert matters((one, other, same_question, same_words), texts) == [[one, same_question, same_words], [other]]
    of_others = _cell_conflict(1, 2, (mayor, Span(0, 6)), whether.format(2, 3))
    assert matters((one, of_others), texts) == [[one], [of_others]]


def test_what_articles_disagree_on_is_one_row_however_many_sentences_tell_it() -> None:
    """A third article tells in another place what two sentences of one row conflict on."""
    sides = make_sides(f"{CRASH} {GRAIN}", CRASH_AGAIN, f"{GRAIN_AGAIN} {CRASH_OTHERWISE}")
    found = matrix(sides)
    aligned = next(row for row in found.rows if row.conflicts)
    apart = next(row for row in found.rows if len(row.cells[2].spans) == 1 and not row.conflicts)
    one = aligned.conflicts[0]
    elsewhere = one.conflict._replace(b=apart.cells[2].spans[0], b_sentence=apart.cells[2].spans[0])
    drafts = [
        _Draft((row.column, row.label), 0.0, {n: set(cell.spans) for n, cell in enumerate(row.cells) if cell.spans})
        for row in (aligned, apart)
    ]
    _put_conflicts(drafts, (one, CellConflict(one.a, 2, elsewhere)), [side.document.text for side in sides])
    assert [len(draft.conflicts) for draft in drafts] == [0, 0, 2]
    assert drafts[2].disputed
