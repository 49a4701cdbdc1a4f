"""What is asked of every engine: words, pairs and phrases of the corpus itself, common and rare ones."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

KINDS = ("term", "two terms", "both terms", "phrase", "prefix", "fuzzy", "field", "facets")
_SAMPLE = 400
_WORD = re.compile(r"[a-z]{5,}")


@dataclass(frozen=True, slots=True)
class Question:
    """Of a kind, with its words in small letters."""

    kind: str
    words: tuple[str, ...]

    def ours(self) -> str:
        """The question in our own query language."""
        first = self.words[0]
        return {
            "term": first,
            "two terms": " ".join(self.words),
            "both terms": " AND ".join(self.words),
            "phrase": '"' + " ".join(self.words) + '"',
            "prefix": first + "*",
            "fuzzy": first + "~",
            "field": f"title:{first}",
            "facets": first,
        }[self.kind]


def questions(paths: Sequence[Path], number: int) -> list[Question]:
    """`number` questions of each kind, the same each time."""
    dice = random.Random(19690720)
    chosen = dice.sample(list(paths), min(_SAMPLE, len(paths)))
    texts = [_WORD.findall(path.read_text(encoding="utf-8", errors="replace").lower()) for path in chosen]
    words = [word for word, _ in Counter(word for text in texts for word in text).most_common(1000)]
    pairs = [pair for pair, _ in Counter(pair for text in texts for pair in pairwise(text)).most_common(1000)]
    titles = [
        word
        for word, _ in Counter(
            word
            for path in chosen
            for word in _WORD.findall(path.read_text(encoding="utf-8", errors="replace").partition("\n")[0].lower())
        ).most_common(40)
    ]
    made: list[Question] = []
    for _ in range(number):
        # Ranks are drawn evenly on a logarithmic scale: as many among the first ten as among the first hundred.
        word, other = words[_rank(dice, len(words))], words[_rank(dice, len(words))]
        pair = pairs[_rank(dice, len(pairs))]
        made += [
            Question("term", (word,)),
            Question("two terms", (word, other)),
            Question("both terms", (word, other)),
            Question("phrase", pair),
            Question("prefix", (word[: dice.randint(3, 5)],)),
            Question("fuzzy", (word[:2] + word[3] + word[2] + word[4:],)),
            Question("field", (dice.choice(titles),)),
            Question("facets", (word,)),
        ]
    return made


def _rank(dice: random.Random, number: int) -> int:
    return min(number - 1, int(number ** dice.random()))
