"""The naming table and the rows of a dossier."""

from __future__ import annotations

from index.across.timeline import Statement
from index.documents.model import Span
from index.dossier import Companion, Context, Dossier, DossierArticle, Saying
from index.entities.model import Entity, Quote
from tui.widgets.columns import line_cells
from tui.widgets.rows.dossier import ContextRow, DossierIndex, DossierRows, NameRow, SayingRow
from tui.widgets.rows.dossier_names import columns_shown, form_line, header_line, naming_table

ARTICLES = (
    DossierArticle("a.txt", "First report", 3, (("President Zelensky", 2), ("Zelensky", 1))),
    DossierArticle("b.txt", "Second report", 6, (("Zelenskyy", 5), ("Zelensky", 1))),
)
MADE = Dossier(
    Entity("zelensky", "Volodymyr Zelensky", "PERSON", ("Zelensky", "Zelenskyy"), 9),
    ARTICLES,
    (
        Context("a.txt", 5, 13, "then ", "Zelensky", " went to Paris"),
        Context("a.txt", 50, 58, "and ", "Zelensky", " said so"),
        Context("b.txt", 7, 16, "later ", "Zelenskyy", " slept in Zürich"),
    ),
    (Companion(Entity("putin", "Vladimir Putin", "PERSON", (), 4), 3, 7.25),),
    (Saying("b.txt", Quote(20, 30, Span(7, 16), None, "direct"), "We will\nwait"),),
    (Statement("2022-02", False, "a.txt", 40, 70, "In February 2022 Zelensky said so", Span(43, 56)),),
)


def test_articles_that_name_it_most_come_first() -> None:
    table = naming_table(ARTICLES)
    assert table.articles == ("b.txt", "a.txt")
    assert table.forms == ("Zelenskyy", "President Zelensky", "Zelensky")
    assert table.counts == ((5, 0), (0, 2), (1, 1))
    assert table.totals == (5, 2, 2)


def test_the_table_has_one_width_and_a_dot_where_a_form_is_never_printed() -> None:
    table = naming_table(ARTICLES)
    for width in (30, 40, 80):
        widths = {
            line_cells(header_line(table, width)),
            *(line_cells(form_line(table, form, width)) for form in range(3)),
        }
        assert len(widths) == 1
        assert widths.pop() <= width
    assert form_line(table, 0, 60)[-1].text.strip() == "·"


def test_many_articles_share_the_last_column() -> None:
    many = tuple(DossierArticle(f"{number}.txt", "", 1, (("Kyiv", 1),)) for number in range(300))
    table = naming_table(many)
    shown = columns_shown(300, 60)
    assert 0 < shown < 20
    assert form_line(table, 0, 60)[-1].text.strip() == str(300 - shown)
    assert line_cells(form_line(table, 0, 60)) <= 60


def test_filter_finds_without_accents_and_case_in_every_kind_of_row() -> None:
    index = DossierIndex(MADE)
    assert [row.context.start for row in index.rows("zurich").places if isinstance(row, ContextRow)] == [7]
    assert [row.form for row in index.rows("president").names if isinstance(row, NameRow)] == ["President Zelensky"]
    assert index.rows("nothing of the kind") == DossierRows((), (), ())


def test_rows_have_no_more_lines_than_they_say_and_never_a_line_end() -> None:
    rows = DossierIndex(MADE).rows()
    for row in (*rows.names, *rows.places, *rows.company):
        for width in (10, 38, 120):
            lines = row.lines(width)
            assert len(lines) <= row.height
            assert not any("\n" in piece.text for line in lines for piece in line)


def test_direct_words_stand_in_quotation_marks() -> None:
    (said,) = [row for row in DossierIndex(MADE).rows().places if isinstance(row, SayingRow)]
    assert "“We will wait”" in "".join(piece.text for piece in said.lines(60)[0])
