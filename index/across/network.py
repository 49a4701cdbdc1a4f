"""Who is named with whom: how many sentences name two entities both, and how far that is beyond chance.

Significance is the log-likelihood ratio G² of the two-by-two table of sentences (Dunning 1993): sentences that name
both, only one, only the other, neither, of all sentences that were looked at.  Where two are named together less often
than chance would have it, it is given a minus.  3.84 is the 5 per cent point of one degree of freedom, 10.83 that of
one in a thousand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log

from index.across.seen import Cancel, Progress, Seen, by_sentence, each_seen, sentence_spans
from index.documents.model import Span
from index.entities.model import Entity, Mention

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
    number: dict[str, int] = {}
    alone: Counter[int] = Counter()
    listed: Counter[int] = Counter()
    pairs: Counter[tuple[int, int]] = Counter()
    articles: Counter[tuple[int, int]] = Counter()
    first: dict[tuple[int, int], tuple[str, Span]] = {}
    looked = total = lists = 0
    for document, named in each_seen(paths, seen, cancelled, progress):
        looked += 1
        spans = sentence_spans(document)
        total += len(spans)
        inside: set[tuple[int, int]] = set()
        for span, mentions in by_sentence(spans, named.mentions):
            # In an order of their own, so that pairs that are equal come in the same order in every run.
            ids = sorted(number.setdefault(one, len(number)) for one in sorted(named_once(mentions)))
            if len(ids) > MOST_TOGETHER:
                lists += 1
                listed.update(ids)
                continue
            alone.update(ids)
            for pair in combinations(ids, 2):
                pairs[pair] += 1
                inside.add(pair)
                if pair not in first:
                    first[pair] = document.path, span
        articles.update(inside)
    names = list(number)
    several = [pair for pair, count in pairs.items() if count > 1] or list(pairs)
    prose = total - lists
    weighed = [(pairs[pair], likelihood(pairs[pair], alone[pair[0]], alone[pair[1]], prose), pair) for pair in several]
    weighed.sort(key=lambda one: (-one[0], -one[1], names[one[2][0]], names[one[2][1]]))
    edges: list[Edge] = []
    nodes: dict[str, Node] = {}
    for count, value, pair in weighed:
        if len(edges) == most:
            break
        ends = [entity(names[at]) for at in pair]
        if ends[0] is None or ends[1] is None:
            continue  # corrected away meanwhile
        a, b = sorted((ends[0], ends[1]), key=lambda end: (-alone[number[end.id]], end.id))
        nodes |= {end.id: Node(end, alone[number[end.id]] + listed[number[end.id]]) for end in (a, b)}
        edges.append(Edge(a.id, b.id, count, articles[pair], value, *first[pair]))
    ordered = sorted(nodes.values(), key=lambda node: (-node.sentences, node.entity.id))
    return Network(tuple(ordered), tuple(edges), looked, total, len(pairs), lists)
