"""The reader's pure parts: commands, finding, history, header, footer, results, citation, notes in changed texts."""

from __future__ import annotations

import itertools
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.documents.model import Block, Document, Span
from index.errors import QueryError
from index.search.model import Hit, SearchResult, Snippet
from tui import finding
from tui.citation import PASSAGE_AT_MOST, cited
from tui.commands import COMMANDS, CONTEXTS, footer, grouped, key_label, key_table, keymap, keys_of, matching
from tui.history import History, Visit
from tui.nearest import nearest
from tui.widgets.columns import cells
from tui.widgets.filter_field import while_typing
from tui.widgets.footer import footer_line
from tui.widgets.header import MatchCount, Status, header_line
from tui.widgets.pane.moves import next_width
from tui.widgets.rows.results import result_rows
from tui.widgets.typeset.layers import Highlight, Layer, overlay

# -- commands


def test_every_command_says_what_it_does() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for command in COMMANDS:
        assert command.help.endswith(".")
        assert command.title
        assert command.contexts
        assert command.contexts
        assert set(command.contexts) <= set(CONTEXTS)
        assert len(command.label) <= 16
    assert sorted(c.id for _, members in grouped() for c in members) == sorted(c.id for c in COMMANDS)


def test_the_key_table_holds_every_command_and_key() -> None:
    table = key_table()
    for command in COMMANDS:
        assert f"`{command.id}`" in table
        assert command.help in table
        for key in command.keys:
            assert f"`{key_label(key)}`" in table


def test_keys_read_as_a_person_says_them() -> None:
    assert [key_label(key) for key in ("ctrl+f", "right_square_bracket", "G", "alt+left", "f1", "question_mark")] == [
        "Ctrl+F",
        "]",
        "G",
        "Alt+←",
        "F1",
        "?",
    ]


def test_own_keys_stand_everywhere() -> None:
    own, problems = keymap({"outline": "z", "nothing": "x", "find": " "})
    assert own == {"outline": "z"}
    assert len(problems) == 2
    outline = next(command for command in COMMANDS if command.id == "outline")
    assert keys_of(outline, own) == ("z",)
    assert ("z", outline) in footer("reader", own)
    assert outline in matching("z outline", own)


def test_the_ten_keys_of_a_count_are_given_together() -> None:
    own, problems = keymap({"count": "a,b,c,d,e,f,g,h,i,j"})
    assert (own["count-1"], own["count-9"], own["count-0"]) == ("a", "i", "j")
    assert not problems
    own, problems = keymap({"count": "a,b"})
    assert not own
    assert "10 keys" in problems[0]


@pytest.mark.parametrize("context", list(CONTEXTS))
@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_the_footer_fits(context: str, width: int) -> None:
    line = footer_line(footer(context), width)  # type: ignore[arg-type]
    assert sum(cells(piece.text) for piece in line) <= width
    if context in ("reader", "comparison", "dossier", "articles"):
        assert any("Help" in piece.text for piece in line)
    out = {command.label for _, command in footer(context) if "escape" in command.keys}  # type: ignore[arg-type]
    assert out <= {piece.text.strip() for piece in line}, "the way out is always told"


@pytest.mark.parametrize("context", list(CONTEXTS))
def test_the_footer_spends_no_room_on_the_arrow_keys_of_a_list(context: str) -> None:
    told = {(key, command.label) for key, command in footer(context)}  # type: ignore[arg-type]
    assert not {("↓", "Down"), ("↑", "Up")} & told


def test_while_one_types_the_footer_offers_no_key_that_is_text() -> None:
    typed = {command.id: key for key, command in while_typing("articles", {}, empty=False)}
    assert typed["pick"] == "Ctrl+O"
    assert typed["help"] == "F1"
    assert typed["close"] == "Esc"
    assert not {"search", "compare"} & {*typed}
    assert typed["quit"] == "Ctrl+Q"
    at_first = {command.id: key for key, command in while_typing("articles", {}, empty=True)}
    assert (at_first["search"], at_first["help"]) == ("/", "?")
    own = {command.id: key for key, command in while_typing("articles", {"pick": "p", "sort": "x,f7"}, empty=True)}
    assert "pick" not in own
    assert own["sort"] == "F7"


def test_textual_is_not_needed_for_the_commands() -> None:
    import subprocess

    code = "import sys, tui.commands as c; c.key_table(); print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# -- finding


def test_small_letters_match_capitals_and_capitals_themselves() -> None:
    text = "Truce and truce, TRUCE"
    assert len(finding.find("truce", text)) == 3
    assert finding.find("Truce", text) == (Span(0, 5),)


def test_white_space_quotes_and_dashes_match_their_like() -> None:
    text = "he said\n  “no” – it’s over"
    assert finding.find('said "no" - it\'s', text) == (Span(3, 21),)


@given(st.text(max_size=80), st.text(min_size=1, max_size=4))
def test_find_equals_a_scan(text: str, wanted: str) -> None:
    found = finding.find(wanted, text)
    plain = len(wanted.split()) == 1 and not any(character in wanted for character in "'\"-")
    if plain and any(character.isupper() for character in wanted):
        expected, start = [], text.find(wanted.strip())
        while start >= 0:
            expected.append(Span(start, start + len(wanted.strip())))
            start = text.find(wanted.strip(), start + len(wanted.strip()))
        assert list(found) == expected


def test_nothing_is_found_of_nothing_and_never_more_than_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert finding.find("  ", "a  b") == finding.find(" ", "a b", regex=True) == ()
    monkeypatch.setattr(finding, "MOST", 3)
    assert finding.find("a", "a" * 9) == finding.find("a", "a" * 9, regex=True) == (Span(0, 1), Span(1, 2), Span(2, 3))
    for regex in (False, True):
        for near, kept in ((5, (3, 4, 5)), (8, (6, 7, 8)), (20, (6, 7, 8))):
            assert [span.start for span in finding.find("a", "a" * 9, regex=regex, near=near)] == [*kept]


@given(st.lists(st.integers(0, 3), max_size=40), st.integers(1, 12), st.integers(0, 80))
def test_of_too_many_matches_those_around_a_place_are_kept(steps: list[int], most: int, near: int) -> None:
    spans = list(itertools.pairwise(itertools.accumulate(steps, initial=0)))
    every = [span for span in spans if span[1] > span[0]]
    kept = nearest(spans, most, near)
    assert len(kept) == min(most, len(every))
    if kept:
        at = every.index(kept[0])
        assert kept == every[at : at + len(kept)]
    # The next one from there is among them, and half of them follow where so many do.
    following = [span for span in every if span[0] >= near]
    assert [span for span in kept if span[0] >= near][: most // 2] == following[: most // 2]


def test_a_pattern() -> None:
    assert finding.find(r"^\w+", "one two\nthree", regex=True) == (Span(0, 3), Span(8, 13))
    with pytest.raises(QueryError, match="Not a regular expression"):
        finding.find("(", "text", regex=True)


def test_a_pattern_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "PATIENCE", 0.5)
    with pytest.raises(QueryError, match="too long"):
        finding.find("(a|aa)+$", "a" * 60 + "b", regex=True)


# -- history


def test_history_goes_back_and_forward() -> None:
    history = History()
    a, b, c = Visit("a", 0), Visit("b", 10, 1), Visit("c", 20)
    history.leave(a)
    history.leave(b)
    assert history.back(c) == b
    assert history.back(b) == a
    assert history.back(a) is None
    assert history.forward(a) == b
    assert history.forward(b) == c
    assert history.forward(c) is None
    assert history.back(c) == b
    history.leave(b)
    assert history.forward(a) is None


def test_going_back_never_stays_where_one_is() -> None:
    history = History()
    a, b = Visit("a", 0), Visit("b", 10, 1)
    history.leave(a)
    history.leave(b)
    assert history.back(b) == a


# -- what is said


@given(st.text(max_size=90), st.integers(40, 200), st.integers(0, 100), st.booleans(), st.booleans())
def test_the_header_fits(title: str, width: int, percent: int, busy: bool, laden: bool) -> None:
    status = Status(
        title, "a/b.txt", percent, MatchCount(3, 14) if busy else None, "indexing 3 of 9" if busy else "", title
    )
    if laden:
        status = status._replace(message=title, typed="25", selected="1,234 words", only=title, gone=True)
    line = header_line(status, width)
    assert sum(cells(piece.text) for piece in line) <= width
    assert any(f"{percent}%" in piece.text for piece in line)
    assert not busy or any("3/14" in piece.text for piece in line)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_file_that_is_gone_is_said_as_long_as_it_is(width: int) -> None:
    status = Status("A long title " * 9, "a.txt", 50, gone=True)
    for matches in (None, MatchCount(3, 14)):
        assert "file gone" in "".join(piece.text for piece in header_line(status._replace(matches=matches), width))


def test_the_header_counts_matches() -> None:
    assert MatchCount(0, 0).said() == "no match"
    assert MatchCount(0, 1).said() == "1 match"
    assert MatchCount(0, 22996).said() == "22,996 matches"
    assert MatchCount(1200, 22996).said() == "1,200/22,996"
    assert MatchCount(1, 10000, more=True).said() == "10,000 or more matches"


def test_results_show_title_count_and_marked_passages() -> None:
    text = "the harbour truce held, said the mayor"
    hit = Hit("a.txt", "Harbour [sic]", 1.0, (Snippet(10, 10 + len(text), text, (Span(22, 27),)),), 3, Span(22, 27))
    (row,) = result_rows(SearchResult("truce", 1, 1.0, (hit,)))
    for width in (20, 40, 80, 200):
        lines = row.lines(width)
        assert len(lines) <= row.height
        assert all(sum(cells(piece.text) for piece in line) <= width for line in lines)
        if width >= 80:  # its count stands at the edge
            assert width - 3 < sum(cells(piece.text) for piece in lines[0]) <= width
    lines = row.lines(80)
    assert "".join(piece.text for piece in lines[1]).strip() == text
    assert [piece.text.strip() for piece in lines[1] if piece.style == "row--match"] == ["truce"]
    assert "Harbour [sic]" in lines[0][0].text
    assert "3 matches" in lines[0][1].text
    assert "1,234 matches" in replace(row, hit=hit._replace(matches=1234)).lines(80)[0][1].text


def test_a_match_is_never_cut_out_of_its_line() -> None:
    text = "many words stand before the one that is looked for, so that it would be cut: truce, and more words after it"
    start = text.index("truce")
    snippets = (Snippet(0, len(text), text, (Span(start, start + 5),)),) * 2
    for width in (24, 40, 60, 120):
        (row,) = result_rows(SearchResult("truce", 1, 1.0, (Hit("a", "A", 1.0, snippets),)))
        for line in row.lines(width)[1:]:
            assert any(piece.text.startswith("truce") for piece in line)
            assert sum(cells(piece.text) for piece in line) <= width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("… the truce now", "… the truce now …"),
        ("...the truce now …", "...the truce now …"),
        ("the truce now...", "… the truce now..."),
        ("the truce now", "… the truce now …"),
    ],
)
def test_where_a_passage_has_dots_of_its_own_no_more_are_set(text: str, shown: str) -> None:
    start = text.index("truce")
    snippet = Snippet(10, 10 + len(text), text, (Span(10 + start, 15 + start),), cut=(True, True))
    (row,) = result_rows(SearchResult("truce", 1, 1.0, (Hit("a", "A", 1.0, (snippet,)),)))
    assert "".join(piece.text for piece in row.lines(80)[1]).strip() == shown


def test_a_copied_passage_says_where_it_stands() -> None:
    document = Document("b/c.txt", "A Title", "One. Two three.", (Block("paragraph", 0, 15),), date="2025-04-21")
    assert cited(document, Span(5, 15)) == "“Two three.”\n— A Title, 2025-04-21 (b/c.txt, characters 5–15)"


def test_of_a_passage_that_is_too_long_the_beginning_is_copied_and_cited() -> None:
    text = "One two. " * 100_000
    document = Document("c.txt", "A Title", text, (Block("paragraph", 0, len(text)),))
    words, citation = cited(document, Span(9, 900_000)).split("\n")
    assert words == "“" + text[9 : 9 + PASSAGE_AT_MOST].strip() + "[…]”"
    assert citation == f"— A Title (c.txt, characters 9–{9 + PASSAGE_AT_MOST})"


def test_reading_widths_come_round() -> None:
    assert [next_width(width) for width in (60, 80, 100, 0, 72)] == [80, 100, 0, 60, 80]


# -- layers


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12), st.integers(0, 60), st.integers(1, 20))
def test_a_layer_finds_what_a_scan_finds(spans: list[tuple[int, int]], start: int, size: int) -> None:
    highlights = [Highlight(first, first + length, str(n)) for n, (first, length) in enumerate(spans)]
    found = Layer(highlights).over(start, start + size)
    assert sorted(found) == sorted(one for one in highlights if one.start < start + size and one.end > start)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=6))
def test_an_overlay_covers_its_stretch_in_order(spans: list[tuple[int, int]]) -> None:
    highlights = [Highlight(first, first + length, str(n)) for n, (first, length) in enumerate(spans)]
    pieces = overlay(5, 25, highlights)
    assert pieces[0][0] == 5
    assert pieces[-1][1] == 25
    for (_, end, _), (start, _, _) in itertools.pairwise(pieces):
        assert end == start
    for start, end, styles in pieces:
        assert set(styles) == {one.style for one in highlights if one.start <= start and end <= one.end}
