"""Names in articles in other languages than English, by what carries over: capitals, tables of names, titles before a
person, words that bodies begin with.

What tells names in English (what stands beside them, which words are common) tells nothing there.  So less is found,
and what is not clear is left out: a single unknown word, in German any unknown noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from index.entities.model import EntityType
from index.entities.tables import FOLDER, GIVEN, ORG, PLACE, SURNAME, WHERE, aliases, sections, tables

LANGUAGES = frozenset(("de", "fr", "es", "it", "pt", "nl", "pl", "uk", "ru"))
"""Tags of the languages that this reads."""
_NOUNS_HAVE_CAPITALS = "de"
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_ELIDED = re.compile(r"(?:[ldqjnsmtc]|qu|jusqu|lorsqu|puisqu|dell|nell|all|sull|dall|un|quell|coll)'(?=[^\W\d_])", re.I)
_BEGINS_AFTER = '.!?…:«»"“”„‘•*('
_BODY = re.compile(
    r".+(?:ministerium|ministeriums|regierung|parlament|parlaments|bundesamt|gericht|gerichts|gerichtshof)",
    re.I,
)
"""German bodies are called in one word."""
_ABBREVIATED = 4
"""Letters of a title that may be an abbreviation."""
_LONGEST = 5
"""Words of a name that is looked up."""
_FURTHER = 3
"""Words in small letters, and a land, with which the name of a body goes on."""
_LONGEST_RUN = 24
"""Words of a run of capitals that are divided together, lest a text of nothing else takes long."""


class Name(NamedTuple):
    """Where a name stands, and what it names."""

    start: int
    end: int
    kind: EntityType


class _Word(NamedTuple):
    """A word: whether it begins a sentence, and whether a space alone parts it from the one before."""

    text: str
    start: int
    end: int
    begins: bool
    joined: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


class _Words(NamedTuple):
    """What a language has of words that tell of names."""

    openers: frozenset[str]
    titles: frozenset[str]
    heads: frozenset[str]
    adjectives: frozenset[str]
    particles: frozenset[str]
    locatives: frozenset[str]
    fields: frozenset[str]


@cache
def _table() -> dict[str, frozenset[str]]:
    written = sections((FOLDER / "hand_abroad.txt").read_text(encoding="utf-8"))
    return {name: frozenset(entries) for name, entries in written.items()}


@cache
def _words_of(language: str) -> _Words:
    table = _table()
    return _Words(*(table.get(f"{language} {name}", frozenset()) for name in _Words._fields))


@lru_cache(maxsize=1 << 12)
def _known(name: str) -> EntityType | None:
    """What the tables say that a name is, where that is a body or a place."""
    if name in _table()["bodies"]:
        return "ORG"
    if name in _lands_and_towns():
        return "PLACE"
    bits = tables().names[name]
    if bits & PLACE and not bits & (GIVEN | SURNAME):
        return "PLACE"
    return "ORG" if bits & ORG and " " in name else None


@cache
def _lands_and_towns() -> frozenset[str]:
    """Names of places that are told in several languages, as each tells them."""
    places = aliases()["places"]
    return frozenset(places).union(places.values())


def names_abroad(language: str, text: str, segments: Sequence[tuple[int, int]]) -> list[Name]:
    """The names in segments of a text, in order and apart; `text` has plain apostrophes, and a segment is its start and
    its end.  One that is all in capitals tells no names.
    """
    reader = _Reader(language, text)
    found: list[Name] = []
    unclear: list[_Word] = []
    for start, end in segments:
        if text[start:end].isupper():
            continue
        for run, before in reader.runs(reader.words(start, end)):
            names, left = reader.divided(run, before)
            found += names
            unclear += left
    # Whom the article names in full, it names by the last name elsewhere.
    last = {word for name in found if name.kind == "PERSON" for word in _last_names(text[name.start : name.end])}
    for word in unclear:
        whose = word.text.removesuffix("s") if language == _NOUNS_HAVE_CAPITALS else word.text
        name = word.text if word.text in last else whose
        bits = tables().names[word.text]
        if name in last:
            found.append(Name(word.start, word.start + len(name), "PERSON"))
        elif bits & PLACE and not bits & GIVEN and language != _NOUNS_HAVE_CAPITALS:
            found.append(Name(word.start, word.end, "PLACE"))
    return sorted(found)


def _last_names(name: str) -> list[str]:
    """The words by which somebody is called elsewhere: the last, and what stands before its particle (Luiz Inácio Lula
    da Silva).
    """
    _, *further = name.split()
    return [name.split()[-1], *(one for one, small in pairwise(further) if small.islower() and one.istitle())]


def _is_acronym(word: _Word) -> bool:
    return word.text.isupper() and 2 <= len(word.text) <= 6


class _Reader:
    """Reads runs of capitals in one language."""

    def __init__(self, language: str, text: str) -> None:
        self._nouns = language == _NOUNS_HAVE_CAPITALS
        self._words = _words_of(language)
        self._text = text

    def words(self, start: int, end: int) -> list[_Word]:
        """The words of a segment; what is elided before a name (d'Emmanuel) is no part of it."""
        text = self._text
        words: list[_Word] = []
        last = start
        for match in _WORD.finditer(text, start, end):
            at = match.start()
            between = text[last:at]
            shown = between.strip()
            abbreviated = shown == "." and bool(words) and self._is_short(words[-1].text)
            begins = not words or (not abbreviated and bool(shown) and shown[-1] in _BEGINS_AFTER)
            joined = bool(words) and (between == " " or (abbreviated and between == ". "))
            elided = _ELIDED.match(match[0])
            if elided and match[0][elided.end()].isupper():
                at += elided.end()
                joined = False
            words.append(_Word(text[at : match.end()], at, match.end(), begins, joined))
            last = match.end()
        return words

    def _is_short(self, word: str) -> bool:
        """Whether a word's full stop may end no sentence: an initial's, or that of M. or Sra."""
        return len(word) == 1 or (len(word) <= _ABBREVIATED and word.lower() in self._words.titles)

    def runs(self, words: list[_Word]) -> Iterator[tuple[list[_Word], str]]:
        """Words with capitals that follow each other, small words between them included, and the word before each."""
        at = 0
        while at < len(words):
            if not words[at].capital:
                at += 1
                continue
            end = self._run_end(words, at)
            before = words[at - 1].text.lower() if at and words[at].joined else ""
            if at and not before and _ELIDED.match(self._text, words[at].start - 2):
                before = words[at - 1].text.lower()
            if end < len(words) and words[end].joined and words[end].text in self._words.adjectives:
                end += any(word.text in self._words.heads for word in words[at:end])
            end = self._body_end(words, end)
            yield words[at:end], before
            at = end

    def _body_end(self, words: list[_Word], end: int) -> int:
        """Where a run ends whose last word begins a body that goes on in small letters: with the rest of a known name
        (Nations unies), with what the body is for, and the land it is of (Служба безпеки України).
        """
        first = end - 1
        joined = end
        while joined < len(words) and joined < end + _FURTHER and words[joined].joined:
            joined += 1
        for last in range(joined, end, -1):
            following = " ".join(word.text for word in words[first + 1 : last])
            if f"{words[first].text} {following}" in _table()["bodies"]:
                return last
            if following in self._words.fields and words[first].text in self._words.heads:
                of_land = last < joined and words[last].capital and _known(words[last].text) is not None
                return last + of_land
        return end

    def _run_end(self, words: list[_Word], at: int) -> int:
        end = at + 1
        last = min(len(words), at + _LONGEST_RUN)
        while end < last and words[end].joined:
            following = end
            while following < len(words) and words[following].joined and words[following].text in self._words.particles:
                following += 1
            # What is elided (de l'Ukraine) does not join.
            if following - end > 2 or following >= len(words) or not words[following].joined:
                break
            if not words[following].capital:
                break
            end = following + 1
        return end

    def divided(self, run: list[_Word], before: str) -> tuple[list[Name], list[_Word]]:
        """The names in a run, and single words that are nothing by themselves; `before` is the word before it."""
        found: list[Name] = []
        unclear: list[_Word] = []
        titles = self._words.titles
        while run:
            first = run[0]
            if not first.capital or (first.begins and self._opens(first)):
                run, before = run[1:], first.text.lower()
                continue
            if first.text.lower() in titles or (self._nouns and first.text.rpartition("-")[2].lower() in titles):
                run, before = run[1:], first.text.lower()
                continue
            kind, length = self._first_name(run, before in titles or before.rpartition("-")[2] in titles, before)
            if kind:
                end = run[length - 1].end
                found.append(Name(first.start, end, kind))
            else:
                unclear.append(first)
            run, before = run[length:], run[length - 1].text.lower()
        return found, unclear

    def _opens(self, word: _Word) -> bool:
        return word.text in self._words.openers

    def _first_name(self, run: list[_Word], titled: bool, before: str) -> tuple[EntityType | None, int]:
        """What the name is that a run begins with, and how many words it has; None where it is unclear."""
        for length in range(min(len(run), _LONGEST), 0, -1):
            whole = " ".join(word.text for word in run[:length])
            kind = _known(whole)
            if kind is not None and (run[length - 1].capital or whole in _table()["bodies"]):
                # President Lincoln is no town.
                if titled and length == 1 and kind == "PLACE" and whole not in _lands_and_towns():
                    return "PERSON", self._person(run)
                return kind, length
        first = run[0]
        if first.text in self._words.heads:
            return ("ORG", len(run)) if len(run) > 1 or not (first.begins or self._nouns) else (None, 1)
        if self._nouns and _BODY.fullmatch(first.text):
            return "ORG", 1
        if _is_acronym(first):
            return "ORG", 1
        if (
            before in self._words.locatives
            and len(run) > 2
            and self._begins_person(run[1:])
            and not self._is_given(first)
        ):
            return "PLACE", 1  # w Krakowie Jan Kowalski
        person = self._person(run)
        given = self._is_given(first)
        if titled or (given and person > 1):
            return "PERSON", person
        if not self._nouns and person > 1 and not first.begins and before not in self._words.particles:
            return "PERSON", person
        if not self._nouns and before in self._words.locatives:
            return "PLACE", 1
        if before in self._words.particles and tables().names[first.text] & WHERE:
            return "PLACE", 1
        return None, 1

    def _begins_person(self, run: list[_Word]) -> bool:
        return self._is_given(run[0]) and run[1].capital

    @staticmethod
    def _is_given(word: _Word) -> bool:
        return bool(tables().names[word.text] & GIVEN)

    def _is_body(self, word: _Word) -> bool:
        return word.text in self._words.heads or _known(word.text) == "ORG" or _is_acronym(word)

    def _person(self, run: list[_Word]) -> int:
        """How many words of a run a person's name has: up to the next body, with particles after a given name."""
        given = tables().names[run[0].text] & GIVEN
        for length in range(1, len(run)):
            word = run[length]
            if word.capital:
                if self._is_body(word):
                    return length
            else:
                following = next((each for each in run[length:] if each.capital), None)
                if not given or following is None or self._is_body(following) or _known(following.text) == "PLACE":
                    return length
        return len(run)
