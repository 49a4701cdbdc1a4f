"""What the first reading of a document leaves for the second: forms whose type was clear, surnames, spelled-out
acronyms.
"""

from __future__ import annotations

from collections import Counter
from itertools import compress

from index.entities.recognising.context import JUNIORS, Memory
from index.entities.recognising.lexicon import (
    CONNECTORS,
    DIRECTION,
    FAMILY_FIRST,
    HEAD,
    KIN,
    LEGAL,
    NEUTRAL_HEAD,
    NOT_NAME,
    PARTICLES,
    PLACE_HEAD,
    STARTER,
    TITLE,
    TITLE_END,
    TITLE_START,
    lexicon,
)
from index.entities.recognising.line import Line
from index.entities.recognising.names import Piece, Reading
from index.entities.recognising.reports import mark_sport
from index.entities.tables import GIVEN, GROUP, ORG, PLACE, SURNAME

SHARE = 0.45
LONGEST_EXPANSION = 14
FIRM = 2.5
"""What a firm's name in full says of its first word alone, though it is a last name too."""
INTRODUCED = 1.6
"""More evidence than this for a person comes from what the text says of them, not from a verb of saying alone."""
CLEAR = 0.9
"""A reading of a word alone counts as a vote only with more evidence than this."""
SPELLED_OUT = 3.0
"""What being spelled out makes of an acronym."""


def remember(rows: list[Line], readings: list[list[Reading]]) -> Memory:
    """The memory of a document from its first reading."""
    memory = Memory()
    lower: set[str] = set()
    capitalised: list[str] = []
    for row, reading in zip(rows, readings, strict=True):
        words = [row.name(k, k + 1) for k in range(len(row.words))] if row.shouting else row.words
        lower.update([word for word, capital in zip(words, row.capital, strict=True) if not capital])
        capitalised += compress(words, row.capital)
        for run in reading:
            for piece in run.pieces:
                _note(memory, row, piece)
            _accompanied(memory, row, run)
        _expansions(memory, row)
    memory.lower, memory.repeated = frozenset(lower), _repeated(capitalised)
    memory.expansion_ends = frozenset(end for _, end in memory.expansions)
    memory.sport = mark_sport(rows)
    return memory


def _repeated(words: list[str]) -> frozenset[str]:
    return frozenset([word for word, times in Counter(words).items() if times > 1])


def _accompanied(memory: Memory, row: Line, run: Reading) -> None:
    """Notes names that stand beside others, of what is no body: they may be parts of somebody's full name that was
    not found.
    """
    if run.end - run.start < 2 or row.heading:
        return
    alone = {k for piece in run.pieces if piece.kind == "ORG" for k in range(piece.start, piece.end)}
    names = [row.words[k] for k in range(run.start, run.end) if row.capital[k] and k not in alone]
    if len(names) > 1:
        memory.introduced.update(names)


def _note(memory: Memory, row: Line, piece: Piece) -> None:
    """Notes one name of the first reading."""
    if piece.kind == "NEUTRAL":
        return
    weight = SHARE * min(piece.weight, 4.0)
    form = row.name(piece.start, piece.end)
    if piece.kind == "ORG":
        _short_name(memory, row, piece.end)
    memory.add(form, piece.kind, weight)
    single = piece.end - piece.start == 1
    if single and not row.heading and (piece.kind == "PERSON" or piece.weight > CLEAR):
        memory.vote(form, piece.kind)
    if piece.kind == "ORG" and not single and row.flags[piece.end - 1] & LEGAL:
        _note_firm(memory, row, piece)
    names = [
        row.name(k, k + 1)
        for k in range(piece.start, piece.end)
        if row.capital[k] and len(row.words[k].rstrip(".")) > 1
    ]
    if row.shouting and not (piece.kind == "PERSON" and len(names) > 1 and row.bits[piece.start] & GIVEN):
        return
    if piece.kind == "PERSON":
        _note_person(memory, row, piece, names, weight)
    elif piece.kind == "ORG" and len(names) > 1:
        _note_body(memory, row, piece, names)


def _note_firm(memory: Memory, row: Line, piece: Piece) -> None:
    """Notes what else a firm is called that is named with its legal form."""
    first = row.name(piece.start, piece.start + 1)
    memory.add(row.name(piece.start, piece.end - 1), "ORG", SPELLED_OUT)  # Elbit Systems Ltd is Elbit Systems
    memory.vote(first, "ORG")
    if row.bits[piece.start] & (KIN | PLACE | GROUP) in (GIVEN, SURNAME, KIN):
        memory.add(first, "ORG", FIRM)  # Denison Mines Ltd, Denison


def _note_person(memory: Memory, row: Line, piece: Piece, names: list[str], weight: float) -> None:
    """Notes the `names` of a person, each by itself."""
    if len(names) > 1 and names[-1] in JUNIORS:
        names.pop()
    if not names:
        return
    single = memory.single
    if len(names) > 1 or piece.title or piece.weight > INTRODUCED:
        memory.introduced.update(names)
    if len(names) == 1:
        initials = row.capital[piece.start] and piece.end - piece.start > 1 and row.words[piece.end - 1] == names[0]
        single[names[0]] = single.get(names[0], 0.0) + weight + (2.0 if initials else 0.0)  # P. C. George
        return
    last = _last_name(row, piece)
    if row.bits[piece.start] & GIVEN:
        memory.surnames.add(last)
    memory.vote(names[-1], "PERSON")
    for form in {last, names[-1]}:
        single[form] = single.get(form, 0.0) + 2.0 + weight
    beside = piece.end - piece.start == len(names)
    if beside and len(names) > 2 and row.bits[piece.start] & GIVEN and not _is_given_or_word(names[-2]):
        # Of two last names the first is the one that is used (Ana Kovac Medina, Kovac).
        single[names[-2]] = single.get(names[-2], 0.0) + 2.0 + weight
        memory.introduced.add(names[-2])
    surname_first = not row.capital[piece.end - 1] or _eastern(row, piece)
    single[names[0]] = single.get(names[0], 0.0) + (2.0 + weight if surname_first else 1.2)


def _is_given_or_word(name: str) -> bool:
    """Is this a given name or a common word, so that nobody is called by it alone?"""
    word = lexicon()[name]
    return word.bits & GIVEN > 0 or word.common


def _note_body(memory: Memory, row: Line, piece: Piece, names: list[str]) -> None:
    """Notes the word by which a body of several may be called."""
    first, last = piece.start, piece.end - 1
    if len(names) > 2 and row.bits[last] & ORG and row.common[last]:
        memory.add(names[-1], "ORG", SPELLED_OUT)  # Royal Dutch Shell, Shell
    elif _may_be_short(row, first):
        memory.short.add(names[0])
    elif not row.common[first] and not row.bits[first]:
        memory.add(names[0], "ORG", 1.6)


def _may_be_short(row: Line, i: int) -> bool:
    """Is this a common word that may stand for the body that it begins (Trinity College, River Plate)?"""
    return (
        row.common[i]
        and not row.weak[i]
        and row.capital[i] == 1
        and not row.bits[i] & (PLACE | GROUP | KIN)
        and not row.flags[i] & (STARTER | TITLE_START | TITLE_END | HEAD | NOT_NAME | DIRECTION)
    )


def _short_name(memory: Memory, row: Line, at: int) -> None:
    """Notes the short name that stands in brackets after the name of a body: Chamber of Construction (Capac)."""
    words = row.words
    if (
        at + 2 < len(words)
        and words[at] == "("
        and words[at + 2] in (")", ",", ";")
        and row.capital[at + 1]
        and len(words[at + 1]) > 1
        and not row.bits[at + 1] & PLACE
    ):
        memory.add(words[at + 1], "ORG", SPELLED_OUT)


def _eastern(row: Line, piece: Piece) -> bool:
    """Does the last name come first (Sun Lijun)?"""
    last = piece.end - 1
    return row.flags[piece.start] & FAMILY_FIRST > 0 and not row.bits[last] & SURNAME and not row.common[last]


def _last_name(row: Line, piece: Piece) -> str:
    """The last name as it stands, with its hyphens: Geordin Hill-Lewis gives Hill-Lewis."""
    end = piece.end - (row.words[piece.end - 1] in JUNIORS)
    first = end - 1
    while first - 2 >= piece.start and row.words[first - 1] in ("-", "‑") and not row.gap(first):
        first -= 2
    return row.text(first, end)


def _expansions(memory: Memory, row: Line) -> None:
    """Finds "European Union (EU)": the words before the bracket whose initials are the acronym."""
    words = row.words
    for at, word in enumerate(words):
        if word != "(" or at + 2 >= len(words) or words[at + 2] != ")" or len(words[at + 1]) < 2:
            continue
        acronym = words[at + 1]
        letters = [c.lower() for c in acronym if c.isalpha()]
        if not acronym[0].isupper() or sum(c.isupper() for c in acronym) < 2:
            continue
        first = _expansion_start(row, at, letters)
        if first is None:
            if _is_thing(row, at, letters):
                memory.add(acronym, "ORG", -SPELLED_OUT)
            elif acronym[-1] != "s" and _is_short(row, at, letters):
                memory.add(acronym, "ORG", SPELLED_OUT)
            continue
        if row.flags[first] & TITLE and (row.words[first + 1] == "of" or row.flags[first + 1] & TITLE):
            memory.add(acronym, "ORG", -SPELLED_OUT)  # Director General of Police (DGP)
            continue
        memory.expansions[row.starts[first], row.ends[at - 1]] = acronym
        memory.add(acronym, "ORG", SPELLED_OUT)


def _is_thing(row: Line, at: int, letters: list[str]) -> bool:
    """Do words in small letters before token `at` spell the letters: a central processing unit (CPU), and no body?"""
    wanted = letters[:-1] if letters[-1] == "s" and len(letters) > 2 else letters
    first = at - len(wanted)
    if first < 0 or not lexicon().known.classes["org_nouns"].isdisjoint(row.lower[first:at]):
        return False
    return [word[0] for word in row.lower[first:at]] == wanted and not any(row.capital[first + 1 : at])


def _is_short(row: Line, at: int, letters: list[str]) -> bool:
    """Is this a shortening of the capitalised words before token `at` (Sexual Minorities Uganda (SMUG))?"""
    first = at
    while (
        first > 0 and at - first < LONGEST_EXPANSION and (row.capital[first - 1] or row.lower[first - 1] in CONNECTORS)
    ):
        first -= 1
    while first < at and not row.capital[first]:
        first += 1
    if at - first < 2 or len(letters) < 3 or row.lower[first][0] != letters[0]:
        return False
    if row.flags[first] & TITLE or row.bits[first] & KIN or row.flags[at - 1] & (NEUTRAL_HEAD | PLACE_HEAD):
        return False
    spelled = iter("".join(row.lower[first:at]))
    return all(letter in spelled for letter in letters)


def _expansion_start(row: Line, at: int, letters: list[str]) -> int | None:
    """The first token of the words that end before token `at` and spell the letters; small words may be passed over."""
    k, left = at - 1, len(letters) - 1
    passed = 0
    while k >= 0 and at - k <= LONGEST_EXPANSION:
        word = row.words[k]
        if word.lower() in CONNECTORS or word in PARTICLES or word in ("-", "'s", "&", ","):
            if left >= 0 and word[0].lower() == letters[left] and word.isalpha() and not row.capital[k - 1]:
                left -= 1
        elif row.capital[k] and left >= 0 and word[0].lower() == letters[left]:
            left -= 1
        elif row.capital[k] and passed < 1:
            passed += 1
        else:
            return None
        if left < 0:
            return k if row.capital[k] else None
        k -= 1
    return None
