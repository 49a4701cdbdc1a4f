"""Folding and stemming of single words, remembered, since an article says few words many times."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from index.stemmers import Stemmers

_STEMMERS = Stemmers()
_LONGEST = 40  # longer "words" are noise, and the stemmer's work grows with length


def word_list(text: str) -> tuple[str, ...]:
    """The words of a list that is written as running text."""
    return tuple(text.split())


_IRREGULAR = {  # forms that the rules of English endings do not lead back; verbs whose form is a word of its own lack
    form: line.split()[0]
    for line in """
    arise arose arisen
    awake awoke awoken
    become became
    break broke broken
    bring brought
    catch caught
    cling clung
    come came
    deal dealt
    dig dug
    draw drew drawn
    drink drank drunk
    drive drove driven
    eat ate eaten
    flee fled
    fly flew flown
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    go went gone
    hear heard
    hide hid hidden
    keep kept
    know knew known
    lose lost
    make made
    pay paid
    ride rode ridden
    run ran
    see saw seen
    send sent
    shake shook shaken
    shoot shot
    sing sang sung
    sink sank sunk
    speak spoke spoken
    spend spent
    stand stood
    steal stole stolen
    swear swore sworn
    swim swam swum
    take took taken
    teach taught
    tear tore torn
    throw threw thrown
    undergo underwent undergone
    wake woke woken
    wear wore worn
    win won
    withdraw withdrew withdrawn
    write wrote written
    """.strip().splitlines()
    for form in line.split()[1:]
}
_APART = {  # words that the rules of English endings lead to the stem of a word that tells something else
    form: line.split()[0]
    for line in """
    airliner airliners
    apartment apartments
    authority authorities
    business businesses
    conservative conservatives
    customer customers
    department departments
    executive executives
    hospitality
    important importance importantly
    informant informants
    mineral minerals
    officer officers
    protestant protestants
    refugee refugees
    relative relatives
    severe severely
    """.strip().splitlines()
    for form in line.split()
}
PAST_FORMS = _IRREGULAR.keys()
"""Forms of verbs in the past that do not end as others do."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Casefolded, accents dropped, curly apostrophes straight: what two spellings of one word share."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in parted if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """The Snowball English stem of a folded word, of its infinitive where it is an irregular form, and the word itself
    where its stem would be that of another (officer, office).

    Words of other scripts and very long ones stay as they are.
    """
    if (apart := _APART.get(folded)) is not None:
        return apart
    if len(folded) > _LONGEST or not folded.isascii():
        return folded
    return _STEMMERS.english(_IRREGULAR.get(folded, folded))
