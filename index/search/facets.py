"""Facets: how the articles that answer a query spread over names, years and folders, and what adds one to the query.

Faceted search as in Hearst et al. (2002): each value with the number of articles it would leave.
"""

from __future__ import annotations

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
OF_TYPE: dict[EntityType, Kind] = {
    "PERSON": "person", "ORG": "org", "PLACE": "place", "GROUP": "group", "EVENT": "event",
}  # fmt: skip
_QUOTES = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02*]')
_ONE_WORD = re.compile(r"[^\W_]+")


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


Naming = Callable[[Collection[str], int], Iterable[tuple[Entity, int]]]
"""What articles name: their paths become entities, each with how many of the articles name it; of each type at least so
many, the commonest."""


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
    _check(asked)
    names: dict[Kind, Counter[str]] = {kind: Counter() for kind in KINDS}
    for entity, count in naming(paths, most):
        if entity.type in OF_TYPE:
            names[OF_TYPE[entity.type]][entity.name] = count
    _check(asked)
    names["year"] = Counter(date[:4] for path in paths if (date := dates.get(path)))
    names["folder"] = Counter(path[: path.rindex("/") + 1] for path in paths if "/" in path)
    found: list[Facet] = []
    for kind in KINDS:
        counted = names[kind]
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
