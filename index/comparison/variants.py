"""The same thing under another name, style or word: kept apart from conflicts, each named once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.fuzz import ratio

from index.comparison.alignment import Pair
from index.comparison.model import Variant
from index.comparison.passages import Told
from index.comparison.tokens import Word
from index.comparison.words import align_words
from index.documents.model import Span
from index.entities.model import Mention

VariantKind = Literal["spelling", "style", "wording"]

_SENTENCES: dict[VariantKind, str] = {
    "spelling": "A spells it “{}”, B “{}”.",
    "style": "A writes “{}”, B “{}”, which is the same.",
    "wording": "A says “{}” where B says “{}”.",
}
_NAMED = frozenset({"PERSON", "ORG", "PLACE", "GROUP"})
_ALIKE = 75.0
_LONGEST = 60  # variants listed at most of each kind


@dataclass(frozen=True, slots=True)
class Written:
    """The same thing written in two ways, before it is put into words."""

    kind: VariantKind
    a: Span
    b: Span

    def turned(self) -> Written:
        """The same with A and B exchanged."""
        return Written(self.kind, self.b, self.a)


def told_variant(written: Written, text_a: str, text_b: str) -> Variant:
    """The variant with one plain sentence."""
    said_a, said_b = text_a[slice(*written.a)], text_b[slice(*written.b)]
    return Variant(written.kind, written.a, written.b, _SENTENCES[written.kind].format(said_a, said_b))


def variants(a: Told, b: Told, pairs: Sequence[Pair]) -> tuple[Written, ...]:
    """Spellings of names over the whole articles, styles and words inside aligned sentences."""
    found: dict[tuple[str, str, str], Written] = {}
    counts: dict[str, int] = {}
    for variant in (*_spellings(a, b), *_in_pairs(a, b, pairs)):
        text_a = a.side.document.text[variant.a.start : variant.a.end].casefold()
        text_b = b.side.document.text[variant.b.start : variant.b.end].casefold()
        key = (variant.kind, text_a, text_b)
        if key not in found and counts.get(variant.kind, 0) < _LONGEST:
            found[key] = variant
            counts[variant.kind] = counts.get(variant.kind, 0) + 1
    return tuple(found.values())


def _spellings(a: Told, b: Told) -> Iterator[Written]:
    """Names of one entity, alike but not equal, where an article uses a spelling that the other lacks."""
    names_a, names_b = _name_words(a), _name_words(b)
    lacking_b = {word: place for word, place in names_a.items() if word not in names_b}
    lacking_a = {word: place for word, place in names_b.items() if word not in names_a}
    if len(lacking_a) * len(names_a) > 4_000_000 or len(lacking_b) * len(names_b) > 4_000_000:
        return
    for word, (span, entity) in lacking_b.items():
        best = _closest(word, entity, names_b)
        if best is not None:
            yield Written("spelling", span, best)
    for word, (span, entity) in lacking_a.items():
        best = _closest(word, entity, names_a)
        if best is not None:
            yield Written("spelling", best, span)


def _name_words(told: Told) -> dict[str, tuple[Span, str]]:
    """The words of names, casefolded, each with its first place and its entity."""
    words: dict[str, tuple[Span, str]] = {}
    for mention in told.mentions:
        if mention.type in _NAMED:
            for word in _words_of(mention):
                raw = told.side.document.text[slice(*word)]
                if len(raw) >= 4 and raw[0].isupper():
                    words.setdefault(raw.casefold(), (word, mention.entity))
    return words


def _words_of(mention: Mention) -> Iterator[Span]:
    at = 0
    for part in mention.text.split():
        at = mention.text.index(part, at)
        yield Span(mention.start + at, mention.start + at + len(part))
        at += len(part)


def _closest(word: str, entity: str, others: dict[str, tuple[Span, str]]) -> Span | None:
    """The most alike word of a name of the same entity; of any entity only when hardly a letter differs."""
    best: tuple[float, str] | None = None
    for other, (_, entity_of_other) in others.items():
        if other[0] != word[0] or abs(len(other) - len(word)) > 3:
            continue
        needed = _ALIKE if entity == entity_of_other else 101.0
        alike = ratio(word, other)
        if alike >= needed and _not_inflected(word, other) and (best is None or (alike, other) > best):
            best = (alike, other)
    return None if best is None else others[best[1]][0]


def _not_inflected(one: str, other: str) -> bool:
    """Russia and Russian, American and Americans are no spellings of each other."""
    short, long = sorted((one, other), key=len)
    return not (long.startswith(short) and long[len(short) :] in ("s", "n", "an", "ns", "ans", "es", "'s", "’s", "ian"))


def _in_pairs(a: Told, b: Told, pairs: Sequence[Pair]) -> Iterator[Written]:
    for pair in pairs:
        if pair.a.plain == pair.b.plain:
            text_a, text_b = (t.side.document.text[slice(*p.span)] for t, p in ((a, pair.a), (b, pair.b)))
            if text_a == text_b:
                continue
        for i, j in align_words(pair.a.words, pair.b.words).matched:
            variant = _pair_of_words(pair.a.words[i], pair.b.words[j])
            if variant is not None:
                yield variant


def _pair_of_words(a: Word, b: Word) -> Written | None:
    """Two matched words that are written differently."""
    if a.folded == b.folded and (a.text.replace(".", "") == b.text.replace(".", "") and a.text != b.text):
        return _variant("style", a, b)
    if a.folded == b.folded:
        return None
    if a.kind != "word" or b.kind != "word" or a.key == "percent" or a.key == "not":
        return _variant("style", a, b)
    if a.stem != b.stem and a.key.startswith("="):
        return _variant("wording", a, b)
    if (
        a.stem == b.stem
        and ratio(a.folded, b.folded) >= 85
        and {a.folded.replace("s", "z")} == {b.folded.replace("s", "z")}
    ):
        return _variant("spelling", a, b)
    return None


def _variant(kind: VariantKind, a: Word, b: Word) -> Written:
    return Written(kind, Span(a.start, a.end), Span(b.start, b.end))
