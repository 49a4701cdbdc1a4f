"""The same thing under another name, style or word: kept apart from conflicts, each named once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.passages import Told, weight
from index.comparison.aligning.stems import stem
from index.comparison.aligning.stopwords import COMMON
from index.comparison.aligning.thesaurus import LANDS, LOOSE
from index.comparison.aligning.tokens import Word
from index.comparison.aligning.words import align_words
from index.comparison.model import Variant
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
_TELLING = 1000  # the weight of words that are not everyday ones
_BESIDE = 4  # words between which two stand beside each other
_ROOT = 5  # letters that words of one root begin with
_CONSONANTS = re.compile(r"[aeiouy]|(.)(?=\1)")
"""What is taken from a word so that its consonants remain, each once where it is doubled."""
_DOER = re.compile(r"(?:[eo]r|ent|ant)s?\Z")
_DEED = re.compile(r"(?:ed|ing)\Z")
_MANNER = re.compile(r"ly\Z")
_LONGEST = 60  # variants listed at most of each kind


class Written(NamedTuple):
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
    found: dict[tuple[str, ...], Written] = {}
    counts: dict[str, int] = {}
    for variant in (*_spellings(a, b), *_in_pairs(a, b, pairs)):
        text_a = a.side.document.text[variant.a.start : variant.a.end].casefold()
        text_b = b.side.document.text[variant.b.start : variant.b.end].casefold()
        key = (variant.kind, *sorted((stem(text_a), stem(text_b))))
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
    kin_a, kin_b = _by_kin(names_a), _by_kin(names_b)
    for word, named in lacking_b.items():
        best = _closest(word, named, kin_b)
        if best is not None:
            yield Written("spelling", named.span, names_b[best].span)
    for word, named in lacking_a.items():
        best = _closest(word, named, kin_a)
        if best is not None:
            yield Written("spelling", names_a[best].span, named.span)


class _NameWord(NamedTuple):
    """A word of a name, where it first stands, of what entity, and the last word of that name."""

    span: Span
    entity: str
    last: str


def _name_words(told: Told) -> dict[str, _NameWord]:
    """The words of names, casefolded."""
    text = told.side.document.text
    words: dict[str, _NameWord] = {}
    for mention in told.mentions:
        if mention.type in _NAMED:
            spans = list(_words_of(mention))
            for span in spans:
                raw = text[slice(*span)]
                if len(raw) >= 4 and raw[0].isupper():
                    last = text[slice(*spans[-1])].casefold() if len(spans) > 1 else ""
                    words.setdefault(raw.casefold().replace("’", "'"), _NameWord(span, mention.entity, last))
    return words


def _words_of(mention: Mention) -> Iterator[Span]:
    at = 0
    for part in mention.text.split():
        at = mention.text.index(part, at)
        yield Span(mention.start + at, mention.start + at + len(part))
        at += len(part)


def _by_kin(names: dict[str, _NameWord]) -> dict[tuple[str, str], list[str]]:
    """The words of names by the entity of the name, and by its last word."""
    kin: dict[tuple[str, str], list[str]] = defaultdict(list)
    for word, named in names.items():
        kin["entity", named.entity].append(word)
        if named.last:
            kin["last", named.last].append(word)
    return kin


def _closest(word: str, named: _NameWord, kin: dict[tuple[str, str], list[str]]) -> str | None:
    """The most alike word in a name of the same entity, or of another with the same last word."""
    best: tuple[float, str] | None = None
    for other in (*kin.get(("entity", named.entity), ()), *kin.get(("last", named.last), ())):
        if other[0] != word[0] or abs(len(other) - len(word)) > 3:
            continue
        alike = ratio(word, other)
        if alike >= _ALIKE and _not_inflected(word, other) and (best is None or (alike, other) > best):
            best = (alike, other)
    return None if best is None else best[1]


def _not_inflected(one: str, other: str) -> bool:
    """Russia and Russian, American and Americans are no spellings of each other."""
    short, long = sorted((one, other), key=len)
    return not (long.startswith(short) and long[len(short) :] in ("s", "n", "an", "ns", "ans", "es", "'s", "’s", "ian"))


def _in_pairs(a: Told, b: Told, pairs: Sequence[Pair]) -> Iterator[Written]:
    """What matched words of aligned sentences differ in.

    Wordings of which one article lacks the other's word tell how the articles differ, and come first; where both use
    both words, one wording of a group is enough.
    """
    stems_a, stems_b = ({w.stem for p in told.passages for w in p.words} for told in (a, b))
    told_of: set[str] = set()
    rest: list[tuple[str, Written]] = []
    for pair in pairs:
        if pair.a.plain == pair.b.plain:
            text_a, text_b = (t.side.document.text[slice(*p.span)] for t, p in ((a, pair.a), (b, pair.b)))
            if text_a == text_b:
                continue
        matched = align_words(pair.a.words, pair.b.words).matched
        telling = [(i, j) for i, j in matched if weight(pair.a.words[i]) >= _TELLING]
        for i, j in matched:
            word_a, word_b = pair.a.words[i], pair.b.words[j]
            variant = _pair_of_words(word_a, word_b)
            if variant is None or (
                variant.kind == "wording" and (_says_both(i, j, pair) or not _in_company(i, j, telling))
            ):
                continue
            if variant.kind == "wording" and word_a.stem in stems_b and word_b.stem in stems_a:
                rest.append((word_a.key, variant))
                continue
            if variant.kind == "wording":
                told_of.add(word_a.key)
            yield variant
    for group, variant in rest:
        if group not in told_of:
            told_of.add(group)
            yield variant


def _says_both(i: int, j: int, pair: Pair) -> bool:
    """Does the other's word stand beside one of the two as well ("sovereignty and territorial integrity")?"""
    a, b = pair.a.words, pair.b.words
    near_a, near_b = a[max(0, i - _BESIDE) : i + _BESIDE + 1], b[max(0, j - _BESIDE) : j + _BESIDE + 1]
    return b[j].stem in {word.stem for word in near_a} or a[i].stem in {word.stem for word in near_b}


def _in_company(i: int, j: int, telling: Sequence[tuple[int, int]]) -> bool:
    """Whether another word that tells something stands beside both words: only then do they name one thing."""
    return any(0 < abs(x - i) <= _BESIDE and 0 < abs(y - j) <= _BESIDE for x, y in telling)


def _one_root(a: Word, b: Word) -> bool:
    """Reduce and reductions, respond and responsibilities, prove and proof: no other word, or no synonym."""
    if a.folded[:_ROOT] == b.folded[:_ROOT] and min(len(a.folded), len(b.folded)) >= _ROOT:
        return True
    return _CONSONANTS.sub("", a.stem).replace("v", "f") == _CONSONANTS.sub("", b.stem).replace("v", "f")


def _other_part(a: Word, b: Word) -> bool:
    """Is one who does it, and the other what is done (leaders, heading; opponents, criticized), or only one of both how
    it is (possibly, potential)?
    """
    return any(
        (_DOER.search(x.folded) and _DEED.search(y.folded))
        or (_MANNER.search(x.folded) and not _MANNER.search(y.folded))
        for x, y in ((a, b), (b, a))
    )


def _pair_of_words(a: Word, b: Word) -> Written | None:
    """Two matched words that are written differently."""
    if a.folded == b.folded and (a.text.replace(".", "") == b.text.replace(".", "") and a.text != b.text):
        return _variant("style", a, b)
    if a.folded == b.folded:
        return None
    if a.kind == b.kind == "number" and a.text.lstrip("0") == b.text.lstrip("0"):
        return None  # 3:40 and 03:40
    if a.kind != "word" or b.kind != "word" or a.key == "percent" or a.key == "not":
        return _variant("style", a, b)
    if a.key.startswith("=·"):
        return _variant("style", a, b) if a.stem[0] == b.stem[0] == "·" else None
    if a.stem != b.stem and a.key.startswith("=") and a.key not in LANDS and a.key not in COMMON and not a.capital:
        return None if _one_root(a, b) or _other_part(a, b) or {a.stem, b.stem} & LOOSE else _variant("wording", a, b)
    if (
        a.stem == b.stem
        and ratio(a.folded, b.folded) >= 85
        and {a.folded.replace("s", "z")} == {b.folded.replace("s", "z")}
    ):
        return _variant("spelling", a, b)
    return None


def _variant(kind: VariantKind, a: Word, b: Word) -> Written:
    return Written(kind, Span(a.start, a.end), Span(b.start, b.end))
