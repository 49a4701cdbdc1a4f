"""Searching in other languages than English, as people type there: what is found, and which words are marked."""

from __future__ import annotations

import pytest
from search_articles import article, cut, filled, nobody, pages, reader

from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine

TEXTS = {
    "uk": "Міністри провели переговори в Києві. Об’єднання п'яти громад чекає на перемир'я, ґрунт замерз.",
    "ru": "Ещё один посол прилетел в Москву, министры обсудили перемирие.",
    "de": "Die Außenministerin sprach in der Straße über Häuser.",
    "fr": "L’accord de l'Élysée étonne, jusqu'à ce qu'Emmanuel parle au cœur des garçons.",
    "it": "Il presidente dell'Ucraina parlò all'ONU di un'intesa.",
    "es": "¿Quién firmó? Los niños salieron de España mañana.",
    "tr": "Türkiye'nin elçisi İstanbul'dan Ankara’ya geldi, IŞIK hızıyla, 2025'te.",
    "ar": "قال الرئيس إن المفاوضات مستمرة. وَقَّعَ الوزيرُ اتفاقية في ٢٠٢٤.",
    "zh": "代表们在伊斯坦布尔举行了停火谈判。",
}

CASES = """
uk | Київ | Києві
uk | міністр | Міністри
uk | переговорів | переговори
uk | об'єднання | Об’єднання
uk | пять | п'яти
uk | грунт | ґрунт
ru | еще | Ещё
ru | Москва | Москву
ru | перемирия | перемирие
de | strasse | Straße
de | HÄUSER | Häuser
de | *ministerin | Außenministerin
fr | elysee | Élysée
fr | emmanuel | Emmanuel
fr | qu'emmanuel | qu'Emmanuel
fr | "qu'Emmanuel parle" | qu'Emmanuel parle
fr | coeur | cœur
it | ucraina | Ucraina
it | onu | ONU
it | intesa | intesa
it | dellucraina | dell'Ucraina
es | ninos | niños
es | quien | Quién
es | ESPANA | España
tr | istanbul | İstanbul
tr | İSTANBUL | İstanbul
tr | ankara | Ankara
tr | ışık | IŞIK
tr | turkiye | Türkiye
tr | 2025 | 2025
ar | مفاوضات | المفاوضات
ar | وزير | الوزيرُ
ar | وقع | وَقَّعَ
ar | 2024 | ٢٠٢٤
zh | 停火 | 停火
zh | "停火谈判" | 停火谈判
"""


@pytest.fixture
def spoken(engine: WhooshEngine) -> WhooshEngine:
    filled(engine, [article(f"{language}.txt", text) for language, text in TEXTS.items()])
    return engine


@pytest.mark.parametrize("case", CASES.strip().split("\n"))
def test_what_people_type_finds_what_is_written(spoken: WhooshEngine, case: str) -> None:
    language, query, marked = case.split(" | ")
    articles = [article(f"{name}.txt", text) for name, text in TEXTS.items()]
    result = spoken.search(parse(query), limit=5, read=reader(articles), names=nobody, pages=pages(articles))
    assert result.corrected is None
    hit = next(hit for hit in result.hits if hit.document == f"{language}.txt")
    (one,) = [each for each in articles if each.document.path == hit.document]
    spans = hit.snippets[0].matches
    whole = one.document.text[spans[0][0] : spans[-1][1]] if spans else ""
    assert whole == marked, cut(one, spans)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("uk", "переговори"),
        ("tr", "istanbul"),
        ("tr", "türkiye"),
        ("fr", "emmanuel"),
        ("fr", "qu'emmanuel"),
        ("tr", "2025'te"),
        ("it", "ucraina"),
        ("it", "dell'ucraina"),
        ("ar", "الرئيس"),
    ],
)
def test_typing_a_word_finds_it_letter_by_letter(spoken: WhooshEngine, language: str, word: str) -> None:
    articles = [article(f"{name}.txt", text) for name, text in TEXTS.items()]
    for end in range(2, len(word) + 1):
        asked = parse(word[:end], typing=True)
        result = spoken.search(asked, limit=9, read=reader(articles), names=nobody, pages=pages(articles))
        assert f"{language}.txt" in [hit.document for hit in result.hits], word[:end]
