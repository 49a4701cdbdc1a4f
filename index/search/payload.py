"""The JSON of a search, as the design fixes it."""

from __future__ import annotations

from index.search.model import Hit, SearchResult, Snippet


def search_payload(result: SearchResult) -> dict[str, object]:
    """What `ceasefire-reader search --json` prints: offsets are characters of the document's text, end exclusive."""
    return {
        "query": result.query,
        "total": result.total,
        "took_ms": round(result.took_ms, 2),
        "corrected": result.corrected,
        "hits": [_hit(hit) for hit in result.hits],
    }


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "document": hit.document,
        "title": hit.title,
        "score": round(hit.score, 4),
        "matches": hit.matches,
        "first": list(hit.first) if hit.first else None,
        "snippets": [_snippet(snippet) for snippet in hit.snippets],
    }


def _snippet(snippet: Snippet) -> dict[str, object]:
    return {
        "start": snippet.start,
        "end": snippet.end,
        "text": snippet.text,
        "matches": [list(span) for span in snippet.matches],
    }
