"""Phrases in an index as it is: several segments, articles that were replaced or deleted, titles, joined words, many
forms; each way of looking finds what trying every place finds.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_articles import article, ask

from index.search.answering import keyed, occurrences
from index.search.folding import tokens
from index.search.model import Article
from index.search.whoosh_engine import WhooshEngine

# Few words, so that they meet; one with a hyphen, which is a joined word too, and forms of one beginning.
_WORDS = ("truce", "talk", "tale", "tally", "cease-fire", "ceasefire", "fire", "day")
_PATTERNS = ("ta*", "tal*", "fi*")
bodies = st.lists(st.sampled_from(_WORDS), max_size=12)
changes = st.lists(
    st.tuples(
        st.integers(0, 5), st.one_of(st.none(), st.tuples(st.lists(st.sampled_from(_WORDS), max_size=3), bodies))
    ),
    min_size=1,
    max_size=6,
)
phrases = st.lists(st.sampled_from([*(word for word in _WORDS if "-" not in word), *_PATTERNS]), min_size=2, max_size=5)


def _has(zone: str, phrase: list[str]) -> bool:
    """Whether the words of a phrase stand one after another, tried from every token."""
    known = list(tokens(zone))

    def fits(word: str, form: str, stem: str) -> bool:
        (own,) = tokens(word.rstrip("*"))
        return form.startswith(own.form) if word.endswith("*") else stem == own.stem

    ends: set[int] | None = None
    for word in phrase:
        fitting = [each for each in known if fits(word, each.form, each.stem)]
        ends = {each.position + each.width for each in fitting if ends is None or each.position in ends}
    return bool(ends)


@pytest.mark.parametrize("way", ["by numbers", "document by document", "in small pieces"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(commits=st.lists(changes, min_size=1, max_size=3), asked=st.lists(phrases, min_size=1, max_size=4))
def test_a_phrase_is_found_where_it_stands(
    way: str, commits: list[list[tuple[int, tuple[list[str], list[str]] | None]]], asked: list[list[str]]
) -> None:
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "OF_PLACES", 1 if way == "document by document" else 1 << 20)
        if way == "in small pieces":
            for name, number in (("_PIECE", 2), ("_BLOCK", 3)):
                patch.setattr(keyed, name, number)
        engine = WhooshEngine(Path(place) / "index")
        held: dict[int, Article] = {}
        for number, each in enumerate(commits):
            with engine.refresh() as batch:
                for path, said in each:
                    if said is None:
                        held.pop(path, None)
                        batch.remove(f"{path}.txt")
                        continue
                    title, body = said
                    held[path] = article(f"{path}.txt", " ".join(body), title=" ".join(title))
                    batch.put(held[path])
                # One that stays, so that segments are of several documents.
                batch.put(article(f"other {number}.txt", "nothing at all"))
        for phrase in asked:
            found = ask(engine, held.values(), '"' + " ".join(phrase) + '"')
            if found.corrected is None:
                expected = {
                    each.document.path
                    for each in held.values()
                    if _has(each.document.text, phrase) or _has(each.document.title, phrase)
                }
                assert {hit.document for hit in found.hits} == expected, phrase
        engine.close()


@settings(max_examples=15, deadline=None)
@given(length=st.integers(2, 100), before=st.integers(0, 3))
def test_a_phrase_as_long_as_an_article(length: int, before: int) -> None:
    words = [f"{'abcdefg'[place * place % 7]}word" for place in range(length)]
    whole = article("whole.txt", " ".join(["first"] * before + words))
    others = [article("less.txt", " ".join(words[1:])), article("more.txt", " ".join(words[:-1]))]
    with tempfile.TemporaryDirectory() as place:
        engine = WhooshEngine(Path(place) / "index")
        with engine.refresh() as batch:
            for each in (others[0], whole, others[1]):
                batch.put(each)
        found = ask(engine, [whole, *others], '"' + " ".join(words) + '"')
        assert [hit.document for hit in found.hits] == ["whole.txt"]
        engine.close()
