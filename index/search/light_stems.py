"""Light stems, which cut off what words of a language often begin and end with and know none of its words.

There is one for Ukrainian, which has no Snowball stemmer, and one for Arabic, after light10 (Larkey, Ballesteros and
Connell 2007), which keeps more forms of a word together than Snowball's.
"""

from __future__ import annotations

import re

_LEAST = 3
"""Letters that a Ukrainian stem has at least."""
_VOWELS = "аеєиіїоуюя"
_ENDING = re.compile("(?:ами|ями|ого|ому|ими|іми|ом|ем|єм|ам|ям|ах|ях|их|їх|ів|їв|им|ім|їм)$")
_LAST = _VOWELS + "йь"
"""Letters that an ending leaves at the end of a word, however many."""

_ARTICLE = re.compile("^(?:وال|بال|كال|فال|ال|لل)(?=..)")
_AND = re.compile("^و(?=....)")
"""Light10 leaves three letters; with three, a minister would lose his first one."""
_ARABIC_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_LEAST_ARABIC = 2


def ukrainian(word: str) -> str:
    """The stem of a folded word: without the endings of nouns and adjectives, a doubled consonant at its end once."""
    if word.endswith("їв") and len(word) < _LEAST + 2:  # Київ, Києва
        return word[:-2] + "єв"
    word = _cut(word, _ENDING.sub("", word))
    word = _cut(word, word.rstrip(_LAST))
    return word[:-1] if len(word) > _LEAST and word[-1] == word[-2] else word


def _cut(word: str, stem: str) -> str:
    """The stem, where enough of the word is left in it, else the word."""
    return stem if len(stem) >= _LEAST and any(letter in _VOWELS for letter in stem) else word


def arabic(word: str) -> str:
    """The stem of a folded word, without *and*, the article and prepositions before it, and common endings."""
    word = _AND.sub("", _ARTICLE.sub("", word, count=1), count=1)
    for ending in _ARABIC_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_ARABIC:
            word = word[: -len(ending)]
    return word
