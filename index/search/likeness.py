"""More like this: the words that tell an article from the rest become a query of their own (tf-idf, Spärck Jones
1972).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from index.search.answering.ranking import K1, B, rarity
from index.search.folding import STOP_WORDS, tokens
from index.search.model import Article
from index.search.stored import schema
from index.search.stored.segments import Snapshot

_TELLING = 40
"""Stems that speak for an article."""
_LOOKED_UP = 150
"""Stems, the most frequent of the article, that are looked up."""


def similar(article: Article, snapshot: Snapshot) -> list[dict[int, float]]:
    """For each segment, the documents that share some of the article's telling words, with a score."""
    document = article.document
    counts = Counter(stem for stem, _ in _words(document.text))
    counts.update(stem for stem, _ in _words(document.title))
    telling = _telling(counts, snapshot)
    results: list[dict[int, float]] = []
    for segment in snapshot.segments:
        norms = segment.norms(K1, B, snapshot.mean)
        scores: dict[int, float] = {}
        for stem, weight in telling:
            found = segment.list_of(schema.STEM, stem)
            if found is None:
                continue
            for number, count in zip(found.documents, found.counts, strict=True):
                scores[number] = scores.get(number, 0.0) + weight * count / (count + norms[number])
        results.append(scores)
    return results


def telling_words(text: str, snapshot: Snapshot, most: int) -> tuple[str, ...]:
    """The words that tell a text from the rest of the index, the most telling first, each in its commonest form."""
    forms: dict[str, Counter[str]] = {}
    for stem, form in _words(text):
        forms.setdefault(stem, Counter())[form] += 1
    counts = Counter({stem: counted.total() for stem, counted in forms.items()})
    # What only the text itself has leads to no other.
    shared = _telling(counts, snapshot, at_least=2) or _telling(counts, snapshot)
    return tuple(min(forms[stem].items(), key=lambda item: (-item[1], item[0]))[0] for stem, _ in shared[:most])


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Stem and form of the words of a text that can tell anything."""
    for token in tokens(text):
        if token.form not in STOP_WORDS and len(token.form) > 2:
            yield token.stem, token.form


def _telling(counts: Counter[str], snapshot: Snapshot, at_least: int = 1) -> list[tuple[str, float]]:
    """The stems that speak for a text and that so many articles have, with their weight."""
    weights: dict[str, float] = {}
    for stem, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_LOOKED_UP]:
        holding = sum(
            len(found.documents) for segment in snapshot.segments if (found := segment.list_of(schema.STEM, stem))
        )
        if holding >= at_least:
            weights[stem] = count / (count + K1) * rarity(holding, snapshot.articles)
    return sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_TELLING]
