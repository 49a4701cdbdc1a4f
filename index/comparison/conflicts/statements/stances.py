"""Points that shut each other out, in words that stand anywhere: hurt or unharmed, attended or stayed away."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from index.comparison.conflicts.reading.phrasebook import Phrasebook
from index.comparison.conflicts.reading.tables import Question, table


class Answer(NamedTuple):
    """A phrase puts something at `point` (0 or 1) of the question of this number."""

    question: int
    point: int


def stances() -> tuple[Question, ...]:
    """The questions; what each is asked `of` is how many words two sentences must have in common beside the answer."""
    return table("stances")


@cache
def answer_book() -> Phrasebook[Answer]:
    """The answers to all questions."""
    return Phrasebook(
        (said, Answer(number, point))
        for number, question in enumerate(stances())
        for point, phrases in enumerate(question.points)
        for said in phrases
    )
