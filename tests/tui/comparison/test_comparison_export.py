"""A report is written beside what is there, never over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import StateError
from tui.widgets.comparison.export import comparison_stem, format_of, free, proposed, write_new


def test_the_proposed_name_tells_both_articles_and_is_free(tmp_path: Path) -> None:
    stem = comparison_stem("news/first report.txt", "second.md")
    file = proposed(stem, "markdown", tmp_path)
    assert file.name == "compare-first-report-second.md"
    file.write_text("mine")
    assert proposed(stem, "markdown", tmp_path).name == "compare-first-report-second-2.md"


def test_names_of_documents_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    for name in ("../../etc/passwd", "..", "a/../../b", "\n;rm -rf", "/", "x" * 500):
        assert proposed(comparison_stem(name, name), "json", tmp_path).parent == tmp_path
        assert len(proposed(comparison_stem(name, name), "json", tmp_path).name) < 120


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    write_new(file, "first\n")
    with pytest.raises(StateError, match="exists already"):
        write_new(file, "second\n")
    assert file.read_text() == "first\n"
    assert free(file).name == "report-2.md"


def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "report.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(StateError):
        write_new(tmp_path / "report.md", "text")
    assert not (tmp_path / "elsewhere.md").exists()
    assert free(tmp_path / "report.md").name == "report-2.md"


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    with pytest.raises(StateError, match="cannot write"):
        write_new(tmp_path / "no" / "report.md", "text")
    with pytest.raises(StateError, match="cannot write"):
        write_new(Path("bad\0name"), "text")


def test_the_suffix_says_the_format() -> None:
    assert [format_of(name) for name in ("a.md", "a.HTML", "b.json", "c.txt", "d")] == [
        "markdown", "html", "json", None, None,
    ]  # fmt: skip
