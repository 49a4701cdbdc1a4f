"""Whom a sentence is about: a name, an office, a pronoun, by what both articles tell."""

from __future__ import annotations

import pytest

from index.comparison.aligning.passages import Passage
from index.comparison.conflicts.reading.subjects import Subjects, office_holders
from tests.index.comparison.rules.texts import both_told

OTHER = "Prime Minister Peter Orlik spoke in Oster on Friday."
TOLD = {
    "a name right before": ("Anna Lund and Peter Orlik resigned.", "orlik"),
    "a name that begins": ("Anna Lund, after a long night in the old hall, resigned.", "lund"),
    "an office, by the other article": ("Late at night the prime minister resigned.", "orlik"),
    "a former one": ("Late at night the former minister resigned.", ""),
    "an office of nobody": ("Late at night the governor resigned.", ""),
    "an office by apposition": ("The rebel leader, Anna Lund, spoke. At noon the rebel leader resigned.", "lund"),
    "an office after the name": ("Marc Weber, the mayor of Oster, spoke. At noon the mayor resigned.", "weber"),
    "two who held one office": ("Mayor Marc Weber met Mayor Anna Lund. At noon the mayor resigned.", ""),
    "he whom the last sentence is about": ("Peter Orlik called Karl Brenner. He resigned.", "orlik"),
    "she who is named last": ("Peter Orlik called Anna Lund. She resigned.", "lund"),
    "he two sentences on": ("Peter Orlik was calm. He called Karl Brenner. He resigned.", "orlik"),
    "named after it": ("Resigned and bitter, Anna Lund left Karl Brenner.", "lund"),
    "another named after it": ("At noon in the old hall pilots resigned and Anna Lund wept.", ""),
    "a body": ("At noon in the old hall the Red Cross resigned.", ""),
    "nobody": ("The pilots of the harbour resigned.", ""),
    "a name and what is stepped over": ("At noon Karl Brenner had not yet quietly resigned.", "brenner"),
    "a name and an adverb": ("At noon in the old hall Karl Brenner quietly resigned.", "brenner"),
    "a name, then another begins": ("Anna Lund slept while at noon in Oster Karl Brenner wept, and resigned.", "lund"),
    "the fifth word begins": ("On the day of Lund's birth the old pilots resigned.", "lund"),
    "the sixth word does not begin": ("On the very day of Lund's birth the old pilots resigned.", ""),
    "resigned first, and nobody named": ("Resigned and bitter, the pilots left.", ""),
    "its prime minister": ("Late at night its prime minister resigned.", "orlik"),
    "its minister": ("Late at night its minister resigned.", "orlik"),
    "the minister": ("Late at night the minister resigned.", "orlik"),
    "a minister": ("Late at night a minister resigned.", ""),
    "a prime minister": ("Late at night a prime minister resigned.", ""),
    "the interior minister": ("Late at night the interior minister resigned.", ""),
    "an office that begins, at once": ("The minister resigned.", "orlik"),
    "an office and an auxiliary": ("At noon in the old hall the prime minister had resigned.", "orlik"),
    "an office that begins": ("The prime minister wept at noon, and in the evening he resigned.", "orlik"),
    "a pronoun right before": ("Peter Orlik was calm. At noon in the old hall he resigned.", "orlik"),
    "a pronoun that begins": ("Peter Orlik was calm. He wept at noon in the old hall and resigned.", "orlik"),
    "a pronoun four words before": ("Peter Orlik was calm. At noon in Oster he too at once resigned.", "orlik"),
    "a pronoun five words before": ("Peter Orlik was calm. At noon in the hall he too at that moment resigned.", ""),
    "she, though the last sentence is about a man": (
        "Anna Lund met Peter Orlik. Peter Orlik wept. She resigned.",
        "lund",
    ),
    "he, of whom the last sentence does not tell": ("Anna Lund met Peter Orlik. Anna Lund wept. He resigned.", "orlik"),
    "a topic of whom it is not told whether a man": ("Robin Brenner was calm. He resigned.", "brenner"),
    "a topic of whom it is not told whether a woman, and one who is": (
        "Robin Brenner called Anna Lund. She resigned.",
        "lund",
    ),
    "nobody before the pronoun": ("Late at night he resigned.", ""),
    "the topic of two sentences before": ("Peter Orlik was calm. It rained. He resigned.", "orlik"),
    "an office in short before the name": ("He met Gov. Marc Weber. At noon the governor resigned.", "weber"),
    "an office with a mark before the name": ("It was the mayor; Marc Weber spoke. At noon the mayor resigned.", ""),
    "an office at the end, a name at the beginning": ("Marc Weber saw the mayor. At noon the mayor resigned.", ""),
    "an office after a place": ("In Oster, the mayor said, it rained. At noon the mayor resigned.", ""),
    "an office with a comma before the name": (
        "The old mayor, Marc Weber, spoke. At noon the mayor resigned.",
        "weber",
    ),
    "an office two words before the name": ("The mayor of Marc Weber spoke. At noon the mayor resigned.", ""),
    "an office after the name, four words on": (
        "Marc Weber, the good old mayor, spoke. At noon the mayor resigned.",
        "weber",
    ),
    "an office after the name, five words on": (
        "Marc Weber, the very good old mayor, spoke. At noon the mayor resigned.",
        "",
    ),
    "an office after the name and a mark": (
        "Marc Weber, the pilot, mayor and all said, spoke. At noon the mayor resigned.",
        "",
    ),
    "whom an office after the name serves": (
        "Marc Weber, captain under chief pilots, spoke. At noon the chief resigned.",
        "",
    ),
    "an office after the name without a comma": ("Marc Weber saw the mayor spoke. At noon the mayor resigned.", ""),
    "a former office after the name": ("Marc Weber, the former mayor, spoke. At noon the mayor resigned.", ""),
    "the former mayor": ("Marc Weber, the former mayor, spoke. At noon the former mayor resigned.", "weber"),
    "a former minister of something": (
        "Marc Weber, the former interior minister, spoke. At noon the minister resigned.",
        "orlik",
    ),
    "a former one at the beginning": ("Former Prime Minister Marc Weber spoke. The minister resigned.", "orlik"),
    "one office twice": ("Mayor Marc Weber met Mayor Marc Weber. At noon the mayor resigned.", "weber"),
    "an office and what is stepped over": ("At noon the prime minister had not yet quietly resigned.", "orlik"),
    "an office far from what it did": ("At noon in Oster the prime minister of the land wept and resigned.", ""),
    "an office that is denied": ("At noon in the old hall the prime minister never even resigned.", "orlik"),
    "a land before the name": ("Norwegian Marc Weber spoke. At noon the mayor resigned.", ""),
    "an office at the beginning": ("Mayor Marc Weber spoke. Mayor and all, at noon the mayor resigned.", "weber"),
    "an office with a capital": ("Mayor Marc Weber spoke. At noon the Mayor resigned.", ""),
}


def subjects(text: str) -> tuple[Subjects, Passage]:
    """Whom the sentences of a text are about, by what the other article tells too; and the last of them."""
    one, other = both_told(text, OTHER)
    return Subjects(one, office_holders(one, other)), one.passages[-1]


@pytest.mark.parametrize(("text", "who"), [pytest.param(*case, id=what) for what, case in TOLD.items()])
def test_whom_a_sentence_is_about(text: str, who: str) -> None:
    told, passage = subjects(text)
    at = next(n for n, word in enumerate(passage.words) if word.folded == "resigned")
    assert told.of(passage, at) == who


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Red Cross left the harbour.", {"red", "cross"}),
        ("At noon the Red Cross left the harbour.", {"red", "cross"}),
        ("At noon in the old Red Cross hall all left the harbour.", set()),
        ("The Norwegians left the harbour.", {"norwegian"}),
        ("The French left the harbour.", set()),
        ("Anna Lund left the harbour.", set()),
        ("They left the harbour.", set()),
        ("The Bank of Norway left the harbour.", {"bank", "norway"}),
        ("The Red Cross met the Norwegians.", {"red", "cross"}),
        ("The Red Cross met UNICEF at noon.", {"red", "cross"}),
        ("Norwegians left.", {"norwegian"}),
    ],
)
def test_the_body_that_a_sentence_begins_with(text: str, bodies: set[str]) -> None:
    told, passage = subjects(text)
    assert told.bodies(passage) == bodies


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Peter Orlik came. His brother slept.", "orlik"),
        ("Anna Lund came. Her brother slept.", "lund"),
        ("Anna Lund came. At noon Vera Falk saw her brother.", "falk"),
        ("Anna Lund came. At noon she saw her brother.", "lund"),
        ("Peter Orlik met Anna Lund. Her brother slept.", "lund"),
        ("At noon the prime minister saw his brother.", "orlik"),
        ("At noon Anna Lund saw Peter Orlik and his brother.", "orlik"),
        ("It rained. His brother slept.", ""),
    ],
)
def test_whose_brother_it_is(text: str, who: str) -> None:
    told, passage = subjects(text)
    words = passage.words
    at = max(n for n, word in enumerate(words) if word.folded in ("his", "her"))
    pronoun = "he" if words[at].folded == "his" else "she"
    assert told.stands_for(passage, at, pronoun) == who
