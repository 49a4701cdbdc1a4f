"""Which documents answer a query, and how well: the clauses of the query evaluated over the posting lists of each
segment.

Every clause gives a mapping of document number to score.  Statistics (how rare a term is, how long documents are) are
those of the whole index without deleted documents, so that an index gives the same scores however it came to be.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.search.answering.answers import Answer, Scores, in_all, in_any
from index.search.answering.occurrences import Budget, Occurrences
from index.search.model import Cancel, Names
from index.search.query.syntax import (
    And,
    Bag,
    Clause,
    Dated,
    Fuzzy,
    InPath,
    Named,
    Not,
    Noted,
    Or,
    Pattern,
    Phrase,
    Word,
)
from index.search.query.times import overlaps
from index.search.stored import schema
from index.search.stored.segments import Segment, Snapshot


class Retrieval:
    """One query over one snapshot."""

    def __init__(self, snapshot: Snapshot, names: Names, cancelled: Cancel | None) -> None:
        self._snapshot = snapshot
        self._budget = Budget(cancelled)
        self.occurrences = Occurrences(snapshot, names, self._budget)

    def find(self, clause: Clause) -> tuple[list[Scores], list[set[int]]]:
        """The documents of each segment that answer, with their scores, and which of them have all words of the query.

        Raises Cancelled, and QueryError where the query asks for too much.
        """
        if isinstance(clause, Bag) and len(clause.may) > 1:
            may = self._each(clause.may)
            found = self._bag(clause, may)
            return found, _complete(found, may)
        found = self.scores(clause)
        return found, [set() for _ in found]

    def scores(self, clause: Clause) -> list[Scores]:
        """The documents of each segment that answer a clause, with their scores.  Raises as `find` does."""
        return [answer.scores() for answer in self._clause(clause)]

    def documents(self, clause: Clause) -> int:
        """How many documents answer a clause."""
        return sum(len(answer.values) for answer in self._clause(clause))

    def check(self) -> None:
        """Raises Cancelled where the caller asked to stop."""
        self._budget.check()

    def _clause(self, clause: Clause) -> list[Answer]:
        self.check()
        if isinstance(clause, Word | Pattern | Fuzzy | Phrase | Named):
            answers = self.occurrences.weighed(clause)
        else:
            answers = [Answer(scores) for scores in self._found(clause)]
        self._budget.spend(sum(len(answer.values) for answer in answers))
        return answers

    def _found(self, clause: Clause) -> list[Scores]:
        if isinstance(clause, Bag):
            return self._bag(clause, self._each(clause.may))
        if isinstance(clause, And):
            return [in_all(found) for found in self._each(clause.clauses)]
        if isinstance(clause, Or):
            return [in_any(found) for found in self._each(clause.clauses)]
        if isinstance(clause, Not):
            pairs = zip(self._snapshot.segments, self._clause(clause.clause), strict=True)
            return [dict.fromkeys(segment.live() - answer.values.keys(), 0.0) for segment, answer in pairs]
        if isinstance(clause, Dated):
            return [self._dated(segment, clause) for segment in self._snapshot.segments]
        if isinstance(clause, Noted):
            return [_noted(segment, clause) for segment in self._snapshot.segments]
        assert isinstance(clause, InPath)  # all others are done
        return [_in_path(segment, clause) for segment in self._snapshot.segments]

    def _each(self, clauses: Sequence[Clause]) -> list[list[Answer]]:
        """For each segment, what each clause finds."""
        found = [self._clause(clause) for clause in clauses]
        return [[answers[place] for answers in found] for place in range(len(self._snapshot.segments))]

    def _bag(self, bag: Bag, may: list[list[Answer]]) -> list[Scores]:
        must, never, within = self._each(bag.must), self._each(bag.never), self._each(bag.within)
        results: list[Scores] = []
        for place, segment in enumerate(self._snapshot.segments):
            if bag.must:
                scores = in_all(must[place])
                for optional in may[place]:
                    optional.add_to(scores)
            elif bag.may:
                scores = in_any(may[place])
            else:
                scores = dict.fromkeys(segment.live(), 0.0)
            for kept in within[place]:
                scores = {number: scores[number] for number in scores.keys() & kept.values.keys()}
            for excluded in never[place]:
                for number in excluded.values.keys() & scores.keys():
                    del scores[number]
            results.append(scores)
        return results

    def _dated(self, segment: Segment, dated: Dated) -> Scores:
        found: Scores = {}
        for term in segment.terms(schema.DATE, ""):
            if overlaps(term[1:], dated.low, dated.high):
                listed = segment.list_of(schema.DATE, term)
                found.update(dict.fromkeys(listed.documents if listed else (), 0.0))
        return found


def _complete(found: list[Scores], may: list[list[Answer]]) -> list[set[int]]:
    """The documents that have every word of a bag, words that no document has left aside."""
    present = [index for index in range(len(may[0])) if any(each[index].values for each in may)] if may else []
    results: list[set[int]] = []
    for scores, each in zip(found, may, strict=True):
        if len(present) < 2:
            results.append(set())
            continue
        smallest, *others = sorted((each[index].values.keys() for index in present), key=len)
        numbers = smallest & scores.keys()
        for other in others:
            numbers &= other
        results.append(numbers)
    return results


def _in_path(segment: Segment, clause: InPath) -> Scores:
    paths = segment.folded_paths()
    return {number: 0.0 for number in segment.live() if clause.text in paths[number]}


def _noted(segment: Segment, clause: Noted) -> Scores:
    numbers = (segment.number_of(path) for path in {path for path, _ in clause.places})
    return {number: 0.0 for number in numbers if number is not None}
