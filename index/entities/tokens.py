"""Tokens with their offsets: words, numbers, marks; initials and dotted abbreviations stay whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.entities.wordset import wordset

TOKEN = re.compile(
    r"U\. [SKN]\.(?! [A-Z]\.)"  # as some typesetting has it
    r"|(?:[A-Z]\.){2,}(?:[A-Z](?![^\W_]))?"  # U.S.  U.S.A
    r"|[A-Z]\.(?=[ ]?[A-Z])"  # an initial
    r"|(?>\d+(?:[.,]\d+)*)(?![^\W_])"  # 1,200.50
    r"|[^\W_]+(?:['’](?!(?:s|t|re|ve|ll|d|m|S)(?![^\W_]))[^\W\d_]+)*"  # O'Brien, but not Putin's
    r"|['’][sS](?![^\W_])"  # the possessive
    r"|\S"
)
SENTENCE_END = frozenset(".!?…")
ABBREVIATIONS = wordset(
    "Mr Mrs Ms Mx Dr Prof St Mt Ft Gen Lt Col Maj Capt Sgt Cpl Pvt Sen Rep Gov Rev Hon Fr Adm Cmdr Brig Supt Insp "
    "Messrs Mme Engr Barr Adv Pt Smt Jr Sr Jnr Snr vs No Nos Co Corp Inc Ltd"
)
"""Words whose full stop ends no sentence."""
QUOTING = frozenset('"“‘«:;•*')
OPENERS = frozenset("\"'“‘«([—–-•*:;")


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
    matches = list(TOKEN.finditer(text, start, end))
    words = [match.group() for match in matches]
    begins = [False] * len(words)
    beginning = True
    for k, word in enumerate(words):
        if beginning:
            begins[k] = True
        if word[0].isalnum():
            beginning = False
        elif word in SENTENCE_END:
            beginning = not (word == "." and k and words[k - 1] in ABBREVIATIONS)
        elif word in OPENERS:
            # An opening mark makes a beginning of what it opens; a hyphen or a bracket only keeps one.
            beginning = beginning or word in QUOTING
        elif len(word) > 1:
            beginning = False
    return Tokens(words, [match.start() for match in matches], [match.end() for match in matches], begins)
