"""What is worked out once for an article is the same, whatever it was compared with before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given

from index.comparison.aligning.alignment import align
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Told, told
from index.comparison.conflicts.collected import conflicts
from index.comparison.conflicts.findings import Finding
from index.comparison.conflicts.reading.subjects import subjects_of
from index.comparison.model import Side
from index.comparison.quotes import quote_pairs
from index.library import Library
from index.settings import Settings
from index.starter import starter_corpus
from tests.index.comparison.rules.texts import one_told
from tests.index.comparison.test_properties import articles, relaxed, side


def found_between(a: Told, b: Told) -> tuple[Finding, ...]:
    return conflicts(a, b, align(a, b), quote_pairs(a, b))


def test_it_is_asked_once_for_each_article() -> None:
    asked: list[str] = []

    @once
    def length(article: Told) -> int:
        asked.append(article.side.document.text)
        return len(article.side.document.text)

    one, other = told(side(["Ropes burnt."])), told(side(["Two boats sank."]))
    assert [length(one), length(other), length(one), length(told(side(["Ropes burnt."])))] == [12, 15, 12, 12]
    assert asked == ["Ropes burnt.", "Two boats sank.", "Ropes burnt."]


def test_what_is_kept_makes_no_other_article() -> None:
    one, other = told(side(["Ropes burnt."])), told(side(["Ropes burnt."]))
    once(lambda article: len(article.passages))(one)
    assert one == other
    assert "kept" not in repr(one)


def agree_with_fresh(sides: Sequence[Side]) -> int:
    """How much was found between any two of the articles, the same whether they were compared with others before."""
    shared = [told(each) for each in sides]
    count = 0
    for one, other in combinations(range(len(sides)), 2):
        for x, y in ((one, other), (other, one)):
            again = found_between(shared[x], shared[y])
            assert again == found_between(told(sides[x]), told(sides[y]))
            count += len(again)
    return count


def test_articles_of_the_starter_corpus(settings: Settings) -> None:
    library = Library.open(starter_corpus(), settings=settings)
    library.refresh()
    assert agree_with_fresh([library.side(file.path) for file in library.files()])
    library.close()


@relaxed
@given(articles, articles, articles)
def test_any_articles(one: list[str], two: list[str], three: list[str]) -> None:
    agree_with_fresh([side(one), side(two, "b.txt"), side(three, "c.txt")])


def test_whom_an_office_means_is_told_by_both_articles_of_a_comparison() -> None:
    article = one_told("Ropes burnt on Monday. The prime minister denied it.")
    said = article.passages[-1]
    at = next(n for n, word in enumerate(said.words) if word.folded == "denied")
    for name in ("orlik", "weber", "orlik"):
        assert subjects_of(article, {"minister": name, "prime minister": name}).of(said, at) == name
    assert subjects_of(article, {"minister": "orlik"}) is subjects_of(article, {"minister": "orlik"})
