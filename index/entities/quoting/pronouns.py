"""Who the words that name a voice are; whom "he" and "she" stand for: the last person named before them that fits.
"Who" is the person named just before it, "the president" the one person whom the article so far gives that title.

Whoever spoke goes on speaking: a person named in what was reported stands behind the one who said it.  A person fits
who is named outside of quotation marks, not further back than a few sentences, and whom no title anywhere in the
article ("Mrs", "Mr") gives the other gender.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.documents.model import Span
from index.entities.model import Mention, Quote

_HE, _SHE = frozenset({"he", "him"}), frozenset({"she", "her"})
_MEN = frozenset({"mr", "sir", "lord", "king", "prince", "sheikh", "herr", "monsieur", "señor"})
_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame", "queen", "princess", "frau", "madame", "señora"})
_FORMER = frozenset({"former", "ex", "late", "deputy", "vice"})
_LONGEST_OFFICE = 3
_NEAR = 80
"""Characters between a person and the "who" that explains them."""
_REACH = 600
"""Characters between a person and the pronoun."""


_SPEAK = ("PERSON", "ORG", "GROUP", "PLACE")


def speaking(text: str, mentions: Sequence[Mention], quotes: Sequence[Quote], span: Span) -> Mention | None:
    """The mention that the words of a voice at `span` name or stand for; None where they are neither."""
    over = [one for one in mentions if one.start < span.end and span.start < one.end and one.type in _SPEAK]
    best = max(over, key=_standing, default=None)
    words = " ".join(text[span.start : span.end].split())
    if words == "who":
        return _explained(span.start, mentions)
    return best or _office(words, span.start, mentions) or referent(words, span.start, mentions, quotes)


def _explained(at: int, mentions: Sequence[Mention]) -> Mention | None:
    """The person whom a relative clause at `at` explains: the last one named, close by."""
    near = [one for one in mentions if one.type == "PERSON" and at - _NEAR < one.end < at]
    return max(near, key=lambda one: one.start, default=None)


def _office(words: str, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """The last mention of the one person who has borne an office ("the prime minister") in the text before `at`."""
    article, _, office = words.casefold().partition(" ")
    if article != "the" or not office or len(office.split()) > _LONGEST_OFFICE:
        return None
    holders = [
        one
        for one in mentions
        if one.type == "PERSON" and one.end <= at and f" {one.title.casefold()}".endswith(f" {office}")
    ]
    if len({one.entity for one in holders}) != 1 or any(_FORMER & _titles(one) for one in holders):
        return None
    return holders[-1]


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
    heard = [quote for quote in quotes if quote.end <= at and quote.end > at - 2 * _REACH]
    fitting = [
        one
        for one in mentions
        if one.type == "PERSON"
        and at - _REACH < one.end <= at
        and one.entity not in wrong
        and not any(quote.start <= one.start < quote.end for quote in heard if quote.kind == "direct")
    ]
    last = max(fitting, key=lambda one: one.start, default=None)
    if last is None:
        return None
    around = next((quote for quote in heard if quote.start <= last.start < quote.end), None)
    if around is None or around.speaker is None or around.speaker.start >= around.start:
        return last
    over = [one for one in fitting if one.start < around.speaker.end and around.speaker.start < one.end]
    if over:
        return over[-1]
    return referent(pronoun, around.speaker.start, mentions, quotes) or last


def _titles(mention: Mention) -> frozenset[str]:
    return frozenset(word.strip(".").casefold() for word in mention.title.split())
