"""The HTML report in a real browser: it shows the articles' words as they are, runs nothing, and prints."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commandline.conftest import Run

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
pytestmark = pytest.mark.skipif(not BROWSER, reason="Chromium is not installed here (Debian: apt-get install chromium)")

ONE = (
    "Harbour news\n\nThe ferry carried 30 passengers on Monday. <script>document.title='run'</script> it read.\n\n"
    "It said <img src=x onerror=\"document.title='run'\"> & more, Anna Hallam said.\n"
)
OTHER = "Harbour news\n\nThe ferry carried 50 passengers on Monday.\n\nA choir sang.\n"


@pytest.fixture
def report(run: Run, tmp_path: Path) -> Path:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text(ONE, encoding="utf-8")
    (corpus / "other.txt").write_text(OTHER, encoding="utf-8")
    page = tmp_path / "report.html"
    assert run("compare", "one", "other", "--corpus", corpus, "-o", page).status == 0
    return page


def browse(page: Path, *switches: str) -> str:
    """What the browser prints for the page; its own files go beside the page, and it stays off the network."""
    command = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        f"--user-data-dir={page.parent / 'browser'}",
        *switches,
        page.as_uri(),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def test_the_browser_shows_every_word_and_runs_none(report: Path) -> None:
    shown = browse(report, "--dump-dom")
    assert "<title>Comparison of two articles: Harbour news, Harbour news</title>" in shown
    assert "&lt;script&gt;document.title='run'&lt;/script&gt;" in shown
    assert not re.search(r"<(script|img|link|iframe)\b", shown)
    assert "</span> They give different figures for “passengers”.\n" in shown
    assert re.findall(r"<b>([AB])</b> <q>(\d+)</q>", shown) == [("A", "30"), ("B", "50")]


def test_the_report_prints(report: Path) -> None:
    printed = report.parent / "report.pdf"
    browse(report, "--no-pdf-header-footer", f"--print-to-pdf={printed}")
    data = printed.read_bytes()
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) >= 1


def test_the_page_has_colours_for_the_night_and_paper_for_the_printer(report: Path) -> None:
    page = report.read_text(encoding="utf-8")
    assert "@media (prefers-color-scheme: dark)" in page
    assert "@media print" in page
    assert '<li class="statement number conflict">' in page
    assert '<p class="told">1 conflict, nothing else that may differ. ' in page
