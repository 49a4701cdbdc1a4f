"""Reports cite every passage, show every text as it is, and are checked again down to the last character."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from index.comparison.citing import CITATION
from index.comparison.compare import compare
from index.comparison.payload import comparison_payload
from index.comparison.report import html, markdown
from index.comparison.verify import verify
from index.errors import CorpusError

ONE = (
    "Harbour news\n\nThe ferry carried 30 passengers on Monday. “We will keep the pier open,” Anna Hallam said.\n\n"
    "Some <b>bold</b> words & *stars* [sic] _lines_ `code` stand here, said <script>alert(1)</script> nobody.\n"
)
OTHER = (
    "Harbour news\n\nThe ferry carried 50 passengers on Monday. “We will keep the pier,” Anna Hallam said.\n\n"
    "A choir sang under the --> lanterns.\n"
)


@pytest.fixture
def pair(sides):
    a, b = sides(ONE, OTHER)
    return a, b, compare(a, b)


def reader(*documents):
    by_path = {d.path: d for d in documents}

    def read(path):
        if path not in by_path:
            raise CorpusError(f"{path} is not in the corpus.")
        return by_path[path]

    return read


@pytest.mark.parametrize("write", [markdown, html])
def test_a_fresh_report_holds(pair, write) -> None:
    a, b, found = pair
    checked = verify(write(found, a, b), reader(a.document, b.document))
    assert checked.drifts == ()
    assert checked.checked >= 4 * len(found.conflicts) + 2 * len(found.alignments) + len(found.only_a)


@pytest.mark.parametrize("write", [markdown, html])
def test_any_changed_character_of_a_cited_passage_is_found(pair, write) -> None:
    a, b, found = pair
    report = write(found, a, b)
    lines = report.split("\n")
    cited = [json.loads(c) for c in CITATION.findall(report)]
    for number in {n for c in cited if c["d"] == a.document.path for n in range(c["s"], c["e"])}:
        text = a.document.text
        changed = text[:number] + ("x" if text[number] != "x" else "y") + text[number + 1 :]
        result = verify(report, reader(replace(a.document, text=changed), b.document))
        assert result.drifts
        for drift in result.drifts:
            assert drift.document == a.document.path
            assert drift.start <= number < drift.end
            assert f"{drift.start}–{drift.end}" in lines[drift.line - 1]


@pytest.mark.parametrize("write", [markdown, html])
def test_a_changed_report_is_found(pair, write) -> None:
    a, b, found = pair
    report = write(found, a, b)
    read = reader(a.document, b.document)
    line = next(line for line in report.split("\n") if "<!--cite" in line and "30" in line)
    for changed in (
        line.replace("30", "31", 1),
        line.replace("<!--cite", "<!--xite"),
        re.sub(r'"s": \d', '"s": 9', line),
    ):
        assert changed != line
        assert verify(report.replace(line, changed), read).drifts


def test_a_missing_article_is_named(pair) -> None:
    a, b, found = pair
    result = verify(markdown(found, a, b), reader(a.document))
    assert {d.document for d in result.drifts} == {b.document.path}
    assert {d.reason for d in result.drifts} == {"the article cannot be read"}


@pytest.mark.parametrize("report", ["", "# nothing here\n", "{}", '{"alignments": [{"a": [0, 1]}]}', "{not json"])
def test_a_report_without_good_citations_fails(report) -> None:
    assert verify(report, reader()).drifts


def test_json_is_checked_too(pair) -> None:
    a, b, found = pair
    payload = json.dumps(comparison_payload(found, a.document, b.document, str))
    assert verify(payload, reader(a.document, b.document)).drifts == ()
    changed = replace(a.document, text=a.document.text.replace("30", "31"))
    assert verify(payload, reader(changed, b.document)).drifts


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            assert name not in ("src", "href", "onclick", "style")
            assert value is None or "javascript" not in value

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_one_file_without_anything_of_the_articles_in_its_markup(pair) -> None:
    a, b, found = pair
    page = html(found, a, b)
    parsed = _Tags()
    parsed.feed(page)
    assert parsed.tags <= {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li", "span", "q"}
    assert "<script>alert(1)</script>" in parsed.text
    assert "lanterns" in parsed.text
    assert page.count("-->") == page.count("<!--")


def test_markdown_shows_the_articles_words_as_they_are(pair) -> None:
    from markdown_it import MarkdownIt

    a, b, found = pair
    tokens = MarkdownIt("commonmark").parse(markdown(found, a, b))
    inline = [child for token in tokens for child in (token.children or ())]
    assert not {"link_open", "em_open", "image", "code_inline"} & {child.type for child in inline}
    shown = "".join(child.content for child in inline if child.type in ("text", "text_special"))
    marked = next(a.document.text[slice(*s)] for s in found.only_a if "bold" in a.document.text[slice(*s)])
    assert "<b>" in marked
    assert "[sic]" in marked
    assert marked in shown
    assert all(child.content.startswith("<!--cite") for child in inline if child.type == "html_inline")


def test_the_payload_gives_every_span_with_its_text(pair) -> None:
    a, b, found = pair
    payload = comparison_payload(found, a.document, b.document, lambda i: f"name of {i}")
    for key in ("alignments", "conflicts", "variants", "quotes"):
        for entry in payload[key]:
            assert entry["a_text"] == a.document.text[slice(*entry["a"])]
            assert entry["b_text"] == b.document.text[slice(*entry["b"])]
    assert set(payload) >= {"a", "b", "entities", "only_a", "only_b", "coverage"}
    assert payload["conflicts"][0]["explanation"]
    assert json.loads(json.dumps(payload)) == payload
