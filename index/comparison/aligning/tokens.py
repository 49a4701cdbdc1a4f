"""A sentence as words to compare: each with its place in the text and the key that equal words share.

"didn't" is the two words did and not; "30", "thirty" and "30.0" have one key; "12%" and "12 percent" are the same two
words; "U.S." and "US" are one word; truce and ceasefire share the key of their group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from index.comparison.aligning.numerals import LETTERS, MAGNITUDE, ORDINAL, SMALL, combine, digits, fraction
from index.comparison.aligning.stems import fold, stem, word_list
from index.comparison.aligning.thesaurus import concept

WordKind = Literal["word", "number", "ordinal", "sign", "weekday", "month"]

_PIECE = re.compile(
    r"(?<=\S)\[\d{1,3}\]|(?:[^\W\d_]\.){2,}|(?:\d+-)?\d{1,2}/\d{1,2}(?![\d/])|\d+(?:,\d{3})*(?:\.\d+)?(?:(?:st|nd|rd|th)\b)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£¥%]",
)
_NOT = re.compile(r"^(.*?)(n['’]t)$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$|['’]$", re.IGNORECASE)
_SHRUNK = {"ca": "can", "wo": "will", "sha": "shall"}
_CANNOT = "cannot"
_CLITICS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = word_list(
    """
    january february march april may june july august september october november december
    """
)
_SHORT = {m[:3]: m for m in MONTHS if m != "may"} | {"sept": "september"}
_MONTH_OF_MAY = "·may"
"""What the month is folded to, so that no table of words takes it for the modal."""
_BEFORE_A_MONTH = frozenset(
    word_list("in of by since until till for from to last next this early mid late on every and or")
)
_AFTER_A_MODAL = frozenset({"be", "have", "not"})
_TWO_WORDS = {
    ("per", "cent"): "percent",
    ("united", "states"): "·us",
    ("united", "kingdom"): "·uk",
    ("united", "nations"): "·un",
    ("european", "union"): "·eu",
}
_MAY_JOIN = MAGNITUDE.keys() | {first for first, _ in _TWO_WORDS}
"""Plain words that may be a part of a number or of a name of two words."""
_LONGEST = 64


@dataclass(slots=True)
class Word:
    """A word of a text: `key` is what equal words share, `stem` knows no synonyms, `value` is a number's.

    `capital` says that it is written with a capital letter.  Nobody may change one; it is not frozen, since an article
    has thousands, and making a frozen one takes five times as long.
    """

    start: int
    end: int
    text: str
    folded: str
    stem: str
    key: str
    kind: WordKind = "word"
    value: float = 0.0
    capital: bool = False


def tokenize(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of text[start:end]; spans are of `text`."""
    words: list[Word] = []
    for match in _PIECE.finditer(text, start, end):
        raw = match[0]
        if raw[0] == "[":  # the sign of a footnote says nothing
            continue
        at = match.start()
        words += [
            Word(at + w.start, at + w.end, w.text, w.folded, w.stem, w.key, w.kind, w.value, w.capital)
            for w in (_remembered(raw) if len(raw) <= _LONGEST else _pieces(raw))
        ]
    return _joined(text, words)


def _pieces(raw: str) -> tuple[Word, ...]:
    """What stands between spaces or marks as one or two words, with spans in `raw`."""
    if raw.isascii() and raw.isalpha() and not raw.isupper():  # as most are: no sign, no mark, no initials
        folded = raw.lower()
        if folded == _CANNOT:
            return (_word(0, raw[:3], "can"), _word(3, raw[3:], "not"))
        return (_word(0, raw, folded),)
    if raw[0].isdigit():
        return (_digits(raw),)
    if raw in "$€£¥%":
        key = "percent" if raw == "%" else raw
        return (Word(0, len(raw), raw, raw, key, key, "sign"),)
    negated = _NOT.match(raw)
    if negated and negated[1]:
        cut = negated.end(1)
        helper = fold(negated[1])
        return (_word(0, raw[:cut], _SHRUNK.get(helper, helper)), _word(cut, raw[cut:], "not"))
    for clitic, verb in _CLITICS.items():
        if len(raw) > len(clitic) and fold(raw[-3:]).endswith(clitic):
            cut = len(raw) - len(clitic)
            return (_word(0, raw[:cut], fold(raw[:cut])), _word(cut, raw[cut:], verb))
    if "." in raw or (raw.isupper() and 2 <= len(raw) <= 5):
        letters = fold(raw.replace(".", ""))
        initials = "·" + letters
        key = concept(initials, initials)
        return (Word(0, len(raw), raw, letters, initials, key, capital=raw[0].isupper()),)
    bare = _POSSESSIVE.sub("", raw)
    folded = fold(bare)
    if folded == _CANNOT:
        return (_word(0, raw[:3], "can"), _word(3, raw[3:], "not"))
    return (_word(0, bare, folded),)


_remembered = lru_cache(maxsize=65536)(_pieces)


def _digits(raw: str) -> Word:
    bare = raw.rstrip("stndrhSTNDRH")
    value = fraction(raw) if "/" in raw else digits(bare)
    if value is None:
        return Word(0, len(raw), raw, raw, raw, raw)
    if bare != raw:
        return Word(0, len(raw), raw, raw, raw, f"#{value:g}th", "ordinal", value)
    return Word(0, len(raw), raw, raw, raw, f"#{value:.12g}", "number", value)


def _word(start: int, raw: str, folded: str) -> Word:
    folded = folded[:_LONGEST]
    end = start + len(raw)
    capital = raw[:1].isupper()
    if folded in SMALL:
        return Word(start, end, raw, folded, folded, f"#{SMALL[folded]:g}", "number", SMALL[folded], capital)
    if folded in ORDINAL and folded != "second":
        return Word(start, end, raw, folded, folded, f"#{ORDINAL[folded]:g}th", "ordinal", ORDINAL[folded], capital)
    if capital and folded in _WEEKDAYS:
        return Word(start, end, raw, folded, folded, folded, "weekday", float(_WEEKDAYS.index(folded)), capital)
    month = _SHORT.get(folded, folded)
    if capital and month in MONTHS:
        told = _MONTH_OF_MAY if month == "may" else folded
        return Word(start, end, raw, told, month, month, "month", float(MONTHS.index(month) + 1), capital)
    return _plain(start, raw, folded)


def _plain(start: int, raw: str, folded: str) -> Word:
    """A word that is no number and no day or month."""
    stemmed = stem(folded)
    key = "percent" if folded in ("percent", "pct") else concept(folded, stemmed)
    return Word(start, start + len(raw), raw, folded, stemmed, key, capital=raw[:1].isupper())


def _joined(text: str, words: list[Word]) -> tuple[Word, ...]:
    """Runs such as "two hundred fifty", "1.2 million" and "40m" become one number, "United States" one word."""
    joined: list[Word] = []
    place = 0
    while place < len(words):
        word = words[place]
        if word.kind == "word" and word.folded not in _MAY_JOIN:  # as most are
            joined.append(word)
            place += 1
            continue
        following = words[place + 1] if place + 1 < len(words) else None
        known = _TWO_WORDS.get((word.folded, following.folded)) if following is not None else None
        if following is not None and known is not None:
            raw = text[word.start : following.end]
            joined.append(
                Word(word.start, following.end, raw, fold(raw), known, concept(known, known), capital=word.capital)
            )
            place += 2
        elif word.kind == "number":
            last, value = _number_run(text, words, place)
            joined.append(word if last == place else _number(text, word, words[last], value))
            place = last + 1
        elif following is not None and _is_no_month(text, joined[-1:], word, following):
            joined.append(_plain(word.start, word.text, fold(word.text)))
            place += 1
        else:
            alone = word.folded in MAGNITUDE and word.folded not in LETTERS
            after_article = bool(joined) and joined[-1].folded in ("a", "an")
            joined.append(_number(text, word, word, MAGNITUDE[word.folded]) if alone and after_article else word)
            place += 1
    return tuple(joined)


def _is_no_month(text: str, before: list[Word], word: Word, following: Word) -> bool:
    """Is what looks like a month a given name ("Jan Novak") or a title's modal ("Bridge May Close")?"""
    if word.kind != "month" or text[word.end : following.start] != " " or following.kind != "word":
        return False
    if any(w.kind in ("number", "ordinal") for w in before):
        return False
    if word.folded == _MONTH_OF_MAY:
        led = bool(before) and before[0].folded not in _BEFORE_A_MONTH
        return led and (following.capital or following.folded in _AFTER_A_MODAL)
    return word.folded in _SHORT and following.capital


def _number_run(text: str, words: list[Word], first: int) -> tuple[int, float]:
    """The last word of the number that begins with word `first`, and its value."""
    parts = [(words[first].value, False)]
    last = first
    while last + 1 < len(words) and len(parts) < 8:
        following = words[last + 1]
        gap = text[words[last].end : following.start]
        if following.folded in LETTERS:
            if gap or not words[last].text[-1:].isdigit():
                break
            parts.append((MAGNITUDE[following.folded], True))
        elif following.folded in MAGNITUDE and gap in (" ", "-", "\N{NO-BREAK SPACE}"):
            parts.append((MAGNITUDE[following.folded], True))
        elif _continues(words[last], following, gap, parts):
            parts.append((following.value, False))
        else:
            break
        last += 1
    return last, combine(parts)


def _continues(before: Word, after: Word, gap: str, parts: list[tuple[float, bool]]) -> bool:
    """Is "five" in "twenty-five" or "fifty" in "two hundred fifty" a part of the number begun?  Digits never are."""
    if after.kind != "number" or after.text[0].isdigit() or gap not in (" ", "-"):
        return False
    if parts[-1][1]:
        return not before.text[0].isdigit() and after.value < parts[-1][0]
    return not before.text[0].isdigit() and before.value >= 20 and before.value % 10 == 0 and 0 < after.value < 10


def _number(text: str, first: Word, last: Word, value: float) -> Word:
    raw = text[first.start : last.end]
    return Word(first.start, last.end, raw, fold(raw), fold(raw), f"#{value:.12g}", "number", value, first.capital)
