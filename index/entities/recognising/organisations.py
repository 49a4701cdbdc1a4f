"""What speaks for a piece of a run being an organisation."""

from __future__ import annotations

from index.entities.recognising.beside_bodies import beside
from index.entities.recognising.bodies import OF_THE_STATE, is_body
from index.entities.recognising.body_words import LISTED, MORE, words_of
from index.entities.recognising.context import NONE
from index.entities.recognising.known_bodies import UNIONS, goes_on, is_branch, is_double, is_placed, speaks
from index.entities.recognising.lexicon import (
    FOREIGN_HEAD,
    HEAD,
    KIN,
    LEGAL,
    NOT_NAME,
    ORG_SPEAKS,
    PERSON_NOUN,
    PERSON_VERB,
    PLAYED,
    ROYAL,
    STARTER,
    SUFFIX,
    TITLE,
)
from index.entities.recognising.line import Line
from index.entities.tables import GROUP, ORG, PLACE, SURNAME, Tables
from index.entities.wordset import wordset

BUILT = 3.0
"""What it says that a name is built as those of institutions are; with `MORE` less than a known one is worth."""
NATIONAL = 3.0
"""What a known name is worth more where what follows its people or place may be known too (Swiss National Bank)."""
LONG = 5.0
"""What a known name of four words or more is worth besides, so that the known bodies inside it do not outweigh it
(United Nations Human Rights Council).
"""
ALL_OF_IT = 2.0
"""What each further capitalised word of a firm's name says for the whole (Chemical Bank International Ltd)."""
BRANCH = 2.0
OUTSIDE = 3.5
"""What it costs to leave a capitalised word before the name of a firm out of it."""
BEFORE_A_NOUN = wordset("a an the this that these those some any my your his her its our their")
AFTER_A_BODY = wordset(
    "is was are were be been has have had will would can could may might must should shall does did do and or also now "
    "still then not never who which that whose in at on of for to by with from as under after before since than while "
    "but rose fell shares stock says held made took gave got paid won lost sold bought led cut set put left ran began "
    "went came became kept found saw grew hit met sent spent built drew sought wants needs aims hopes seeks makes "
    "offers plans expects"
)
"""What goes on after a name that is no adjective."""
BIDDING = 2.0
"""What it speaks against a name that a common word begins a sentence and a noun phrase follows (Grab a coffee)."""


def organisation(row: Line, i: int, j: int, form: str, table: int, known: Tables) -> float:
    """Evidence for an organisation."""
    size = j - i
    firm = _as_firm(row, i, j, known)
    if firm is not None:
        return firm
    names = size if size == 1 else sum(map(bool, row.capital[i:j]))
    if names == 2 and row.words[j - 1] == "Administration" and _is_last_name(row, i):
        return NONE
    if table & (PLACE | GROUP) and not table & ORG:
        return -1.0
    if size > 1 and row.flags[j - 1] & (NOT_NAME | SUFFIX) == NOT_NAME and not table & ORG:
        return NONE  # PTG MPs
    stands = form in known.classes["stand_alone_orgs"]
    if names > 1 and not table & ORG and not stands and _is_titled(row, i, j, known):
        return NONE
    if table & ORG:
        value = _known_body(row, i, j, table, stands)
    elif not (value := _as_built(row, i, j, known)):
        value = _standing_alone(row, i, j) if stands else words_of(row, i, j, names, known)
        if value == NONE:
            return NONE
    if names > 8:
        value -= 0.4 * (names - 8)
    return beside(row, i, j, value, table)


def _as_firm(row: Line, i: int, j: int, known: Tables) -> float | None:
    """Evidence for a firm that is called by what a firm ends in; None where this is none."""
    words, flags = row.words, row.flags
    size = j - i
    if size > 2 and words[j - 1] == "Co" and words[j - 2] in ("and", "&") and not (row.common[i] or row.heading):
        return LISTED + MORE * size  # Mitsui and Co
    if size > 1 and flags[j - 1] & LEGAL and row.gap(j - 1) == " ":
        return _firm(row, i, j, known)
    if size > 3 and words[j - 2] == "of" and flags[j - 3] & LEGAL and row.bits[j - 1] & PLACE:
        return LISTED + MORE * size  # Aluminum Co of America
    return None


def _is_last_name(row: Line, i: int) -> bool:
    """Is token `i` a last name and nothing else (the Biden Administration)?"""
    return row.bits[i] & (SURNAME | PLACE) == SURNAME and not row.common[i]


def _is_titled(row: Line, i: int, j: int, known: Tables) -> bool:
    """Does the piece begin with a title with which no body's name begins?"""
    return (
        row.flags[i] & (TITLE | HEAD) == TITLE
        and row.words[i] not in ROYAL | OF_THE_STATE
        and not (j - i > 2 and known.names[row.text(i, i + 2)] & PLACE)
    )


def _known_body(row: Line, i: int, j: int, table: int, stands: bool) -> float:
    """Evidence of a name that the tables know as a body's; `stands`: it is one of those known by a word alone."""
    words, common = row.words, row.common
    size = j - i
    value = 3.4 if size == 1 else LISTED + MORE * size
    if size > 1 and row.bits[i] & (GROUP | PLACE) and not common[i]:
        value += NATIONAL
    elif size > 3:
        value += LONG
    if size == 1 and common[i] and row.capital[i] != 2:
        value -= 2.2 if row.weak[i] else 1.0
        if row.weak[i] and j < len(words) and (words[j] in BEFORE_A_NOUN or (not stands and _of_a_noun(row, j))):
            value -= BIDDING
    if table & PLACE:
        value -= 1.0
    if table & KIN and size == 1:
        value -= 0.8
    return value


def _as_built(row: Line, i: int, j: int, known: Tables) -> float:
    """Evidence of a name of several words that is built as those of bodies are, or of known ones; 0: it is not."""
    size = j - i
    if size == 1:
        return 0.0
    if goes_on(row, i, j, known):
        # "United Nations" and "Human Rights Council" are known by themselves too.
        united = LISTED if row.text(i, i + 2) in UNIONS else 0.0
        return LISTED + MORE * size + united + (LONG if united or size > 4 else 0.0)
    if is_branch(row, i, j, known):
        return LISTED + BRANCH * size
    if size > 2 and is_body(row, i, j):
        return BUILT + MORE * size
    if size == 2 and row.flags[i] & FOREIGN_HEAD and not (row.heading or row.common[i]) and is_body(row, i, j):
        return BUILT + MORE
    if size > 2 and (placed := is_placed(row, i, j, known)):
        return LISTED + MORE * size + NATIONAL * placed + (LONG if size > 4 else 0.0)
    if size < 5 and ((row.flags[j - 1] & PLAYED and _governs(row, i, j, known)) or speaks(row, i, j, known)):
        return LISTED + MORE * size
    return LISTED + MORE if size == 3 and is_double(row, i) else 0.0


def _standing_alone(row: Line, i: int, j: int) -> float:
    """Evidence of a body that is known by a common word (Congress, Parliament)."""
    value = 2.6
    if j - i == 1 and row.weak[i]:
        value -= 1.5
        if row.common[i] and j < len(row.words) and row.beside[j] & PERSON_NOUN:
            value -= BIDDING  # Opposition leader Elena Kovac
    return value


def _of_a_noun(row: Line, j: int) -> bool:
    """May token `j` be a noun that a common word at the beginning of a sentence tells more of (Total sales rose)?"""
    word = row.words[j]
    return (
        word.isalpha()
        and word.islower()
        and row.gap(j) == " "
        and not (
            row.beside[j] & (ORG_SPEAKS | PERSON_VERB | PERSON_NOUN) or word in AFTER_A_BODY or word.endswith("ed")
        )
    )


def _governs(row: Line, i: int, j: int, known: Tables) -> bool:
    """Is this a land or a town and the sport that a body governs there, which says or owns something (Sri Lanka Cricket
    said)?
    """
    after = row.words[j] if j < len(row.words) else ""
    beside = row.beside[j] if after else 0
    return (beside & (ORG_SPEAKS | PERSON_VERB) > 0 or after == "'s") and known.names[row.text(i, j - 1)] & PLACE > 0


def _firm(row: Line, i: int, j: int, known: Tables) -> float:
    """Evidence for a body whose name ends in its legal form (Toyota Motor Corp, Nissan Motor Co Ltd)."""
    last = j - 1 - (row.words[j - 2] == "," and j - i > 2)
    form = row.name(i, last)
    value = organisation(row, i, last, form, known.names[form], known)
    if j - i > 2 and all(
        (row.capital[k] == 1 and not row.flags[k] & STARTER) or row.words[k] in ("&", ",") for k in range(i, j)
    ):
        value += ALL_OF_IT * (j - i - 2)
    if (
        j - i > 2
        and row.bits[i] & (GROUP | PLACE)
        and all(row.capital[k] and row.common[k] for k in range(i + 1, j - 1))
    ):
        return LISTED + MORE * (j - i - 1)  # Masai Traders Limited
    least = -1.0 if row.common[i] or row.flags[i] & (SUFFIX | HEAD) else 1.0
    if i and row.capital[i - 1] and row.gap(i) == " " and not row.bits[i - 1] & GROUP:
        least -= OUTSIDE
        value -= OUTSIDE
    return max(value, least) + MORE
