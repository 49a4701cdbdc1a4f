"""Which documents answer a query, and how well: the clauses of the query evaluated over the posting lists of each
segment.

Every clause gives a mapping of document number to score.  Statistics (how rare a term is, how long documents are) are
those of the whole index without deleted documents, so that an index gives the same scores however it came to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from index.entities.model import EntityType
from index.errors import Cancelled, QueryError
from index.search import schema
from index.search.entry import name_term
from index.search.expansion import expand
from index.search.model import Cancel
from index.search.postings import TITLE
from index.search.ranking import K1, TITLE_WEIGHT, B, rarity
from index.search.segments import Segment, Snapshot, TermList
from index.search.spots import runs, together
from index.search.syntax import (
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
    Slot,
    Word,
    Zone,
)
from index.search.times import overlaps

Names = Callable[[str, tuple[EntityType, ...]], frozenset[tuple[EntityType, str]]]
Scores = dict[int, float]
_MOST_WORK = 2_500_000
"""Postings that a query may touch: a quarter to half a second."""
_WORK_OF_PLACES = 8
"""How many postings' work it is to look at the positions of a word in a document."""
_WORK_OF_LIST = 250
"""How many postings' work it is to read a list."""
_Terms = list[tuple[str, str, float]]
"""Field, term and how much an occurrence of it counts: what a word of the query stands for."""


class Retrieval:
    """One query over one snapshot."""

    def __init__(self, snapshot: Snapshot, names: Names, cancelled: Cancel | None) -> None:
        self._snapshot = snapshot
        self._names = names
        self._cancelled = cancelled
        self._work = 0
        self._known: dict[Slot | Phrase | Named, list[dict[int, float]]] = {}
        self._terms: dict[Slot, _Terms] = {}

    def find(self, clause: Clause) -> tuple[list[Scores], list[set[int]]]:
        """The documents of each segment that answer, with their scores, and which of them have all words of the query.

        Raises Cancelled, and QueryError where the query asks for too much.
        """
        if isinstance(clause, Bag) and len(clause.may) > 1:
            may = self._each(clause.may)
            found = self._bag(clause, may)
            return found, _complete(found, may)
        found = self._clause(clause)
        return found, [set() for _ in found]

    def scores(self, clause: Clause) -> list[Scores]:
        """The documents of each segment that answer a clause, with their scores.  Raises as `find` does."""
        return self._clause(clause)

    def documents(self, clause: Clause) -> int:
        """How many documents answer a clause."""
        return sum(len(found) for found in self._clause(clause))

    def check(self) -> None:
        """Raises Cancelled where the caller asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled("the search was stopped")

    def _clause(self, clause: Clause) -> list[Scores]:
        self.check()
        found = self._found(clause)
        self._spend(sum(map(len, found)))
        return found

    def _spend(self, postings: int) -> None:
        """Counts work, so that no query keeps the reader waiting."""
        self._work += postings
        if self._work > _MOST_WORK:
            raise QueryError("The query asks for too much at once: leave something out")

    def _found(self, clause: Clause) -> list[Scores]:
        if isinstance(clause, Word | Pattern | Fuzzy | Phrase | Named):
            return self._weighed(clause)
        if isinstance(clause, Bag):
            return self._bag(clause, self._each(clause.may))
        if isinstance(clause, And):
            return [_all(found) for found in self._each(clause.clauses)]
        if isinstance(clause, Or):
            return [_any(found) for found in self._each(clause.clauses)]
        if isinstance(clause, Not):
            found = self._clause(clause.clause)
            pairs = zip(self._snapshot.segments, found, strict=True)
            return [dict.fromkeys(segment.live() - scores.keys(), 0.0) for segment, scores in pairs]
        if isinstance(clause, Dated):
            return [self._dated(segment, clause) for segment in self._snapshot.segments]
        if isinstance(clause, Noted):
            return [_noted(segment, clause) for segment in self._snapshot.segments]
        return [_in_path(segment, clause) for segment in self._snapshot.segments]

    def _each(self, clauses: Sequence[Clause]) -> list[list[Scores]]:
        """For each segment, what each clause finds."""
        found = [self._clause(clause) for clause in clauses]
        return [[scores[place] for scores in found] for place in range(len(self._snapshot.segments))]

    def _bag(self, bag: Bag, may: list[list[Scores]]) -> list[Scores]:
        must, never, within = self._each(bag.must), self._each(bag.never), self._each(bag.within)
        results: list[Scores] = []
        for place, segment in enumerate(self._snapshot.segments):
            if bag.must:
                scores = _all(must[place])
                for optional in may[place]:
                    for number in optional.keys() & scores.keys():
                        scores[number] += optional[number]
            elif bag.may:
                scores = _any(may[place])
            else:
                scores = dict.fromkeys(segment.live(), 0.0)
            for kept in within[place]:
                scores = {number: score for number, score in scores.items() if number in kept}
            for excluded in never[place]:
                for number in excluded.keys() & scores.keys():
                    del scores[number]
            results.append(scores)
        return results

    # -- words, phrases and names: clauses with a weight

    def _weighed(self, clause: Slot | Phrase | Named) -> list[Scores]:
        """BM25 of a clause as if it were one term: occurrences in the text, and in the title weighted more."""
        occurrences = self._occurrences(clause)
        holding = sum(len(found) for found in occurrences)
        if not holding:
            return [{} for _ in occurrences]
        if isinstance(clause, Phrase):
            weight = sum(self._rarity(slot) for slot in clause.slots)
        else:
            weight = rarity(holding, self._snapshot.articles)
        weight *= clause.boost * (K1 + 1)
        results: list[Scores] = []
        for segment, found in zip(self._snapshot.segments, occurrences, strict=True):
            norms = segment.norms(K1, B, self._snapshot.mean)
            results.append({number: weight * count / (count + norms[number]) for number, count in found.items()})
        return results

    def _rarity(self, slot: Slot) -> float:
        return rarity(sum(len(found) for found in self._occurrences(slot)), self._snapshot.articles)

    def _occurrences(self, clause: Slot | Phrase | Named) -> list[dict[int, float]]:
        """In each segment, the documents with the clause and how often they have it, weighted by zone."""
        known = self._known.get(clause)
        if known is None:
            if isinstance(clause, Phrase):
                known = [self._phrase(segment, clause) for segment in self._snapshot.segments]
            elif isinstance(clause, Named):
                known = self._named(clause)
            else:
                terms = self._terms_of(clause)
                known = [_summed(segment, terms, clause.zone) for segment in self._snapshot.segments]
            self._known[clause] = known
        return known

    def _terms_of(self, slot: Slot) -> _Terms:
        """The terms of the index that a word of the query stands for."""
        known = self._terms.get(slot)
        if known is None:
            if isinstance(slot, Word):
                known = [(schema.STEM, slot.stem, 1.0)]
            else:
                known = [(schema.FORM, form, weight) for form, weight in expand(slot, self._snapshot)]
                self._spend(_WORK_OF_LIST * len(known) * len(self._snapshot.segments))
            self._terms[slot] = known
        return known

    def _phrase(self, segment: Segment, phrase: Phrase) -> dict[int, float]:
        """The documents of a segment with the phrase, weighted by zone."""
        self.check()
        known = {slot: self.lists(segment, slot) for slot in phrase.slots}
        if not all(known.values()):
            return {}
        candidates: set[int] | None = None
        for found in sorted(known.values(), key=lambda found: sum(len(each.documents) for each in found)):
            self._spend(sum(len(each.documents) for each in found))
            holding = set().union(*(each.documents for each in found))
            candidates = holding if candidates is None else candidates & holding
        assert candidates is not None  # a phrase has slots
        self._spend(_WORK_OF_PLACES * len(candidates) * len(phrase.slots))
        placed = {slot: [_indexes(each, candidates) for each in found] for slot, found in known.items()}
        lists = [known[slot] for slot in phrase.slots]
        indexes = [placed[slot] for slot in phrase.slots]
        result: dict[int, float] = {}
        for number in sorted(candidates):
            slots: list[set[int]] = []
            for found, places in zip(lists, indexes, strict=True):
                codes: set[int] = set()
                for each, place in zip(found, places, strict=True):
                    if number in place:
                        codes.update(each.codes(place[number]))
                slots.append(codes)
            count = _together(slots, phrase)
            if count:
                result[number] = count
        return result

    def lists(self, segment: Segment, slot: Slot) -> list[TermList]:
        """The posting lists that a word of the query stands for."""
        found = (segment.list_of(field, term) for field, term, _ in self._terms_of(slot))
        return [each for each in found if each is not None]

    def _named(self, named: Named) -> list[dict[int, float]]:
        terms = sorted(self._name_terms(named))
        found = [
            _summed(segment, [(schema.NAME, term, 1.0) for term in terms], "text")
            for segment in self._snapshot.segments
        ]
        if named.value:
            for segment, counts in zip(self._snapshot.segments, found, strict=True):
                for kind in "md":
                    for term in segment.terms(schema.DATE, kind + named.value):
                        listed = segment.list_of(schema.DATE, term)
                        for number in listed.documents if listed else ():
                            counts[number] = counts.get(number, 0.0) + 1.0
        return found

    def _name_terms(self, named: Named) -> set[str]:
        if named.name.endswith("*"):
            return {
                term
                for kind in named.types
                for term in self._snapshot.each(_beginning(name_term(kind, named.name.rstrip("*")).decode()))
            }
        surfaces = self._names(named.name, named.types)
        return {name_term(kind, surface).decode("utf-8", "surrogatepass") for kind, surface in surfaces}

    def _dated(self, segment: Segment, dated: Dated) -> Scores:
        found: Scores = {}
        for term in segment.terms(schema.DATE, ""):
            if overlaps(term[1:], dated.low, dated.high):
                listed = segment.list_of(schema.DATE, term)
                found.update(dict.fromkeys(listed.documents if listed else (), 0.0))
        return found


def _beginning(prefix: str) -> Callable[[Segment], Iterable[str]]:
    return lambda segment: segment.terms(schema.NAME, prefix)


def _complete(found: list[Scores], may: list[list[Scores]]) -> list[set[int]]:
    """The documents that have every word of a bag, words that no document has left aside."""
    present = [index for index in range(len(may[0])) if any(each[index] for each in may)] if may else []
    results: list[set[int]] = []
    for scores, each in zip(found, may, strict=True):
        numbers = set(scores) if len(present) > 1 else set()
        for index in sorted(present, key=lambda index: len(each[index])):
            numbers &= each[index].keys()
        results.append(numbers)
    return results


def _in_path(segment: Segment, clause: InPath) -> Scores:
    paths = segment.folded_paths()
    return {number: 0.0 for number in segment.live() if clause.text in paths[number]}


def _noted(segment: Segment, clause: Noted) -> Scores:
    numbers = (segment.number_of(path) for path in {path for path, _ in clause.places})
    return {number: 0.0 for number in numbers if number is not None}


def _all(found: list[Scores]) -> Scores:
    """The documents that are in every mapping, with the sum of their scores."""
    smallest = min(found, key=len)
    result: Scores = {}
    for number in smallest:
        total = 0.0
        for scores in found:
            score = scores.get(number)
            if score is None:
                break
            total += score
        else:
            result[number] = total
    return result


def _any(found: list[Scores]) -> Scores:
    """The documents that are in any mapping, with the sum of their scores."""
    result = dict(found[0])
    for scores in found[1:]:
        for number, score in scores.items():
            result[number] = result.get(number, 0.0) + score
    return result


def _summed(segment: Segment, terms: _Terms, zone: Zone) -> dict[int, float]:
    """The documents with any of the terms in a zone, and the weighted number of occurrences."""
    result: dict[int, float] = {}
    for field, term, weight in terms:
        found = segment.list_of(field, term)
        if found is None:
            continue
        if zone == "title":
            counts = {found.documents[place]: TITLE_WEIGHT * titled for place, titled in found.titles.items()}
        else:
            counts = dict(zip(found.documents, map(float, found.counts), strict=True))
            for place, titled in found.titles.items():
                number = found.documents[place]
                if zone == "any":
                    counts[number] += TITLE_WEIGHT * titled
                elif not counts[number]:
                    del counts[number]
        if not result and weight == 1.0:
            result = counts
            continue
        for number, count in counts.items():
            result[number] = result.get(number, 0.0) + weight * count
    return result


def _indexes(listed: TermList, numbers: set[int]) -> dict[int, int]:
    """Where the given documents stand in a list."""
    return {number: index for index, number in enumerate(listed.documents) if number in numbers}


def _together(codes: list[set[int]], phrase: Phrase) -> float:
    """How often a phrase stands in the zones that count, weighted; a neighbourhood counts once."""
    if phrase.slop is None:
        starts = [run[0] for run in runs(codes)]
        titled = sum(start & TITLE for start in starts)
        return _weighted(len(starts) - titled, titled, phrase.zone)
    inside = [{code for code in spots if not code & TITLE} for spots in codes]
    titles = [{code for code in spots if code & TITLE} for spots in codes]
    keys, slop, ordered = phrase.keys(), phrase.slop, phrase.ordered
    text, title = (bool(together(spots, keys, slop, ordered=ordered)) for spots in (inside, titles))
    return _weighted(int(text), int(title), phrase.zone)


def _weighted(count: int, titled: int, zone: Zone) -> float:
    """What occurrences in the text and in the title count together where a zone is asked for."""
    return (count if zone != "title" else 0.0) + (TITLE_WEIGHT * titled if zone != "text" else 0.0)
