"""The JSON of a search, as the design fixes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from index.search.model import Hit, SearchResult, Snippet

if TYPE_CHECKING:
    from index.search.answering.explain import Explanation, Part
    from index.search.keyness import KeyWord, KeyWords

MOST_KEY_WORDS = 100
"""Key words that are printed."""


def search_payload(
    result: SearchResult,
    versions: Mapping[str, str],
    why: Mapping[str, Explanation] | None = None,
    words: KeyWords | None = None,
) -> dict[str, object]:
    """What `ceasefire-reader search --json` prints: offsets are characters of the document's text, end exclusive.

    `versions` gives the better hit that one is a version of, and `why` explains the hits, by path;
    `words` are those of all articles found.
    """
    return {
        "query": result.query,
        "total": result.total,
        "took_ms": round(result.took_ms, 2),
        "corrected": result.corrected,
        "left_out": result.left_out,
        **({"words": [_word(word) for word in words.words[:MOST_KEY_WORDS]]} if words is not None else {}),
        "hits": [_hit(hit, versions.get(hit.document), (why or {}).get(hit.document)) for hit in result.hits],
    }


def _hit(hit: Hit, version_of: str | None, why: Explanation | None) -> dict[str, object]:
    explained = {"explained": [_part(part) for part in why.parts]} if why is not None else {}
    return {
        "document": hit.document,
        "title": hit.title,
        "score": round(hit.score, 4),
        "matches": hit.matches,
        "version_of": version_of,
        "first": list(hit.first) if hit.first else None,
        "snippets": [_snippet(snippet) for snippet in hit.snippets],
        **explained,
    }


def _word(word: KeyWord) -> dict[str, object]:
    return {
        "word": word.form,
        "inside": word.inside,
        "outside": word.outside,
        "log_likelihood": round(word.likelihood, 4),
        "log_ratio": round(word.ratio, 4),
    }


def _part(part: Part) -> dict[str, object]:
    return {
        "kind": part.kind,
        "asked": part.asked,
        "how": part.how,
        "score": round(part.score, 6),
        "forms": [list(form) for form in part.forms],
        "articles": part.articles,
        "titled": part.titled,
    }


def _snippet(snippet: Snippet) -> dict[str, object]:
    return {
        "start": snippet.start,
        "end": snippet.end,
        "text": snippet.text,
        "matches": [list(span) for span in snippet.matches],
        "cut": list(snippet.cut),
    }
