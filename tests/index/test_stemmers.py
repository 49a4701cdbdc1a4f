"""The compiled stemmers and the pure ones are the same to whoever asks: an index is read where the other wrote it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.load import load
from index.documents.scan import scan
from index.starter import starter_corpus
from index.stemmers import compiled, pure

LETTERS = {"English": "abcdefghijklmnopqrstuvwxyz", "Russian": "абвгдежзийклмнопрстуфхцчшщъыьэюя"}
RUSSIAN = "перемирия переговорами наступающие президентского вооружённых раненый безопасности обстреливали сегодняшних"


@pytest.fixture(scope="module")
def stemmers() -> dict[str, tuple[object, object]]:
    if compiled("English") is None:
        pytest.skip("PyStemmer is not installed")
    return {language: (compiled(language), pure(language)) for language in LETTERS}


def test_agree_on_the_starter_corpus(stemmers) -> None:
    texts = [load(file).text.lower() for file in scan(starter_corpus()).files]
    words = {word for text in texts for word in re.findall("[a-z]+", text)}
    assert len(words) > 500
    fast, slow = stemmers["English"]
    assert [fast(word) for word in words] == [slow(word) for word in words]
    fast, slow = stemmers["Russian"]
    assert [fast(word) for word in RUSSIAN.split()] == [slow(word) for word in RUSSIAN.split()]


@pytest.mark.parametrize("language", LETTERS)
def test_agree_on_any_word(stemmers, language: str) -> None:
    fast, slow = stemmers[language]
    endings = st.sampled_from(
        ["", "ing", "ies", "ational", "fulness", "edly", "ies", "sses", "'s"]
        if language == "English"
        else ["", "ыми", "ейше", "овавшись", "ость", "иями", "ьё"]
    )

    @given(st.text(LETTERS[language], min_size=1, max_size=30), endings)
    def agree(beginning: str, ending: str) -> None:
        assert fast(beginning + ending) == slow(beginning + ending)

    agree()


def test_without_the_compiled_ones_the_pure_ones_stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from index.stemmers import Stemmers

    monkeypatch.setitem(sys.modules, "Stemmer", None)
    assert Stemmers().english("negotiations") == "negoti"
    assert Stemmers().russian("переговорами") == "переговор"
