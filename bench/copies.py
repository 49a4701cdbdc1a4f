"""How much of a story that was edited, and given another headline, is still seen as copied.

A share of its words is exchanged, dropped or doubled by a foreign one; or of its sentences, dropped or exchanged for
another article's; or both, half as many of each.  Beside them stand pairs of articles as they are, which are one voice
only where the folder holds copies already.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from index.comparison.aligning.passages import Told, told
from index.comparison.matrix.reuse import ONE_VOICE, reuse
from index.comparison.model import Side
from index.documents.load import load_bytes
from index.documents.model import Document
from index.documents.sentences import sentences
from index.entities.model import Annotations
from index.entities.recognise import recognise

SHARES = (0.05, 0.1, 0.2, 0.4)
_AS_THEY_ARE = 400
"""Pairs of articles as they are, at most."""
_WORDS = 80
"""Words of an article that is edited, at least."""
_EXCHANGED = 0.6
"""Of the sentences that are edited, those that another takes the place of."""

Text = list[list[str]]
"""Paragraphs of sentences."""


def measure(documents: Sequence[Document], chance: random.Random) -> tuple[str, list[dict[str, object]]]:
    """A table for people, and the same figures: a row a kind of edit, with the shares that are seen as copied."""
    texts = [text_of(document) for document in documents]
    vocabulary = sorted({word for text in texts for part in text for one in part for word in one.split()})
    foreign = [word for word in vocabulary if word.islower()]
    originals = [_told(document.title, text) for document, text in zip(documents, texts, strict=True)]
    rows = []
    for name, edit in _EDITS.items():
        for share in SHARES:
            seen = []
            for number, text in enumerate(texts):
                if sum(len(one.split()) for part in text for one in part) < _WORDS:
                    continue
                other = (number + 1) % len(texts)
                changed = edit(text, texts[other], share, foreign, chance)
                seen.append(_copied(originals[number], _told(documents[other].title, changed)))
            rows.append(_row(f"{name}, {share:.0%}", seen))
    pairs = list(combinations(range(len(texts)), 2))
    chance.shuffle(pairs)
    rows.append(_row("as they are", [_copied(originals[i], originals[j]) for i, j in pairs[:_AS_THEY_ARE]]))
    lines = [f"{'changed':16}{'pairs':>6}{'least':>7}{'middle':>8}{'most':>7}{'one voice':>11}"]
    lines += [
        f"{r['changed']:16}{r['pairs']:>6}{r['least']:>7.2f}{r['middle']:>8.2f}{r['most']:>7.2f}{r['one_voice']:>11}"
        for r in rows
    ]
    return "\n".join(lines), rows


def _row(name: str, seen: Sequence[float]) -> dict[str, object]:
    least, middle, most = (min(seen), statistics.median(seen), max(seen)) if seen else (0.0, 0.0, 0.0)
    voices = sum(share >= ONE_VOICE for share in seen)
    return {
        "changed": name,
        "pairs": len(seen),
        "least": round(least, 4),
        "middle": round(middle, 4),
        "most": round(most, 4),
        "one_voice": voices,
    }


def text_of(document: Document) -> Text:
    """What an article tells, without its headings."""
    paragraphs: dict[int, list[str]] = {}
    for sentence in sentences(document):
        if sentence.kind == "paragraph":
            told_here = " ".join(document.text[sentence.start : sentence.end].split())
            paragraphs.setdefault(sentence.block, []).append(told_here)
    return list(paragraphs.values())


def _told(title: str, text: Text) -> Told:
    written = "\n\n".join([title or "Untitled", *(" ".join(part) for part in text)]) + "\n"
    document = load_bytes(written.encode(), "article.txt")
    found = recognise(document)
    return told(Side(document, Annotations(document.path, found.mentions, found.entities, found.quotes)))


def _copied(one: Told, other: Told) -> float:
    found = reuse([one, other])
    return found[0].share if found else 0.0


def _words(text: Text, other: Text, share: float, foreign: Sequence[str], chance: random.Random) -> Text:
    return [[reworded(sentence, share, foreign, chance) for sentence in part] for part in text]


def reworded(sentence: str, share: float, foreign: Sequence[str], chance: random.Random) -> str:
    """A sentence with a share of its words exchanged (half of them), dropped, or followed by a foreign one."""

    def edited() -> Iterator[str]:
        for word in sentence.split():
            edit = chance.choices(("exchange", "drop", "add"), (2, 1, 1))[0] if chance.random() < share else ""
            if edit in ("", "add"):
                yield word
            if edit in ("exchange", "add"):
                yield chance.choice(foreign)

    return " ".join(edited())


def _sentences(text: Text, other: Text, share: float, foreign: Sequence[str], chance: random.Random) -> Text:
    """A share of the sentences dropped, or exchanged for one of another article."""
    pool = [sentence for part in other for sentence in part] or [""]

    def edited(part: Sequence[str]) -> Iterator[str]:
        for sentence in part:
            if chance.random() >= share:
                yield sentence
            elif chance.random() < _EXCHANGED:
                yield chance.choice(pool)

    return [part for part in map(list, map(edited, text)) if part]


def _both(text: Text, other: Text, share: float, foreign: Sequence[str], chance: random.Random) -> Text:
    worded = _words(text, other, share / 2, foreign, chance)
    return _sentences(worded, other, share / 2, foreign, chance)


Edit = Callable[[Text, Text, float, Sequence[str], random.Random], Text]
_EDITS: dict[str, Edit] = {"words": _words, "sentences": _sentences, "both": _both}
