"""Which line of the table of tallies a figure answers, and whom it counts: by the words on either side of it.

The words are those between the figure and the next mark, folded.  "Killed at least 9 soldiers" answers "how many died"
and counts soldiers; "9 people from the valley are known to have died" answers it for all whom the event befell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from index.comparison.aligning.quantities import Quantity, Unit
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.figures.groups import group_of
from index.comparison.conflicts.figures.tallies import Tally
from index.documents.patterns import late

REACH = 9
"""Words on either side of a figure that are read."""
_NOUN = 3  # words that name who is counted
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
_END_OF_BOUNDS = frozenset(bound[-1] for bound in _BOUNDS)
_UP_TO = "up to"
_MOST = (_UP_TO, "maximum of")
PEOPLE = frozenset(
    word_list(
        """
        people persons person others civilians residents inhabitants villagers victims spectators fans
        protesters demonstrators marchers supporters passengers lives opponents participants visitors onlookers
        listeners mourners citizens shoppers customers worshippers worshipers commuters travelers travellers
        holidaymakers revelers revellers concertgoers churchgoers festivalgoers locals islanders townspeople souls
        individuals rioters troublemakers hooligans thugs louts yobs
        """
    )
)
"""Words for those whom an event befell, all of them; "soldiers" or "children" may be a part."""
_AGAINST = late(
    r" ?[-–] ?| (?:[a-z]+ )?(?:to|against) | (?:[a-z]+ )?(?:for|in favou?r|yes)(?: and|,|, and| to|, with) "
)
"""Between the two counts of a result: 3-2, 19 votes to 14, 18 in favour and 15 against."""
_CARRYING = AUXILIARIES | frozenset(
    word_list(
        "that who which now still also remain remained reported listed already known confirmed feared believed to"
    )
)
"""Between who is counted and what befell them: "9 people are still missing", "are known to have died"."""
_OF_WHERE = frozenset({"of", "from", "in", "at", "on"})
_MORE = frozenset({"more", "another", "additional", "further", "other"})
_JOINING = " -’'“”\"\n"


def results(
    text: str, words: Sequence[Word], of: Sequence[Quantity]
) -> Iterator[tuple[tuple[Quantity, ...], Unit | Literal["result"]]]:
    """The figures of a sentence with their kinds, two counts that give a result, or a range, as one."""
    taken = None
    for quantity, following in zip_longest(of, of[1:]):
        if quantity is taken:
            continue
        if following is not None and _of_two(text, words, quantity, following):
            taken = following
            yield (quantity, following), "result"
        else:
            yield (quantity,), quantity.unit


def _of_two(text: str, words: Sequence[Word], one: Quantity, other: Quantity) -> bool:
    between = text[words[one.at].end : words[other.at].start]
    return one.unit == other.unit == "count" and _AGAINST.fullmatch(between) is not None


def past_bounds(words: Sequence[Word], at: int) -> int:
    """Where "at least" and the like begin before word `at`."""
    for _ in range(_BOUNDS_AT_MOST):
        if not at or words[at - 1].folded not in _END_OF_BOUNDS:
            break
        at -= next((len(b) for b in _BOUNDS if tuple(w.folded for w in words[at - len(b) : at]) == b), 0)
    return at


def words_before(text: str, words: Sequence[Word], at: int) -> str:
    """The folded words before word `at` up to the last mark."""
    first = at
    while first and at - first < REACH and _joined(text, words, first - 1):
        first -= 1
    return " ".join(w.folded for w in words[first:at])


def words_after(text: str, words: Sequence[Word], at: int) -> str:
    """The folded words from word `at`, after another, to the next mark."""
    end = at
    while end < len(words) and end - at < REACH and _joined(text, words, end - 1):
        end += 1
    return " ".join(w.folded for w in words[at:end])


def _joined(text: str, words: Sequence[Word], at: int) -> bool:
    """Does no mark part word `at` from the next?"""
    return not text[words[at].end : words[at + 1].start].strip(_JOINING)


def at_most(before: str) -> bool:
    """Is a figure after these words the most that there may be?"""
    return before.endswith(_MOST)


def whom(tally: Tally, before: str, after: str) -> str | None:
    """Who or what is counted where the words beside a figure answer the tally, None where they do not.

    "" stands for all whom the event befell: "14 people", "14 were", "14 dead".
    """
    told = _after(after)
    bounded = tally.before.match(before) is not None
    if (before.endswith(_UP_TO) and not bounded) or _MORE.intersection(told.rest[:1]):
        return None
    nouns = _nouns(tally, told)
    if nouns is None and bounded:
        nouns = told.rest[: _clear(told.rest, FUNCTION)]
    if nouns is None:
        return None
    return counted(nouns) if tally.kind == "count" else ""


class _After(NamedTuple):
    """The words after a figure: up to `most` of them may be the noun; what is told behind none, one, two of them, and
    behind all, of those "of the lower valley".
    """

    rest: tuple[str, ...]
    most: int
    carried: tuple[str, ...]
    predicate: str


@lru_cache(maxsize=64)  # each line of the table is asked of the same words
def _after(after: str) -> _After:
    rest = tuple(after.split())
    most = min(len(rest), _NOUN, _clear(rest, FUNCTION))
    carried = tuple(_carried(rest[skipped:]) for skipped in range(most + 1))
    return _After(rest, most, carried, _predicate(rest[most:]))


def _nouns(tally: Tally, told: _After) -> Sequence[str] | None:
    """The words after a figure for whom it counts, where an answer to the tally follows them."""
    for skipped, carried in enumerate(told.carried):
        if tally.after.match(carried):
            return told.rest[:skipped]
    said = told.most or tally.kind == "percent"  # "61 percent of the voters went to the polls"
    return told.rest[: told.most] if said and tally.after.match(told.predicate) else None


def _carried(rest: Sequence[str]) -> str:
    """The words after the auxiliaries and adverbs that begin them: "were slightly hurt"."""
    first = next((n for n, word in enumerate(rest) if word not in _CARRYING and not word.endswith("ly")), len(rest))
    return " ".join(rest[first:])


def _predicate(rest: Sequence[str]) -> str:
    """What is told of those "of the lower valley": the words after the auxiliaries that follow, "" where none do."""
    return _carried(rest[_clear(rest, AUXILIARIES) :]) if _OF_WHERE.intersection(rest[:1]) else ""


def _clear(rest: Sequence[str], of: frozenset[str]) -> int:
    """How many words come before the first of `of`."""
    return next((n for n, word in enumerate(rest) if word in of), len(rest))


def counted(nouns: Sequence[str]) -> str:
    """The key of the last of the nouns after a figure, "" where it stands for all whom the event befell."""
    if not nouns or not PEOPLE.isdisjoint((nouns[0], nouns[-1])):
        return ""
    return group_of(nouns[-1])
