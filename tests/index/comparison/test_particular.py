"""Words that two sentences share with hardly another speak for a row of the matrix."""

from __future__ import annotations

from collections import Counter

import pytest

from index.comparison.aligning.alignment import align
from index.comparison.aligning.passages import Passage, told
from index.comparison.matrix.clusters import FOUNDED
from index.comparison.matrix.coverage_matrix import matrix
from index.comparison.matrix.particular import holders, particular
from tests.index.comparison.articles import make_sides

TAKEN = "An apprentice had taken the gauge home, as the brewery admits in its letter to the mayor."
MISSING = "Its gauge was missing, the plant wrote, because of an apprentice who left in March for the coast."
CHOIR = "The choir sang for an hour before the band took over on the quay."
TICKETS = "Tickets for the concert cost nine crowns until Sunday."
ELSEWHERE = (
    "Whoever wants to be an apprentice of a baker, a tailor or a smith must be sixteen and strong enough.",
    "Rain fell on the market, and one gauge by the well showed forty drops more than it had a year before.",
)


def sentence(text: str) -> Passage:
    (passage,) = told(make_sides(f"News\n\n{text}\n")[0]).passages
    return passage


def together(first: str, second: str) -> bool:
    """Whether the two tellings stand in one row."""
    sides = make_sides(f"News\n\n{first}\n", f"News\n\n{second}\n")
    text = sides[0].document.text
    (row,) = (one for one in matrix(sides).rows if text[slice(*one.label)] in (TAKEN, MISSING) and one.cells[0].spans)
    return all(cell.spans for cell in row.cells)


def test_words_of_no_other_sentence_found_a_row() -> None:
    sides = make_sides(f"News\n\n{TAKEN} {CHOIR}\n", f"News\n\n{TICKETS} {MISSING}\n")
    (pair,) = align(*map(told, sides))
    assert pair.likeness < FOUNDED
    assert together(f"{TAKEN} {CHOIR}", f"{TICKETS} {MISSING}")
    assert together(f"{MISSING} {TICKETS}", f"{CHOIR} {TAKEN}")


def test_words_that_other_sentences_hold_too_do_not() -> None:
    assert not together(f"{TAKEN} {CHOIR} {' '.join(ELSEWHERE)}", f"{TICKETS} {MISSING}")
    assert not together(f"{MISSING} {TICKETS}", f"{' '.join(ELSEWHERE)} {CHOIR} {TAKEN}")


def test_a_word_counts_for_less_the_more_sentences_hold_it() -> None:
    one, other = sentence("A heron nests there."), sentence("The keeper saw a heron.")
    (key,) = one.weights.keys() & other.weights.keys() - {"a"}
    worth = [particular(one, other, Counter({key: n, "a": n}), Counter({key: 1, "a": 1})) for n in (1, 2, 4)]
    assert worth == [pytest.approx(0.03 / n) for n in (1, 2, 4)]
    assert worth == [particular(other, one, Counter({key: 1, "a": 1}), Counter({key: n, "a": n})) for n in (1, 2, 4)]


def test_everyday_words_say_nothing_and_many_words_no_more_than_a_few() -> None:
    said, again = sentence("The people said that the day was long."), sentence("Long was the day, people said.")
    assert particular(said, again, holders([said]), holders([again])) == 0.0
    whole = sentence(TAKEN)
    assert particular(whole, whole, holders([whole]), holders([whole])) == 0.06
