"""Whether an article answers, anywhere, the question that the tellings of a row answer: how many died, how
many were moved to safety, what the damage is.

"About 2,400 people were evacuated" is told by "at least nine died and 2,500 were moved to safety" too, in hardly any
words in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from index.comparison.aligning.passages import Passage, Told
from index.comparison.conflicts.figures.tallied import tallied
from index.comparison.conflicts.reading.subjects import Subjects, office_holders
from index.comparison.matrix.clusters import Place

_ASKING = 2  # articles of a row whose tellings answer a question: then the row is about it


class Answered:
    """The questions of the table that each article answers, with the sentences."""

    def __init__(self, articles: Sequence[Told]) -> None:
        self._of: list[dict[int, set[tuple[str, str]]]] = []
        self._first: list[dict[tuple[str, str], Passage]] = []
        for told in articles:
            of: dict[int, set[tuple[str, str]]] = {}
            first: dict[tuple[str, str], Passage] = {}
            for tally, answers in tallied(told, Subjects(told, office_holders(told))).items():
                for answer in (each for given in answers.values() for each in given):
                    question = (tally.about, answer.of)
                    of.setdefault(answer.passage.order, set()).add(question)
                    first.setdefault(question, answer.passage)
            self._of.append(of)
            self._first.append(first)

    def questions(self, tellings: Iterable[Place]) -> set[tuple[str, str]]:
        """What the sentences of a row answer, in two articles at least."""
        asked = {(number, question) for number, order in tellings for question in self._of[number].get(order, ())}
        counted = Counter(question for _, question in asked)
        return {question for question, count in counted.items() if count >= _ASKING}

    def in_article(self, number: int, questions: Iterable[tuple[str, str]]) -> Passage | None:
        """The first sentence in which an article answers one of the questions, if it does."""
        found = [self._first[number][one] for one in questions if one in self._first[number]]
        return min(found, key=lambda passage: passage.order, default=None)
