"""Why two articles have little in common: other languages, or nothing that both tell."""

from __future__ import annotations

from index.comparison.model import Comparison
from index.documents.model import Document


def why_little(comparison: Comparison, a: Document, b: Document) -> str:
    """What who reads the comparison of these two must know of it; "" where both speak of the same in one language."""
    if (one := _language(a)) and (other := _language(b)) and one != other:
        return (
            f"The articles are in different languages ({one}, {other}): words are compared as they stand, so most of"
            " what both tell is shown as told by one alone."
        )
    if not (comparison.alignments or comparison.conflicts or comparison.quotes):
        return "Neither tells anything that the other tells."
    return ""


def _language(document: Document) -> str:
    """Without country and script: what is written in British and in American English is compared like any two."""
    return (document.language or "").partition("-")[0]
