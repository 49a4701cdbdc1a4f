"""What reports of one event call one thing: a march, a rally, a demonstration; a bill, a law, a measure.

Written by hand for this project.  Wider than the thesaurus that sentences are aligned by: two words of a line need not
mean the same, but in two reports of one event they mostly stand for the same thing.  So they tell that two claims are
about one thing, and nothing more.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Told
from index.comparison.aligning.tokens import Word

_THROUGHOUT, _SHARE = 5, 0.2  # sentences, and the share of an article's, from which on a word is told throughout
_CALLED = """
march rally protest demonstration marches rallies protests demonstrations
marchers protesters demonstrators
crash collision accident wreck disaster derailment
proposal plan draft offer proposals
law bill act legislation measure statute
merger takeover acquisition purchase sale transaction deal agreement accord pact settlement treaty
stock shares share stocks
kidnapping abduction kidnap hijacking
parliament lawmakers legislature legislators assembly
harbor harbour port
region province territory
rebels separatists insurgents guerrillas militants fighters secessionists
prison jail penitentiary
vote election ballot referendum poll
strike walkout stoppage
town city
employees workers staff members handlers
clinic hospital clinics hospitals wards ward
escape breakout jailbreak
inquiry investigation probe
schools school classes
board directors director
plant plants mill mills factory factories
signal signals
ship vessel tanker freighter ferry boat
plane aircraft jet airliner airplane
train express
verdict ruling
quake earthquake tremor
spill slick
invitation talks negotiations meeting conference summit
soldiers troops forces army
documents records papers files
house home houses homes
passengers travelers travellers
turbines masts
paintings pictures canvases
teachers instructors
students pupils
doctors physicians
referee umpire linesman official
miners pitmen
doors door exits exit doorways gates
firefighters firemen
guns weapons arms artillery howitzers howitzer cannon rockets missiles
withdraw withdrawal pull pullout pullback retreat quit leave withdraws pulls leaves withdrawing pulling leaving
surrender hand handed surrendered surrenders handover
autonomy self-rule self-government
"""


def called(word: Word) -> str:
    """The key of a word, or one that all words of its line share."""
    return _by_word().get(word.folded, word.key)


@once
def told_throughout(told: Told) -> set[str]:
    """The keys of what an article speaks of throughout: they tell little of what one clause is about."""
    count = Counter(chain.from_iterable({called(w) for w in passage.words} for passage in told.passages))
    return {key for key, seen in count.items() if seen > max(_THROUGHOUT, len(told.passages) * _SHARE)}


@cache
def _by_word() -> dict[str, str]:
    return {word: "~" + line.split()[0] for line in _CALLED.strip().splitlines() for word in line.split()}
