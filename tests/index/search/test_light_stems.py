"""Light stems: forms of one word have one stem, other words another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.folding import stem, tokens
from index.search.light_stems import arabic, ukrainian

UKRAINIAN = """
Україна України Україні Україну Україною
український української українських українському українська
переговори переговорів переговорами переговорах
міністр міністра міністрів міністрам міністри
міністерство міністерства міністерств
Росія Росії Росію Росією
Сергій Сергія Сергієм Сергію
Запоріжжя Запоріжжі Запоріжжю
Київ Києва Києві Києвом
рішення рішень рішенням рішеннями
зустріч зустрічі зустріччю
подія події подій подіями
війна війни війну війною
обстріл обстрілу обстріли обстрілів
"""
ARABIC = """
المفاوضات مفاوضات والمفاوضات مفاوضة
الوزير وزير للوزير
مدينة المدينة والمدينة مدينه
أوكرانيا اوكرانيا وأوكرانيا
الإسرائيلي إسرائيل اسرائيلية
السلام سلام والسلام بالسلام
غزة غزه
"""


@pytest.mark.parametrize("line", (UKRAINIAN + ARABIC).split("\n"))
def test_forms_of_a_word_have_one_stem(line: str) -> None:
    assert len({token.stem for token in tokens(line)}) == bool(line)


@pytest.mark.parametrize("lines", [UKRAINIAN, ARABIC])
def test_different_words_have_different_stems(lines: str) -> None:
    firsts = [line.split()[0] for line in lines.strip().split("\n")]
    assert len({token.stem for first in firsts for token in tokens(first)}) == len(firsts)


@pytest.mark.parametrize("word", ["дія", "її", "це", "هو", "من", "ولد", "الا"])
def test_short_words_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


@given(st.text("абвгдежзийклмнопрстуфхцчшщьюяєії", min_size=3, max_size=40))
def test_of_a_ukrainian_word_three_letters_are_left(word: str) -> None:
    cut = ukrainian(word)
    assert len(cut) >= 3
    assert word.startswith(cut[:2])


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=2, max_size=40))
def test_of_an_arabic_word_two_letters_are_left(word: str) -> None:
    cut = arabic(word)
    assert len(cut) >= 2
    assert cut in word
