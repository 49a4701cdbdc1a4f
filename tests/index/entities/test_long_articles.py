"""Of an article without end, names are found in its beginning."""

from __future__ import annotations

import pytest

from index.documents.load import load_bytes
from index.entities import recognise as module
from index.entities.as_json import dump, load
from index.entities.recognise import recognise

SENTENCE = "On the second day Elena Kovac met the lawyer of the other side in Lviv. "


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("line.txt", SENTENCE * 40),
        ("lines.txt", (SENTENCE + "\n\n") * 40),
        ("table.md", "| a | b |\n|---|---|\n" + f"| {SENTENCE} | two |\n" * 40),
        ("word.txt", "x" * 3_000),
    ],
)
def test_names_are_those_of_the_beginning(name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = load_bytes(text.encode(), name)
    whole = recognise(document)
    monkeypatch.setattr(module, "NAMED_AT_MOST", 1_000)
    found = recognise(document)
    assert all(mention.end <= 1_000 for mention in found.mentions)
    assert [mention.text for mention in found.mentions] == [
        mention.text for mention in whole.mentions[: len(found.mentions)]
    ]
    assert bool(found.mentions) == bool(whole.mentions)
    assert (whole.lacking, found.lacking) == ("", "names were looked for in its first 1,000 characters only")
    assert load(dump(found), document.text) == found
