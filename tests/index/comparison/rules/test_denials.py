"""Which words a denial reaches, and which stand so near that nobody knows whether it does."""

from __future__ import annotations

import pytest

from index.comparison.aligning.tokens import tokenize
from index.comparison.conflicts.reading.denials import denied_words


def reached(text: str) -> tuple[str, str]:
    """The words that are denied and those that may be."""
    words = tokenize(text, 0, len(text))
    return tuple(" ".join(words[n].folded for n in sorted(places)) for places in denied_words(words, text))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The crew fired at the ship.", ""),
        ("The crew did not fire at the ship.", "fire"),
        ("The crew never fired at the ship.", "fired"),
        ("The crew has not yet been seen at the ship.", "seen"),
        ("The crew did not even openly fire at the ship.", "fire"),
        ("The crew refused to fire at the ship.", "fire"),
        ("The crew refused an offer to fire at the ship.", ""),
        ("The crew was unable to fire.", "fire"),
        ("The crew fired, and then it refused.", ""),
        # "Not" reaches the verb, and that no further than the fourth word nor past a mark or another small word.
        ("They did not ever yet even fire.", "fire"),
        ("They did not ever yet even openly fire.", ""),
        ("“They did not”, Lund said.", ""),
        ("They did not, fired by zeal, leave.", ""),
        ("They did not for hours leave.", ""),
        ("They did not 40 times leave.", ""),
        ("They did not only fire at the ship.", ""),
        ("They did not just fire at the ship.", ""),
        ("They did not necessarily fire at the ship.", ""),
        ("They did not fire because of him.", "fire"),
        ("They came not because of fire.", ""),
        ("They did not fire until dawn came.", ""),
        ("They waited, never leaving until dawn.", ""),
        ("They would not leave unless paid.", ""),
        # "No" reaches the thing, and the verb where that follows or where the thing is hollow.
        ("There were no cracks in it.", "cracks"),
        ("No cracks were found in it.", "cracks found"),
        ("No small cracks were found in it.", "cracks found"),
        ("No two small old cracks were found in it.", "old"),
        ("They left without any nets.", "nets"),
        ("They left without the nets.", "nets"),
        ("They left without a net.", "net"),
        ("They left without an oar.", "oar"),
        ("There were no other nets.", "nets"),
        ("They left without such nets.", "nets"),
        ("They left without.", ""),
        ("They left without it.", ""),
        ("They left without nets of hemp.", "nets"),
        ("They left without nets were it not for him.", "nets"),
        ("They have no evidence of arson.", "evidence arson"),
        ("There is no sign of real arson.", "sign arson"),
        ("There is no evidence of ballot stuffing at all.", "evidence stuffing"),
        ("There is no evidence of their guilt.", "evidence guilt"),
        ("There is no evidence of ballots being burnt.", "evidence"),
        ("There is no evidence that it was arson.", "evidence arson"),
        ("There is no sign of.", "sign"),
        ("There is no law requiring boats to leave.", ""),
        ("There is no evidence of boats carrying nets.", "evidence"),
        ("There was no heavy shelling.", "shelling"),
        ("There are no remaining boats.", "boats"),
        ("The boat is not further from it.", ""),
        ("The crew did not further burn it.", "burn"),
        ("They have no nets of hemp.", "nets"),
        ("They told of plans and no nets were found.", "nets found"),
        ("They told of plans and of no nets made by evidence.", "made"),
        ("They have no plans to sue them.", "plans sue"),
        ("They had neither nets nor boats.", "nets boats"),
        ("No evidence, police said, points to arson.", "evidence"),
        ("No.", ""),
        # None of them, no one: the first two words of what they did not do.
        ("None of the boats sank.", "boats sank"),
        ("Nobody saw it.", "saw"),
        ("No one saw the boats.", "saw"),
        ("Nothing was found.", "found"),
        ("None of those who were there sold boats.", "sold"),
        ("None of those of us who were there then sold boats.", ""),
    ],
)
def test_what_is_denied(text: str, denied: str) -> None:
    assert reached(text)[0] == denied


@pytest.mark.parametrize(
    ("text", "shadowed"),
    [
        ("The crew fired at the ship.", ""),
        ("The crew did not fire at the ship.", "the crew did fire at the ship"),
        ("They said that the crew did not fire.", "that the crew did fire"),
        ("They never fired.", "fired"),
        ("They did not fire, said the crew.", "they did fire"),
        ("They did not fire the “old” crew’s gun.", "they did fire the old crew gun"),
        (
            "They had no gun and one two three four five six seven eight nine.",
            "gun and one two three four five six seven eight",
        ),
        ("They did not only fire at the ship.", ""),
        ("They did not just fire at the ship.", ""),
        ("They did not necessarily fire at the ship.", ""),
        ("They came not because of fire.", ""),
        ("They never left until dawn.", "left until dawn"),
        ("Their refusal to fire was told.", "to fire was told"),
        ("Their refusal of fire was told.", ""),
        ("It was a refusal.", ""),
        ("They have no gun.", "gun"),
        ("They not fire.", "fire"),
    ],
)
def test_what_may_be_denied(text: str, shadowed: str) -> None:
    assert reached(text)[1] == shadowed
