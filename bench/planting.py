"""Edits that make an article disagree with itself: each kind a small rule that changes a few words of one sentence.

A rule is given the text, a sentence's place and what the article names, and yields replacements (start, end, words).
Words inside quotation marks stay as they are, but for the kind that is about them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.contradicting import CONTRADICTING
from index.comparison.model import Side
from index.documents.sentences import sentences

Replacement = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Planted:
    """A replacement with its kind, and the sentence that it is in (start, end)."""

    kind: str
    start: int
    end: int
    new: str
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """What an article names: surnames and whole names of people, places, both as they stand in the text."""

    people: tuple[tuple[int, int, str], ...]
    places: tuple[tuple[int, int, str], ...]
    quoted: tuple[tuple[int, int], ...]

    def outside(self, start: int, end: int) -> bool:
        """Do the characters start to end lie outside all quotation marks?"""
        return not any(start < b and a < end for a, b in self.quoted)


_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")


def known(side: Side) -> Known:
    """What an article names and quotes."""
    mentions = side.annotations.mentions
    text = side.document.text
    return Known(
        tuple((m.start, m.end, m.text) for m in mentions if m.type == "PERSON"),
        tuple((m.start, m.end, m.text) for m in mentions if m.type == "PLACE"),
        tuple(m.span() for m in _QUOTED.finditer(text)),
    )


_NOT_AFTER = {"order": "the|a|looked|look|and", "bound": "all|all_over", "extent": "at|not|after|above|of|for"}
_CAUSES = (
    "a fire at the power station",
    "heavy rain on the coast",
    "a strike of the pilots",
    "an error in the accounts",
    "a shortage of nurses",
)
_CAUSED = re.compile(
    r"\b(?:because of|due to|caused by|prompted by|blamed on|attributed to|as a result of)"
    r"\s+([^,.;:()“”\"\n]{4,120})(?=[,.;:])"
)
_BECAUSE = re.compile(r"\bbecause\s+(?!of\b)([^,.;:()“”\"\n]{8,140})(?=[,.;:])")
_OTHER_CAUSES = ("the money had run out", "the courts had ordered it", "the weather was bad", "a machine had failed")
_YEAR = re.compile(r"(?<![\w$,.-])(?:19|20)\d\d(?![\w,-]\d|\d)")
_SPEAKS = r"(?:said|says|told|added|argued|wrote|asked|replied|noted|insisted|warned)"
_QUOTED_VERB = re.compile(r"\b(can|will|would|should|could|is|are|was|do|did|does|have)( not\b|n[’']t\b|(?= [a-z]))")
_MODAL = re.compile(r"\b(?:must|will|may|could|might|should)\b(?= (?!not\b)[a-z])")
_OTHER_MODAL = {"must": "may", "will": "might", "may": "will", "could": "will", "might": "will", "should": "may"}
_SIDES = re.compile(
    r"\b([A-Z][a-z]+)( (?:accused|defeated|criticized|urged|thanked|beat|sued|attacked|endorsed|praised|told|backed) "
    r"(?:(?:Mr|Mrs|Ms|Sen|Rep|Gov|President|Senator)\.? )?)([A-Z][a-z]+)\b"
)
Rule = Callable[[str, int, int, Known, random.Random], Iterator[Replacement]]


def _from_table(kind: str) -> Rule:
    table = CONTRADICTING[kind]
    words = sorted(table, key=len, reverse=True)
    closing = r"(?!\w)" if kind != "party" else r"(?![a-z])"
    found = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + ")" + closing)
    barred = re.compile(rf"\b(?:{_NOT_AFTER.get(kind, 'nothing')}) $")

    def rule(text: str, start: int, end: int, names: Known, _: random.Random) -> Iterator[Replacement]:
        for match in found.finditer(text, start, end):
            if names.outside(*match.span()) and not barred.search(text, start, match.start()):
                yield match.start(), match.end(), table[match[0]]

    return rule


def _cause(text: str, start: int, end: int, names: Known, dice: random.Random) -> Iterator[Replacement]:
    for pattern, others in ((_CAUSED, _CAUSES), (_BECAUSE, _OTHER_CAUSES)):
        for match in pattern.finditer(text, start, end):
            if names.outside(*match.span()):
                yield match.start(1), match.end(1), dice.choice(others)


def _year(text: str, start: int, end: int, names: Known, dice: random.Random) -> Iterator[Replacement]:
    for match in _YEAR.finditer(text, start, end):
        if names.outside(*match.span()):
            yield match.start(), match.end(), str(int(match[0]) - dice.choice((1, 2, 4)))


def _place(text: str, start: int, end: int, names: Known, dice: random.Random) -> Iterator[Replacement]:
    for a, b, name in names.places:
        others = sorted({other for *_, other in names.places if other not in text[start:end] and name not in other})
        within = start <= a and b <= end and re.search(r"\b(?:in|at|near|from|to) $", text[start:a])
        if within and others and names.outside(a, b):
            yield a, b, dice.choice(others)


def _person(text: str, start: int, end: int, names: Known, dice: random.Random, speaks: bool) -> Iterator[Replacement]:
    for a, b, name in names.people:
        if not (start <= a and b <= end) or not names.outside(a, b):
            continue
        after = re.match(rf" {_SPEAKS}\b", text[b : b + 12])
        before = re.search(rf"\b{_SPEAKS} (?:(?:Mr|Mrs|Ms|Sen|Rep|Gov)\. )?$", text[max(start, a - 20) : a])
        if bool(after or before) != speaks:
            continue
        last = name.split()[-1]
        others = sorted({o for *_, o in names.people if len(o.split()) > 1 and o.split()[-1] not in text[start:end]})
        if others:
            other = dice.choice(others)
            yield a, b, other if " " in name and last in name else other.split()[-1]


def _speaker(text: str, start: int, end: int, names: Known, dice: random.Random) -> Iterator[Replacement]:
    yield from _person(text, start, end, names, dice, speaks=True)


def _who(text: str, start: int, end: int, names: Known, dice: random.Random) -> Iterator[Replacement]:
    yield from _person(text, start, end, names, dice, speaks=False)


def _roles(text: str, start: int, end: int, names: Known, _: random.Random) -> Iterator[Replacement]:
    people = {name.split()[-1] for *_, name in names.people}
    for match in _SIDES.finditer(text, start, end):
        if names.outside(*match.span()) and {match[1], match[3]} <= people and match[1] != match[3]:
            yield match.start(), match.end(), match[3] + match[2] + match[1]


def _quoted_denial(text: str, start: int, end: int, names: Known, _: random.Random) -> Iterator[Replacement]:
    for a, b in names.quoted:
        if start <= a and b <= end and len(text[a:b].split()) > 7:
            for match in _QUOTED_VERB.finditer(text, a, b):
                whole = {"can": "can", "will": "will"}.get(match[1], match[1])
                yield match.start(), match.end(), whole if match[2] else f"{whole} not"


def _modal(text: str, start: int, end: int, names: Known, _: random.Random) -> Iterator[Replacement]:
    for match in _MODAL.finditer(text, start, end):
        if names.outside(*match.span()):
            yield match.start(), match.end(), _OTHER_MODAL[match[0]]


RULES: dict[str, Rule] = {kind: _from_table(kind) for kind in CONTRADICTING} | {
    "cause": _cause,
    "year": _year,
    "place": _place,
    "speaker": _speaker,
    "person": _who,
    "roles": _roles,
    "denial inside a quotation": _quoted_denial,
    "modal": _modal,
}
"""Every kind of edit with its rule; "title" is any of these made in the title."""

_SAME = {
    "said": "stated",
    "also": "too",
    "began": "started",
    "large": "big",
    "help": "aid",
    "many": "numerous",
    "quickly": "swiftly",
    "important": "significant",
    "purchase": "buy",
    "often": "frequently",
    "nearly": "almost",
    "about": "roughly",
    "lawyer": "attorney",
    "do not": "don't",
    "did not": "didn't",
    "is not": "isn't",
    " percent": "%",
    "three": "3",
    "four": "4",
    "five": "5",
    "critics": "opponents",
    "show": "reveal",
    "get": "obtain",
    "children": "kids",
    "ended": "finished",
    "however": "nevertheless",
    "because of": "owing to",
    "several": "a number of",
    "talks": "discussions",
    "choose": "select",
    "told reporters": "said to reporters",
    "in order to": "to",
}
_SAME_WORDS = re.compile(
    r"(?<![\w’'-])(?:" + "|".join(sorted(map(re.escape, _SAME), key=len, reverse=True)) + r")(?!\w)"
)
_ASIDE = re.compile(r", [^,;:“”\"\n—–-]{12,120}(?=[,.](?:\s|$))|\b[a-z]{3,}ly (?=[a-z])")
_KEPT_WORDS = 8
_FRAMES = ("It was reported that ", "In the end, as is now known, ", "By all accounts ")


def reworded(text: str, start: int, end: int, names: Known, dice: random.Random, share: float) -> Iterator[Replacement]:
    """Other words for the same, in a `share` of the places where there are such."""
    for match in _SAME_WORDS.finditer(text, start, end):
        if names.outside(*match.span()) and dice.random() < share:
            yield match.start(), match.end(), _SAME[match[0]]


def told_far(text: str, edit: Planted, names: Known, dice: random.Random) -> Iterator[Replacement]:
    """Changes that leave the edit and take away asides and adverbs of its sentence, or put a few words before it."""
    start, end = edit.sentence
    left = len(text[start:end].split())
    for match in _ASIDE.finditer(text, start, end):
        count = len(match[0].split())
        clear = match.end() <= edit.start or match.start() >= edit.end
        if clear and names.outside(*match.span()) and left - count >= _KEPT_WORDS and match.start() > start:
            left -= count
            yield match.start(), match.end(), ""
    if re.match(r"(?:The|A|An|In|On|It|He|She|They|But|And|As|After|At) ", text[start : start + 6]):
        yield start, start + 1, dice.choice(_FRAMES) + text[start].lower()


def plant(side: Side, dice: random.Random, most: int, kinds: dict[str, int]) -> list[Planted]:
    """Up to `most` edits in different sentences, those kinds first that `kinds` counts least; `kinds` is kept."""
    text, names = side.document.text, known(side)
    bounds = [s for s in sentences(side.document) if s.kind in ("paragraph", "quote") and s.role != "question"]
    begin = side.document.title_start()
    planted: list[Planted] = []
    if begin >= 0:
        planted += _titled(text, begin, begin + len(side.document.title), names, dice, kinds)
    taken: set[int] = set()
    order = list(range(len(bounds)))
    dice.shuffle(order)
    for kind in sorted(RULES, key=lambda k: (kinds.get(k, 0), k)):
        if len(planted) >= most:
            break
        for at in order:
            start, end = bounds[at].start, bounds[at].end
            found = next(RULES[kind](text, start, end, names, dice), None) if at not in taken else None
            if found is not None and text[found[0] : found[1]] != found[2]:
                taken.add(at)
                kinds[kind] = kinds.get(kind, 0) + 1
                planted.append(Planted(kind, *found, (start, end)))
                break
    return planted


def _titled(
    text: str, start: int, end: int, names: Known, dice: random.Random, kinds: dict[str, int]
) -> Iterator[Planted]:
    for kind in ("decision", "outcome", "direction", "fate", "denial", "party", "relation", "place", "person"):
        found = next(RULES[kind](text, start, end, names, dice), None)
        if found is not None:
            kinds["title"] = kinds.get("title", 0) + 1
            yield Planted("title", *found, (start, end))
            return
