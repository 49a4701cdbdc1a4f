"""What a finding is about is quoted as the article writes it, with the marks between its words."""

from __future__ import annotations

import pytest

from index.comparison.aligning.tokens import tokenize
from index.comparison.conflicts.labels import as_written


@pytest.mark.parametrize(
    ("about", "sentence", "written"),
    [
        ("“by election turnout”", "The by-election turnout fell.", "“by-election turnout”"),
        ("“by election in mid …”", "It won the by-election in mid-June.", "“by-election in mid …”"),
        ("“paid on Thea”", "He was paid on Thea's Landing.", "“paid on Thea's Landing”"),
        ("“crew of Solvinds”", "The crew of Solvinds’ sister ship.", "“crew of Solvinds’ sister”"),
        ("“the ship Thea …”", "The ship Thea's 40 men; the ship Thea.", "“the ship Thea …”"),
        ("“the ship owner”", "In the ship's owner he trusts.", "“the ship's owner”"),
        ("“has n't gone”", "She hasn't gone.", "“hasn't gone”"),
        ("“cost $ 40”", "What cost $40 was sold.", "“cost $40”"),
        ("“the ferry Solvind”", "Aboard the ferry “Solvind” nobody was hurt.", "“the ferry Solvind”"),
        ("“of the ferry”", "Owners of\nthe ferry.", "“of the ferry”"),
        ("“left port … at noon”", "It left (the) port; it left-port, it came, at, noon.", "“left-port … at, noon”"),
        ("the office of “vice president Lund”", "The vice-president, Lund.", "the office of “vice-president, Lund”"),
        ("the number of people", "40 people.", "the number of people"),
        ("“…”", "No word.", "“…”"),
        ("“a b”", "Neither stands here.", "“a b”"),
        ("“on the shore”", "On the offshore, upon the shores.", "“on the shore”"),
    ],
)
def test_a_label_is_quoted_as_it_is_written(about: str, sentence: str, written: str) -> None:
    assert as_written(about, sentence) == written


def test_the_first_sentence_that_has_the_words_tells_how_they_are_written() -> None:
    assert as_written("“by election”", "No poll.", "A by-election.", "A by election.") == "“by-election”"


@pytest.mark.parametrize(
    "sentence",
    ["The U.S.-led by-election (held May 5) wasn't Thea's first.", "Some 12% of N.A.A.C.P. members won’t pay $1,000."],
)
def test_the_words_of_any_sentence_are_found_in_it_again(sentence: str) -> None:
    words = tokenize(sentence, 0, len(sentence))
    for first in range(len(words)):
        for end in range(first + 1, len(words)):
            written = as_written(f"“{' '.join(word.text for word in words[first:end])} …”", sentence)
            inside = (first and words[first - 1].end == words[first].start) or words[end - 1].end == words[end].start
            if not inside:
                assert written == f"“{sentence[words[first].start : words[end - 1].end]} …”"
