"""Who is named with whom: how many sentences name two entities both, and how far that is beyond chance.

Significance is the log-likelihood ratio G² of the two-by-two table of sentences (Dunning 1993): sentences that name
both, only one, only the other, neither, of all sentences that were looked at.  Where two are named together less often
than chance would have it, it is given a minus.  3.84 is the 5 per cent point of one degree of freedom, 10.83 that of
one in a thousand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import log

from index.across.seen import Cancel, Progress, Seen, by_sentence, each_seen, sentence_spans
from index.documents.model import Document, Span
from index.entities.model import Entity, Mention

_Pair = tuple[int, int]
_QUANTITIES = ("DATE", "NUMBER")
MOST_TOGETHER = 60
"""A sentence that names more is a list, which says of nobody that they belong together, and has thousands of pairs."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity, and the number of sentences that name it."""

    entity: Entity
    sentences: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Two entities by their ids, the sentences and articles that name both, G², and the first of the sentences."""

    a: str
    b: str
    sentences: int
    articles: int
    likelihood: float
    document: str
    place: Span


@dataclass(frozen=True, slots=True)
class Network:
    """The strongest edges, and the entities that they join; `articles` and `sentences` were looked at, `pairs` found
    in all.  Of `lists`, sentences that name more than `MOST_TOGETHER`, no pair was counted.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    articles: int
    sentences: int
    pairs: int
    lists: int = 0


def likelihood(both: int, a: int, b: int, total: int) -> float:
    """G² of being named together: sentences with both, with each of the two, and in all."""
    table = ((both, a * b), (a - both, a * (total - b)), (b - both, (total - a) * b))
    neither = total - a - b + both
    value = sum(
        seen * log(seen * total / chance) for seen, chance in (*table, (neither, (total - a) * (total - b))) if seen
    )
    return round((2 * value if both * total >= a * b else -2 * value) + 0.0, 2)


def named_once(mentions: Iterable[Mention]) -> set[str]:
    """The entities among mentions, dates and numbers left out."""
    return {mention.entity for mention in mentions if mention.type not in _QUANTITIES}


@dataclass(slots=True)
class _Counts:
    """What sentences name together; entities are numbers, in the order in which they were met."""

    numbers: dict[str, int] = field(default_factory=dict)
    alone: Counter[int] = field(default_factory=Counter)
    """Sentences that name an entity, those that are lists aside."""
    listed: Counter[int] = field(default_factory=Counter)
    pairs: Counter[_Pair] = field(default_factory=Counter)
    in_articles: Counter[_Pair] = field(default_factory=Counter)
    first: dict[_Pair, tuple[str, Span]] = field(default_factory=dict)
    articles: int = 0
    sentences: int = 0
    lists: int = 0

    def add(self, document: Document, mentions: Sequence[Mention]) -> None:
        """Count one more article."""
        spans = sentence_spans(document)
        self.articles += 1
        self.sentences += len(spans)
        inside: set[_Pair] = set()
        for span, named in by_sentence(spans, mentions):
            # In an order of their own, so that pairs that are equal come in the same order in every run.
            ids = sorted(self.numbers.setdefault(one, len(self.numbers)) for one in sorted(named_once(named)))
            if len(ids) > MOST_TOGETHER:
                self.lists += 1
                self.listed.update(ids)
                continue
            self.alone.update(ids)
            for pair in combinations(ids, 2):
                self.pairs[pair] += 1
                inside.add(pair)
                if pair not in self.first:
                    self.first[pair] = document.path, span
        self.in_articles.update(inside)

    def weighed(self) -> list[tuple[int, float, _Pair]]:
        """The pairs to show with their sentences and G², the strongest first."""
        names = list(self.numbers)
        alone, prose = self.alone, self.sentences - self.lists
        several = [pair for pair, count in self.pairs.items() if count > 1] or list(self.pairs)
        weighed = [(n := self.pairs[a, b], likelihood(n, alone[a], alone[b], prose), (a, b)) for a, b in several]
        return sorted(weighed, key=lambda one: (-one[0], -one[1], names[one[2][0]], names[one[2][1]]))


def network(
    paths: Sequence[str],
    seen: Seen,
    entity: Callable[[str], Entity | None],
    *,
    most: int = 200,
    cancelled: Cancel | None = None,
    progress: Progress | None = None,
) -> Network:
    """The network of some articles: of the pairs that more than one sentence names (of all, where there are none) the
    `most` that most sentences name, and of as many those of the greatest G².  Raises Cancelled.
    """
    counts = _Counts()
    for document, named in each_seen(paths, seen, cancelled, progress):
        counts.add(document, named.mentions)
    names, alone = list(counts.numbers), counts.alone
    edges: list[Edge] = []
    nodes: dict[str, Node] = {}
    for count, value, pair in counts.weighed():
        if len(edges) == most:
            break
        ends = [(entity(names[at]), at) for at in pair]
        known = [(end, at) for end, at in ends if end is not None]
        if len(known) < 2:
            continue  # corrected away meanwhile
        a, b = (end for end, _ in sorted(known, key=lambda one: (-alone[one[1]], one[0].id)))
        nodes |= {end.id: Node(end, alone[at] + counts.listed[at]) for end, at in known}
        edges.append(Edge(a.id, b.id, count, counts.in_articles[pair], value, *counts.first[pair]))
    ordered = sorted(nodes.values(), key=lambda node: (-node.sentences, node.entity.id))
    return Network(tuple(ordered), tuple(edges), counts.articles, counts.sentences, len(counts.pairs), counts.lists)
