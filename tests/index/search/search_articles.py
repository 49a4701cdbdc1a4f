"""Articles made for these tests, and an engine over them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from index.building.kept import Page, packed
from index.documents.model import Block, Document
from index.entities.model import Entity, EntityType, Mention, Recognition
from index.errors import CorpusError
from index.search.model import Article, Pages, Read, SearchResult
from index.search.query.parsing import parse
from index.search.stored.pieces import cut as cut_text
from index.search.whoosh_engine import WhooshEngine


def article(
    path: str,
    text: str,
    *,
    title: str = "",
    names: Iterable[tuple[EntityType, str]] = (),
    dates: Mapping[str, str] | None = None,
    date: str | None = None,
) -> Article:
    """An article: paragraphs parted by blank lines, the title as a first line of its own; mentions wherever a name
    stands.
    """
    whole = f"{title}\n\n{text}" if title else text
    blocks: list[Block] = []
    start = 0
    for piece in whole.split("\n\n"):
        is_title = bool(title) and not blocks
        if piece:
            kind = "heading" if is_title else "paragraph"
            role = "title" if is_title else ""
            blocks.append(Block(kind, start, start + len(piece), int(is_title), role))
        start += len(piece) + 2
    mentions = [
        Mention(match.start(), match.end(), match[0], kind, name.casefold())
        for kind, name in names
        for match in re.finditer(re.escape(name) + r"\b", whole)
    ]
    for printed, value in (dates or {}).items():
        found = whole.index(printed)
        mentions.append(Mention(found, found + len(printed), printed, "DATE", value, value))
    mentions.sort(key=lambda mention: mention.start)
    document = Document(path, title, whole, tuple(blocks), date=date)
    return Article(document, Recognition(tuple(mentions), _named(mentions), ()))


def _named(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """The entities of mentions, in order of first mention."""
    forms: dict[tuple[str, EntityType], Counter[str]] = {}
    for each in mentions:
        forms.setdefault((each.entity, each.type), Counter())[each.text] += 1
    found = []
    for (identity, kind), printed in forms.items():
        name, *aliases = printed
        found.append(Entity(identity, name, kind, tuple(aliases), printed.total()))
    return tuple(found)


def reader(articles: Iterable[Article]) -> Read:
    """Reads articles by path."""
    by_path = {each.document.path: each for each in articles}

    def read(path: str) -> Article:
        if path not in by_path:
            raise CorpusError(f"{path} is gone")
        return by_path[path]

    return read


def pages(articles: Iterable[Article]) -> Pages:
    """Gives articles by path as an index keeps them."""
    by_path = {each.document.path: each for each in articles}

    def give(paths: Sequence[str]) -> dict[str, Page]:
        return {path: _page(by_path[path]) for path in paths if path in by_path}

    return give


def _page(each: Article) -> Page:
    document = each.document
    made = packed(document, cut_text(document.text), each.recognition)
    return Page(
        document.path, made.title, made.date, made.sha256, made.text, made.structure, made.starts, made.names or b""
    )


def nobody(name: str, types: tuple[EntityType, ...]) -> frozenset[tuple[EntityType, str]]:
    """Names for articles that name nobody."""
    return frozenset()


def filled(engine: WhooshEngine, articles: Iterable[Article]) -> WhooshEngine:
    """The engine with the articles committed."""
    with engine.refresh() as batch:
        for each in articles:
            batch.put(each)
    return engine


def ask(
    engine: WhooshEngine, articles: Iterable[Article], text: str, *, limit: int = 1000, **options: bool
) -> SearchResult:
    """Searches with the articles at hand, as an index keeps them."""
    query, read = parse(text, **options), reader(articles)
    return engine.search(query, limit=limit, read=read, names=nobody, pages=pages(articles))


def found(result: SearchResult) -> list[str]:
    """The paths of the hits in order."""
    return [hit.document for hit in result.hits]


def cut(each: Article, spans: Iterable[tuple[int, int]]) -> list[str]:
    """What spans hold of an article's text."""
    return [each.document.text[start:end] for start, end in spans]
