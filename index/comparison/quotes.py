"""The same quoted words in both articles: identical, cut short, put in other words, or given to someone else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.naming import SPELLING
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Told
from index.comparison.aligning.quotation import Quotation
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word, tokenize
from index.comparison.aligning.words import align_words
from index.documents.model import Span
from index.entities.model import Mention

QuoteMatch = Literal["identical", "truncated", "paraphrased", "reattributed"]

_SHORTEST = 3  # words; shorter quotations ("no") meet by chance
_PARAPHRASE = 0.60
_PART = 6  # words in common of a quotation that is cut and put in other words at once
_CLOSE = 0.75  # of its words, and of those between the first and the last in common
_CANDIDATES = 6


class QuoteFinding(NamedTuple):
    """Two quotations of the same words; the speakers are as each article names them, "" where it names none."""

    a: Quotation
    b: Quotation
    kind: QuoteMatch
    speaker_a: str
    speaker_b: str

    @property
    def speaker(self) -> str:
        """The fuller of the two names."""
        return max(self.speaker_a, self.speaker_b, key=lambda name: (len(name), name))

    def turned(self) -> QuoteFinding:
        """The same with A and B exchanged."""
        return QuoteFinding(self.b, self.a, self.kind, self.speaker_b, self.speaker_a)


def quote_pairs(a: Told, b: Told) -> tuple[QuoteFinding, ...]:
    """The quotations that both articles have, each with its best partner, in the order of `a`."""
    left, right = _worded(a), _worded(b)
    postings: dict[str, list[int]] = defaultdict(list)
    for j, (_, words) in enumerate(right):
        for key in {w.key for w in words if w.folded not in FUNCTION} or {w.key for w in words}:
            postings[key].append(j)
    scored: list[tuple[float, int, int, QuoteMatch]] = []
    for i, (_, words) in enumerate(left):
        shared: dict[int, int] = defaultdict(int)
        for key in {w.key for w in words}:
            where = postings.get(key, ())
            if len(where) <= 400:
                for j in where:
                    shared[j] += 1
        nearest = ((-common, abs(len(right[j][1]) - len(words)), j) for j, common in shared.items())
        for _, _, j in nsmallest(_CANDIDATES, nearest):
            judged = _judge(words, right[j][1])
            if judged is not None:
                scored.append((judged[0], i, j, judged[1]))
    scored.sort(key=lambda s: (-s[0], abs(s[1] - s[2]), s[1], s[2]))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found: list[tuple[int, QuoteFinding]] = []
    for _, i, j, kind in scored:
        if i in taken_a or j in taken_b:
            continue
        taken_a.add(i)
        taken_b.add(j)
        one, other = left[i][0], right[j][0]
        speaker_a, speaker_b = speaker_mention(a, one), speaker_mention(b, other)
        if speaker_a is not None and speaker_b is not None and parted(a, b, one, other, speaker_a, speaker_b):
            kind = "reattributed"
        names = ("" if s is None else s.text for s in (speaker_a, speaker_b))
        found.append((i, QuoteFinding(one, other, kind, *names)))
    return tuple(f for _, f in sorted(found, key=lambda f: f[0]))


@once
def _worded(told: Told) -> list[tuple[Quotation, Sequence[Word]]]:
    text = told.side.document.text
    worded = [(q, tokenize(text, q.span.start, q.span.end)) for q in told.quotations]
    return [(q, words) for q, words in worded if len(words) >= _SHORTEST]


def _judge(a: Sequence[Word], b: Sequence[Word]) -> tuple[float, QuoteMatch] | None:
    """How alike two quotations are, and in what way; None where they are different words."""
    short, long = sorted((len(a), len(b)))
    if [w.folded for w in a] == [w.folded for w in b]:
        return 2.0, "identical"
    aligned = align_words(a, b)
    kept = len(aligned.matched)
    if kept >= max(_SHORTEST, 0.9 * short) and long > short:
        inner = sum(1 for run in aligned.runs if run.a1 > run.a0 and run.b1 > run.b0)
        first, last = aligned.matched[0], aligned.matched[-1]
        stretch = min(last[0] - first[0], last[1] - first[1]) + 1
        spread = max(last[0] - first[0], last[1] - first[1]) + 1
        if not inner and (spread <= 1.6 * stretch and (short >= 4 or kept == short)):
            return 1.0 + kept / long, "truncated"
    if short >= 5 and kept >= _PARAPHRASE * long:
        return kept / long, "paraphrased"
    if kept >= max(_PART, _CLOSE * short):
        first, last = aligned.matched[0], aligned.matched[-1]
        if max(last[0] - first[0], last[1] - first[1]) + 1 <= kept / _CLOSE:
            return kept / long, "paraphrased"
    return None


def speaker_mention(told: Told, quotation: Quotation) -> Mention | None:
    """The mention that the recogniser gave as speaker, None where it gave none or only a pronoun."""
    if quotation.speaker is None:
        return None
    mention = told.speakers.of(quotation.speaker)
    if mention is None or mention.type not in ("PERSON", "ORG"):
        return None
    return mention if quotation.speaker.start <= mention.start < quotation.speaker.end else None


def parted(a: Told, b: Told, one: Quotation, other: Quotation, speaker_a: Mention, speaker_b: Mention) -> bool:
    """Are the words surely given to two different people: both named beside them, and neither beside the other's?

    Beside a quotation of several sentences is beside any of them.
    """
    if same_person(speaker_a, speaker_b):
        return False
    sentences_a, sentences_b = _sentences(a, one), _sentences(b, other)
    beside = any(s.start <= speaker_a.start < s.end for s in sentences_a)
    beside = beside and any(s.start <= speaker_b.start < s.end for s in sentences_b)
    last_a, last_b = (m.text.casefold().split()[-1] for m in (speaker_a, speaker_b))
    return beside and not _names(a, sentences_a, last_b) and not _names(b, sentences_b, last_a)


def _sentences(told: Told, quotation: Quotation) -> list[Span]:
    """The sentences that hold the quotation's passage, from one quotation mark to the other."""
    return _held_by(told)[quotation.passage]


@once
def _held_by(told: Told) -> Mapping[Span, list[Span]]:
    """By passage, the sentences that hold it."""
    held: dict[Span, list[Span]] = defaultdict(list)
    for part in told.quotations:
        held[part.passage].append(part.sentence)
    return held


def _names(told: Told, sentences: Sequence[Span], name: str) -> bool:
    text = told.side.document.text
    return any(name in text[slice(*sentence)].casefold() for sentence in sentences)


def same_person(a: Mention, b: Mention) -> bool:
    """May the two be one: one entity, surnames alike, or a person and the body that speaks through him?"""
    last_a, last_b = a.text.casefold().split()[-1:], b.text.casefold().split()[-1:]
    return (
        a.entity == b.entity or bool(last_a and last_b and ratio(last_a[0], last_b[0]) >= SPELLING) or a.type != b.type
    )


def named_speaker(told: Told, quotation: Quotation) -> tuple[Span, Span] | None:
    """Where the speaker of a quotation is named, and the sentence of the quotation that names him."""
    mention = speaker_mention(told, quotation)
    if mention is None:
        return None
    named = Span(mention.start, mention.end)
    sentences = (s for s in _sentences(told, quotation) if s.start <= named.start and named.end <= s.end)
    return next(((named, sentence) for sentence in sentences), None)
