"""One word before one noun: the older sister in one article, the younger sister in the other, wherever both tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from index.comparison.aligning.naming import names_unknown
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Told
from index.comparison.aligning.stems import word_list
from index.comparison.conflicts.findings import Finding, Wording, held_against, most_alike
from index.comparison.conflicts.reading.phrases import content
from index.comparison.model import ConflictKind

_KIN = frozenset(word_list("sister brother sibling daughter son sisters brothers daughters sons cousin half-sister"))
_BODY = frozenset(word_list("arm leg hand foot eye ear lung kidney knee shoulder hip ankle wrist breast side thigh"))
_SIDES = frozenset(word_list("suburb suburbs outskirts coast bank shore province district part half end tower wing"))
_SCALES: tuple[tuple[ConflictKind, dict[str, int], frozenset[str]], ...] = (
    ("participant", {"older": 0, "elder": 0, "oldest": 0, "eldest": 0, "younger": 1, "youngest": 1}, _KIN),
    ("place", {"left": 0, "right": 1}, _BODY),
    (
        "place",
        {"northern": 0, "north": 0, "southern": 1, "south": 1, "eastern": 2, "east": 2, "western": 3, "west": 3},
        _SIDES,
    ),
)
_BY_WORD = {
    word: [(scale, points[word], nouns) for scale, (_, points, nouns) in enumerate(_SCALES) if word in points]
    for _, said, _ in _SCALES
    for word in said
}
"""By each word the scales that it stands on, with its point and the nouns."""
_SHARED = 3  # content words that both sentences have


def other_qualities(a: Told, b: Told) -> Iterator[Finding]:
    """The same noun with words before it that shut each other out; each article has one of them alone."""
    in_a, in_b = _qualified(a), _qualified(b)
    for scale, noun in sorted(in_a.keys() & in_b.keys()):
        mine, theirs = in_a[scale, noun], in_b[scale, noun]
        if len(mine) != 1 or len(theirs) != 1 or mine.keys() == theirs.keys():
            continue
        pairs = [
            (x, y)
            for x in next(iter(mine.values()))
            for y in next(iter(theirs.values()))
            if len(content(x.passage.words) & content(y.passage.words)) > _SHARED
            and not (names_unknown(x.passage, b) and names_unknown(y.passage, a))
        ]
        if pairs:
            kind = _SCALES[scale][0]
            yield held_against(
                kind, "differs", *most_alike(pairs), f"which {noun} it is", 0.55, "They differ on {about}"
            )


@once
def _qualified(told: Told) -> dict[tuple[int, str], dict[int, list[Wording]]]:
    """By scale and noun: the points that the article gives it, with the words that do."""
    found: dict[tuple[int, str], dict[int, list[Wording]]] = defaultdict(lambda: defaultdict(list))
    for passage in told.stated:
        for at, (word, noun) in enumerate(pairwise(passage.words)):
            for scale, point, nouns in _BY_WORD.get(word.folded, ()):
                if noun.folded in nouns:
                    found[scale, noun.folded][point].append(Wording(passage, at, at + 2))
    return found
