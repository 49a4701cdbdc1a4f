"""Word documents are read by their styles, with what is printed and without what is not."""

from __future__ import annotations

from index.documents.load import load_bytes
from index.documents.model import Document
from tests.index.documents.binary.binary_files import docx, paragraph

STYLES = "".join(
    f'<w:style w:styleId="{name}"><w:name w:val="{called}"/>{more}</w:style>'
    for name, called, more in (
        ("T", "Title", ""),
        ("U2", "heading 2", ""),
        ("Own", "House style", '<w:basedOn w:val="U2"/>'),
        ("Z", "Quote", ""),
        ("C", "caption", ""),
        ("V", "toc 1", ""),
        ("Li", "List", '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>'),
        ("Loop", "Loop", '<w:basedOn w:val="Loop"/>'),
    )
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num>'
)


def read(body: str, **parts: str) -> Document:
    return load_bytes(docx(body, **parts), "talks.docx")


def shapes(document: Document) -> list[tuple[str, int, str, str]]:
    return [
        (block.kind, block.level, block.marker, document.text[block.start : block.end]) for block in document.blocks
    ]


def at(depth: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="5"/></w:numPr>'


def test_styles_tell_what_a_paragraph_is() -> None:
    document = read(
        paragraph("Talks resume", "T")
        + paragraph("Talks ........ 1", "V")
        + paragraph("Envoys met.", "Loop")
        + paragraph("The map", "Own")
        + paragraph("We want peace, they said.", "Z")
        + paragraph("Envoys by the lake", "C")
        + paragraph("The third part", properties='<w:outlineLvl w:val="2"/>'),
        styles=STYLES,
    )
    assert document.title == "Talks resume"
    assert document.blocks[0].role == "title"
    assert shapes(document) == [
        ("heading", 1, "", "Talks resume"),
        ("paragraph", 0, "", "Envoys met."),
        ("heading", 2, "", "The map"),
        ("quote", 0, "", "We want peace, they said."),
        ("caption", 0, "", "Envoys by the lake"),
        ("heading", 3, "", "The third part"),
    ]


def test_items_of_lists_have_the_numbers_that_are_printed() -> None:
    items = (("one", 0), ("its first", 1), ("its second", 1), ("a point", 2), ("two", 0), ("its first", 1))
    body = "".join(paragraph(text, properties=at(depth)) for text, depth in items) + paragraph("three", "Li")
    document = read(body, styles=STYLES, numbering=NUMBERING)
    assert shapes(document) == [
        ("list_item", 1, "III.", "one"),
        ("list_item", 2, "III.a)", "its first"),
        ("list_item", 2, "III.b)", "its second"),
        ("list_item", 3, "•", "a point"),
        ("list_item", 1, "IV.", "two"),
        ("list_item", 2, "IV.a)", "its first"),
        ("list_item", 1, "V.", "three"),
    ]


def test_runs_are_one_text_with_marks_on_it() -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs><w:pPrChange><w:pPr><w:pStyle w:val='T'/></w:pPr>"
        "</w:pPrChange></w:pPr><w:r><w:t xml:space='preserve'>Both </w:t></w:r>"
        "<w:r><w:rPr><w:b/><w:i w:val='0'/></w:rPr><w:t>del</w:t></w:r>"
        "<w:r><w:rPr><w:b/></w:rPr><w:t>egations</w:t></w:r>"
        "<w:r><w:tab/><w:t>met</w:t></w:r><w:del><w:r><w:delText>never</w:delText><w:t>never</w:t></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>"
        "<w:ins><w:r><w:t xml:space='preserve'> at </w:t></w:r></w:ins>"
        "<w:hyperlink r:id='r1'><w:r><w:t>the lake</w:t></w:r></w:hyperlink>"
        "<w:hyperlink r:id='r2'><w:r><w:t>.</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>Soon</w:t></w:r></w:p>"
    )
    links = "".join(
        f'<Relationship Id="{name}" TargetMode="External" Target="{target}"/>'
        for name, target in (("r1", "https://lake.example/"), ("r2", "javascript:alert(1)"))
    )
    document = read(body, styles=STYLES, links=links)
    assert document.text == "Both delegations met at the lake.\nSoon"
    assert [(mark.style, document.text[mark.start : mark.end], mark.target) for mark in document.inlines] == [
        ("strong", "delegations", ""),
        ("link", "the lake", "https://lake.example/"),
    ]


def test_tables_boxes_and_notes() -> None:
    cells = "<w:tc>{}</w:tc><w:tc>{}</w:tc>"
    inner = "<w:tbl><w:tr><w:tc>" + paragraph("of the lake") + "</w:tc></w:tr></w:tbl>"
    table = (
        '<w:tbl><w:tblPr><w:tblLook w:firstRow="1"/></w:tblPr><w:tr>'
        + cells.format(paragraph("Side"), paragraph("Demand"))
        + "</w:tr><w:tr>"
        + cells.format(paragraph("North"), paragraph("a map") + inner)
        + "</w:tr></w:tbl>"
    )
    box = (
        "<w:p><w:r><w:t>Around</w:t><mc:AlternateContent><mc:Choice>"
        + paragraph("Boxed")
        + "</mc:Choice><mc:Fallback>"
        + paragraph("Boxed")
        + "</mc:Fallback></mc:AlternateContent><w:t xml:space='preserve'> it</w:t></w:r>"
        "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    )
    notes = (
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Said later.</w:t></w:r></w:p></w:footnote>'
    )
    document = read(table + box, notes=notes)
    assert [text for _, _, _, text in shapes(document)] == [
        "Side  Demand\nNorth  a map of the lake",
        "Boxed",
        "Around it[2]",
        "[2] Said later.",
    ]
    assert document.blocks[0].header


def test_bold_lines_are_headings_where_no_style_is_used() -> None:
    body = (
        paragraph("Talks resume", look="<w:b/>") + paragraph("Envoys met.") + paragraph("Never again.", look="<w:b/>")
    )
    assert [(kind, text) for kind, _, _, text in shapes(read(body))] == [
        ("heading", "Talks resume"),
        ("paragraph", "Envoys met."),
        ("paragraph", "Never again."),
    ]


def test_the_title_of_the_properties_counts_where_it_is_one() -> None:
    body = paragraph("Envoys met in the hotel by the lake.")
    assert read(body, title="Talks by the lake").title == "Talks by the lake"
    assert read(body, title="Microsoft Word - draft 7.doc").title == "Envoys met in the hotel by the lake."
