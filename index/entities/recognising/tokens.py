"""Tokens with their offsets: words, numbers, marks; initials and dotted abbreviations stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import add

from index.entities.wordset import wordset

TOKEN = re.compile(
    r"U\. [SKN]\.(?! [A-Z]\.)"  # as some typesetting has it
    r"|(?:[A-Z]\.){2,}(?:[A-Z](?![^\W_]))?"  # U.S.  U.S.A
    r"|[A-Z]\.(?=[ ]?[A-Z])"  # an initial
    r"|(?:(?<=[(\[<])|(?<=< ))[A-Z0-9]{1,8}\.[A-Z]{1,3}(?= ?[)\]>])"  # a share's ticker: (TSLA.O)
    r"|[OD]['’] [A-Z][a-z]+"  # O' Brien
    r"|(?>\d+(?:[.,]\d+)*)(?![^\W_])"  # 1,200.50
    r"|\d{1,3}(?:,\d{3})+[^\W\d_]+"  # 36,000FT
    r"|[^\W_]+(?:['’](?!(?:s|t|re|ve|ll|d|m|S)(?![^\W_]))[^\W\d_]+)*"  # O'Brien, but not Putin's
    r"(?:\.(?:com|org|net)(?![^\W_])|(?<=[^\W\d_]{2})\+(?![^\W_]|\+))?"  # Amazon.com, OPEC+
    r"|['’][sS](?![^\W_])"  # the possessive
    r"|\S"
)
SENTENCE_END = frozenset(".!?…")
ABBREVIATIONS = wordset(
    "Mr Mrs Ms Mx Dr Prof St Mt Ft Gen Lt Col Maj Capt Sgt Cpl Pvt Sen Rep Gov Rev Hon Fr Adm Cmdr Brig Supt Insp "
    "Messrs Mme Engr Barr Adv Pt Smt Jr Sr Jnr Snr vs No Nos Co Corp Inc Ltd Amb Atty Det Const Pfc Spc Msgr Bro Cde "
    "Ald Asst Assoc Flt Cdre Ven Lic Ing Dra Drs Cllr Rt Gens Sens Reps Govs Profs Dep Pres"
)
"""Words whose full stop ends no sentence."""
QUOTING = frozenset('"“‘«:;•*')
"""Marks that make a beginning of what follows them."""
_BEGINNERS = SENTENCE_END | QUOTING


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: the words, where each starts and ends in the text, and whether each begins a sentence or a
    quotation.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    begins: list[bool]


def tokenise(text: str, start: int, end: int) -> Tokens:
    """The tokens of `text[start:end]`; offsets are those of `text`."""
    words: list[str] = TOKEN.findall(text, start, end)
    sizes = list(map(len, words))
    starts: list[int] = []
    at = start
    find, append = text.find, starts.append
    for word, size in zip(words, sizes, strict=True):
        at = find(word, at)  # only white space lies between
        append(at)
        at += size
    return Tokens(words, starts, list(map(add, starts, sizes)), _begins(words))


def _begins(words: list[str]) -> list[bool]:
    """Which words begin a sentence or a quotation."""
    begins = [False] * len(words)
    count = len(words)
    k, beginning = 0, True
    for mark in [*(k for k, word in enumerate(words) if word in _BEGINNERS), count]:
        while beginning and k < count:
            begins[k] = True
            word = words[k]
            if word[0].isalnum():
                beginning = False
            elif word in SENTENCE_END:
                beginning = not (word == "." and k and words[k - 1] in ABBREVIATIONS)
            elif len(word) > 1:
                beginning = False
            k += 1
        if mark >= k and mark < count:
            beginning = words[mark] != "." or words[mark - 1] not in ABBREVIATIONS
            k = mark + 1
    return begins


def scan(pattern: re.Pattern[str], text: str, starts: Iterable[int], end: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern before `end`, in order and apart, that begin at one of `starts` (sorted)."""
    at = 0
    match = pattern.match
    for start in starts:
        if start >= at and (found := match(text, start, end)):
            yield found
            at = found.end()
