"""What the coverage matrix says that an article leaves out, where a script left it out.

Of each article three versions are made, each with a share of its words exchanged, dropped or doubled by a foreign one,
and its paragraphs in another order; from one of them a fifth of the sentences is dropped.  A dropped sentence is found
where a hole of that version, told by both others, cites its counterpart; a hole that cites no such counterpart is
false: the article does report it.  (Versions of one article may be one voice; so those who tell it are counted.)
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from bench.copies import Text, reworded, text_of
from index.comparison.matrix.coverage_matrix import matrix
from index.comparison.matrix.holes import holes
from index.comparison.model import Side
from index.documents.load import load_bytes
from index.documents.model import Document
from index.entities.model import Annotations
from index.entities.recognise import recognise

SHARES = (0.1, 0.2, 0.4, 0.6)
_VERSIONS = 3
_DROPPED = 0.2
_SENTENCES = range(10, 60)
"""Sentences of an article that takes part."""
_WORDS = 6
"""Words of a sentence that is dropped, at least."""


def measure(documents: Sequence[Document], chance: random.Random) -> tuple[str, list[dict[str, object]]]:
    """A table for people, and the same figures: a row a share of changed words."""
    texts = [text for text in map(text_of, documents) if sum(map(len, text)) in _SENTENCES]
    foreign = sorted({w for text in texts for part in text for one in part for w in one.split() if w.islower()})
    rows: list[dict[str, object]] = []
    for share in SHARES:
        dropped = found = told = right = 0
        for text in texts:
            one = _judged(text, share, foreign, chance)
            dropped, found, told, right = (x + y for x, y in zip((dropped, found, told, right), one, strict=True))
        rows.append({"changed": f"{share:.0%}", "dropped": dropped, "found": found, "holes": told, "right": right})
    lines = [f"{'words changed':16}{'dropped':>8}{'found':>7}{'holes':>7}{'right':>7}"]
    lines += [f"{r['changed']:16}{r['dropped']:>8}{r['found']:>7}{r['holes']:>7}{r['right']:>7}" for r in rows]
    return "\n".join(lines), rows


def _judged(text: Text, share: float, foreign: Sequence[str], chance: random.Random) -> tuple[int, int, int, int]:
    """Sentences that were dropped, those found, holes, and those of them that are right."""
    numbered = [(number, one) for number, one in enumerate(one for part in text for one in part)]
    eligible = [number for number, one in numbered if len(one.split()) >= _WORDS]
    dropped = set(chance.sample(eligible, min(len(eligible), round(_DROPPED * len(numbered)))))
    written = []
    for version in range(_VERSIONS):
        kept = [(number, one) for number, one in numbered if version or number not in dropped]
        cut = chance.randrange(len(kept))
        turned = [(number, _ended(reworded(one, share, foreign, chance))) for number, one in (*kept[cut:], *kept[:cut])]
        written.append([(number, one) for number, one in turned if one])
    sides = [_side([one for _, one in version], f"{place}.txt") for place, version in enumerate(written)]
    lines = [_lines([number for number, _ in version], side) for version, side in zip(written, sides, strict=True)]
    cited = [
        {lines[source.column].get(source.span.start, -1) for source in hole.sources}
        for hole in holes(matrix(sides), 0, 1)
        if len(hole.sources) > 1
    ]
    return (
        len(dropped),
        len(dropped & {number for numbers in cited for number in numbers}),
        len(cited),
        sum(bool(numbers & dropped) for numbers in cited),
    )


def _ended(words: str) -> str:
    """Words as a sentence that ends."""
    bare = words.rstrip(".,;")
    return f"{bare}." if bare and bare[-1] not in '!?”"' else bare


def _side(told: Sequence[str], path: str) -> Side:
    """An article with each sentence in a paragraph of its own, so that the edits cannot join two."""
    document = load_bytes(("Untitled\n\n" + "\n\n".join(told) + "\n").encode(), path)
    found = recognise(document)
    return Side(document, Annotations(document.path, found.mentions, found.entities, found.quotes))


def _lines(numbers: Sequence[int], side: Side) -> dict[int, int]:
    """For the places at which paragraphs begin, the number of the sentence that they were made of."""
    told = [block for block in side.document.blocks if block.role != "title"]
    return {block.start: number for block, number in zip(told, numbers, strict=False)}
