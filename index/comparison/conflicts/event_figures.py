"""Other figures for what an event has once: its toll, the crowd, the damage, the vote, wherever they are told.

Sentences need not be aligned: an article that gives one toll, and not that of another occasion, gives that of the event
it reports.  Two such articles are held against each other.  All are only likely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import Quantity, agree, counted_apart, is_date
from index.comparison.aligning.stems import stem, word_list
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION, MODALS
from index.comparison.aligning.thesaurus import concept
from index.comparison.aligning.times import other_times, periods_in
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.ledger import Figures, company
from index.comparison.conflicts.phrases import is_denied, of_others
from index.comparison.conflicts.saying import told_otherwise
from index.comparison.conflicts.tallies import KINDS, Kind, Tally, tallies

_REACH = 9  # words on either side of a figure that are read
_LEAD = 4  # passages in which an article tells what its event is
_LOOSELY = 0.75  # "nearly two weeks" may be eleven days
_NOUN = 3  # words that name who is counted
_MOST_DAYS = 31  # of a month; from there on a date is a year
_MOST_FIGURES = 2000
_MOST_TOLD = 40  # figures for one question; more tell none apart
_HEAP = 8  # figures of a sentence that is rather a table
_BOUNDS_AT_MOST = 3  # "just over an estimated 20"
_BOUNDS = (
    ("at", "least"),
    ("at", "most"),
    ("more", "than"),
    ("fewer", "than"),
    ("less", "than"),
    ("as", "many", "as"),
    ("an", "estimated"),
    *((word,) for word in word_list("over some about around nearly almost roughly just only the its")),
)
_PEOPLE = frozenset(
    word_list(
        """
        people persons person others civilians residents inhabitants villagers victims spectators fans
        protesters demonstrators marchers supporters passengers lives
        """
    )
)
"""Words for those whom an event befell, all of them; "soldiers" or "children" may be a part."""
_ELSEWHEN = frozenset(
    word_list(
        """
        similar earlier previous previously ago last
        separate separately elsewhere meanwhile each every
        """
    )
)
_RECORDS = frozenset(word_list("worst deadliest history decade decades century"))
"""Before a figure they tell of another event; after it of this one: "killed 19, the worst accident in a decade"."""
_OPEN = MODALS - {"will", "would"} | frozenset({"if", "feared", "possibly", "perhaps", "potentially"})
_AGAINST = ("-", "–", " to ", " - ")  # between the two counts of a result
_MOST = ("up to", "maximum of")
_STILL = frozenset(word_list("still also remain remained reported listed already known confirmed feared believed to"))
_MORE = frozenset({"more", "another", "additional", "further", "other"})


@dataclass(frozen=True, slots=True)
class _Figure:
    """Words first to end of a passage give `values`, one figure or the two of a result.

    `whom` tells who is counted, "" for all; `dated`: the sentence names a month or a year, as of another event.
    """

    passage: Passage
    values: tuple[Quantity, ...]
    first: int
    end: int
    whom: str
    dated: bool


def event_figures(a: Told, b: Told, figures_a: Figures, figures_b: Figures) -> Iterator[Finding]:
    """What either article gives one figure for, and the other another."""
    told_a, told_b = _tallied(a, figures_a), _tallied(b, figures_b)
    bare_a, bare_b = _bare(figures_a), _bare(figures_b)
    for number, tally in enumerate(tallies()):
        mine, theirs = _of_the_event(told_a.get(number, ())), _of_the_event(told_b.get(number, ()))
        found = [
            (x, y)
            for x in mine
            for y in theirs
            if not _agree(x, y)
            and not _repeats(bare_b, x)
            and not _repeats(bare_a, y)
            and not _innocent(x, y)
            and _one_event(x, y)
        ]
        if found:
            x, y = most_alike(found)
            yield held_against("number", "differs", x, y, tally.about, 0.5)


def _tallied(told: Told, figures: Figures) -> dict[int, list[_Figure]]:
    """By the line of the table: the figures that the article gives for it."""
    found: dict[int, list[_Figure]] = {}
    text = told.side.document.text
    for passage in told.stated:
        of = figures.of[passage.order]
        if not of or len(of) > _HEAP:
            continue
        words = passage.words
        dated = bool(periods_in(words)) or any(w.value > _MOST_DAYS and is_date(words, n) for n, w in enumerate(words))
        for values, kind in _results(text, words, of):
            if kind == "count" and values[0].value <= 1:
                continue
            first, end = values[0].first, values[-1].end
            begin = _past_bounds(words, first)
            before, after = _before(text, words, begin), _after(text, words, end)
            if before.endswith(_MOST):  # then it is asked how much it may be at most
                values = tuple(replace(q, bound="") for q in values)
            near = {w.folded for w in words[max(0, first - 2 * _REACH) : end + _REACH]}
            compared = {w.folded for w in words[max(0, first - 2 * _REACH) : first]} & _RECORDS
            if near & _ELSEWHEN or compared or is_denied(words, begin) or _left_open(words, begin, kind):
                continue
            for number, tally in enumerate(tallies()):
                asked = tally.kind == kind or (tally.kind, kind) == ("whatever", "count")
                whom = _whom(tally, before, after) if asked else None
                if whom is not None:
                    found.setdefault(number, []).append(_Figure(passage, values, first, end, whom, dated))
    return found


def _results(text: str, words: Sequence[Word], of: Sequence[Quantity]) -> Iterator[tuple[tuple[Quantity, ...], Kind]]:
    """The figures of a sentence with their kinds, two counts that give a result as one."""
    second = None
    for quantity, following in zip(of, (*of[1:], None), strict=True):
        kind = next((kind for kind in KINDS if kind == quantity.unit), None)
        if quantity is second or kind is None:
            continue
        of_two = following is not None and quantity.unit == following.unit == "count"
        if following is not None and of_two and text[words[quantity.at].end : words[following.at].start] in _AGAINST:
            second = following
            yield (quantity, following), "result"
        else:
            yield (quantity,), kind


def _past_bounds(words: Sequence[Word], at: int) -> int:
    """Where "at least" and the like begin before word `at`."""
    for _ in range(_BOUNDS_AT_MOST):
        said = [b for b in _BOUNDS if tuple(w.folded for w in words[max(0, at - len(b)) : at]) == b]
        if not said:
            break
        at -= len(said[0])
    return at


def _before(text: str, words: Sequence[Word], at: int) -> str:
    """The folded words before word `at` up to the last mark."""
    first = at
    while first and at - first < _REACH and _joined(text, words, first - 1):
        first -= 1
    return " ".join(w.folded for w in words[first:at])


def _after(text: str, words: Sequence[Word], at: int) -> str:
    """The folded words from word `at` to the next mark."""
    end = at
    while end < len(words) and end - at < _REACH and _joined(text, words, end - 1):
        end += 1
    return " ".join(w.folded for w in words[at:end])


def _joined(text: str, words: Sequence[Word], at: int) -> bool:
    return not text[words[at].end : words[at + 1].start].strip(" -’'“”\"\n")


def _left_open(words: Sequence[Word], at: int, kind: Kind) -> bool:
    return kind == "count" and any(w.folded in _OPEN for w in words[max(0, at - _REACH) : at])


def _whom(tally: Tally, before: str, after: str) -> str | None:
    """Who or what is counted where the words beside a figure answer the tally, None where they do not.

    "" stands for all whom the event befell: "14 people", "14 were", "14 dead".
    """
    rest = after.split(" ") if after else []
    bounded = tally.before.match(before)
    if bounded is None and before.endswith(_MOST[0]):
        return None
    if rest and rest[0] in _MORE:
        return None
    for skipped in range(min(len(rest), _NOUN) + 1):
        tail = rest[skipped:]
        while tail and (tail[0] in AUXILIARIES or tail[0] in _STILL):
            tail = tail[1:]
        if tally.after.match(" ".join(tail)):
            return _counted(rest[:skipped]) if tally.kind == "count" else ""
        if skipped < len(rest) and rest[skipped] in FUNCTION:
            break
    if bounded is None:
        return None
    ends = next((n for n, word in enumerate(rest) if word in FUNCTION), len(rest))
    return _counted(rest[:ends]) if tally.kind == "count" else ""


def _counted(nouns: Sequence[str]) -> str:
    return "" if not nouns or nouns[-1] in _PEOPLE or nouns[0] in _PEOPLE else concept(nouns[-1], stem(nouns[-1]))


def _of_the_event(told: Sequence[_Figure]) -> Sequence[_Figure]:
    """The figures that are of no other month or year, where they all are one; none where an article gives several."""
    of = [x for x in told if not x.dated] or list(told)
    if len(of) > _MOST_TOLD:
        return ()
    return of if all(_agree(of[0], x) and of[0].whom == x.whom for x in of[1:]) else ()


def _agree(x: _Figure, y: _Figure) -> bool:
    if len(x.values) == 1:
        p, q = x.values[0], y.values[0]
        loose = p.unit == "days" and (p.bound or q.bound) and min(p.value, q.value) >= _LOOSELY * max(p.value, q.value)
        return bool(loose) or agree(p, q)
    return sorted(q.value for q in x.values) == sorted(q.value for q in y.values)


def _bare(figures: Figures) -> list[Quantity]:
    """Every figure of an article without its bound: "up to 20" is no 12, though it goes with it."""
    return [replace(q, bound="") for of in figures.of.values() for q in of][:_MOST_FIGURES]


def _repeats(bare: Sequence[Quantity], x: _Figure) -> bool:
    """Does an article of these figures give `x` too, of whatever?  Of a result it may give one of the two."""
    return all(any(p.unit == q.unit and agree(p, q) for p in bare) for q in x.values)


def _innocent(x: _Figure, y: _Figure) -> bool:
    """May both be right: one planned, one with somebody left out, or of two sources?"""
    p, q, words_p, words_q = x.values[0], y.values[0], x.passage.words, y.passage.words
    return told_otherwise(words_p, p, words_q, q) or counted_apart(words_p, p, words_q, q)


def _one_event(x: _Figure, y: _Figure) -> bool:
    """Do the sentences tell of one event: both in the lead, or with a word in common beside the figures?"""
    if (x.whom, x.dated) != (y.whom, y.dated) or other_times(x.passage, y.passage) or of_others(x.passage, y.passage):
        return False
    both_lead = max(x.passage.order, y.passage.order) < _LEAD
    return both_lead or bool(company(x.passage.words, x.values[0].at) & company(y.passage.words, y.values[0].at))
