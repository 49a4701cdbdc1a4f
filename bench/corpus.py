"""A corpus to measure on: any number of articles, always the same ones, with a vocabulary as skewed as a language's.

Two sentences in three are the starter corpus's, so that names, dates and phrases occur; the others are made of invented
words whose frequencies fall off as Zipf's law says (1949), so that the dictionary grows as it does with real articles.
"""

from __future__ import annotations

import random
from itertools import accumulate
from pathlib import Path

from index.documents.load import load
from index.documents.scan import scan
from index.documents.sentences import sentences
from index.starter import starter_corpus

_SYLLABLES = tuple(
    first + second for first in ("b", "cl", "d", "fr", "g", "k", "l", "pr", "st", "t") for second in "aeiou"
)
_VOCABULARY = 60_000
_SENTENCES = 18


def write(folder: Path, count: int) -> list[Path]:
    """Writes `count` articles of some 18 sentences each and gives their paths."""
    dice = random.Random(20220224)
    told = _told()
    words = _words(dice)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    paths = []
    for number in range(count):
        lines = [f"Account {number} of the {dice.choice(('talks', 'truce', 'summit', 'front', 'sanctions'))}", ""]
        for _ in range(_SENTENCES // 3):
            invented = " ".join(dice.choices(words, cum_weights=weights, k=14)).capitalize() + "."
            lines += [" ".join([*dice.choices(told, k=2), invented]), ""]
        path = folder / f"{number:06}.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        paths.append(path)
    return paths


def _told() -> list[str]:
    found = []
    for file in scan(starter_corpus()).files:
        document = load(file)
        found += [document.text[one.start : one.end] for one in sentences(document) if one.kind == "paragraph"]
    return found


def _words(dice: random.Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        words["".join(dice.choices(_SYLLABLES, k=dice.randint(2, 5)))] = None
    return list(words)
