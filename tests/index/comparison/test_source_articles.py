"""The five source articles, where they lie beside the checkout: the disagreements that the reader exists to show."""

from __future__ import annotations

import pytest

from index.comparison.compare import compare
from index.comparison.model import Comparison, Side


@pytest.fixture(scope="module")
def articles(real_articles, sides) -> dict[str, Side]:
    files = sorted(real_articles.glob("*.txt"))
    read = sides(*(file.read_text(encoding="utf-8") for file in files))
    return {file.name[:3]: side for file, side in zip(files, read, strict=True)}


def said(a: Side, b: Side, found: Comparison) -> set[tuple[str, str, str]]:
    return {
        (c.kind, a.document.text[slice(*c.a)].casefold(), b.document.text[slice(*c.b)].casefold())
        for c in found.conflicts
    }


def test_what_004_and_000_disagree_on(articles) -> None:
    a, b = articles["004"], articles["000"]
    found = compare(a, b)
    conflicts = said(a, b, found)
    assert ("participant", "trump administration", "biden administration") in conflicts
    assert ("status", "president", "former president") in conflicts
    assert ("attribution", "accused each other of breaching", "violated") in conflicts
    assert ("Volodymyr", "Volodyr") in {
        (a.document.text[slice(*v.a)], b.document.text[slice(*v.b)]) for v in found.variants if v.kind == "spelling"
    }
    assert len(found.conflicts) <= 8


def test_the_window_and_the_ceasefire_are_two_facts(articles) -> None:
    a, b = articles["003"], articles["004"]
    found = compare(a, b)
    assert not [c for c in found.conflicts if c.kind == "number"]
    assert "status" in {c.kind for c in found.conflicts}


def test_no_pair_is_flooded_with_conflicts(articles) -> None:
    for name, a in articles.items():
        for other, b in articles.items():
            found = compare(a, b)
            assert len(found.conflicts) <= 6, (name, other)
            if name == other:
                assert found.conflicts == found.only_a == ()
