"""What must hold of every comparison, whatever the texts: generated articles, hostile ones, and the starter corpus."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.comparison.compare import compare
from index.comparison.model import Comparison, Side
from index.documents.model import Block, Document
from index.entities.model import Annotations
from index.errors import Cancelled
from tests.bounds import bounded

SUBJECTS = ["The captain", "Anna Hallam", "The harbour board", "President Solberg", "Former President Solberg", "It"]
VERBS = ["did not see", "saw", "will sell", "may sell", "said it repaired", "accused the crew of losing", "lost"]
OBJECTS = ["30 boats", "three boats", "$40 million in fines", "12 percent of the ropes", "“an old and very rusty boat”"]
FIGURES = ["30", "three", "$40", "12"]
TIMES = [
    "on Monday",
    "on Thursday",
    "in March 1907",
    "after nearly three years of war",
    "",
    "in the last talks in Oslo",
]

sentences = st.builds(
    lambda *parts: " ".join(part for part in parts if part) + ".",
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(OBJECTS),
    st.sampled_from(TIMES),
)
articles = st.lists(sentences, max_size=12)
noise = st.text(max_size=400)
relaxed = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def side(paragraphs: list[str], path: str = "a.txt") -> Side:
    """A side of one block a sentence, without annotations: what comparison sees when nothing was recognised."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Side(Document(path, "", text, tuple(b for b in blocks if b.end > b.start)), Annotations(path, (), (), ()))


def mirrored(found: Comparison) -> dict[str, object]:
    """The facts of a comparison with its sides exchanged, explanations left out."""
    return {
        "alignments": sorted((x.b, x.a, x.kind, x.score) for x in found.alignments),
        "conflicts": sorted((x.kind, x.strength, x.b, x.a, x.b_sentence, x.a_sentence) for x in found.conflicts),
        "variants": sorted((x.kind, x.b, x.a) for x in found.variants),
        "quotes": sorted((x.b, x.a, x.kind, x.speaker) for x in found.quotes),
        "named": (found.both, found.named_b, found.named_a),
        "only": (found.only_b, found.only_a, found.b_in_a, found.a_in_b),
    }


def as_is(found: Comparison) -> dict[str, object]:
    """The same facts, not exchanged."""
    return {
        "alignments": sorted((x.a, x.b, x.kind, x.score) for x in found.alignments),
        "conflicts": sorted((x.kind, x.strength, x.a, x.b, x.a_sentence, x.b_sentence) for x in found.conflicts),
        "variants": sorted((x.kind, x.a, x.b) for x in found.variants),
        "quotes": sorted((x.a, x.b, x.kind, x.speaker) for x in found.quotes),
        "named": (found.both, found.named_a, found.named_b),
        "only": (found.only_a, found.only_b, found.a_in_b, found.b_in_a),
    }


def spans_are_inside(found: Comparison, a: str, b: str) -> None:
    for x in (*found.alignments, *found.conflicts, *found.variants, *found.quotes):
        assert 0 <= x.a.start < x.a.end <= len(a)
        assert 0 <= x.b.start < x.b.end <= len(b)
    for x in found.conflicts:
        assert x.a_sentence.start <= x.a.start
        assert x.a.end <= x.a_sentence.end
        assert x.b_sentence.start <= x.b.start
        assert x.b.end <= x.b_sentence.end
    assert all(0 <= s.start < s.end <= len(a) for s in found.only_a)
    assert all(0 <= s.start < s.end <= len(b) for s in found.only_b)
    assert 0.0 <= found.a_in_b <= 1.0
    assert 0.0 <= found.b_in_a <= 1.0


@relaxed
@given(articles)
def test_an_article_agrees_with_itself(told: list[str]) -> None:
    found = compare(side(told), side(told, "b.txt"))
    assert found.conflicts == ()
    assert found.variants == ()
    assert found.only_a == found.only_b == ()
    assert {s.start for s, _ in ((x.a, x.b) for x in found.alignments if x.a == x.b and x.kind == "same")} == {
        b.start for b in side(told).document.blocks
    }
    assert {q.kind for q in found.quotes} <= {"identical"}


@relaxed
@given(articles, articles)
def test_exchanging_the_articles_exchanges_the_findings(one: list[str], other: list[str]) -> None:
    a, b = side(one), side(other, "b.txt")
    found = compare(a, b)
    assert as_is(compare(b, a)) == mirrored(found)
    spans_are_inside(found, a.document.text, b.document.text)


@relaxed
@given(articles, articles)
def test_dropping_a_sentence_without_partner_changes_nothing_else(one: list[str], other: list[str]) -> None:
    b = side(other, "b.txt")
    found = compare(side(one), b)
    aligned = {x.a.start for x in found.alignments} | {x.a_sentence.start for x in found.conflicts}
    quoted = {x.a.start for x in found.quotes} | {x.a.start for x in found.variants}
    blocks = side(one).document.blocks
    for place, block in enumerate(blocks):
        if block.start in aligned or any(block.start <= q < block.end for q in quoted):
            continue
        if one.count(one[place]) > 1 or "Solberg" in one[place] or "war" in one[place] or "talks" in one[place]:
            continue  # facts of the whole article (who holds an office, how long a war lasts) rest on every mention
        if any(figure in one[place] and figure in told for figure in FIGURES for told in other):
            continue  # so do figures: what an article gives anywhere is not held against it
        less = compare(side(one[:place] + one[place + 1 :]), b)
        moved = len(one[place]) + 2

        def back(span: tuple[int, int], start: int = block.start, moved: int = moved) -> tuple[int, int]:
            return (span[0] + moved, span[1] + moved) if span[0] >= start else (span[0], span[1])

        assert {(back(x.a), x.b, x.kind, x.score) for x in less.alignments} == {
            (tuple(x.a), x.b, x.kind, x.score) for x in found.alignments
        }
        assert less.only_b == found.only_b
        assert {back(s) for s in less.only_a} | {(block.start, block.end)} == {tuple(s) for s in found.only_a}


@relaxed
@given(noise, noise)
def test_no_text_raises(one: str, other: str) -> None:
    a, b = side(one.split("\n")), side(other.split("\n"), "b.txt")
    found = compare(a, b)
    spans_are_inside(found, a.document.text, b.document.text)
    assert as_is(compare(b, a)) == mirrored(found)


def test_the_starter_articles_mirror_each_other_too(starter, sides) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(starter.rglob("*")) if path.suffix in (".txt", ".md")]
    read = sides(*[t for t in texts if len(t) > 2000][:3])
    for a in read:
        for b in read:
            found = compare(a, b)
            assert as_is(compare(b, a)) == mirrored(found)
            spans_are_inside(found, a.document.text, b.document.text)
            if a is b:
                assert found.conflicts == found.only_a == found.only_b == ()


SENTENCE = "The minister said on Monday that 30 people were hurt in the harbour. "
HOSTILE = {
    "one sentence many times": (SENTENCE * 3000, (SENTENCE * 3000).replace("30", "50")),
    "two sentences in turn": ((SENTENCE + "They left. ") * 2000, ("They left. " + SENTENCE) * 2000),
    "one endless sentence": ("word " * 60000, "word " * 60000 + "end"),
    "numbers without end": ("1 " * 60000, "2 " * 60000),
    "marks without end": ("“" * 100000, '"' * 100001),
    "quotations without end": ('"a b c d" ' * 8000, '"a b c e" ' * 8000),
    "one word": ("a" * 200000, "b" * 200000),
    "offices without end": ("President John Smith is here. " * 4000, "Former President John Smith is here. " * 4000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_compared_in_bounded_time(name: str) -> None:
    a, b = HOSTILE[name]
    with bounded():
        compare(side([a]), side([b], "b.txt"))


def test_two_articles_of_a_thousand_sentences() -> None:
    rng = random.Random(11)
    words = ["".join(rng.choices("abcdefghijklmnoprstu", k=rng.randint(3, 8))) for _ in range(4000)]
    weights = [1 / (n + 1) for n in range(4000)]

    def article() -> list[str]:
        return [" ".join(rng.choices(words, weights, k=20)).capitalize() + "." for _ in range(1000)]

    with bounded():
        compare(side(article()), side(article(), "b.txt"))


def test_a_comparison_can_be_stopped() -> None:
    with pytest.raises(Cancelled):
        compare(side([SENTENCE, "The band played."]), side([SENTENCE + "Yes.", "The band sang."]), lambda: True)
