"""The passages of the starter articles and of texts of all shapes, for many queries, are exactly as they were.

Where a change of the rules is meant, `--snapshot-update` writes them anew; then what differs is to be read.
"""

from __future__ import annotations

import random
from pathlib import Path

from search_articles import article, nobody
from syrupy.assertion import SnapshotAssertion

from index.documents.load import load_bytes
from index.documents.model import Block, Document, Span
from index.entities.model import Recognition
from index.search.answering.matching import Matcher
from index.search.answering.snippets import snippets
from index.search.model import Article
from index.search.query.parsing import parse

_PIECES = (
    *(
        "truce ",
        "truce ",
        "talks ",
        "calm ",
        "the day ",
        "of ",
        "The end. ",
        "He said “no.” ",
        "Mr. Ash came! ",
        "so: ",
    ),
    *("truce. ", "Talks? ", "truce-keeping-", "x" * 70 + " ", "and so on, and on, and on again, ", "\n", "\n\n"),
)


def shown(each: Article, query: str) -> str:
    """Where the passages and their matches stand, and which are broken off before or behind."""
    marks = Matcher(parse(query).clause, nobody).marks(each) or ()
    found = snippets(each.document, marks)
    matches = (",".join(str(match.start) for match in one.matches) for one in found)
    cut = "…"
    return " ".join(
        f"{cut * one.cut[0]}{one.start}-{one.end}{cut * one.cut[1]}({starts})"
        for one, starts in zip(found, matches, strict=True)
    )


def test_in_the_starter_articles(starter: Path, snapshot: SnapshotAssertion) -> None:
    found = {}
    for file in sorted(starter.glob("*.txt")):
        document = load_bytes(file.read_bytes(), file.name)
        words = [word for word in document.text.split() if word.isalpha() and len(word) > 4]
        each = Article(document, Recognition((), (), ()))
        for at in range(0, len(words) - 60, 45):
            one, two, three = words[at].lower(), words[at + 20].lower(), words[at + 60].lower()
            for query in (one, f"{one} {two}", f"{one} {two} {three} talks"):
                found[f"{file.name}: {query}"] = shown(each, query)
    assert found == snapshot


def test_in_texts_of_all_shapes(snapshot: SnapshotAssertion) -> None:
    drawn = random.Random(7)
    found = []
    for number in range(160):
        size = (12, 50, 200)[number % 3]
        text = "".join(_PIECES[int(drawn.random() * len(_PIECES))] for _ in range(size)).strip()
        each = article("a.txt", text)
        found += [shown(each, query) for query in ("truce", "truce talks", "truce talks calm day")]
    assert found == snapshot


def test_where_little_is_told(snapshot: SnapshotAssertion) -> None:
    """A heading, a caption, a table and what is around an article, each beside a paragraph with fewer words of it."""
    more, fewer = "truce talks and calm. ", "truce talks. "
    found = {}
    for kind in ("paragraph", "heading", "caption", "boilerplate", "table", "quote"):
        for times in (1, 2, 4, 9, 14):
            text = f"{more * times}\n\n{fewer}\n\n{fewer * 2}"
            ends = [len(more * times), len(more * times) + 2 + len(fewer), len(text)]
            starts = [0, ends[0] + 2, ends[1] + 2]
            kinds = (kind, "paragraph", "paragraph")
            blocks = tuple(
                Block(name, start, end, rows=((Span(start, end),),) if name == "table" else ())  # type: ignore[arg-type]
                for name, start, end in zip(kinds, starts, ends, strict=True)
            )
            each = Article(Document("a", "", text, blocks), Recognition((), (), ()))
            for query in ("truce", "truce calm", "truce talks"):
                found[f"{kind} {times}: {query}"] = shown(each, query)
    assert found == snapshot
