"""Who the words that name a voice are; whom "he" and "she" stand for: the last person named before them that fits.
"Who" is the person named just before it, "the president" the one person whom the article so far gives that title.

Whoever spoke goes on speaking: a person named in what was reported stands behind the one who said it.  A person fits
who is named outside of quotation marks, not further back than a few sentences, and who is not of the other gender, by a
title anywhere in the article ("Mrs", "Mr") or by the given name.

All is looked up by place, so that time grows with the number of quotations, whatever the length of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from functools import cached_property

from index.documents.model import Span
from index.entities.gender import Gender, of_given, of_title
from index.entities.model import Mention, Quote
from index.entities.quoting.speech import is_speaker
from index.entities.wordset import wordset

_PRONOUNS: dict[str, Gender] = {"he": "m", "him": "m", "she": "f", "her": "f"}
_FORMER = frozenset({"former", "ex", "late", "deputy", "vice"})
_LONGEST_OFFICE = 3
_NEAR = 80
"""Characters between a person and the "who" that explains them."""
_REACH = 600
"""Characters between a person and the pronoun."""
_CHAIN = 40
"""Voices that one pronoun after another may lead back to."""
_SPEAK = ("PERSON", "ORG", "GROUP", "PLACE")
_FOR_BODIES = wordset(
    "spokesman spokeswoman spokesperson spokespeople statement official officials representative representatives "
    "source sources authorities government ministry army police military"
)
"""Words for those who speak in the name of a body that stands beside them."""
_BODIES = wordset(
    "administration campaign team cabinet office camp foundation organisation organization company family lawyers "
    "allies"
)
"""Words for those who are somebody's and are not he."""
_PREPOSITION = re.compile(r"\s(?:of|for|from|at|in|with|on|to|who|close|near)\s")
_WHERE = frozenset(("on", "at", "in"))
"""Before where somebody spoke, or what published it (a video on YouTube, a guest at a congress)."""
_DEPENDS = frozenset(("of", "for", "from", "at", "with", "to", "by", "and"))
_WORD = re.compile(r"[\w’'-]+")


class Speakers:
    """Who speaks in one article, asked by the span that names the voice."""

    def __init__(self, text: str, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> None:
        self._text = text
        self._named = sorted((one for one in mentions if one.type in _SPEAK), key=lambda one: one.start)
        self._ends = [one.end for one in self._named]
        self._people = [one for one in self._named if one.type == "PERSON"]
        self._people_ends = [one.end for one in self._people]
        self._quotes = sorted(quotes, key=lambda quote: quote.end)
        self._quote_ends = [quote.end for quote in self._quotes]

    def of(self, span: Span) -> Mention | None:
        """The mention that the words of a voice name or stand for; None where they are neither."""
        words = " ".join(self._text[span.start : span.end].split())
        if words == "who":
            return self._explained(span.start)
        if (over := self._over(span)) and (best := self._head(span, over)):
            return best
        return self._apposition(span, words) or self._office(words, span.start) or self.referent(words, span.start)

    def _over(self, span: Span) -> list[Mention]:
        first = bisect_right(self._ends, span.start)
        found = []
        for one in self._named[first:]:
            if one.start >= span.end:
                break
            found.append(one)
        return found

    def _head(self, span: Span, over: Sequence[Mention]) -> Mention | None:
        """Of the names in the words for a voice, the one that speaks: not Trump in "critics of Trump" or "Trump's
        lawyer".
        """
        text = self._text
        for one in reversed(over):
            if one.type == "PERSON" and self._ends_phrase(one, span) and not self._depends(one, span):
                return one
        before = _PREPOSITION.search(text, span.start, over[0].start)
        cut = before or _PREPOSITION.search(text, over[0].end, span.end)
        last = deque(_WORD.finditer(text, span.start, cut.start() if cut else span.end), 1)
        head = last[0][0].casefold() if last else ""
        inside = [one for one in over if last and one.start < last[0].end() and last[0].start() < one.end]
        if before and not inside and _tells_where(before[0].strip(), head):
            return None
        if inside or not (_is_people(head) or head in _BODIES):
            return max(inside or over, key=_standing)
        if self._apposition(span, text[span.start : span.end]):
            return None
        bodies = [one for one in over if one.type in ("ORG", "PLACE")] if head in _FOR_BODIES | _BODIES else []
        return max(bodies, key=_standing, default=None)

    def _ends_phrase(self, one: Mention, span: Span) -> bool:
        """Does nothing follow the name in the words for a voice but what explains it?"""
        return one.end >= span.end or self._text[one.end] in ",(" or bool(_PREPOSITION.match(self._text, one.end))

    def _depends(self, one: Mention, span: Span) -> bool:
        """Does the name, with its title, depend on what stands before it ("a lawyer for President Trump")?"""
        titled = one.start - len(one.title) - 1 if one.title else one.start
        before = self._text[span.start : max(span.start, titled)].split()
        return bool(before) and (before[-1] in _DEPENDS or before[-1].endswith(("'s", "’s")))

    def _apposition(self, span: Span, words: str) -> Mention | None:
        """The person whose name explains the words for a voice ("a Kremlin spokesman, Ivan Petrov, said")."""
        if not words or not any(map(_is_people, words.casefold().split())):
            return None
        at = bisect_left(self._people_ends, span.end)
        if at == len(self._people):
            return None
        between = self._text[span.end : self._people[at].start].removesuffix(" ")
        title = self._people[at].title
        return self._people[at] if between in (",", f", {title}") else None

    def _explained(self, at: int) -> Mention | None:
        """The person whom a relative clause at `at` explains: the last one named, close by."""
        last = bisect_left(self._people_ends, at) - 1
        return self._people[last] if last >= 0 and self._people_ends[last] > at - _NEAR else None

    @cached_property
    def _holders(self) -> dict[str, list[tuple[int, Mention | None]]]:
        """Of each office, where its holders are named and the one holder up to there; None where there are two, or one
        who is not in it.
        """
        found: dict[str, list[tuple[int, Mention | None]]] = {}
        for one in self._people:
            words = one.title.casefold().split()
            for length in range(1, min(len(words), _LONGEST_OFFICE) + 1):
                places = found.setdefault(" ".join(words[-length:]), [])
                sole = not places or (places[-1][1] is not None and places[-1][1].entity == one.entity)
                former = not _FORMER.isdisjoint(word.strip(".") for word in words)
                places.append((one.end, one if sole and not former else None))
        return found

    def _office(self, words: str, at: int) -> Mention | None:
        """The last mention of the one person who has borne an office ("the prime minister") in the text before `at`."""
        article, _, office = words.casefold().partition(" ")
        if article != "the" or not office:
            return None
        places = self._holders.get(office, [])
        last = bisect_right(places, at, key=lambda place: place[0]) - 1
        return places[last][1] if last >= 0 else None

    @cached_property
    def _genders(self) -> dict[str, Gender]:
        """The gender that a title tells of each person, else the given name."""
        titled: dict[str, set[Gender]] = {}
        given: dict[str, set[Gender]] = {}
        for one in self._people:
            titled.setdefault(one.entity, set()).add(of_title(one.title))
            first, *others = one.text.split()
            given.setdefault(one.entity, set()).add(of_given(first) if others else "")
        found: dict[str, Gender] = {}
        for entity, titles in titled.items():
            told = titles - {""} or given[entity] - {""}
            found[entity] = told.pop() if len(told) == 1 else ""
        return found

    def gender(self, person: Mention) -> Gender:
        """The gender of a person, as far as the article tells it."""
        return self._genders.get(person.entity, "")

    def referent(self, pronoun: str, at: int) -> Mention | None:
        """The mention that a pronoun at the offset `at` stands for; None for other words and where nobody fits."""
        gender = _PRONOUNS.get(pronoun.casefold())
        found: Mention | None = None
        for _ in range(_CHAIN if gender else 0):
            one, following = self._before(gender or "", at)
            if one is None:
                return found
            if following is None:
                return one
            found, at = found or one, following
        return found

    def _before(self, gender: Gender, at: int) -> tuple[Mention | None, int | None]:
        """The last person before `at` that fits; and, where what somebody said names that one, where to look for who
        said it.
        """
        last_quote = bisect_right(self._quote_ends, at)
        first_quote = bisect_left(self._quote_ends, at - 2 * _REACH)
        heard = self._quotes[first_quote:last_quote]
        first, last = bisect_right(self._people_ends, at - _REACH), bisect_right(self._people_ends, at)
        fitting = [
            one
            for one in self._people[first:last]
            if self._genders[one.entity] in ("", gender)
            and not any(quote.kind == "direct" and quote.start <= one.start < quote.end for quote in heard)
        ]
        if not fitting:
            return None, None
        found = fitting[-1]
        around = next((quote for quote in heard if quote.start <= found.start < quote.end), None)
        if around is None or around.speaker is None or around.speaker.start >= around.start:
            return found, None
        over = [one for one in fitting if one.start < around.speaker.end and around.speaker.start < one.end]
        return (over[-1], None) if over else (found, around.speaker.start)


def _standing(mention: Mention) -> tuple[int, int]:
    """Of several in the words that name a voice, a person speaks before an organisation, the last before the first."""
    return -_SPEAK.index(mention.type), mention.start


def _tells_where(preposition: str, head: str) -> bool:
    """Is the name behind a preposition where it was said?  Of those who speak for a body, only what they said it on."""
    return preposition in _WHERE and (preposition == "on" or head not in _FOR_BODIES | _BODIES)


def _is_people(word: str) -> bool:
    """Is this a word for somebody who may speak?"""
    return any(is_speaker(one) or one in _FOR_BODIES for one in (word, word.removesuffix("s")))
