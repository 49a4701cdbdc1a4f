"""Small EPUB, Word, OpenDocument and PDF files, made when a test needs them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def named(given: object) -> str:
    """What stands for a parameter in the name of a test: nothing for bytes, which would fill a page."""
    return "" if isinstance(given, bytes) else str(given)


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for name, part in parts.items():
            into.writestr(
                zipfile.ZipInfo(name), part, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            )
    return made.getvalue()


def docx(
    body: str, *, styles: str = "", numbering: str = "", links: str = "", notes: str = "", title: str = ""
) -> bytes:
    """A Word document of this body, in the `w:` names; `links` are relationships."""
    parts = {"word/document.xml": f"<w:document {_W} {_R} {_MC}><w:body>{body}</w:body></w:document>"}
    if styles:
        parts["word/styles.xml"] = f"<w:styles {_W}>{styles}</w:styles>"
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {_W}>{numbering}</w:numbering>"
    if links:
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{space}">{links}</Relationships>'
    if notes:
        parts["word/footnotes.xml"] = f"<w:footnotes {_W}>{notes}</w:footnotes>"
    if title:
        parts["docProps/core.xml"] = f"<core {_DC}><dc:title>{escape(title)}</dc:title></core>"
    return archive(parts)


def paragraph(text: str, style: str = "", properties: str = "", look: str = "") -> str:
    """A paragraph of a Word document, of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{run}</w:p>"


def odt(body: str, *, styles: str = "", title: str = "") -> bytes:
    """An OpenDocument text of this body; `styles` are automatic ones."""
    names = " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "table", "style"))
    names += f' xmlns:fo="{_ODF}xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    inside = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {names}>{inside}</office:document-content>",
    }
    if title:
        parts["meta.xml"] = f"<meta {_DC}><dc:title>{escape(title)}</dc:title></meta>"
    return archive(parts)


def epub(chapters: Mapping[str, str], *, said: str = "", order: Sequence[str] = (), more: str = "") -> bytes:
    """An EPUB of these chapters, by file name; `order` is that of reading, `said` metadata, `more` the manifest's."""
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in order or chapters)
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata {_DC}>{said}</metadata>'
        f"<manifest>{items}{more}</manifest><spine>{spine}</spine></package>"
    )
    root = '<rootfiles><rootfile full-path="OEBPS/package.opf"/></rootfiles>'
    container = f'<container xmlns="{_ODF}container">{root}</container>'
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/package.opf": package,
            **{f"OEBPS/{name}": text for name, text in chapters.items()},
        }
    )


def pdf(pages: Sequence[Sequence[tuple[float, float, float, str]]], *, title: str = "") -> bytes:
    """A PDF of pages of 600 by 800 points; a line of text is how far from the left and the bottom it begins, the size
    of its letters, and its words (ASCII).
    """
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) >>",
    ]
    for number, lines in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {size} Tf {left} {bottom} Td ({_spelt(text)}) Tj ET\n" for left, bottom, size, text in lines
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
    made = "%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>"
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(made)}\n%%EOF"
    return (made + end).encode("latin-1")


def _spelt(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
