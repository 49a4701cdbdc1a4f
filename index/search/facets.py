"""Facets: how the articles that answer a query spread over names, years and folders, and what adds one to the query.

Faceted search as in Hearst et al. (2002): each value with the number of articles it would leave.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from index.entities.model import Entity, EntityType
from index.errors import Cancelled
from index.search.model import Cancel

Kind = Literal["person", "org", "place", "group", "event", "year", "folder"]
KINDS: tuple[Kind, ...] = ("person", "org", "place", "group", "event", "year", "folder")
_OF_TYPE: dict[EntityType, Kind] = {
    "PERSON": "person", "ORG": "org", "PLACE": "place", "GROUP": "group", "EVENT": "event",
}  # fmt: skip
_QUOTES = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02*]')
_ONE_WORD = re.compile(r"[^\W_]+")
_FEW = 150
"""So many articles are asked what they name; of more, the entities of the corpus are asked where they are named."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value: `articles` of the result have it; `clause` is what it is in the query language, without + or -."""

    kind: Kind
    value: str
    articles: int
    clause: str


@dataclass(frozen=True, slots=True)
class Faceted:
    """The facets of the `total` articles that answer `query`, the query that was run."""

    query: str
    total: int
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """What the corpus names: by article, every entity most mentioned first, and by entity the paths that name it."""

    of_article: Callable[[str], Iterable[Entity]]
    entities: Callable[[], Iterable[Entity]]
    articles: Callable[[str], Collection[str]]


def facets(
    paths: Collection[str],
    naming: Naming,
    dates: Mapping[str, str | None],
    *,
    most: int = 12,
    cancelled: Cancel | None = None,
) -> tuple[Facet, ...]:
    """The facets of the articles: kinds in the order of KINDS, of each kind the `most` commonest first.

    Years are those of the articles' own dates.  Raises Cancelled.
    """
    asked = cancelled or (lambda: False)
    counts = _few(paths, naming, asked) if len(paths) <= _FEW else _many(paths, naming, most, asked)
    names: dict[Kind, Counter[str]] = {}
    for entity, count in counts:
        names.setdefault(_OF_TYPE[entity.type], Counter())[entity.name] = count
    names["year"] = Counter(date[:4] for path in paths if (date := dates.get(path)))
    names["folder"] = Counter(path[: path.rindex("/") + 1] for path in paths if "/" in path)
    found: list[Facet] = []
    for kind in KINDS:
        counted = names.get(kind, Counter())
        for value, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:most]:
            found.append(Facet(kind, value, count, _clause(kind, value)))
    return tuple(found)


def faceted(
    query: str,
    paths: Collection[str],
    naming: Naming,
    dates: Mapping[str, str | None],
    cancelled: Cancel | None = None,
) -> Faceted:
    """The facets of the articles that a query finds.  Raises Cancelled."""
    return Faceted(query, len(paths), facets(paths, naming, dates, cancelled=cancelled))


def _few(paths: Iterable[str], naming: Naming, asked: Cancel) -> list[tuple[Entity, int]]:
    """Every entity that the articles name, with in how many of them."""
    counts: Counter[str] = Counter()
    entities: dict[str, Entity] = {}
    for path in paths:
        _check(asked)
        for entity in naming.of_article(path):
            if entity.type in _OF_TYPE:
                entities[entity.id] = entity
                counts[entity.id] += 1
    return [(entities[identity], count) for identity, count in counts.items()]


def _many(paths: Iterable[str], naming: Naming, most: int, asked: Cancel) -> list[tuple[Entity, int]]:
    """The commonest `most` entities of each kind, and some more.

    The corpus's entities come most mentioned first, and none is in more articles than it has mentions: what follows
    cannot be among the commonest once it is mentioned less often than those found (threshold algorithm, Fagin 2001).
    What the corpus mentions once is left out.
    """
    chosen = frozenset(paths)
    found: list[tuple[Entity, int]] = []
    best: dict[EntityType, list[int]] = {kind: [] for kind in _OF_TYPE}
    for entity in naming.entities():
        if entity.mentions < 2:
            break
        top = best.get(entity.type)
        if top is None or (len(top) == most and top[0] >= entity.mentions):
            continue
        _check(asked)
        count = sum(path in chosen for path in naming.articles(entity.id))
        if count:
            found.append((entity, count))
            (heapq.heappush if len(top) < most else heapq.heappushpop)(top, count)
    return found


def _check(asked: Cancel) -> None:
    if asked():
        raise Cancelled("the counting was stopped")


def _clause(kind: Kind, value: str) -> str:
    if kind == "year":
        return f"date:{value}..{value}"
    # Quotation marks of any kind would end the phrase.
    plain = " ".join(_QUOTES.sub(" ", value).split())
    return f'{"path" if kind == "folder" else kind}:"{plain}"'


def narrowed(query: str, clause: str, *, without: bool) -> str:
    """The query with a clause required, or excluded; what it says already of that clause is replaced.

    Beside a required name the words of a bag would be optional, so the query is made required too; a folder or a year
    narrows by itself.
    """
    narrows = clause.startswith(("path:", "date:"))
    kept = clause if narrows else "+" + clause
    wanted, other = ("-" + clause, kept) if without else (kept, "-" + clause)
    text = query.strip()
    if other in text and (other != clause or "-" + clause not in text):
        return text.replace(other, wanted)
    if wanted in text:
        return text
    if not without and not narrows and text and not text.startswith("+"):
        text = f"+({text})" if not _ONE_WORD.fullmatch(text) else f"+{text}"
    return f"{text} {wanted}".strip()
