"""Key words: the figures of log-likelihood by hand, and counts that are those of the texts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_articles import article, filled

from index.errors import Cancelled
from index.library import Library, gathered
from index.search.keyness import counted, key_words, log_likelihood, log_ratio
from index.search.whoosh_engine import WhooshEngine
from tests.bounds import looks


def test_log_likelihood_by_hand() -> None:
    # 10 in 1,000 words and 5 in 2,000: expected are 5 and 10, so that 2 * (10 ln 2 + 5 ln 1/2) = 10 ln 2.
    assert log_likelihood(10, 5, 1000, 2000) == pytest.approx(10 * math.log(2))
    # 120 in 10,000 and none in 40,000: 24 expected, 2 * 120 ln 5.
    assert log_likelihood(120, 0, 10_000, 40_000) == pytest.approx(240 * math.log(5))
    assert log_likelihood(7, 14, 100, 200) == pytest.approx(0, abs=1e-9)
    assert log_likelihood(0, 0, 0, 0) == 0
    assert log_ratio(10, 5, 1000, 2000) == 2
    assert log_ratio(1, 0, 100, 100) == 1
    assert log_ratio(3, 0, 100, 0) == 0


@given(st.integers(0, 999), st.integers(0, 999), st.integers(1000, 9999), st.integers(1000, 9999))
def test_keyness_is_never_negative_and_the_same_both_ways(a: int, b: int, c: int, d: int) -> None:
    assert log_likelihood(a, b, c, d) >= 0
    assert log_likelihood(a, b, c, d) == pytest.approx(log_likelihood(b, a, d, c))


words = st.lists(
    st.sampled_from(["truce", "Truce's", "cease-fire", "kyïv", "the", "1,200", "U.S.", "停火"]), max_size=20
)


@given(st.lists(words.map(" ".join), min_size=1, max_size=4))
def test_texts_are_counted_as_the_index_counts_them(texts: list[str]) -> None:
    import tempfile
    from pathlib import Path

    articles = [article(f"{number}.txt", text) for number, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as place:
        engine = filled(WhooshEngine(Path(place) / "index"), articles)
        counts, length = counted(each.document.text for each in articles)
        assert engine.words() == length
        assert engine.occurrences(list(counts)) == counts
        engine.close()


def test_words_are_in_the_order_of_their_keyness() -> None:
    whole = Counter({"the": 300, "ferry": 12, "rain": 30, "gone": 5})
    found = key_words({"the": 100, "ferry": 12, "rain": 1, "unknown": 1}, 1000, whole, 3000)
    assert [word.form for word in found] == ["ferry", "rain", "the"]
    assert (found[0].inside, found[0].outside) == (12, 0)
    assert found[0].ratio > 0 > found[1].ratio
    assert found[2].likelihood == 0


def test_a_search_is_compared_with_the_other_articles(starter_library_here: Library) -> None:
    library = starter_library_here
    found = library.key_words("istanbul")
    assert (found.total, found.looked) == (1, 1)
    every = library.key_words("ceasefire")
    assert every.outside == 0
    assert found.inside + found.outside == every.inside
    text = library.read(library.search("istanbul").hits[0].document).text.lower()
    assert all(word.inside > 0 for word in found.words)
    assert found.words[0].form in text
    assert [word.likelihood for word in found.words] == sorted((word.likelihood for word in found.words), reverse=True)


def test_counting_stops_at_any_look(starter_library_here: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library = starter_library_here
    monkeypatch.setattr(gathered, "_COUNTED", 50)

    def count(cancelled: Callable[[], bool]) -> None:
        library.key_words("istanbul", cancelled)

    searching = len(library.ranking("istanbul").articles)
    looks(count)
    whole = looks(count)
    words = len(library.key_words("istanbul").words)
    assert whole > searching + words // 50
    for end in range(whole - words // 50, whole + 1):
        with pytest.raises(Cancelled):
            looks(count, end)
