"""The words of passages that both articles tell, which one of them alone has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.comparison.model import Alignment, Comparison
from index.documents.model import Span
from tests.tui.comparing.given import GivenLibrary, span
from tui.app import ReaderApp
from tui.screens.comparing.comparison import ComparisonScreen
from tui.widgets.comparison.pane import ComparisonPane
from tui.widgets.comparison.words import inside, own_words

A = "The storm closed the old bridge on Monday. A ferry runs in the mornings. Bakers sang."
B = "The ferry will run, the harbour said. The storm shut the bridge on Monday, which nobody had foreseen."


def sentence(text: str, number: int) -> Span:
    return span(text, text.split(". ")[number])


def compared(*pairs: tuple[int, int]) -> Comparison:
    alignments = tuple(Alignment(sentence(A, a), sentence(B, b), "partial", 0.5) for a, b in pairs)
    return Comparison("a", "b", alignments, (), (), (), (), (), (), (sentence(A, 2),), (), 0.5, 0.5)


def cut(*pairs: tuple[int, int]) -> tuple[list[str], list[str]]:
    found = own_words(compared(*pairs), A, B)
    return [A[start:end] for start, end in found["a"]], [B[start:end] for start, end in found["b"]]


def test_words_that_no_partner_has_are_marked_wherever_they_stand_there() -> None:
    assert cut((0, 1)) == (["closed the old"], ["shut", "nobody had foreseen"])


def test_all_passages_with_a_partner_have_their_words_in_order_and_no_others() -> None:
    assert cut((1, 0), (0, 1)) == (["closed the old", "mornings"], ["harbour said", "shut", "nobody had foreseen"])


def test_of_two_partners_either_may_have_a_word() -> None:
    assert "harbour said" not in cut((0, 1))[1]
    assert cut((0, 0), (0, 1))[0] == ["closed the old"]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=8), st.integers(0, 40), st.integers(0, 40))
def test_the_words_inside_a_passage_are_those_that_begin_in_it(drawn, start: int, end: int) -> None:
    words = sorted(Span(at, at + length) for at, length in drawn)
    assert list(inside(words, start, end)) == [word for word in words if start <= word.start < end]


def marked(pane: ComparisonPane, layer: str) -> list[str]:
    assert pane.document is not None
    found = pane._layers[layer][1].highlights if layer in pane._layers else ()
    return [pane.document.text[one.start : one.end] for one in found]


@pytest.mark.parametrize("leading", ["a", "b"])
async def test_words_of_one_side_stand_out_in_both_articles(given_library: GivenLibrary, until, leading) -> None:
    app = ReaderApp(given_library, open_document="bridge.txt")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = ComparisonScreen(given_library, "bridge.txt", "ferry.txt")
        await app.push_screen(screen)
        await until(pilot, lambda: screen.compared is not None)
        await pilot.press(*["tab"] * (leading == "b"), "greater_than_sign", "greater_than_sign")
        await pilot.pause()
        a, b = screen.panes.panes["a"], screen.panes.panes["b"]
        assert "The harbour master had warned of the wind the day before." in marked(a, "only")
        assert "run in the mornings until the repairs" in marked(a, "only")
        assert "officials" in marked(b, "only")
        # The finding is that of the 30 and the 50 days; of other passages no word is underlined.
        assert marked(a, "word") == ["storm closed the old bridge at Weyford on Monday, and the council", "stay"]
        assert marked(b, "word") == ["officials"]
