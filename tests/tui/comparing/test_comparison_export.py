"""A report is written beside what is there, never over it."""

from __future__ import annotations

from pathlib import Path

from tui.widgets.comparison.export import comparison_stem, format_of, proposed


def test_the_proposed_name_tells_both_articles_and_is_free(tmp_path: Path) -> None:
    stem = comparison_stem("news/first report.txt", "second.md")
    file = proposed(stem, "markdown", tmp_path)
    assert file.name == "compare-first-report-second.md"
    file.write_text("mine")
    assert proposed(stem, "markdown", tmp_path).name == "compare-first-report-second-2.md"


def test_names_of_documents_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    for name in ("../../etc/passwd", "..", "a/../../b", "\n;rm -rf", "/", "x" * 500, "漢" * 80, "\U00020000" * 60):
        assert proposed(comparison_stem(name, name), "json", tmp_path).parent == tmp_path
        assert len(proposed(comparison_stem(name, name), "json", tmp_path).name.encode()) < 200


def test_the_suffix_says_the_format() -> None:
    assert [format_of(name) for name in ("a.md", "a.HTML", "b.json", "c.txt", "d")] == [
        "markdown", "html", "json", None, None,
    ]  # fmt: skip
