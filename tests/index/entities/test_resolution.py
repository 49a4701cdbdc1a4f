"""The kept resolution answers as a fresh one, whatever the order of articles, and is never used when damaged."""

from __future__ import annotations

import random
import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents.model import Block, Document
from index.entities.recognise import recognise
from index.entities.resolving.resolution import Resolution, build
from index.entities.resolving.resolution_change import changed
from index.entities.resolving.resolution_file import load, save
from index.entities.resolving.resolve import Resolver, named

NAMES = [
    "President Volodymyr Zelenskyy", "Zelensky", "Volodymyr Zelensky", "Bill Clinton", "Hillary Clinton", "Clinton",
    "the United States", "the U.S.", "the European Union (EU)", "the EU", "Kyiv", "Kiev", "30 percent", "$5 million",
    "Acme Corp", "Acme Corp (AC)", "AC", "Ukrainians", "21 April 2025", "Monday",
]  # fmt: skip
SENTENCE = st.builds(
    "{0} met {1} in {2}. “We will see,” said {0}.".format,
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
)
CORPUS = st.lists(st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=6)


def document(path: str, text: str) -> Document:
    return Document(path, "", text, (Block("paragraph", 0, len(text)),))


def resolved(texts: dict[str, str]) -> Resolver:
    resolver = Resolver()
    for path, text in texts.items():
        resolver.add(path, recognise(document(path, text)))
    return resolver


def same(kept: Resolution, fresh: Resolver, texts: dict[str, str]) -> None:
    assert kept.entities() == fresh.entities()
    for entity in fresh.entities():
        assert kept.entity(entity.id) == entity
        assert kept.documents(entity.id) == fresh.documents(entity.id)
        assert kept.surfaces(entity.id) == fresh.surfaces(entity.id)
        for name in (entity.name, *entity.aliases):
            assert kept.find(name) == fresh.find(name)
            assert kept.find(name, (entity.type,)) == fresh.find(name, (entity.type,))
    for path, text in texts.items():
        assert kept.annotations(path, recognise(document(path, text))) == fresh.annotations(path)


@settings(max_examples=40, deadline=None)
@given(CORPUS, st.randoms())
def test_what_is_kept_is_what_is_resolved_in_any_order(tmp_path_factory, corpus: list[str], chance: random.Random):
    texts = {f"{number}.txt": text for number, text in enumerate(corpus)}
    fresh = resolved(texts)
    shuffled = Resolver()
    paths = list(texts)
    chance.shuffle(paths)
    for path in paths:
        shuffled.add_named(path, named(recognise(document(path, texts[path]))))
    folder = tmp_path_factory.mktemp("kept")
    save(build(shuffled.outcome()), folder, "1")
    kept = load(folder, "1")
    assert kept is not None
    same(kept, fresh, texts)
    kept.close()


HISTORY = st.lists(
    st.dictionaries(
        st.integers(0, 5), st.one_of(st.none(), st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join)), max_size=3
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(CORPUS, HISTORY)
def test_a_resolution_that_follows_changes_is_a_fresh_one(corpus: list[str], history: list[dict[int, str | None]]):
    texts = {f"{number}.txt": text for number, text in enumerate(corpus)}
    kept = build(resolved(texts).outcome())
    for changes in history:
        gone = {f"{number}.txt" for number, text in changes.items() if text is None}
        come = {f"{number}.txt": text for number, text in changes.items() if text is not None}
        texts = {path: text for path, text in texts.items() if path not in gone} | come
        found = {path: (0, named(recognise(document(path, text)))) for path, text in come.items()}
        before, kept = kept, changed(kept, gone, found)
        before.close()
        same(kept, resolved(texts), texts)
    kept.close()


TEXTS = {"a.txt": "Volodymyr Zelenskyy spoke in Kyiv. Zelenskyy left.", "b.txt": "The EU met Zelensky on Monday."}


@pytest.fixture
def kept(tmp_path):
    save(build(resolved(TEXTS).outcome()), tmp_path, "mark1")
    return tmp_path


def test_only_what_was_made_from_the_same_articles_is_used(kept):
    assert load(kept, "mark2") is None
    save(build(resolved({"a.txt": TEXTS["a.txt"]}).outcome()), kept, "mark2")
    assert load(kept, "mark1") is None
    assert len(list(kept.iterdir())) == 1
    found = load(kept, "mark2")
    assert found is not None
    assert found.documents("volodymyr-zelenskyy") == {"a.txt": 2}


def test_every_damage_is_noticed(kept):
    (file,) = kept.iterdir()
    data = file.read_bytes()
    for place in range(0, len(data), 997):
        file.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert load(kept, "mark1") is None
    file.write_bytes(data[:-1])
    assert load(kept, "mark1") is None
    file.write_bytes(b"")
    assert load(kept, "mark1") is None
    file.write_bytes(data)
    assert load(kept, "mark1") is not None


def test_an_article_that_changed_since_goes_to_who_bears_the_names(kept):
    resolution = load(kept, "mark1")
    changed = recognise(document("a.txt", "Volodymyr Zelenskyy and Zelensky met Ann Bloggs of the United Nations."))
    annotations = resolution.annotations("a.txt", changed)
    assert {entity.id for entity in annotations.entities} == {"volodymyr-zelenskyy", "ann-bloggs", "united-nations"}
    assert resolution.entity("ann-bloggs") is None


def test_its_pages_are_full() -> None:
    resolver = Resolver()
    words = ("steel", "glass", "paper", "sugar")
    text = " ".join(
        f"It sold {number * 7919 % 9973},{number % 10}00 tons of {words[number % 4]}." for number in range(900)
    )
    resolver.add("a.txt", recognise(document("a.txt", text)))
    data = build(resolver.outcome()).data()
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.deserialize(data)
    database.execute("VACUUM")
    assert len(data) == len(database.serialize()) > 20 * 4096


@pytest.mark.parametrize("remembered", [0, 1, 20_000])
def test_whose_a_name_is_does_not_depend_on_how_many_are_remembered(
    remembered: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.entities.resolving.resolution._REMEMBERED", remembered)
    texts = {
        "a.txt": "Elena Kovac met Peter Lindqvist in Oslo. Kovac praised Lindqvist.",
        "b.txt": "Peter Lindqvist left Oslo for Paris. Anna Kovac stayed, Kovac said.",
        "c.txt": "In Paris Elena Kovac met nobody.",
    }
    fresh = resolved(texts)
    kept = build(fresh.outcome())
    for path in (*texts, *texts):
        assert kept.annotations(path, recognise(document(path, texts[path]))) == fresh.annotations(path)
    kept.close()
