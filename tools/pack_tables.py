"""Packs the names tables of `tools/tables` into the one file that the program reads.

python tools/pack_tables.py [--check]

To be run after any of the tables changed; with --check nothing is written, and it fails where the file is out of date.
How the file is laid out is told in `index/entities/packed.py`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from index.entities.packed import PACKED, SECTIONS_PACKED, row_of
from index.entities.tables import (
    EVENT,
    FAMOUS,
    GIVEN,
    GROUP,
    MAN,
    MINOR_PLACE,
    ORG,
    PLACE,
    SURNAME,
    WELL_KNOWN,
    WOMAN,
    sections,
)

TABLES = Path(__file__).with_name("tables")
GENERATED = (
    ("places.txt", PLACE),
    ("minor_places.txt", MINOR_PLACE),
    ("given.txt", GIVEN),
    ("given_men.txt", GIVEN | MAN),
    ("given_women.txt", GIVEN | WOMAN),
    ("surnames.txt", SURNAME),
    ("groups.txt", GROUP),
    ("orgs.txt", ORG),
)
BY_HAND = ("hand_names.txt", "hand_peoples.txt", "hand_bodies.txt", "hand_festivals.txt", "hand_towns.txt")
"""Tables that were written by hand."""
WELL = ("places", "groups", "orgs", "events")
"""Their sections whose names are the thing before they are a small town or a rare last name."""
SECTIONS = {
    "places": PLACE,
    "groups": GROUP,
    "peoples": GROUP,
    "orgs": ORG,
    "events": EVENT,
    "given": GIVEN,
    "surnames": SURNAME,
    "famous": SURNAME | FAMOUS,
}


def read(name: str) -> str:
    """The text of a table."""
    return (TABLES / name).read_text(encoding="utf-8")


def names_of() -> tuple[dict[str, int], dict[str, int]]:
    """What each name may be, and the words that with 's are the name of a body."""
    names: dict[str, int] = {}
    for file, bit in GENERATED:
        for name in filter(None, read(file).split("\n")):
            names[name] = names.get(name, 0) | bit
    by_hand = sections("\n".join(map(read, BY_HAND)))
    for name in by_hand.pop("no_places"):
        names[name] = names.get(name, 0) & ~(PLACE | MINOR_PLACE)
    for section, entries in by_hand.items():
        bit = SECTIONS[section]
        for name in entries:
            names[name] = names.get(name, 0) | bit
            if section in WELL:
                # What a hand wrote down as one thing outranks a small town or a rare surname of that name.
                names[name] = (names[name] & ~MINOR_PLACE) | WELL_KNOWN
    owners = {name[:-2]: 1 for name in by_hand["orgs"] if name.endswith("'s") and " " not in name}
    return names, owners


def firsts_of(names: Mapping[str, int]) -> dict[str, int]:
    """The first word of each name of several words, and how many words the longest has."""
    firsts: dict[str, int] = {}
    for name in names:
        if " " in name or "-" in name:
            first, *rest = name.replace("-", " ").split(" ")
            firsts[first] = max(firsts.get(first, 0), len(rest) + 1)
    return firsts


def packed(tables: Mapping[str, Mapping[str, int]]) -> bytes:
    """The file: of each section its rows, each the entries that fall into it."""
    rows: list[bytes] = []
    for section, count in SECTIONS_PACKED:
        lines = [b""] * count
        for name, value in sorted(tables[section].items()):
            if value:
                lines[row_of(name.encode(), count)] += b"\t%s=%x" % (name.encode(), value)
        rows += [line + b"\t" if line else line for line in lines]
    return b"\n".join(rows)


def main() -> int:
    """Writes the file, or says whether it is current."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if the file is out of date")
    check = parser.parse_args().check
    names, owners = names_of()
    words = dict.fromkeys(filter(None, read("words.txt").split("\n")), 1)
    data = packed({"names": names, "firsts": firsts_of(names), "words": words, "owners": owners})
    if check:
        return int(PACKED.read_bytes() != data)
    PACKED.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
