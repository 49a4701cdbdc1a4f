"""Who the words that name a voice are; whom "he" and "she" stand for: the last person named before them that fits.

A person fits who is named outside of quotation marks, not further back than a few sentences, and whom no title anywhere
in the article ("Mrs", "Mr") gives the other gender.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.documents.model import Span
from index.entities.model import Mention, Quote

_HE, _SHE = frozenset({"he", "him"}), frozenset({"she", "her"})
_MEN = frozenset({"mr", "sir", "lord", "king", "prince", "sheikh", "herr", "monsieur", "señor"})
_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "frau", "madame", "señora"})
_REACH = 600
"""Characters between a person and the pronoun."""


_SPEAK = ("PERSON", "ORG", "GROUP", "PLACE")


def speaking(text: str, mentions: Sequence[Mention], quotes: Sequence[Quote], span: Span) -> Mention | None:
    """The mention that the words of a voice at `span` name or stand for; None where they are neither."""
    over = [one for one in mentions if one.start < span.end and span.start < one.end and one.type in _SPEAK]
    best = max(over, key=_standing, default=None)
    return best or referent(" ".join(text[span.start : span.end].split()), span.start, mentions, quotes)


def _standing(mention: Mention) -> tuple[int, int]:
    """Of several in the words that name a voice, a person speaks before an organisation, the last before the first."""
    return -_SPEAK.index(mention.type), mention.start


def referent(pronoun: str, at: int, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> Mention | None:
    """The mention that a pronoun at the offset `at` stands for; None for other words and where nobody fits."""
    word = pronoun.casefold()
    others = _WOMEN if word in _HE else _MEN if word in _SHE else None
    if others is None:
        return None
    wrong = {one.entity for one in mentions if _titles(one) & others}
    spans = [Span(quote.start, quote.end) for quote in quotes if quote.kind == "direct"]
    fitting = (
        one
        for one in mentions
        if one.type == "PERSON"
        and at - _REACH < one.end <= at
        and one.entity not in wrong
        and not any(span.start <= one.start < span.end for span in spans)
    )
    return max(fitting, key=lambda one: one.start, default=None)


def _titles(mention: Mention) -> frozenset[str]:
    return frozenset(word.strip(".").casefold() for word in mention.title.split())
