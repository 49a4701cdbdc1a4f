"""Whom a figure counts: the words for one group of people, and the groups that may be all whom an event befell.

Written by hand for this project.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from index.comparison.aligning.stems import stem, word_list
from index.comparison.aligning.thesaurus import concept

_GROUPS = """
police officers officer policemen policeman policewomen constables deputies coppers cops troopers gendarmes
soldiers troops servicemen serviceman servicewomen conscripts recruits guardsmen paratroopers
workers employees labourers laborers workmen hands dockers
miners pitmen colliers
sailors seamen crewmen mariners crew
children kids youngsters minors schoolchildren pupils
firefighters firemen
journalists reporters correspondents newsmen
militants gunmen fighters rebels insurgents guerrillas extremists militiamen jihadists
prisoners inmates convicts detainees captives
students undergraduates
patients
refugees migrants asylum-seekers
climbers mountaineers hikers
tourists sightseers vacationers
pilgrims
guests
"""
_MAY_BE_ALL = frozenset(
    word_list(
        """
        men women workers miners sailors prisoners students patients refugees climbers tourists pilgrims guests
        """
    )
)
"""Of a mine, a ship, a bus: where an article counts nobody else, they are all whom the event befell."""


def group_of(noun: str) -> str:
    """The key of a noun for people or things counted, one for all words of a group."""
    return _by_noun().get(noun) or concept(noun, stem(noun))


@cache
def may_be_all() -> frozenset[str]:
    """The keys of the groups that may be all whom an event befell."""
    return frozenset(group_of(noun) for noun in _MAY_BE_ALL)


@cache
def _by_noun() -> Mapping[str, str]:
    lines = [line.split() for line in _GROUPS.strip().splitlines()]
    return {noun: concept(line[0], stem(line[0])) for line in lines for noun in line}
