"""Copied passages are found wherever they stand, and copies of one story speak with one voice."""

from __future__ import annotations

import pytest

from index.comparison.aligning.passages import told
from index.comparison.matrix.reuse import reuse, voices
from tests.bounds import bounded
from tests.index.comparison.articles import make_sides

WIRE = (
    "The harbour of Lindow was closed on Tuesday after a crane fell into the main basin and blocked the only channel "
    "that large ships can use. Engineers expect the work of lifting it to take at least nine days, the port said. "
    "Twelve freighters are waiting in the bay, most of them with grain and timber for the inland mills."
)
OTHER = (
    "A crane toppled at Lindow this week, leaving the port shut. Nobody was hurt, according to the fire service. "
    "Ships with timber and grain cannot come in for now, and mills up the river fear that they will run dry."
)


def test_a_copied_story_is_found_with_its_place() -> None:
    a, b = make_sides(WIRE, "Our correspondent writes from the coast.\n\n" + WIRE + "\n\nMore tomorrow.")
    (one,) = reuse([told(a), told(b)])
    (passage,) = one.passages
    assert one.share > 0.95
    assert a.document.text[slice(*passage.a)] == WIRE.rstrip(".")
    assert b.document.text[slice(*passage.b)] == WIRE.rstrip(".")


def test_a_light_edit_does_not_part_a_passage() -> None:
    edited = WIRE.replace("at least nine days", "some nine or ten days").replace("grain and timber", "wheat and wood")
    a, b = make_sides(WIRE, edited)
    (one,) = reuse([told(a), told(b)])
    assert len(one.passages) == 1
    assert one.share > 0.7


@pytest.mark.parametrize("every", [20, 10, 5, 4])
def test_an_edited_copy_under_another_headline_is_one_voice(every) -> None:
    """Every so many words another, dropped or one more; another paper's byline, and a paragraph of its own."""
    words = WIRE.split()
    edits = [lambda word: ["perhaps"], lambda word: [], lambda word: [word, "reportedly"]]
    edited = " ".join(
        new for at, word in enumerate(words) for new in (edits[at // every % 3](word) if at % every == 3 else [word])
    )
    copy = f"By Ana Flores, Staff Writer\n\n{edited}\n\n{OTHER}"
    articles = [told(side) for side in make_sides(WIRE, copy, OTHER)]
    assert voices(3, reuse(articles[:2])) == (0, 0, 2)


def test_own_words_on_one_event_are_no_copy() -> None:
    a, b = make_sides(WIRE, OTHER)
    assert reuse([told(a), told(b)]) == ()


def test_one_speech_heard_by_two_reporters_is_no_copy() -> None:
    speech = (
        "“We will lift the crane, we will clear the channel, and every ship that waits out there will be in its "
        "berth before the month is over, whatever it costs this office and this town,” "
    )
    a, b = make_sides(speech + "the harbour master said.", "At noon she stood up. " + speech + "she told the council.")
    assert reuse([told(a), told(b)]) == ()


def test_copies_are_one_voice_and_chains_are_not() -> None:
    second = (
        "A bakery in the old quarter of Marn has won the yearly prize for rye bread for the fourth time, and the "
        "owner says that the secret is nothing but patience, cold water and an oven that his grandfather built by hand."
    )
    texts = [WIRE, WIRE + " It was calm.", OTHER, WIRE + "\n\n" + second, second]
    articles = [told(side) for side in make_sides(*texts)]
    found = voices(len(articles), reuse(articles))
    assert found[0] == found[1] == found[3] == 0
    assert found[2] == 2
    assert found[4] == 4  # it shares a story with the fourth article, but nothing with the other two


def test_text_that_repeats_itself_takes_linear_time() -> None:
    a, b = make_sides("so " * 20_000 + ".", "so " * 20_000 + "it goes.")
    articles = [told(a), told(b)]
    with bounded():
        assert reuse(articles)[0].share > 0.9
