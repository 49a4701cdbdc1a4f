"""A pattern of cues is looked for only in sentences that have one of its words, and every match has one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.comparison.conflicts.people import moves, positions
from index.comparison.conflicts.reading.cue_patterns import CuePattern, key_words
from index.comparison.conflicts.what_became import causes, fillers, outcomes
from tests.index.comparison.rules.texts import one_told

RULES = (moves, positions, causes, fillers, outcomes)


def patterns() -> list[CuePattern]:
    """Those of all rules."""
    alone = [value for rule in RULES for value in vars(rule).values() if isinstance(value, CuePattern)]
    asked = [question.marker for question in fillers._ASKED]
    points = [point for scale in (*outcomes._OF_PEOPLE, outcomes._OF_THINGS) for point in scale.points]
    return [*alone, *asked, *points]


@pytest.mark.parametrize(
    ("text", "pattern", "found"),
    [
        ("The crew didn't mend the nets.", r"\bmend the nets\b", ["mend the nets"]),
        ("The crew - all of it - didn't mend.", r"\bnot mend\b", ["n't mend"]),
        ("Boats, nets; ropes and boats.", r"\bboats\b", ["Boats", "boats"]),
        ("The nets were mended.", r"\bthe (?:\w+ )?nets\b", ["The nets"]),
        ("The nets were mended.", r"\bboats\b", []),
        ("The two hundred boats sank.", r"\bhundred boats\b", ["two hundred boats"]),
    ],
)
def test_a_pattern_is_found_by_whole_words(text: str, pattern: str, found: list[str]) -> None:
    (passage,) = one_told(text).passages
    places = CuePattern(pattern).found_in(passage)
    assert [text[passage.words[first].start : passage.words[end - 1].end] for first, end in places] == found


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:lost|was beaten|fell short)\b", {"lost": [""], "beaten": ["was"], "short": ["fell"]}),
        (
            r"\bapprove[sd]\b|\bstr(?:ikes|uck) down\b",
            {"approves": [""], "approved": [""], "strikes": ["down"], "struck": ["down"]},
        ),
        (r"\bfound (?:(?!not )\w+ ){0,7}guilty\b", {"guilty": ["found"]}),
        (r"\b(?:the |a )?(?:sale|gift)\b", {"sale": ["", "the", "a"], "gift": ["", "the", "a"]}),
        (r"\bset [\w ]{1,9}? ?to the\b", {"set": ["the", "to the"]}),
        (r"\bbecause (?!of\b)", {"because": [""]}),
        (r"(?<!not )guilty plea\b", {"plea": [""]}),
        (r"\bfavou?r\b", {"favor": [""], "favour": [""]}),
        (r"\b(?:tick){1,2} it\b", {"it": [""]}),
    ],
)
def test_the_words_of_which_every_match_has_one(pattern: str, words: dict[str, list[str]]) -> None:
    assert key_words(pattern) == {key: {frozenset(row.split()) for row in beside} for key, beside in words.items()}


def test_a_pattern_is_held_only_against_sentences_with_all_words_of_a_phrase() -> None:
    pattern = CuePattern(r"\b(?:is|are) (?:ready|willing) to\b|\brefused\b")
    assert pattern.may_match({"they", "are", "ready", "to", "go"})
    assert pattern.may_match({"refused"})
    assert not pattern.may_match({"ready", "to", "were"})
    assert not pattern.may_match({"is", "are", "to"})


@pytest.mark.parametrize("pattern", [r"\b\w+ed\b", r"sank", r"\bsank.*", r"\b^the nets\b"])
def test_a_pattern_without_such_words_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="no"):
        key_words(pattern)


@given(st.data())
def test_what_matches_a_pattern_of_a_rule_has_one_of_its_words(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(patterns()))
    letters = st.characters(codec="ascii", categories=["Ll"])
    said = data.draw(st.from_regex(re.compile(pattern._source), alphabet=st.one_of(letters, st.just(" "))))
    match = re.search(pattern._source, said)
    assert match is not None
    assert pattern.may_match(set(match[0].split()))
