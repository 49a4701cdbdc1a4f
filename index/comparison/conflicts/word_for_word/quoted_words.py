"""Conflicts about a quotation that both articles have: other words in it, a "not" too few, another day it was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.naming import SPELLING, TITLES
from index.comparison.aligning.passages import Told
from index.comparison.aligning.stopwords import FUNCTION, MODALS, NEGATIONS
from index.comparison.aligning.tokens import Word, tokenize
from index.comparison.aligning.words import Run, WordAlignment, align_words, span_of
from index.comparison.conflicts.findings import Finding
from index.comparison.model import ConflictKind, Strength
from index.comparison.quotes import QuoteFinding
from index.documents.model import Span

_ALIKE = 0.7  # of the shorter quotation's words must stand in both
_FEWEST = 6  # words in common; shorter quotations may be two sayings
_BESIDE = 2  # of the words around, in common on either side; before the last words all but one
_WINDOW = 6
_LONGEST = 3  # words that stand in place of others
_DENIED = 3  # words in common after a "not" that only one side has
_NAME = 60.0
_SMALL_WORDS = (  # small words that change what was said when one of them stands for another
    frozenset({"and", "or"}),
    MODALS,
    frozenset({"all", "some", "any", "most", "many", "few", "both", "none"}),
    frozenset({"before", "after", "with", "without", "up", "down", "over", "under"}),
)
_SAYING = frozenset({"=say", "=answer", "interview", "=statement", "write", "tweet", "=ask", "=warn", "wrote"})
_TOLD = 0.45  # the alignment score from which two sentences may report one saying
_NEAR = 3  # words between a weekday and the saying it dates


def quoted_conflicts(a: Told, b: Told, quotes: Sequence[QuoteFinding]) -> Iterator[Finding]:
    """What cannot be right in both of two tellings of one quotation."""
    for quote in quotes:
        if quote.kind == "reattributed" or _two_speakers(a, b, quote):
            continue
        words_a, words_b = (tokenize(t.side.document.text, *q.span) for t, q in ((a, quote.a), (b, quote.b)))
        aligned = align_words(words_a, words_b)
        common = len(aligned.matched)
        if common < _FEWEST or common < _ALIKE * min(len(words_a), len(words_b)):
            continue
        if quote.kind == "paraphrased":
            yield from _other_words(quote, a, b, words_a, words_b, aligned)
        yield from _other_day(quote, a, b)


def _two_speakers(a: Told, b: Told, quote: QuoteFinding) -> bool:
    """Is another speaker named beside the words in each of the articles?  Then there may be two sayings."""
    last_a, last_b = (name.casefold().split()[-1:] for name in (quote.speaker_a, quote.speaker_b))
    if not last_a or not last_b or ratio(last_a[0], last_b[0]) >= SPELLING:
        return False
    sentences = (t.side.document.text[slice(*q.sentence)].casefold() for t, q in ((a, quote.a), (b, quote.b)))
    return all(name in sentence for name, sentence in zip((last_a[0], last_b[0]), sentences, strict=True))


def _other_words(
    quote: QuoteFinding, a: Told, b: Told, words_a: Sequence[Word], words_b: Sequence[Word], aligned: WordAlignment
) -> Iterator[Finding]:
    """Words in the place of others, both inside quotation marks."""
    text_a, text_b = a.side.document.text, b.side.document.text
    for run in aligned.runs:
        part_a, part_b = words_a[run.a0 : run.a1], words_b[run.b0 : run.b1]
        if not part_a or not part_b:
            continue
        around = (
            text_a[words_a[run.a0].start - 1 : words_a[run.a1 - 1].end + 1]
            + (text_b[words_b[run.b0].start - 1 : words_b[run.b1 - 1].end + 1])
        )
        denied_a, denied_b = _denies(part_a), _denies(part_b)
        if denied_a != denied_b and _matched_after(run, words_a, words_b, aligned) >= _DENIED:
            about = f"“{' '.join(w.text for w in words_a[run.a1 : run.a1 + 3])}” in the same quotation"
            yield _finding("negation", "conflict", quote, words_a, words_b, run, about)
        elif (
            max(len(part_a), len(part_b)) <= _LONGEST
            and "[" not in around
            and "..." not in around
            and "…" not in around
            and _embedded(run, words_a, words_b, aligned)
            and _says_other(part_a, part_b)
        ):
            yield _finding("attribution", "differs", quote, words_a, words_b, run, "the words of one quotation")


def _finding(
    kind: ConflictKind,
    strength: Strength,
    quote: QuoteFinding,
    words_a: Sequence[Word],
    words_b: Sequence[Word],
    run: Run,
    about: str,
) -> Finding:
    return Finding(
        kind,
        strength,
        span_of(words_a, run.a0, run.a1),
        span_of(words_b, run.b0, run.b1),
        quote.a.sentence,
        quote.b.sentence,
        about,
        0.9,
    )


def _denies(words: Sequence[Word]) -> bool:
    return any(w.key == "not" or w.folded in NEGATIONS for w in words)


def _matched_after(run: Run, words_a: Sequence[Word], words_b: Sequence[Word], aligned: WordAlignment) -> int:
    """How many words directly after the run stand in both."""
    matched = set(aligned.matched)
    count = 0
    while (run.a1 + count, run.b1 + count) in matched:
        count += 1
    return count


def _embedded(run: Run, words_a: Sequence[Word], words_b: Sequence[Word], aligned: WordAlignment) -> bool:
    """Do the same words stand before and after?  At its beginning and end a quotation may just be cut."""
    before = sum(run.a0 - _WINDOW <= i < run.a0 for i, _ in aligned.matched)
    after = sum(run.a1 <= i < run.a1 + _WINDOW for i, _ in aligned.matched)
    left = min(len(words_a) - run.a1, len(words_b) - run.b1)
    if left < _BESIDE:
        one_word = run.a1 - run.a0 == run.b1 - run.b0 == 1
        return before >= _WINDOW - 1 and after >= left and (left > 0 or one_word)
    return min(before, after) >= _BESIDE


def _says_other(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Is it more than a particle, a title or the spelling of a name that differs?"""
    content_a, content_b = ([w for w in words if w.folded not in FUNCTION] for words in (a, b))
    if not content_a and not content_b:
        return any(bool(kind & {w.folded for w in a}) and bool(kind & {w.folded for w in b}) for kind in _SMALL_WORDS)
    if any(x.capital and y.capital and ratio(x.folded, y.folded) >= _NAME for x in a for y in b):
        return False
    if len(a) == len(b) and all(ratio(x.folded, y.folded) >= SPELLING for x, y in zip(a, b, strict=True)):
        return False
    if any(w.folded in TITLES or w.folded.startswith(("http", "inaud")) for w in (*a, *b)):
        return False
    return not (
        "".join(w.folded for w in a) == "".join(w.folded for w in b) or {w.stem for w in a} & {w.stem for w in b}
    )


def _other_day(quote: QuoteFinding, a: Told, b: Told) -> Iterator[Finding]:
    """The same words, said on Friday in one article and on Thursday in the other."""
    day_a, day_b = _day_said(a, quote.a.sentence, quote.a.span), _day_said(b, quote.b.sentence, quote.b.span)
    if day_a is not None and day_b is not None and day_a.key != day_b.key:
        yield Finding(
            "date",
            "differs",
            Span(day_a.start, day_a.end),
            Span(day_b.start, day_b.end),
            quote.a.sentence,
            quote.b.sentence,
            "the day when the same words were said",
            0.8,
        )


def _day_said(told: Told, sentence: Span, quoted: Span) -> Word | None:
    """The day when it was said, told outside the quotation."""
    words = tokenize(told.side.document.text, *sentence)
    return day_of_saying([w for w in words if not quoted.start <= w.start < quoted.end])


def day_of_saying(words: Sequence[Word]) -> Word | None:
    """The weekday that stands beside a word of saying, where it is the only weekday."""
    days = [at for at, word in enumerate(words) if word.kind == "weekday"]
    if len(days) != 1:
        return None
    near = words[max(0, days[0] - _NEAR) : days[0] + _NEAR + 1]
    return words[days[0]] if any(w.key in _SAYING for w in near) else None


def days_told(pair: Pair) -> Iterator[Finding]:
    """Two days for one person's saying, in other words but of the same figures: "said on Monday that … 1 in 3"."""
    if pair.score < _TOLD or not pair.a.people or pair.a.people[:1] != pair.b.people[:1]:
        return
    if not {w.key for w in pair.a.words if w.kind == "number"} & {w.key for w in pair.b.words if w.kind == "number"}:
        return
    day_a, day_b = day_of_saying(pair.a.words), day_of_saying(pair.b.words)
    if day_a is not None and day_b is not None and day_a.key != day_b.key:
        a, b = Span(day_a.start, day_a.end), Span(day_b.start, day_b.end)
        yield Finding("date", "differs", a, b, pair.a.span, pair.b.span, "the day when this was said", pair.score)
