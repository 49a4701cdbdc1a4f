"""The names tables: what each known name may be, and the closed classes of words that tell of names.

All names of all tables stand together (`packed`), each with a set of bits, so that one look-up of a word tells
everything that the tables know of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from index.entities.packed import Packed, packed
from index.entities.wordset import wordset

PLACE, MINOR_PLACE, GIVEN, SURNAME, GROUP, ORG, EVENT, WELL_KNOWN, FAMOUS, MAN, WOMAN = (1 << k for k in range(11))
WHERE = PLACE | MINOR_PLACE
"""Bits of what a name may be. `MINOR_PLACE` is a small place, whose name is often something else too; `WELL_KNOWN`
stands with places and bodies that were written down by hand; `FAMOUS` is a surname that everybody knows whose it is;
`MAN` and `WOMAN` stand with given names that hardly anybody else has.
"""

FOLDER = Path(__file__).with_name("tables")
LONGEST_PHRASE = 6
"""Words in the longest name of several words that is looked up."""

_PREFIXES = ("sub", "under", "over", "non", "anti", "inter", "counter", "multi", "micro", "cyber", "geo", "pre")
_STEMS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ness", ""),
)

_IRREGULAR = wordset(
    "arise bite blow break choose come do drive fall feel fly freeze get give go grow hide know lose make ride rise "
    "run shake shine sing sink speak steal strive take tear wake wear write"
)
"""Verbs of whose past there is no form in "ed" (so Shaked is a name)."""


@dataclass(frozen=True, slots=True)
class Tables:
    """`names` gives the bits of a name (straight apostrophes), 0 of an unknown one; `words` knows stems of common words
    in lower case; `classes` holds the closed classes of `hand_words.txt` by section; `firsts` gives the longest length
    in words of the names of several words that begin with a word, else 0.
    """

    names: Packed
    words: Packed
    classes: dict[str, frozenset[str]]
    firsts: Packed
    owners: frozenset[str]
    """Words that with 's are the name of a body (Moody's), or with a full stop a state's short name (Del.)."""

    def common(self, word: str) -> bool:
        """Is it a common English word, in any regular form?"""
        return _common(word.lower())


@lru_cache(maxsize=1 << 16)
def _common(lower: str) -> bool:
    words = tables().words
    if words[lower]:
        return True
    if lower.endswith("ed") and lower[:-1] in _IRREGULAR:
        return False
    if any(lower.endswith(e) and len(lower) > len(e) + 2 and words[lower[: -len(e)] + add] for e, add in _STEMS):
        return True
    return any(lower.startswith(p) and len(lower) > len(p) + 3 and _common(lower[len(p) :]) for p in _PREFIXES)


def _read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def sections(text: str) -> dict[str, list[str]]:
    """The sections of a hand-written table: a line `[name]`, then entries parted by commas."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.split("\n"):
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("["):
            current = sections.setdefault(line.strip("[] "), [])
        else:
            current.extend(entry.strip() for entry in line.split(",") if entry.strip())
    return sections


@cache
def aliases() -> dict[str, dict[str, str]]:
    """The usual name of each other name, by section ("places", "orgs")."""
    found: dict[str, dict[str, str]] = {}
    current: dict[str, str] = {}
    for file in ("hand_aliases.txt", "hand_exonyms.txt", "lands.txt"):
        for line in _read(file).split("\n"):
            if line.startswith("["):
                current = found.setdefault(line.strip("[] "), {})
            elif " = " in line:
                usual, others = line.split(" = ")
                usual = current.get(usual, usual)
                for other in others.split(", "):
                    current.setdefault(other.strip(), usual)
    return found


@cache
def _packed() -> dict[str, Packed]:
    return packed()


def names() -> Packed:
    """The bits of each name alone, for who needs no closed classes, which take as long again to read."""
    return _packed()["names"]


@cache
def tables() -> Tables:
    """The tables, opened once a process."""
    found = _packed()
    classes = {name: frozenset(entries) for name, entries in sections(_read("hand_words.txt")).items()}
    # The last words of all titles: what may stand directly before a person's name.
    classes["titles_lower"] = frozenset(title.lower() for title in classes["titles"] if " " not in title)
    classes["office_words"] = classes["titles_lower"] | classes["title_modifiers"] | {"prime", "head", "of", "state"}
    classes["title_ends"] = frozenset(
        end for title in classes["titles"] for end in (title.split()[-1], title.split()[-1].split("-")[-1])
    )
    owners = classes["states"].union(found["owners"].all())
    return Tables(found["names"], found["words"], classes, found["firsts"], owners)
