"""The matches of an article told from the positions of the index are those that its text gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_articles import article, nobody, pages

from index.search.answering.expansion import fitting
from index.search.answering.matching import Matcher
from index.search.folding import stem, tokens
from index.search.model import Article
from index.search.query.parsing import parse
from index.search.query.syntax import Slot, Word
from index.search.stored.postings import SHIFT, TITLE, WIDE

WORDS = (
    "truce",
    "truces",
    "cease-fire",
    "ceasefire",
    "fire",
    "U.S.",
    "u.s",
    "3.5",
    "1,200",
    "it's",
    "l'Élysée",
    "é",
    "1",
)
BETWEEN = (" ", ", ", "\n\n", ". ", "-", ".", "!", " - ", "’s ")
QUERIES = (
    "truce", "fire", "3.5", "us", "truce fire", '"cease fire"', '"truce cease fire"', "ceas*", "ceasefire~",
    "title:truce", "text:fire", 'title:"cease fire"', '"truce fire"~2', "truce OR 1,200", "truce -it",
    "(fire AND truce) OR us",
)  # fmt: skip
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BETWEEN)), min_size=1, max_size=12).map(
    lambda parts: "".join(word + between for word, between in parts).strip() or "truce"
)


def codes(each: Article, slot: Slot) -> list[int]:
    """Where the index would say that a word of a query stands."""
    fits = (lambda form: stem(form) == slot.stem) if isinstance(slot, Word) else fitting(slot)
    return [
        token.position << SHIFT | bit | (WIDE if token.width == 2 else 0)
        for text, bit in ((each.document.text, 0), (each.document.title, TITLE))
        for token in tokens(text)
        if fits(token.form)
    ]


@given(texts, st.one_of(st.just(""), texts.map(lambda text: " ".join(text.split()))), st.sampled_from(QUERIES))
def test_positions_lead_to_the_matches_of_the_text(text: str, title: str, query: str) -> None:
    each = article("a.txt", text, title=title)
    matcher = Matcher(parse(query).clause, nobody)
    (page,) = pages([each])(["a.txt"]).values()
    found = matcher.marks(each)
    if found is not None:
        # Twice: what was looked at the first time is known the second.
        for _ in range(2):
            assert matcher.marks_at(page, [codes(each, slot) for slot in matcher.slots]) == found


def test_another_text_than_was_indexed_is_told() -> None:
    matcher = Matcher(parse("truce").clause, nobody)
    (page,) = pages([article("a.txt", "no such word")])(["a.txt"]).values()
    with pytest.raises(ValueError, match="beyond"):
        matcher.marks_at(page, [[3 << SHIFT]])
    with pytest.raises(ValueError, match="another text"):
        matcher.marks_at(page, [[1 << SHIFT]])
