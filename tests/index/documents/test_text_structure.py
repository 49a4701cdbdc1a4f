"""The structure of plain text: every line of made-up articles in the styles that articles come in."""

from __future__ import annotations

import pytest

from index.documents.boilerplate import is_boilerplate
from index.documents.emphasis import marked
from index.documents.lines import atx
from index.documents.load import load_bytes
from index.documents.model import Document

LONG = (
    "Negotiators from both delegations returned to the lakeside hotel on Thursday and worked through the "
    "evening, officials said."
)
OTHER = "The second round, which nobody had expected so soon, left the question of monitors open and the map untouched."


def read(text: str, path: str = "0001.txt") -> Document:
    return load_bytes(text.encode(), path)


def shapes(document: Document) -> list[tuple[str, str]]:
    """Kind (with role) and text of every block."""
    return [
        (block.kind + (":" + block.role if block.role else ""), document.text[block.start : block.end])
        for block in document.blocks
    ]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in shapes(read(text))]


def cut(document: Document, style: str) -> list[str]:
    return [document.text[inline.start : inline.end] for inline in document.inlines if inline.style == style]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("## The map ##", (2, "The map")),
        ("# Of C# #", (1, "Of C#")),
        ("# Of C#", (1, "Of C#")),
        ("# ##", (1, "##")),
        ("#no", None),
        ("# ", None),
    ],
)
def test_a_heading_is_closed_by_signs_behind_a_space(line: str, heading: tuple[int, str] | None) -> None:
    assert atx(line) == heading


def test_a_bare_title_and_bare_headings() -> None:
    document = read(f"Lakeside Talks: What We Know\n{LONG}\nThe Road to the Hotel\n{LONG}\n{OTHER}\nSummary\n{OTHER}\n")
    assert [kind for kind, _ in shapes(document)] == [
        *("heading:title", "paragraph", "heading", "paragraph", "paragraph", "heading", "paragraph")
    ]
    assert document.title == "Lakeside Talks: What We Know"
    assert document.blocks[0].level == 1
    assert document.blocks[2].level == 2


def test_without_a_title_the_first_sentence_or_a_speaking_file_name_gives_one() -> None:
    text = f"Envoys from the U.S. met again. {LONG}\n{OTHER}"
    assert read(text, "004_57ed.txt").title == "Envoys from the U.S. met again."
    assert read(text, "folder/lakeside-talks.txt").title == "Lakeside talks"
    assert read("", "empty.txt").title == "empty"
    assert len(read(LONG * 3, "1.txt").title) <= 121


def test_a_title_in_sentence_case_before_a_blank_line() -> None:
    text = (
        f"Delegations return to the lakeside hotel for another round of talks\n\nThe delegations returned on "
        f"Thursday to the hotel by the lake, where nobody had expected them.\n\n{OTHER}"
    )
    assert kinds(text)[0] == "heading:title"


def test_a_short_first_sentence_is_no_title() -> None:
    assert kinds(f"The guns fell silent.\n\n{LONG}\n\n{OTHER}") == ["paragraph"] * 3


def test_tables_with_and_without_outer_pipes() -> None:
    document = read(
        f"{LONG}\nSide | Demand |\n---|---|\nNorth | *a* map |\nSouth | monitors |\n{OTHER}\n\n| A | B |\n"
        f"|:--|--:|\n| 1 |  |\n"
    )
    assert [kind for kind, _ in shapes(document)] == ["paragraph", "table", "paragraph", "table"]
    table, second = document.blocks[1], document.blocks[3]
    assert document.text[table.start : table.end] == "Side  Demand\nNorth  a map\nSouth  monitors"
    assert [[document.text[cell.start : cell.end] for cell in row] for row in table.rows] == [
        *(["Side", "Demand"], ["North", "a map"], ["South", "monitors"])
    ]
    assert table.header
    assert [[document.text[cell.start : cell.end] for cell in row] for row in second.rows] == [["A", "B"], ["1", ""]]
    assert cut(document, "emphasis") == ["a"]


def test_a_table_of_one_column_and_one_across_blank_lines() -> None:
    document = read(
        f"{LONG}\nSubheadings |\n---|\n1) First |\n2) Second |\nThe Next Part\n{LONG}\n\nNo. | Point |\n\n"
        f"---|---|\n\n1 | One |\n\n2 | Two |\n\n{OTHER}"
    )
    assert [kind for kind, _ in shapes(document)] == [
        "paragraph",
        "table",
        "heading",
        "paragraph",
        "table",
        "paragraph",
    ]
    assert [len(row) for row in document.blocks[1].rows] == [1, 1, 1]
    assert [len(row) for row in document.blocks[4].rows] == [2, 2, 2]


def test_questions_under_a_heading() -> None:
    found = shapes(
        read(
            f"{LONG}\nFrequently Asked Questions\nWho met at the lake?\n{LONG}\nWhat was agreed on?\n{OTHER}\n"
            f"Summary\n{LONG}"
        )
    )
    assert [kind for kind, _ in found] == [
        *(
            "paragraph",
            "heading",
            "heading:question",
            "paragraph",
            "heading:question",
            "paragraph",
            "heading",
            "paragraph",
        )
    ]


def test_questions_that_say_so() -> None:
    found = shapes(
        read(f"{LONG}\nQuestion: Who met at the lake, and why there of all places?\n{LONG}\nQ: When?\n{OTHER}")
    )
    assert [kind for kind, _ in found] == [
        "paragraph",
        "heading:question",
        "paragraph",
        "heading:question",
        "paragraph",
    ]
    assert found[1][1].startswith("Question: Who")


def test_a_question_that_says_so_may_be_longer_than_a_heading() -> None:
    asked = f"Question: {LONG[:-1]}, and {OTHER[0].lower()}{OTHER[1:-1]}, so what did they bring home from the lake?"
    assert kinds(f"{LONG}\n{asked}\n{OTHER}") == ["paragraph", "heading:question", "paragraph"]


def test_a_question_in_running_text_stays_a_paragraph() -> None:
    assert (
        kinds(f"{LONG}\nBut would it hold through the winter, and who would watch the line?\n{OTHER}")[1] == "paragraph"
    )


def test_captions() -> None:
    repeated = "The envoy leaves the hotel by the lake after a long night."
    lines = [
        "GENEVA, SWITZERLAND - MAY 3, 2021 : The envoy at the hotel by the lake.",
        f"{repeated} {repeated}",
        "The envoy leaves. Photo: A. Somebody / Reuters",
        "FILE PHOTO: The envoy arrives at the hotel",
        "Image credit: Lake Pictures",
    ]
    assert kinds("\n\n".join([LONG, *lines, OTHER])) == ["paragraph", *["caption"] * 5, "paragraph"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ada Morley, industry correspondent", "caption"),
        ("Analysis by Ada Morley and Jan Roe, shipping and harbour editors", "caption"),
        ("By Monday, the staff of the editor had walked out of the works for good.", "paragraph"),
        ("Report by Auditors Finds Waste, an editor of the old town says in the evening.", "paragraph"),
    ],
)
def test_a_writer_with_an_office_is_a_caption(line: str, kind: str) -> None:
    assert kinds("\n\n".join([LONG, line, OTHER])) == ["paragraph", kind, "paragraph"]


def test_boilerplate_stands_late_or_is_short() -> None:
    text = "\n".join([LONG] * 6)
    for line in (
        "Source link",
        "Add a comment",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Hey, share this with your friends!",
        "Subscribe to our newsletter for more",
        "We use cookies to improve this site",
        "© 2024 Lake News. All rights reserved.",
        "3 Comments",
        "Tags: lake, talks",
    ):
        assert kinds(f"{text}\n{line}")[-1] == "boilerplate", line
        assert kinds(text.replace("\n", "\n\n") + f"\n\n{line}")[-1] == "boilerplate", line
    assert kinds(f"{LONG}\nShare on Facebook\n{text}")[1] == "boilerplate"
    assert kinds(f"{LONG}\nSubscribe to the view of the mediator and the war is nearly over.\n{text}")[1] == "paragraph"
    assert kinds(f"{text}\nCommentators on both sides said that the lake had never looked as calm.")[-1] == "paragraph"


def test_emphasis_is_taken_out_of_the_text() -> None:
    document = read(
        f"{LONG} ***The envoy had said so***. And ***again.*** Then **once** _more_ `code` 5 * 3 * 2 f***ing "
        f"snake_case_name *lost\n"
    )
    assert cut(document, "strong") == ["The envoy had said so", "again.", "once"]
    assert cut(document, "emphasis") == ["The envoy had said so", "again.", "more"]
    assert cut(document, "code") == ["code"]
    assert document.text.endswith("said so. And again. Then once more code 5 * 3 * 2 f***ing snake_case_name *lost")


def test_links_keep_their_words_and_only_safe_targets() -> None:
    document = read("See [the report](https://lake.example/a) and [this](javascript:alert(1)) and [sic].")
    assert document.text == "See the report and [this](javascript:alert(1)) and [sic]."
    assert [(inline.style, inline.target) for inline in document.inlines] == [("link", "https://lake.example/a")]


def test_lists() -> None:
    document = read(
        f"{LONG}\nKey points:\n1. The map stays\n2. Monitors come\n3. Talks go on\n{OTHER}\n• One\n  ◦ Under "
        f"one\n• Two\n\n{LONG}"
    )
    items = [
        (block.marker, block.level, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind == "list_item"
    ]
    assert items == [
        ("1.", 1, "The map stays"),
        ("2.", 1, "Monitors come"),
        ("3.", 1, "Talks go on"),
        ("•", 1, "One"),
        ("◦", 2, "Under one"),
        ("•", 1, "Two"),
    ]


def test_a_sentence_with_a_dash_or_an_initial_is_no_list() -> None:
    assert kinds(f"{LONG}\n- He never came, the envoy said, and left.\n{OTHER}") == ["paragraph"] * 3
    assert (
        kinds(f"{LONG}\nA. Somebody of the lake ministry said no more than that to the waiting reporters.\n{OTHER}")
        == ["paragraph"] * 3
    )


def test_lines_as_paragraphs_are_not_joined() -> None:
    assert (
        kinds(
            "\n".join(["He came at noon.", "Nobody had seen him on the road.", "The lake was calm.", "It rained."] * 3)
        ).count("paragraph")
        == 12
    )


def test_rows_of_results_are_no_headings() -> None:
    text = f"{LONG}\nNorth 2 South 1\nEast 0 West 0\nNorth 1 East 1\nSouth 3 West 2\nWest 1 North 0\n{LONG}"
    assert "heading" not in kinds(text)


@pytest.mark.parametrize("row", ["Net 801,000 vs 703,000", "Sales 2.5 mln vs 1.5 mln"])
def test_a_single_row_of_figures_is_no_heading(row: str) -> None:
    assert kinds(f"Ferry Company Reports\n\n{LONG}\n\n{row}\n\n{OTHER}") == ["heading:title", *["paragraph"] * 3]


def test_a_title_may_hold_figures() -> None:
    assert kinds(f"From 2.5 to 3.1 Million Passengers\n\n{LONG}\n\n{OTHER}")[0] == "heading:title"


def test_a_long_run_of_data_keeps_its_lines() -> None:
    document = read("\n".join(f"station {number} quiet" for number in range(200)))
    assert {block.kind for block in document.blocks} == {"code"}
    assert "station 7 quiet\nstation 8 quiet" in document.text


def test_marks_of_markdown_in_plain_text() -> None:
    found = shapes(
        read(
            f"# Lakeside Talks\n\n{LONG}\n\n## The map\n\n> It was drawn\n> in a night.\n\n---\n\nNext Steps\n"
            f"----------\n\n{OTHER}\n\n```\nraw   text\n```"
        )
    )
    assert found[0] == ("heading:title", "Lakeside Talks")
    assert found[2:4] == [("heading", "The map"), ("quote", "It was drawn in a night.")]
    assert found[4] == ("heading", "Next Steps")
    assert found[-1][0] == "code"


def test_a_date_line_is_read_where_it_is_certain() -> None:
    assert read(f"Lakeside Talks Resume\nPublished: May 3, 2021\n{LONG}").date == "2021-05-03"
    assert read(f"Lakeside Talks Resume\n\n3 May 2021, 10:30 GMT\n\n{LONG}").date == "2021-05-03"
    assert read(f"Lakeside Talks Resume\n2021-02-30\n{LONG}").date is None
    assert read(f"{LONG} They met on May 3, 2021.\n{OTHER}").date is None


def test_the_language_is_voted() -> None:
    assert read(f"{LONG} {OTHER}").language == "en"
    ukrainian = (
        "Делегації зустрілися в середу й домовилися продовжити переговори наступного тижня, повідомив "
        "посередник, який не назвав дати."
    )
    russian = (
        "Делегации встретились в среду и договорились продолжить переговоры на следующей неделе, сообщил "
        "посредник, который не назвал даты."
    )
    german = (
        "Die Unterhändler trafen sich am Mittwoch und führen die Gespräche in der nächsten Woche fort, sagte "
        "ein Sprecher, der nicht genannt werden wollte."
    )
    assert [read(text).language for text in (ukrainian, russian, german)] == ["uk", "ru", "de"]
    assert read("xyz").language is None


def test_a_table_of_framed_rows_needs_no_line_under_its_head() -> None:
    document = read(f"{LONG}\n\n| North | a map |\n| South | a wait |\n\n{OTHER}\n")
    (table,) = [block for block in document.blocks if block.kind == "table"]
    assert [[document.text[cell.start : cell.end] for cell in row] for row in table.rows] == [
        ["North", "a map"],
        ["South", "a wait"],
    ]


@pytest.mark.parametrize(
    ("line", "late", "is_one"),
    [
        ("Facebook", False, True),
        ("Search.", False, False),
        ("Search.", True, True),
        ("5 min read", False, True),
        ("This is a very long 5 min read", False, False),
        ("12 comments", False, True),
        ("Also read: What the envoys of both sides said to us about the map of the lake", False, True),
        ("Nobody spoke to the press.", True, False),
    ],
)
def test_lines_of_the_page_itself(line: str, late: bool, is_one: bool) -> None:
    assert is_boilerplate(line, late) is is_one


@pytest.mark.parametrize(
    ("text", "read_as", "styles"),
    [
        ("a `code` here", "a code here", ["code"]),
        ("a ` code` here", "a ` code` here", []),
        ("a `code`` here", "a `code`` here", []),
        ("a ****bold**** b", "a ****bold**** b", []),
        ("**a *b** c*", "a *b c*", ["strong"]),
    ],
)
def test_marks_of_emphasis_that_are_none_stay(text: str, read_as: str, styles: list[str]) -> None:
    rich = marked(text)
    assert rich.text == read_as
    assert [mark.style for mark in rich.marks] == styles
