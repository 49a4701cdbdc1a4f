"""Promises that hold for any text: no exception, spans inside the text and apart, linear time, a cache that forgets
nothing.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.documents.sentences import segments
from index.entities.as_json import dump, load, load_named
from index.entities.model import Entity, Mention, Recognition
from index.entities.payload import annotations_payload
from index.entities.recognise import recognise
from index.entities.recognising import names
from index.entities.resolving.resolve import Resolver, named
from tests.bounds import calls
from tests.index.entities.conftest import document

MATERIAL = """the of and
Ministry President Kyiv Russia Russian John Smith al- Al - – ' ’s “ ” ‘ ’ ( ) . , : ; & U.S. EU
NATO 30 30-day $5 million 12% May March 2022 said told according to he “We
Zelenskyy Зеленський A. B. Jr. St. Mr. 1,000,000
de bin II (EU) É
Deputy Prime
Minister Republic War World 2 "Hello"
s' """
WORDS = st.sampled_from([*MATERIAL.split(), "\n\n", "\n", '"', "\u00a0", "Ǆ"])
TEXT = st.one_of(
    st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
)


@settings(max_examples=250, deadline=None)
@given(TEXT)
@example('" " -A00')
def test_any_text_gives_sorted_spans_apart_and_inside_segments(text):
    article = document(text)
    recognition = recognise(article)
    parts = segments(article)
    at = 0
    for mention in recognition.mentions:
        assert at <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.text == mention.text.strip()
        assert any(p.start <= mention.start and mention.end <= p.end for p in parts)
        at = mention.end
    at = 0
    for quote in recognition.quotes:
        assert at <= quote.start < quote.end <= len(text)
        for span in (quote.speaker, quote.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)
        at = quote.end
    ids = {entity.id for entity in recognition.entities}
    assert {mention.entity for mention in recognition.mentions} == ids
    assert sum(entity.mentions for entity in recognition.entities) == len(recognition.mentions)


@settings(max_examples=80, deadline=None)
@given(TEXT)
def test_the_cache_gives_back_what_it_took(text):
    recognition = recognise(document(text))
    assert load(dump(recognition), text) == recognition
    assert load_named(dump(recognition), text) == named(recognition)


def test_the_cache_keeps_values_that_differ_within_one_entity():
    values = ("", "1", "2", "1", "")
    mentions = tuple(Mention(at, at + 1, "x", "NUMBER", "n", value) for at, value in enumerate(values))
    recognition = Recognition(mentions, (Entity("n", "x", "NUMBER", (), 5),), ())
    assert load(dump(recognition), "xxxxx") == recognition
    assert load_named(dump(recognition), "xxxxx") == named(recognition)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, max_size=4))
def test_a_corpus_of_any_texts_resolves(texts):
    resolver = Resolver()
    for number, text in enumerate(texts):
        resolver.add(str(number), recognise(document(text)))
    total = 0
    for number in range(len(texts)):
        annotations = resolver.annotations(str(number))
        total += len(annotations.mentions)
        for mention in annotations.mentions:
            entity = resolver.entity(mention.entity)
            assert entity is not None
            assert (mention.type, mention.text.casefold()) in resolver.surfaces(entity.id)
            assert entity in resolver.find(mention.text) or not any(c.isalnum() for c in mention.text)
        payload = annotations_payload(annotations, texts[number])
        assert len(payload["mentions"]) == len(annotations.mentions)
    assert sum(entity.mentions for entity in resolver.entities()) == total


@pytest.mark.parametrize("wrong", ["", "{}", "[0]", "[2]", '[2,[0],[9],[0],[0],[0],[],[],[],[],""]', "null"])
def test_a_broken_cache_entry_is_a_value_error(wrong):
    with pytest.raises(ValueError, match=r"."):
        load(wrong, "A text")
    with pytest.raises(ValueError, match=r"."):
        load_named(wrong, "A text")


@pytest.mark.parametrize(
    "unit",
    ["A. ", "1,2,3,", "Capital Words Here ", '"a" ’ “ ” ', "said ", "Al-", "Ministry of ", "president ", "May "],
)
def test_steps_are_linear_in_hostile_text(unit):
    assert steps(unit, 16_000) < 2.3 * steps(unit, 8_000)


def steps(unit: str, size: int) -> int:
    """How many calls it takes to recognise so many characters of a text of such units (numbered where they ask for
    it), all words being known.
    """
    text = "".join(unit.replace("{0}", str(number)) for number in range(size // len(unit) + 1))[:size]
    article = document(text)
    recognise(article)
    return calls(lambda: recognise(article))


@pytest.mark.parametrize("unit", ["(AB) ", "John{0} Smith{0}, ", "Ministry of Health, "])
def test_steps_are_linear_in_a_long_list_of_capitals(unit, monkeypatch):
    monkeypatch.setattr(names, "MOST_CAPITALS", 500)  # what is longer than any article, in less text
    assert steps(unit, 20_000) < 2.3 * steps(unit, 10_000)


def test_prose_is_no_list_however_long():
    sentence = "The minister Elena Kovac told the others in the evening that nothing had been said of it. "
    mentions = recognise(document(sentence * 7_000)).mentions
    assert sum(mention.text == "Elena Kovac" for mention in mentions) == 7_000
