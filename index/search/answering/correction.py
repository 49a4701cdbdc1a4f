"""Did you mean: a word that the index does not know becomes the one that was probably meant, from the index's own
words.

Nearness is counted in edits, two neighbours that changed places being one (optimal string alignment, Damerau 1964).
"""

from __future__ import annotations

from index.errors import QueryError
from index.search.answering.retrieval import Retrieval
from index.search.query.parsing import parse
from index.search.query.syntax import And, Bag, Clause, Or, Phrase, Query, Word
from index.search.stored import schema
from index.search.stored.segments import Snapshot

_SHORTEST = 4
"""Letters of a word that can be told from another at all."""
_SURE = 6
_FEW_WORDS = 3
_COMMON = 3
"""Where the rest of the query finds something, an unknown word is taken for a slip only if it has so many letters,
stands in a query of so few words, and is one inner letter away from a word that so many articles have: most unknown
words are right."""


def corrected(query: Query, snapshot: Snapshot, retrieval: Retrieval, found: bool) -> Query | None:
    """The query with unknown words replaced, or None where there is nothing to correct or the correction finds nothing.

    Where the query finds something as it is, only long words with a single slip are replaced.
    """
    if found and isinstance(query.clause, Or):
        return None  # one of the ways to say it is known
    changes: dict[tuple[int, int], tuple[str, str]] = {}
    words = _words(query.clause, retrieval)
    if found and len(words) > _FEW_WORDS:
        return None
    nearest: dict[str, str | None] = {}
    for word in words:
        if len(word.form) < _SHORTEST or not word.form.isalpha() or word.inflected:
            continue
        if snapshot.holding(schema.STEM, word.stem):
            continue
        written = query.text[word.start : word.end]
        place = written.lower().find(word.form)
        if place < 0 or (found and len(word.form) < _SURE):
            continue
        if word.form not in nearest:
            if not retrieval.affords(len(snapshot.lexicon().forms)):
                break
            nearest[word.form] = _nearest(word.form, snapshot, retrieval, 1 if found else 2)
        better = nearest[word.form]
        if (
            better is not None
            and found
            and (
                better[0] != word.form[0]
                or better[-1] != word.form[-1]
                or snapshot.holding(schema.FORM, better) < min(_COMMON, snapshot.articles)
            )
        ):
            better = None
        if better is not None:
            start = word.start + place
            changes[start, start + len(word.form)] = (word.form, better)
    if not changes:
        return None
    text = query.text
    for (start, end), (_, better) in sorted(changes.items(), reverse=True):
        text = text[:start] + better + text[end:]
    try:
        made = parse(text, notes=query.notes, inflected=query.inflected)
    except QueryError:
        return None
    return made if retrieval.answers(made.clause) else None


def _nearest(form: str, snapshot: Snapshot, retrieval: Retrieval, most: int) -> str | None:
    """The form of the index nearest to a form, of equally near ones the most common."""
    from rapidfuzz import process  # takes longer to import than most searches take
    from rapidfuzz.distance import OSA

    most = min(most, 1 if len(form) < _SURE else 2)
    retrieval.check()
    found = process.extract_iter(form, snapshot.lexicon().forms, scorer=OSA.distance, score_cutoff=most)
    near = {other: distance for other, distance, _ in found if other.isalpha()}
    if not near:
        return None
    least = min(near.values())

    def common(other: str) -> tuple[bool, int, str]:
        return other[0] == form[0], snapshot.holding(schema.FORM, other), other

    retrieval.check()
    return max((other for other, distance in near.items() if distance == least), key=common)


def _words(clause: Clause, retrieval: Retrieval) -> list[Word]:
    """The words that a query asks for, not those that it excludes, and none where one of several ways to say it is
    known.
    """
    if isinstance(clause, Word):
        return [clause]
    if isinstance(clause, Phrase):
        return [slot for slot in clause.slots if isinstance(slot, Word)]
    if isinstance(clause, Or) and retrieval.answers(clause):
        return []
    if isinstance(clause, And | Or):
        return [word for each in clause.clauses for word in _words(each, retrieval)]
    if isinstance(clause, Bag):
        return [word for each in (*clause.may, *clause.must) for word in _words(each, retrieval)]
    return []
