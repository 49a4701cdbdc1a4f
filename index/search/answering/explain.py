"""Why an article was found and where it stands: what of the query it has, in which words, and what each adds to its
score.

A score is a sum: of what each part of the query gives (BM25), of words that stand near each other, of words that the
best articles share, and of having all the words (see `ordering`).  The parts here are read off the same steps as the
score itself, so that they add up to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from index.documents.model import Document
from index.search.answering.matching import Matcher
from index.search.answering.ordering import Step
from index.search.model import Article, Names
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
    leaves,
)
from index.search.query.written import written

if TYPE_CHECKING:
    from index.search.answering.retrieval import Retrieval
    from index.search.stored.segments import Snapshot

Kind = Literal[
    "word", "wildcard", "fuzzy", "phrase", "name", "time", "path", "note", "more", "near", "shared", "complete"
]

MOST_PARTS = 50
"""Parts of the query that are told one by one; the rest, the least telling, are told together."""
_LONGEST = 1_000_000
"""Characters of an article beyond which its forms are not counted: nothing could stop that once it runs."""
_MOST_FORMS = 12
_STEPS: dict[Step, tuple[Kind, str]] = {
    "near": ("near", "words of the query stand near each other"),
    "shared": ("shared", "it shares telling words with the best articles, or is one of them"),
    "complete": ("complete", "it has all the words of the query"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of the query adds to the score.

    `asked` is that part in the query language, "" where it is no part of the query; `how` says what it stands for;
    `forms` are the words of the article that answer it with how often each stands there, the commonest first;
    `articles` is how many articles of the corpus have it; `titled` says that it stands in the title.
    """

    kind: Kind
    asked: str
    how: str
    score: float
    forms: tuple[tuple[str, int], ...] = ()
    articles: int = 0
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """The score of a document and its parts, which add up to it; `query` is the query that was run."""

    document: str
    query: str
    score: float
    parts: tuple[Part, ...]


class Watcher:
    """Looks on while articles are scored, and notes how some of them fare."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = tuple(dict.fromkeys(paths))
        self.snapshot: Snapshot | None = None
        self.places: dict[str, tuple[int, int]] = {}
        """Of each path that is in the index, the segment and the number in it."""
        self.steps: dict[str, dict[Step, float]] = {}
        """Of each path that was found, its score after each step."""

    def __call__(self, step: Step, snapshot: Snapshot, found: Sequence[Mapping[int, float]]) -> None:
        """A step is done: `found` holds the scores of each segment."""
        if self.snapshot is None:
            self.snapshot = snapshot
            for path in self._paths:
                for place, segment in enumerate(snapshot.segments):
                    if (number := segment.number_of(path)) is not None:
                        self.places[path] = place, number
        for path, (place, number) in self.places.items():
            if number in found[place]:
                self.steps.setdefault(path, {})[step] = found[place][number]


def leaf_scores(clause: Clause, retrieval: Retrieval) -> dict[Clause, list[dict[int, float]]]:
    """What each clause of a query that has no clauses in it gives to the documents of each segment."""
    return {leaf: retrieval.scores(leaf) for leaf in dict.fromkeys(leaves(clause))}


def explanation(
    path: str,
    query: str,
    clause: Clause,
    watcher: Watcher,
    scores: Mapping[Clause, Sequence[Mapping[int, float]]],
    article: Article | None,
    names: Names,
) -> Explanation | None:
    """Why the article of a path was found; None where it was not.

    `article` is what its words are read from, None where it cannot be read.
    """
    steps = watcher.steps.get(path)
    if not steps:
        return None
    place, number = watcher.places[path]
    inside = {leaf: found[place][number] for leaf, found in scores.items() if number in found[place]}
    times = Counter(_answering(clause, inside) or ())
    gives = {leaf: inside[leaf] * count for leaf, count in times.items()}
    ordered = sorted(gives, key=lambda leaf: -gives[leaf])
    told, rest = ordered[:MOST_PARTS], ordered[MOST_PARTS:]
    parts = [_part(leaf, gives[leaf], sum(len(found) for found in scores[leaf]), article, names) for leaf in told]
    if rest:
        parts.append(Part("more", "", f"{len(rest)} more parts of the query", sum(gives[leaf] for leaf in rest)))
    before = steps["clauses"]
    for step, (kind, how) in _STEPS.items():
        if step in steps and steps[step] != before:
            parts.append(Part(kind, "", how, steps[step] - before))
            before = steps[step]
    return Explanation(path, query, before, tuple(parts))


def _answering(clause: Clause, inside: Collection[Clause]) -> list[Clause] | None:
    """The clauses by which a document answers, as often as they count; None where it does not."""
    if isinstance(clause, Not):
        return [] if _answering(clause.clause, inside) is None else None
    if isinstance(clause, And):
        return _all(clause.clauses, inside)
    if isinstance(clause, Or):
        return _any(clause.clauses, inside)
    if isinstance(clause, Bag):
        if any(_answering(each, inside) is not None for each in clause.never):
            return None
        must, among, may = _all(clause.must, inside), _all(clause.within, inside), _any(clause.may, inside)
        if must is None or among is None or (clause.may and not clause.must and may is None):
            return None
        return must + (may or []) + among
    return [clause] if clause in inside else None


def _all(clauses: Iterable[Clause], inside: Collection[Clause]) -> list[Clause] | None:
    result: list[Clause] = []
    for clause in clauses:
        found = _answering(clause, inside)
        if found is None:
            return None
        result += found
    return result


def _any(clauses: Iterable[Clause], inside: Collection[Clause]) -> list[Clause] | None:
    found = [each for each in (_answering(clause, inside) for clause in clauses) if each is not None]
    return [leaf for each in found for leaf in each] if found else None


def _part(leaf: Clause, score: float, articles: int, article: Article | None, names: Names) -> Part:
    kind, how = _meaning(leaf)
    forms: tuple[tuple[str, int], ...] = ()
    titled = False
    if article is not None and len(article.document.text) <= _LONGEST:
        document = article.document
        matcher = Matcher(leaf, names)
        text = document.text
        counts = Counter(" ".join(text[mark.start : mark.end].split()) for mark in matcher.marks(article) or ())
        forms = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_FORMS])
        title = Article(Document("", "", document.title, ()), article.recognition)
        titled = kind in ("word", "wildcard", "fuzzy", "phrase") and matcher.marks(title) is not None
    return Part(kind, written(leaf), how, score, forms, articles, titled)


def _meaning(leaf: Clause) -> tuple[Kind, str]:
    """What a clause is, and in words what it stands for."""
    if isinstance(leaf, Word):
        forms = f"every form of {leaf.form} (stem {leaf.stem})" if leaf.stem != leaf.form else "the word"
        return "word", f"{forms}, and {', '.join(leaf.inflected)}" if leaf.inflected else forms
    if isinstance(leaf, Pattern):
        begins = leaf.text.endswith("*") and not any(mark in leaf.text[:-1] for mark in "*?")
        return "wildcard", f"words that begin with {leaf.text[:-1]}" if begins else "words with these letters"
    if isinstance(leaf, Fuzzy):
        return "fuzzy", f"words at most {leaf.distance} letter{'s' * (leaf.distance > 1)} away"
    if isinstance(leaf, Phrase):
        if leaf.slop is None:
            return "phrase", "words beside each other"
        order = "in this order" if leaf.ordered else "in any order"
        return "phrase", f"{order}, with at most {leaf.slop} others among them"
    if isinstance(leaf, Named):
        return "name", "a date, however it is written" if leaf.value else "under every name it goes by"
    if isinstance(leaf, Dated):
        return "time", "dated then, or naming a date of that time"
    if isinstance(leaf, Noted):
        return "note", "with such a note"
    assert isinstance(leaf, InPath)
    return "path", "in that folder or file"
