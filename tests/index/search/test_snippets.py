"""Passages are short, begin and end between words, and say exactly where in the text they and their matches are."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from search_articles import article, ask, filled, nobody

from index.documents.model import Block, BlockKind, Document, Span
from index.entities.model import Recognition
from index.search.answering.matching import Matcher
from index.search.answering.snippets import LONGEST, passage_bounds, snippets
from index.search.model import Article, Snippet
from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine

FILLER = "Nothing of note was said about the matter by anybody who was asked for a comment on that long day. "


def passages(each: Article, query: str) -> tuple[Snippet, ...]:
    marks = Matcher(parse(query).clause, nobody).marks(each)
    return snippets(each.document, marks or ())


def test_a_passage_is_the_sentence_around_the_match() -> None:
    each = article("a.txt", FILLER * 4 + "The envoys signed a truce at noon. " + FILLER * 4)
    (passage,) = passages(each, "truce")
    assert "The envoys signed a truce at noon." in passage.text
    assert passage.text.startswith(("The envoys", "Nothing of note"))
    assert passage.text.endswith(".")


def test_a_passage_tells_where_it_breaks_a_sentence_off() -> None:
    long = "the " + "very " * 60 + "quiet "
    whole = article("a.txt", "A truce held. Nobody was asked.")
    broken = article("b.txt", f"Before {long}truce after {long}end. " + FILLER)
    assert [each.cut for each in passages(whole, "truce")] == [(False, False)]
    assert [each.cut for each in passages(broken, "truce")] == [(True, True)]
    (begun,) = passages(article("c.txt", FILLER * 3 + f"A truce {long}end. " + FILLER), "truce")
    assert begun.cut == (False, True)


def test_every_word_of_the_query_is_shown() -> None:
    each = article("a.txt", FILLER * 5 + "A truce held. " + FILLER * 9 + "Prisoners came home. " + FILLER * 5)
    shown = passages(each, "truce prisoners")
    assert len(shown) == 2
    assert "truce" in shown[0].text
    assert "Prisoners" in shown[1].text


def test_the_body_is_shown_rather_than_the_title() -> None:
    each = article("a.txt", FILLER + "The truce held until dawn.", title="Truce holds")
    assert "until dawn" in passages(each, "truce")[-1].text


def test_a_table_row_is_a_passage_of_its_own() -> None:
    text = "Side  Claim\nNorth  truce kept\nSouth  truce broken"
    rows = ((Span(0, 4), Span(6, 11)), (Span(12, 17), Span(19, 29)), (Span(30, 35), Span(37, 49)))
    each = Article(
        Document("a.txt", "", text, (Block("table", 0, len(text), rows=rows, header=True),)), Recognition((), (), ())
    )
    assert [passage.text for passage in passages(each, "broken")] == ["South  truce broken"]


def test_an_article_found_by_its_path_shows_its_beginning(engine: WhooshEngine) -> None:
    articles = [article("north/a.txt", FILLER * 5, title="Calm")]
    (hit,) = ask(filled(engine, articles), articles, "path:north").hits
    assert hit.matches == 0
    assert hit.first is None
    assert hit.snippets[0].matches == ()
    assert hit.snippets[0].text == articles[0].document.text[hit.snippets[0].start : hit.snippets[0].end]
    assert hit.snippets[0].text.startswith("Nothing of note")


def test_a_title_that_is_not_in_the_text_has_no_place_there(engine: WhooshEngine) -> None:
    document = Document("a.txt", "Armistice", FILLER, (Block("paragraph", 0, len(FILLER)),))
    articles = [Article(document, Recognition((), (), ()))]
    (hit,) = ask(filled(engine, articles), articles, "armistice").hits
    assert hit.first is None
    assert hit.snippets[0].matches == ()


words = st.lists(
    st.sampled_from(["truce", "talks", "calm", "The", "day.", "end!", "truce-day", "\n\n", "x" * 40]), max_size=120
)


@settings(max_examples=200, deadline=None)
@given(words)
@example([*["calm"] * 4, "truce-day", "x" * 40, *["truce"] * 7, *["The"] * 3, "x" * 40, "x" * 40, "truce", "truce-day"])
@pytest.mark.parametrize("query", ["truce", "truce talks", '"truce day"', '"truce talks"~4'])
def test_passages_for_any_text(query: str, body: list[str]) -> None:
    text = " ".join(body)
    blocks = tuple(block for block in article("a.txt", text).document.blocks)
    each = Article(Document("a.txt", "", text, blocks), Recognition((), (), ()))
    marks = Matcher(parse(query).clause, nobody).marks(each) or ()
    known = {(mark.start, mark.end) for mark in marks}
    shown = snippets(each.document, marks)
    assert len(shown) <= 3
    assert bool(marks) == any(passage.matches for passage in shown)
    assert all(a.end <= b.start for a, b in itertools.pairwise(shown))
    for passage in shown:
        assert passage.text == text[passage.start : passage.end]
        assert passage.end - passage.start <= LONGEST + 60
        assert set(passage.matches) <= known
        assert all(passage.start <= start < end <= passage.end for start, end in passage.matches)
        assert passage.text == passage.text.strip()
        assert passage.start == 0 or not (text[passage.start - 1].isalnum() and text[passage.start].isalnum())
        assert passage.end == len(text) or not (text[passage.end - 1].isalnum() and text[passage.end].isalnum())


SHORT = "Nothing was said. "
LETTERS = "word " * 60


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("truce", "A truce held until dawn.", [(0, 24, False, False)]),
        # As many whole sentences before the match as have room for three quarters of what is left, then to the end.
        ("truce", SHORT * 20 + "The truce held. " + SHORT * 20, [(216, 429, False, False)]),
        ("truce", SHORT * 3 + "The truce held. " + SHORT * 20, [(0, 213, False, False)]),
        ("truce", SHORT * 12 + "He spoke of the truce", [(90, 237, False, False)]),
        ('"truce held"', SHORT * 5 + "“The truce held.” She left. " + SHORT * 5, [(0, 207, False, False)]),
        # "Mr." ends no sentence, and neither begins nor ends a passage.
        ("truce", SHORT * 4 + "The truce held. Mr. Berg " + "left the town on foot " * 9, [(0, 87, False, False)]),
        # No sentence begins near: words are left whole, and what has no words is cut where it must be.
        ("truce", LETTERS + "truce " + LETTERS, [(220, 440, True, True)]),
        ("truce", "x" * 300 + " truce " + "y" * 300, [(301, 306, True, True)]),
        ("truce", "a-very-long-" * 30 + "truce-" + "and-so-on-" * 30, [(360, 580, True, True)]),
        ("truce", "truce " * 80, [(0, 215, False, True), (216, 359, True, True)]),
        # More of the same is shown once; what has both words comes first, and no passage lies over another.
        ("truce", ("The truce held. " + SHORT * 14) * 6, [(0, 213, False, False), (214, 337, False, False)]),
        (
            "truce ferry",
            SHORT * 8
            + "The truce held. "
            + SHORT * 12
            + "A ferry left. "
            + SHORT * 9
            + "The truce of the ferry held. ",
            [(144, 357, False, False), (408, 580, False, False)],
        ),
        ("truce", "A line.\nThe truce held on\nand on.", [(0, 33, False, False)]),
    ],
)
@pytest.mark.parametrize("before", ["", "Before\n\n"])
def test_where_passages_begin_and_end(
    query: str, text: str, expected: list[tuple[int, int, bool, bool]], before: str
) -> None:
    each = article("a.txt", f"{before}{text}\n\nAfter." if before else text)
    found = passages(each, query)
    moved = len(before)
    assert [(each.start - moved, each.end - moved, *each.cut) for each in found] == expected
    for passage in found:
        assert passage.text == each.document.text[passage.start : passage.end]
        assert all(
            "truce" in each.document.text[match.start : match.end]
            or "ferry" in each.document.text[match.start : match.end]
            for match in passage.matches
        )


def test_what_has_more_and_is_no_heading_is_shown() -> None:
    less, full, more = "truce " * 8, "truce " * 9, "truce " * 11
    shown = [passage.text for passage in passages(article("a.txt", f"{less}\n\n{full}\n\n{more}\n\n{full}"), "truce")]
    assert shown == [full.strip(), more.strip()]
    far = FILLER * 4
    each = article("a.txt", f"A truce.\n\n{far}\n\nThe truce.", title="Truce")
    assert [passage.text for passage in passages(each, "truce")] == ["A truce.", "The truce."]


def test_a_word_longer_than_a_passage() -> None:
    assert passages(article("a.txt", f"A {'x' * 300} here."), "x" * 300) == ()


@pytest.mark.parametrize("kind", ["paragraph", "list_item", "quote"])
def test_without_a_match_the_first_words_are_shown(kind: BlockKind) -> None:
    text = "Calm\n\n  Nothing was said. \nMore"
    document = Document("a.txt", "", text, (Block("heading", 0, 4), Block(kind, 6, 26), Block("code", 27, 31)))
    assert [(each.start, each.end, each.cut) for each in snippets(document, ())] == [(8, 25, (False, False))]


def test_the_first_words_are_not_those_of_an_empty_paragraph() -> None:
    document = Document("a.txt", "", "  \nNothing.", (Block("paragraph", 0, 2), Block("paragraph", 3, 11)))
    assert [each.text for each in snippets(document, ())] == ["Nothing."]


@pytest.mark.parametrize("before", [1_999, 2_000])
def test_of_many_matches_the_first_are_looked_at(before: int) -> None:
    each = article("a.txt", "truce\n\n" * before + "talks")
    assert any("talks" in passage.text for passage in passages(each, "truce talks")) == (before < 2_000)


def test_a_long_beginning_ends_with_a_word() -> None:
    (passage,) = passages(article("a.txt", SHORT * 20), "gone")
    assert (passage.start, passage.end, passage.cut) == (0, 215, (False, False))


def test_where_a_place_stands() -> None:
    rows = ((Span(10, 12), Span(14, 16)), (), (Span(17, 19), Span(21, 23)))
    document = Document("a.txt", "", "One\nlines\naa  bb\ncc  dd\nlast", (Block("table", 10, 23, rows=rows),))
    for places, bounds in (
        (range(4), (0, 3)),
        (range(4, 10), (4, 9)),
        (range(10, 16), (10, 16)),
        ((16,), (10, 23)),  # between rows
        (range(17, 23), (17, 23)),
        ((23,), (17, 23)),
        (range(24, 28), (24, 28)),
    ):
        assert {passage_bounds(document, place) for place in places} == {bounds}
