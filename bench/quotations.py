"""What is said of quotations that were edited: cut, put in other words, given to someone else, or led in otherwise.

Quotations of the form “…,” NAME said are edited in a copy of their article, up to four in each, and both are compared.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.comparison.compare import compare
from index.comparison.model import Side
from index.documents.load import load_bytes
from index.documents.model import Document
from index.entities.recognise import recognise
from index.entities.resolving.resolve import Resolver

LABELS = ("identical", "truncated", "paraphrased", "reattributed")
_QUOTED = re.compile(
    r"[“\"](?P<words>[^“”\"\n]{25,400}?),?[”\"],? (?P<name>(?:[A-Z][\w.'’-]+ ?){1,3}) (?:said|told|added|wrote)\b"
)
_A_COPY = 4  # quotations that are edited in one
_SHORTEST = 8  # words of a quotation that is edited
_BESIDE = 250  # characters beside a quotation in which another speaker must not be named
_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "him", "them", "this", "i"])


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation: its words, who says them, who else is named elsewhere in the article, and words of the article."""

    words: tuple[str, ...]
    name: str
    others: tuple[str, ...]
    vocabulary: tuple[str, ...]


def measure(documents: Sequence[Document], chance: random.Random) -> tuple[str, list[dict[str, object]]]:
    """A table for people, and the same figures: what was done against what is said to have been done."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for document in documents:
        planted = _planted(document, chance)
        if planted is None:
            continue
        changed, edits = planted
        told = compare(*_sides(document.text, changed)).quotes
        for start, end, edit, label in edits:
            kinds = {q.kind for q in told if q.a.start < end and start < q.a.end}
            seen[edit, label, kinds.pop() if len(kinds) == 1 else "mixed" if kinds else "none"] += 1
    rows = []
    for label in LABELS:
        right = sum(n for (_, gold, said), n in seen.items() if gold == said == label)
        edits_of = sum(n for (_, gold, _), n in seen.items() if gold == label)
        said_of = sum(n for (_, _, said), n in seen.items() if said == label)
        row: dict[str, object] = {"kind": label, "edits": edits_of}
        row["precision"] = round(right / said_of, 4) if said_of else 0.0
        row["recall"] = round(right / edits_of, 4) if edits_of else 0.0
        row["missed"] = dict(Counter({e: n for (e, gold, said), n in seen.items() if gold == label != said}))
        rows.append(row)
    lines = [f"{'kind':14}{'edits':>6}{'precision':>11}{'recall':>8}  missed"]
    lines += [
        f"{r['kind']:14}{r['edits']:>6}{r['precision']:>11.2f}{r['recall']:>8.2f}  {r['missed'] or ''}" for r in rows
    ]
    return "\n".join(lines), rows


def _sides(*texts: str) -> list[Side]:
    documents = [load_bytes(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]
    resolver = Resolver()
    for document in documents:
        resolver.add(document.path, recognise(document))
    return [Side(document, resolver.annotations(document.path)) for document in documents]


def _planted(document: Document, chance: random.Random) -> tuple[str, list[tuple[int, int, str, str]]] | None:
    """The text of a copy, and of each edited quotation its place in the article, the edit and what it amounts to."""
    text = document.text
    people = sorted({m.text for m in recognise(document).mentions if m.type == "PERSON" and " " in m.text})
    surnames = {person.split()[-1] for person in people}
    vocabulary = tuple(sorted({word for word in text.split() if word.isalpha() and word.islower() and len(word) > 3}))
    found = [
        match
        for match in _QUOTED.finditer(text)
        if match["name"].split()[-1] in surnames and len(match["words"].split()) >= _SHORTEST
    ]
    if not found or not vocabulary:
        return None
    chosen = sorted(chance.sample(found, min(_A_COPY, len(found))), key=lambda match: -match.start())
    edits = []
    for match in chosen:
        near = document.text[max(0, match.start() - _BESIDE) : match.end() + _BESIDE]
        others = tuple(person for person in people if person.split()[-1] not in near)
        quoted = _Quoted(tuple(match["words"].split()), match["name"], others, vocabulary)
        name = chance.choice(list(_EDITS))
        label, edit = _EDITS[name]
        written = edit(quoted, chance)
        if written is not None:
            text = text[: match.start()] + written + text[match.end() :]
            edits.append((match.start("words"), match.end("words"), name, label))
    return (text, edits) if edits else None


def _said(words: Sequence[str], name: str, verb: str = "said") -> str:
    return f"“{' '.join(words).rstrip(',;:')},” {name} {verb}"


def _interrupted(q: _Quoted, chance: random.Random) -> str:
    half = len(q.words) // 2
    return f"“{' '.join(q.words[:half]).rstrip('.,;:')},” {q.name} said, “{' '.join(q.words[half:])}.”"


def _bracketed(q: _Quoted, chance: random.Random) -> str | None:
    places = [at for at, word in enumerate(q.words) if word.lower() in _PRONOUNS]
    if not places:
        return None
    at = chance.choice(places)
    return _said([*q.words[:at], "[the committee]", *q.words[at + 1 :]], q.name)


def _fragment(q: _Quoted, chance: random.Random) -> str:
    at = chance.randrange(len(q.words) - 4)
    return f"{q.name} called it “{' '.join(q.words[at : at + 4]).strip('.,;:')}” when asked"


def _ellipsis(q: _Quoted, chance: random.Random) -> str:
    first, last = len(q.words) // 3, int(len(q.words) * 0.7)
    return _said([*q.words[:first], chance.choice(("...", "…", "[...]")), *q.words[last:]], q.name)


def _in_other_words(q: _Quoted, chance: random.Random) -> str:
    places = set(chance.sample(range(1, len(q.words) - 1), max(2, len(q.words) // 4)))
    return _said([chance.choice(q.vocabulary) if at in places else word for at, word in enumerate(q.words)], q.name)


_EDITS: dict[str, tuple[str, Callable[[_Quoted, random.Random], str | None]]] = {
    "as it is": ("identical", lambda q, chance: _said(q.words, q.name)),
    "another verb": ("identical", lambda q, chance: _said(q.words, q.name, chance.choice(("stated", "remarked")))),
    "speaker first": ("identical", lambda q, chance: f"{q.name} said: “{' '.join(q.words)}.”"),
    "interrupted": ("identical", _interrupted),
    "brackets": ("identical", _bracketed),
    "end cut": ("truncated", lambda q, chance: _said(q.words[: max(4, int(len(q.words) * 0.6))], q.name)),
    "beginning cut": ("truncated", lambda q, chance: _said(q.words[max(2, int(len(q.words) * 0.35)) :], q.name)),
    "ellipsis": ("truncated", _ellipsis),
    "fragment": ("truncated", _fragment),
    "other words": ("paraphrased", _in_other_words),
    "another speaker": (
        "reattributed",
        lambda q, chance: _said(q.words, chance.choice(q.others)) if q.others else None,
    ),
}
