"""More like this: the words that tell an article from the rest become a query of their own (tf-idf, Spärck Jones
1972).
"""

from __future__ import annotations

from collections import Counter

from index.search import schema
from index.search.folding import STOP_WORDS, tokens
from index.search.model import Article
from index.search.ranking import K1, B, rarity
from index.search.segments import Snapshot

_TELLING = 40
"""Stems that speak for an article."""
_LOOKED_UP = 150
"""Stems, the most frequent of the article, that are looked up."""


def similar(article: Article, snapshot: Snapshot) -> list[dict[int, float]]:
    """For each segment, the documents that share some of the article's telling words, with a score."""
    document = article.document
    counts = Counter(
        token.stem for token in tokens(document.text) if token.form not in STOP_WORDS and len(token.form) > 1
    )
    counts.update(token.stem for token in tokens(document.title) if token.form not in STOP_WORDS)
    weights: dict[str, float] = {}
    for stem, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_LOOKED_UP]:
        holding = sum(
            len(found.documents) for segment in snapshot.segments if (found := segment.list_of(schema.STEM, stem))
        )
        if holding:
            weights[stem] = count / (count + K1) * rarity(holding, snapshot.articles)
    telling = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_TELLING]
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
