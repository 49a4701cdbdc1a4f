"""Every sentence of the user's documents names the tests that fail where it does not hold (`promises.txt`).

A sentence that is changed or added has to be entered anew, so that somebody asks which test holds it to its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from index.documents.load import load_bytes
from index.documents.sentences import sentences
from tests.conftest import ROOT

DOCUMENTS = ("docs/user-guide.md", "docs/search.md")
NOTHING = "nothing that a test could show"
ELSEWHERE = frozenset({"heading", "table", "code"})
"""Tables and examples are held against the program itself (`test_documents.py`, `test_search_document.py`)."""


class Promise(NamedTuple):
    """A sentence and the tests that hold it: (file below `tests/`, name); none where it promises nothing."""

    sentence: str
    tests: tuple[tuple[str, str], ...]


@cache
def promises() -> dict[str, list[Promise]]:
    """What `promises.txt` says, by document."""
    text = (ROOT / "tests/house/promises.txt").read_text(encoding="utf-8")
    found: dict[str, list[Promise]] = {}
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        document, _, rest = part.partition("\n")
        found[document] = [_promise(entry) for entry in rest.strip().split("\n\n")]
    return found


def _promise(entry: str) -> Promise:
    sentence, *lines = entry.splitlines()
    assert lines, f"no test is named for: {sentence}"
    return Promise(sentence, () if lines == [f"    {NOTHING}"] else tuple(_tests(lines)))


def _tests(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        file, colon, names = line.strip().partition(": ")
        assert colon, line
        yield from ((file, f"test_{name}") for name in names.split(", "))


@cache
def stated(name: str) -> list[str]:
    """The sentences of a document that stand in its prose."""
    document = load_bytes((ROOT / name).read_bytes(), name)
    found = (one for one in sentences(document) if one.kind not in ELSEWHERE)
    return [" ".join(document.text[one.start : one.end].split()) for one in found]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_sentence_names_the_tests_that_hold_it(name: str) -> None:
    entered = [one.sentence for one in promises()[name]]
    assert [each for each in stated(name) if each not in entered] == [], "enter these with their tests"
    assert [each for each in entered if each not in stated(name)] == [], "these are not in the document any more"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_tests_that_are_named_are_there(name: str) -> None:
    for promise in promises()[name]:
        for file, test in promise.tests:
            source = (ROOT / "tests" / file).read_text(encoding="utf-8")
            assert re.search(rf"^(?:async )?def {test}\(", source, re.MULTILINE), f"{file}: {test} ({promise.sentence})"


def test_few_sentences_promise_nothing() -> None:
    empty = [one.sentence for several in promises().values() for one in several if not one.tests]
    assert len(empty) <= 6, empty
