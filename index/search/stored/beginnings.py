"""The beginnings of words with which many words of a segment begin, each with one list of the documents that have any
of them: what begins so is told by one list, not by hundreds.

They are what search engines call prefix terms.  Only crowded ones are kept: of others the lists of their words are read
as quickly, and there are many more of them.  Where their words stand is not kept; it is in the few articles that are
shown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.search.stored.encoding import encode
from index.search.stored.terms import Listed

SHORTEST = 2
"""Letters that a beginning has at least, in the query language too."""
CROWDED = 128
"""A beginning is kept where more words of a segment than these begin with it."""


class Crowds:
    """Finds the crowded beginnings of words that come in order."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self._run: list[str] = []
        """The words so far that begin with the same letters."""
        self._letters = ""

    def looking_at(self, terms: Listed) -> Listed:
        """The terms as they are, their words looked at as they pass."""
        for each in terms:
            word = each[0].decode("utf-8", "surrogatepass")
            if word[:SHORTEST] != self._letters:
                self._ended()
                self._letters = word[:SHORTEST]
            self._run.append(word)
            yield each

    def found(self) -> list[str]:
        """The crowded beginnings of all words that have passed, in order."""
        self._ended()
        return self._found

    def _ended(self) -> None:
        run, self._run = self._run, []
        if len(self._letters) == SHORTEST and len(run) > CROWDED:
            self._found += _crowded(run, SHORTEST)


def _crowded(words: Sequence[str], letters: int) -> Iterator[str]:
    """The crowded beginnings of words in order whose first `letters` are the same, these among them."""
    yield words[0][:letters]
    longer, at = letters + 1, bisect_right(words, words[0][:letters])
    while len(words) - at > CROWDED:
        beginning = words[at][:longer]
        end = bisect_right(words, beginning, at, key=lambda word: word[:longer])
        if end - at > CROWDED:
            yield from _crowded(words[at:end], longer)
        at = end


def list_of(counts: Mapping[int, int], titles: Mapping[int, int]) -> tuple[int, bytes]:
    """How many documents have a beginning, and the list of them: how often it stands in their texts and titles."""
    documents = sorted(counts.keys() | titles.keys()) if titles else sorted(counts)
    often = [counts.get(number, 0) for number in documents] if titles else [*map(counts.__getitem__, documents)]
    titled = [(index, titles[number]) for index, number in enumerate(documents) if number in titles] if titles else ()
    return len(documents), encode(documents, often, titled, ())


class Sum:
    """How often documents have any of some terms, list by list."""

    def __init__(self) -> None:
        self.counts: Counter[int] = Counter()
        self.titles: Counter[int] = Counter()

    def add(self, documents: Sequence[int], counts: Iterable[int], titles: Iterable[tuple[int, int]]) -> None:
        """Adds a list; `titles` have index and count."""
        known = self.counts
        for number, count in zip(documents, counts, strict=True):
            known[number] += count
        for index, count in titles:
            self.titles[documents[index]] += count
