"""In which direction of a town something lies: 20 miles south of it in one article, north of it in the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, Wording, held_against, most_alike
from index.comparison.conflicts.reading.phrases import content
from index.comparison.conflicts.reading.rivals import shared_near

_WAYS = {
    way: frozenset(part for part in ("north", "south", "east", "west") if part in way)
    for way in word_list("north south east west northeast northwest southeast southwest")
}
_DISTANCES = frozenset(word_list("mile miles kilometer kilometers kilometre kilometres km"))
_FROM = frozenset({"of", "from"})
_NAME = 3  # words of a place's name that are read


def other_directions(a: Told, b: Told) -> Iterator[Finding]:
    """One place, and a distance or two words beside both; each article has one direction from it alone.

    All are only likely.
    """
    ways_a, ways_b = _ways(a), _ways(b)
    for place in sorted(ways_a.keys() & ways_b.keys()):
        mine, theirs = ways_a[place], ways_b[place]
        if len(mine) != 1 or len(theirs) != 1 or next(iter(mine)) & next(iter(theirs)):
            continue
        pairs = [
            (x, y) for x in next(iter(mine.values())) for y in next(iter(theirs.values())) if _one_thing(x, y, place)
        ]
        if pairs:
            about = f"which way it lies from {place.title()}"
            yield held_against("place", "differs", *most_alike(pairs), about, 0.5, "They differ on {about}")


def _one_thing(x: Wording, y: Wording, place: str) -> bool:
    """Do both tell how far it is and one thing more, or two things more?"""
    shared = {key for key in shared_near(x, y) if key in content(x.passage.words) and key not in place}
    return len(shared - _DISTANCES - _WAYS.keys()) + (_measured(x) and _measured(y)) > 1


def _measured(told: Wording) -> bool:
    words = told.passage.words
    return told.first > 0 and words[told.first - 1].folded in _DISTANCES


@once
def _ways(told: Told) -> dict[str, dict[frozenset[str], list[Wording]]]:
    """By the name of a place: the directions from it that the article tells."""
    found: dict[str, dict[frozenset[str], list[Wording]]] = defaultdict(lambda: defaultdict(list))
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if word.folded in _WAYS and at + 1 < len(words) and words[at + 1].folded in _FROM:
                place = _name(words, at + 2)
                if place:
                    found[place][_WAYS[word.folded]].append(Wording(passage, at, at + 2))
    return found


def _name(words: Sequence[Word], at: int) -> str:
    """The name that begins with word `at`, folded; "" where none does, or that of a land, which is too wide."""
    if at < len(words) and words[at].folded == "the":
        at += 1
    name = []
    for word in words[at : at + _NAME]:
        if not word.capital or word.kind != "word" or word.folded in FUNCTION or word.key in LANDS:
            break
        name.append(word.folded)
    return " ".join(name)
