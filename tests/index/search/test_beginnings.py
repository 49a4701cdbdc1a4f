"""Beginnings of words that have a list of their own: what is found by it, and shown of it, is what the words that begin
so give one by one, however the index came to be.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from search_articles import article, ask

from index.errors import DamageError
from index.search.answering.begun import MayBegin, words_begun
from index.search.folding import fold, tokens
from index.search.model import Article, SearchResult
from index.search.query.parsing import parse
from index.search.query.syntax import Pattern
from index.search.stored import beginnings, lexicon, schema, writing
from index.search.stored.beginnings import Crowds
from index.search.stored.pieces import cut
from index.search.stored.terms import TermTable
from index.search.whoosh_engine import WhooshEngine

WORDS = (
    "truce",
    "truces",
    "true",
    "trust",
    "talk",
    "talks",
    "Tallinn",
    "cease-fire",
    "ceasefire",
    "cell",
    "U.S.",
    "use",
)
WORDS += (
    "us",
    "O’Brien",
    "obey",
    "dell’Ucraina",
    "Délégué",
    "1,200",
    "120",
    "Йод",
    "йога",
    "æon",
    "aeon",
    "İzmir",
    "izmit",
)
BETWEEN = (" ", ", ", "\n\n", ". ", "-", "’s ", "! ", " “")
BEGUN = ("tr", "tru", "ta", "tal", "ce", "us", "ob", "uc", "de", "12", "йо", "ae", "iz", "no")
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BETWEEN)), max_size=12).map(
    lambda parts: "".join(word + between for word, between in parts).strip()
)
titles = st.one_of(st.just(""), st.sampled_from(("Truces", "Talks of O’Brien", "Nothing")))
commits = st.lists(
    st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), st.tuples(titles, texts))), min_size=1, max_size=6),
    min_size=1,
    max_size=3,
)
begun = st.sampled_from(BEGUN)
queries = st.one_of(
    begun.map(lambda letters: letters + "*"),
    begun.map(lambda letters: f"title:{letters}*"),
    begun.map(lambda letters: f"text:{letters}*"),
    st.tuples(begun, begun).map(lambda both: f"{both[0]}* {both[1]}*^2"),
    begun.map(lambda letters: f"talks +{letters}*"),
    begun.map(lambda letters: f'"truce {letters}*" {letters}*'),
    begun.map(lambda letters: f"talk -{letters}*"),
)


def _built(place: Path, history: list[list[tuple[int, tuple[str, str] | None]]]) -> tuple[WhooshEngine, list[Article]]:
    """An engine that was given articles and lost some again, commit by commit, and those that it has."""
    engine = WhooshEngine(place)
    held: dict[int, Article] = {}
    for changes in history:
        with engine.refresh() as batch:
            for path, said in changes:
                if said is None:
                    held.pop(path, None)
                    batch.remove(f"{path}.txt")
                else:
                    held[path] = article(f"{path}.txt", said[1], title=said[0])
                    batch.put(held[path])
    return engine, list(held.values())


@pytest.mark.parametrize("small", [100, -1], ids=["merged", "apart"])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=commits, asked=st.lists(queries, min_size=1, max_size=4), typing=st.booleans())
def test_a_beginning_finds_what_its_words_find(
    small: int, history: list[list[tuple[int, tuple[str, str] | None]]], asked: list[str], typing: bool
) -> None:
    def answers(crowded: int) -> list[SearchResult]:
        with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
            patch.setattr(writing, "_SMALL", small)
            patch.setattr(beginnings, "CROWDED", crowded)
            engine, held = _built(Path(place) / "index", history)
            found = [ask(engine, held, text, typing=typing) for text in asked]
            engine.close()
            return found

    for one, other in zip(answers(1), answers(1000), strict=True):
        assert (one.total, one.hits, one.corrected) == (other.total, other.hits, other.corrected)


def test_only_crowded_beginnings_are_kept_and_merged_ones_again(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginnings, "CROWDED", 2)
    counts: dict[str, Counter[str]] = {"co": Counter(), "con": Counter(), "ar": Counter()}
    for path, text in (("a", "contra contact arms"), ("b", "coat coat contact arts armed"), ("c", "Conus")):
        for form in (token.form for token in tokens(text)):
            for letters, known in counts.items():
                known[path] += form.startswith(letters)
        with engine.refresh() as batch:
            batch.put(article(path, text))
    with engine._snapshots.latest() as snapshot:
        (segment,) = snapshot.segments
        for letters, known in counts.items():
            listed = segment.list_of(schema.BEGINNING, letters)
            assert listed is not None
            found = {segment.path(number): count for number, count in zip(listed.documents, listed.counts, strict=True)}
            assert found == +known
        assert segment.list_of(schema.BEGINNING, "coa") is None


@given(st.sets(st.text("abé", min_size=1, max_size=5), max_size=40), st.integers(0, 6))
def test_the_crowded_beginnings_of_words(words: set[str], crowded: int) -> None:
    crowds = Crowds()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beginnings, "CROWDED", crowded)
        terms = [(word.encode(), 1, b"") for word in sorted(words)]
        assert list(crowds.looking_at(iter(terms))) == terms
        found = crowds.found()
    often = Counter(word[:end] for word in words for end in range(2, len(word) + 1))
    assert found == sorted(letters for letters, number in often.items() if number > crowded)


@given(st.sets(st.text("abé", min_size=1, max_size=5), max_size=40), st.text("abé", min_size=1, max_size=3))
def test_forms_in_one_piece_are_found_by_their_beginning(forms: set[str], letters: str) -> None:
    packed = lexicon.packed(sorted(form.encode() for form in forms))
    assert lexicon.beginning(packed, letters.encode()) == sorted(
        form.encode() for form in forms if form.startswith(letters)
    )


@given(st.one_of(texts, st.text(max_size=30)).map(lambda text: text.strip()), begun)
@example("\u02bctalk", "ta")
def test_no_word_that_begins_so_is_passed_over(text: str, letters: str) -> None:
    (pattern,) = (parse(f"{letters}*").clause,)
    assert isinstance(pattern, Pattern)
    text = unicodedata.normalize("NFC", text)  # as that of every document
    gaps = cut(text).gaps()
    found = {position for position, _ in words_begun(text, gaps, MayBegin(pattern.beginning))}
    # What is told of a word is told at its first part.
    first = [at for at in range(len(gaps)) if not at or gaps[at]]
    for token in tokens(text):
        if token.form.startswith(fold(letters)):
            assert max(at for at in first if at <= token.position) in found


def test_another_text_than_the_words_begin_in_is_told() -> None:
    with pytest.raises(ValueError, match="beyond"):
        list(words_begun("short", [0, 9], MayBegin("sh")))


def test_a_damaged_list_of_a_beginning_is_told(engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginnings, "CROWDED", 1)
    held = article("a", "contra contact")
    with engine.refresh() as batch:
        batch.put(held)
    monkeypatch.setattr(TermTable, "data", lambda *_: b"\7")
    with pytest.raises(DamageError):
        ask(engine, [held], "co*")
