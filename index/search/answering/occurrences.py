"""Where the words, phrases and names of a query stand: in each segment, the documents that have them, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import chain

from index.search.answering.answers import Answer, Scored, Tallied, Weighed
from index.search.answering.budget import OF_LIST, OF_NEARNESS, OF_PLACES, OF_ROWS, OF_WORD, Budget
from index.search.answering.expansion import PARTS, Terms, articles_with, expand, terms_of
from index.search.answering.keyed import keyed, places_to_look_at
from index.search.answering.located import standing
from index.search.answering.phrases import beginnings
from index.search.answering.ranking import K1, TITLE_WEIGHT, B, norm, rarity
from index.search.answering.recent import Counts, Recent
from index.search.answering.spots import together
from index.search.answering.tallies import Tally, tally
from index.search.model import Names
from index.search.query.syntax import Clause, Named, Pattern, Phrase, Slot, Word, Zone, leaves
from index.search.stored import schema
from index.search.stored.entry import name_term
from index.search.stored.postings import TITLE
from index.search.stored.segments import Segment, Snapshot, TermList
from index.search.stored.unions import Union

_MANY = 32
"""Terms whose lists are read as one."""


class Occurrences:
    """What one query asks for, looked up in one snapshot, each thing once; `recent` is of that snapshot."""

    def __init__(self, snapshot: Snapshot, names: Names, budget: Budget, recent: Recent) -> None:
        self._snapshot = snapshot
        self._names = names
        self._budget = budget
        self._recent = recent
        self._known: dict[Slot | Phrase | Named, Counts] = {}
        self._terms: dict[Slot, Terms] = {}
        self._begun: set[Slot] = set()
        """The beginnings of words that are asked for by themselves, not in phrases: they stand for all words that begin
        so."""

    def foreseen(self, clause: Clause) -> dict[Clause, int]:
        """What looking up each word and phrase of a clause takes at least, told by how many documents have them; no
        list is read for it.
        """
        works: dict[Clause, int] = {}
        for leaf in set(leaves(clause)):
            if isinstance(leaf, Word):
                works[leaf] = OF_WORD * articles_with(leaf, self._snapshot)
            elif isinstance(leaf, Phrase):
                words = {slot.key: slot for slot in leaf.slots if isinstance(slot, Word)}
                held = [articles_with(word, self._snapshot) for word in words.values()]
                works[leaf] = sum(held) if all(held) else 0
        return works

    def weighed(self, clause: Slot | Phrase | Named) -> list[Answer]:
        """BM25 of a clause as if it were one term: occurrences in the text, and in the title weighted more."""
        if isinstance(clause, Pattern) and clause.beginning:
            self._begun.add(clause)
        occurrences = self._occurrences(clause)
        holding = sum(len(found) for found in occurrences)
        if not holding:
            return [Scored({}) for _ in occurrences]
        if isinstance(clause, Phrase):
            weight = sum(self._rarity(slot) for slot in clause.slots)
        else:
            weight = rarity(holding, self._snapshot.articles)
        weight *= clause.boost * (K1 + 1)
        snapshot = self._snapshot
        answers: list[Answer] = []
        for segment, found in zip(snapshot.segments, occurrences, strict=True):
            norms = segment.norms(K1, B, snapshot.mean)
            if isinstance(found, Tally):
                shortest = segment.length_classes()[0]
                answers.append(Tallied(found, weight, norms, [norm(each, snapshot.mean) for each in shortest]))
            else:
                answers.append(Weighed(found, weight, norms, segment.least_norm()))
        return answers

    def _rarity(self, slot: Slot) -> float:
        if isinstance(slot, Word) and slot.zone == "any" and not slot.inflected:
            return rarity(articles_with(slot, self._snapshot), self._snapshot.articles)
        return rarity(sum(len(found) for found in self._occurrences(slot)), self._snapshot.articles)

    def _occurrences(self, clause: Slot | Phrase | Named) -> Counts:
        """In each segment, the documents with the clause and how often they have it, weighted by zone."""
        known = self._known.get(clause)
        if known is None:
            if isinstance(clause, Phrase):
                known = self._recent.counts(clause, self._budget, partial(self._phrase, clause))
            elif isinstance(clause, Named):
                known = [*self._named(clause)]
            else:
                known = self._words(clause)
            self._known[clause] = known
        return known

    def _words(self, slot: Slot) -> Counts:
        if isinstance(slot, Pattern) and slot.beginning:
            return self._recent.counts(slot, self._budget, lambda: [*self._counted_begun(slot)])
        # Reckoned before it is known that they are kept: a query may cost the same whatever was asked before it.
        terms = self._terms_of(slot)
        if isinstance(slot, Word) and slot.zone != "any":
            # The list is read for all articles, though few have the word in their title.
            self._budget.spend(OF_WORD * articles_with(slot, self._snapshot))
        return self._recent.counts(slot, self._budget, lambda: [*self._counted(terms, slot.zone)])

    def _counted(self, terms: Terms, zone: Zone) -> Iterator[dict[int, float] | Tally]:
        for segment in self._snapshot.segments:
            self._budget.check()
            yield _tallied(segment, terms, zone)

    def _counted_begun(self, slot: Pattern) -> Iterator[dict[int, float] | Tally]:
        for segment in self._snapshot.segments:
            self._budget.check()
            terms = _begun_in(segment, slot.beginning)
            self._budget.spend(OF_LIST * len(terms))
            yield _tallied(segment, terms, slot.zone)

    def _terms_of(self, slot: Slot) -> Terms:
        """The terms of the index that a word of the query stands for."""
        known = self._terms.get(slot)
        if known is None:
            if isinstance(slot, Word):
                known = terms_of(slot)
            else:
                known = [
                    (schema.FORM, form, weight)
                    for form, weight in expand(slot, self._snapshot, self._recent, self._budget)
                ]
                self._budget.spend(OF_LIST * len(known) * len(self._snapshot.segments))
            self._terms[slot] = known
        return known

    def _phrase(self, phrase: Phrase) -> Counts:
        """In each segment, the documents with the phrase, weighted by zone."""
        lists = [{slot: self.lists(segment, slot) for slot in phrase.slots} for segment in self._snapshot.segments]
        # What is too much is told before any of it is looked at.
        candidates = [self._candidates(phrase, known) for known in lists]
        segments = self._snapshot.segments
        return [self._standing(phrase, *each) for each in zip(segments, lists, candidates, strict=True)]

    def _candidates(self, phrase: Phrase, known: dict[Slot, list[TermList]]) -> set[int] | None:
        """The documents that have all words of a phrase; None where it does not pay to know them."""
        if phrase.slop is not None or not all(known.values()):
            return self._near(phrase, known)
        often = {slot: places_to_look_at(found) for slot, found in known.items()}
        places = sum(often.values())
        # What each document takes, which is looked at by itself; all are gone through once for it.
        each = sum([OF_PLACES + often[slot] // _documents(found) for slot, found in known.items()])
        others = sum(map(_documents, known.values()))
        if places > each * min(map(_documents, known.values())) + others:
            candidates = self._with_all(known)
            if places > each * len(candidates):
                self._budget.spend(each * len(candidates))
                return candidates
        self._budget.spend(OF_ROWS * places // OF_PLACES)
        return None

    def _near(self, phrase: Phrase, known: dict[Slot, list[TermList]]) -> set[int]:
        """The documents that have all words of a phrase with others among them."""
        candidates = self._with_all(known)
        self._budget.spend(OF_PLACES * len(candidates) * len(phrase.slots))
        if phrase.slop is not None and candidates:
            for found in known.values():
                often = sum(sum(each.counts) for each in found)
                self._budget.spend(OF_NEARNESS * often * len(candidates) // _documents(found))
        return candidates

    def _with_all(self, known: dict[Slot, list[TermList]]) -> set[int]:
        """The documents that have all words of a phrase."""
        self._budget.check()
        if not all(known.values()):
            return set()
        candidates: set[int] | None = None
        for found in sorted(known.values(), key=_documents):
            self._budget.spend(_documents(found))
            if candidates is not None and len(found) == 1:
                candidates.intersection_update(found[0].documents)
            else:
                holding = set(found[0].documents).union(*(each.documents for each in found[1:]))
                candidates = holding if candidates is None else candidates & holding
        assert candidates is not None  # a phrase has slots
        return candidates

    def _standing(
        self, phrase: Phrase, segment: Segment, known: dict[Slot, list[TermList]], candidates: set[int] | None
    ) -> dict[int, float]:
        """Which documents have a phrase, weighted by zone; `candidates` are those with all of its words."""
        self._budget.check()
        lists = [known[slot] for slot in phrase.slots]
        if candidates is None:
            return _in_zone(*keyed(lists, segment), phrase.zone)
        if not candidates:
            return {}
        if phrase.slop is None:
            return _in_zone(*beginnings(lists, candidates), phrase.zone)
        codes = {slot: [dict(standing(each, candidates)) for each in found] for slot, found in known.items()}
        result: dict[int, float] = {}
        for number in sorted(candidates):
            self._budget.check()
            slots = [{code for each in codes[slot] for code in each.get(number, ())} for slot in phrase.slots]
            count = _together(slots, phrase, phrase.slop)
            if count:
                result[number] = count
        return result

    def lists(self, segment: Segment, slot: Slot) -> list[TermList]:
        """The posting lists that a word of a phrase stands for.  Raises Cancelled."""
        self._budget.check()
        found = (segment.list_of(field, term) for field, term, _ in self._terms_of(slot))
        return [each for each in found if each is not None]

    def lists_among(self, segment: Segment, among: Set[int], slot: Slot) -> list[TermList] | None:
        """The posting lists that a word of the query stands for, at least those that any document of `among` is in;
        None of a word that so many words begin with that it is to be looked for in the texts.  Raises Cancelled.
        """
        self._budget.check()
        if isinstance(slot, Pattern) and slot in self._begun:
            if self._snapshot.holding(schema.BEGINNING, slot.beginning):
                return None
            terms = _begun_in(segment, slot.beginning)
        else:
            terms = self._terms_of(slot)
        if _are_many(terms):
            union = _union(segment, terms)
            wanted = {*union.long, *union.having(among)}
            terms = [each for each in terms if each[1] in wanted]
        found = (segment.list_of(field, term) for field, term, _ in terms)
        return [each for each in found if each is not None]

    def _named(self, named: Named) -> list[dict[int, float]]:
        terms = sorted(self._name_terms(named))
        found = [
            _summed(_lists(segment, [(schema.NAME, term, 1.0) for term in terms]), "text")
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


def _beginning(prefix: str) -> Callable[[Segment], Iterable[str]]:
    return lambda segment: segment.terms(schema.NAME, prefix)


def _begun_in(segment: Segment, letters: str) -> Terms:
    """The terms that the words of a segment which begin with some letters are counted by."""
    if segment.holding(schema.BEGINNING, letters):
        return [(schema.BEGINNING, letters, 1.0)]
    return [(schema.FORM, form, 1.0) for form in segment.forms_beginning(letters)]


_Lists = list[tuple[TermList | Union, float]]


def _lists(segment: Segment, terms: Terms) -> _Lists:
    """The lists of terms, each with how much an occurrence counts; of many terms the short ones are one."""
    found: _Lists = []
    if _are_many(terms):
        union = _union(segment, terms)
        found = [(union, 1.0)] if union else []
        field = terms[0][0]
        terms = [(field, term, 1.0) for term in union.long]
    return found + [
        (each, weight) for field, term, weight in terms if (each := segment.list_of(field, term)) is not None
    ]


def _are_many(terms: Terms) -> bool:
    """Whether terms are so many that their lists are read as one; an occurrence of each counts the same, then."""
    return len(terms) >= _MANY and all(weight == 1.0 for _, _, weight in terms)


def _union(segment: Segment, terms: Terms) -> Union:
    return segment.union(terms[0][0], [term for _, term, _ in terms])


def _tallied(segment: Segment, terms: Terms, zone: Zone) -> dict[int, float] | Tally:
    """As `_summed`, in a row where many documents have one of the terms."""
    lists = _lists(segment, terms)
    if zone != "title" and lists:
        alike, whole = _alike(lists)
        counted, titles = (lambda: segment.length_classes()[1]), zone == "any"
        if many := tally(alike, counted, segment.size, whole=whole, titles=titles):
            return many
    return _summed(lists, zone)


def _alike(lists: _Lists) -> tuple[dict[int, list[TermList | Union]], int]:
    """The lists by how much an occurrence counts, in parts of a whole, and how many parts the whole has: whole numbers,
    whose sums are the same in any order.
    """
    whole = 1 if all(weight == 1.0 for _, weight in lists) else PARTS
    alike: dict[int, list[TermList | Union]] = {}
    for found, weight in lists:
        alike.setdefault(round(whole * weight), []).append(found)
    return alike, whole


def _summed(lists: _Lists, zone: Zone) -> dict[int, float]:
    """The documents with any of the terms in a zone, and the weighted number of occurrences."""
    alike, whole = _alike(lists)
    result: dict[int, float] = {}
    if zone != "title":
        for parts, same in sorted(alike.items(), key=lambda each: sum(map(len, each[1])), reverse=True):
            known = result.get
            counts = _counted(same)
            if result:
                result.update([(number, known(number, 0.0) + parts * count) for number, count in counts.items()])
            else:
                result = counts if parts == 1 else {number: parts * count for number, count in counts.items()}
    if zone != "text":
        for parts, same in alike.items():
            for found in same:
                documents = found.documents if found.titles else ()
                for place, titled in found.titles.items():
                    number = documents[place]
                    result[number] = result.get(number, 0.0) + parts * TITLE_WEIGHT * titled
    if whole > 1:
        return {number: count / whole for number, count in result.items() if count}
    # Those that have it in the title alone are in the list too.
    return result if all(result.values()) else {number: count for number, count in result.items() if count}


def _counted(lists: Sequence[TermList | Union]) -> dict[int, float]:
    """The documents of lists, and how often the terms stand in their texts together."""
    if len(lists) == 1:
        return dict(zip(lists[0].documents, lists[0].counts, strict=True))
    first, *others = sorted(lists, key=len, reverse=True)
    result: Counter[int] = Counter()
    dict.update(result, zip(first.documents, first.counts, strict=True))
    # Most documents have a term once: counting them is one call.
    result.update(chain.from_iterable(found.documents for found in others))
    for found in others:
        counts = found.counts
        if sum(counts) != len(counts) or 0 in counts:
            for number, count in zip(found.documents, counts, strict=True):
                if count != 1:
                    result[number] += count - 1
    return dict(result)


def _documents(lists: Sequence[TermList]) -> int:
    return sum(map(len, lists))


def _in_zone(inside: Mapping[int, int], titled: Mapping[int, int], zone: Zone) -> dict[int, float]:
    """The documents with a phrase in a zone, and the weighted number of its occurrences."""
    counts: dict[int, float] = dict(inside) if zone != "title" else {}
    if zone != "text":
        for number, times in titled.items():
            counts[number] = counts.get(number, 0.0) + TITLE_WEIGHT * times
    return counts


def _together(codes: list[set[int]], phrase: Phrase, slop: int) -> float:
    """How often a neighbourhood stands in the zones that count, weighted; it counts once."""
    inside = [{code for code in spots if not code & TITLE} for spots in codes]
    titles = [{code for code in spots if code & TITLE} for spots in codes]
    keys, ordered = phrase.keys(), phrase.ordered
    text, title = (all(spots) and bool(together(spots, keys, slop, ordered=ordered)) for spots in (inside, titles))
    return _weighted(int(text), int(title), phrase.zone)


def _weighted(count: int, titled: int, zone: Zone) -> float:
    """What occurrences in the text and in the title count together where a zone is asked for."""
    return (count if zone != "title" else 0.0) + (TITLE_WEIGHT * titled if zone != "text" else 0.0)
