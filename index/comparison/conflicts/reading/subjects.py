"""Whom a sentence is about: who begins it, whom "he" or "the prime minister" stands for.

A pronoun stands rather for whoever the last sentence was about than for the last person it names.  An office is
somebody's where both articles together give it to one person alone ("Prime Minister Jan Orlik"; "the prime minister").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import stem, word_list
from index.comparison.aligning.stopwords import AUXILIARIES, FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.reading.denials import STEPPED_OVER
from index.entities.gender import Gender
from index.entities.model import Mention

_OPENING = 5  # words in which whoever begins a sentence is named
_PRONOUNS: dict[str, Gender] = {"he": "m", "she": "f"}
_REACH = 4  # words from a pronoun to what is told of whom it stands for
_ROLES = frozenset(
    word_list(
        """
        president premier minister chancellor mayor governor senator ambassador commissioner bishop rector warden judge
        captain coach leader chairman chairwoman chief envoy spokesman spokeswoman secretary director king queen pope
        """
    )
)
_SHORT = {"gov": "governor", "sen": "senator", "capt": "captain", "amb": "ambassador"}  # before a name
_FORMER = frozenset(word_list("former ex late deputy vice then acting outgoing assistant"))
_STEPPED_OVER = AUXILIARIES | STEPPED_OVER | {"not", "never"}
_MARKS = 2  # characters of an apposition's comma


def surname_key(mention: Mention) -> str:
    """The stem of the last word of a name, by which both articles will know it."""
    return stem(mention.text.split()[-1].casefold())


def office_holders(*articles: Told) -> dict[str, str]:
    """By office ("minister", "prime minister"): the surname's key of the one person whom the articles give it."""
    held: dict[str, set[str]] = defaultdict(set)
    for told in articles:
        for office, names in _held(told).items():
            held[office] |= names
    return {office: next(iter(names)) for office, names in held.items() if len(names) == 1}


@once
def _held(told: Told) -> dict[str, set[str]]:
    """By office: the surnames' keys of those whom one article gives it."""
    held: dict[str, set[str]] = defaultdict(set)
    text = told.side.document.text
    for passage in told.stated:
        words = passage.words
        people = [m for m in told.mentions_in(passage.span.start, passage.span.end) if m.type == "PERSON"]
        for mention in people:
            for office in _offices_beside(text, words, mention):
                held[office].add(surname_key(mention))
    return held


def _offices_beside(text: str, words: Sequence[Word], mention: Mention) -> Iterable[str]:
    """ "Prime Minister Jan Orlik", "the rebel leader, Yusuf Denn", "Marc Weber, the prime minister"."""
    first, end = (bisect_left(words, place, key=attrgetter("start")) for place in (mention.start, mention.end))
    if first and text[words[first - 1].end : mention.start].strip() in ("", ",", "."):
        yield from _office_at(words, first - 1)
    if text[mention.end : mention.end + _MARKS] == ", ":
        for at in range(end, min(len(words), end + _REACH)):
            if at > end and text[words[at - 1].end : words[at].start].strip(" ’'s"):
                break
            if words[at].folded in _ROLES:
                yield from _office_at(words, at)
                break


def _office_at(words: Sequence[Word], at: int) -> Iterable[str]:
    """The office that ends with word `at`, alone and with the word before it; a former one's with that word only."""
    before = words[at - 1].folded if at else ""
    office = _SHORT.get(words[at].folded, words[at].folded)
    if office not in _ROLES or (at > 1 and words[at - 2].folded in _FORMER):
        return
    if before not in _FORMER:
        yield office
    yield f"{before} {office}"


class Subjects:
    """Whom the sentences of one article are about, by the key of the surname; `holders` are those of both articles."""

    def __init__(self, told: Told, holders: Mapping[str, str]) -> None:
        self._told, self.holders = told, holders
        self._people = {surname_key(m): m for m in reversed(told.mentions) if m.type == "PERSON"}
        self._opened: dict[int, str] = {}
        topic = ""
        for passage in told.passages:
            topic = self._opened[passage.order] = self._opener(passage, topic) or topic

    def of(self, passage: Passage, at: int) -> str:
        """The surname's key of the person that word `at` of a sentence is told of, "" where nobody is."""
        words, told = passage.words, self._told
        people = [m for m in told.mentions_in(passage.span.start, passage.span.end) if m.type == "PERSON"]
        before = [m for m in people if m.end <= words[at].start]
        if before and _right_before(words, at, before[-1].end):
            return surname_key(before[-1])
        if not at:  # "Testifying last week, Breck said": who does it is named after it
            return surname_key(people[0]) if people else ""
        role = self._office(words, _stepped_back(words, at))
        if role:
            return role
        near = reversed(range(max(0, at - _REACH), at))
        pronoun = next((n for n in near if words[n].folded in _PRONOUNS), None)
        opener = self._opener(passage, self._topic(passage))
        return (
            opener
            if opener or pronoun is None
            else self._stands_for(passage, pronoun, words[pronoun].folded, self._topic(passage))
        )

    def meant(self, passage: Passage, at: int) -> str:
        """Whom a pronoun or an office right before word `at` means: "she, too, was"; "" without one."""
        words = passage.words
        for place in range(at - 1, max(-1, at - _REACH - 1), -1):
            if words[place].folded in _PRONOUNS:
                return self.stands_for(passage, place, words[place].folded)
            office = self._office(words, place)
            if office:
                return office
        return ""

    def bodies(self, passage: Passage) -> frozenset[str]:
        """The keys of the words of the body or group that a sentence begins with: "The Sons of the Dune denied"."""
        words = passage.words
        last = words[min(_OPENING, len(words) - 1)].start
        named = [m for m in self._told.mentions_in(passage.span.start, last) if m.type in ("ORG", "GROUP")]
        return frozenset(
            w.key
            for w in words
            if named and named[0].start <= w.start < named[0].end and w.folded not in FUNCTION and w.key not in LANDS
        )

    def stands_for(self, passage: Passage, at: int, pronoun: str) -> str:
        """Whose it is, where word `at` of a sentence is the possessive of `pronoun`."""
        opener = self._opener(passage, self._topic(passage)) if at else ""
        return self._stands_for(passage, at, pronoun, opener or self._topic(passage))

    def _topic(self, passage: Passage) -> str:
        """Whom the sentence before is about."""
        return self._opened.get(passage.order - 1, "")

    def _opener(self, passage: Passage, topic: str) -> str:
        """Who begins a sentence: a name, an office or a pronoun; `topic` is who the sentence before is about."""
        words = passage.words
        people = {
            m.start: m for m in self._told.mentions_in(passage.span.start, passage.span.end) if m.type == "PERSON"
        }
        for at, word in enumerate(words[:_OPENING]):
            if word.start in people:
                return surname_key(people[word.start])
            if word.folded in _PRONOUNS:
                return self._stands_for(passage, at, word.folded, topic)
            role = self._office(words, at)
            if role:
                return role
        return ""

    def _office(self, words: Sequence[Word], at: int) -> str:
        """Who holds the office of "the prime minister" or "the former mayor" that ends with word `at`."""
        if not at or words[at].folded not in _ROLES or words[at].capital:
            return ""
        two = f"{words[at - 1].folded} {words[at].folded}"
        if words[at - 1].folded in ("the", "its"):
            return self.holders.get(words[at].folded, "")
        return self.holders.get(two, "") if words[max(0, at - 2)].folded in ("the", "its") else ""

    def _stands_for(self, passage: Passage, at: int, pronoun: str, topic: str) -> str:
        """Whom the pronoun at word `at` stands for: the topic, where its gender fits, else the last that does.

        One who surely fits comes before a topic whose gender is not told.
        """
        word, speakers = passage.words[at], self._told.speakers
        wanted = _PRONOUNS[pronoun]
        known = speakers.gender(self._people[topic]) if topic in self._people else ""
        if topic and known == wanted:
            return topic
        found = speakers.referent(pronoun, word.start)
        if topic and not known and (found is None or speakers.gender(found) != wanted):
            return topic
        return surname_key(found) if found is not None else ""


def _stepped_back(words: Sequence[Word], at: int) -> int:
    """The last word before `at` that is no auxiliary, no adverb and no denial."""
    place = at - 1
    while place and _steps(words[place]):
        place -= 1
    return place


def _steps(word: Word) -> bool:
    return word.folded in _STEPPED_OVER or word.folded.endswith("ly")


def _right_before(words: Sequence[Word], at: int, end: int) -> bool:
    """Do nothing but auxiliaries and adverbs stand between the name that ends at `end` and word `at`?"""
    return all(_steps(w) for w in words[:at] if w.start >= end)


def subjects_of(told: Told, holders: Mapping[str, str]) -> Subjects:
    """Whom the sentences of an article are about; the last that was asked for is kept for all rules of a comparison."""
    last = told.kept.get(Subjects)
    if not isinstance(last, Subjects) or last.holders != holders:
        last = told.kept[Subjects] = Subjects(told, holders)
    return last
