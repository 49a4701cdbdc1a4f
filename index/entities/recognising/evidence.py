"""What speaks for a piece of a run being a name of some type: hand-set weights over the tables and the words around
it.

The score of a type is a sum of independent pieces of evidence, in the manner of a log-linear model whose weights were
set by hand; a piece is worth naming when its score is above zero. What the rest of the document says comes in through
`Memory`, on top of what the piece says by itself, which is weighed only once.
"""

from __future__ import annotations

from typing import NamedTuple

from index.entities.recognising.agency import from_capitals
from index.entities.recognising.beside_bodies import is_held, is_share, is_thing, of_itself
from index.entities.recognising.context import NONE, Memory, after_title
from index.entities.recognising.groups import event, group, neutral
from index.entities.recognising.lexicon import (
    KIN,
    LEGAL,
    NOT_NAME,
    PERSON_VERB,
)
from index.entities.recognising.line import Line
from index.entities.recognising.neighbours import (
    GROUP_AT,
    ORG_AT,
    PERSON_AT,
    PLACE_AT,
    TOLD,
    beside_unknown,
    crowding,
    follows_given,
    lacks_particle,
    listed_with,
    name_follows,
    told_after,
    unlikely_beginning,
    without_article,
)
from index.entities.recognising.no_names import is_no_name
from index.entities.recognising.organisations import organisation
from index.entities.recognising.persons import NOBODY, Personal, person, remembered
from index.entities.recognising.places import place
from index.entities.recognising.runs import OF_FAMILIES, OF_FATHERS
from index.entities.recognising.scorecards import LONGER, PLAYED, competes, is_nation, is_player, is_scoring_side
from index.entities.recognising.sides import CLUB, against, is_side, of_sport
from index.entities.tables import FAMOUS, GIVEN, GROUP, MAN, ORG, PLACE, SURNAME, WELL_KNOWN, WHERE, WOMAN, Tables

KINDS = ("PERSON", "PLACE", "ORG", "GROUP", "EVENT", "NEUTRAL")
NAMES = (PERSON_AT, PLACE_AT, ORG_AT, GROUP_AT)
LISTED = ((PLACE_AT, PLACE), (ORG_AT, ORG), (GROUP_AT, GROUP))
NAMED_IN_FULL = 2.0
"""So much evidence for a single word comes only from a person's full name that ends in it."""
BEARS = 2.0
"""What it speaks against a small place that somebody named in full bears its name."""
SPEAKS = 4.0
"""The same, of a place that everybody knows, where a verb of what people do follows."""
EXPANDED = 16.0
"""What its letters in brackets after it say for a body's whole name."""
EACH = 2.0
"""The same, for each of its words."""
SHORTENED = 1.2
"""What it says of a common word with a capital that the name of a body begins with it."""
BESIDE_UNKNOWN = 2.4
"""What it costs to leave an unknown word beside a small place or a small people out of the name (Parit Chiwarak)."""
THING = 2.0
"""What "which" after a name speaks against a person."""
AFTER_GIVEN = 3.0
"""What it costs to take the name right after a given name for a place."""
WITHOUT = 4.0
"""What it costs to leave what a last name begins with out of it (Al-Sabah, Dos Santos, Eduardo dos Santos)."""
CALLED_SO = 2.0
"""What it costs to take a given name right before an unknown one for a place (Victoria Azarenka)."""
STRANGE = 1.0
"""What it speaks against a person that a text which introduces people has not introduced this one."""
BODIES_SPEAK = 1.0
"""What a verb of saying after such a name says for a body (Adif said)."""
COMPETES = 1.5
"""What a nation in brackets after a name says for a person."""
PLAYER = 2.0
"""So much evidence for a person outweighs that a line of results names sides."""
DATELINE = 2.5
"""What standing at the head of a report says for a place."""
FOREIGN_ARTICLES = frozenset(("La", "El", "Los", "Las", "Le", "Les"))
"""What no name that follows leaves out."""


class Weighed(NamedTuple):
    """What a piece says by itself: the best type and its score, the scores of all types, the form under which it is
    remembered, what the tables know of it, on how many sides it is crowded, and what holds only while the document
    says nothing of it: `lone` (of a single word), `unseen` (of each type).
    """

    best: tuple[str, float]
    scores: list[float]
    form: str
    table: int
    crowd: int
    lone: float
    unseen: list[float] | None
    personal: Personal


def weigh(row: Line, i: int, j: int, known: Tables) -> Weighed | None:
    """The evidence that tokens `i` up to `j` give by themselves; None where they cannot be one name."""
    if is_no_name(row, i, j):
        return None
    words, common = row.words, row.common
    size = j - i
    form, table = _form(row, i, j, known)
    personal = person(row, i, j, table)
    scores = [
        personal.value,
        place(row, i, j, table, known),
        organisation(row, i, j, form, table, known),
        group(row, i, j, form, table, known),
        event(row, i, j, table),
        neutral(row, i, j, form),
    ]
    _told_beside(row, i, j, table, scores, known)
    if j < len(words) and row.flags[j] & LEGAL and row.gap(j) == " ":
        scores = [value - 2.5 for value in scores]
    _beside_given(row, i, j, table, scores, known)
    crowd = crowding(row, i, j)
    if crowd:
        scores = _crowded(row, size, table, crowd, scores)
    if words[i] in OF_FAMILIES or words[i] in OF_FATHERS:
        scores = [value if at == PERSON_AT else NONE for at, value in enumerate(scores)]
    elif i and _is_cut(row, i, j, known):
        scores = [value - WITHOUT for value in scores]
    unseen: list[float] | None = None
    if row.shouting:
        unseen = [2.0 if not table or (at == ORG_AT and common[i]) else 0.0 for at in range(6)]
        scores = [value - less for value, less in zip(scores, unseen, strict=True)]
    lone = 0.0
    if size > 1:
        if not table:
            unlikely_beginning(row, i, j, form, scores, known)
    else:
        if row.heading and not row.bits[i]:
            unseen = [value + 0.8 for value in unseen] if unseen else [0.8] * 6
            scores = [value - 0.8 for value in scores]
        lone = _alone(row, i, table)
        for at in NAMES:
            scores[at] += lone
    if table & FAMOUS and not table & WHERE:
        scores[PLACE_AT] -= 2.0
    _of_sides(row, i, j, form, personal.value, scores, known)
    if j <= row.dateline:
        _of_dateline(row, i, j, scores)
    value = max(scores)
    return Weighed((KINDS[scores.index(value)], value), scores, form, table, crowd, lone, unseen, personal)


def _form(row: Line, i: int, j: int, known: Tables) -> tuple[str, int]:
    """The form under which a piece is remembered, and what the tables know of it."""
    size = j - i
    form = row.words[i] if size == 1 else row.text(i, j)
    if not known.names[form] and form.isupper() and len(form) > 3:
        usual = from_capitals(form)
        if row.shouting or known.names[usual] & (PLACE | GROUP):
            form = usual
    return form, row.bits[i] & ORG if form[-1] == "+" and size == 1 else known.names[form]


def _crowded(row: Line, size: int, table: int, crowd: int, scores: list[float]) -> list[float]:
    """The scores of a piece beside which words stand, on so many sides, that would rather belong to it."""
    if not table:
        return [value - 1.6 * crowd for value in scores]
    scores[PERSON_AT] -= 1.6 * crowd
    if size == 1 and not table & WELL_KNOWN and not row.heading:
        if table & WHERE:
            scores[PLACE_AT] -= BESIDE_UNKNOWN * crowd
        if table & GROUP:
            scores[GROUP_AT] -= BESIDE_UNKNOWN * crowd
    return scores


def _is_cut(row: Line, i: int, j: int, known: Tables) -> bool:
    """Does the beginning of a last name stand before the piece (Al-, Dos, von)?"""
    if not row.capital[i - 1] and lacks_particle(row, i):
        return True
    if row.words[i - 1] in FOREIGN_ARTICLES and row.gap(i) == " " and not row.bits[i] & (ORG | PLACE | GROUP):
        return True  # La Flor River
    return row.bits[i] > 0 and without_article(row, i, j, known)


def _told_beside(row: Line, i: int, j: int, table: int, scores: list[float], known: Tables) -> None:
    """What the words after a piece tell of it, and what it is listed with."""
    words = row.words
    if (
        j + 2 < len(words)
        and words[j] == ","
        and row.lower[j + 1] in ("a", "an", "the")
        and not table & (PLACE | GROUP)
    ):
        told_after(row, j + 2, scores, known)
    if j + 2 < len(words) and words[j] == "," and (is_thing(words, j + 1) or is_held(words, j + 1)):
        scores[PERSON_AT] -= THING  # Salini Impregilo, which builds
        if not table:
            scores[ORG_AT] += TOLD
    if j < len(words) and j - i == 1 and not (table or row.heading) and of_itself(row, j):
        scores[PERSON_AT] -= THING  # Adif said it would
        scores[ORG_AT] += TOLD
    if j < len(words) and words[j] == "(" and not table & ORG and competes(row, j, known):
        scores[PERSON_AT] += COMPETES
    if is_nation(row, i, j):
        scores[PLACE_AT] += PLAYED
    if is_share(row, j) and not table & KIN:
        scores[PERSON_AT] -= THING  # Siam Makro fell 1%
    beside = listed_with(row, i, j)
    if beside:
        after_comma = i > 0 and words[i - 1] == ","
        for at, bit in LISTED:
            if beside & bit and not (bit == PLACE and after_comma and scores[at] < -1.0):
                scores[at] += 0.7


def _beside_given(row: Line, i: int, j: int, table: int, scores: list[float], known: Tables) -> None:
    """What speaks against a known body, place or people: what stands beside it makes a person's name of both."""
    single = j - i == 1
    if single and table & ORG and not row.common[i] and not row.heading and beside_unknown(row, i):
        scores[ORG_AT] -= BESIDE_UNKNOWN  # Anadolu Efes, Aliko Dangote
    if i and single and table & ORG and table & SURNAME and follows_given(row, i, table):
        scores[ORG_AT] -= AFTER_GIVEN  # Pat Cummins
    if i and (scores[PLACE_AT] > 0 or scores[GROUP_AT] > 0) and follows_given(row, i, table):
        if not table & WELL_KNOWN or after_title(row, i - 1):
            scores[PLACE_AT] -= AFTER_GIVEN  # Rep. Raul Labrador
        scores[GROUP_AT] -= AFTER_GIVEN
    if i and single and table & WELL_KNOWN and table & SURNAME and _is_first_name(row, i - 1):
        scores[PLACE_AT] -= AFTER_GIVEN  # George Washington
    if table & PLACE and table & GIVEN and single and name_follows(row, i, known):
        scores[PLACE_AT] -= CALLED_SO


def _is_first_name(row: Line, k: int) -> bool:
    """Is token `k` a given name of men or of women, though a small town bears it too, with a name right behind it?"""
    return (
        row.capital[k] == 1
        and row.bits[k] & (MAN | WOMAN) > 0
        and not row.bits[k] & (GROUP | ORG | WELL_KNOWN)
        and not row.common[k]
        and row.gap(k + 1) == " "
    )


def _alone(row: Line, i: int, table: int) -> float:
    """What a single word says for any name: of an unknown one a capital that tells something is some evidence."""
    if row.common[i] or row.words[i][1:].isdigit():  # T20, A320
        lone = -1.6 if row.weak[i] else -0.9
    else:
        lone = 0.2 if row.weak[i] else 0.7
    if row.flags[i] & NOT_NAME:
        lone -= 3.0
    if lone < -0.9 and table & (WELL_KNOWN | FAMOUS):
        lone = -0.9 if table & ORG else 0.0  # Arsenal; China, Trump
    elif table & FAMOUS and not row.heading:
        lone = 0.2
    return lone


def _of_sides(row: Line, i: int, j: int, form: str, personal: float, scores: list[float], known: Tables) -> None:
    """The sides of a match, whatever else their names may be."""
    size = j - i
    if row.results:
        lettered = not row.shouting and 2 in row.capital[i:j]
        if row.scorers and i >= row.scorers:
            if is_side(row, i, j):
                scores[PERSON_AT] = CLUB * size  # Reims 2 Dia 12
        elif (
            is_side(row, i, j)
            and form not in known.classes["nations"]
            and (personal < PLAYER or (lettered and size > 1))
        ):
            scores[ORG_AT] = CLUB * size  # Leeds 2 Sparta Rotterdam 1
    elif form in known.classes["clubs"] and against(row, i, j):
        scores[ORG_AT] = CLUB  # Leeds v Hull


def recall(row: Line, i: int, j: int, piece: Weighed, known: Tables, memory: Memory) -> tuple[str, float]:
    """The best type and its score in the light of what the document says."""
    size = j - i
    scores = list(piece.scores)
    if row.sport:
        if is_player(row, i, j):
            return "PERSON", PLAYED + LONGER * size
        if is_scoring_side(row, i, j) and piece.form not in known.classes["nations"]:
            return "ORG", PLAYED + LONGER * size
        club = of_sport(row, i, j, piece.form, piece.table, known)
        if club >= CLUB:
            return "ORG", max(club, scores[ORG_AT])
        scores[ORG_AT] += club
    word = row.name(i, i + 1) if row.shouting else row.words[i]
    named = memory.single.get(word, 0.0) if size == 1 else 0.0
    seen = memory.forms.get(piece.form)
    usual = memory.usual(word) if size == 1 and not piece.table else ""
    strange = size == 1 and not piece.table and not row.sport and memory.is_strange(word)
    if piece.table & ORG and piece.table & SURNAME and named >= NAMED_IN_FULL:
        scores[ORG_AT] -= 2.0
    known_by_name = named >= NAMED_IN_FULL and not piece.table & WELL_KNOWN
    if size == 1 and piece.table & WHERE and known_by_name:
        scores[PLACE_AT] -= BEARS  # Ana Merlo
    elif named >= NAMED_IN_FULL and _speaks(row, j) and piece.form not in known.classes["nations"]:
        scores[PLACE_AT] -= SPEAKS  # Denzel Washington, Washington said
        known_by_name = True
    if strange:
        scores[PERSON_AT] -= STRANGE
        if _speaks(row, j):
            scores[ORG_AT] += BODIES_SPEAK
    elif piece.personal is not NOBODY and usual in ("", "PERSON"):
        scores[PERSON_AT] += remembered(row, i, j, piece.personal, memory) - piece.personal.value
    if (row.starts[i], row.ends[j - 1]) in memory.expansions:
        scores[ORG_AT] += EXPANDED + EACH * size
    told = bool(seen) or named >= 1.0
    if told and piece.unseen:
        scores = [value + more for value, more in zip(scores, piece.unseen, strict=True)]
    if seen and not (piece.crowd and size == 1):
        # Whom the text names in full may be named alone; what was read of the name alone counts little then.
        _add_seen(seen, scores, usual, strange=strange, bearer=not usual and known_by_name)
    if size == 1:
        _word_again(row, i, word, piece.lone, scores, memory, told=told)
    elif row.heading and not piece.table and row.common[j - 1] and _is_known_without_last(row, j, memory):
        scores[PERSON_AT] -= 6.0
    value = max(scores)
    return KINDS[scores.index(value)], value


def _add_seen(seen: dict[str, float], scores: list[float], usual: str, *, strange: bool, bearer: bool) -> None:
    """Adds what the document says of each type of a form: of a word that is `usual` of one type, only of this."""
    for kind, weight in seen.items():
        if (usual and kind != usual) or (strange and kind == "PERSON"):
            continue
        scores[KINDS.index(kind)] += min(weight, 0.8 if bearer and kind != "PERSON" else 3.0)


def _word_again(row: Line, i: int, word: str, lone: float, scores: list[float], memory: Memory, *, told: bool) -> None:
    """What the document says of a single word: that it is `told` of elsewhere, or stands there in small letters."""
    if not row.weak[i] and word in memory.short and not (i + 1 < len(row.words) and row.capital[i + 1]):
        scores[ORG_AT] += SHORTENED - lone
    if told:
        less = lone
    elif row.weak[i] and not row.flags[i] & NOT_NAME and row.lower[i] in memory.lower:
        less = 3.0
    else:
        return
    for at in NAMES:
        scores[at] -= less


def _speaks(row: Line, j: int) -> bool:
    """Is the word behind a name what people do?"""
    return j < len(row.words) and row.beside[j] & PERSON_VERB > 0


def _is_known_without_last(row: Line, j: int, memory: Memory) -> bool:
    """Does the text call somebody by the word before the last?  In a title, where every word has a capital, so it is
    then there too.
    """
    single = memory.single
    return single.get(row.name(j - 2, j - 1), 0.0) > 2.0 * single.get(row.name(j - 1, j), 0.0) + 1.0


def _of_dateline(row: Line, i: int, j: int, scores: list[float]) -> None:
    """Adds what a dateline says: its parts between commas are places, and whole ones best (EAST RUTHERFORD, N.J.)."""
    scores[PERSON_AT] -= DATELINE
    scores[ORG_AT] -= DATELINE
    if (i == 0 or not row.capital[i - 1]) and (j == row.dateline or not row.capital[j]):
        scores[PLACE_AT] = max(scores[PLACE_AT], 0.0) + DATELINE * (j - i)
    else:
        scores[PLACE_AT] -= DATELINE
