"""The packed tables of names: current, whole, and asked by any text."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from index.entities import packed as packing
from index.entities.packed import Packed, packed
from index.entities.tables import GIVEN, MAN, ORG, PLACE, WELL_KNOWN, tables
from tests.conftest import ROOT


def test_what_is_packed_is_what_the_tables_hold() -> None:
    """Where this fails: python tools/pack_tables.py."""
    done = subprocess.run([sys.executable, ROOT / "tools" / "pack_tables.py", "--check"], check=False, timeout=60)
    assert done.returncode == 0


def test_names_have_their_bits_and_others_none() -> None:
    names = tables().names
    assert names["Ukraine"] & (PLACE | WELL_KNOWN) == PLACE | WELL_KNOWN
    assert names["Aaron"] & (GIVEN | MAN) == GIVEN | MAN
    assert names["United Nations"] & ORG
    assert names["Zxcvbn"] == names[""] == names["Ukraine\t"] == names["\t"] == names["4"] == names["Ukraine=4"] == 0
    assert tables().firsts["New"] > 2
    assert (tables().words["cease"], tables().words["zxcvbn"]) == (1, 0)


def test_every_name_of_a_table_is_found() -> None:
    places = (ROOT / "tools" / "tables" / "places.txt").read_text(encoding="utf-8").split("\n")
    fresh = packed()["names"]
    missing = [name for name in places if name and not fresh[name]]
    assert missing == []


@given(st.text(st.characters(), max_size=12))
def test_any_text_may_be_asked(text: str) -> None:
    names = tables().names
    assert names[text] == names[text] >= 0


def test_look_ups_are_forgotten_when_there_are_many(monkeypatch) -> None:
    monkeypatch.setattr(packing, "MOST_KEPT", 3)
    names = Packed([b"\tA=3\tB=1f\t"])
    assert [names[name] for name in ("A", "B", "C", "D", "A")] == [3, 31, 0, 0, 3]
    assert len(names) <= 3
    assert names.all() == ["A", "B"]
