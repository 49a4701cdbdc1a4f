"""Whether two articles surely report one event: by whom and what they name, and by the words they tell it in.

Reports of one event name the same people and places.  But those of one land's politics name the same parties, chambers
and presidents whatever they are about: such names tell no event.  Papers that draw on the same sources also share
their words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import log, sqrt

from index.comparison.aligning.naming import capitalised, names_shared, names_told
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import COMMON, FUNCTION
from index.comparison.aligning.thesaurus import LANDS
from index.comparison.aligning.tokens import Word, tokenize

_OWN = (2, 0.4)
"""Words of names of an event's own, and of those of the article with fewer, that two reports surely have in common."""
_WHOLE = (3, 0.5)
"""The same of names that are each counted once, however many words they have."""
_ALIKE = (3, 0.24)
"""The same of all names, where the articles' words are as like as `_LIKENESS`."""
_LIKENESS = 0.27
_UNLIKE = (80, 0.2)
"""From so many words of content on the names that two articles share tell no event where their words are less like."""
_APART = 0.5  # of a title's words that the other article has; up to there two titles may tell of two things
_TO_TELL = 5  # names of the article with fewer, from which on those that two articles lack tell them apart
_MOULD = 2  # words in common, from which on two titles may be of one mould
_LONGEST = 4  # words of a president's name
_EVERYWHERE = frozenset(
    word_list(
        """
        republican republicans democrat democrats democratic gop conservative conservatives liberal liberals labour tory
        tories party tea house senate congress congressional parliament assembly commons capitol hill white court
        supreme constitution cabinet committee council department ministry administration government state states
        federal national international union united nations bank university
        american americans european europeans western eastern northern southern african asian hispanic latino
        latinos christian christians muslim muslims jewish jews
        news times post press journal herald tribune associated reuters ap afp bbc cnn fox nbc abc cbs tv radio
        television facebook twitter youtube internet web
        """
    )
)
"""Names that stand in reports of all kinds: parties, chambers, bodies, peoples and media."""


def surely_one_event(a: Told, b: Told) -> bool:
    """Do two articles name so many of the same, that is an event's own, or so many in such like words?"""
    return _name_its_own(a, b) or _name_the_same(a, b) or _tell_alike(a, b)


def perhaps_two_events(a: Told, b: Told) -> bool:
    """Do two articles, by their titles, tell of two, or do they not name what reports of one event do?

    Where one names too little to tell, titles do that each begin with a word of their own.
    """
    if _other_subjects(a, b) or _titles_apart(a, b) or _unlike(a, b):
        return True
    if surely_one_event(a, b):
        return False
    enough = min(len(names_told(a)), len(names_told(b))) >= _TO_TELL
    return enough or (_own_title(a, b) and _own_title(b, a))


def _own_title(told: Told, other: Told) -> bool:
    """Does the title begin with a word that the other article has nowhere, in any form?"""
    first = next(iter(_title(told).items()), None)
    return first is not None and _words(other).isdisjoint(first)


def _other_subjects(a: Told, b: Told) -> bool:
    """Do both titles name what the other article has nowhere: "Corvex raises its price", "Tolmin raises prices"?

    In titles of one mould it may stand anywhere ("Grain sold to Tarnia"), else it is the first word.
    """
    title_a, title_b = _title(a), _title(b)
    same = len(set(title_a.values()) & set(title_b.values()))
    most = None if same >= _MOULD and 2 * same >= min(len(title_a), len(title_b)) else 1
    return all(_own_in_title(told, other, most) for told, other in ((a, b), (b, a)))


def _own_in_title(told: Told, other: Told, most: int | None = None) -> list[str]:
    """The names among the first `most` words of a title that stand nowhere in the other article."""
    return [word for word in list(_title(told))[:most] if word in _named(told) and word not in _words(other)]


def _titles_apart(a: Told, b: Told) -> bool:
    """Has each title a name of its own, and of the rest hardly anything that the other article tells?

    "Grolin's debt is upgraded", "Zenit sells bonds".  A land is no such name: its capital may stand there.
    """
    return all(
        any(word not in _lands(told) for word in _own_in_title(told, other))
        and sum(not _words(other).isdisjoint(forms) for forms in _title(told).items()) <= _APART * len(_title(told))
        for told, other in ((a, b), (b, a))
    )


def _unlike(a: Told, b: Told) -> bool:
    """Do two articles that are long enough to tell name the same in other words: two days of one campaign?"""
    words, least = _UNLIKE
    content_a, content_b = _content(a), _content(b)
    return min(len(content_a), len(content_b)) >= words and _likeness(content_a, content_b) < least


@once
def _lands(told: Told) -> set[str]:
    """The words of the title that stand for lands, folded."""
    title = told.side.document.title
    return {w.folded for w in tokenize(title, 0, len(title)) if w.key in LANDS}


@once
def _title(told: Told) -> dict[str, str]:
    """The words of the title in order, folded, with their stems."""
    title = told.side.document.title
    words = tokenize(title, 0, len(title))
    return {w.folded: w.stem for w in words if w.kind == "word" and w.folded not in FUNCTION}


@once
def _words(told: Told) -> set[str]:
    """The words of an article, folded, and their stems."""
    title = _title(told)
    return {form for p in told.passages for w in p.words for form in (w.folded, w.stem)}.union(title, title.values())


@once
def _named(told: Told) -> set[str]:
    """The words of an article's names, folded."""
    return {w.folded for p in told.passages for w in p.words[1:] if w.capital}


def _name_its_own(a: Told, b: Told) -> bool:
    heads = _heads(a) | _heads(b)
    own_a, own_b = _own_names(a) - heads, _own_names(b) - heads
    shared = len(own_a & capitalised(b) | own_b & capitalised(a))
    least, share = _OWN
    return shared >= least and shared >= share * min(len(own_a), len(own_b))


def _tell_alike(a: Told, b: Told) -> bool:
    shared, (least, share) = names_shared(a, b), _ALIKE
    enough = shared >= least and shared >= share * min(len(names_told(a)), len(names_told(b)))
    return enough and _likeness(_content(a), _content(b)) >= _LIKENESS


def _likeness(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two articles' words, of length 1 each."""
    return sum(weight * b[word] for word, weight in a.items() if word in b)


@once
def _content(told: Told) -> Mapping[str, float]:
    """What an article's words weigh, by how often they stand there: function words, everyday words, lands left out."""
    counted = Counter(
        w.stem
        for p in told.passages
        for w in p.words
        if w.kind == "word"
        and w.folded not in FUNCTION
        and w.stem not in COMMON
        and w.key not in COMMON
        and w.key not in LANDS
    )
    weights = {word: 1 + log(times) for word, times in counted.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


@once
def _own_names(told: Told) -> set[str]:
    """The keys of an article's names without those that stand in reports of all kinds."""
    everywhere = {w.key for p in told.passages for w in p.words if w.folded in _EVERYWHERE}
    return names_told(told) - everywhere


@once
def _heads(told: Told) -> set[str]:
    """The keys of the names of presidents, prime ministers and administrations: a land's reports are full of them."""
    found: set[str] = set()
    for passage in told.passages:
        words = passage.words
        for at, word in enumerate(words):
            if word.folded in ("president", "premier") or (word.folded == "minister" and _follows(words, at, "prime")):
                for name in words[at + 1 : at + 1 + _LONGEST]:
                    if not name.capital:
                        break
                    found.add(name.key)
            elif word.folded == "administration" and at and words[at - 1].capital:
                found.add(words[at - 1].key)
    return found


def _follows(words: tuple[Word, ...], at: int, other: str) -> bool:
    return at > 0 and words[at - 1].folded == other


def _name_the_same(a: Told, b: Told) -> bool:
    """Do they, each name counted once?  Of two papers each has witnesses of its own, with forename and surname."""
    heads = _heads(a) | _heads(b)
    named_a, named_b = (
        [name for name in (*_whole_names(told), *_in_title(told, other)) if name.isdisjoint(heads)]
        for told, other in ((a, b), (b, a))
    )
    shared = min(
        sum(not name.isdisjoint(keys) for name in named)
        for named, keys in (
            (named_a, capitalised(b) | _title_words(b)),
            (named_b, capitalised(a) | _title_words(a)),
        )
    )
    least, share = _WHOLE
    return shared >= least and shared >= share * min(len(named_a), len(named_b))


def _in_title(told: Told, other: Told) -> list[frozenset[str]]:
    """What an article names in its title alone and the other in its sentences."""
    return [frozenset({key}) for key in sorted((_title_words(told) - names_told(told)) & _own_names(other))]


@once
def _title_words(told: Told) -> set[str]:
    title = told.side.document.title
    return {w.key for w in tokenize(title, 0, len(title)) if w.capital}


@once
def _whole_names(told: Told) -> list[frozenset[str]]:
    """The own names of an article as the keys of their words; a part of a longer one ("Rukin", "Pavle Rukin") is it."""
    known = _own_names(told)
    found: set[frozenset[str]] = set()
    for passage in told.passages:
        name: set[str] = set()
        for at, word in enumerate(passage.words):
            if name and not (word.capital and word.start - passage.words[at - 1].end == 1):
                found.add(frozenset(name))
                name = set()
            if at and word.capital and word.key in known:
                name.add(word.key)
        found.add(frozenset(name))
    whole: list[frozenset[str]] = []
    in_whole: set[str] = set()
    for one in sorted(found - {frozenset()}, key=lambda n: (-len(n), sorted(n))):
        if one.isdisjoint(in_whole):
            whole.append(one)
            in_whole |= one
    return whole
