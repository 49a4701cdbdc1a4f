"""How many planted disagreements are found: articles against copies of them in which a few words were changed.

Every kind of edit is counted apart.  B is a copy of A with the edits, and in all its sentences some words are put in
others that say the same; what is reported where nothing was edited is a false alarm.  Beside the recall in such copies
(`near`) stands that in copies with twice as many other words, whose edited sentences lost their asides or are told in a
frame of a few words more (`far`).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.planting import Planted, Replacement, known, plant, reworded, told_far
from index.comparison.compare import compare
from index.comparison.model import Comparison, Side
from index.documents.load import load, load_bytes
from index.documents.scan import scan
from index.documents.sentences import sentences
from index.entities.recognise import recognise
from index.entities.resolving.resolve import Resolver

ARTICLES, EDITS = 50, 24
"""Articles of a folder at most, and edits of one."""
_OTHER_WORDS = 0.5


@dataclass(slots=True)
class Score:
    """Planted and found edits by kind, false alarms, and articles."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false: int = 0
    articles: int = 0
    shown: list[str] = field(default_factory=list)

    def payload(self) -> dict[str, object]:
        """The score as a JSON object."""
        kinds = {kind: [self.found[kind], self.planted[kind]] for kind in sorted(self.planted)}
        total, found = sum(self.planted.values()), sum(self.found.values())
        return {
            "articles": self.articles,
            "planted": total,
            "recall": round(found / total, 3) if total else None,
            "false_alarms": self.false,
            "kinds": kinds,
        }


def measure(folder: Path, seed: int, count: int, most: int, far: bool = False) -> Score:
    """Up to `count` articles of a folder, chosen by the seed, with up to `most` edits each, told `far` or near."""
    dice = random.Random(seed)
    files = list(scan(folder).files)
    chosen = sorted(dice.sample(files, min(count, len(files))), key=lambda f: f.path)
    score = Score()
    kinds: dict[str, int] = {}
    for file in chosen:
        document = load(file)
        a = _sides([document.text], file.path)[0]
        edits = plant(a, dice, most, kinds)
        b_text, moved = _copy(a, edits, dice, far)
        a, b = _sides([a.document.text, b_text], file.path)
        if edits and a.document.text == document.text and b.document.text == b_text:
            _count(score, compare(a, b), edits, moved, a, b)
    return score


def _sides(texts: Sequence[str], path: str) -> list[Side]:
    resolver = Resolver()
    documents = [load_bytes(text.encode(), f"{n}-{Path(path).stem}.txt") for n, text in enumerate(texts)]
    for document in documents:
        resolver.add(document.path, recognise(document))
    return [Side(document, resolver.annotations(document.path)) for document in documents]


def _copy(a: Side, edits: Sequence[Planted], dice: random.Random, far: bool) -> tuple[str, Moved]:
    """The text of B, and how places of A's text moved in it."""
    text, names = a.document.text, known(a)
    replaced: list[Replacement] = [(e.start, e.end, e.new) for e in edits]
    others = [change for e in edits if far and e.kind != "title" for change in told_far(text, e, names, dice)]
    for one in sentences(a.document):
        if one.kind == "paragraph":
            others += reworded(text, one.start, one.end, names, dice, 1.0 if far else _OTHER_WORDS)
    for other in others:
        if not any(other[0] < end and start < other[1] for start, end, _ in replaced):
            replaced.append(other)
    replaced.sort()
    parts, at = [], 0
    for start, end, new in replaced:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]]), Moved(tuple(replaced))


@dataclass(frozen=True, slots=True)
class Moved:
    """Carries a place of A's text to B's."""

    replaced: tuple[Replacement, ...]

    def __call__(self, place: int) -> int:
        return place + sum(len(new) - (end - start) for start, end, new in self.replaced if end <= place)


def _count(score: Score, compared: Comparison, edits: Sequence[Planted], moved: Moved, a: Side, b: Side) -> None:
    score.articles += 1
    explained: set[int] = set()
    for edit in edits:
        (start, end), in_b = edit.sentence, (moved(edit.sentence[0]), moved(edit.sentence[1]))
        hits = [
            n
            for n, c in enumerate(compared.conflicts)
            if (start <= c.a.start < end and in_b[0] <= c.b.start < in_b[1])
            or (edit.kind == "title" and (start <= c.a.start < end or in_b[0] <= c.b.start < in_b[1]))
        ]
        explained.update(hits)
        score.planted[edit.kind] += 1
        score.found[edit.kind] += bool(hits)
        if not hits:
            told = " ".join(a.document.text[start:end].split())
            score.shown.append(
                f"missed {edit.kind}: {a.document.text[edit.start : edit.end]!r} -> {edit.new!r} in {told}"
            )
    for n, conflict in enumerate(compared.conflicts):
        if n not in explained:
            score.false += 1
            score.shown.append(f"false {conflict.explanation}")


def table(score: Score, told: str) -> str:
    """The recall by kind, for people; `told` says how far the copies are."""
    lines = [f"planted in copies that are told {told}"]
    lines += [f"{kind:28}{score.found[kind]:5} of {n:4}" for kind, n in sorted(score.planted.items())]
    total, found = sum(score.planted.values()), sum(score.found.values())
    share = f"{found / total:.2f}" if total else "-"
    return "\n".join(
        [*lines, f"{'all':28}{found:5} of {total:4}   {share}; {score.false} false in {score.articles} articles"]
    )
