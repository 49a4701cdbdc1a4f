"""The language of a text is told by its small words: of a long one by some of it, where that is clear."""

import pytest

from index.documents import language
from index.documents.language import language_of

ENGLISH = "The mayor of the town said that the pumps were not at work for hours, as it was for them to be told. "
GERMAN = "Der Bürgermeister sagte, dass die Pumpen in der Stadt nicht für das Wasser und den Schlamm gebaut sind. "
UKRAINIAN = "Мер міста сказав, що насоси не працювали і що вода йшла на вулиці, як це було після бурі. "
RUSSIAN = "Мэр города сказал, что насосы не работали и что вода шла на улицы, как это было после бури. "


@pytest.mark.parametrize(
    ("sentence", "told"), [(ENGLISH, "en"), (GERMAN, "de"), (UKRAINIAN, "uk"), (RUSSIAN, "ru"), ("Xyz qwv plk. ", None)]
)
@pytest.mark.parametrize("often", [3, 40, 400])
def test_a_text_of_any_length_has_its_language(sentence: str, told: str | None, often: int) -> None:
    assert language_of(sentence * often) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ENGLISH * 6 + UKRAINIAN * 60, "uk"),
        (GERMAN * 60 + ENGLISH * 6, "de"),
        (ENGLISH * 30 + "Xyz qwv plk. " * 60 + GERMAN * 6, "en"),
    ],
)
def test_a_text_in_two_languages_has_that_of_most_of_it(text: str, told: str | None) -> None:
    assert language_of(text) == told
    assert language_of(text) == language._by_votes(text, language.SHARE, language._LEAD)


def test_two_words_alone_are_of_no_other_language_than_english() -> None:
    short = "Lotte Vries met Jaap Maan in March 2021. Jaap Maan said Lotte Vries agreed to nothing. "
    assert language_of(short * 3) in ("en", None)
    assert language_of("De brug over de rivier is dicht, zei de wethouder, want het hout is niet sterk.") == "nl"


def test_of_a_clear_text_little_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []
    words = language._in_small_letters
    monkeypatch.setattr(language, "_in_small_letters", lambda text: looked_at.append(len(text)) or words(text))
    assert language_of(ENGLISH * 150) == "en"
    assert sum(looked_at) < 1_000
