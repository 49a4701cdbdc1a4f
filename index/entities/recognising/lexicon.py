"""What is known of a word by itself, looked up once for each different word.

A word's classes are bits of one number, so that the evidence, which asks some fifty questions of every piece of every
run of capitals, asks them by bit tests.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from index.entities.recognising.dates import may_begin_time
from index.entities.recognising.numbers import may_begin_amount
from index.entities.recognising.tokens import TOKEN
from index.entities.tables import GIVEN, GROUP, ORG, PLACE, SURNAME, Tables, tables
from index.entities.wordset import wordset

CONNECTORS = wordset(
    "of for and the de del la las los le les du des da do dos das di dei degli della delle e y et al el ul ur bin bint "
    "binti binte ibn ben abu van von der den ter ten zu af av wa ould on in to with para por pour sur es en"
)
ABROAD = wordset("wal und aux au dem zum zur um dan ve cha ya ng i")
"""Small words inside names of bodies elsewhere (Chama cha Mapinduzi); in capitals they may be names."""
PARTICLES = wordset(
    "de del la las los le da do dos das di al el ul ur bin bint binti binte ibn ben abu van von der den ter ten zu af "
    "av wa ould ag e y du des della"
)
"""Small words inside the names of people."""
ARABIC_ARTICLES = wordset("al el ad ed ud as es us ash esh an en un ar er ur at et ut az ez uz ul dh adh ath")
"""The article of Arabic names, before letters of the sun too (Salah ad-Din, Fazl ur-Rehman): before a hyphen."""
HYPHENS = frozenset("-‐‑–/")
MARKS = frozenset("“”\"‘'")
ADJECTIVAL = wordset(
    "based led born backed style held wide made like only run era free type hit torn owned funded bound friendly "
    "linked occupied controlled ruled speaking sponsored aligned majority level old time long term trained armed"
)
"""What a name is hyphened with without becoming part of it."""
NO_NAMES = wordset(
    "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February July September October November "
    "December Q1 Q2 Q3 Q4 H1 H2 FY"
)
"""Capitalised words that are never part of a name here."""
ARTICLES = frozenset(("Al", "El", "al", "el"))
PREFIXES = frozenset(
    (
        "Abu",
        "Abdul",
        "Abdel",
        "Abd",
        "Bin",
        "Ibn",
        "Ben",
        "Van",
        "Von",
        "De",
        "Da",
        "Della",
        "Le",
        "La",
        "Du",
        "Di",
        "Del",
    )
)
LEGAL_FORMS = wordset(
    "Inc Corp Co Ltd LLC LLP PLC Plc plc GmbH AG SE SpA ASA Oyj PJSC OJSC JSC Tbk Bhd Pty Pte Limited Incorporated"
)
ROYAL = wordset(
    "King Queen Prince Princess Saint St St. San Lord Lady Pope Bishop Cardinal Sultan Emperor Captain General"
)
"""Titles that also begin the names of places and bodies."""
BOUNDS = frozenset(("'s", "'", ".", "&"))
"""What may stand inside a name, but neither begin nor end it."""
KIN = GIVEN | SURNAME

# Bits of `Word.flags`: classes of the word as printed.
HEAD, SUFFIX, TITLE, TITLE_END, TITLE_START, NEUTRAL_HEAD, PLACE_HEAD, PLACE_FIRST, PLACE_OF = (
    1 << k for k in range(9)
)
CONNECTOR, PARTICLE, HYPHEN, MARK, LAST_OF_PERSON, STARTER, DIRECTION, EVENT_HEAD, EVENT_FIRST = (
    1 << k for k in range(9, 18)
)
(
    NOT_NAME,
    INITIAL,
    ARTICLE,
    PREFIX,
    LEGAL,
    BOUND,
    LOOSE,
    LETTERS,
    DATED,
    COUNTED,
    FEAST,
    FAMILY_FIRST,
    CLUB_FIRST,
    PLAYED,
    OF_HEAD,
    FOREIGN_HEAD,
    FOREIGN_SMALL,
) = (1 << k for k in range(18, 35))
NO_START = CONNECTOR | HYPHEN | BOUND
"""No name begins with these (particles aside)."""
NO_END = CONNECTOR | HYPHEN | BOUND | ARTICLE

# Bits of `Word.beside`: what the word, in lower case, tells of a name that it stands before or after.
(
    PLACE_BEFORE,
    PLACE_NEAR,
    PLACE_WAY,
    PLACE_NOUN,
    PLACE_AFTER,
    PERSON_NOUN,
    PERSON_VERB,
    INSIDE,
    ORG_BEFORE,
    ORG_AFTER,
) = (1 << k for k in range(10))
(
    ORG_SPEAKS,
    ORG_AGENT,
    GROUP_AFTER,
    FOLLOWER,
    OF_A_PERSON,
    RELATIVE,
    DETERMINER,
    NO_PERSON_NOUN,
    OFFICE,
    PLAYS,
    BEATS,
) = (1 << k for k in range(10, 21))

_BESIDE_CLASSES = (
    ("place_before", PLACE_BEFORE),
    ("place_nouns_before", PLACE_NOUN),
    ("place_after", PLACE_AFTER),
    ("person_nouns", PERSON_NOUN),
    ("person_verbs", PERSON_VERB),
    ("org_before", ORG_BEFORE),
    ("org_after", ORG_AFTER),
    ("speech_of_orgs", ORG_SPEAKS),
    ("group_after", GROUP_AFTER),
)
_BESIDE_WORDS = (
    (wordset("in near at northern southern eastern western central"), PLACE_NEAR),
    (wordset("to between from into via"), PLACE_WAY),
    (wordset("in across throughout near at outside around"), INSIDE),
    (wordset("by with at for from told joined via"), ORG_AGENT),
    (wordset("administration government camp campaign regime presidency era family doctrine cabinet"), FOLLOWER),
    (
        wordset("administration wife husband father mother son daughter family lawyer brother sister widow career"),
        OF_A_PERSON,
    ),
    (wordset("who whose himself herself"), RELATIVE),
    (wordset("the a an"), DETERMINER),
    (wordset("member general model star champion"), NO_PERSON_NOUN),
    (wordset("administration presidency doctrine"), OFFICE),
    (
        wordset(
            "beat beats thrash thrashed thrashes edged drew lost trail trailed crushed stunned defeated overcame "
            "equalised equalized clinched signed scored routed hammered upset downed outplayed outscored host "
            "hosts visit visits"
        ),
        PLAYS,
    ),
    (
        wordset(
            "beat beating beats thrashed thrashing edged defeated defeating over against stunned downed v vs "
            "host hosts hosting visit visiting face faces facing"
        ),
        BEATS,
    ),
)
_FLAG_CLASSES = (
    ("org_heads", HEAD),
    ("org_suffixes", SUFFIX),
    ("titles", TITLE),
    ("title_ends", TITLE_END),
    ("neutral_heads", NEUTRAL_HEAD),
    ("place_heads", PLACE_HEAD),
    ("place_first", PLACE_FIRST),
    ("place_of", PLACE_OF),
    ("person_suffixes", LAST_OF_PERSON),
    ("sentence_starters", STARTER),
    ("directions", DIRECTION),
    ("event_heads", EVENT_HEAD),
    ("event_first", EVENT_FIRST),
    ("not_names", NOT_NAME),
    ("family_first", FAMILY_FIRST),
    ("club_first", CLUB_FIRST),
    ("sport_bodies", PLAYED),
    ("of_heads", OF_HEAD),
    ("foreign_heads", FOREIGN_HEAD),
)
_FLAG_WORDS = (
    (CONNECTORS | ABROAD, CONNECTOR),
    (PARTICLES, PARTICLE),
    (HYPHENS, HYPHEN),
    (MARKS, MARK),
    (ARTICLES, ARTICLE),
    (PREFIXES, PREFIX),
    (LEGAL_FORMS, LEGAL),
    (BOUNDS, BOUND),
    (
        ABROAD | wordset("de del la las los le les du des da do dos das di della delle e y et para por pour sur es en"),
        FOREIGN_SMALL,
    ),
    (wordset("Easter Christmas Ramadan Eid Olympic New Victory"), FEAST),
)
MOST_WORDS = 1 << 16
"""Different words that are kept; then all are forgotten."""


class Word(NamedTuple):
    """A word by itself. `capital`: 0 none, 1 initial capital, 2 all capitals. `bits` are the names tables'; they and
    `common` are of words with a capital, and 0 and False for the others. `flags` and `beside` are classes.
    """

    capital: int
    bits: int
    common: bool
    flags: int
    beside: int
    lower: str


class Lexicon(dict[str, Word]):
    """All words met so far."""

    def __init__(self, known: Tables) -> None:
        super().__init__()
        self.known = known
        self._flags: dict[str, int] = {}
        self._beside: dict[str, int] = {}
        for name, bit in _FLAG_CLASSES:
            _mark(self._flags, known.classes[name], bit)
        for words, bit in _FLAG_WORDS:
            _mark(self._flags, words, bit)
        for name, bit in _BESIDE_CLASSES:
            _mark(self._beside, known.classes[name], bit)
        for words, bit in _BESIDE_WORDS:
            _mark(self._beside, words, bit)
        self._title_starts = {_first_token(title) for title in known.classes["titles"]} | {
            word.lower() for word in known.classes["title_modifiers"]
        }

    def __missing__(self, word: str) -> Word:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> Word:
        known = self.known
        capital = _capital(word)
        bits, common = 0, False
        if capital:
            # PARIS is Paris, but WHO is not Who.
            form = word.title() if capital == 2 and len(word) > 3 else word
            if word[-1] == "+":
                form = word[:-1]  # OPEC+
            bits = known.names[word] or known.names[form]
            common = known.common(word)
        lower = word.lower()
        flags = self._flags.get(word, 0)
        if word in self._title_starts or lower in self._title_starts or word.title() in self._title_starts:
            flags |= TITLE_START
        if (len(word) == 2 and word[1] == ".") or (len(word) == 1 and word != "I"):
            flags |= INITIAL
        if not bits & (PLACE | GROUP | ORG) and not flags & (TITLE_END | STARTER) and (bits & KIN or not common):
            flags |= LOOSE
        if len(word) > 3 and word[0].isalpha() and word not in NO_NAMES:
            flags |= LETTERS
        if may_begin_time(word):
            flags |= DATED
        if may_begin_amount(word):
            flags |= COUNTED
        return Word(capital, bits, common, flags, self._beside.get(lower, 0), lower)


def _mark(table: dict[str, int], words: frozenset[str], bit: int) -> None:
    for word in words:
        table[word] = table.get(word, 0) | bit


def _first_token(title: str) -> str:
    found = TOKEN.match(title)
    return found.group() if found else title


def _capital(word: str) -> int:
    if word in NO_NAMES:
        return 0
    first = word[0]
    if first in "dl" and word[1:2] == "'" and word[2:3].isupper():
        return 1  # d'Ivoire
    if first.isupper():
        return 2 if len(word) > 1 and word.isupper() else 1
    if first.isdigit() and len(word) > 1 and word.isalnum():
        return 2 if word[-1].isupper() else int(word.endswith("ers"))  # 49ers
    return 0


@cache
def lexicon() -> Lexicon:
    """The words of this process."""
    return Lexicon(tables())
