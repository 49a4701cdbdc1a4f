"""The sentences of an article that are compared, with what is in them: words, names, quotations, what each weighs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from index.comparison.aligning.attribution import attribution
from index.comparison.aligning.dateline import begins
from index.comparison.aligning.quotation import Quotation, quotations
from index.comparison.aligning.stopwords import COMMON, FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word, tokenize
from index.comparison.model import Side
from index.documents.model import Span
from index.documents.sentences import sentences
from index.entities.model import Mention
from index.entities.quoting.pronouns import Speakers

_TOLD = frozenset({"paragraph", "list_item", "table", "quote"})
_OPENING = 2  # sentences one of which may begin with a dateline
_SAYS_WHO = 0.2  # of its weight a word keeps that only tells who says the sentence
EVERYDAY = 400
"""What an everyday word or a land weighs."""
_PIECE = re.compile(r"\w+")
_LABEL_WORDS = 8  # a table cell or list item of fewer words that ends without a full stop is a label, not a sentence


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence told: its words, the weight of each key in it, pieces of its words, and the people it names in order.

    `mass` is the sum of the weights, `order` counts passages from 0, sentences that read the same have one `plain`.
    `forms` are its folded words, and the pieces of those that have several, `stems` their stems: a rule looks there
    first whether a sentence may concern it.
    """

    order: int
    span: Span
    words: tuple[Word, ...]
    weights: dict[str, int]
    mass: int
    grams: frozenset[str]
    people: tuple[str, ...]
    plain: str
    forms: frozenset[str]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """One article: passages in order, quotations, who speaks in them, and mentions by their starts.

    `title` is no passage among the others: nothing is aligned with it, but what it states is held against the other
    article.  Its order is -1.
    """

    side: Side
    passages: tuple[Passage, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    speakers: Speakers = field(compare=False)
    title: Passage | None = None
    kept: dict[object, object] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `once` keeps of it."""

    @property
    def stated(self) -> tuple[Passage, ...]:
        """The passages and the title after them."""
        return self.passages if self.title is None else (*self.passages, self.title)

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin from `start` up to, not including, `end`."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def weight(word: Word) -> int:
    """How much a shared word speaks for two sentences telling the same, in thousandths of a plain content word."""
    if word.kind != "word":
        return 1200 if word.kind != "sign" else 300
    if word.key in LANDS:
        return EVERYDAY
    if word.folded in FUNCTION:
        return 0
    if word.key in COMMON or word.stem in COMMON or word.folded in COMMON:
        return EVERYDAY
    return 1300 if word.capital else 1000


def shared_words(a: Passage, b: Passage) -> dict[str, int]:
    """The keys that two sentences have in common, each with the lesser of its weights."""
    mine, theirs = a.weights, b.weights
    return {key: min(mine[key], theirs[key]) for key in mine.keys() & theirs.keys()}


def told(side: Side) -> Told:
    """The passages of an article in order: headings, captions, questions, code, boilerplate and labels are left out,
    and so are a title in the running text and what has no word but days and figures.
    """
    text = side.document.text
    mentions = tuple(sorted(side.annotations.mentions, key=lambda m: (m.start, m.end)))
    starts = tuple(m.start for m in mentions)
    bounds = sentences(side.document)
    quoted = quotations(side, bounds)
    kept: list[Passage] = []
    titled = side.document.title_start()
    for sentence in bounds:
        if sentence.kind not in _TOLD or sentence.role == "question":
            continue
        if titled < 0 and not kept and _is_title(side, sentence.start, sentence.end):
            titled = sentence.start
            continue
        words = tokenize(text, begins(text, sentence.start, sentence.end, dated=len(kept) < _OPENING), sentence.end)
        if all(w.kind != "word" for w in words) or (
            sentence.kind in ("table", "list_item") and _is_label(text, sentence.end, len(words))
        ):
            continue
        named = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        says_who = attribution(text, sentence.start, sentence.end)
        kept.append(_passage(len(kept), Span(sentence.start, sentence.end), words, named, says_who))
    speakers = Speakers(text, mentions, side.annotations.quotes)
    return Told(side, tuple(kept), quoted, mentions, starts, speakers, _title(side, titled, kept, mentions))


def _passage(
    order: int, span: Span, words: tuple[Word, ...], named: Sequence[Mention], says_who: int | None = None
) -> Passage:
    """A sentence; the words from `says_who` on tell only who says it."""
    weights: dict[str, int] = {}
    for word in words:
        value = weight(word)
        if says_who is not None and word.start >= says_who:
            value = round(_SAYS_WHO * value)
        if value > weights.get(word.key, 0):
            weights[word.key] = value
    people = tuple(m.entity for m in named if m.type == "PERSON")
    plain = " ".join(w.folded for w in words)
    said = words if says_who is None else tuple(w for w in words if w.start < says_who)
    forms, stems = _forms(plain), frozenset(w.stem for w in words)
    return Passage(order, span, words, weights, sum(weights.values()), _grams(said), people, plain, forms, stems)


def _forms(plain: str) -> frozenset[str]:
    words = plain.split()
    pieces = () if "".join(words).isalnum() else _PIECE.findall(plain)
    return frozenset((*words, *pieces))


def _is_title(side: Side, start: int, end: int) -> bool:
    """Is a sentence the title, on a line of its own, that no heading shows?  A finished sentence is told."""
    text = side.document.text
    return text[start:end] == side.document.title and text[end - 1] not in ".!?" and text[end : end + 1] == "\n"


def _title(side: Side, start: int, passages: Sequence[Passage], mentions: Sequence[Mention]) -> Passage | None:
    """The title at `start`, where it is told (else -1), whose capitals say nothing: a word keeps its own where the
    article writes it so, or as a name's.
    """
    text = side.document.text
    if start < 0:
        return None
    end = start + len(side.document.title)
    named = [m for m in mentions if start <= m.start and m.end <= end]
    large: Counter[str] = Counter()
    for passage in passages:
        large.update({w.folded: 1 if w.capital else -1 for w in passage.words[1:]})
    words = tuple(
        w
        if not w.capital
        or w.kind != "word"
        or large[w.folded] > 0
        or (w.folded not in large and any(m.start <= w.start < m.end for m in named))
        else replace(w, capital=False)
        for w in tokenize(text, start, end)
    )
    return _passage(-1, Span(start, end), words, named) if words else None


def _is_label(text: str, end: int, length: int) -> bool:
    return length < _LABEL_WORDS and text[end - 1] not in ".!?”\"’'"


def _grams(words: tuple[Word, ...]) -> frozenset[str]:
    """Four-character pieces of the content words, which see that "negotiating" and "renegotiation" are kin."""
    return frozenset().union(*(_pieces(w.folded) for w in words[:400] if w.folded not in FUNCTION))


@lru_cache(maxsize=65536)
def _pieces(folded: str) -> frozenset[str]:
    padded = f" {folded} "
    return frozenset(padded[i : i + 4] for i in range(max(1, len(padded) - 3)))
