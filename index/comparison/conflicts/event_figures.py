"""Other figures for what an event has once: its toll, the crowd, the damage, the vote, wherever they are told.

Sentences need not be aligned: an article that gives one toll, and not that of another occasion, gives that of the event
it reports.  Two such articles are held against each other.  All are only likely.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.comparison.aligning.measures import MEASURES
from index.comparison.aligning.naming import surely_one_event
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.quantities import Quantity, agree, counted_apart, is_date
from index.comparison.aligning.stems import stem, word_list
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION, MODALS
from index.comparison.aligning.thesaurus import concept
from index.comparison.aligning.times import other_times, periods_in
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.ledger import Figures, company
from index.comparison.conflicts.phrases import is_denied, of_others, person_before
from index.comparison.conflicts.saying import told_otherwise
from index.comparison.conflicts.subjects import Subjects, office_holders, surname_key
from index.comparison.conflicts.tallies import KINDS, Kind, Tally, tallies

_REACH = 9  # words on either side of a figure that are read
_LEAD = 4  # passages in which an article tells what its event is
_LOOSELY = 0.75  # "nearly two weeks" may be eleven days
_NOUN = 3  # words that name who is counted
_MOST_DAYS = 31  # of a month; from there on a date is a year
_SHORT_YEAR = 2  # digits of '87
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
        protesters demonstrators marchers supporters passengers lives opponents participants visitors onlookers
        listeners mourners citizens
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
_OPEN = MODALS - {"will", "would"} | frozenset(
    word_list(
        """
        if feared possibly perhaps potentially hope hopes hoped hoping
        want wants seek seeks needs
        """
    )
)
_AGAINST = re.compile(
    r" ?[-–] ?| (?:[a-z]+ )?(?:to|against) | (?:[a-z]+ )?(?:for|in favou?r|yes)(?: and|,|, and| to|, with) "
)
"""Between the two counts of a result: 3-2, 19 votes to 14, 18 in favour and 15 against."""
_ASKING = frozenset(
    word_list(
        """
        maximum minimum recommended recommend sought seek asked wanted demanded requested carries carry faces face
        facing faced plea deal range guidelines
        """
    )
)
_MOST = ("up to", "maximum of")
_STILL = frozenset(word_list("still also remain remained reported listed already known confirmed feared believed to"))
_OF_THEM = frozenset({"of", "the", "his", "her", "their", "its", "those", "these", "our"})
_OF_WHERE = frozenset({"of", "from", "in", "at", "on"})
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
    holders = office_holders(a, b)
    told_a, told_b = _tallied(a, figures_a, Subjects(a, holders)), _tallied(b, figures_b, Subjects(b, holders))
    bare_a, bare_b = _bare(a, figures_a), _bare(b, figures_b)
    close = surely_one_event(a, b)
    for number, tally in enumerate(tallies()):
        mine, theirs = _of_the_event(told_a.get(number, ())), _of_the_event(told_b.get(number, ()))
        found = [
            (x, y)
            for whom in mine
            for x in mine[whom]
            for y in theirs.get(whom, ())
            if not _agree(x, y)
            and not _repeats(bare_b, x)
            and not _repeats(bare_a, y)
            and not _innocent(x, y)
            and _one_event(x, y, close)
        ]
        if found:
            x, y = most_alike(found)
            yield held_against("number", "differs", x, y, tally.about, 0.5)


def _tallied(told: Told, figures: Figures, subjects: Subjects) -> dict[int, list[_Figure]]:
    """By the line of the table: the figures that the article gives for it."""
    found: dict[int, list[_Figure]] = {}
    text = told.side.document.text
    for passage in told.stated:
        of = figures.of[passage.order]
        if not of or len(of) > _HEAP:
            continue
        words = passage.words
        dated = bool(periods_in(words)) or any(_is_year(text, words, n) for n in range(len(words)))
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
            person = _person(told, subjects, passage, first)
            for number, tally in enumerate(tallies()):
                asked = tally.kind == kind or (tally.kind, kind) == ("whatever", "count")
                whom = _whom(tally, before, after) if asked else None
                if whom is not None and not (tally.of_one and kind == "days" and _asked_for(words, begin)):
                    measured = values[0].head[:1] if tally.kind == "count" else ()
                    unit = measured[0] if measured and measured[0] in MEASURES else ""
                    of_whom = person if tally.of_one else unit or whom
                    found.setdefault(number, []).append(_Figure(passage, values, first, end, of_whom, dated))
    return found


def _is_year(text: str, words: Sequence[Word], at: int) -> bool:
    """ "In 1987", "in '87"."""
    word = words[at]
    if word.kind == "number" and text[word.start - 1 : word.start] in ("'", "’") and word.start:
        return len(word.text) == _SHORT_YEAR
    return word.value > _MOST_DAYS and is_date(words, at)


def _results(text: str, words: Sequence[Word], of: Sequence[Quantity]) -> Iterator[tuple[tuple[Quantity, ...], Kind]]:
    """The figures of a sentence with their kinds, two counts that give a result as one."""
    second = None
    for quantity, following in zip(of, (*of[1:], None), strict=True):
        kind = next((kind for kind in KINDS if kind == quantity.unit), None)
        if quantity is second or kind is None:
            continue
        of_two = following is not None and quantity.unit == following.unit == "count"
        between = text[words[quantity.at].end : words[following.at].start] if following is not None else ""
        if following is not None and of_two and _AGAINST.fullmatch(between):
            second = following
            yield (quantity, following), "result"
        else:
            yield (quantity,), kind


def _person(told: Told, subjects: Subjects, passage: Passage, at: int) -> str:
    """Whom a sentence, a fine or a bail is for, as far as it is told: who is named before it, or meant by a pronoun."""
    person = person_before(told, passage, at)
    return surname_key(person) if person is not None else subjects.of(passage, at)


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


def _asked_for(words: Sequence[Word], at: int) -> bool:
    """Is the sentence before whose length word `at` stands only asked for, or the longest that there is?"""
    return any(w.folded in _ASKING or w.folded in _OPEN for w in words[max(0, at - _REACH) : at])


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
        while tail and _is_stepped_over(tail[0]):
            tail = tail[1:]
        if tally.after.match(" ".join(tail)):
            return _counted(rest[:skipped]) if tally.kind == "count" else ""
        if skipped < len(rest) and rest[skipped] in FUNCTION:
            if (skipped or tally.kind == "percent") and tally.after.match(_predicate(rest[skipped:])):
                return _counted(rest[:skipped]) if tally.kind == "count" else ""
            break
    if bounded is None:
        return None
    ends = next((n for n, word in enumerate(rest) if word in FUNCTION), len(rest))
    return _counted(rest[:ends]) if tally.kind == "count" else ""


def _predicate(rest: Sequence[str]) -> str:
    """What is told of those "of the lower valley": the words after the auxiliaries that follow, "" where none do."""
    if rest[0] not in _OF_WHERE:
        return ""
    first = next((n for n, word in enumerate(rest) if word in AUXILIARIES), len(rest))
    while first < len(rest) and _is_stepped_over(rest[first]):
        first += 1
    return " ".join(rest[first:])


def _is_stepped_over(word: str) -> bool:
    """ "Were still", "were slightly"."""
    return word in AUXILIARIES or word in _STILL or word.endswith("ly")


def _counted(nouns: Sequence[str]) -> str:
    return "" if not nouns or nouns[-1] in _PEOPLE or nouns[0] in _PEOPLE else concept(nouns[-1], stem(nouns[-1]))


def _of_the_event(told: Sequence[_Figure]) -> Mapping[str, Sequence[_Figure]]:
    """By whom they count, the figures of no other month or year; none of those of whom an article gives several."""
    of = [x for x in told if not x.dated] or list(told)
    by_whom: dict[str, list[_Figure]] = defaultdict(list)
    for x in of if len(of) <= _MOST_TOLD else ():
        by_whom[x.whom].append(x)
    return {whom: of for whom, of in by_whom.items() if all(_agree(of[0], x) for x in of[1:])}


def _agree(x: _Figure, y: _Figure) -> bool:
    if len(x.values) == 1:
        p, q = x.values[0], y.values[0]
        loose = p.unit == "days" and (p.bound or q.bound) and min(p.value, q.value) >= _LOOSELY * max(p.value, q.value)
        return bool(loose) or agree(p, q)
    return sorted(q.value for q in x.values) == sorted(q.value for q in y.values)


def _bare(told: Told, figures: Figures) -> list[tuple[Passage, Quantity]]:
    """Every figure of an article without its bound: "up to 20" is no 12, though it goes with it."""
    return [(p, replace(q, bound="")) for p in told.stated for q in figures.of[p.order]][:_MOST_FIGURES]


def _repeats(bare: Sequence[tuple[Passage, Quantity]], x: _Figure) -> bool:
    """Does an article of these figures give `x` too, of what may be the same?  Of a result it may give one of two."""
    return all(any(p.unit == q.unit and agree(p, q) and not _of_things(o, p, x, q) for o, p in bare) for q in x.values)


def _of_things(passage: Passage, counted: Quantity, x: _Figure, figure: Quantity) -> bool:
    """Are plainly other things counted than `figure` of `x` counts: "two of the shops", and two people missing?"""
    words = passage.words
    at = next((n for n in range(counted.end, len(words)) if words[n].folded not in _OF_THEM), len(words))
    if counted.unit != "count" or at == len(words) or words[at].kind != "word" or words[at].capital:
        return False
    if not words[at].folded.endswith("s") or words[at].folded in _PEOPLE | FUNCTION | AUXILIARIES:
        return False
    return not _told_near(words, counted) & _told_near(x.passage.words, figure)


def _told_near(words: Sequence[Word], figure: Quantity) -> set[str]:
    """The keys of what stands beside a figure, everyday words and all."""
    near = (*words[max(0, figure.first - _REACH) : figure.first], *words[figure.end : figure.end + _REACH])
    return {w.key for w in near if w.kind == "word" and w.folded not in FUNCTION}


def _innocent(x: _Figure, y: _Figure) -> bool:
    """May both be right: one planned, one with somebody left out, or of two sources?"""
    p, q, words_p, words_q = x.values[0], y.values[0], x.passage.words, y.passage.words
    return told_otherwise(words_p, p, words_q, q) or counted_apart(words_p, p, words_q, q)


def _one_event(x: _Figure, y: _Figure, close: bool) -> bool:
    """Do the sentences tell of one event: both in the lead, or with a word in common beside the figures?

    Of articles that name the same people and places (`close`) it is taken that they do.
    """
    if x.dated != y.dated or _other_times(x.passage, y.passage) or of_others(x.passage, y.passage):
        return False
    both_lead = max(x.passage.order, y.passage.order) < _LEAD
    return (
        close or both_lead or bool(company(x.passage.words, x.values[0].at) & company(y.passage.words, y.values[0].at))
    )


def _other_times(a: Passage, b: Passage) -> bool:
    """Do the sentences give other times?  The night when it was told is no other time than the morning when it was."""
    days = ({w.key for w in p.words if w.kind == "weekday"} for p in (a, b))
    return other_times(a, b) and not set.intersection(*days)
