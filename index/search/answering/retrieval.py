"""Which documents answer a query, and how well: the clauses of the query evaluated over the posting lists of each
segment.

Every clause gives a mapping of document number to score.  Statistics (how rare a term is, how long documents are) are
those of the whole index without deleted documents, so that an index gives the same scores however it came to be.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from index.search.answering.answers import Answer, Either, Scored, Scores, in_all, shared, united
from index.search.answering.budget import OF_TERM, OF_WORD, Budget
from index.search.answering.occurrences import Occurrences
from index.search.answering.ordering import NEAR_CANDIDATES
from index.search.answering.pooling import Bagged, Pool
from index.search.answering.pruning import Retrieved, best_with_all, best_with_any, present
from index.search.answering.recent import Recent
from index.search.effort import Effort
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

_FEW_WAYS = 5
"""Ways to say one thing of which each is asked who has it most often; of more, what they score at most is added."""


class Retrieval:
    """One query over one snapshot; `recent` is of that snapshot."""

    def __init__(
        self,
        snapshot: Snapshot,
        names: Names,
        cancelled: Cancel | None,
        recent: Recent | None = None,
        effort: Effort | None = None,
    ) -> None:
        self._snapshot = snapshot
        self._budget = Budget(cancelled, effort)
        self.occurrences = Occurrences(snapshot, names, self._budget, recent or Recent())

    def find(self, clause: Clause, shown: int | None = None, *, described: bool = False) -> Retrieved:
        """The documents of each segment that answer.

        Where only the best `shown` are asked for, the others may be left without a score; of those of a description
        more can be had (`Retrieved.pool`).  Raises Cancelled, and QueryError where the query asks for too much.
        """
        self._budget.foresee(self.occurrences.foreseen(clause))
        if isinstance(clause, Bag):
            may = self._each(clause.may)
            if shown is not None and not described and len(clause.may) > 1 and not _restricted(clause):
                retrieved = best_with_all(may, shown, self.check)
                if retrieved is not None:
                    return retrieved
            return self._found_in_bag(clause, may, shown)
        if described:
            shown = None
        answers = self._clause(clause)
        if shown is not None and isinstance(clause, Or) and len(clause.clauses) > _FEW_WAYS:
            pool = self._pool([Bagged((), (answer,), answer.numbers) for answer in answers], [set() for _ in answers])
            scores = pool.best(shown)
            if scores is not None:
                totals = [len(answer.numbers) for answer in answers]
                return Retrieved(scores, [set() for _ in answers], totals, all_complete=False)
        if shown is not None and _of_words(clause):
            retrieved = best_with_any(answers, shown, self.check)
            if retrieved is not None:
                return retrieved
        found = [answer.scores() for answer in answers]
        return Retrieved(found, [set() for _ in found], list(map(len, found)), all_complete=False)

    def scores(self, clause: Clause) -> list[Scores]:
        """The documents of each segment that answer a clause, with their scores.  Raises as `find` does."""
        return [answer.scores() for answer in self._clause(clause)]

    def numbers(self, clause: Clause) -> list[Set[int]]:
        """The documents of each segment that answer a clause.  Raises as `find` does."""
        self._budget.foresee(self.occurrences.foreseen(clause))
        if isinstance(clause, Bag) and not _restricted(clause):
            return [united(each) for each in self._each(clause.may)]
        return [answer.numbers for answer in self._clause(clause)]

    def answers(self, clause: Clause) -> bool:
        """Whether any document answers a clause."""
        self._budget.foresee(self.occurrences.foreseen(clause))
        if isinstance(clause, Bag) and not _restricted(clause):
            return any(answer.size for each in self._each(clause.may) for answer in each)
        return any(answer.size for answer in self._clause(clause))

    def check(self) -> None:
        """Raises Cancelled where the caller asked to stop."""
        self._budget.check()

    def affords(self, work: int) -> bool:
        """Whether there is enough left for work that may as well be left undone; see `Budget.affords`."""
        return self._budget.affords(work)

    def _clause(self, clause: Clause) -> list[Answer]:
        self.check()
        self._budget.part = None if isinstance(clause, Bag | And | Or | Not) else clause
        if isinstance(clause, Word | Pattern | Fuzzy | Phrase | Named):
            answers = self.occurrences.weighed(clause)
        elif isinstance(clause, Or):
            answers = [Either(found) for found in self._each(clause.clauses)]
        else:
            answers = [Scored(scores) for scores in self._found(clause)]
        # The ways of an OR are counted by themselves.
        each = OF_WORD if isinstance(clause, Word | Pattern | Fuzzy | Named) else 0 if isinstance(clause, Or) else 1
        self._budget.spend(each * sum(answer.size for answer in answers))
        self._budget.part = None
        return answers

    def _found(self, clause: Clause) -> list[Scores]:
        if isinstance(clause, Bag):
            return [bagged.scores() for bagged in self._bag(clause, self._each(clause.may))]
        if isinstance(clause, And):
            return [self._in_all(found) for found in self._each(clause.clauses)]
        if isinstance(clause, Not):
            pairs = zip(self._snapshot.segments, self._clause(clause.clause), strict=True)
            return [dict.fromkeys(segment.live() - answer.numbers, 0.0) for segment, answer in pairs]
        if isinstance(clause, Dated):
            return [self._dated(segment, clause) for segment in self._snapshot.segments]
        if isinstance(clause, Noted):
            return [_noted(segment, clause) for segment in self._snapshot.segments]
        assert isinstance(clause, InPath)  # all others are done
        self._budget.spend(self._snapshot.articles)
        return [_in_path(segment, clause) for segment in self._snapshot.segments]

    def _each(self, clauses: Sequence[Clause]) -> list[list[Answer]]:
        """For each segment, what each clause finds."""
        found = [self._clause(clause) for clause in clauses]
        return [[answers[place] for answers in found] for place in range(len(self._snapshot.segments))]

    def _found_in_bag(self, bag: Bag, may: list[list[Answer]], shown: int | None) -> Retrieved:
        bagged = self._bag(bag, may)
        complete = _complete(bagged, may)
        totals = [len(each.numbers) for each in bagged]
        all_complete = len(bag.may) > 1 and list(map(len, complete)) == totals
        if shown is not None:
            pool = self._pool(bagged, complete)
            scores = pool.best(max(shown, NEAR_CANDIDATES))
            if scores is not None:
                return Retrieved(scores, pool.complete_among(scores), totals, all_complete, pool=pool)
        self._budget.spend(sum(totals) * len(bag.must))
        return Retrieved([each.scores() for each in bagged], complete, totals, all_complete)

    def _pool(self, bagged: Sequence[Bagged], complete: Sequence[Set[int]]) -> Pool:
        return Pool(bagged, complete, [segment.size for segment in self._snapshot.segments], self.check)

    def _bag(self, bag: Bag, may: list[list[Answer]]) -> list[Bagged]:
        """What answers a bag in each segment."""
        must, never, within = self._each(bag.must), self._each(bag.never), self._each(bag.within)
        results: list[Bagged] = []
        for place, segment in enumerate(self._snapshot.segments):
            self.check()
            if bag.must:
                numbers = shared(must[place])
            else:
                numbers = united(may[place]) if bag.may else segment.live()
            for kept in within[place]:
                numbers = kept.among(numbers)
            for excluded in never[place]:
                numbers = numbers - excluded.numbers
            results.append(Bagged(must[place], may[place], numbers))
        return results

    def _in_all(self, answers: Sequence[Answer]) -> Scores:
        common = shared(answers)
        self._budget.spend(len(common) * len(answers))
        return in_all(answers, of=common)

    def _dated(self, segment: Segment, dated: Dated) -> Scores:
        found: Scores = {}
        terms = segment.terms(schema.DATE, "")
        self._budget.spend(OF_TERM * len(terms))
        for term in terms:
            if overlaps(term[1:], dated.low, dated.high):
                listed = segment.list_of(schema.DATE, term)
                found.update(dict.fromkeys(listed.documents if listed else (), 0.0))
        return found


def _of_words(clause: Clause) -> bool:
    """Whether a clause is one word or phrase, or ways to say one, whose scores nothing changes any more."""
    if isinstance(clause, Or):
        return all(isinstance(each, Word | Pattern | Fuzzy) for each in clause.clauses)
    if isinstance(clause, Phrase):
        return clause.slop is None
    return isinstance(clause, Word | Pattern | Fuzzy | Named)


def _restricted(bag: Bag) -> bool:
    """Whether some articles with a word of a bag do not answer it."""
    return bool(bag.must or bag.never or bag.within)


def _complete(bagged: Sequence[Bagged], may: list[list[Answer]]) -> list[Set[int]]:
    """The documents that have every word of a bag."""
    pairs = zip(bagged, present(may), strict=True)
    return [shared(each) & one.numbers if len(each) > 1 else set() for one, each in pairs]


def _in_path(segment: Segment, clause: InPath) -> Scores:
    paths = segment.folded_paths()
    return {number: 0.0 for number in segment.live() if clause.text in paths[number]}


def _noted(segment: Segment, clause: Noted) -> Scores:
    numbers = (segment.number_of(path) for path in {path for path, _ in clause.places})
    return {number: 0.0 for number in numbers if number is not None}
