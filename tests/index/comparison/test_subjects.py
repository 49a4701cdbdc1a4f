"""Whom a sentence is about: a name, an office, a pronoun, by what both articles tell."""

from __future__ import annotations

import pytest

from index.comparison.aligning.passages import told
from index.comparison.conflicts.subjects import Subjects, office_holders
from tests.index.comparison.conftest import make_sides

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
    "named after it": ("Resigned and bitter, Anna Lund left the hall.", "lund"),
    "nobody": ("The pilots of the harbour resigned.", ""),
}


@pytest.mark.parametrize(("text", "who"), [pytest.param(*case, id=what) for what, case in TOLD.items()])
def test_whom_a_sentence_is_about(text: str, who: str) -> None:
    one, other = (told(side) for side in make_sides(f"News\n\n{text}\n", f"News\n\n{OTHER}\n"))
    passage = one.passages[-1]
    at = next(n for n, word in enumerate(passage.words) if word.folded == "resigned")
    assert Subjects(one, office_holders(one, other)).of(passage, at) == who
