"""Reports cite every passage, show every text as it is, and are checked again down to the last character."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from index.comparison.compare import compare
from index.comparison.reports.citing import CITATION, in_markdown
from index.comparison.reports.payload import comparison_payload
from index.comparison.reports.report import html, markdown
from index.comparison.reports.verify import verify
from index.documents.load import load_bytes
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


def section(report: str, heading: str) -> str:
    return report.split(f"\n## {heading}")[1].split("\n## ")[0]


def test_what_is_in_conflict_is_not_also_told_by_both(pair) -> None:
    a, b, found = pair
    assert "The ferry carried 30 passengers" in section(markdown(found, a, b), "Conflicts")
    assert "The ferry carried" not in section(markdown(found, a, b), "Told by both, or in part")


def test_names_are_people_places_and_bodies_and_those_of_one_side_alone_stand_nowhere_in_the_other(sides) -> None:
    a, b = sides(
        "Rain in the valley\n\nAnna Hallam saw the flood in Marlow on Monday. Oslo was spared, Peter Lund said.\n",
        "The valley\n\nIn Marlow it rained for three days, Anna Hallam said. Peter Lund left.\n",
    )
    found = compare(a, b)
    blind = b._replace(annotations=b.annotations._replace(mentions=(), entities=()))
    assert "**only A** Oslo" in section(markdown(found, a, b), "Named")
    assert "three days" not in section(markdown(found, a, b), "Named")
    unseen = section(markdown(compare(a, blind), a, blind), "Named")
    assert "**only A** Oslo" in unseen
    assert "Hallam" not in unseen


def test_a_name_in_the_plural_or_with_letters_before_it_is_no_other(sides) -> None:
    a, b = sides(
        "The fire\n\nAll left MS Solvind in the night. The City of Ghent helped. Norwegians came, Anna Hallam says.\n",
        "A ferry\n\nThe ship Solvind burned. Boats of the city of Ghent came, a Norwegian one too, Peter Lund says.\n",
    )
    alone = [line for line in section(markdown(compare(a, b), a, b), "Named").splitlines() if "**only" in line]
    assert alone == ["- **only A** Anna Hallam", "- **only B** Peter Lund"]


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
    assert {d.reason for d in result.drifts} == {"no article of the corpus has this name"}


def test_a_page_that_a_browser_saved_is_checked_as_it_was_written(sides) -> None:
    a, b = sides("Pier\n\nThe pier's \"old\" deck & rail broke, it's said.\n", "Pier\n\nThe deck broke.\n")
    page = html(compare(a, b), a, b)
    saved = page.replace("&#39;", "'").replace("&quot;", '"')
    assert saved != page
    assert not verify(saved, reader(a.document, b.document)).drifts
    assert verify(saved.replace("it's", "it is"), reader(a.document, b.document)).drifts


@pytest.mark.parametrize("report", ["", "# nothing here\n", "{}", '{"alignments": [{"a": [0, 1]}]}', "{not json"])
def test_a_report_without_good_citations_fails(report) -> None:
    assert verify(report, reader()).drifts


DEEP = "[" * 100_000


@pytest.mark.parametrize("comment", ["{", "{]", '{"d": ' + DEEP, '{"d": 1}', "{" * 2000, '{"d": "<!--cite {}'])
def test_a_damaged_citation_is_told_as_such(comment: str) -> None:
    for end in ("-->", "", "}-->"):
        drifts = verify(f"words <!--cite {comment}{end} words\n", reader()).drifts
        assert {drift.reason for drift in drifts} == {"the citation is damaged"}


def in_json(found, a, b) -> str:
    return json.dumps(comparison_payload(found, a.document, b.document, str))


@pytest.mark.parametrize("write", [markdown, html, in_json])
def test_any_changed_byte_of_a_cited_passage_in_the_file_is_found(sides, write) -> None:
    """The file itself is damaged, byte by byte, and read again as the program reads it."""
    one = "Harbour news\n\nThe café carried 30 guests. “We stay,” Anna Hallam said. The band left.\n"
    a, b = sides(one, one.replace("30", "50").replace(" The band left.", ""))
    report = write(compare(a, b), a, b)
    data = a.document.text.encode()
    assert load_bytes(one.encode(), a.document.path).text.encode() == data
    cited = [tuple(map(int, place.split("-"))) for place in json.loads(in_json(compare(a, b), a, b))["hashes"]["a"]]
    inside = [n for n in range(len(data)) if any(s <= len(data[:n].decode(errors="ignore")) < e for s, e in cited)]
    assert len(inside) > 70
    assert verify(report, reader(load_bytes(data, a.document.path), b.document)).drifts == ()
    for place in inside:
        for flip in (0x01, 0x20, 0x80):
            damaged = data[:place] + bytes([data[place] ^ flip]) + data[place + 1 :]
            again = load_bytes(damaged, a.document.path)
            assert verify(report, reader(again, b.document)).drifts, (place, flip)


def test_json_tells_every_cited_span_with_its_hash(pair) -> None:
    a, b, found = pair
    payload = comparison_payload(found, a.document, b.document, str)
    spans = {
        (side, *span)
        for key in ("alignments", "conflicts", "variants", "quotes")
        for entry in payload[key]
        for name, span in entry.items()
        for side in "ab"
        if name in (side, f"{side}_sentence")
    } | {(side, *span) for side in "ab" for span in payload[f"only_{side}"]}
    spans |= {(side, *span) for side in "ab" for entry in payload["quotes"] for span in entry[f"dropped_{side}"]}
    assert {(side, *map(int, place.split("-"))) for side in "ab" for place in payload["hashes"][side]} == spans
    assert payload["only_a_text"] == [a.document.text[slice(*s)] for s in payload["only_a"]]


@pytest.mark.parametrize(
    "damage",
    [
        lambda payload: payload["hashes"]["a"].update(dict.fromkeys(payload["hashes"]["a"], "0" * 16)),
        lambda payload: payload["hashes"].update(a={"x-y": 1}),
        lambda payload: payload["only_a_text"].append("more"),
        lambda payload: payload["alignments"].append("more"),
    ],
)
def test_damaged_json_is_found(pair, damage) -> None:
    a, b, found = pair
    payload = comparison_payload(found, a.document, b.document, str)
    damage(payload)
    assert verify(json.dumps(payload), reader(a.document, b.document)).drifts


def pointed_at(report: str, pointer: str) -> Any:
    """What a JSON Pointer leads to."""
    value = json.loads(report)
    for step in pointer.split("/")[1:]:
        value = value[int(step) if isinstance(value, list) else step.replace("~1", "/").replace("~0", "~")]
    return value


def test_json_is_checked_too(pair) -> None:
    a, b, found = pair
    payload = json.dumps(comparison_payload(found, a.document, b.document, str))
    assert verify(payload, reader(a.document, b.document)).drifts == ()
    changed = replace(a.document, text=a.document.text.replace("30", "31"))
    drifts = verify(payload, reader(changed, b.document)).drifts
    assert drifts
    for drift in drifts:
        at = pointed_at(payload, drift.where)
        if drift.where.startswith("/hashes/"):
            assert drift.where == f"/hashes/a/{drift.start}-{drift.end}"
            assert isinstance(at, str)
        else:
            assert at == [drift.start, drift.end]
    assert {drift.where.split("/")[1] for drift in drifts} >= {"hashes", "alignments", "conflicts"}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            assert name not in ("src", "onclick", "style")
            assert name != "href" or (value or "").startswith("#part-")
            assert value is None or "javascript" not in value

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_one_file_without_anything_of_the_articles_in_its_markup(pair) -> None:
    a, b, found = pair
    page = html(found, a, b)
    parsed = _Tags()
    parsed.feed(page)
    in_lists = {"h2", "ul", "li", "b", "q", "span", "p", "nav", "a"}
    assert parsed.tags <= {"html", "head", "meta", "title", "style", "body", "header", "main", "h1"} | in_lists
    assert "<script>alert(1)</script>" in parsed.text
    assert "lanterns" in parsed.text
    assert page.count("-->") == page.count("<!--")


def test_the_page_begins_with_links_to_every_section_that_holds_anything(pair) -> None:
    a, b, found = pair
    page = html(found, a, b)
    led_to = re.findall(r'<a href="#(part-\d)">([^<]+)</a> \((\d+)\)', page.partition("</nav>")[0])
    there = re.findall(r'<h2 id="(part-\d)">([^<]+) <span class="count">\((\d+)\)</span></h2>', page)
    assert len(there) == 8
    assert led_to == [one for one in there if one[2] != "0"]
    assert 3 < len(led_to) < 8


def test_the_page_has_landmarks_and_colours_that_can_be_read(pair) -> None:
    a, b, found = pair
    page = html(found, a, b)
    assert [page.count(f"<{name}") for name in ("header>", 'nav aria-label="Sections">', "main>", "h1>")] == [1] * 4
    assert page.index("</nav>") < page.index("<main>") < page.index("<h2") < page.index("</main>")
    assert "opacity" not in page
    day, night, printed = (
        dict(re.findall(r"--(\w+): #([0-9a-f]{3,6})", block)) for block in re.findall(r":root \{([^}]*)\}", page)
    )
    for colours in (day, night, printed):
        for ink in ("ink", "faint", "red", "amber", "green", "blue"):
            for ground in ("paper", "card"):
                light, dark = sorted((_luminance(colours[ink]), _luminance(colours[ground])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground, colours)


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    whole = "".join(digit * 2 for digit in colour) if len(colour) == 3 else colour
    parts = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_one_article_tells_alone_is_a_line_of_markdown_each(pair) -> None:
    a, b, found = pair
    written = markdown(found, a, b)
    lines = section(written, "Told only by A").strip().splitlines()[1:]
    assert lines[1:]
    assert all(line.startswith("- A: “") for line in lines if line)
    assert "**only**" not in written


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


def test_the_head_tells_by_whom_and_when_and_what_the_report_rests_on(sides) -> None:
    one = f"---\ndate: 2011-03-06\n---\nHarbour news\n\nBy Ana Flores, Staff Writer\n\n{ONE.split(chr(10), 2)[2]}"
    a, b = sides(one, OTHER)
    a = a._replace(document=replace(load_bytes(one.encode(), "old_pier.md"), sha256="ab12"))
    for shown in (markdown(compare(a, b), a, b), html(compare(a, b), a, b)):
        assert "Old pier" in shown.partition("By Ana Flores")[0]
        assert "By Ana Flores, Staff Writer, 2011-03-06, old_pier.md, file sha256 ab12" in shown
        assert "read the passages before relying on a line" in shown


ADDRESS = "https://pier.example/a_b?x=1&lt;=2&y=*2*|3"


def test_where_an_article_was_published_stands_beside_it_as_a_link_that_tells_nothing(pair) -> None:
    from markdown_it import MarkdownIt

    a, b, found = pair
    a = a._replace(document=replace(a.document, address=ADDRESS))
    written = markdown(found, a, b)
    inline = [child for token in MarkdownIt("commonmark").parse(written) for child in (token.children or ())]
    links = [child for child in inline if child.type == "link_open"]
    assert [link.attrGet("href") for link in links] == ["https://pier.example/a_b?x=1&lt;=2&y=*2*%7C3"]
    assert ADDRESS in "".join(child.content for child in inline if child.type in ("text", "text_special"))

    class Links(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.seen: list[dict[str, str | None]] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.seen += [dict(attrs)] if tag == "a" else []

    page = html(found, a, b)
    links_of_page = Links()
    links_of_page.feed(page)
    assert [link for link in links_of_page.seen if "rel" in link] == [
        {"href": ADDRESS, "rel": "noopener noreferrer nofollow"}
    ]
    payload = comparison_payload(found, a.document, b.document, str)
    assert (payload["a_url"], payload["b_url"]) == (ADDRESS, None)
    for report in (written, page, json.dumps(payload)):
        assert verify(report, reader(a.document, b.document)).drifts == ()


def test_markdown_is_readable_as_it_is_pasted() -> None:
    assert in_markdown("AT & T: the old_pier.txt, 3") == "AT & T: the old_pier.txt, 3"
    assert in_markdown(":ship: _rope_ &lt; http://x") == r"\:ship: \_rope\_ \&lt; http\://x"


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
