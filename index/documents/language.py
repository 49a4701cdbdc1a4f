"""Which language a text is in, by a vote of its commonest small words, or by letters that only one language has."""

from __future__ import annotations

from typing import Final

from index.documents.patterns import late

_WORD: Final = late(r"[^\W\d_]+")
_TAG: Final = late(r"[A-Za-z]{2,3}(?=$|[-_])")
_KANA: Final = late("[\u3040-\u30ff]")
_IDEOGRAPH: Final = late("[\u4e00-\u9fff]")
_SCRIPT_AT_LEAST: Final = 12
_STOPWORDS: Final = {
    "en": "the of and to in that is was for with it on as be by from this have are at not his their has an",
    "uk": "і та що на не до з у в за про як це від для які але або його вони був також після під щоб",
    "ru": "и что на не в с по для как это от из за но его они был также после под чтобы при о у к",
    "de": "der die das und in den von zu mit ist des sich nicht auf für im dem ein eine als auch an wird",
    "fr": "le la les de des et à en un une du que est pour dans qui sur pas par au avec ce plus il ne",
    "es": "el la los las de que y en un una del por con para se no es su al lo como más pero sus",
    "it": "il la di che e in un una del per con non è della sono le dei i gli da si al nel ha anche",
    "pt": "o a os as de que e em um uma do da para com não por no na se mais ao dos foi como",
    "pl": "i w na z że się do nie to jest o jak po od za przez oraz są dla ale by tym był przed",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als bij door heeft",
    "tr": "ve bir bu da de için ile olarak daha çok gibi olan kadar sonra ancak ne en her",
}
SAMPLE: Final = 20_000
"""Characters that are looked at."""
_VOTE_BITS: Final = SAMPLE.bit_length()
_MOST_VOTES: Final = (1 << _VOTE_BITS) - 1
_SHIFTS: Final = {language: _VOTE_BITS * number for number, language in enumerate(_STOPWORDS)}
_BALLOTS: Final[dict[str, int]] = {}
"""A vote for each language that a word is of, in bits of its own, so that one call adds up those of all words."""
for _language, _words in _STOPWORDS.items():
    for _word in set(_words.split()):
        _BALLOTS[_word] = _BALLOTS.get(_word, 0) + (1 << _SHIFTS[_language])
_SMALL: Final = bytes(ord(chr(byte).lower()) if chr(byte).isalpha() else 32 for byte in range(128)) + b" " * 128
"""English letters become small ones, all else a space."""
_ASCII: Final = bytes(range(128))
_MARKS: Final = frozenset("“”‘’–—…«»€£")
"""Marks that English texts have beyond ASCII."""
SHARE: Final = 0.12
"""Of the words, at least so many must be small words of the winner."""
_LEAD: Final = 1.1
"""So many times as many as of the next language."""
_STRETCH: Final = 300
"""Characters at the beginning, in the middle and at the end that are looked at first."""
_CLEAR_FROM: Final = 4 * _STRETCH
_CLEAR_SHARE: Final = 0.16
_CLEAR_LEAD: Final = 2.0
"""What these have to tell, so that the whole would hardly tell anything else."""
_WORDS_AT_LEAST: Final = 12
_DIFFERENT: Final = 3
"""Small words of another language than English, at least, in a text of English letters alone: short English reports
have "met" and "in", which are two of Dutch.
"""


def _in_small_letters(sample: str) -> list[str]:
    """The words of a text in small letters; where all letters are English ones by a call that takes a tenth of the
    time of the pattern.
    """
    data = sample.encode("utf-8", "surrogatepass")
    others = data.translate(None, _ASCII)
    if not others or _MARKS.issuperset(others.decode("utf-8", "surrogatepass")):
        return data.translate(_SMALL).decode().split()
    return list(map(str.lower, _WORD.findall(sample)))


def _by_script(sample: str) -> str | None:
    """Chinese or Japanese, which part no words: by kana, or by ideographs alone."""
    kana, ideographs = len(_KANA.findall(sample)), len(_IDEOGRAPH.findall(sample))
    if kana + ideographs < max(_SCRIPT_AT_LEAST, len(sample) // 2):
        return None
    return "ja" if 10 * kana > ideographs else "zh"


def language_of(text: str) -> str | None:
    """A BCP 47 tag, or None where too few small words of one language are found.

    Most texts are in one language from beginning to end: where their beginning, middle and end tell it clearly the
    rest is not looked at.
    """
    sample = text[:SAMPLE]
    if len(sample) > _CLEAR_FROM:
        middle = (len(sample) - _STRETCH) // 2
        some = " ".join((sample[:_STRETCH], sample[middle : middle + _STRETCH], sample[-_STRETCH:]))
        if found := _by_votes(some, _CLEAR_SHARE, _CLEAR_LEAD):
            return found
    return _by_votes(sample, SHARE, _LEAD) or _by_script(sample)


def _by_votes(sample: str, share: float, lead: float) -> str | None:
    """The language whose small words are at least such a share of all, and so many times as many as the next one's."""
    words = _in_small_letters(sample)
    total = len(words)
    if total < _WORDS_AT_LEAST:
        return None
    small = list(filter(_BALLOTS.__contains__, words))
    counted = sum(map(_BALLOTS.__getitem__, small))
    votes = {language: counted >> shift & _MOST_VOTES for language, shift in _SHIFTS.items()}
    # Letters that the neighbour does not have decide between the Cyrillic languages.
    letters = "" if sample.isascii() else sample.lower()
    votes["uk"] += 3 * sum(map(letters.count, "іїєґ")) // 4
    votes["ru"] += 3 * sum(map(letters.count, "ыэъё")) // 4
    second, count = sorted(votes.values())[-2:]
    if count < share * total or count <= lead * second:
        return None
    best = max(votes, key=votes.__getitem__)
    if best == "en" or not sample.isascii():
        return best
    return best if sum(_BALLOTS[word] >> _SHIFTS[best] & 1 for word in set(small)) >= _DIFFERENT else None


def language_stated(tag: str) -> str | None:
    """The language of a tag as "en-GB" is (BCP 47); None where there is none."""
    found = _TAG.match(tag)
    return found.group().lower() if found else None
