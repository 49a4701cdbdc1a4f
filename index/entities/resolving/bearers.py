"""Which of several people of one name a single word stands for ("Clinton", where Bill and Hillary Clinton are named).

The evidence is asked in turn: "the younger"; the gender that a title, kinship or a pronoun tells; the office; who the
article is about; who alone was named just before.  Where none decides, nobody is chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from index.entities.gender import Gender, of_given
from index.entities.resolving.personal import PersonName
from index.entities.resolving.surroundings import YOUNGER, Surroundings

_MAIN = 3
"""An article is about who is named this many times as often as another, and at least as many times."""
_NEAR = 2
"""Sentences before a name in which the one who is meant was named."""
_RECENT = 6
"""Sentences in which the one whom an article is about was named last."""


class Bearer(NamedTuple):
    """Where a person of a full name is named, the key, the word by which he may be named alone, and whether "Jr"
    stands behind the name.
    """

    number: int
    key: str
    word: str
    junior: bool


def decided(
    places: Sequence[Bearer],
    singles: Sequence[int],
    names: Mapping[int, PersonName],
    around: Surroundings,
) -> dict[int, str]:
    """The key of each of the mentions `singles` that is decided; all mentions by number.  `places` are where those who
    may be meant are named in full, in order.
    """
    case = _Case(places, names, around)
    first = places[0].number
    # What stands before all full names, a headline, is read with the whole text in mind.
    for number in sorted(singles, key=lambda number: (number < first, number)):
        case.decide(number)
    return case.found


class _Case:
    def __init__(self, places: Sequence[Bearer], names: Mapping[int, PersonName], around: Surroundings) -> None:
        self._around = around
        self._places = places
        self._named: dict[str, list[int]] = {}
        for place in places:
            self._named.setdefault(place.key, []).append(place.number)
        self._keys = list(self._named)
        self._genders = {key: self._gender(numbers, names) for key, numbers in self._named.items()}
        self._offices = {
            key: frozenset(office for number in numbers for office in around.offices(number))
            for key, numbers in self._named.items()
        }
        self._juniors = {place.key for place in places if place.junior}
        self.found: dict[int, str] = {}

    def decide(self, number: int) -> None:
        """Finds who is meant at a mention, where that can be told."""
        asked = self._around.age_asked(number)
        key = self._of_age(asked) if asked else self._by_evidence(number)
        if key:
            self.found[number] = key
            self._named[key].append(number)

    def _gender(self, numbers: Sequence[int], names: Mapping[int, PersonName]) -> Gender:
        told = Counter(gender for number in numbers if (gender := self._around.titled(number)))
        if not told:
            told = Counter(gender for number in numbers if (gender := of_given(names[number].words[0])))
        if not told:
            told = Counter(gender for number in numbers if (gender := self._around.gender(number)))
        return told.most_common(1)[0][0] if len(told) == 1 else ""

    def _of_age(self, asked: int) -> str:
        """The one who is the youngest, or the oldest, of two."""
        if len(self._keys) != 2:
            return ""
        if len(self._juniors) == 1:
            (junior,) = self._juniors
            return junior if asked == YOUNGER else self._other(junior)
        for told in (self._around.age, self._around.generation):
            ages = {key: {told(number) for number in self._named[key]} - {0} for key in self._keys}
            known = {key: min(values) for key, values in ages.items() if len(values) == 1}
            if len(known) == 2 and len(set(known.values())) == 2:
                return (min if asked == YOUNGER else max)(known, key=known.__getitem__)
            if told == self._around.generation and len(known) == 1:
                ((key, value),) = known.items()
                return key if value == asked else self._other(key)
        return ""

    def _other(self, key: str) -> str:
        return next(other for other in self._keys if other != key)

    def _by_evidence(self, number: int) -> str:
        gender = self._around.gender(number)
        fitting = [key for key in self._keys if not gender or self._genders[key] in ("", gender)]
        told = [key for key in fitting if gender and self._genders[key] == gender]
        if len(told) == 1:
            return told[0]
        if offices := self._around.offices(number):
            holders = [key for key in fitting if self._offices[key] & offices]
            if len(holders) == 1:
                return holders[0]
        if len(fitting) < 2:
            return "".join(fitting)
        return (
            self._main(number, fitting)
            or self._near(number, fitting)
            or self._announced(number, fitting)
            or self._plain(fitting)
        )

    def _main(self, number: int, fitting: Sequence[str]) -> str:
        """Whom the article is about, where he was named not long ago."""
        before = {key: [at for at in self._named[key] if at < number] or self._early(number, key) for key in fitting}
        first, second = sorted(fitting, key=lambda key: (-len(before[key]), key))[:2]
        times, others = len(before[first]), len(before[second])
        if times < _MAIN or times < _MAIN * others:
            return ""
        last = max((at for at in before[first] if at < number), default=number)
        return first if self._around.sentence(number) - self._around.sentence(last) <= _RECENT else ""

    def _early(self, number: int, key: str) -> list[int]:
        """All mentions, for what stands before the first full name."""
        return self._named[key] if number < self._places[0].number else []

    def _near(self, number: int, fitting: Sequence[str]) -> str:
        """The one who alone was named in the sentence, in the few before it, or in the paragraph."""
        sentence, block = self._around.sentence(number), self._around.block(number)
        near = {
            key
            for key in fitting
            for at in self._named[key]
            if at < number and (sentence - self._around.sentence(at) <= _NEAR or self._around.block(at) == block)
        }
        return near.pop() if len(near) == 1 else ""

    def _plain(self, fitting: Sequence[str]) -> str:
        """The father, where all others are printed with "Jr"."""
        plain = [key for key in fitting if key not in self._juniors]
        return plain[0] if len(plain) == 1 else ""

    def _announced(self, number: int, fitting: Sequence[str]) -> str:
        """Of what stands before all full names, the one whom the first sentence with one names alone."""
        first = self._places[0]
        if number > first.number:
            return ""
        sentence = self._around.sentence(first.number)
        named = {place.key for place in self._places if self._around.sentence(place.number) == sentence}
        return first.key if len(named) == 1 and first.key in fitting else ""
