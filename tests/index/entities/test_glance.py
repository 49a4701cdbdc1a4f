"""What is named in view is found without the rest of the article, and stands where it stands in the whole."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.documents.load import load_bytes
from index.documents.model import Span
from index.entities import glance as module
from index.entities.glance import glance

SENTENCE = "On the second day Elena Kovac met the lawyer of the other side in Lviv. "


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("line.txt", SENTENCE * 2_000),
        ("lines.txt", (SENTENCE + "\n\n") * 2_000),
        ("table.md", "| a | b |\n|---|---|\n" + f"| {SENTENCE} | two |\n" * 2_000),
    ],
)
def test_what_is_in_view_is_named_and_little_else_is_read(
    name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    whole = module.named
    monkeypatch.setattr(module, "named", lambda document: (read.append(len(document.text)), whole(document))[1])
    document = load_bytes(text.encode(), name)
    middle = document.text.index("Elena", len(document.text) // 2)
    view = Span(middle - 100, middle + 1_000)
    found = glance(document, view)
    assert read[0] < 3_000
    named = {document.text[mention.start : mention.end] for mention in found}
    assert {"Elena Kovac", "Lviv"} <= named
    assert Span(middle, middle + len("Elena Kovac")) in {Span(mention.start, mention.end) for mention in found}


@given(
    text=st.lists(
        st.sampled_from(["Elena Kovac", "said", "in Lviv", ".", "\n\n", "\n", "30 percent", "- ", "# "]), max_size=60
    ).map(" ".join),
    bounds=st.tuples(st.integers(0, 400), st.integers(0, 400)),
)
@settings(max_examples=60)
def test_mentions_are_words_of_the_article(text: str, bounds: tuple[int, int]) -> None:
    document = load_bytes(text.encode(), "a.txt")
    start, end = sorted(min(bound, len(document.text)) for bound in bounds)
    found = glance(document, Span(start, end))
    assert all(document.text[mention.start : mention.end] == mention.text for mention in found)
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)


@pytest.mark.usefixtures("unmeasured")
def test_names_are_there_before_the_rules_of_quotations_are_loaded() -> None:
    code = (
        "import sys\n"
        "from index.documents.load import load_bytes\n"
        "from index.documents.model import Span\n"
        "from index.entities.glance import glance\n"
        "from index.entities.recognise import recognise\n"
        f"document = load_bytes({SENTENCE!r}.encode(), 'a.txt')\n"
        "later = lambda: [name for name in sys.modules if '.quoting' in name or '.resolving.local' in name]\n"
        "print(len(glance(document, Span(0, 80))), later())\n"
        "recognise(document, lambda mentions: print(len(mentions), later()))\n"
        "print(len(later()) > 2)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["3 []", "3 []", "True"]
