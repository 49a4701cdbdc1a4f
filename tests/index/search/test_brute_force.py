"""Hits and matches equal what a scan of every text finds that knows nothing of indexes, for every operator of the
language.
"""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_articles import article, ask, nobody, reader

from index.search.answering.matching import matches
from index.search.folding import tokens
from index.search.model import Article
from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine

# Few words, so that they meet; with stems, hyphens, accents, capitals, numbers and possessives among them.
WORDS = ["truce", "truces", "Truce's", "cease-fire", "ceasefire", "cease", "fire", "fires", "talks", "talk", "talked"]
WORDS += ["Kyïv", "kyiv", "1,200", "1200", "50-day", "day", "the", "U.S.", "US", "taken"]

bodies = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
titles = st.one_of(st.just(""), st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join))


@dataclass(frozen=True)
class Asked:
    """A query as typed, and whether a text (its tokens in the text and in the title) answers it."""

    text: str
    answers: Callable[[Tokens, Tokens], bool]


class Tokens:
    """The tokens of one text, by position."""

    def __init__(self, text: str) -> None:
        self.all = list(tokens(text))

    def stems(self, stem: str) -> list[tuple[int, int]]:
        """Positions (first, last) of tokens with a stem."""
        return [(t.position, t.position + t.width - 1) for t in self.all if t.stem == stem]

    def phrase(self, stems: list[str]) -> bool:
        """Whether the stems stand one after another."""
        ends = {last for _, last in self.stems(stems[0])}
        for stem in stems[1:]:
            ends = {last for start, last in self.stems(stem) if start - 1 in ends}
        return bool(ends)

    def near(self, stems: list[str], slop: int) -> bool:
        """Whether the stems stand in one stretch with at most so many other words, tried from every start."""
        reach = len(stems) - 1 + slop
        starts = sorted({start for stem in stems for start, _ in self.stems(stem)})
        for low in starts:
            inside = [
                stem for stem in stems if sum(low <= s <= low + reach for s, _ in self.stems(stem)) >= stems.count(stem)
            ]
            if len(inside) == len(stems):
                return True
        return False

    def in_order(self, stems: list[str], slop: int) -> bool:
        """Whether the stems stand one after another with at most so many other words, tried in every way."""
        reach = len(stems) - 1 + slop

        def from_(low: int, after: int, rest: list[str]) -> bool:
            return not rest or any(
                after < start <= low + reach and from_(low, end, rest[1:]) for start, end in self.stems(rest[0])
            )

        return any(from_(start, end, stems[1:]) for start, end in self.stems(stems[0]))


def stem_of(word: str) -> str:
    (token,) = tokens(word)
    return token.stem


def plain(word: str) -> Asked:
    """A word as it is typed; one with a hyphen is its parts side by side, or the word they make."""
    parts = list(tokens(word))
    narrow = [part.stem for part in parts if part.width == 1]
    joined = [part.stem for part in parts if part.width == 2]

    def has(zone: Tokens) -> bool:
        return zone.phrase(narrow) or any(zone.stems(stem) for stem in joined)

    return Asked(word, lambda text, title: has(text) or has(title))


SIMPLE = ["truce", "fire", "talk", "day", "taken", "kyiv", "ceasefire", "1200"]
simple = st.sampled_from(SIMPLE)


def zoned(word: str, zone: str) -> Asked:
    stem = stem_of(word)
    if zone == "title":
        return Asked(f"title:{word}", lambda text, title: bool(title.stems(stem)))
    return Asked(f"text:{word}", lambda text, title: bool(text.stems(stem)))


def quoted(words: list[str], slop: int | None) -> Asked:
    stems = [stem_of(word) for word in words]
    text = '"' + " ".join(words) + '"' + (f"~{slop}" if slop else "")
    if slop:
        return Asked(text, lambda body, title: body.near(stems, slop) or title.near(stems, slop))
    return Asked(text, lambda body, title: body.phrase(stems) or title.phrase(stems))


def ordered(words: list[str], slop: int) -> Asked:
    stems = [stem_of(word) for word in words]
    text = '"' + " ".join(words) + f'"~>{slop}'
    return Asked(text, lambda body, title: body.in_order(stems, slop) or title.in_order(stems, slop))


def begun(prefix: str) -> Asked:
    def has(zone: Tokens) -> bool:
        return any(token.form.startswith(prefix) for token in zone.all)

    return Asked(prefix + "*", lambda text, title: has(text) or has(title))


def ended(suffix: str) -> Asked:
    def has(zone: Tokens) -> bool:
        return any(token.form.endswith(suffix) for token in zone.all)

    return Asked("*" + suffix, lambda text, title: has(text) or has(title))


def distance(one: str, other: str) -> int:
    """Optimal string alignment, by the book."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


def fuzzy(word: str, most: int) -> Asked:
    def has(zone: Tokens) -> bool:
        return any(token.form[0] == word[0] and distance(word, token.form) <= most for token in zone.all)

    return Asked(f"{word}~{most}", lambda text, title: has(text) or has(title))


leaves = st.one_of(
    st.sampled_from([word for word in WORDS if word != "the"]).map(plain),
    st.builds(zoned, simple, st.sampled_from(["title", "text"])),
    st.builds(quoted, st.lists(simple, min_size=2, max_size=3), st.one_of(st.none(), st.integers(1, 4))),
    st.builds(ordered, st.lists(simple, min_size=2, max_size=3), st.integers(1, 4)),
    st.sampled_from(["tru", "cea", "talk", "ta", "12"]).map(begun),
    st.sampled_from(["ire", "alks", "ruce"]).map(ended),
    st.builds(fuzzy, st.sampled_from(["truce", "trcue", "firs", "taler"]), st.integers(1, 2)),
)


def combined(children: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    def both(one: Asked, other: Asked) -> Asked:
        return Asked(f"({one.text} AND {other.text})", lambda a, b: one.answers(a, b) and other.answers(a, b))

    def either(one: Asked, other: Asked) -> Asked:
        return Asked(f"({one.text} OR {other.text})", lambda a, b: one.answers(a, b) or other.answers(a, b))

    def none(one: Asked) -> Asked:
        return Asked(f"(NOT {one.text})", lambda a, b: not one.answers(a, b))

    def bag(parts: list[tuple[str, Asked]]) -> Asked:
        def answers(a: Tokens, b: Tokens) -> bool:
            must = [part.answers(a, b) for mark, part in parts if mark == "+"]
            never = [part.answers(a, b) for mark, part in parts if mark == "-"]
            may = [part.answers(a, b) for mark, part in parts if not mark]
            return all(must) and not any(never) and (bool(must) or not may or any(may))

        return Asked("(" + " ".join(mark + part.text for mark, part in parts) + ")", answers)

    marked = st.tuples(st.sampled_from(["", "", "+", "-"]), children)
    return st.one_of(
        st.builds(both, children, children),
        st.builds(either, children, children),
        st.builds(none, children),
        st.lists(marked, min_size=2, max_size=4).map(bag),
    )


queries = st.recursive(leaves, combined, max_leaves=6)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    corpus=st.lists(st.tuples(titles, bodies), min_size=1, max_size=6), asked=st.lists(queries, min_size=1, max_size=4)
)
def test_hits_are_those_of_a_scan(folder: Path, corpus: list[tuple[str, str]], asked: list[Asked]) -> None:
    articles = [article(f"{number}.txt", body, title=title) for number, (title, body) in enumerate(corpus)]
    with tempfile.TemporaryDirectory(dir=folder) as place:
        engine = WhooshEngine(Path(place) / "index")
        # Two commits, one of which replaces: several segments and deleted documents.
        with engine.refresh() as batch:
            for each in articles[: len(articles) // 2 + 1]:
                batch.put(each)
        with engine.refresh() as batch:
            for each in articles[len(articles) // 2 :]:
                batch.put(each)
        for one in asked:
            result = ask(engine, articles, one.text)
            if result.corrected is not None:
                assert not any(answers(one, each) for each in articles)
                continue
            # Matches found in the texts are those that the posting lists lead to.
            slow = engine.search(parse(one.text), limit=1000, read=reader(articles), names=nobody)
            assert slow.hits == result.hits
            expected = {each.document.path for each in articles if answers(one, each)}
            assert {hit.document for hit in result.hits} == expected, one.text
            assert result.total == len(expected)
            for each in articles:
                spans = matches(parse(one.text), each, nobody)
                assert not spans or each.document.path in expected
                assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
        engine.close()


def answers(one: Asked, each: Article) -> bool:
    return one.answers(Tokens(each.document.text), Tokens(each.document.title))


@settings(max_examples=150, deadline=None)
@given(body=bodies, word=st.sampled_from([word for word in WORDS if word != "the"]))
def test_every_match_of_a_word_folds_to_it(body: str, word: str) -> None:
    each = article("a.txt", body)
    wanted = {token.stem for token in tokens(word)}
    engine_free = _matches(word, each)
    for start, end in engine_free:
        stems = {token.stem for token in tokens(each.document.text[start:end])}
        assert stems & wanted
    asked = plain(word)
    assert bool(engine_free) == answers(asked, each)


def _matches(text: str, each: Article) -> list[tuple[int, int]]:
    from index.search.answering.matching import Matcher

    marks = Matcher(parse(text).clause, nobody).marks(each) or ()
    return [(mark.start, mark.end) for mark in marks]
