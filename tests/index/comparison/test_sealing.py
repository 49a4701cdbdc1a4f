"""Whatever is changed in a report after it was written shows: its sentences too, and lines that are gone."""

from __future__ import annotations

import json
import re

import pytest

from index.comparison.compare import compare
from index.comparison.matrix.coverage_matrix import matrix
from index.comparison.reports.matrix_payload import matrix_payload
from index.comparison.reports.matrix_report import matrix_html, matrix_markdown
from index.comparison.reports.payload import comparison_payload
from index.comparison.reports.report import html, markdown
from index.comparison.reports.verify import verify
from index.documents.model import Document
from index.errors import CorpusError

ONE = "Harbour news\n\nThe ferry carried 30 passengers on Monday. “We keep the pier & rail open,” Anna Hallam said.\n"
OTHER = "Harbour news\n\nThe ferry carried 50 passengers on Monday. A choir sang, it's said, under the --> lanterns.\n"
SEAL = re.compile(r"\n?<!--sealed [0-9a-f]{16}-->")


class _Reader:
    def __init__(self, documents: list[Document]) -> None:
        self._by_path = {one.path: one for one in documents}

    def __call__(self, path: str) -> Document:
        if path not in self._by_path:
            raise CorpusError(path)
        return self._by_path[path]


def _written(sides) -> tuple[dict[str, str], _Reader]:
    a, b = sides(ONE, OTHER)
    found = compare(a, b)
    both = [a.document, b.document]
    table = matrix([a, b])
    return {
        "markdown": markdown(found, a, b),
        "html": html(found, a, b),
        "json": json.dumps(comparison_payload(found, *both, str), ensure_ascii=False),
        "matrix markdown": matrix_markdown(table, both),
        "matrix html": matrix_html(table, both),
        "matrix json": json.dumps(matrix_payload(table, both)),
    }, _Reader(both)


FORMS = ("markdown", "html", "json", "matrix markdown", "matrix html", "matrix json")


@pytest.fixture
def written(sides):
    return _written(sides)


@pytest.mark.parametrize("form", FORMS)
def test_a_report_that_nobody_touched_is_unchanged(written, form: str) -> None:
    reports, read = written
    outcome = verify(reports[form], read)
    assert outcome.unchanged is True
    assert outcome.stands


@pytest.mark.parametrize("form", FORMS)
def test_another_explanation_shows_though_every_citation_stands(written, form: str) -> None:
    reports, read = written
    changed = reports[form].replace("They give different figures for", "They agree about", 1)
    assert changed != reports[form]
    outcome = verify(changed, read)
    assert outcome.unchanged is False
    assert not outcome.stands


@pytest.mark.parametrize("form", ["markdown", "html", "matrix markdown", "matrix html"])
def test_any_line_that_is_gone_or_stands_elsewhere_shows(written, form: str) -> None:
    reports, read = written
    lines = reports[form].rstrip("\n").split("\n")
    start = next(number for number, line in enumerate(lines) if "<!--sealed" in line) + 1
    end = lines.index("</body>") if "</body>" in lines else len(lines)
    looked = [number for number in range(start, end) if lines[number].strip()]
    assert len(looked) > 12
    for number in looked:
        gone = "\n".join((*lines[:number], *lines[number + 1 :])) + "\n"
        assert verify(gone, read).unchanged is False, lines[number]
        moved = "\n".join((*lines[:number], *lines[number + 1 :], lines[number])) + "\n"
        if number != looked[-1]:
            assert verify(moved, read).unchanged is False, lines[number]


@pytest.mark.parametrize("form", ["json", "matrix json"])
def test_any_member_that_is_gone_from_the_json_shows(written, form: str) -> None:
    reports, read = written
    whole = json.loads(reports[form])
    for key in whole.keys() - {"seal"}:
        rest = {name: value for name, value in whole.items() if name != key}
        assert verify(json.dumps(rest), read).unchanged is False, key
    shuffled = json.dumps(dict(sorted(whole.items(), reverse=True)), indent=1)
    assert verify(shuffled, read).unchanged is True


@pytest.mark.parametrize("form", FORMS)
def test_a_report_without_a_seal_is_checked_as_ever(written, form: str) -> None:
    reports, read = written
    if "json" in form:
        bare = json.dumps({key: value for key, value in json.loads(reports[form]).items() if key != "seal"})
    else:
        bare = SEAL.sub("", reports[form])
    assert bare != reports[form]
    outcome = verify(bare, read)
    assert outcome.unchanged is None
    assert outcome.stands


@pytest.mark.parametrize("form", ["markdown", "matrix markdown"])
def test_ends_of_lines_are_no_change(written, form: str) -> None:
    reports, read = written
    assert verify(reports[form].replace("\n", "\r\n") + "\r\n", read).unchanged is True


@pytest.mark.parametrize("form", ["html", "matrix html"])
def test_a_page_that_a_browser_saved_is_unchanged(written, form: str) -> None:
    reports, read = written
    saved = reports[form].replace("&#39;", "'").replace("&quot;", '"').replace("</body>\n</html>", "\n\n</body></html>")
    saved = saved.replace("<!DOCTYPE html>\n", "<!DOCTYPE html>\n<!-- saved from url=(0014)about:internet -->\n")
    saved = saved.replace("<head>\n", '<head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n')
    saved = saved.replace("</thead>", "</thead><tbody>").replace("</table>", "</tbody></table>")
    assert verify(saved, read).unchanged is True
    assert verify(saved.replace("<header>", "<header>One more word."), read).unchanged is False
    assert verify(saved.replace("<header>", "<header hidden>"), read).unchanged is False
    for place in ("<html", "</html>"):
        assert verify(saved.replace(place, f"A word. {place}"), read).unchanged is False


def test_each_line_of_a_batch_has_its_own_seal(written) -> None:
    reports, read = written
    batch = f"{reports['json']}\n{reports['json']}\n"
    assert verify(batch, read).unchanged is True
    second = reports["json"].replace("They give different figures for", "They agree about")
    assert verify(f"{reports['json']}\n{second}\n", read).unchanged is False


def test_a_seal_on_what_is_no_report_ends_without_an_error() -> None:
    deep = '{"seal": 1, "x": ' + "[" * 700 + "]" * 700 + "}"
    for report in ("<!--sealed 0123456789abcdef-->", "<<<<<!--sealed 0123456789abcdef--><title>", '{"seal": []}', deep):
        assert verify(report, _Reader([])).unchanged is False
