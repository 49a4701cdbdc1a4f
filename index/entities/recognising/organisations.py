"""What speaks for a piece of a run being an organisation."""

from __future__ import annotations

import re

from index.entities.recognising.beside_bodies import beside
from index.entities.recognising.bodies import OF_THE_STATE, is_body
from index.entities.recognising.context import MINISTERS, NONE, goes_with
from index.entities.recognising.known_bodies import OPENERS, goes_on, is_branch, is_double, is_placed, speaks
from index.entities.recognising.lexicon import (
    CLUB_FIRST,
    DIRECTION,
    FOREIGN_HEAD,
    HEAD,
    HYPHEN,
    KIN,
    LEGAL,
    NEUTRAL_HEAD,
    NOT_NAME,
    ORG_SPEAKS,
    PERSON_NOUN,
    PERSON_VERB,
    PLAYED,
    ROYAL,
    STARTER,
    SUFFIX,
    TITLE,
    TITLE_END,
    TITLE_START,
)
from index.entities.recognising.line import Line
from index.entities.tables import GROUP, MINOR_PLACE, ORG, PLACE, SURNAME, WHERE, Tables
from index.entities.wordset import wordset

WHOLE = 3.5
"""What speaks for a body whose name begins with a place or a people being named whole."""
FURTHER = 1.0
"""The same, for each word between the place and the word for the body (Dublin City Council)."""
BUILT = 3.0
"""What it says that a name is built as those of institutions are; with `MORE` less than a known one is worth."""
NATIONAL = 3.0
"""What a known name is worth more where what follows its people or place may be known too (Swiss National Bank)."""
ALL_OF_IT = 2.0
"""What each further capitalised word of a firm's name says for the whole (Chemical Bank International Ltd)."""
PORTFOLIO = 6.0
"""What it costs to take the portfolio of a minister for the end of a body's name (Belgian Finance Minister)."""
EXCHANGE = 6.0
"""The same for an exchange, which is nothing without its place (Toronto Stock Exchange)."""
LISTED, MORE = 5.0, 3.0
"""What a known name of several words is worth, and each of its words: so much that no part of it outweighs it."""
BRANCH = 2.0
SPELLS = 0.4
BESIDE = 1.5
"""What it says that an unknown name goes on from a known body's."""
LETTERED_FIRM = 2.5
"""What it says that letters which are a known body's stand before a word for a body (SK Holdings)."""
OF_WHAT = 0.8
OF_A_STATE = 2.5
"""What "State" or "Royal" says at the head of a body's name of three words or more."""
OF_A_FAMILY = re.compile("(?:Ma?c|[OD]'|Fitz|D[aeiu]|L[ae]|J[aeo]|Van)[A-Z][a-z]")
"""How names of people begin that have a capital inside them too (McConnell, DeRozan, LeBron)."""
OUTSIDE = 3.5
"""What it costs to leave a capitalised word before the name of a firm out of it."""
KIN_OF_FIRMS = frozenset(("Sons", "Brothers", "Partners", "Associates", "Company"))
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
CUT = 0.8
"""What it costs to leave a capitalised common word beside the name out of it."""


def organisation(row: Line, i: int, j: int, form: str, table: int, known: Tables) -> float:
    """Evidence for an organisation."""
    words, capital, bits, common, flags = row.words, row.capital, row.bits, row.common, row.flags
    classes = known.classes
    value = 0.0
    size = j - i
    if size > 2 and words[j - 1] == "Co" and words[j - 2] in ("and", "&") and not (common[i] or row.heading):
        return LISTED + MORE * size  # Mitsui and Co
    if size > 1 and flags[j - 1] & LEGAL and row.gap(j - 1) == " ":
        return _firm(row, i, j, known)
    if size > 3 and words[j - 2] == "of" and flags[j - 3] & LEGAL and bits[j - 1] & PLACE:
        return LISTED + MORE * size  # Aluminum Co of America
    first, last_flag = flags[i], flags[j - 1]
    names = size if size == 1 else sum(map(bool, capital[i:j]))
    if names == 2 and words[j - 1] == "Administration" and bits[i] & (SURNAME | PLACE) == SURNAME and not common[i]:
        return NONE
    if table & (PLACE | GROUP) and not table & ORG:
        return -1.0
    stands = form in classes["stand_alone_orgs"]
    if (
        names > 1
        and first & (TITLE | HEAD) == TITLE
        and not table & ORG
        and not stands
        and words[i] not in ROYAL | OF_THE_STATE
        and not (size > 2 and known.names[row.text(i, i + 2)] & PLACE)
    ):
        return NONE
    if table & ORG:
        value += 3.4 if size == 1 else LISTED + MORE * size
        if size > 1 and bits[i] & (GROUP | PLACE) and not common[i]:
            value += NATIONAL
        if size == 1 and common[i] and capital[i] != 2:
            value -= 2.2 if row.weak[i] else 1.0
            if row.weak[i] and j < len(words) and (words[j] in BEFORE_A_NOUN or (not stands and _of_a_noun(row, j))):
                value -= BIDDING
        if table & PLACE:
            value -= 1.0
        if table & KIN and size == 1:
            value -= 0.8
    elif size > 1 and goes_on(row, i, j, known):
        value += LISTED + MORE * size
    elif size > 1 and is_branch(row, i, j, known):
        value += LISTED + BRANCH * size
    elif size > 2 and is_body(row, i, j):
        value += BUILT + MORE * size
    elif size == 2 and flags[i] & FOREIGN_HEAD and not row.heading and not common[i] and is_body(row, i, j):
        value += BUILT + MORE
    elif size > 2 and (placed := is_placed(row, i, j, known)):
        value += LISTED + MORE * size + NATIONAL * placed
    elif 1 < size < 5 and ((last_flag & PLAYED and _governs(row, i, j, known)) or speaks(row, i, j, known)):
        value += LISTED + MORE * size
    elif size == 3 and is_double(row, i):
        value += LISTED + MORE
    elif stands:
        value += 2.6 - (1.5 if size == 1 and row.weak[i] else 0.0)
        if size == 1 and row.weak[i] and common[i] and j < len(words) and row.beside[j] & PERSON_NOUN:
            value -= BIDDING  # Opposition leader Elena Kovac
    elif names > 1:
        value = _of_words(row, i, j, names, known)
        if value == NONE:
            return NONE
    elif size > 1 and (value := _small_words(row, i, j)) == NONE:
        return NONE
    else:
        value += _of_one_word(row, i)
    if names > 8:
        value -= 0.4 * (names - 8)
    return beside(row, i, j, value, table)


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
    form = row.name(i, j - 1)
    value = organisation(row, i, j - 1, form, known.names[form], known)
    if j - i > 2 and all(
        (row.capital[k] == 1 and not row.flags[k] & STARTER) or row.words[k] == "&" for k in range(i, j)
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


def _small_words(row: Line, i: int, j: int) -> float:
    """What the small words inside a name say; NONE where they part it."""
    words, flags, bits, common, capital = row.words, row.flags, row.bits, row.common, row.capital
    value = 0.0
    head = False
    for k in range(i, j):
        word = words[k]
        flag = flags[k]
        if row.capital[k]:
            if flag & HEAD:
                head = True
        elif word == "&":
            value += 1.2
        elif word in ("'s", "'"):
            if bits[k - 1] & (PLACE | GROUP) or (not common[k - 1] and not flags[k - 1] & HEAD):
                return NONE
        elif flag & HYPHEN or word == ".":
            continue
        elif word == ",":
            value += 0.9
        elif word in ("in", "to", "on", "with"):
            value -= 0.8
        elif word == "and":
            if k == i + 1 and capital[i] == 2:
                return NONE  # EASA and Transport Canada
            # Only what begins as the name of a body goes on after "and".
            if words[k + 1] in KIN_OF_FIRMS and k == j - 2 and not row.heading:
                value += 2.0  # Weir and Sons
                continue
            if not (head or flags[j - 1] & (HEAD | SUFFIX)):
                return NONE
            if (
                k - i > 1
                and j - k > 2
                and all(bits[n] & KIN or not (common[n] or flags[n] & (HEAD | SUFFIX)) for n in range(i, k))
            ):
                return NONE  # two names of several words each
            value += 0.5 if common[k + 1] and not bits[k + 1] & (PLACE | GROUP) else -0.8
        elif word in ("of", "for"):
            if not head and (row.weak[i] or not common[k - 1]):
                return NONE
        elif word == "the" and (
            words[k - 1] not in ("of", "for", "in", "with", "and", "on") or (words[k - 1] == "and" and not head)
        ):
            return NONE
    return value


def _of_words(row: Line, i: int, j: int, names: int, known: Tables) -> float:
    """Evidence of the words of a name of several."""
    words, capital, bits, common, flags = row.words, row.capital, row.bits, row.common, row.flags
    size = j - i
    first, last = flags[i], flags[j - 1]
    if first & PLAYED and (bits[i + 1] if size == 2 else known.names[row.text(i + 1, j)]) & PLACE:
        return LISTED  # Tennis Australia
    if size == 2 and first & CLUB_FIRST and (bits[i + 1] & WHERE or not common[i + 1]):
        return LISTED if bits[i + 1] & WHERE else 3.0
    value = _small_words(row, i, j) if size > names else 0.0
    if value == NONE:
        return NONE
    head = False
    inner = 0.0
    for k in range(i, j):
        flag = flags[k]
        if flag & (HEAD | NEUTRAL_HEAD) and capital[k]:
            if flag & HEAD:
                head = True
                if k < j - 1:
                    inner = max(inner, 0.4)
            elif not flag & SUFFIX:
                inner -= 0.4
    value += inner
    ends = last & (HEAD | SUFFIX)
    held = size > names and ((first & HEAD and words[i + 1] in ("of", "for")) or _head_of(row, i, j))
    if held:
        value += OF_WHAT if ends else 0.0  # the last word tells what the body is for, not what it is
    elif last & HEAD:
        value += 2.4
    elif last & SUFFIX:
        value += 2.2
    if ends and not held:
        if bits[i] & ORG and not common[i]:
            value += 2.4 + (LETTERED_FIRM if capital[i] == 2 and size == names else 0.0)
        elif last & SUFFIX and capital[i] == 2 and names == 2 and not row.shouting:
            value += 1.6
        elif bits[i] & (PLACE | GROUP):
            if last & HEAD and size > 2 and all(capital[k] for k in range(i, j)):
                value += FURTHER * (size - 2)
            value += EXCHANGE if size > 2 and words[j - 1] == "Exchange" else WHOLE
        elif size > 2 and first & DIRECTION and bits[i + 1] & PLACE:
            value += WHOLE + FURTHER  # West Kowloon Court
    if first & HEAD and words[i + 1] in ("of", "for", "de", "del", "da", "do"):
        value += 2.6
        if bits[j - 1] & PLACE:
            value += 2.4
        if bits[j - 1] & GROUP and j < len(words) and capital[j]:
            value -= 2.0
    elif head and size > names and ("of" in (inside := words[i + 1 : j - 1]) or "for" in inside):
        value += (2.6 if _head_of(row, i, j) else 1.8) + (1.5 if bits[j - 1] & PLACE else 0.0)
    elif not ends:
        value += -0.3 if row.weak[i] else 0.2
        if size == 2 and bits[i] & (ORG | KIN) == ORG and not (common[i] or bits[i + 1] or common[i + 1]):
            value += BESIDE  # Anadolu Efes
    if size > 2 and value > 2.0 and _holds_phrase(row, i, j, known):
        value += 8.5
    court = words[j - 1] == "Court" and not bits[i] & GROUP and words[i] not in known.classes["nations"]
    if bits[i] & (GROUP | PLACE) and not court and row.text(i + 1, j) in known.classes["gov_bodies"]:
        value -= 2.5
    if first & (TITLE_END | HEAD) == TITLE_END and not (ends and words[i] in OF_THE_STATE):
        value -= 1.5
    if ends and size > 2 and (words[i] in OF_THE_STATE or words[i] in OPENERS):
        value += OF_A_STATE  # State Administration Council
    value -= CUT * _cut(row, i, j)
    if names == 2 and last & HEAD and not first & SUFFIX and (first & HEAD or words[i] in known.classes["gov_bodies"]):
        value += 0.2
    if first & STARTER and row.weak[i] and common[i]:
        value -= 2.0
    if j < len(words) and words[j] in MINISTERS and last & TITLE_START and capital[j]:
        value -= PORTFOLIO
    return value


def _head_of(row: Line, i: int, j: int) -> bool:
    """Does a word for a body, one or two words on, go on with "of" or "for" (National Commission for Police Reform)?"""
    return any(
        row.flags[k] & HEAD and row.words[k + 1] in ("of", "for") and row.capital[k - 1] > 0
        for k in range(i + 1, min(i + 3, j - 1))
    )


def _cut(row: Line, i: int, j: int) -> int:
    """On how many sides the name is cut off from a common word with a capital that tells something."""
    before = i > 0 and row.gap(i) == " " and (goes_with(row, i - 1) or row.words[i - 1] in OF_THE_STATE)
    return before + (j < len(row.words) and row.gap(j) == " " and goes_with(row, j))


def _of_one_word(row: Line, i: int) -> float:
    """Evidence of a single word: an acronym, capitals inside it, a word for bodies."""
    word = row.words[i]
    value = -0.4 if row.flags[i] & (NEUTRAL_HEAD | HEAD | SUFFIX) == NEUTRAL_HEAD else 0.0
    if row.capital[i] == 2 and 2 <= len(word) <= 7 and not row.shouting and not word[1:].isdigit():
        value += 0.9
        if row.flags[i] & NOT_NAME:
            value -= 3.0
        elif len(word) > 3 and (row.common[i] or row.bits[i] & (PLACE | GROUP)):
            value -= 2.0
        elif len(word) > 3 and row.bits[i] & (KIN | MINOR_PLACE):
            # Letters that spell a name too are a body's (FAES), but for a last name in capitals (Marie DUPONT).
            value -= 2.0 if row.heading or (i and row.capital[i - 1]) else SPELLS
        return value
    if not word[1:].islower() and not word.isupper() and any(map(str.isupper, word[1:])):
        return value - 0.4 if OF_A_FAMILY.match(word) else value + 0.9
    if row.flags[i] & HEAD:
        return value - 1.0 if row.weak[i] else value - 0.1
    return value - 0.4


def _holds_phrase(row: Line, i: int, j: int, known: Tables) -> bool:
    """Does the piece begin or end with a known name of several words (Abu Dhabi National Oil Company)?"""
    if j - i > 2 and row.bits[i] & row.bits[i + 1] & GROUP and row.gap(i + 1) == " ":
        return True  # Saudi Arabian Monetary Agency
    for size in range(2, min(4, j - i - 1) + 1):
        if (
            known.names[row.text(i, i + size)] & (PLACE | GROUP)
            and row.text(i + size, j) not in known.classes["gov_bodies"]
        ):
            return True
        if known.names[row.text(j - size, j)] & PLACE:
            return True
    return False
