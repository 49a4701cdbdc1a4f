"""Long descriptions within reach: of a pasted text or a hundred words, those are looked for that tell most.

Every article with any of the words gets a score, so what a description asks for is known before any list is read, by
how many articles have each word.  The commonest words ask for most and tell least.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf

from index.search.answering.expansion import articles_with
from index.search.answering.ordering import DESCRIBED_FROM
from index.search.query.syntax import Bag, Clause, Query, Word
from index.search.stored.segments import Snapshot

_MOST_SCORED = 350_000
"""Articles, one for each word that they have, that a description may ask for: with what else ordering takes, a quarter
to half a second."""
_OF_WORD = 240
"""To read a word's list in a segment takes as long as so many articles."""
_OF_NONE = 3
"""To see that no article has a word takes so much less."""
_IN_ZONE = 2
"""How much longer a word takes that is looked for in texts or titles alone."""
_MOST_WORDS = 500
"""Words that are looked up at all."""


def within_reach(query: Query, snapshot: Snapshot) -> tuple[Query, int]:
    """The query without the commonest words of a description that asks for too much, and how many these are; of very
    many different words those that come last are left out as well.

    What is left is found as if only that had been asked for.  Words of titles stay, and so do phrases, wildcards and
    names; a query with a + is left as it is, since that decides which articles there are.
    """
    bag = query.clause
    if not isinstance(bag, Bag) or bag.must:
        return query, 0
    words = [clause for clause in bag.may if isinstance(clause, Word) and clause.zone != "title"]
    if len(words) < DESCRIBED_FROM:
        return query, 0
    each = _OF_WORD * len(snapshot.segments)
    none = -(-each // _OF_NONE)
    asks: dict[Clause, float] = dict.fromkeys(words, inf)
    for word in words[:_MOST_WORDS]:
        holding = articles_with(word, snapshot)
        asks[word] = each + (holding if word.zone == "any" else _IN_ZONE * holding) if holding else none
    left = float(_MOST_SCORED)
    kept: set[Clause] = set()
    for word in sorted(words, key=asks.__getitem__):
        left -= asks[word]
        if left < 0 and len(kept) >= DESCRIBED_FROM:
            break
        kept.add(word)
    if len(kept) == len(asks):
        return query, 0
    may = tuple(clause for clause in bag.may if clause in kept or clause not in asks)
    return replace(query, clause=replace(bag, may=may)), len(asks) - len(kept)
