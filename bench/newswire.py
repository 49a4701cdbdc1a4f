"""Ranking questions made of newswire that was not judged for search: headlines of Reuters-21578 asked for, over the
bodies of articles.

Two collections over the same articles: in "headlines" the one answer to a headline is its own article, in "topics" the
answers are the other articles that the editors gave just the same topics (those of 4 to 60 articles).
"""

from __future__ import annotations

import html
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.judged import Judged, words

NAME = "reuters21578"
_ARTICLES = 4_000
_HEADLINES = 250
_A_TOPIC = 3
"""Headlines that are asked for each topic."""
_SHORTEST = 400
"""Characters of a body; shorter ones are single lines of figures."""
_ARTICLE = re.compile(r'<REUTERS[^>]*NEWID="(\d+)">(.*?)</REUTERS>', re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_SIGNED = re.compile(r"\s+REUTER\s*\Z", re.IGNORECASE)


class _Report(NamedTuple):
    headline: str
    body: str
    topics: frozenset[str]


def collections(folder: Path) -> Iterator[Judged]:
    """Both collections from the SGML files of a folder; the same ones each time."""
    dice = random.Random(11)
    reports = dict(_reports(folder))
    chosen = sorted(reports)
    if len(chosen) > _ARTICLES:
        chosen = sorted(dice.sample(chosen, _ARTICLES))
    bodies = {number: reports[number].body for number in chosen}
    asked = dice.sample(chosen, min(_HEADLINES, len(chosen)))
    queries = {number: words(reports[number].headline) for number in asked}
    yield Judged("headlines", bodies, queries, {number: frozenset({number}) for number in asked})
    counts = Counter(reports[number].topics for number in chosen)
    alike: dict[str, frozenset[str]] = {}
    for topics, count in sorted(counts.items(), key=lambda item: sorted(item[0])):
        if topics and 4 <= count <= 60:
            those = [number for number in chosen if reports[number].topics == topics]
            alike |= {number: frozenset(those) - {number} for number in dice.sample(those, _A_TOPIC)}
    yield Judged("topics", bodies, {number: words(reports[number].headline) for number in alike}, alike)


def _reports(folder: Path) -> Iterator[tuple[str, _Report]]:
    for file in sorted(folder.glob("*.sgm")):
        for number, told in _ARTICLE.findall(file.read_text(encoding="latin-1")):
            headline, body = _field("TITLE", told), _field("BODY", told)
            if headline and len(body) >= _SHORTEST:
                body = _SIGNED.sub("", body.replace("\n    ", "\n\n"))
                topics = frozenset(re.findall(r"<D>(.*?)</D>", _field("TOPICS", told)))
                yield number, _Report(headline, body, topics)


def _field(name: str, told: str) -> str:
    found = re.search(rf"<{name}>(.*?)</{name}>", told, re.DOTALL)
    text = found[1] if found else ""
    return (text if name == "TOPICS" else _CONTROL.sub("", html.unescape(text))).strip()
