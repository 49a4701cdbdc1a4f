"""Key words: what the articles found say more, or less, often than the other articles.

Keyness is the log-likelihood of Rayson and Garside (2000) over the two parts of the corpus; how great the difference is
tells the log ratio (Hardie 2014), which log-likelihood, a measure of how sure it is, does not.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.search.folding import tokens

MOST_ARTICLES = 2_000
"""Articles, the best ones, whose words are counted."""
MOST_WORDS = 5_000
"""Words, the commonest of these articles, that are compared."""
SURE = 6.63
"""Log-likelihood from which a difference is no chance (p < 0.01)."""


@dataclass(frozen=True, slots=True)
class KeyWord:
    """A folded form, how often it stands in the articles found and in the others, its keyness, and the binary logarithm
    of how many times more often it stands in those found (negative: less often).
    """

    form: str
    inside: int
    outside: int
    likelihood: float
    ratio: float


@dataclass(frozen=True, slots=True)
class KeyWords:
    """The words of the best `looked` of `total` articles that answer `query`, most key first.

    `inside` and `outside` are the words counted in these articles and in all others.
    """

    query: str
    total: int
    looked: int
    inside: int
    outside: int
    words: tuple[KeyWord, ...]


def log_likelihood(a: int, b: int, c: int, d: int) -> float:
    """How sure it is that a word, which stands `a` times among `c` words and `b` times among `d`, is not equally
    frequent in both (Rayson and Garside 2000); 0 where it is.
    """
    both = c + d
    if not both:
        return 0.0
    expected = c * (a + b) / both, d * (a + b) / both
    pairs = zip((a, b), expected, strict=True)
    return max(0.0, 2 * sum(seen * math.log(seen / likely) for seen, likely in pairs if seen and likely))


def log_ratio(a: int, b: int, c: int, d: int) -> float:
    """The binary logarithm of how many times more frequent the word is in the first part; half an occurrence stands for
    none.
    """
    return math.log2(((a or 0.5) / c) / ((b or 0.5) / d)) if c and d else 0.0


def counted(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """How often each form stands in texts, and their length in words; as the index counts them."""
    counts: Counter[str] = Counter()
    length = 0
    for text in texts:
        last = -1
        for token in tokens(text):
            counts[token.form] += 1
            last = max(last, token.position)
        length += last + 1
    return counts, length


def key_words(counts: Mapping[str, int], inside: int, whole: Mapping[str, int], words: int) -> tuple[KeyWord, ...]:
    """The words in the order of their keyness.

    `counts` is how often they stand among the `inside` words looked at, `whole` among all `words` of the corpus.
    """
    outside = max(0, words - inside)
    found = []
    for form, a in counts.items():
        if form in whole:
            b = max(0, whole[form] - a)
            args = a, b, inside, outside
            found.append(KeyWord(form, a, b, log_likelihood(*args), log_ratio(*args)))
    return tuple(sorted(found, key=lambda word: (-word.likelihood, -word.inside, word.form)))
