"""What the index takes of an article.  Making it is most of the work of indexing, and can be done in any process."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.entities.model import Recognition
from index.search import schema
from index.search.folding import analyse, words
from index.search.model import Article, Told

_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Entry(NamedTuple):
    """An article as the index takes it.

    `text` and `heading` hold the words of the text and of the title as they are written, one a line, and an empty line
    for each further position that a word takes; `names` and `dates` are terms, the names with their counts.
    """

    path: str
    title: str
    text: str
    heading: str
    names: tuple[tuple[bytes, int], ...]
    dates: tuple[bytes, ...]


def entry_of(article: Article) -> Entry:
    """The entry of an article."""
    document = article.document
    return Entry(
        document.path,
        document.title,
        "\n".join(_positions(document.text)),
        "\n".join(_positions(document.title)),
        tuple(_names(article.recognition).items()),
        tuple(sorted(_dates(article))),
    )


def _positions(text: str) -> list[str]:
    """The words of a text, each at the index that is its position; an empty string where none begins."""
    found = [match[0] for match in words(text)]
    # A word of letters and digits alone has one part and so one position.
    wide = {word: parts[-1].position for word in set(found) if not word.isalnum() and (parts := analyse(word))}
    if not any(wide.values()):
        return found
    spread: list[str] = []
    for word in found:
        spread.append(word)
        spread.extend("" for _ in range(wide.get(word, 0)))
    return spread


def _names(recognition: Recognition) -> dict[bytes, int]:
    """How often the article names something of a type by a surface form."""
    counts: dict[bytes, int] = {}
    for mention in recognition.mentions:
        term = name_term(mention.type, mention.text)
        counts[term] = counts.get(term, 0) + 1
    return counts


def name_term(kind: str, surface: str) -> bytes:
    """The term of the field of names for a type and a surface form, in any case."""
    return f"{kind}{schema.SEPARATOR}{surface.casefold()}".encode("utf-8", "surrogatepass")[:500]


def _dates(article: Article) -> set[bytes]:
    """The article's own date and the absolute dates it names."""
    found = {
        f"m{mention.value}".encode() for mention in article.recognition.mentions if dated(mention.type, mention.value)
    }
    if own := own_date(article.document):
        found.add(f"d{own}".encode())
    return found


def own_date(document: Told) -> str:
    """The article's date as coarse as it is given, without the time of day, or ""."""
    match = _ISO.match(document.date or "")
    return match[0] if match else ""


def dated(kind: str, value: str) -> bool:
    """Whether a mention's value is an absolute date."""
    return kind == "DATE" and _ISO.fullmatch(value) is not None
