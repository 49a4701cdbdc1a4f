"""The formula by which hits are ranked: BM25 over text and title together (BM25F: Robertson, Zaragoza and Taylor 2004).

Constants were chosen on several judged collections at once; `docs/performance.md` has the figures.
"""

from __future__ import annotations

import math

K1 = 1.4
B = 0.7
TITLE_WEIGHT = 1.5
"""How many occurrences in the text one in the title is worth, besides those that the title has in the text."""


def norm(length: int, mean: float) -> float:
    """BM25's norm of a document of so many words, where documents have `mean` of them."""
    return K1 * (1 - B + B * length / mean)


def rarity(documents: int, articles: int) -> float:
    """The weight of a term that `documents` of `articles` have (inverse document frequency, always positive)."""
    return math.log(1 + (articles - documents + 0.5) / (documents + 0.5))
