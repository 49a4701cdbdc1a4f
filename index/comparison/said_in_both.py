"""The quotations of two articles, whole: each with the one of the other article that has its words, and what was done.

Sentences of quotations are matched first (`quotes`).  Those between two quotation marks then belong together: a passage
is identical, cut short, put in other words or given to someone else as a whole.  A passage that a reporter interrupts
("…," she said, "…") is several passages, each of which stands for its part of the other's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from index.comparison.aligning.naming import SPELLING, TITLES
from index.comparison.aligning.passages import Told
from index.comparison.aligning.quotation import Quotation
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.tokens import Word, tokenize
from index.comparison.aligning.words import Run, align_piece, place_of
from index.comparison.model import QuotePair
from index.comparison.quotes import QuoteFinding, QuoteMatch, parted, same_person, speaker_mention
from index.comparison.told_elsewhere import beside, in_another
from index.documents.model import Span
from index.entities.model import Mention

_MARKS = re.compile(r"\[\s*(?:\.{3}|…|(?:\.\s){2}\.)\s*\]|\.{3}|…|(?:\.\s){2}\.|\[[^\[\]\n]{1,60}\](?:[^\W\d_]+)?")
_BRACKETED = 6  # words that one pair of brackets may stand for
_MARKED = 4  # words of a fragment, whoever says it
_FRAGMENT = 2  # words of one that the same person says in both
_TRIED = 6
_UNNAMED = re.compile(r"(?:an?|another|one\sof|some|two|three|several)\s", re.IGNORECASE)
_TOLD = 80  # characters of left-out words that are told


class _Passage(NamedTuple):
    """Words between quotation marks; `gaps` tells before which of them an ellipsis or an editor's brackets stand."""

    parts: tuple[Quotation, ...]
    words: tuple[Word, ...]
    gaps: dict[int, str]

    @property
    def span(self) -> Span:
        return Span(self.parts[0].span.start, self.parts[-1].span.end)


def said_in_both(a: Told, b: Told, found: Sequence[QuoteFinding]) -> tuple[QuotePair, ...]:
    """The quotations that both articles have, in the order of `a`; `found` are the pairs of their sentences."""
    left, right = _passages(a), _passages(b)
    at_a = {part: at for at, one in enumerate(left) for part in one.parts}
    at_b = {part: at for at, one in enumerate(right) for part in one.parts}
    pairs: dict[tuple[int, int], list[QuoteFinding]] = defaultdict(list)
    for finding in found:
        pairs[at_a[finding.a], at_b[finding.b]].append(finding)
    partners_a: dict[int, set[int]] = defaultdict(set)
    partners_b: dict[int, set[int]] = defaultdict(set)
    for i, j in pairs:
        partners_a[i].add(j)
        partners_b[j].add(i)
    for i, j in list(_fragments((a, b), left, right, partners_a)):
        partners_a[i].add(j)
        partners_b[j].add(i)
        pairs.setdefault((i, j), [])
    for j, i in list(_fragments((b, a), right, left, partners_b)):
        partners_a[i].add(j)
        partners_b[j].add(i)
        pairs.setdefault((i, j), [])
    told = []
    for (i, j), sentences in sorted(pairs.items()):
        one, two = left[i], right[j]
        if len(partners_a[i]) == 1 and len(partners_b[j]) > 1:
            two = _part(two, one)
        elif len(partners_b[j]) == 1 and len(partners_a[i]) > 1:
            one = _part(one, two)
        one, two = _not_told_elsewhere(one, two, right), _not_told_elsewhere(two, one, left)
        kind, dropped_a, dropped_b = _judged(one, two, (a.side.document.text, b.side.document.text))
        if any(s.kind == "reattributed" for s in sentences) or (not sentences and _given_away(a, b, one, two)):
            kind = "reattributed"
        speaker = max((_name(a, one), _name(b, two)), key=lambda name: (len(name), name))
        voices = _voices(a, b, one, two)
        if not speaker and _is_title(one.words) and _is_title(two.words):
            continue
        told.append(QuotePair(one.span, two.span, speaker, kind, dropped_a, dropped_b, *voices))
    return tuple(told)


def _is_title(words: Sequence[Word]) -> bool:
    """Is it the name of a book or a painting, which nobody says: "The Lace Maker's Daughter"?"""
    content = [word for word in words if word.folded not in FUNCTION]
    return len(content) > 1 and all(word.capital or word.kind != "word" for word in content)


def said_by(pair: QuotePair) -> str:
    """Whose words both articles may give them as; "" where neither tells, or where they tell two voices."""
    return "" if voiced(pair) else pair.speaker


def voiced(pair: QuotePair) -> str:
    """How the two articles differ in whose words they are; "" where they do not, or where only one tells."""
    if not pair.speaker_a or not pair.speaker_b or pair.speaker_a == pair.speaker_b:
        return ""
    return f"A has it from {pair.speaker_a}, B from {pair.speaker_b}"


def left_out(pair: QuotePair, a: str, b: str) -> str:
    """Which words of a quotation one of the articles, whose texts are `a` and `b`, leaves out; "" where none does."""
    told = []
    for letter, text, spans in (("B", a, pair.dropped_a), ("A", b, pair.dropped_b)):
        cuts = [" ".join(text[slice(*span)].split()) for span in spans]
        short = [cut if len(cut) <= _TOLD else f"{cut[:_TOLD].rsplit(' ', 1)[0]} …" for cut in cuts]
        if short:
            told.append(f"{letter} leaves out {', '.join(f'“{cut}”' for cut in short)}")
    return "; ".join(told)


def _passages(told: Told) -> list[_Passage]:
    """The quoted passages of an article in order."""
    text = told.side.document.text
    grouped: dict[Span, list[Quotation]] = {}
    for part in told.quotations:
        grouped.setdefault(part.passage, []).append(part)
    return [_passage(text, tuple(parts)) for parts in grouped.values()]


def _passage(text: str, parts: tuple[Quotation, ...]) -> _Passage:
    start, end = parts[0].span.start, parts[-1].span.end
    start -= text[start - 1 : start] == "["
    end += text[end : end + 1] == "]"
    words: list[Word] = []
    gaps: dict[int, str] = {}
    at = start
    for mark in _MARKS.finditer(text, start, end):
        words.extend(tokenize(text, at, mark.start()))
        gaps[len(words)] = "…" if mark[0].strip("[] .…") == "" else "[]"
        at = mark.end()
    words.extend(tokenize(text, at, end))
    return _Passage(parts, tuple(words), gaps)


def _part(whole: _Passage, part: _Passage) -> _Passage:
    """So much of a passage as the part, which gives only that, holds."""
    matched = align_piece(whole.words, part.words).matched
    return _cut(whole, matched[0][0], matched[-1][0] + 1) if matched else whole


def _not_told_elsewhere(whole: _Passage, part: _Passage, theirs: Sequence[_Passage]) -> _Passage:
    """A passage without what stands at its ends, is not in the part, and is in another passage of the same article
    as the part.
    """
    matched = align_piece(whole.words, part.words).matched
    if not matched:
        return whole
    others = [passage.words for passage in theirs if passage.parts[0].passage != part.parts[0].passage]
    first, end = matched[0][0], matched[-1][0] + 1
    return _cut(
        whole,
        first if in_another(whole.words[:first], others) else 0,
        end if in_another(whole.words[end:], others) else len(whole.words),
    )


def _cut(whole: _Passage, first: int, end: int) -> _Passage:
    """The words from `first` to `end` of a passage."""
    if (first, end) == (0, len(whole.words)):
        return whole
    words = whole.words[first:end]
    held = whole.parts[0]._replace(span=Span(words[0].start, words[-1].end))
    gaps = {at - first: mark for at, mark in whole.gaps.items() if first < at < end}
    return _Passage((held,), words, gaps)


def _judged(a: _Passage, b: _Passage, texts: tuple[str, str]) -> tuple[QuoteMatch, tuple[Span, ...], tuple[Span, ...]]:
    """What was done to the words, and which of them each of the two, of the articles `texts`, leaves out."""
    aligned = align_piece(a.words, b.words)
    changed = sum(
        a.words[i].folded != b.words[j].folded and a.words[i].stem != b.words[j].stem for i, j in aligned.matched
    )
    runs = [run for run in _joined(aligned.runs, a, b) if not _in_brackets(run, a, b)]
    runs = [run for run in runs if not _spelled(a.words[run.a0 : run.a1], b.words[run.b0 : run.b1])]
    changed += sum(run.a1 > run.a0 and run.b1 > run.b0 for run in runs)
    runs = [run for run in runs if not _beside(run, a, b, texts)]
    dropped_a = tuple(Span(a.words[r.a0].start, a.words[r.a1 - 1].end) for r in runs if r.a1 > r.a0)
    dropped_b = tuple(Span(b.words[r.b0].start, b.words[r.b1 - 1].end) for r in runs if r.b1 > r.b0)
    if changed or (dropped_a and dropped_b and not _at_ends(runs, a, b)):
        return "paraphrased", (), ()
    return ("truncated" if runs else "identical"), dropped_a, dropped_b


def _beside(run: Run, a: _Passage, b: _Passage, texts: tuple[str, str]) -> bool:
    """Do the words that one of them has more at an end stand beside the other's quotation marks?"""
    words, text, other = (
        (a.words[run.a0 : run.a1], texts[1], b) if run.b0 == run.b1 else (b.words[run.b0 : run.b1], texts[0], a)
    )
    if run.a0 < run.a1 and run.b0 < run.b1:
        return False
    at, length = (run.b0, len(b.words)) if other is b else (run.a0, len(a.words))
    return (at == 0 and beside(words, text, other.span, before=True)) or (
        at == length and beside(words, text, other.span, before=False)
    )


def _joined(runs: Sequence[Run], a: _Passage, b: _Passage) -> list[Run]:
    """The runs, two gaps being one where the words between them stand at the second's end as well ("open [for as long]
    as the ice allows" rather than "open [for] as [long as] the ice allows").
    """
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        length = run.b0 - last.b1 if last is not None else 0
        if last is not None and last.b0 == last.b1 and run.b0 == run.b1 and run.a1 - run.a0 >= length:
            between, end = a.words[last.a1 : run.a0], a.words[run.a1 - length : run.a1]
            if [w.key for w in between] == [w.key for w in end]:
                joined[-1] = Run(last.a0, run.a1 - length, last.b0, last.b1)
                continue
        if last is not None and last.a0 == last.a1 and run.a0 == run.a1 and run.b1 - run.b0 >= length:
            between, end = b.words[last.b1 : run.b0], b.words[run.b1 - length : run.b1]
            if [w.key for w in between] == [w.key for w in end]:
                joined[-1] = Run(last.a0, last.a1, last.b0, run.b1 - length)
                continue
        joined.append(run)
    return joined


def _in_brackets(run: Run, a: _Passage, b: _Passage) -> bool:
    """Do the words of one side stand where the other has an editor's word in brackets?"""
    return (run.a1 - run.a0 <= _BRACKETED and run.b0 == run.b1 and b.gaps.get(run.b0) == "[]") or (
        run.b1 - run.b0 <= _BRACKETED and run.a0 == run.a1 and a.gaps.get(run.a0) == "[]"
    )


def _spelled(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Are they one name or title in two spellings ("Sen.", "Senator"; "Moammar", "Muammar")?"""
    if len(a) != 1 or len(b) != 1 or not a[0].capital or not b[0].capital:
        return False
    short, long = sorted((a[0].folded, b[0].folded), key=len)
    return (len(short) > 1 and short in TITLES and long.startswith(short)) or ratio(short, long) >= SPELLING


def _given_away(a: Told, b: Told, one: _Passage, other: _Passage) -> bool:
    """Are the words surely two people's, each named beside them?"""
    speaker_a, speaker_b = speaker_mention(a, one.parts[-1]), speaker_mention(b, other.parts[-1])
    if speaker_a is None or speaker_b is None:
        return False
    return parted(a, b, one.parts[-1], other.parts[-1], speaker_a, speaker_b)


def _speaker(told: Told, passage: _Passage) -> Mention | None:
    """Whose words they are, a pronoun's person as well."""
    span = next((part.speaker for part in passage.parts if part.speaker is not None), None)
    return None if span is None else told.speakers.of(span)


def _voices(a: Told, b: Told, one: _Passage, other: _Passage) -> tuple[str, str]:
    """Who says it as each article tells, by name or as somebody without one; the fuller name twice where both tell of
    one person.
    """
    speaker_a, speaker_b = _speaker(a, one), _speaker(b, other)
    name_a, name_b = _name(a, one), _name(b, other)
    if speaker_a and speaker_b and speaker_a.type == speaker_b.type and same_person(speaker_a, speaker_b):
        fuller = max((name_a, name_b), key=lambda name: (len(name), name))
        return fuller, fuller
    return name_a or _words_for(a, one), name_b or _words_for(b, other)


def _words_for(told: Told, passage: _Passage) -> str:
    """What the article calls somebody whom it does not name (an aviation expert); "" for all others, who may be named
    elsewhere (the president).
    """
    span = next((part.speaker for part in passage.parts if part.speaker is not None), None)
    words = "" if span is None else " ".join(told.side.document.text[slice(*span)].partition(",")[0].split())
    return words[0].lower() + words[1:] if _UNNAMED.match(words) else ""


def _name(told: Told, passage: _Passage) -> str:
    mention = _speaker(told, passage)
    return "" if mention is None else mention.text


def _fragments(
    told: tuple[Told, Told], ours: Sequence[_Passage], theirs: Sequence[_Passage], partners: dict[int, set[int]]
) -> Iterator[tuple[int, int]]:
    """The passages without a partner whose words stand in a passage of the other article, where no other has taken
    them.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for j, other in enumerate(theirs):
        for key in {word.key for word in other.words if word.folded not in FUNCTION}:
            places[key].append(j)
    taken: dict[int, set[int]] = defaultdict(set)
    for i, with_them in partners.items():
        for j in with_them:
            taken[j].update(at for _, at in align_piece(ours[i].words, theirs[j].words).matched)
    for i, one in enumerate(ours):
        rare = min((places[w.key] for w in one.words if w.key in places), key=len, default=[])
        if partners.get(i) or len(one.words) < _FRAGMENT:
            continue
        for j in rare[:_TRIED]:
            held = _found_in(one, theirs[j])
            if held and not held & taken[j] and (len(one.words) >= _MARKED or _same(told, one, theirs[j])):
                taken[j] |= held
                yield i, j
                break


def _same(told: tuple[Told, Told], one: _Passage, other: _Passage) -> bool:
    speaker, second = _speaker(told[0], one), _speaker(told[1], other)
    return speaker is not None and second is not None and speaker.entity == second.entity


def _found_in(one: _Passage, other: _Passage) -> set[int]:
    """Where the words of `one`, in pieces between its gaps, stand in `other` in a row; empty where they do not."""
    keys = [word.key for word in other.words]
    cuts = sorted({0, *one.gaps, len(one.words)})
    held: set[int] = set()
    at = 0
    for first, last in pairwise(cuts):
        piece = [word.key for word in one.words[first:last]]
        if piece and (at := place_of(piece, keys, at)) < 0:
            return set()
        held.update(range(at, at + len(piece)))
        at += len(piece)
    return held


def _at_ends(runs: Sequence[Run], a: _Passage, b: _Passage) -> bool:
    """Do the runs stand at the beginning or the end of both?"""
    return all((run.a0 == 0 and run.b0 == 0) or (run.a1 == len(a.words) and run.b1 == len(b.words)) for run in runs)
