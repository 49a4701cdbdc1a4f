"""OpenDocument texts are read with their structure."""

from __future__ import annotations

from index.documents.load import load_bytes
from tests.index.documents.binary.binary_files import odt

STYLES = (
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="T1"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style>'
    '<style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/></style:style>'
)
BODY = (
    "<text:tracked-changes><text:p>never said</text:p></text:tracked-changes>"
    '<text:p text:style-name="P1">Talks resume</text:p>'
    '<text:h text:outline-level="2">The map</text:h>'
    '<text:p>Both <text:span text:style-name="T1">delegations</text:span><text:s/>met<text:tab/>at '
    '<text:a xlink:href="https://lake.example/">the lake</text:a>'
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
    "</text:note>.<office:annotation><text:p>check this</text:p></office:annotation><text:line-break/>"
    '<text:span text:style-name="T2">Soon</text:span></text:p>'
    '<text:p text:style-name="Quotations">We want peace, they said.</text:p>'
    "<text:list><text:list-item><text:p>one</text:p><text:p>more of it</text:p><text:list><text:list-item>"
    "<text:p>under it</text:p></text:list-item></text:list></text:list-item></text:list>"
    "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Side</text:p></table:table-cell>"
    "<table:table-cell><text:p>Demand</text:p></table:table-cell></table:table-row></table:table-header-rows>"
    "<table:table-row><table:table-cell><text:p>North</text:p></table:table-cell><table:table-cell>"
    "<text:p>a map</text:p></table:table-cell></table:table-row></table:table>"
)


def test_a_text_with_everything() -> None:
    document = load_bytes(odt(BODY, styles=STYLES), "a.odt")
    assert document.title == "Talks resume"
    shapes = [(block.kind, block.level, block.marker) for block in document.blocks]
    assert list(zip(shapes, (document.text[block.start : block.end] for block in document.blocks), strict=True)) == [
        (("heading", 1, ""), "Talks resume"),
        (("heading", 2, ""), "The map"),
        (("paragraph", 0, ""), "A note."),
        (("paragraph", 0, ""), "Both delegations met at the lake.\nSoon"),
        (("quote", 0, ""), "We want peace, they said."),
        (("list_item", 1, "•"), "one"),
        (("list_item", 1, ""), "more of it"),
        (("list_item", 2, "•"), "under it"),
        (("table", 0, ""), "Side  Demand\nNorth  a map"),
    ]
    assert document.blocks[-1].header
    assert {(mark.style, document.text[mark.start : mark.end], mark.target) for mark in document.inlines} == {
        ("strong", "delegations", ""),
        ("emphasis", "delegations", ""),
        ("link", "the lake", "https://lake.example/"),
        ("strike", "Soon", ""),
    }


def test_the_title_of_its_properties() -> None:
    assert load_bytes(odt("<text:p>Envoys met.</text:p>", title="By the lake"), "a.odt").title == "By the lake"
