"""Text that was broken into lines of one width: lines of a sentence are joined, whatever they begin with."""

from __future__ import annotations

import pytest

from tests.index.documents.test_text_structure import kinds, read, shapes

STORY = (
    "officials of both sides called it a last attempt before the recess\n"
    "and worked through the evening in the hope of a draft that no one of\n"
    "them would have to be ashamed of when the summer was over.\n"
)


def test_hard_wrapped_text_is_joined() -> None:
    text = (
        "    LAKESIDE, May 3 -- Negotiators from both delegations returned to the\n"
        "hotel on Thursday and worked through the evening, in what officials of\n"
        "both sides called a last attempt before the summer recess begins.\n"
        "    A second round, which nobody had expected so soon, left the question\n"
        "of monitors open, said an envoy who had followed the talks since the\n"
        "spring.\n\n"
        "The Map\n\n"
        "It was drawn in a single night, on the back of a menu, and neither the\n"
        "north nor the south has ever said that it would accept it, or even that\n"
        "it had seen it.\n"
    )
    found = shapes(read(text))
    assert [kind for kind, _ in found] == ["paragraph", "paragraph", "heading", "paragraph"]
    assert "\n" not in found[0][1]
    assert found[0][1].endswith("recess begins.")
    assert found[1][1].startswith("A second round")


@pytest.mark.parametrize(
    "first", ["U.S. Trade Envoy Richard\nMorley said ", "The Ministry of Inland Waters and\nForests said "]
)
def test_the_first_line_of_a_story_without_its_place_and_day_is_no_heading(first: str) -> None:
    text = "ENVOY SEEKS LONGER TALKS\n\n" + first + "he would stay for as long as it takes, while\n" + STORY
    assert [kind for kind, _ in shapes(read(text))] == ["heading:title", "paragraph"]


@pytest.mark.parametrize(
    "top",
    [
        "ENVOY SEEKS LONGER TALKS\n\nBy Ada Morley\n",
        "ENVOY SEEKS LONGER TALKS\n\nMay 3, 2021\n",
        "ENVOY SEEKS LONGER TALKS\n\nA Last Attempt before Summer\n\n",
        "ENVOY SEEKS LONGER TALKS\nA Last Attempt before Summer\n",
        "He said it would be over soon.\n\nA Last Attempt before Summer\n",
    ],
)
def test_what_stands_between_title_and_story_stays_apart(top: str) -> None:
    text = top + "Of the talks at the lake that began on Thursday night in the old\nhotel " + STORY
    found = shapes(read(text))
    assert len(found) == 3
    assert found[-1][1].startswith("Of the talks")


def test_a_heading_further_down_needs_no_blank_line() -> None:
    text = "THE TALKS\n\nThere is little to be said of how it went on at the lake this time,\n" + STORY
    text += "\nThe Map\nOf it is known only what anybody could see who came into the room:\n"
    assert [kind for kind, _ in shapes(read(text + STORY))] == ["heading:title", "paragraph", "heading", "paragraph"]


def test_a_day_or_a_dash_inside_a_sentence_is_no_item() -> None:
    text = (
        "Final terms of the paper, which was drawn up by two men in the March\n"
        "12. draft would have said more than anybody could know at that time\n"
        "- or so the envoy said, who had seen both of them the day before, and\n"
    ) + STORY
    assert kinds(text) == ["paragraph"]


def test_items_of_a_list_stay_apart_in_text_of_one_width() -> None:
    text = (
        STORY + "\n"
        "1. A pause in the fighting along all of the river, and on the bridges\n"
        "   for as long as the talks go on\n"
        "2. Prisoners, of whom nobody could say how many there were, should go\n"
        "   home before the winter\n"
    )
    assert kinds(text) == ["paragraph", "list_item", "list_item"]


ROUNDS = (
    "Negotiators from both delegations came back to the hotel on Friday and\n"
    "worked through the evening, in what officials of both sides called the\n"
    "last attempt before the summer.\n"
    "\n"
    "A second round, which nobody had expected so soon, left the question of\n"
    "monitors open, said an envoy who had followed the talks from the very\n"
    "first day.\n"
    "\n"
    "The Map\n"
    "\n"
    "It was drawn in a single night, on the back of a menu, and neither the\n"
    "north nor the south has ever said that it would accept it, or even that\n"
    "it had seen it.\n"
)


@pytest.mark.parametrize("spacing", [2, 3])
@pytest.mark.parametrize("between", ["\n", ""])
def test_spaced_text_is_joined_as_that_without_blank_lines(spacing: int, between: str) -> None:
    """Its paragraphs are told by more blank lines, or by their last lines alone, which are short."""
    single = ROUNDS.replace("\n\n", f"\n{between}")
    spaced = single.replace("\n", "\n" * spacing)
    if between:
        spaced = spaced.replace("\n" * (2 * spacing), "\n" * (spacing + 1))
    assert [kind for kind, _ in shapes(read(single))] == ["paragraph", "paragraph", "heading", "paragraph"]
    assert shapes(read(spaced)) == shapes(read(single))


@pytest.mark.parametrize(
    "lines",
    [
        # Headlines and short paragraphs stand by themselves, however long they are.
        [f"{word} Talks Go On at the Lake and No One Says for How Many Days More" for word in ("One", "Two", "Nine")],
        [f"{word} talks went on at the lake, and nobody says for how much longer." for word in ("one", "two", "nine")],
        # One line is as long as another by chance.
        [
            "the lake lay still",
            "and the boat, which had been moored there for as long as any of us knew, was gone",
            "to",
        ],
    ],
)
def test_lines_with_blank_ones_between_them_are_no_spaced_text(lines: list[str]) -> None:
    text = "\n\n".join(lines * 2)
    assert len(read(text).blocks) == len([line for line in lines * 2 if line])
